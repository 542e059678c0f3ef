// How the pages look: on a phone, at a desk, in the dark, and on paper. Every pair of colours has a contrast of 7 to 1 or more; nothing is told by colour alone.
#include "compiler/handbook/edition.hpp"

namespace rung::handbook {

std::string_view style() {
  return R"(:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --soft: #4a4a4a; --edge: #767676; --wash: #f1f4f8; --link: #0b4a8f; --bad: #8a1010; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #141414; --soft: #c8c8c8; --edge: #8c8c8c; --wash: #20262e; --link: #9cc7ff; --bad: #ffb0a8; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
body > header, main, body > footer { max-width: 68rem; margin: 0 auto; padding: .75rem 1rem; }
body > header { border-bottom: 1px solid var(--edge); }
body > footer { border-top: 1px solid var(--edge); color: var(--soft); font-size: .9rem; margin-top: 2rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100rem; top: 0; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
.of { margin: 0 0 .25rem; font-weight: 600; }
nav ul { list-style: none; max-width: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
nav a { display: inline-block; padding: .2rem 0; min-height: 1.75rem; min-width: 1.5rem; }
nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--link); }
nav.languages { float: right; margin-left: 1rem; }
nav.on-this-page { background: var(--wash); padding: .5rem .75rem; margin: 1rem 0; border-radius: .35rem; max-height: 16rem; overflow: auto; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--edge); padding-bottom: .2rem; }
h3 { font-size: 1.08rem; margin: 1.25rem 0 .25rem; }
p, ul, dl { margin: .4rem 0; max-width: 48rem; }
main ul { padding-left: 1.25rem; }
main nav ul { padding-left: 0; }
ul.rule li { margin: .15rem 0; }
ul.many { max-width: none; columns: 18rem; column-gap: 2rem; }
li::marker { color: var(--soft); }
.what, .note { color: var(--soft); }
.description { font-size: 1.08rem; }
.unstated { color: var(--soft); font-style: italic; }
.fail { color: var(--bad); }
code { font-size: .92em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(7rem, 13rem) 1fr; gap: .1rem 1rem; }
dt { font-weight: 600; grid-column: 1; }
dd { margin: 0; grid-column: 2; min-width: 0; }
.label { border: 2px solid var(--edge); border-radius: .5rem; padding: .25rem 1rem 1rem; max-width: 50rem; }
.scroll { overflow: auto; margin: .5rem 0; max-width: 100%; scroll-padding-left: 9rem; }
table { border-collapse: collapse; width: 100%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--edge); min-width: 4rem; }
thead th { background: var(--wash); }
tbody th { font-weight: 600; min-width: 9rem; background: var(--paper); }
tbody th, thead th:first-child { position: sticky; left: 0; }
td ul, td p { margin: 0; }
/* Reasons hold addresses, which have to break; wide enough for any word, so that nothing else does. */
td:nth-child(3):last-child { overflow-wrap: anywhere; hyphens: auto; min-width: 12rem; }
.drawing { border: 1px solid var(--edge); background: #ffffff; max-height: 85vh; padding: .25rem; }
.drawing img { display: block; max-width: none; width: min(var(--natural), max(100%, .75 * var(--natural))); height: auto; }
summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
@media (max-width: 36rem) {
  h1 { font-size: 1.5rem; }
  nav.on-this-page ul { display: block; }
  dl { display: block; }
  dd { margin-left: 1rem; }
  .label { padding: .25rem .6rem .6rem; }
  main :not(nav) > ul { padding-left: 1rem; }
  tbody th { min-width: 6.5rem; }
  .scroll { scroll-padding-left: 6.5rem; }
}
@media print {
  :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --soft: #333333; --wash: #ffffff; --link: #000000; --bad: #000000; }
  @page { margin: 18mm 15mm; }
  body { font-size: 10.5pt; }
  body > header nav, .skip, nav.on-this-page, details { display: none; }
  body > header, main, body > footer { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  li, tr, dt, dd { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
  .scroll { overflow: visible; }
  th, td, td:nth-child(3):last-child { min-width: 0; padding: 1mm 2mm; }
  tbody th { min-width: 0; }
  tbody th, thead th:first-child { position: static; }
  .drawing { border: 0; max-height: none; }
  .drawing img { max-width: 100%; max-height: 230mm; width: auto; }
}
)";
}

}  // namespace rung::handbook
