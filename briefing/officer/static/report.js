// The form beside the sheets: what is typed goes to the program, and what it makes comes back.
// The server makes everything that is shown; this script carries. Addresses are relative: the page
// lies below the token that lets it in.

import { bring } from "./brought.js";
import { emptyHere, takeEmpty } from "./completed.js";
import { showFindings } from "./findings.js";
import { boxOf, button, byId, keyOf, nameFor, parts, shownIn, shownNow, text, toldAt } from "./form.js";
import { nameAsked, nameFields, namesToSave, nameWaits, toldOfNames } from "./names.js";
import { offerNames } from "./offers.js";
import { lay, shownPage } from "./paper.js";
import { changesPasted, rowsPasted } from "./paste.js";
import { close, followPlaces } from "./places.js";
import { ask, fetched, meant } from "./program.js";
import { cutOff, refuse, tell } from "./status.js";

const words = document.body.dataset;

const PAUSE = 30; // milliseconds without a key after which what was typed is saved
const LATEST = 400; // milliseconds after which it is saved even where no pause is made
const AGAIN = 2000; // milliseconds after which what could not be written is tried again

let digest = words.digest;
let waiting = new Map(); // what was typed and not yet sent, by the key of its field
const ahead = new Set(); // what waited when something was to be undone, a map each
let contested = new Map(); // what was typed into fields that somebody else changed, not yet chosen
let line = Promise.resolve(); // what is asked of the program, one thing after the other
let busy = 0; // how much of that is not answered yet
let owed = 0; // how many orders (rows to paste, entries to move) are not answered yet
const orders = new Set(); // what those ask for that wait for their turn, a list each
let timer = 0;
let waitingSince = 0; // when the oldest of what waits was typed
let version = 0; // of the state that is shown
let newest = 0; // of the last state that the program told of
let asked = 0;
let findings = [];
let said = {}; // what sentences say of each figure
let told = ""; // the findings and the sentences, as they stand in the form

// --- what is typed -------------------------------------------------------------------------

parts.addEventListener("input", (event) => {
  const box = event.target;
  if (box.dataset.name) tellSaved();
  if (!box.dataset.path) return;
  note(box);
  saveSoon(event.isComposing);
});
parts.addEventListener("compositionend", (event) => {
  if (event.target.dataset.path) {
    note(event.target);
    saveSoon();
  }
});
parts.addEventListener("change", (event) => {
  if (event.target.dataset.name) rename(event.target);
  else if (event.target.dataset.path) {
    note(event.target);
    save();
  }
});
parts.addEventListener("paste", (event) => {
  const box = event.target;
  const rows = box.dataset.path ? rowsPasted(box, event.clipboardData) : [];
  if (!rows.length) return;
  event.preventDefault();
  const pasted = changesPasted(box, rows);
  const turn = ordered(pasted, async () => {
    if (!(await send(pasted.filter(({ path }) => path)))) return "";
    await showForm();
    return words.pasted.replace("{}", rows.length);
  });
  // Before all that is typed from now on, which may stand below the rows.
  save();
  inTurn(turn);
});
parts.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = event.submitter?.value;
  if (event.submitter?.name === "do" && wanted) arrange(JSON.parse(wanted));
  else save();
});
addEventListener("beforeunload", (event) => {
  if (waiting.size || busy || toldOfNames(words)) event.preventDefault();
});
// No turn comes any more for what waits now.
addEventListener("pagehide", () => {
  const left = [...unsent(), ...namesToSave().map(({ path, to }) => ({ path, to }))];
  if (left.length) ask("change", left);
});

/** Return what was typed and not yet sent, the oldest first. */
function unsent() {
  return maps().flatMap((map) => [...map.values()]);
}

function maps() {
  return [...ahead, waiting];
}

/** Save after a rest; whoever types without one is saved all the same, or a crash would take it.
 * A syllable that is being composed (Unikey, ibus) is not finished, and has until then. */
function saveSoon(composing = false) {
  clearTimeout(timer);
  const left = waitingSince + LATEST - performance.now();
  timer = setTimeout(save, Math.max(0, composing ? left : Math.min(PAUSE, left)));
}

/** Remember what a field holds now, until it is sent. */
function note(box) {
  const key = box.dataset.path;
  if (contested.has(key)) return; // first the person chooses what to keep
  if (box.value === shownIn(box) && !busy) {
    if (waiting.delete(key)) tellSaved();
    return;
  }
  if (!waiting.size) waitingSince = performance.now();
  const old = !box.closest(".entry.new");
  waiting.set(key, { path: JSON.parse(key), text: box.value, was: shownIn(box), name: nameFor(box), old });
  tell(words.saving);
}

/** Do something once all that was asked before is answered, or one answer would undo another; then
 * ask for a state that no answer brought. */
function inTurn(act) {
  busy += 1;
  line = line
    .then(act)
    .then(() => busy === 1 && follow())
    .catch((error) => tell(meant(error.status) ?? words.offline, true))
    .finally(() => (busy -= 1));
  return line;
}

