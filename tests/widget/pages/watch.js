// Records the events of elements, and faults that a page must not have. It is loaded before everything else.
window.watched = { faults: [], events: [], presses: [] };

addEventListener("error", ({ message }) => watched.faults.push(`error: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => watched.faults.push(`rejection: ${reason}`));
addEventListener("securitypolicyviolation", ({ blockedURI }) => watched.faults.push(`policy: ${blockedURI}`));
for (const level of ["debug", "log", "info", "warn", "error"]) {
  const note = (/** @type {unknown[]} */ ...words) => watched.faults.push(`console.${level}: ${words.join(" ")}`);
  Reflect.set(console, level, note);
}
// The latest ones, for failures of tests that wait in vain.
for (const type of ["pointerdown", "pointerup", "click"]) {
  const note = (/** @type {Event} */ event) => {
    const { clientX, clientY } = /** @type {MouseEvent} */ (event);
    const [target] = /** @type {Element[]} */ (event.composedPath());
    const at = target.getBoundingClientRect?.();
    watched.presses.push(
      `${type} at ${clientX},${clientY} on ${target.outerHTML?.slice(0, 80)} at ${at?.left},${at?.top}`,
    );
    watched.presses.splice(0, watched.presses.length - 6);
  };
  addEventListener(type, note, { capture: true });
}
for (const name of ["ready", "beforechange", "select", "input", "change", "refresh", "error"]) {
  addEventListener(`ban-spread-${name}`, (event) => {
    const { target, detail } = /** @type {CustomEvent & {target: Element}} */ (event);
    watched.events.push({ name, id: target.id, detail });
  });
}
