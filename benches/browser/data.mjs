/** Generates the datasets of the benchmark. The same size always gives the same text. */

/** The sizes, and the columns of their grids. @type {Record<string, {entities: number, events: number, columns: number}>} */
export const SIZES = {
  S: { entities: 200, events: 1_000, columns: 20 },
  M: { entities: 2_000, events: 50_000, columns: 60 },
  L: { entities: 5_000, events: 1_000_000, columns: 100 },
};

const FIRST = Date.UTC(2018, 0, 1);
const LAST = Date.UTC(2023, 11, 31);
const DAY = 86_400_000;
const DAYS = (LAST - FIRST) / DAY + 1;
const SEED = 20_180_101;
/** The colours differ in lightness, so that no patterns are drawn. */
const STATUSES = [
  ["banned", "Banned", "#4d0a20", "#c04259", "ban it"],
  ["restricted", "Restricted", "#8f3f14", "#c96a35", "restrict it"],
  ["review", "Under review", "#b98a36", "#ecd7a3", "review it"],
  ["permitted", "Permitted", "#1b5f94", "#4f93cf", "permit it"],
  ["promoted", "Promoted", "#3f9e92", "#8ed8cb", "promote it"],
];

/**
 * A dataset as JSON.
 * @param {{entities: number, events: number, columns: number}} size
 */
export function generate({ entities, events, columns }) {
  const random = mulberry(SEED);
  const ids = Array.from({ length: entities }, (_, n) => `E${n}`);
  return JSON.stringify({
    format: 1,
    id: "bench",
    title: "How a ban spreads",
    updated: iso(DAYS - 1),
    start: iso(0),
    end: iso(DAYS - 1),
    actors: { one: "place", other: "places" },
    statuses: STATUSES.map(([id, label, light, dark, does]) => {
      const form = { one: `{n} place: ${label}`, other: `{n} places ${does}` };
      return { id, label, color: { light, dark }, pattern: "solid", lead: form, clause: form };
    }),
    tiles: ids.map((entity, n) => ({ entity, row: Math.floor(n / columns), column: n % columns })),
    entities: ids.map((id, n) => ({ id, name: `Place ${n}`, kind: "country" })),
    events: ids.flatMap((id) => eventsOf(id, events / entities, random)),
  });
}

/**
 * The events of an entity, on different days. Each one changes its status.
 * @param {string} entity
 * @param {number} count
 * @param {() => number} random
 */
function eventsOf(entity, count, random) {
  /** @type {Set<number>} */
  const days = new Set();
  while (days.size < count) days.add(Math.floor(random() * DAYS));
  let status = -1;
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      // Not the status of before.
      status = (status + 1 + Math.floor(random() * (STATUSES.length - 1))) % STATUSES.length;
      const [id, label] = STATUSES[status];
      const sources = [{ outlet: "The Wire", date: iso(day) }];
      return { entity, date: iso(day), status: id, title: `${label}: ${entity}`, sources };
    });
}

/** @param {number} day  counted from the first */
function iso(day) {
  return new Date(FIRST + day * DAY).toISOString().slice(0, 10);
}

/**
 * Numbers from 0 to 1 that look random, by the generator mulberry32.
 * @param {number} seed
 */
export function mulberry(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
