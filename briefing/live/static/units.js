// What a part of a document is made of, piece by piece, to tell what of it changed: a block is a
// unit, and of a table of rows what it begins with, up to its body, then each row.

const TABLE_END = "</tbody></table>";
const FOOT = '<div class="contacts"'; // how the body is reached (ô 13)

/** Return the units of a part that is there as elements. */
export function unitsOf(part) {
  return [...part.children].flatMap((block) =>
    block.matches("table.grid") ? [headOf(block), ...rowsOf(block)] : [block.outerHTML],
  );
}

function headOf(table) {
  const parts = [...table.querySelectorAll("colgroup, thead")].map((part) => part.outerHTML);
  return table.cloneNode(false).outerHTML.replace("</table>", `${parts.join("")}<tbody>`);
}

function rowsOf(table) {
  return [...table.tBodies[0].rows].map((row) => row.outerHTML);
}

/** Say whether a unit stands at the foot of the first sheet. */
export function isAtFoot(unit) {
  return unit.startsWith(FOOT);
}

/** Return of each unit with which one its block begins. */
export function headsOf(units) {
  let head = -1;
  return units.map((unit, at) => {
    if (!unit.startsWith("<tr")) head = at;
    return head;
  });
}

/** Return the element of a block that is made of these units. */
export function elementOf([first, ...rows]) {
  return parsed(first.endsWith("<tbody>") ? first + rows.join("") + TABLE_END : first);
}

/** Return the element that a piece of markup is. */
export function parsed(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return document.importNode(template.content.firstElementChild, true);
}

/** Return how many units are the same at the beginning, and how many of the others at the end. */
export function alike(before, now) {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  return { start, end };
}
