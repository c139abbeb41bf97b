// The document on its sheets, as the program makes it, and what is pointed at on them.

import { paginate } from "./paginate.js";
import { unitsOf } from "./units.js";

const STYLES = /<style>([^<]*)<\/style>/g;
const NOTHING = { rules: null, parts: [] };

const laid = new WeakMap(); // what lies in a place: the rules, and each part with its sheets

/** Lay a document on sheets in place of what they hold; it comes as one text. */
export function laySheets(html, sheets, desk) {
  // The first style sheet is the document's; this page may hold no style of its own in markup.
  const [[, rules]] = html.matchAll(STYLES);
  const page = new DOMParser().parseFromString(html.replaceAll(STYLES, ""), "text/html");
  const parts = [...page.querySelectorAll("section")].map((part) => ({
    kind: part.className,
    units: unitsOf(part),
  }));
  layPage({ rules, title: page.title, language: page.documentElement.lang, parts }, sheets, desk);
}

/**
 * Lay a document on sheets in place of what they hold; `desk` keeps its place in it.
 *
 * It comes in parts, each of a kind and of units. Sheets on which nothing changes stay lying as
 * they are: to part a long annex takes a while.
 */
export function layPage({ rules, title, language, parts }, sheets, desk) {
  const before = laid.get(sheets) ?? NOTHING;
  const kept = before.rules === rules ? before.parts : [];
  if (before.rules !== rules) setBy(rules);
  // Even what is set to the same value makes the browser look at all that depends on it.
  if (document.title !== title) document.title = title;
  if (sheets.lang !== language) sheets.lang = language;
  const { scrollTop, scrollLeft } = desk;
  const bench = benchBeside(sheets);
  const now = parts.map((part, at) => {
    const was = kept[at];
    if (was && was.units === part.units && was.kind === part.kind) return was;
    return { ...part, laid: paginate(part, bench, was?.laid) };
  });
  put(sheets, now.flatMap((part) => part.laid.sheets.map(({ sheet }) => sheet)));
  bench.remove();
  laid.set(sheets, { rules, parts: now });
  if (desk.scrollTop !== scrollTop || desk.scrollLeft !== scrollLeft)
    desk.scrollTo(scrollLeft, scrollTop);
}

function setBy(rules) {
  const style = new CSSStyleSheet();
  style.replaceSync(rules);
  document.adoptedStyleSheets = [style];
}

/** Return a place out of sight, where sheets are as large as on paper however they are shown. */
function benchBeside(sheets) {
  const bench = document.createElement("div");
  bench.className = "bench";
  bench.lang = sheets.lang;
  sheets.after(bench);
  return bench;
}

/** Make sheets, in their order, all that lies in a place; those that lie there are not moved. */
function put(place, sheets) {
  const wanted = new Set(sheets);
  for (const old of [...place.children]) if (!wanted.has(old)) old.remove();
  sheets.forEach((sheet, at) => {
    if (place.children[at] !== sheet) place.insertBefore(sheet, place.children[at] ?? null);
  });
}

/** Mark parts of the sheets, these and no others, and bring the first of them into sight. */
export function pointAt(sheets, parts) {
  for (const old of sheets.querySelectorAll(".spoken-of")) old.classList.remove("spoken-of");
  for (const part of parts) part.classList.add("spoken-of");
  parts[0]?.scrollIntoView({ block: "center" });
}
