// The sheets beside the form.

import { byId } from "./form.js";
import { layPage } from "./live/sheets.js";

const sheets = byId("sheets");
const desk = byId("desk");

let page = { parts: [], rules: "" };

/** The number of the page that is shown, 0 of none. */
export let shownPage = 0;

/**
 * Lay the sheets of the page that the program has made: of each part of the one before it is told
 * how many units stay at the beginning and at the end, and which come between.
 */
export function lay({ number, of, title, language, rules, parts }) {
  const before = of ? page.parts : [];
  page = {
    title,
    language,
    rules: rules ?? page.rules,
    parts: parts.map((part, at) => grown(before[at], part)),
  };
  shownPage = number;
  layPage(page, sheets, desk);
  fit();
}

function grown(before, { kind, start, end, units }) {
  const old = before?.units ?? [];
  if (!units.length && start + end === old.length && kind === before?.kind) return before;
  return { kind, units: [...old.slice(0, start), ...units, ...old.slice(old.length - end)] };
}

/** Make the sheets as wide as there is room, not wider than they are on paper. */
function fit() {
  const [sheet] = sheets.querySelectorAll(".sheet");
  if (!sheet) return;
  const room = desk.clientWidth - 2 * parseFloat(getComputedStyle(desk).paddingLeft);
  const widest = Math.max(...[...sheets.querySelectorAll(".sheet")].map((one) => one.offsetWidth));
  sheets.style.zoom = Math.min(1, room / widest);
}
new ResizeObserver(fit).observe(desk);
