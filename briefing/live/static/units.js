// What a part of a document is made of, piece by piece, to tell what of it changed: a block is a
// unit, and of a table its head with the columns, then each row.

/** Return the units of blocks; `at` says of each block which is its first. */
export function unitsOf(blocks) {
  const units = [];
  const at = new Map();
  for (const block of blocks) {
    at.set(block, units.length);
    const rows = [...(block.tBodies?.[0]?.rows ?? [])];
    const head = units.length;
    units.push({ html: rows.length ? headOf(block) : block.outerHTML, block, row: -1, head });
    rows.forEach((row, place) => units.push({ html: row.outerHTML, block, row: place, head }));
  }
  return { units, at };
}

/** Return a table without its rows. */
function headOf(table) {
  const parts = [...table.querySelectorAll("colgroup, thead")].map((part) => part.outerHTML);
  return table.cloneNode(false).outerHTML + parts.join("");
}

/** Return how many units are the same at the beginning, and how many of the others at the end. */
export function alike(before, now) {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start].html === now[start].html) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end).html === now.at(-1 - end).html) end += 1;
  return { start, end };
}