/** Send what waits, in the order of typing; what is typed behind an undo is for a turn behind it. */
function save() {
  clearTimeout(timer);
  const due = waiting;
  return inTurn(async () => {
    if (!due.size || due !== waiting) return;
    const sent = [...due.values()];
    waiting = new Map();
    if (await send(sent, { again: true })) tellSaved();
  });
}

/** Ask for changes and show what became of them; what was typed is asked for `again` until it is
 * written, for nobody else has it. */
async function send(sent, { again = false } = {}) {
  let answer;
  try {
    answer = await ask(changeAt(), sent);
  } catch {
    tell(words.offline, true);
  }
  if (!answer?.ok && answer?.status !== 409) {
    if (answer) await tellRefused(answer);
    if (again) hold(sent);
    return false;
  }
  const done = await answer.json();
  refuse([]);
  const others = done.before !== undefined && done.before !== digest; // somebody wrote between
  digest = done.digest ?? digest;
  nameFields(done.made ?? [], maps());
  goAlong(done.places, { emptied: true });
  for (const one of done.shown ?? []) settle(one);
  for (const one of done.clashes) contest(one, sent);
  if (done.state) show(done.state);
  if (others || done.moved || done.clashes.length) await showForm();
  for (const one of done.clashes) offerChoice(one);
  return !done.clashes.length;
}

/** Return where changes go to; what is found of them is told later, the sheets at once. */
function changeAt() {
  return `change?have=${shownPage}`;
}

/** Let what could not be written wait for better times; what was typed since is newer. */
function hold(sent) {
  for (const one of sent) if (!waiting.has(keyOf(one.path))) waiting.set(keyOf(one.path), one);
  clearTimeout(timer);
  timer = setTimeout(save, AGAIN);
}

/** Say why nothing was written: in the words of the program, or by what its answer means. */
async function tellRefused(answer, taken = words.notSaved) {
  refuse(answer.status === 422 ? (await answer.json()).faults : []);
  tell(answer.status === 409 ? taken : (meant(answer.status) ?? words.notSaved), true);
}

/** Take what the file says of a field as what it shows, also for what was typed since it was sent. */
function settle({ path, now }) {
  const key = keyOf(path);
  const box = boxOf(key);
  const was = box?.previousElementSibling;
  if (was?.name?.startsWith("was:")) was.value = now;
  const later = maps().filter((map) => map.has(key));
  for (const one of later.map((map) => map.get(key))) if (one.was !== null) one.was = now;
  if (!later.length && box && box !== document.activeElement) box.value = now;
}

/** Return what an order does in its turn, and what is told of it once nothing waits. */
function ordered(changes, act) {
  owed += 1;
  orders.add(changes);
  tell(words.saving);
  return async () => {
    orders.delete(changes);
    const done = await act().finally(() => (owed -= 1));
    if (done) tellSaved(done);
  };
}

/** Let what was typed while entries changed their places go along with them. */
function goAlong(places, how) {
  followPlaces(places ?? [], [...maps(), contested], orders, how);
}

async function arrange(asked, taken) {
  const open = asked.to === undefined ? close(asked.path) : () => {};
  const turn = ordered([asked], async () => {
    if (!asked.path) return words.saved; // its entry was taken away meanwhile
    const answer = await ask(changeAt(), [asked]).catch((error) => {
      open();
      throw error;
    });
    if (answer.ok) {
      const { places, state } = await answer.json();
      goAlong(places);
      show(state);
    } else open();
    await showForm();
    if (!answer.ok) return tellRefused(answer, taken);
    refuse([]);
    return words.saved;
  });
  await save();
  await inTurn(turn);
}

/** Save all, also the names in boxes that were not left. */
async function saveAll() {
  for (const { box } of namesToSave()) await rename(box);
  await save();
}

async function rename(box) {
  const path = JSON.parse(box.dataset.name);
  if (path.at(-1) === "" || !box.value.trim() || path.at(-1) === box.value.trim()) return tellSaved();
  nameAsked(box);
  await arrange({ path, to: box.value.trim() }, words.nameTaken);
}

/** Two people changed one field: keep what was typed in its box until the person has chosen. */
function contest({ path }, sent) {
  const key = keyOf(path);
  const mine = sent.find((one) => keyOf(one.path) === key) ?? sent[0];
  const box = boxOf(key);
  if (box && !waiting.has(key) && mine.path === path) box.value = mine.text;
  contested.set(keyOf(mine.path), waiting.get(key)?.text ?? mine.text);
  waiting.delete(key);
}

