"""The stylesheet of the text matrix, on top of the report's."""

from contract_builder.render.styles import REPORT

MATRIX = (
    REPORT
    + """
body{max-width:100rem}
header,nav,footer,main>section>:not(.scroll){max-width:76rem}
.scroll{overflow:auto;max-height:85vh;margin:0 0 2rem;border:1px solid #c3cad2;border-radius:.25rem}
.scroll table{width:auto;min-width:100%;margin:0;border-collapse:separate;border-spacing:0;font-size:.875rem}
.grid caption{position:sticky;left:0;padding:.6rem .75rem;width:max-content;max-width:calc(100vw - 4rem)}
.grid th,.grid td{min-width:6rem;padding:.4rem .6rem;border-right:1px solid #e3e7eb;overflow-wrap:break-word}
.grid thead th{position:sticky;top:0;z-index:2;background:#f3f5f7;hyphens:auto}
.grid tbody th{position:sticky;left:0;z-index:1;min-width:11rem;max-width:15rem;background:#fff}
.grid thead th:first-child{left:0;z-index:3}
.grid tbody th.group{background:#f3f5f7;border-top:2px solid #4a5560}
.grid td:not(:empty){background:#eaf2fb}
.grid td a{display:block;color:#0d3f72}
ins{text-decoration:underline;text-decoration-thickness:.1em;background:#e6f4ea;color:#10381f}
del{text-decoration:line-through;background:#fdecea;color:#5c1410}
.row{margin:0 0 2.5rem}
.row h3{padding-top:.75rem;border-top:2px solid #4a5560}
h4{font-size:1.0625rem;margin:1.25rem 0 .4rem}
.nil{color:#5a6570}
@media print,(min-width:45.01rem){
.overview,.changes{table-layout:fixed}
.overview th,.overview td,.changes th,.changes td{overflow-wrap:break-word}
.overview th:first-child{width:28%}
.overview thead th:nth-child(n+2):nth-child(-n+5){width:5.75rem}
.changes th:first-child{width:14%}
.changes thead th:nth-child(2),.changes thead th:nth-child(3){width:33%}}
@media (max-width:30rem){.grid tbody th{min-width:7.5rem;max-width:8rem}.grid th,.grid td{min-width:5rem}}
@media print{
@page{size:A4 landscape}
.scroll{overflow:visible;max-height:none;border:0}
.scroll table{width:100%;font-size:7.5pt}
.grid th,.grid td,.grid tbody th{position:static;min-width:0;max-width:none;padding:.8mm 1mm;overflow-wrap:anywhere}
.grid caption{position:static;width:auto;max-width:none}
.row{break-inside:auto}
ins,del,.grid td:not(:empty){-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
)
