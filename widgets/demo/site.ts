/** Marks today's line of each opening-hours table, and says beside the venue's name whether it is open there now. */
function showHours(place: HTMLElement): void {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: place.dataset.zone,
    weekday: "short",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(new Date());
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  const day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(part("weekday"));
  const hour = Number(part("hour")) + Number(part("minute")) / 60;

  const today = [...place.querySelectorAll("tr")].find((row) => row.dataset.days?.split(" ").includes(String(day)));
  const now = place.querySelector<HTMLElement>(".now");
  if (!today || !now) return;
  today.classList.add("today");
  const open = hour >= Number(today.dataset.from) && hour < Number(today.dataset.to);
  now.textContent = open ? "Open now" : "Closed now";
  now.classList.toggle("open", open);
  now.hidden = false;
}

for (const place of document.querySelectorAll<HTMLElement>("[data-zone]")) showHours(place);
