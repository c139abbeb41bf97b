// The document on its sheets, as the program makes it, and what is pointed at on them.

import { paginate } from "./paginate.js";

const STYLES = /<style>([^<]*)<\/style>/g;

/** Lay a document on sheets in place of what they hold; `desk` keeps its place in it. */
export function laySheets(html, sheets, desk) {
  // The first style sheet is the document's; this page may hold no style of its own in markup.
  const [[, rules]] = html.matchAll(STYLES);
  const page = new DOMParser().parseFromString(html.replaceAll(STYLES, ""), "text/html");
  const style = new CSSStyleSheet();
  style.replaceSync(rules);
  document.adoptedStyleSheets = [style];
  document.title = page.title;
  sheets.lang = page.documentElement.lang;
  const { scrollTop, scrollLeft } = desk;
  const parts = [...page.querySelectorAll("section")].map((part) => document.importNode(part, true));
  paginate(parts, sheets);
  desk.scrollTo(scrollLeft, scrollTop);
}

/** Mark parts of the sheets, these and no others, and bring the first of them into sight. */
export function pointAt(sheets, parts) {
  for (const old of sheets.querySelectorAll(".spoken-of")) old.classList.remove("spoken-of");
  for (const part of parts) part.classList.add("spoken-of");
  parts[0]?.scrollIntoView({ block: "center" });
}
