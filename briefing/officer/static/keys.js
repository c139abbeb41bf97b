// The keys of the page: Ctrl+S saves, Ctrl+Z takes back where nothing is typed.

/** Let `save` and `undo` be done by their keys. */
export function listenToKeys({ save, undo }) {
  addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, textarea");
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "s") {
      event.preventDefault();
      save();
    } else if (event.key === "z" && !typing) {
      event.preventDefault();
      undo();
    }
  });
}
