import { darkTheme, lightTheme, themeVariables } from "@logjam/figures";
import { fontFaceCss } from "@logjam/figures/node";

interface Tones {
  readonly page: string;
  readonly card: string;
  readonly rule: string;
  readonly link: string;
  readonly yes: string;
  readonly no: string;
  readonly open: string;
  readonly out: string;
}

const light: Tones = {
  page: "#f6f7f8",
  card: "#ffffff",
  rule: "#d5dae0",
  link: "#005a8f",
  yes: "#00664a",
  no: "#a33c00",
  open: "#6b5200",
  out: "#4d555e",
};

const dark: Tones = {
  page: "#0f1215",
  card: "#16191d",
  rule: "#343b43",
  link: "#7cc0f2",
  yes: "#4fd3aa",
  no: "#ff9d66",
  open: "#f0c35a",
  out: "#b4bcc5",
};

const tones = (set: Tones): string =>
  Object.entries(set)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");

/** The report's style sheet: the bundled font, light and dark colours, layout from 360 px up, and print. */
export function styleSheet(): string {
  const lightVariables = `${tones(light)} ${themeVariables(lightTheme)}`;
  return `
${fontFaceCss()}
:root { color-scheme: light dark; ${lightVariables} }
@media (prefers-color-scheme: dark) { :root { ${tones(dark)} ${themeVariables(darkTheme)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--figure-ink); font: 16px/1.55 Inter, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 960px; margin: 0 auto; padding: 28px 24px 64px; }
section { margin: 44px 0 0; }
h1 { font-size: clamp(26px, 4.2vw, 42px); line-height: 1.15; margin: 6px 0 18px; letter-spacing: -0.015em; max-width: 26ch; text-wrap: balance; }
h2 { font-size: 25px; line-height: 1.25; margin: 0 0 10px; letter-spacing: -0.01em; }
h3 { font-size: 19px; line-height: 1.3; margin: 0; }
h4 { font-size: 15px; line-height: 1.4; margin: 20px 0 4px; }
p, ul, dl { max-width: 72ch; margin: 0 0 12px; }
ul { padding-left: 20px; }
a { color: var(--link); }
code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.86em; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 12px 14px; white-space: pre-wrap; }
.kicker { font-weight: 600; color: var(--figure-muted); margin: 0; }
.lead { font-size: 20px; line-height: 1.45; }
.count { font-weight: 600; }
.byline, .place, small, .caption { color: var(--figure-muted); font-size: 14px; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 20px 24px; margin: 16px 0; }
.card header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: baseline; justify-content: space-between; margin-bottom: 10px; }
.claim-id { color: var(--figure-muted); font-weight: 600; margin-right: 4px; }
.badge { display: inline-block; white-space: nowrap; font-size: 14px; font-weight: 600; line-height: 1.3; padding: 2px 9px; border: 1.5px solid currentColor; border-radius: 999px; }
.badge.yes { color: var(--yes); } .badge.no { color: var(--no); } .badge.open { color: var(--open); } .badge.out { color: var(--out); }
.point { font-size: 17px; margin: 22px 0 4px; }
.hangs { font-weight: 600; }
.rule { max-width: 72ch; padding-left: 22px; }
.proposition { margin: 0; }
figure { margin: 14px 0 18px; }
figure svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.narrow svg, .pair svg { width: 100%; max-width: 520px; }
main > section > figure, .pair > figure { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 18px 20px; }
.proposition > figure { background: none; border: 0; padding: 6px 0; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; margin: 16px 0; }
.pair > figure { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 15px; line-height: 1.4; margin: 8px 0 16px; }
.caption { margin: 14px 0 0; max-width: none; }
th, td { text-align: left; vertical-align: top; padding: 7px 14px 7px 0; border-top: 1px solid var(--rule); }
thead th { border-top: 0; color: var(--figure-muted); font-size: 13px; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
.summary td { white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 18px; max-width: none; }
.facts dt { color: var(--figure-muted); }
dd { margin: 0; }
dl:not(.facts) dd { margin: 0 0 8px; }
dl:not(.facts) dt { font-weight: 600; }
details { margin: 6px 0 18px; }
summary { cursor: pointer; color: var(--link); }
details h3 { font-size: 16px; margin: 14px 0 6px; }
@media (max-width: 940px) { .pair { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 780px) {
  main { padding: 20px 16px 48px; }
  .wide { display: none; }
  .narrow { display: block; }
  .card { padding: 16px 14px; }
  main > section > figure, .pair > figure { padding: 12px 11px; margin-left: -12px; margin-right: -12px; }
  .pair > figure { margin: 0 -12px; }
  .lead { font-size: 18px; }
  .summary, .summary tbody, .summary tr, .summary th, .summary td { display: block; width: auto; }
  .summary thead { display: none; }
  .summary th[scope="row"] { width: auto; padding-bottom: 2px; }
  .summary td { border-top: 0; padding: 2px 0; white-space: normal; }
  .summary td.none { display: none; }
  .summary td:nth-child(3)::before { content: "Found: "; color: var(--figure-muted); }
  .summary td:nth-child(4)::before { content: "Asked for: "; color: var(--figure-muted); }
  .summary td:nth-child(n+3) div { display: inline; }
  .summary td:nth-child(n+3) div + div::before { content: "; "; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd { margin-bottom: 8px; }
}
@media print {
  :root { ${lightVariables} --page: #ffffff; }
  body { font-size: 11pt; }
  .wide { display: block; }
  .narrow { display: none; }
  .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .card header, figure, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
}
