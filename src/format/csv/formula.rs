//! Cells that a spreadsheet would read as formulas. They are written with an apostrophe before them, and read without
//! it.

use std::borrow::Cow;

/// Whether a spreadsheet may read a cell as a formula: it begins like a formula, also in full-width characters,
/// possibly after white space and quotation marks, which some programs ignore.
fn is_formula(cell: &str) -> bool {
    let lead = |letter: char| letter.is_whitespace() || "'\"`´‘’‚“”„«»‹›\u{feff}\u{200b}".contains(letter);
    let rest = cell.trim_start_matches(lead);
    // Some programs end a cell or a line at these characters.
    let broken = cell[..cell.len() - rest.len()].contains(['\t', '\r', '\n']);
    rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || broken && !rest.is_empty()
}

/// The characters at which some spreadsheets end a cell, even inside quotation marks: where semicolons separate cells,
/// quotation marks count only at the beginning of a cell.
const ENDS: [char; 4] = [';', '\t', '\n', '\r'];

/// The cell with apostrophes, so that no spreadsheet reads it as a formula, nor any part of it that a spreadsheet may
/// read as a cell.
#[cfg(any(not(browser), feature = "import"))]
pub(crate) fn guarded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    if is_formula(cell) {
        text.push('\'');
    }
    for (n, part) in cell.split_inclusive(ENDS).enumerate() {
        if n > 0 && is_formula(part) {
            text.push('\'');
        }
        text.push_str(part);
    }
    text
}

/// Removes the apostrophes that [`guarded`] wrote. Of two apostrophes, one belongs to the text.
pub(crate) fn unguard(cell: &mut Cow<'_, str>) {
    if cell.strip_prefix('\'').is_some_and(is_formula) {
        cell.to_mut().remove(0);
    }
    if cell.contains(ENDS) {
        let mut text = String::with_capacity(cell.len());
        for (n, part) in cell.split_inclusive(ENDS).enumerate() {
            let rest = part.strip_prefix('\'').filter(|rest| n > 0 && is_formula(rest));
            text.push_str(rest.unwrap_or(part));
        }
        *cell = Cow::Owned(text);
    }
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    #[test]
    fn a_possible_formula_gets_an_apostrophe() {
        for cell in [
            "=1+1",
            "+49",
            "-1",
            "@name",
            "＝1",
            "－1",
            "\"=1",
            " =1",
            "'=1",
            "\"\u{a0}“@x",
            "\tx",
            "\r\nx",
            "\u{feff}=1",
        ] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("a;=1\t+2; b"), "a;'=1\t'+2; b");
        for cell in ["", "a=1", "2020-07-14", "'tis", "\"Who\"", "\n", "5 - 3"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn every_written_cell_is_read_back_unchanged() {
        let whole = ["=1", "'=1", "''=1", "'", "''", "'tis", "' =1", "\"'=1", "'\u{200b}@", "\t", "\tx", "'\tx", "＠"];
        let parts = ["a;=1", "a;'=1", "a;''=1;b", "=1;=1", "\t=1", "'\t'=1", "a;", ";", ";;=", "a\n-1", "a\r\n'@x;"];
        for cell in whole.into_iter().chain(parts) {
            let mut written = Cow::Owned(guarded(cell));
            unguard(&mut written);
            assert_eq!(written, cell);
        }
    }
}
