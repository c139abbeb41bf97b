// The sheets beside the form.

import { byId } from "./form.js";
import { laySheets } from "./live/sheets.js";

const sheets = byId("sheets");
const desk = byId("desk");

/** Lay the sheets of a page that the program has made. */
export function lay(page) {
  laySheets(page, sheets, desk);
  fit();
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
