/**
 * Does the work the server asks for, beside the page, and hands it in with the form. A form sent earlier waits for it.
 */

/** Workers that share the work: a phone stays usable. */
const WORKERS = 2;
/** Milliseconds after which the work is given up. */
const TIMEOUT = 180_000;

const box = document.querySelector("[data-challenge]");
if (box) start(box, box.closest("form"));

function start(box, form) {
  const { challenge, worker, wait, failed } = box.dataset;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  let pressed = null;
  let isOver = false;

  form.addEventListener("submit", (event) => {
    if (isOver) return;
    event.preventDefault();
    pressed = event.submitter;
    status.textContent = wait;
  });
  solve(JSON.parse(challenge), worker).then(
    (solution) => {
      field.value = btoa(JSON.stringify({ challenge: JSON.parse(challenge), solution }));
      isOver = true;
      status.textContent = "";
      if (pressed) form.requestSubmit(pressed);
    },
    () => {
      isOver = true;
      status.textContent = failed;
    },
  );
}

/** The first solution that a worker finds; each tries every other key. */
function solve(challenge, address) {
  const workers = Array.from({ length: WORKERS }, () => new Worker(address));
  const found = workers.map(
    (worker, index) =>
      new Promise((done, fail) => {
        worker.onmessage = ({ data }) => (data && !data.error ? done(data) : fail(data?.error));
        worker.onerror = fail;
        worker.postMessage({
          type: "work",
          challenge,
          counterMode: "uint32",
          counterStart: index,
          counterStep: WORKERS,
          timeout: TIMEOUT,
        });
      }),
  );
  return Promise.any(found).finally(() => {
    for (const worker of workers) worker.terminate();
  });
}
