// The form beside the sheets: what is typed goes to the program, and what it makes comes back.
// The server makes everything that is shown; this script carries. Addresses are relative: the page
// lies below the token that lets it in.

import { bring } from "./brought.js";
import { emptyHere, takeEmpty } from "./completed.js";
import { contest, offerChoice } from "./contest.js";
import { showFindings } from "./findings.js";
import { byId, parts, shownIn } from "./form.js";
import { listenToKeys } from "./keys.js";
import { areLost, lose } from "./lost.js";
import { nameAsked, nameHeld, namesToSave, nameWaits, toldOfNames } from "./names.js";
import "./nowhere.js";
import { offerNames } from "./offers.js";
import { lay, shownPage } from "./paper.js";
import { changesPasted, goneFrom, rowsPasted, textOf } from "./paste.js";
import { close } from "./places.js";
import { ask, askOnce, fetched, meant } from "./program.js";
import { cutOff, isUnwritten, refuse, tell } from "./status.js";
import { still } from "./still.js";
import * as unsaved from "./unsaved.js";

const words = document.body.dataset;
const { contested, orders, unsent } = unsaved;

const PAUSE = 30; // milliseconds without a key after which what was typed is saved
const LATEST = 400; // milliseconds after which it is saved even where no pause is made
const AGAIN = 2000; // milliseconds after which what could not be written is tried again

let digest = words.digest; // of the state of the file that the form shows
let line = Promise.resolve(); // what is asked of the program, one thing after the other
let busy = 0; // how much of that is not answered yet
let sending = 0; // how much of what was typed is on its way
let owed = 0; // how many orders (rows to paste, entries to move) are not answered yet
let timer = 0;
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
    const gone = goneFrom(pasted, rows);
    lose(words.pastedLost, textOf(gone));
    if (gone.length === rows.length) return words.lost;
    const done = await send(pasted.filter(({ path }) => path));
    if (done === "refused") lose(words.pastedLost, textOf(rows)); // nobody else has them
    if (done !== "written") return "";
    await showForm();
    return words.pasted.replace("{}", rows.length - gone.length);
  });
  saveBefore();
  inTurn(turn);
});
parts.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = event.submitter?.value;
  if (event.submitter?.name === "do" && wanted) arrange(JSON.parse(wanted));
  else save();
});
byId("lost").addEventListener("changed", () => tellSaved());
addEventListener("beforeunload", (event) => {
  if (unsent().length || busy || contested.size || areLost() || toldOfNames(words))
    event.preventDefault();
});
// No turn comes any more for what waits now.
addEventListener("pagehide", () => {
  const left = [...unsent(), ...namesToSave().map(({ path, to }) => ({ path, to }))];
  if (left.length) ask(changeAt(), left);
});

/** Save after a rest; whoever types without one is saved all the same, or a crash would take it.
 * A syllable that is being composed (Unikey, ibus) is not finished, and has until then. */
function saveSoon(composing = false) {
  clearTimeout(timer);
  const left = unsaved.waitsSince() + LATEST - performance.now();
  timer = setTimeout(save, Math.max(0, composing ? left : Math.min(PAUSE, left)));
}

/** Remember what a field holds now, until it is sent. */
function note(box) {
  if (contested.has(box.dataset.path)) return; // first the person chooses what to keep
  const now = unsaved.remember(box, busy);
  if (now === "shown") tellSaved();
  else if (now) tell(words.saving);
}

/** Do something once all that was asked before is answered, or one answer would undo another; then
 * ask for a state that no answer brought. */
function inTurn(act) {
  busy += 1;
  line = line
    .then(act)
    .then(() => busy === 1 && follow())
    .catch((error) => {
      if (error.status === undefined) reportError(error); // the script's own
      tell(meant(error.status) ?? words.offline, true);
    })
    .finally(() => (busy -= 1));
  return line;
}

