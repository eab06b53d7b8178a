/** Records of the table, as the core gives them. */

/** @param {object} [given] @returns {any} */
export const stage = (given) => ({
  status: "Banned",
  index: 0,
  date: "May 2020",
  iso: "2020-05",
  day: 18_383,
  last: 18_413,
  sources: [],
  ...given,
});

/** A record without a stage. @param {object} [given] @returns {any} */
export const record = (given) => ({
  id: "FR",
  name: "France",
  index: 0,
  grounds: null,
  from: -1,
  absent: "",
  absent_before: "",
  changed: false,
  way: [],
  ...given,
});
