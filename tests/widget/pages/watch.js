// What a page hears: faults that it must not have, and the element's events. Loaded before everything else.
window.watched = { faults: [], events: [] };

addEventListener("error", ({ message }) => watched.faults.push(`error: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => watched.faults.push(`rejection: ${reason}`));
addEventListener("securitypolicyviolation", ({ blockedURI }) => watched.faults.push(`policy: ${blockedURI}`));
for (const level of ["debug", "log", "info", "warn", "error"]) {
  const note = (/** @type {unknown[]} */ ...words) => watched.faults.push(`console.${level}: ${words.join(" ")}`);
  Reflect.set(console, level, note);
}
for (const name of ["ready", "change", "select", "error"]) {
  addEventListener(`ban-spread-${name}`, (event) => {
    const { target, detail } = /** @type {CustomEvent & {target: Element}} */ (event);
    watched.events.push({ name, id: target.id, detail });
  });
}
