// A file that is dropped on the first page is brought in as if it had been chosen.

const form = document.getElementById("bring");
const box = document.getElementById("file");

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  box.files = event.dataTransfer.files;
  form.requestSubmit();
});
