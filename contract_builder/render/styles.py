"""The stylesheets of the two HTML pages. Nothing in them is fetched: no font, no image, no import."""

BASE = """
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:calc(75ch + 2.5rem);background:#fff;color:#1b1f24;
font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
overflow-wrap:break-word}
p,th,td,dt,caption,h1,h2,h3,.keep{white-space:pre-wrap}
p{margin:0 0 .75rem;text-wrap:pretty}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.25rem);line-height:1.15;letter-spacing:-.01em;
margin:.25rem 0 1.25rem}
h2{font-size:1.375rem;line-height:1.25;margin:2.75rem 0 .9rem}
h3{font-size:1.1875rem;line-height:1.35;margin:1.75rem 0 .5rem}
a{color:#10508f;text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #10508f;outline-offset:2px}
:target{scroll-margin-top:1rem}
:target:not(section){background:#eaf2fb}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem .75rem;background:#fff;z-index:1}
.subject{font-size:1.1875rem;color:#333c45}
.state{margin:0;font-weight:600;color:#4a5560}
.facts{margin:0 0 1.5rem}
.facts>div{display:grid;grid-template-columns:11rem 1fr;gap:0 1rem;padding:.3rem 0;
border-top:1px solid #d5dae0}
.facts>div:last-child{border-bottom:1px solid #d5dae0}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
.notice{margin:0 0 1.5rem;padding:.8rem 1rem;background:#f3f5f7;border-left:.35rem solid #4a5560}
.notice p:last-child{margin:0}
nav ul{list-style:none;margin:0;padding:0}
nav a{display:inline-block;max-width:100%;padding:.2rem 0;text-decoration:none;overflow-wrap:anywhere}
nav a:hover{text-decoration:underline}
table{width:100%;border-collapse:collapse;margin:0 0 1.5rem;font-size:1rem;line-height:1.45}
caption{text-align:left;font-weight:600;padding:0 0 .4rem;overflow-wrap:anywhere}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d5dae0;
overflow-wrap:anywhere}
thead th{border-bottom:2px solid #4a5560;vertical-align:bottom;overflow-wrap:normal}
mark{background:#fff4cc;color:#3a2d00;padding:.05em .25em;border:1px dashed #7a5f00;border-radius:.15rem;
font-weight:600;-webkit-box-decoration-break:clone;box-decoration-break:clone}
footer{margin-top:3.5rem;padding-top:.75rem;border-top:1px solid #d5dae0;font-size:.9375rem;color:#4a5560}
@media (max-width:30rem){body{padding:1.25rem 1rem 3rem}.facts>div{display:block}}
@page{size:A4;margin:20mm 20mm 22mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);
font:9pt system-ui,Arial,sans-serif;color:#4a5560}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.45}
h1{font-size:20pt}h2{font-size:13pt;margin-top:8mm}h3{font-size:11pt}table{font-size:9.5pt}
h2,h3,caption,.state{break-after:avoid}p{orphans:3;widows:3}
thead{display:table-header-group}tr,.keep-together{break-inside:avoid}
a{color:inherit;text-decoration:none}.skip{display:none}:target:not(section){background:none}
mark,.notice{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""

CONTRACT = (
    BASE
    + """
.no{display:inline-block;min-width:var(--w);padding-right:.2rem;text-indent:0;white-space:pre;
font-variant-numeric:tabular-nums}
h2{--w:3.25rem;padding-left:var(--w);text-indent:calc(-1*var(--w))}
h2.plain{padding-left:0;text-indent:0}
.l1{--w:3.25rem}.l2,.l3{--w:2.5rem}
[role=listitem]>p{padding-left:var(--w);text-indent:calc(-1*var(--w))}
.l1 .l2{margin-left:3.25rem}.l2 .l3{margin-left:2.5rem}
.parties p{margin-bottom:.35rem}
.parties{margin:0 0 2rem}
nav a{--w:2.25rem}
nav a:has(.no){padding-left:var(--w);text-indent:calc(-1*var(--w))}
dl.terms{display:grid;grid-template-columns:minmax(8rem,28%) 1fr}
dl.terms>dt{padding-right:1.25rem}
dl.terms>*{padding-top:.5rem;border-top:1px solid #e3e7eb}
dfn{font-style:normal}
.particulars th{width:34%}
.scroll{overflow-x:auto;margin:1.25rem 0 1.5rem}
.scroll table{margin:0}
.scroll th,.scroll td{min-width:7rem;overflow-wrap:break-word}
.sign{list-style:none;margin:1.25rem 0 2.25rem;padding:0}
.sign li{display:grid;grid-template-columns:7rem 1fr;gap:1rem;align-items:end;min-height:2.9rem}
.sign span{border-bottom:1px solid #1b1f24}
@media (max-width:30rem){
h2,.l1{--w:2.75rem}.l2,.l3{--w:2.25rem}.scroll thead th{vertical-align:top}
.l1 .l2{margin-left:1.25rem}.l2 .l3{margin-left:1.25rem}
.particulars th{width:42%}.particulars table{font-size:.9375rem}
dl.terms{display:block}dl.terms>dd{padding:0;border:0}
.sign li{grid-template-columns:5.5rem 1fr}}
@media print{nav{break-after:page}.schedule,.signatures{break-before:page}.signing{break-inside:avoid}
.scroll{overflow:visible}}
"""
)

REPORT = (
    BASE
    + """
body{max-width:62rem}
header p{max-width:75ch}
caption{color:#4a5560}
main>section>p,main>section>ul{max-width:75ch}
.warn,.stop{margin:1.25rem 0;padding:.8rem 1rem;border:2px solid #1b1f24;background:#fff}
.warn p,.stop p:last-child,.stop ul:last-child{margin:0}
.stop{border:.3rem solid #a3160f;background:#fdf1f0}
.stop h2{margin:0 0 .6rem;color:#8a120c}
ul{margin:0 0 1rem;padding-left:1.25rem}
li{margin:0 0 .4rem}
td ul,dd ul{margin:0}
code{font:.875em/1.4 ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace;color:#3d4750;
overflow-wrap:anywhere}
.card{margin:0 0 1rem;padding:.9rem 1.1rem 1rem;border:1px solid #c3cad2;border-radius:.25rem}
.card h3{margin:0 0 .5rem}
.card dl{margin:0}
.card dl>div{display:grid;grid-template-columns:8.5rem 1fr;gap:0 1rem;padding:.35rem 0;
border-top:1px solid #e3e7eb}
.tag{display:inline-block;padding:0 .4rem;border:1px solid #4a5560;border-radius:.2rem;font-size:.875rem;
font-weight:600;white-space:nowrap}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
nav li{margin:0}
.soft{font-weight:400}
tbody th{font-weight:600}
@media print,(min-width:45.01rem){
.of2 th:first-child{width:32%}.of3 th:first-child{width:22%}.of4 th:first-child{width:26%}}
@media screen and (max-width:45rem){
.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cards tr{margin:0 0 .9rem;padding:.5rem .9rem;border:1px solid #c3cad2;border-radius:.25rem}
.cards th,.cards td{padding:.3rem 0;border:0}
.cards td:empty{display:none}
.cards td[data-label]::before,.cards th[data-label]::before{content:attr(data-label);display:block;
font-size:.875rem;font-weight:600;color:#4a5560}
.card dl>div{display:block}
.card{padding:.8rem .9rem}}
@media print{.card{break-inside:avoid;border-color:#8a939c}.card dl>div{padding:1mm 0}
main>section>h2{break-before:auto}code{font-size:8pt}.stop{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
)
