import { html, raw } from 'hono/html'

/** HTML that hono has escaped. */
export type Html = ReturnType<typeof html>

/** The styles every page of the sandbox shares: system type, light and dark, room for fingers. */
const styles = `
:root { color-scheme: light dark;
  --page: #f4f6f8; --card: #ffffff; --ink: #17222d; --soft: #4c5b69; --line: #cbd4dc;
  --accent: #0b5cad; --on-accent: #ffffff; --tint: #e5effa; --warn: #8a3b00; --warn-tint: #fdf0e3; }
@media (prefers-color-scheme: dark) { :root {
  --page: #10171e; --card: #19232d; --ink: #e8eef4; --soft: #a9b8c6; --line: #3a4956;
  --accent: #7db8f5; --on-accent: #0d1a27; --tint: #1d344b; --warn: #ffbd80; --warn-tint: #3a2615; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
header, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .9rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
p { margin: .25rem 0 1rem; max-width: 44rem; }
a { color: var(--accent); }
.soft { color: var(--soft); }
fieldset { border: 0; margin: 1.75rem 0 0; padding: 0; min-width: 0; }
legend { font-weight: 650; font-size: 1.05rem; padding: 0; margin-bottom: .6rem; }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
.card { position: relative; display: block; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .8rem .9rem .8rem 2.5rem; }
.card:hover { border-color: var(--accent); }
.card:has(input:checked) { border-color: var(--accent); background: var(--tint); box-shadow: inset 0 0 0 1px var(--accent); }
.card input[type=radio], .card input[type=checkbox] { position: absolute; left: .9rem; top: 1.1rem; margin: 0; z-index: 1; accent-color: var(--accent); }
.card label { font-weight: 600; overflow-wrap: anywhere; }
.card label::after { content: ''; position: absolute; inset: 0; }
.card small { display: block; color: var(--soft); font-size: .9rem; }
.card .fault { color: var(--warn); }
.field { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin-top: 1rem; }
select, input[type=number] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft);
  border-radius: .4rem; padding: .4rem .5rem; max-width: 100%; }
.card input[type=number] { position: relative; z-index: 1; width: 7.5rem; }
button, .button { font: inherit; font-weight: 600; border-radius: .5rem; border: 1px solid var(--accent); padding: .6rem 1.1rem;
  background: var(--card); color: var(--accent); cursor: pointer; text-decoration: none; }
button.main { background: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.75rem 0 .5rem; }
.notice { background: var(--warn-tint); border-left: 4px solid var(--warn); padding: .7rem 1rem; border-radius: .3rem; margin: .75rem 0; }
.notice ul { margin: .25rem 0 .5rem; padding-left: 1.2rem; }
code { font: .88em ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere; }
details { margin: 1rem 0; } summary { cursor: pointer; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
`

/** One page: title, its own styles if any, and what goes between `<body>` tags. */
export function toPage(title: string, body: Html, moreStyles = ''): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(styles)}${raw(moreStyles)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`
}

/** A page of one message, for what cannot go on. */
export function toMessagePage(title: string, words: string): Html {
  return toPage(
    title,
    html`<header><h1>${title}</h1></header>
      <main>
        <p>${words}</p>
        <p><a href="/">To the Launchpad</a></p>
      </main>`,
  )
}
