/** How many cases a property is tried with. */

const { BANSPREAD_RUNS, BANSPREAD_SEED } = process.env;

/**
 * Returns the settings of fast-check: the same cases each time, unless the environment asks for more or for others.
 * `BANSPREAD_RUNS` is the number of cases of each property, `BANSPREAD_SEED` says which.
 * @param {number} seed
 * @param {number} numRuns
 */
export function runs(seed, numRuns) {
  return { seed: Number(BANSPREAD_SEED ?? seed), numRuns: Number(BANSPREAD_RUNS ?? numRuns) };
}
