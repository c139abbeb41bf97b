// Shows the state of the preview and shows it again whenever the program says that it changed.
// Addresses are relative: the page lies below the token that lets it in.

import { again, know, stated, written } from "./facts.js";
import { laySheets, pointAt } from "./sheets.js";

const byId = (name) => document.getElementById(name);
const desk = byId("desk");
const sheets = byId("sheets");
const words = document.body.dataset;

let shownPage = "";
let findings = [];
let opened = null; // the finding or the fact whose source is shown
let asked = 0;

const changes = new EventSource("changes");
changes.addEventListener("message", refresh);
changes.addEventListener("open", () => (byId("offline").hidden = true));
changes.addEventListener("error", () => (byId("offline").hidden = false));
byId("close").addEventListener("click", closeSource);
sheets.addEventListener("click", (event) => {
  const place = written(event.target);
  if (place) showSource(place, true);
});

async function refresh() {
  const turn = (asked += 1);
  const state = await (await fetch("state")).json();
  if (turn !== asked) return; // a newer state is on its way
  know(state.facts);
  if (state.page !== shownPage) showPage(state.page);
  document.body.classList.toggle("out-of-date", state.stale);
  byId("nothing").hidden = shownPage !== "";
  byId("stale").hidden = !(state.stale && shownPage);
  byId("draft").hidden = state.stale || !state.draft;
  showFindings(state.findings);
  if (opened) await showSource(same(opened) ?? { ...opened, line: null }, false);
}

function showPage(html) {
  laySheets(html, sheets, desk);
  shownPage = html;
}

function showFindings(told) {
  findings = told;
  byId("count").textContent = told.length ? `(${told.length})` : "";
  const items = told.map(item);
  byId("findings").replaceChildren(...(items.length ? items : [text("li", words.none, "none")]));
}

function item(finding) {
  const entry = text("li", "", finding.severity);
  const called = text("span", finding.called, "called");
  if (finding.file) {
    const link = text("a", finding.message);
    link.href = "#source";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      showNote(finding);
      showSource(finding, true);
    });
    entry.append(called, " ", link);
  } else {
    entry.append(called, " ", text("span", finding.message));
  }
  entry.append(text("p", finding.remedy, "remedy"), text("p", finding.place, "place"));
  return entry;
}

/** Show the place of the page that a finding speaks of, where a draft has noted it. */
function showNote(finding) {
  const note = sheets.querySelector(`[data-note="${finding.note}"]`);
  pointAt(sheets, note ? [note.parentElement] : []);
}

/** Show the file of a finding with the lines marked that findings lie in. */
async function showSource(finding, jump) {
  const answer = await fetch(`source?${new URLSearchParams({ file: finding.file })}`);
  const lines = answer.ok ? (await answer.json()).lines : [words.unreadable];
  opened = finding;
  const inFile = findings.filter((other) => other.file === finding.file);
  const marked = new Set(inFile.map((other) => other.line));
  const list = byId("lines");
  const { scrollTop } = list;
  list.replaceChildren(
    ...lines.map((line, index) => {
      const entry = text("li", line);
      entry.classList.toggle("marked", marked.has(index + 1));
      entry.classList.toggle("chosen", index + 1 === finding.line);
      entry.addEventListener("click", () => pointAt(sheets, stated(sheets, finding.file, index + 1)));
      return entry;
    }),
  );
  byId("file").textContent = finding.file;
  byId("source").hidden = false;
  if (jump) list.querySelector(".chosen")?.scrollIntoView({ block: "center" });
  else list.scrollTop = scrollTop;
}

function closeSource() {
  opened = null;
  byId("source").hidden = true;
}

/** Return the finding or the fact as it is told now; its line may have moved. */
function same(finding) {
  if (!finding.rule) return again(finding.path);
  const alike = (other) => other.rule === finding.rule && other.file === finding.file;
  const candidates = findings.filter(alike);
  return candidates.find((other) => other.path === finding.path) ?? candidates[0];
}

function text(tag, content, classes = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  if (classes) element.className = classes;
  return element;
}
