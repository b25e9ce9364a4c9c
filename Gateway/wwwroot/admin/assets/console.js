// Enhancements only: every page is complete without this file. It keeps an open page up to date: when the gateway says that
// something has changed, the page is read again, and what differs is put in its place. So the server alone says how things look.

const calm = 2_000;   // figures are read again at most so often; a change of the state at once
const announcement = document.getElementById("announcement");
const connection = document.getElementById("connection");
const busy = { reading: false, again: false, last: 0, timer: 0 };

function localTimes(root) {
  for (const time of root.querySelectorAll("time")) {
    const moment = new Date(time.dateTime);
    if (!Number.isNaN(moment.valueOf())) time.title = `${moment.toLocaleString()} where you are`;
  }
}

function isTouched(part) {
  if (!part.querySelector("a, button, input")) return false;
  if (part.contains(document.activeElement) || part.matches(":hover")) return true;
  return [...part.querySelectorAll("input")].some((input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked);
}

// Whoever is about to press something or is typing goes on with what they see; the next reading comes soon.
function take(fresh) {
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.dataset.seen || isTouched(part)) continue;
    part.dataset.seen = next.innerHTML;
    part.replaceChildren(...next.childNodes);
    localTimes(part);
  }
  if (document.title !== fresh.title) document.title = fresh.title;
}

function setLive(isLive) {
  const text = isLive ? "● live" : "○ not live";
  if (connection.textContent === text) return;
  if (connection.textContent) announcement.textContent = isLive ? "Live again." : "Not live any more: the connection is lost.";
  connection.textContent = text;
  document.body.classList.toggle("is-live", isLive);
}

function announce(fresh, before) {
  const now = fresh.getElementById("asof");
  if (now && before !== now.textContent) announcement.textContent = `Changed: ${now.textContent.trim().replace(/\s+/g, " ")}`;
}

async function read() {
  if (busy.reading) {
    busy.again = true;
    return;
  }
  busy.reading = true;
  busy.again = false;
  clearTimeout(busy.timer);
  busy.timer = 0;
  busy.last = performance.now();
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Live": "true" } });
    if (answer.status === 401) location.reload();   // asks for the key, and comes back here
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    announce(fresh, document.getElementById("asof").textContent);
    take(fresh);
  } catch {
    // The stream notices too, and says so.
  } finally {
    busy.reading = false;
    if (busy.again) read();
  }
}

function readSoon() {
  if (busy.timer || document.hidden) return;
  busy.timer = setTimeout(read, Math.max(0, busy.last + calm - performance.now()));
}

function follow() {
  const events = new EventSource("/admin/api/events");
  events.addEventListener("open", () => { setLive(true); readSoon(); });
  events.addEventListener("state", read);
  events.addEventListener("figures", readSoon);
  events.addEventListener("error", () => {
    setLive(false);
    // The browser tries again by itself, unless the answer was no stream at all: perhaps the session has ended, and a reading tells.
    if (events.readyState !== EventSource.CLOSED) return;
    read();
    setTimeout(follow, 5_000);
  });
  addEventListener("pagehide", () => events.close());
}

localTimes(document);
if (announcement) {
  follow();
  document.addEventListener("visibilitychange", readSoon);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
