// Rows that are pasted from a table (Excel, Calc, Word) become entries of the list they land in.

/** Return the changes that pasted rows ask for, or none where a paste is one plain text.
 *
 * The first column lands in the field that was pasted into, the others in those after it; each row
 * after the first is a new entry. In a list of texts each line is one. */
export function rowsPasted(box, text) {
  const rows = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((row) => row.split("\t"));
  if (rows.length === 1 && rows[0].length === 1) return [];
  const entry = box.closest(".entry");
  if (!entry || (box.nodeName === "TEXTAREA" && rows.every((row) => row.length === 1) && rows.length < 2)) return [];
  const boxes = [...entry.querySelectorAll("[data-path]")].filter((one) => !one.closest("details") || box.closest("details"));
  const columns = boxes.slice(boxes.indexOf(box)).map((one) => JSON.parse(one.dataset.path));
  const depth = entryDepth(entry);
  const entries = [...entry.parentElement.children].filter((one) => one.matches(".entry"));
  const place = entries.indexOf(entry);
  return rows.flatMap((row, down) => {
    const target = entries[place + down];
    return row.slice(0, columns.length).map((cell, across) => {
      const path = [...columns[across]];
      path[depth] = stepOf(path[depth], target, down, depth);
      return { path, text: cell.trim(), was: null };
    }).filter((change) => change.text);
  });
}

function entryDepth(entry) {
  const inside = entry.querySelector("[data-path]").dataset.path;
  const name = entry.querySelector("[data-name]")?.dataset.name;
  if (name && entry.contains(entry.querySelector("[data-name]"))) return JSON.parse(name).length - 1;
  const steps = JSON.parse(inside);
  return steps.findLastIndex((step) => typeof step === "number");
}

/** Return where a row goes: into the entry that is there, else into a new one. */
function stepOf(step, target, down, depth) {
  if (typeof step === "number") return step + down;
  const there = target?.querySelector("[data-path]");
  const name = there && JSON.parse(there.dataset.path)[depth];
  return name || `+${down}`;
}