/** Say that a field was changed elsewhere, and let the person choose what it keeps. */
function offerChoice({ path, now }) {
  const key = keyOf(path);
  const place = toldAt(path);
  tell(words.conflict, true);
  if (!place) {
    contested.delete(key);
    return;
  }
  const box = boxOf(key); // its path changes when its entry is moved
  const choice = document.createElement("div");
  choice.className = "choice";
  const end = () => {
    contested.delete(box.dataset.path);
    choice.remove();
  };
  const keep = button(words.mine, () => {
    end();
    const path = JSON.parse(box.dataset.path);
    waiting.set(box.dataset.path, { path, text: box.value, was: now, name: "" });
    save();
  });
  const take = button(words.theirs.replace("{}", now), () => {
    box.value = now;
    end();
    tellSaved();
  });
  choice.append(text("p", words.conflict, "error"), keep, take);
  place.querySelector(".choice")?.remove();
  place.append(choice);
}

byId("undo").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  // What waits now is undone too, what is typed from now on is not.
  const typed = waiting;
  waiting = new Map();
  ahead.add(typed);
  inTurn(async () => {
    ahead.delete(typed);
    if (typed.size && !(await send([...typed.values()], { again: true }))) return;
    const answer = await ask("undo");
    if (!answer.ok) return tellRefused(answer);
    const { moved, digest: now, places } = await answer.json();
    refuse([]);
    digest = now ?? digest;
    goAlong(places);
    if (moved) await showForm();
    // Whoever typed on into a field that was undone knows what it holds.
    for (const map of maps()) for (const [key, one] of map) one.was = shownNow(key, one.was);
    tell(unsent().length ? words.saving : moved ? words.undone : words.nothingUndone);
  });
});
addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, textarea");
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    saveAll().then(() => byId("saved").classList.contains("error") || tellSaved());
  } else if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) {
    event.preventDefault();
    byId("undo").requestSubmit();
  }
});

// A file is made of what is saved.
for (const link of document.querySelectorAll("[data-file]"))
  link.addEventListener("click", async (event) => {
    if (!waiting.size && !busy && !namesToSave().length) return;
    event.preventDefault();
    await saveAll();
    location.assign(link.href);
  });

// --- what comes back -----------------------------------------------------------------------

const changes = new EventSource("changes");
changes.addEventListener("message", (event) => {
  newest = Number(event.data);
  // Its own changes bring their state with the answer.
  if (!busy) inTurn(() => {});
});
changes.addEventListener("error", () => tell(words.offline, true));
// A page that comes back as it was left may have missed what was told meanwhile.
addEventListener("pageshow", ({ persisted }) => persisted && inTurn(refresh));

async function follow() {
  if (newest !== version) await refresh();
  while (newest > version) await refresh(); // it went on meanwhile
}

async function refresh() {
  const turn = (asked += 1);
  const state = await fetched(`state?have=${shownPage}`);
  if (turn !== asked) return; // a newer state is there, or on its way
  show(state);
  if (!unsent().length) refuse([]);
  if (cutOff() && unsent().length) tell(words.saving);
  else if (cutOff()) tellSaved();
  if (state.digest !== digest && !unsent().length) {
    // Somebody else wrote the file.
    digest = state.digest;
    await showForm();
    tell(words.elsewhere);
  }
}

/** Show the document and what is found as the program has just told them. */
function show(state) {
  asked += 1;
  version = state.version;
  if (state.sheets) lay(state.sheets);
  document.body.classList.toggle("out-of-date", state.stale);
  byId("nothing").hidden = shownPage > 0;
  byId("stale").hidden = !(state.stale && shownPage);
  byId("draft").hidden = state.stale || !state.draft;
  byId("checking").hidden = state.checked;
  if (!state.checked) return; // what is found comes when the checks are through
  ({ findings, said } = state);
  if (JSON.stringify([findings, said]) !== told) showFound();
}

/** Show the form as the file is; what is being typed stays. */
async function showForm() {
  const form = await fetched(`form?${emptyHere()}`);
  digest = form.digest;
  // Of a file that cannot be read now there is none: what stands in this one is kept.
  if (!form.sections.length && parts.querySelector(".part")) return showFound();
  document.querySelector("#form > .faults:not(#refused)")?.remove();
  takeEmpty(form.empty);
  bring(form, (box) => nameWaits(box) || (isHeld(box.dataset.path) && !box.name.startsWith("was:")));
  showFound();
}

function showFound() {
  told = JSON.stringify([findings, said]);
  showFindings(findings, said);
}

function isHeld(key) {
  return contested.has(key) || maps().some((map) => map.has(key));
}

// --- small things --------------------------------------------------------------------------

/** Say that all is saved, where it is: what waits is not, nor what the person has yet to choose. */
function tellSaved(done = words.saved) {
  if (unsent().length || owed) return;
  if (contested.size) tell(words.conflict, true);
  else tell(toldOfNames(words) || done);
}

offerNames(parts, byId("offers"));

// What was typed before this script was there is typed all the same.
for (const box of parts.querySelectorAll("[data-path]"))
  if (shownIn(box) !== null && box.value !== shownIn(box)) note(box);
if (waiting.size) save();
else if (!byId("saved").textContent) tellSaved();
