/** A browser that refuses memory. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { mountMore, SAMPLE, SAMPLE_DATA } from "../widget.mjs";
import { ENGINE, MADE, PACKAGE, address, assertFallback, made, mountFailing, stage } from "./provoke.mjs";

const session = useBrowser();

const COUNT = 10;
/** The number of a module's section with its memory. */
const MEMORY = 5;
/** Pages of 64 KiB: not enough for the parts of ten small figures, and enough. */
const [NONE, SOME] = [0, 200];
const LARGE = 30_000_000;

/**
 * An engine whose memory can grow only by some pages.
 * @param {number} pages
 */
function writeEngine(pages) {
  const module = readFileSync(`${PACKAGE}banspread.wasm`);
  for (let at = 8; at < module.length;) {
    const [size, start] = readNumber(module, at + 1);
    if (module[at] !== MEMORY) {
      at = start + size;
      continue;
    }
    // One memory, its flags and its first size.
    const [least] = readNumber(module, start + 2);
    const section = [1, 1, ...numberOf(least), ...numberOf(least + pages)];
    const file = `memory-${pages}.wasm`;
    const parts = [
      module.subarray(0, at),
      Buffer.from([MEMORY, section.length, ...section]),
      module.subarray(start + size),
    ];
    writeFileSync(MADE + file, Buffer.concat(parts));
    return made(file);
  }
  throw new Error("the engine has no memory");
}

/**
 * A number in the encoding LEB128, and where it ends.
 * @param {Buffer} bytes
 * @param {number} at
 */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value @returns {number[]} */
function numberOf(value) {
  return value < 128 ? [value] : [(value % 128) + 128, ...numberOf(Math.floor(value / 128))];
}

fault(eachEngine, "an engine that gets no memory beyond its first", "the fallback stays", async () => {
  await stage();
  const widget = await mountFailing({ integrity: false, wasmUrl: writeEngine(NONE) }, null);
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error")).length, 1);
  assert.notEqual((await widget.state()).notice, "");
  await assertFallback(widget);
});

fault(
  eachEngine,
  "one of ten figures that needs more memory than there is",
  "nine live, and it can begin again",
  async () => {
    const { driver } = session;
    await stage();
    const widgets = [
      await mountFailing({ integrity: false, wasmUrl: writeEngine(SOME) }, SAMPLE, { id: "n0", loading: "eager" }),
    ];
    for (let n = 1; n < COUNT; n++) {
      const attributes = { src: SAMPLE, date: "2020-06-01", id: `n${n}`, loading: "eager" };
      widgets.push(await mountMore(driver, { attributes, children: "<p>Two countries ban it.</p>" }));
    }
    for (const widget of widgets) await widget.ready();
    const others = widgets.filter((_, n) => n !== 4);
    const before = await states(others);
    await widgets[4].run((host, length) => (host.data = " ".repeat(length)), LARGE);
    await widgets[4].until("it has stopped", ({ state }) => state === "failed");
    assert.deepEqual(
      (await widgets[4].events("error")).map(({ code }) => code),
      ["engine-fault"],
    );
    await assertFallback(widgets[4]);
    assert.deepEqual(await states(others), before);
    for (const widget of others) await widget.run((host) => (host.date = "2020-08-20"));
    for (const widget of others) await widget.until("it answers", ({ date }) => date === "2020-08-20");
    await widgets[4].run((host, data) => (host.data = data), SAMPLE_DATA);
    assert.equal((await widgets[4].ready()).notice, "");
  },
);

/** @param {Widget[]} widgets */
function states(widgets) {
  return Promise.all(widgets.map((widget) => widget.run((host) => host.state)));
}

fault(oneEngine, "a browser that gives the engine no memory at all", "forbidden, and the fallback stays", async () => {
  await stage();
  await session.driver.executeScript(() => {
    const refuse = () => Promise.reject(new RangeError("could not allocate memory"));
    Reflect.set(WebAssembly, "instantiate", refuse);
  });
  const widget = await mountFailing({ integrity: false });
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, message }] = await widget.events("error");
  assert.deepEqual([code, cause], ["engine-load", "forbidden"], message);
  assert.equal(message, `No memory for ${address(ENGINE)}: could not allocate memory`);
  await assertFallback(widget);
});
