"""The stylesheet of the coverage page: light and dark, on a screen and on paper. Nothing in it is fetched."""

from contract_builder.render.styles import REPORT

COVERAGE = (
    REPORT
    + """
:root{--ink:#1b1f24;--soft:#4a5560;--page:#fff;--line:#d5dae0;--strong:#4a5560;--link:#10508f;
--yes:#d9efdf;--yes-ink:#0b3d20;--part:#fff;--part-ink:#5c4300;--part-line:#8a6a12;--near-ink:#3d4750;
--open-ink:#8a120c;--row:#f3f5f7;--target:#eaf2fb}
body{max-width:96rem;background:var(--page);color:var(--ink)}
main>section>p,header p,.legend,.card{max-width:75ch}
.figures{display:flex;flex-wrap:wrap;gap:1rem;margin:1.5rem 0}
.figures>div{flex:1 1 11rem;display:flex;flex-direction:column-reverse;justify-content:flex-end;
padding:.8rem 1rem;border:1px solid var(--line);border-top:.3rem solid var(--strong);border-radius:.15rem}
.figures dt{font-weight:400;color:var(--soft);line-height:1.3}
.figures dd{font-size:1.75rem;font-weight:650;line-height:1.2;letter-spacing:-.01em;white-space:nowrap;
font-variant-numeric:tabular-nums}
.legend{margin:0 0 1rem;display:grid;gap:.35rem}
.legend>div{display:grid;grid-template-columns:8rem 1fr;gap:0 1rem;align-items:baseline}
.scroll{overflow:auto;max-height:88vh;margin:0 0 2rem;border:1px solid var(--line)}
.matrix{width:auto;min-width:100%;margin:0;border-collapse:separate;border-spacing:0;font-size:.9375rem;line-height:1.35}
.matrix caption{padding:.7rem .75rem .5rem;color:var(--ink);position:sticky;left:0}
.matrix th,.matrix td{padding:.45rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;
white-space:normal}
.matrix thead th{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:2px solid var(--strong);
font-size:.875rem}
.matrix th:first-child{position:sticky;left:0;z-index:1;min-width:15rem;width:19rem;padding-left:.75rem;
background:var(--page);border-right:1px solid var(--line);font-weight:400}
.matrix thead th:first-child{z-index:3;font-weight:600}
.matrix .how{min-width:8.5rem}
.matrix td:nth-child(n+3){min-width:5.1rem;text-align:center;border-left:1px solid var(--line);font-size:.8125rem}
.matrix thead th:nth-child(n+3){border-left:1px solid var(--line);padding:.5rem .25rem}
.matrix tbody tr:nth-child(even)>*{background:var(--row)}
.matrix tbody tr:hover>*{box-shadow:inset 0 0 0 100vmax rgb(16 80 143/.06)}
.matrix tbody tr>td.yes{background:var(--yes);color:var(--yes-ink);font-weight:600}
.matrix tbody tr>td.part{color:var(--part-ink);background:var(--part);
box-shadow:inset 0 0 0 1px var(--part-line)}
.matrix td.near{color:var(--near-ink);font-style:italic}
.tall{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:12rem;line-height:1.25;
text-align:left}
.tall em{font-weight:400}
.code{display:inline-block;font-variant-numeric:tabular-nums;color:var(--soft)}
.matrix th.coded:first-child{padding-left:3rem;text-indent:-2.25rem}
.coded .code{min-width:2rem;text-indent:0}
.sign{display:block;font-size:.9em;line-height:1}
.mark .sign,.legend .sign{display:inline;margin-right:.35em}
.mark{font-weight:600}
.mark.yes{color:var(--yes-ink)}.mark.part{color:var(--part-ink)}.mark.none{color:var(--open-ink)}
.mark.near{color:var(--near-ink);font-style:italic}
small{display:block;font-size:.8125rem;font-weight:400;color:inherit}
.how small{color:var(--soft)}
.card h3{display:flex;gap:.6rem}
.card .code{flex:none;max-width:30%}.card h3>span{overflow-wrap:anywhere}
@media screen and (max-width:45rem){
.matrix th:first-child{min-width:8.5rem;width:8.5rem;font-size:.875rem;hyphens:auto}
.matrix .how{min-width:7.5rem}
.legend>div{display:block}}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e6e9ed;--soft:#b3bcc6;--page:#14181d;--line:#39424c;--strong:#8d98a4;--link:#8fc0ff;
--yes:#123b24;--yes-ink:#bff0cf;--part:#14181d;--part-ink:#f2d27a;--part-line:#b08d2e;--near-ink:#c3ccd6;
--open-ink:#ffb3ab;--row:#1b2027;--target:#1d3048}
a{color:var(--link)}:focus-visible{outline-color:var(--link)}
caption,.state,footer,code,.subject,.cards td[data-label]::before,.cards th[data-label]::before{color:var(--soft)}
th,td,footer,.facts>div,.card dl>div{border-color:var(--line)}
.card,.warn{border-color:var(--line)}.warn{background:var(--page)}.tag{border-color:var(--strong)}
.skip:focus{background:var(--page)}:target:not(section){background:var(--target)}
.matrix tbody tr:hover>*{box-shadow:inset 0 0 0 100vmax rgb(143 192 255/.08)}}
@page{size:A4 landscape;margin:12mm}
@media print{
.scroll{overflow:visible;max-height:none;border:0}
.matrix{font-size:7.5pt;width:100%;table-layout:auto}
.matrix th,.matrix td{position:static;padding:1mm;background:none}
.matrix th:first-child,.matrix thead th:first-child{position:static;min-width:42mm;width:48mm}
.matrix thead th{position:static}
.matrix .how{min-width:22mm}
.matrix td:nth-child(n+3){min-width:0;font-size:6.5pt;padding:1mm .5mm}
.matrix thead th:nth-child(n+3){font-size:7pt}
small{font-size:6.5pt}
.matrix td.yes,.figures>div{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.figures dd{font-size:15pt}.figures>div{padding:2mm 3mm}
nav{break-after:auto}
.matrix th.coded:first-child{padding-left:9mm;text-indent:-8mm}.coded .code{min-width:8mm}.tall{max-height:40mm}
.matrix thead th:first-child,.matrix thead th:nth-child(2){font-size:7.5pt}
#items{columns:2;column-gap:6mm}#items>h2{column-span:all}
#items .card{margin:0 0 3mm;padding:2mm 3mm;font-size:8.5pt}.card dl>div{grid-template-columns:28mm 1fr}
.card h3{font-size:9.5pt}.card li{margin:0}.matrix caption{position:static;padding:1mm 0}}
"""
)
