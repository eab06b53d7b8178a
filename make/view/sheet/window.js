/** Which rows or columns of a long list are in sight. */

/** The longest way that browsers scroll, in CSS pixels. Firefox stops before 18 million. */
const LONGEST = 8_000_000;

/** @typedef {{first: number, count: number, length: number}} Window  `length`: of the way that is scrolled */

/**
 * @param {number} total  how many there are
 * @param {number} size  the size of one of them
 * @param {number} room  the size of what is in sight
 * @param {number} scrolled
 * @returns {Window}
 */
export function windowOf(total, size, room, scrolled) {
  const length = Math.min(total * size, LONGEST);
  const count = Math.min(total, Math.max(1, Math.floor(room / size)));
  const way = length - room;
  const share = way > 0 ? Math.min(1, Math.max(0, scrolled / way)) : 0;
  return { first: Math.round(share * (total - count)), count, length };
}

/**
 * How far to scroll so that one of them is in sight. `null` if it is.
 * @param {number} index
 * @param {number} total
 * @param {number} room
 * @param {Window} seen
 */
export function scrollTo(index, total, room, { first, count, length }) {
  if (index >= first && index < first + count) return null;
  const start = index < first ? index : index - count + 1;
  return (start / Math.max(1, total - count)) * Math.max(0, length - room);
}
