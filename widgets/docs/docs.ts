/** The filter of the reference: leaves what has all the words that were typed, in the page and in its contents. */
const field = document.querySelector<HTMLInputElement>("#filter");
const operations = [...document.querySelectorAll<HTMLElement>("[data-words]")];
const entries = new Map(
  [...document.querySelectorAll<HTMLElement>("[data-of]")].map((entry) => [entry.dataset.of ?? "", entry]),
);
const none = document.querySelector<HTMLElement>(".none");

function apply(): void {
  const words = (field?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const operation of operations) {
    const shown = words.every((word) => operation.dataset.words?.includes(word));
    operation.hidden = !shown;
    const entry = entries.get(operation.id);
    if (entry) entry.hidden = !shown;
    if (shown) found += 1;
  }
  for (const area of document.querySelectorAll<HTMLElement>("main .area, .contents .area")) {
    const parts = [...area.querySelectorAll<HTMLElement>("[data-words], [data-of]")];
    area.hidden = words.length > 0 && parts.every((part) => part.hidden);
  }
  if (none) none.hidden = found > 0;
}

field?.addEventListener("input", apply);
if (field?.value) apply();

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || typing || !field) return;
  event.preventDefault();
  field.focus();
});