/** Send what waits, in the order of typing; what is typed behind an undo is for a turn behind it. */
function save() {
  clearTimeout(timer);
  const due = unsaved.whatWaits();
  return inTurn(async () => {
    if (!due.size || due !== unsaved.whatWaits()) return;
    if ((await send(unsaved.takeWaiting(), { again: true })) === "written") tellSaved();
  });
}

/** Send what was typed by now, for an order behind which all stands that is typed from now on. */
function saveBefore() {
  clearTimeout(timer);
  const take = unsaved.putAhead();
  inTurn(async () => {
    const typed = take();
    if (typed.length) await send(typed, { again: true });
  });
}

/** Ask for changes and show what became of them: all are "written", some are "contested", or all
 * were "refused"; what was typed is asked for `again` then, for nobody else has it. */
async function send(sent, { again = false } = {}) {
  let answer;
  sending += 1;
  try {
    answer = await askOnce(changeAt(), sent);
  } catch {
    tell(words.offline, true);
  } finally {
    sending -= 1;
    if (again && !answer?.ok && answer?.status !== 409) hold(sent);
  }
  if (!answer?.ok && answer?.status !== 409) {
    if (answer) await tellRefused(answer);
    return "refused";
  }
  refuse([]);
  const done = await answer.json();
  const others = done.before !== digest; // somebody wrote between
  // Else their boxes would go first, and what they hold would be kept twice.
  for (const one of done.clashes) if (one.gone) contest(one, sent[one.at]);
  goWith(done, { emptied: true });
  for (const one of done.shown) unsaved.settle(one);
  const boxes = done.clashes.map((one) => (one.gone ? null : contest(one, sent[one.at])));
  show(done.state);
  if (others || done.moved || done.clashes.length) await showForm();
  boxes.forEach((box, at) => box && offerChoice(box, done.clashes[at].now, chosen));
  if (done.clashes.length) tellSaved();
  return done.clashes.length ? "contested" : "written";
}

/** Let entries and what was typed go where changes, and others before them, brought them; how those
 * stay that only went because they were `emptied` is told in places.js. */
function goWith(done, how) {
  still(() => unsaved.goAlongOthers(done.came));
  unsaved.nameTyped(done.made);
  unsaved.goAlong(done.places, how);
  digest = done.digest;
}

/** Go on when somebody has chosen what a field keeps: the typed text is to be saved, or dropped. */
function chosen(mine) {
  if (mine) save();
  else tellSaved();
}

/** Return where changes go to; what is found of them is told later, the sheets at once. */
function changeAt() {
  return `change?have=${shownPage}&of=${digest}`;
}

/** Let what could not be written wait for better times. */
function hold(sent) {
  unsaved.hold(sent);
  clearTimeout(timer);
  timer = setTimeout(save, AGAIN);
}

