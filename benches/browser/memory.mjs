/** The memory of a page. */

/**
 * Megabytes of scripts, of elements, and of the memories of WebAssembly, after garbage is collected.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} session
 */
export async function usedMemory(page, session) {
  for (let n = 0; n < 3; n++) await session.send("HeapProfiler.collectGarbage");
  /** @type {Record<string, number>} */
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  const modules = await page.evaluate(() => window.bench.modules());
  return (usedSize + embedderHeapUsedSize + backingStorageSize + modules) / 2 ** 20;
}
