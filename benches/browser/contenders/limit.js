/**
 * The limit: the view of the widget by hand, with only the work that a date needs. A date draws the tiles that changed,
 * grouped by status, and moves the cursor over a timeline that is drawn once.
 */

import { inkOn, lastUntil, NO_DATA, read, squares, WIDTHS, written } from "./model.js";

const MARGIN = 12;
const PLOT = { y: 10, height: 64 };
const AXIS = 26;
const LAST_DAY = 4;
const FONT = "sans-serif";
const INK = "#1a1c20";
const MUTED = "#5f626a";
/** The number of rows in the list of the latest changes. */
const LATEST = 8;

/**
 * @param {string} text
 * @param {HTMLElement} root
 */
export async function begin(text, root) {
  const data = read(text);
  const head = buildHead(root, data);
  const map = buildMap(root, data, WIDTHS.map);
  const timeline = buildTimeline(root, data, WIDTHS.timeline);
  const list = buildList(root, data);
  let shown = NaN;
  const show = (/** @type {number} */ day) => {
    if (day === shown) return;
    shown = day;
    head(day);
    map(day);
    timeline(day);
    list(day);
  };
  show(data.last);
  return {
    move: (/** @type {number} */ share) => show(data.first + Math.round(share * (data.last - data.first))),
    go: async (/** @type {number} */ share) => show(data.first + Math.round(share * (data.last - data.first))),
    canvases: () => [...root.querySelectorAll("canvas")],
  };
}

/** The title, the date, and the legend with its counts. */
function buildHead(root, { title, statuses, counts, entities }) {
  const add = (tag, parent = root) => parent.appendChild(document.createElement(tag));
  add("h2").textContent = title;
  const date = add("p").appendChild(new Text());
  const sentence = add("p").appendChild(new Text());
  const legend = add("p");
  const items = [...statuses, { label: "no data" }].map(({ label, light = NO_DATA, color }) => {
    const swatch = add("span", legend);
    swatch.style.cssText = `display:inline-block;width:16px;height:16px;background:${color?.light ?? light}`;
    const number = add("b", legend).appendChild(new Text());
    legend.append(` ${label} `);
    return number;
  });
  const days = Float64Array.from(counts, ({ day }) => day);
  return (day) => {
    date.data = written(day);
    const row = counts[lastUntil(days, day)]?.counts ?? statuses.map(() => 0);
    const rest = entities.length - row.reduce((a, b) => a + b, 0);
    [...row, rest].forEach((count, n) => {
      if (items[n].data !== String(count)) items[n].data = String(count);
    });
    sentence.data = `${statuses.map(({ label }, n) => `${row[n]} ${label}`).join(", ")}.`;
  };
}

/** The tiles. Returns a function that draws those that differ on another day. */
function buildMap(root, { tiles, statuses, spells }, width) {
  const { at, side, font, height } = squares(tiles, width);
  const pen = canvas(root, width, height);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  // The last color is that of tiles without data.
  const fills = [...statuses.map(({ color }) => color.light), NO_DATA];
  const inks = [...fills.slice(0, -1).map(inkOn), MUTED];
  const shown = new Int16Array(tiles.length).fill(-1);
  const groups = Array.from({ length: 2 * fills.length }, () => []);
  const outline = side < 22 ? 1 : 2;
  return (day) => {
    spells.forEach(({ days, statuses: of }, n) => {
      const last = lastUntil(days, day);
      const status = last < 0 ? fills.length - 1 : of[last];
      // A tile whose status is new on the day has an outline.
      const group = status * 2 + Number(days[last] === day);
      if (group === shown[n]) return;
      shown[n] = group;
      groups[group].push(n);
    });
    groups.forEach((group, place) => {
      if (group.length === 0) return;
      const status = place >> 1;
      pen.fillStyle = fills[status];
      for (const n of group) pen.fillRect(at[n].x, at[n].y, side, side);
      pen.fillStyle = inks[status];
      if (font) {
        pen.font = `${status < fills.length - 1 ? "bold " : ""}${font}px ${FONT}`;
        for (const n of group) pen.fillText(at[n].name, at[n].x + side / 2, at[n].y + side / 2);
      }
      if (place % 2) {
        pen.strokeStyle = inks[status];
        pen.lineWidth = outline;
        const inset = outline * 1.5;
        for (const n of group) pen.strokeRect(at[n].x + inset, at[n].y + inset, side - 2 * inset, side - 2 * inset);
      }
      group.length = 0;
    });
  };
}