/** Say why nothing was written: in the words of the program, or by what its answer means. */
async function tellRefused(answer, taken) {
  refuse(answer.status === 422 ? (await answer.json()).faults : []);
  // An entry is no longer there, and the form has followed: nothing that was typed waits for it.
  if (answer.status === 409 && !taken) tell(words.elsewhere);
  else tell(answer.status === 409 ? taken : (meant(answer.status) ?? words.notSaved), true);
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

/** Let an entry change its place or its name, or go; say whether it did. */
async function arrange(asked, taken) {
  const open = asked.to === undefined ? close(asked.path) : () => {};
  let is = false;
  const turn = ordered([asked], async () => {
    if (!asked.path) return words.saved; // its entry was taken away meanwhile
    const answer = await askOnce(changeAt(), [asked]).catch((error) => {
      open();
      throw error;
    });
    if (answer.ok) {
      const done = await answer.json();
      goWith(done, {});
      show(done.state);
    } else open();
    is = answer.ok;
    await showForm();
    if (!answer.ok) return tellRefused(answer, taken);
    refuse([]);
    return words.saved;
  });
  saveBefore();
  await inTurn(turn);
  return is;
}

/** Save all, also the names in boxes that were not left. */
async function saveAll() {
  for (const { box } of namesToSave()) await rename(box);
  await save();
}

async function rename(box) {
  const path = JSON.parse(box.dataset.name);
  const name = box.value.trim();
  if (path.at(-1) === "" || !name || path.at(-1) === name) return tellSaved();
  nameAsked(box);
  if (await arrange({ path, to: name }, words.nameTaken)) return undefined;
  // What cannot be asked for now is told, as long as it stands there.
  if (box.value.trim() === name) nameHeld(box);
  return undefined;
}

byId("undo").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  // What waits now is undone too, what is typed from now on is not.
  const take = unsaved.putAhead();
  inTurn(async () => {
    const typed = take();
    if (typed.length && (await send(typed, { again: true })) !== "written") return;
    const answer = await ask(`undo?of=${digest}`);
    if (!answer.ok) return tellRefused(answer);
    const { moved, digest: now, places } = await answer.json();
    refuse([]);
    if (moved) {
      unsaved.goAlongOthers(places);
      digest = now;
      await showForm();
    }
    // Whoever typed on into a field that was undone knows what it holds.
    unsaved.settleAll();
    if (unsent().length) tell(words.saving);
    else tellSaved(moved ? words.undone : words.nothingUndone);
  });
});
listenToKeys({
  save: () => saveAll().then(() => cutOff() || tellSaved()),
  undo: () => byId("undo").requestSubmit(),
});

// A file is made of what is saved.
for (const link of document.querySelectorAll("[data-file]"))
  link.addEventListener("click", async (event) => {
    if (!unsent().length && !busy && !namesToSave().length) return;
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
  if (newest !== version) do await refresh(); while (newest > version); // it went on meanwhile
}

async function refresh() {
  const turn = (asked += 1);
  const state = await fetched(`state?have=${shownPage}`);
  if (turn !== asked) return; // a newer state is there, or on its way
  show(state);
  if (!unsent().length) refuse([]);
  if (cutOff() && unsent().length) tell(words.saving);
  else if (isUnwritten()) tellSaved();
  // Else somebody else wrote the file.
  if (state.digest === digest || unsent().length) return;
  const shows = await showForm();
  tellSaved(shows ? words.elsewhere : words.unread);
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
  if (JSON.stringify([findings, said]) !== told) still(showFound);
}

/** Show the form as the file is, if it can be read; what is being typed stays. */
async function showForm() {
  const form = await fetched(`form?of=${digest}&${emptyHere()}`);
  // Of a file that cannot be read now there is none: what stands in this one is kept.
  if (!form.sections.length && parts.querySelector(".part")) {
    showFound();
    return false;
  }
  still(() => {
    if (form.ways) unsaved.goAlongOthers(form.ways);
    else unsaved.rescueAll();
    digest = form.digest;
    document.querySelector("#form > .faults:not(#refused, #lost)")?.remove();
    takeEmpty(form.empty);
    bring(form, {
      isHeld: (box) => nameWaits(box) || unsaved.isHeld(box.dataset.path),
      leaves: (box) => unsaved.loseBox(box),
    });
    showFound();
  });
  return true;
}

function showFound() {
  told = JSON.stringify([findings, said]);
  showFindings(findings, said);
}

// --- small things --------------------------------------------------------------------------

/** Say that all is saved, where it is: what waits is not, nor what the person has yet to choose. */
function tellSaved(done = words.saved) {
  if (unsent().length || owed || sending) return;
  if (contested.size) tell(words.conflict, true);
  else if (areLost()) tell(words.lost, true);
  else tell(toldOfNames(words) || done);
}

offerNames(parts, byId("offers"));

// What was typed before this script was there is typed all the same.
for (const box of parts.querySelectorAll("[data-path]"))
  if (shownIn(box) !== null && box.value !== shownIn(box)) note(box);
if (unsent().length) save();
else if (!byId("saved").textContent) tellSaved();
