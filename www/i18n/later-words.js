/** The English words that only the supplement uses. */

/** @type {Record<string, string>} */
export const LATER = {
  copied: "Link copied",
  no_picture: "The picture could not be created.",
  no_saving: "This page may not allow saving",
  table_caption: "{title}, {date}",
  table_entity: "Who",
  table_status: "Status",
  table_grounds: "Basis and scope",
  table_since: "Since",
  table_sources: "Source",
  table_way: "Earlier statuses",
  table_stage: "{status}, {date}",
  table_filter: "Search the table",
  table_changed: "Only changes",
  "table_rows.one": "{n} row",
  "table_rows.other": "{n} rows",
  table_none: "No matching rows.",
  table_copy: "Copy the table",
  table_copied: "Table copied",
  table_selected: "The table is selected: copy it",
  table_only: "The chart cannot be drawn here. The table has the same data.",
};
