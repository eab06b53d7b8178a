/** Answers of the server that wait until a test releases them. */

/** Whether an answer waits, and whether it may go on. @typedef {ReturnType<typeof makeGate>} Gate */

export class Gates {
  /** @type {Map<string, Gate>} */
  #gates = new Map();

  /** Resolves when the name is released. @param {string} name */
  hold(name) {
    const gate = this.#of(name);
    gate.come();
    return gate.opened;
  }

  /** Resolves when an answer waits for the name, or has waited. @param {string} name */
  held(name) {
    return this.#of(name).came;
  }

  /** Releases all answers with the name, also later ones. @param {string} name */
  release(name) {
    this.#of(name).open();
  }

  /** @param {string} name */
  #of(name) {
    const gate = this.#gates.get(name) ?? makeGate();
    this.#gates.set(name, gate);
    return gate;
  }
}

function makeGate() {
  const [came, come] = makePromise();
  const [opened, open] = makePromise();
  return { came, come, opened, open };
}

/** A promise, and the function that resolves it. @returns {[Promise<void>, () => void]} */
function makePromise() {
  let resolve = () => {};
  const promise = new Promise((/** @type {(value: void) => void} */ done) => (resolve = done));
  return [promise, resolve];
}
