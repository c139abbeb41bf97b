// Of the first page's forms: only periods that the kind takes are offered, and a box only where it
// is needed; the server checks all the same. A file that is dropped on the first page is brought in as if it had been chosen.

const form = document.getElementById("bring");
const box = document.getElementById("file");

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  box.files = event.dataTransfer.files;
  form.requestSubmit();
});

const kind = document.getElementById("kind");
const period = document.getElementById("period");
const which = document.getElementById("which");

function offerPeriods() {
  const taken = kind.selectedOptions[0].dataset.periods.split(" ").filter((one) => one);
  for (const one of period.options)
    one.disabled = one.hidden = taken.length > 0 && !taken.includes(one.value);
  if (period.selectedOptions[0].disabled)
    period.value = [...period.options].find((one) => !one.disabled).value;
  askWhich();
}
function askWhich() {
  const needed = ["quarter", "month", "week", "years"].includes(period.value);
  const part = document.getElementById("part");
  which.hidden = !needed;
  part.required = needed;
  if (!needed) part.value = "";
}
kind.addEventListener("change", offerPeriods);
period.addEventListener("change", askWhich);
offerPeriods();
