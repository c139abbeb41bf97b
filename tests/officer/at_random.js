// Does at the page what a hurried person does, one step after the other, and returns what was done.
// An entry is known by the mark that its text begins with, wherever it stands by then.

const [steps, seconds, done] = arguments;
const rest = (most) => new Promise((go) => setTimeout(go, Math.random() * most));
const usual = (window.usualFetch ??= window.fetch);
window.fetch = async (address, told) => {
  await rest(1000 * seconds);
  // What an order could not do is seen, and asked for again by the person.
  const typed = told?.method === "POST" && JSON.parse(told.body).every((one) => one.text !== undefined);
  const luck = typed ? Math.random() : 1;
  if (luck < 0.1) throw new TypeError("no line");
  if (luck < 0.2) return new Response("", { status: 503 });
  const answer = await usual(address, told);
  if (answer.status !== 200) refused.push([String(address), told?.body, answer.status, await answer.clone().text()]);
  await rest(1000 * seconds);
  return answer;
};

const refused = (window.refused = []);
const boxes = () => {
  // Closed groups are laid out when they are opened.
  for (const shut of document.querySelectorAll("#parts details:not([open], [data-made]) > summary")) shut.click();
  return [...document.querySelectorAll("#parts [data-path]")];
};
const at = (path) => boxes().find((box) => box.dataset.path === JSON.stringify(path).replaceAll(",", ", "));
const entryOf = (mark) =>
  boxes().find((box) => /^\["tasks", \d+, "text"\]$/.test(box.dataset.path) && box.value.split(" ")[0] === mark)
    ?.closest(".entry");
const markOf = (box) => box.closest(".entry")?.querySelector("[data-path]").value.split(" ")[0];
const inEntry = (entry, key) =>
  [...entry.querySelectorAll("[data-path]")].find((box) => box.dataset.path.endsWith(`"${key}"]`));

const open = (box) => {
  for (let above = box; above; above = above.parentElement)
    if (above.tagName === "DETAILS") above.open = true;
};

/** Type into a box key by key; whatever has the focus gets the keys. */
async function type(box, text, mark) {
  open(box);
  box.focus();
  box.select();
  await rest(60);
  for (const key of text) {
    const active = document.activeElement;
    if (!active.dataset.path || (mark && text.split(" ")[0] !== mark && markOf(active) !== mark))
      return { stray: `${markOf(active)} ${active.outerHTML.slice(0, 90)}` };
    document.execCommand("insertText", false, key);
    if (Math.random() < 0.3) await rest(50);
  }
  return {};
}

const acts = {
  async field({ path, text }) {
    return type(at(path), text);
  },
  async entry({ mark, key, text }) {
    const entry = entryOf(mark);
    const box = entry && inEntry(entry, key);
    if (!box || box.readOnly) return { skipped: true };
    return type(box, text, mark);
  },
  async add({ text }) {
    const box = document.querySelector("[id='field-tasks'] > .entry.new [data-path]");
    if (box.value) return { skipped: true }; // the one before is not there yet
    return type(box, text, text.split(" ")[0]);
  },
  async press({ mark, label }) {
    const entry = entryOf(mark);
    const found = [...(entry?.querySelectorAll("button[name=do]") ?? [])].find(
      (one) => one.textContent === label);
    if (!found || inEntry(entry, "lead").readOnly) return { skipped: true };
    found.click();
    return {};
  },
  async undo() {
    document.getElementById("undo").requestSubmit();
    return {};
  },
};

(async () => {
  const made = [];
  for (const step of steps) {
    try {
      made.push({ ...step, ...(await acts[step.act](step)) });
    } catch (error) {
      made.push({ ...step, stray: error.stack });
    }
    await rest(120);
  }
  window.fetch = async (...told) => {
    const answer = await usual(...told);
    if (answer.status !== 200) refused.push([String(told[0]), told[1]?.body, answer.status]);
    return answer;
  };
  done(made);
})();
