// Offers the names of figures and documents after a brace, in a sentence that is being typed.

/** Offer names in every sentence of a form; `list` is where they are shown. */
export function offerNames(form, list) {
  let box = null;
  let chosen = 0;

  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-sentence]")) offer(event.target);
  });
  // A click on what is offered comes first; the list of the field that is written in stays.
  form.addEventListener("focusout", () => setTimeout(() => document.activeElement === box || close(), 150));
  form.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const items = [...list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
      mark(items);
    } else if (event.key === "Enter" || event.key === "Tab") take(items[chosen].dataset.name);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  function offer(asking) {
    const begun = asking.value.slice(0, asking.selectionStart).match(/\{([\w.]*)$/);
    if (!begun) return close();
    const found = names().filter(({ name, said }) => matches(begun[1], name, said)).slice(0, 8);
    if (!found.length) return close();
    box = asking;
    chosen = 0;
    list.replaceChildren(...found.map(item));
    mark([...list.children]);
    const { left, bottom } = asking.getBoundingClientRect();
    list.style.left = `${left}px`;
    list.style.top = `${bottom}px`;
    list.hidden = false;
    box.setAttribute("aria-controls", list.id);
    return undefined;
  }

  function names() {
    return [...document.querySelectorAll("#names-figures option")].map((option) => ({
      name: option.value,
      said: option.textContent,
    }));
  }

  function matches(begun, name, said) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain(name).includes(plain(begun)) || plain(said).includes(plain(begun));
  }

  function item({ name, said }) {
    const entry = document.createElement("li");
    entry.setAttribute("role", "option");
    entry.id = `offer-${name}`;
    entry.dataset.name = name;
    entry.textContent = `{${name}} ${said}`;
    entry.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(name);
    });
    return entry;
  }

  function mark(items) {
    items.forEach((entry, at) => entry.setAttribute("aria-selected", String(at === chosen)));
    box?.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function take(name) {
    const end = box.selectionStart;
    const start = box.value.slice(0, end).lastIndexOf("{");
    box.setRangeText(`{${name}}`, start, end, "end");
    close();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    list.hidden = true;
    box?.removeAttribute("aria-activedescendant");
    box?.removeAttribute("aria-controls");
  }
}
