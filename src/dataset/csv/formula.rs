//! Cells that a spreadsheet would take for formulas: written with an apostrophe before them, and read without it.

/// Whether a spreadsheet may take a cell for a formula: it begins as one, in letters of any width, perhaps after blanks and
/// quotation marks, which some programs leave out.
fn is_formula(cell: &str) -> bool {
    let lead = |letter: char| letter.is_whitespace() || "'\"`´‘’‚“”„«»‹›\u{feff}\u{200b}".contains(letter);
    let rest = cell.trim_start_matches(lead);
    // Blanks that end a cell or a line for some programs.
    let broken = cell[..cell.len() - rest.len()].contains(['\t', '\r', '\n']);
    rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || broken && !rest.is_empty()
}

/// A cell as text that no spreadsheet takes for a formula.
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::dataset) fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Takes the apostrophe away that [`guarded`] has written. Of two one was in the text.
pub(super) fn unguard(cell: &mut String) {
    if cell.strip_prefix('\'').is_some_and(is_formula) {
        cell.remove(0);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_formula_gets_an_apostrophe() {
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
        for cell in ["", "a=1", "2020-07-14", "'tis", "\"Who\"", "\n", "5 - 3"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn every_cell_is_read_as_it_was_before_it_was_written() {
        for cell in ["=1", "'=1", "''=1", "'", "''", "'tis", "' =1", "\"'=1", "'\u{200b}@", "\t", "\tx", "'\tx", "＠"]
        {
            let mut written = guarded(cell);
            unguard(&mut written);
            assert_eq!(written, cell);
        }
    }
}
