/** Whether WebAssembly may run here. */

/** The smallest module: nothing but its head. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {boolean|undefined} */
let answer;

/**
 * Where browsers lack it, or pages forbid it or say that they do, plain scripts are needed. It is tried only once, as a
 * page that forbids it is told of each time.
 * @param {import("../types.js").Loading} loading
 */
export function supportsWasm({ engine }) {
  return engine !== "script" && (answer ??= runs());
}

/** WebKit compiles where it is forbidden, and refuses to go on from there. */
function runs() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(EMPTY)));
  } catch {
    return false;
  }
}
