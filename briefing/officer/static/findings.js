// What is found, above the form and at its fields; a printed sentence leads to its field and back.

import { makeFor } from "./completed.js";
import { boxIn, byId, parts, text } from "./form.js";
import { byKey } from "./by_key.js";
import { pointAt } from "./live/sheets.js";

const words = document.body.dataset;
const sheets = byId("sheets");
const MANY = 4; // findings of one kind that are told as one

export function showFindings(findings, said) {
  for (const place of parts.querySelectorAll("[data-said]"))
    if (place.textContent !== (said[place.dataset.said] ?? ""))
      place.textContent = said[place.dataset.said] ?? "";
  for (const place of parts.querySelectorAll(".told")) {
    place.replaceChildren(...place.querySelectorAll(".choice"));
  }
  for (const box of parts.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
  byId("count").textContent = `(${findings.length})`;
  const items = grouped(findings);
  const none = text("li", words.noFindings, "none");
  byId("findings").replaceChildren(...(items.length ? items : [none]));
}

/** Tell many findings of one kind as one, which opens to show them. */
function grouped(all) {
  const open = new Set(
    [...document.querySelectorAll("#findings details[open]")].map((one) => one.dataset.rule));
  const kinds = byKey(all, ({ rule, severity }) => `${severity} ${rule}`);
  return [...kinds].flatMap(([kind, found]) => {
    const told = found.map(item);
    if (found.length < MANY || found[0].severity === "error") return told;
    const [{ severity, called, message }] = found;
    const entry = text("li", "", severity);
    const details = document.createElement("details");
    const summary = text("summary", "");
    const list = document.createElement("ol");
    details.dataset.rule = kind;
    details.open = open.has(kind);
    summary.append(
      text("span", called, "called"), ` ${words.alike.replace("{}", found.length)}: ${message} …`);
    list.append(...told);
    details.append(summary, list);
    entry.append(details);
    return [entry];
  });
}

/** Tell a finding in the summary, and in the same words at its field. */
function item(finding) {
  const entry = text("li", "", finding.severity);
  const place = near(finding.path);
  const called = text("span", finding.called, "called");
  if (place) {
    const link = text("a", finding.message);
    link.href = `#${CSS.escape(place.id)}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      lead(place, finding);
    });
    entry.append(called, " ", link);
    const told = place.querySelector(":scope > .told") ?? byId(place.id.replace(/^field-|^entry-/, "told-"));
    const words = text("p", "", finding.severity);
    words.append(text("span", finding.called, "called"), ` ${stopped(finding.message)} `, text("span", finding.remedy, "remedy"));
    told?.append(words);
    if (finding.severity === "error") boxIn(place)?.setAttribute("aria-invalid", "true");
  } else entry.append(called, " ", text("span", finding.message));
  entry.append(text("p", finding.remedy, "remedy"));
  return entry;
}

/** Return the part of the form for a path, or for the nearest one above it that the form has. */
function near(path) {
  if (path && !byId(`field-${path}`) && !byId(`entry-${path}`)) makeFor(path);
  for (let at = path; at; at = at.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, "")) {
    const found = byId(`field-${at}`) ?? byId(`entry-${at}`);
    if (found) return found;
  }
  return null;
}

function lead(place, finding) {
  for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const box = boxIn(place);
  place.scrollIntoView({ block: "center" });
  (box ?? place).focus({ preventScroll: true });
  const noted = sheets.querySelector(`[data-note="${finding.note}"]`);
  if (noted) pointAt(sheets, [noted.parentElement]);
}

function stopped(sentence) {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

// A printed sentence leads to its field, and a field to its place on the page.
sheets.addEventListener("click", (event) => {
  const place = near(event.target.closest("[data-path]")?.dataset.path ?? "");
  if (place) lead(place, {});
});
parts.addEventListener("focusin", (event) => {
  const id = event.target.dataset.path && event.target.id;
  if (!id) return;
  const found = [...sheets.querySelectorAll("[data-path]")].filter((part) => part.dataset.path === id);
  if (found.length) pointAt(sheets, found);
});
