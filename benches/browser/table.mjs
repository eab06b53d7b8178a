/** The results as a table in Markdown. */

/** The lines of the document around the table. */
export const BEGIN = "<!-- bench: written by cargo xtask bench -->";
export const END = "<!-- bench: end -->";

const NAMES = { limit: "limit", widget: "**widget**", d3: "D3 and SVG", echarts: "ECharts" };

/** @typedef {import("./figures.mjs").Figures} Figures */
/** @typedef {{size: string, contender: string, rounds: Figures[]}} Result */

/**
 * @param {Result[]} results
 * @param {Record<string, number>} bytes
 * @param {number} rounds
 */
export function table(results, bytes, rounds) {
  const head = [
    "dataset",
    "contender",
    "bytes",
    "first picture, ms",
    "in order, p50 / p95 ms",
    "at random, p50 / p95 ms",
    "against the limit",
    "dropped",
    "memory, MB",
    "growth, MB",
  ];
  const lines = results.map((result) => {
    const limit = results.find(({ size, contender }) => size === result.size && contender === "limit");
    return row(result, limit, bytes[result.contender]);
  });
  const rule = head.map(() => "---");
  const text = [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `Medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}.\n\n${text}\n`;
}

/**
 * @param {Result} result
 * @param {Result|undefined} limit
 * @param {number} bytes
 */
function row({ size, contender, rounds }, limit, bytes) {
  const of = (/** @type {(figures: Figures) => number} */ value) => median(rounds.map(value));
  const times = (/** @type {"ordered"|"random"} */ which) => {
    return [0.5, 0.95].map((share) => of((figures) => percentile(figures[which], share)).toFixed(1)).join(" / ");
  };
  return [
    size,
    NAMES[/** @type {keyof typeof NAMES} */ (contender)],
    bytes.toLocaleString("en"),
    of(({ first }) => first).toFixed(0),
    times("ordered"),
    times("random"),
    limit ? ratios({ size, contender, rounds }, limit) : "",
    [0, 1].map((n) => of(({ dropped }) => dropped[n]).toFixed(0)).join(" / "),
    of(({ memory }) => memory).toFixed(1),
    rounds[0].growth?.toFixed(2) ?? "",
  ];
}

/**
 * First picture, and the middle frame in order and at random, each as the median of the ratios of the rounds.
 * @param {Result} result
 * @param {Result} limit
 */
function ratios({ rounds }, limit) {
  /** @type {((figures: Figures) => number)[]} */
  const values = [
    ({ first }) => first,
    ({ ordered }) => percentile(ordered, 0.5),
    ({ random }) => percentile(random, 0.5),
  ];
  return values
    .map((value) => median(rounds.map((one, n) => value(one) / value(limit.rounds[n]))).toFixed(2))
    .join(" / ");
}

/** @param {number[]} numbers */
export function median(numbers) {
  return percentile(numbers, 0.5);
}

/**
 * @param {number[]} numbers
 * @param {number} share
 */
function percentile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
