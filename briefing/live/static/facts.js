// From what the page states to the line of the input that says it, and back.

let facts = {}; // the file and the line of each fact, by its path

export function know(told) {
  facts = told;
}

/** Return where the innermost fact around an element of the page is written. */
export function written(element) {
  const path = element.closest("[data-path]")?.dataset.path;
  return path in facts ? { ...facts[path], path } : null;
}

/** Return where a fact is written now; its line may have moved. */
export function again(path) {
  return path in facts ? { ...facts[path], path } : null;
}

/** Return the parts of the page that state what a line of a file says, or the lines above it. */
export function stated(sheets, file, line) {
  const above = Object.entries(facts).filter(([, at]) => at.file === file && at.line <= line);
  const nearest = Math.max(...above.map(([, at]) => at.line));
  const paths = new Set(above.filter(([, at]) => at.line === nearest).map(([path]) => path));
  return [...sheets.querySelectorAll("[data-path]")].filter((part) => paths.has(part.dataset.path));
}
