// Enhancements only: every page does its work without this file.

const words = new Intl.NumberFormat("en");

function focusSearchOnSlash(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.getElementById("search");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function counterText(left) {
  const characters = `${words.format(Math.abs(left))} ${Math.abs(left) === 1 ? "character" : "characters"}`;
  return left < 0 ? `${characters} too many` : left > 40 ? "" : `${characters} left`;
}

// The server counts code points, and so does a string's iterator; .length would count most emoji twice.
function watch(area) {
  const counter = document.getElementById(`${area.id}-counter`);
  const update = () => {
    const left = Number(area.dataset.limit) - [...area.value].length;
    counter.textContent = counterText(left);
    counter.classList.toggle("over", left < 0);
    grow(area);
  };
  area.addEventListener("input", update);
  update();
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

// Says the same as RelativeTime on the server, as long as the page stays open.
function relativeTime(moment, now) {
  const ago = (count, unit) => `${count} ${unit}${count === 1 ? "" : "s"} ago`;
  const minutes = Math.floor((now - moment) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return ago(minutes, "minute");
  if (minutes < 24 * 60) return ago(Math.floor(minutes / 60), "hour");
  if (minutes < 7 * 24 * 60) return ago(Math.floor(minutes / (24 * 60)), "day");
  return null;
}

function refreshTimes() {
  const now = Date.now();
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const text = relativeTime(Date.parse(time.dateTime), now);
    if (text && text !== time.textContent) time.textContent = text;
  }
}

document.addEventListener("keydown", focusSearchOnSlash);
document.querySelectorAll("textarea[data-limit]").forEach(watch);
setInterval(refreshTimes, 60_000);