/** The stacked areas, drawn once, and a canvas above them with the cursor. */
function buildTimeline(root, { statuses, counts, first, last, entities }, width) {
  const box = root.appendChild(document.createElement("div"));
  box.style.position = "relative";
  const height = PLOT.y + PLOT.height + AXIS;
  const bottom = PLOT.y + PLOT.height;
  const [left, right] = [MARGIN, width - MARGIN];
  const x = (day) => left + ((day - first) / (last - first)) * (right - left);
  const pen = canvas(box, width, height);
  const most = Math.max(4, ...counts.map((row) => row.counts.reduce((a, b) => a + b, 0)));
  const unit = (PLOT.height * 0.94) / most;
  const edge = (row, status) => bottom - row.slice(0, status).reduce((a, b) => a + b, 0) * unit;
  const ends = counts.map((_, n) => (n + 1 < counts.length ? x(counts[n + 1].day) : right + LAST_DAY));
  statuses.forEach(({ color }, status) => {
    pen.fillStyle = color.light;
    pen.beginPath();
    for (const [n, { day, counts: row }] of counts.entries()) {
      pen.lineTo(x(day), edge(row, status + 1));
      pen.lineTo(ends[n], edge(row, status + 1));
    }
    for (const [n, { day, counts: row }] of [...counts.entries()].reverse()) {
      pen.lineTo(ends[n], edge(row, status));
      pen.lineTo(x(day), edge(row, status));
    }
    pen.fill();
  });
  pen.fillStyle = INK;
  pen.fillRect(left, bottom, right + LAST_DAY - left, 1);
  pen.font = `bold 12px ${FONT}`;
  pen.textBaseline = "middle";
  for (let year = 2018; year < 2024; year++) {
    const at = Math.round(x(Date.UTC(year, 0, 1) / 86_400_000));
    pen.fillRect(at, bottom, 1, 6);
    pen.fillText(String(year), at, bottom + AXIS / 2 + 3);
  }
  const cursor = canvas(box, width, height);
  cursor.canvas.style.cssText += ";position:absolute;left:0;top:0";
  cursor.font = `11px ${FONT}`;
  cursor.textBaseline = "middle";
  const level = { text: `${entities.length / 2} places`, y: bottom - (entities.length / 2) * unit };
  return (day) => {
    cursor.clearRect(0, 0, width, height);
    const from = day < last ? Math.round(x(day)) : right + LAST_DAY;
    cursor.fillStyle = "#ffffff9e";
    cursor.fillRect(from, PLOT.y, right + LAST_DAY - from, PLOT.height);
    cursor.fillStyle = "#ffffffcc";
    cursor.fillRect(left, level.y - 12, 70, 12);
    cursor.fillStyle = MUTED;
    cursor.fillText(level.text, left, level.y - 7);
    cursor.fillStyle = INK;
    const at = Math.round(x(day));
    cursor.fillRect(at - 1, PLOT.y - 6, 2, PLOT.height + 6);
    disc(cursor, at, bottom, 10, "#ffffff");
    disc(cursor, at, bottom, 8, INK);
  };
}

/** The latest changes up to the date, newest first. */
function buildList(root, { latest, statuses }) {
  const days = Float64Array.from(latest, ({ day }) => day);
  const list = root.appendChild(document.createElement("ol"));
  const rows = Array.from({ length: LATEST }, () => {
    const row = list.appendChild(document.createElement("li"));
    const swatch = row.appendChild(document.createElement("span"));
    swatch.style.cssText = "display:inline-block;width:16px;height:16px";
    return { swatch, text: row.appendChild(new Text()) };
  });
  let newest = NaN;
  return (day) => {
    const last = lastUntil(days, day);
    if (last === newest) return;
    newest = last;
    rows.forEach(({ swatch, text }, n) => {
      const event = latest[last - n];
      swatch.style.background = event ? statuses[event.status].color.light : "";
      text.data = event ? `${written(event.day)} ${event.title}` : "";
    });
  };
}

function canvas(parent, width, height) {
  const element = parent.appendChild(document.createElement("canvas"));
  element.width = width * devicePixelRatio;
  element.height = height * devicePixelRatio;
  element.style.cssText = `display:block;width:${width}px;height:${height}px`;
  const pen = element.getContext("2d");
  pen.scale(devicePixelRatio, devicePixelRatio);
  return pen;
}

function disc(pen, x, y, radius, color) {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}
