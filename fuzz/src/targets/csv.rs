//! CSV of any content. The first byte chooses columns, so that most inputs have rows with a meaning.

/// Names of columns. An input chooses one, or brings its own.
const HEADS: [&str; 6] = [
    "",
    "entity,date,status,source\n",
    "entity;kind;date;until;status;title;source;source_url\n",
    "record,entity,name,kind,status,label,color_light,color_dark,date,source\n",
    "record\tentity\tlang\tname\tacts_in\trow\tcolumn\tfrom\tuntil\tdate\ttitle_de\n",
    "entity,date,status,source,source_2,source_2_url,correction,correction_was,correction_now,correction_reason\n",
];

/// A text of rows is refused with findings, or it survives both formats.
pub fn check(bytes: &[u8]) {
    let Some((choice, rows)) = bytes.split_first() else { return };
    let Ok(rows) = std::str::from_utf8(rows) else { return };
    super::same::check(&format!("{}{rows}", HEADS[usize::from(*choice) % HEADS.len()]));
}
