/** The heap of a page, as the developer tools of Chromium tell it. */

/**
 * The number of bytes by which the heap can differ without a difference in objects: Chromium continues to compile code
 * that runs often, and counts the compiled code. A leak of one list for each element would not exceed this:
 * where elements come and go, objects are counted as well. Where they stay, their number goes up and down.
 */
export const COMPILED = 300_000;

/**
 * The number of reachable objects, the size of the heap after garbage collection in bytes, and the numbers of nodes and
 * listeners.
 * @param {WebDriver} driver
 */
export async function measureHeap(driver) {
  const ask = (/** @type {string} */ command, /** @type {object} */ parameters = {}) =>
    driver.sendAndGetDevToolsCommand(command, parameters);
  await driver.sendDevToolsCommand("Performance.enable");
  const objects = await countObjects(ask);
  const { metrics } = await ask("Performance.getMetrics");
  const read = (/** @type {string} */ wanted) =>
    metrics.find((/** @type {{name: string}} */ { name }) => name === wanted).value;
  return { objects, heap: read("JSHeapUsedSize"), nodes: read("Nodes"), all: read("JSEventListeners") };
}

/**
 * The number of reachable objects, lists and functions.
 * @param {(command: string, parameters?: object) => Promise<any>} ask
 * @returns {Promise<number>}
 */
async function countObjects(ask) {
  const objectGroup = "counted";
  const { result } = await ask("Runtime.evaluate", { expression: "Object.prototype", objectGroup });
  const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId: result.objectId, objectGroup });
  const count = { functionDeclaration: "function () { return this.length; }", objectId: objects.objectId };
  const { result: counted } = await ask("Runtime.callFunctionOn", count);
  await ask("Runtime.releaseObjectGroup", { objectGroup });
  for (let n = 0; n < 3; n++) await ask("HeapProfiler.collectGarbage");
  return counted.value;
}
