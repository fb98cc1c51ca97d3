/** Lets the countdown that the server has written go on ticking. Without this script the page reloads itself instead. */

const UNITS = [
  ["day", 86_400, Number.POSITIVE_INFINITY],
  ["hour", 3_600, 24],
  ["minute", 60, 60],
  ["second", 1, 60],
];

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

function run(timer, announcement) {
  const { language, opensIn } = timer.dataset;
  // Counted from the server's answer, because the visitor's clock may be wrong.
  const opens = Date.now() + Number(opensIn);
  let told = Math.ceil(Number(opensIn) / 60_000);

  const tick = () => {
    const left = opens - Date.now();
    if (left <= 0) {
      // Asks again for the page: whether the room is open is for the server to say, and to enter, for the person.
      location.reload();
      return;
    }
    timer.textContent = remaining(left, language);
    const minutes = Math.ceil(left / 60_000);
    if (minutes < told) {
      told = minutes;
      if (TOLD_AT.includes(minutes))
        announcement.textContent = `${announcement.dataset.lead} ${remaining(minutes * 60_000, language)}`;
    }
    setTimeout(tick, left % 1000 || 1000);
  };
  tick();
}

if (globalThis.document) {
  const timer = document.querySelector("[data-opens-in]");
  if (timer && Intl.ListFormat) run(timer, document.querySelector("[data-lead]"));
}
