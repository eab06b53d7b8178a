/** The words of the shell's own controls. What is said about the data comes from the core. */

export const WORDS = {
  play: "Play",
  pause: "Pause",
  previous: "Previous change",
  next: "Next change",
  date: "Date",
  timeline: "Date on the timeline",
  map: "Map of countries, blocs and companies",
  legend: "Show only one status",
  changes: "Latest changes",
  noChanges: "Nothing is documented before this date.",
  back: "Latest changes",
  caution: "Note",
  failed: "The interactive chart could not be loaded.",
  refused: "The new data has a fault, so nothing was changed.",
  refusedFirst: "The data of this chart has a fault.",
  line: "line",
  column: "column",
  more: "more",
};
