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
  ask(which, ["quarter", "month", "week", "years"].includes(period.value));
  for (const day of document.querySelectorAll(".of-campaign")) ask(day, period.value === "campaign");
}

/** Ask for what a box says, or for nothing. */
function ask(place, needed) {
  const asked = place.querySelector("input");
  place.hidden = !needed;
  asked.required = needed;
  if (!needed) asked.value = "";
}
kind.addEventListener("change", offerPeriods);
period.addEventListener("change", askWhich);
offerPeriods();
