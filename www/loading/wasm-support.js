/** Whether WebAssembly is available. */

/** The smallest module: only its header. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {boolean|undefined} */
let answer;

/**
 * Whether to use WebAssembly. Browsers without it, pages that forbid it and pages that ask for it need plain scripts.
 * The test runs only once, because a page that forbids WebAssembly receives a report for each attempt.
 * @param {import("../types.js").Loading} loading
 */
export function supportsWasm({ engine }) {
  return engine !== "script" && (answer ??= runs());
}

/** WebKit compiles a module even if WebAssembly is forbidden, but does not instantiate it. */
function runs() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(EMPTY)));
  } catch {
    return false;
  }
}
