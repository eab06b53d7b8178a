/** What the contenders other than the widget share: the data of a dataset by day, and the positions of tiles. */

export const DAY = 86_400_000;
export const NO_DATA = "#ececed";
const [DARK, LIGHT] = ["#111111", "#ffffff"];
/** The widths of map and timeline in the widget at 960 CSS pixels: beside them are the list of changes and the buttons. */
export const WIDTHS = { map: 647, timeline: 465 };
/** The limits of the widget for the height of the map and the width of a tile, in CSS pixels. */
const [TALLEST, WIDEST] = [430, 76];

/** @param {string} date */
const dayOf = (date) => Date.parse(date) / DAY;

/**
 * Reads a dataset: for each entity its days of change with the status from each day on, in order.
 * @param {string} text
 */
export function read(text) {
  const { title, statuses, entities, events, tiles, start, end } = JSON.parse(text);
  const [first, last] = [dayOf(start), dayOf(end)];
  const indexOf = new Map(statuses.map(({ id }, n) => [id, n]));
  const placeOf = new Map(entities.map(({ id }, n) => [id, n]));
  const spells = entities.map(() => ({ days: [], statuses: [] }));
  const latest = events.map(({ entity, date, status, title }) => {
    return { day: dayOf(date), entity: placeOf.get(entity), status: indexOf.get(status), title, date };
  });
  latest.sort((a, b) => a.day - b.day);
  for (const { day, entity, status } of latest) {
    spells[entity].days.push(day);
    spells[entity].statuses.push(status);
  }
  return {
    title,
    statuses,
    entities,
    tiles,
    first,
    last,
    spells,
    latest,
    counts: countsOf(latest, statuses, entities),
  };
}

/**
 * The number of entities with each status, for each day of change.
 * @param {{day: number, entity: number, status: number}[]} changes  in order
 * @param {unknown[]} statuses
 * @param {unknown[]} entities
 */
function countsOf(changes, statuses, entities) {
  const now = new Int8Array(entities.length).fill(-1);
  const counts = new Array(statuses.length).fill(0);
  const rows = [];
  for (const [n, { day, entity, status }] of changes.entries()) {
    if (now[entity] >= 0) counts[now[entity]]--;
    counts[status]++;
    now[entity] = status;
    if (changes[n + 1]?.day !== day) rows.push({ day, counts: counts.slice() });
  }
  return rows;
}

/**
 * The place of the last of some ordered days that is not after a day; -1 if there is none.
 * @param {ArrayLike<number>} days
 * @param {number} day
 */
export function lastUntil(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The squares of the tiles in a width, as the widget places them.
 * @param {{row: number, column: number, entity: string}[]} tiles
 * @param {number} width
 */
export function squares(tiles, width) {
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.ceil(tiles.length / columns);
  const pitch = Math.max(1, Math.min(Math.floor(width / columns), Math.floor(TALLEST / rows), WIDEST));
  const left = Math.floor((width - pitch * columns) / 2);
  const side = pitch - (pitch >= 24 ? 2 : 1);
  const at = tiles.map(({ row, column, entity }) => ({ x: left + column * pitch, y: row * pitch, name: entity }));
  // Codes on smaller tiles are not readable.
  const font = pitch >= 15 ? Math.round(Math.min(14, Math.max(8, pitch * 0.42))) : 0;
  return { at, side, font, height: rows * pitch };
}

/**
 * The colour of text on a colour: the one with more contrast.
 * @param {string} color
 */
export function inkOn(color) {
  const light = (/** @type {number} */ byte) =>
    byte / 255 <= 0.04 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = [1, 3, 5].map((at) => light(parseInt(color.slice(at, at + 2), 16)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.0556 > 1.05 / (luminance + 0.05) ? DARK : LIGHT;
}

/** @param {number} day */
export function written(day) {
  return new Date(day * DAY).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
