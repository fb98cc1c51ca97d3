/** Lets the times that the server has written go on ticking. Without this script the pages say when instead. */

const UNITS = [
  ["day", 86_400, Number.POSITIVE_INFINITY],
  ["hour", 3_600, 24],
  ["minute", 60, 60],
  ["second", 1, 60],
];
const MINUTE = 60_000;

/** Whole minutes left at which a screen reader is told: not every second. */
const TOLD_AT = [60, 30, 15, 10, 5, 2, 1];

/** The same words as the server's `countdown`. */
export function remaining(milliseconds, language) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = UNITS.map(([unit, size, wrap]) => [Math.floor(seconds / size) % wrap, unit]);
  const said = parts.filter(([count]) => count > 0);
  const words = (said.length > 0 ? said : parts.slice(-1)).map(([count, unit]) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count),
  );
  return new Intl.ListFormat(language, { type: "conjunction" }).format(words);
}

/**
 * Counts down from the server's answer, because the visitor's clock may be wrong: shows what is left every `step`
 * milliseconds, and tells it politely at a few whole minutes only.
 */
function count(milliseconds, step, { show, tell, end }) {
  const over = Date.now() + milliseconds;
  let told = Math.ceil(milliseconds / MINUTE);
  const tick = () => {
    const left = over - Date.now();
    if (left <= 0) return end();
    show(left);
    const minutes = Math.ceil(left / MINUTE);
    if (minutes < told) {
      told = minutes;
      if (TOLD_AT.includes(minutes)) tell(minutes * MINUTE);
    }
    setTimeout(tick, left % step || step);
  };
  tick();
}

/** The room is not open yet: at the end the page asks for itself again. To enter is for the person. */
function untilTheRoomOpens(timer, announcement) {
  const { language, opensIn } = timer.dataset;
  count(Number(opensIn), 1000, {
    show: (left) => {
      timer.textContent = remaining(left, language);
    },
    tell: (left) => {
      announcement.textContent = `${announcement.dataset.lead} ${remaining(left, language)}`;
    },
    end: () => location.reload(),
  });
}

/** The time is held while the form is filled in: by the minute, and at the end nothing that was typed is lost. */
function whileTheTimeIsHeld(box, announcement) {
  const { language, heldFor, over, last } = box.dataset;
  const words = (left) => (left > MINUTE ? remaining(Math.ceil(left / MINUTE) * MINUTE, language) : last);
  count(Number(heldFor), MINUTE, {
    show: (left) => {
      box.querySelector("[data-left]").textContent = words(left);
    },
    tell: (left) => {
      announcement.textContent = `${announcement.dataset.lead} ${words(left)}`;
    },
    end: () => {
      box.textContent = over;
      box.classList.add("is-over");
      announcement.textContent = over;
    },
  });
}

if (globalThis.document && Intl.ListFormat) {
  const announcement = document.querySelector("[data-lead]");
  const timer = document.querySelector("[data-opens-in]");
  if (timer) untilTheRoomOpens(timer, announcement);
  const box = document.querySelector("[data-held-for]");
  if (box?.querySelector("[data-left]")) whileTheTimeIsHeld(box, announcement);
}
