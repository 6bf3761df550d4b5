/** The whole style of the plain HTML pages, which load nothing. Its palette equals that of globals.css (gateway-style.test.ts). */
export const GATEWAY_STYLE = `
:root{color-scheme:light dark;--paper:#f1f5f9;--card:#fff;--line:#cad5e2;--soft:#e8eef5;--field:#62748e;--ink:#1f2733;--muted:#55637a;--gate:#16497a;--deep:#0f3357;--on:#fff;--pay:#c2410c;--pay-deep:#9a3412;--price:#c2410c;--note:#fff7ed;--note-line:#ffb86a;--on-note:#7e2a0c}
@media(prefers-color-scheme:dark){:root{--paper:#10161d;--card:#18212b;--line:#33414f;--soft:#1f2a36;--field:#7d8fa3;--ink:#e6ebf0;--muted:#a5b3c2;--gate:#8fbfec;--deep:#b3d5f4;--on:#0c2338;--pay:#ffa062;--pay-deep:#ffb98a;--price:#ffab73;--note:#33210f;--note-line:#8a5a2b;--on-note:#ffd7a8}}
*{box-sizing:border-box}
body{display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header{border-bottom:3px solid var(--gate);background:var(--card)}
header,footer{flex:none}
.in{max-width:64rem;margin:0 auto;padding:.75rem 1rem}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem}
.seal{display:grid;place-items:center;width:2rem;height:2rem;border-radius:.4rem;background:var(--gate);color:var(--on);font-weight:700}
.bar strong{color:var(--gate);font-size:1.125rem}
.bar nav{display:flex;align-items:center;gap:1rem;margin-left:auto}
@media(max-width:40rem){.bar small{order:1;width:100%}}
small,.small{font-size:.875rem}
small,.muted,dt,footer{color:var(--muted)}
a,.link{color:var(--gate);text-underline-offset:2px}
.link{padding:.25rem 0;border:0;background:none;font:inherit;text-decoration:underline;cursor:pointer}
main{flex:1;width:100%;padding-bottom:2.5rem}
footer p{margin:0;text-align:center;font-size:.8125rem}
:focus-visible{outline:2px solid var(--gate);outline-offset:2px}
h1,h2{margin:0;color:var(--gate);font-size:1.125rem;line-height:1.4}
.one h1{font-size:1.25rem}
p{margin:.75rem 0 0}
.steps{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0 1rem;padding:0;list-style:none;counter-reset:step;color:var(--muted);font-size:.875rem}
.steps li{counter-increment:step}
.steps li::before{content:counter(step);display:inline-block;width:1.5rem;margin-right:.4rem;border:1px solid;border-radius:1rem;line-height:1.375rem;text-align:center}
.steps [aria-current]{color:var(--gate);font-weight:600}
.steps [aria-current]::before{border-color:var(--gate);background:var(--gate);color:var(--on)}
.two{display:grid;gap:1rem;align-items:start}
.two>*{min-width:0}
.stack{display:grid;gap:1rem}
@media(min-width:48rem){.two{grid-template-columns:5fr 6fr}}
.card{padding:1.25rem;border:1px solid var(--line);background:var(--card);overflow-wrap:anywhere}
.one{max-width:40rem;margin:1.5rem auto 0;padding:2rem;border-top:3px solid var(--gate)}
@media(max-width:30rem){.one{padding:1.25rem}}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:.75rem 0 0}
dt{min-width:4.5rem;max-width:8rem}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.total{align-items:baseline;margin-top:.75rem;padding-top:.6rem;border-top:1px solid var(--line)}
.price{color:var(--price);font-size:1.375rem;font-weight:700;line-height:1.3;font-variant-numeric:tabular-nums}
p .price{margin:0 .25rem}
.done::before{content:"✓";content:"✓"/"";display:inline-block;width:2rem;margin-right:.6rem;border-radius:1rem;background:var(--gate);color:var(--on);font-size:1.125rem;line-height:2rem;text-align:center}
form p,form fieldset{margin-top:1rem}
label{display:block}
input:not([type=radio]){display:block;width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem .75rem;border:1px solid var(--field);background:var(--card);color:inherit;font:inherit}
fieldset{min-width:0;margin:0;padding:0;border:0}
legend{padding:0;font-weight:600}
.way{display:flex;gap:.5rem;align-items:baseline;margin-top:.5rem}
.banks{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.25rem .75rem;font-size:.875rem}
.hint{margin-top:.25rem;color:var(--muted);font-size:.875rem}
.pay{width:100%;min-height:2.75rem;margin-top:1.25rem;padding:.5rem 1.25rem;border:0;border-radius:.2rem;background:var(--pay);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
.pay:hover{background:var(--pay-deep)}
summary{color:var(--gate);font-size:1.125rem;font-weight:700;line-height:1.4;cursor:pointer}
.bad{border-top-color:var(--pay)}
.facts{display:block}
.facts dt{max-width:none;margin-top:1rem;font-size:.875rem}
.code{color:var(--price);font:600 1.125rem ui-monospace,monospace}
.signed{padding:.75rem;background:var(--soft);font:.8125rem/1.6 ui-monospace,monospace}
.more{margin:1.25rem 0 1rem}
.more summary{font-size:1rem;font-weight:400}
.note{margin:0;padding:.75rem;border:1px solid var(--note-line);background:var(--note);color:var(--on-note)}
`
