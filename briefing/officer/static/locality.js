// What is typed about a locality is tried on a report before it is kept. The server judges and
// makes everything that is shown; without this script the buttons do the same, without the look.

import { laySheets, pointAt } from "./live/sheets.js";

const byId = (name) => document.getElementById(name);
const words = document.body.dataset;
const form = byId("facts");
const desk = byId("desk");
const sheets = byId("sheets");
const report = byId("report");

const PAUSE = 500; // milliseconds without a key after which what was typed is tried

let timer = 0;
let asked = 0;
let leaving = false;
let before = null; // what the kept pack prints, paragraph by paragraph
const began = JSON.stringify([...new FormData(form)]);

form.addEventListener("change", () => form.dispatchEvent(new Event("input")));
form.addEventListener("input", (event) => {
  own(event.target);
  tell();
  clearTimeout(timer);
  // A syllable that is being composed (Unikey, ibus) is not finished.
  if (!event.isComposing) timer = setTimeout(tryIt, PAUSE);
});
form.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(tryIt, PAUSE);
});
form.addEventListener("submit", () => (leaving = true));
report.addEventListener("change", begin);
addEventListener("beforeunload", (event) => {
  if (!leaving && changed()) event.preventDefault();
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    form.requestSubmit();
  }
});

function changed() {
  return words.typed !== undefined || JSON.stringify([...new FormData(form)]) !== began;
}

/** What is typed beside an inherited entry is the pack's own. */
function own(box) {
  const state = box.id && byId(`state-${box.id}`);
  if (state) state.value = box.value.trim() ? "own" : "inherited";
}

function tell() {
  const place = byId("saved");
  place.textContent = changed() ? words.unsaved : words.saved;
  place.classList.toggle("error", changed());
}

/** Show a report as the kept pack prints it, then with what is typed. */
async function begin() {
  const kept = new URLSearchParams({ report: report.value });
  for (const name of ["token", "kind", "name"])
    if (form.elements[name]) kept.set(name, form.elements[name].value);
  const told = await ask(kept);
  if (!told) return;
  before = null;
  show(told);
  before = new Set(printed().map((part) => part.textContent));
  if (changed()) await tryIt();
}

async function tryIt() {
  const typed = new URLSearchParams(new FormData(form));
  typed.set("report", report.value);
  const told = await ask(typed);
  if (told) show(told);
}

/** Ask what would be; nothing where a newer question is on its way. */
async function ask(body) {
  const turn = (asked += 1);
  try {
    const answer = await fetch(words.try, { method: "POST", body });
    const told = await answer.json();
    return turn === asked ? told : null;
  } catch {
    byId("saved").textContent = words.offline;
    return null;
  }
}

function show(told) {
  showFindings(told);
  if (told.lines) showLines(told.lines);
  byId("nothing").hidden = told.page !== "" || sheets.childElementCount > 0;
  if (!told.page) return;
  const title = document.title;
  laySheets(told.page, sheets, desk);
  document.title = title;
  fit();
  // What is printed otherwise than by the pack as it is kept is marked.
  if (before) pointAt(sheets, printed().filter((part) => !before.has(part.textContent)));
}

function printed() {
  return [...sheets.querySelectorAll("p, h1, h2, h3, h4, li, td")];
}

/** Tell findings in the summary, and in the same words at their fields. */
function showFindings({ findings, clash }) {
  for (const place of form.querySelectorAll(".told")) place.replaceChildren();
  for (const box of form.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
  const items = findings.map(item);
  if (clash) items.unshift(text("li", clash, "error"));
  if (!items.length) items.push(text("li", words.noFindings, "none"));
  byId("findings").replaceChildren(...items);
}

function item(found) {
  const entry = text("li", "", found.severity);
  const box = found.path ? byId(found.path) : byId("text");
  const place = found.place ? `${found.place}: ` : "";
  const said = text(box ? "a" : "span", `${place}${stopped(found.message)}`);
  if (box) {
    said.href = `#${CSS.escape(box.id)}`;
    said.addEventListener("click", (event) => {
      event.preventDefault();
      box.focus();
    });
  }
  entry.append(text("span", found.called, "called"), " ", said, " ", text("span", found.remedy, "remedy"));
  if (box && found.severity === "error") box.setAttribute("aria-invalid", "true");
  const told = box && byId(`told-${box.id}`);
  if (told) told.append(text("p", `${stopped(found.message)} ${found.remedy}`, found.severity));
  return entry;
}

function showLines(lines) {
  const kinds = { "+": "added", "-": "taken", "@": "place" };
  const shown = lines.flatMap((line) => [text("span", line, kinds[line[0]] ?? ""), "\n"]);
  byId("lines").replaceChildren(...shown);
}

function stopped(sentence) {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function text(tag, content, classes = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  if (classes) element.className = classes;
  return element;
}

/** Make the sheets as wide as there is room, not wider than they are on paper. */
function fit() {
  const found = [...sheets.querySelectorAll(".sheet")];
  if (!found.length) return;
  const room = desk.clientWidth - 2 * parseFloat(getComputedStyle(desk).paddingLeft);
  sheets.style.zoom = Math.min(1, room / Math.max(...found.map((one) => one.offsetWidth)));
}
new ResizeObserver(fit).observe(desk);
begin();
