//! Cells that a character separates: CSV in all its forms.
//!
//! The reader of the format (`format/csv/cells`) keeps the position of each cell for its findings. This one keeps only
//! texts, because a panel can have ten million cells.

use crate::import::workbook::{FileError, Sheet};

/// The characters that can separate cells.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// The lines that decide which of them does.
const SAMPLE: usize = 60;

/// How many rows are read between two calls of a watch.
const WATCHED: usize = 1 << 14;

/// The cells of a text. A first line `sep=;` names the separator and is no row. `watch` is told from time to time how many
/// bytes are read.
pub(super) fn read(text: &str, watch: &mut dyn FnMut(usize)) -> Result<Sheet, FileError> {
    let (separator, text) = named(text).unwrap_or_else(|| (separator(text), text));
    let mut sheet = Sheet::default();
    let mut rest = text;
    while !rest.is_empty() {
        rest = row(rest, separator, &mut sheet)?;
        if sheet.rows() % WATCHED == 0 {
            watch(text.len() - rest.len());
        }
    }
    Ok(sheet)
}

/// The separator that the first line names, and the text after this line.
fn named(text: &str) -> Option<(u8, &str)> {
    let after = text.trim_start().strip_prefix("sep=")?;
    let (first, rest) = after.split_at_checked(1)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    Some((first.as_bytes()[0], rest))
}

/// Reads one row; returns the text after it.
fn row<'t>(mut text: &'t str, separator: u8, sheet: &mut Sheet) -> Result<&'t str, FileError> {
    loop {
        let rest = cell(text, separator, sheet)?;
        match rest.as_bytes().first() {
            Some(byte) if *byte == separator => text = &rest[1..],
            _ => {
                sheet.end_row();
                return Ok(rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest));
            }
        }
    }
}

/// Reads one cell; returns the text from its separator or line break on.
fn cell<'t>(text: &'t str, separator: u8, sheet: &mut Sheet) -> Result<&'t str, FileError> {
    // A blank separates nothing before a quotation mark; a tab may be the separator itself.
    if let Some(inside) = text.trim_start_matches(' ').strip_prefix('"')
        && let Some((content, rest)) = quoted(inside)
    {
        // Spreadsheets keep text that follows a closing quotation mark.
        let end = end_of(rest, separator);
        let after = rest[..end].trim_end();
        sheet.push(&if after.is_empty() { content } else { content + after })?;
        return Ok(&rest[end..]);
    }
    let end = end_of(text, separator);
    sheet.push(&text[..end])?;
    Ok(&text[end..])
}

/// The content up to the closing quotation mark, and the text after it; `None` if the mark is never closed.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut content = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        content.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                content.push('"');
                rest = after;
            }
            None => return Some((content, after)),
        }
    }
}

fn end_of(text: &str, separator: u8) -> usize {
    text.bytes().position(|byte| byte == separator || byte == b'\n' || byte == b'\r').unwrap_or(text.len())
}

/// The character that divides the most lines into the same number of cells.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE).collect();
    let regular = |separator: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, separator)).collect();
        let most = counts
            .iter()
            .copied()
            .filter(|count| *count > 0)
            .max_by_key(|wanted| (counts.iter().filter(|count| *count == wanted).count(), *wanted));
        most.map_or((0, 0), |most| (counts.iter().filter(|count| **count == most).count(), most))
    };
    // Of equals the first: a comma.
    SEPARATORS.into_iter().rev().max_by_key(|separator| regular(*separator)).unwrap_or(b',')
}

/// How often a character stands outside of quotation marks.
fn count(line: &str, separator: u8) -> usize {
    let mut inside = false;
    let mut count = 0;
    for byte in line.bytes() {
        inside ^= byte == b'"';
        count += usize::from(byte == separator && !inside);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text, &mut |_| {}).unwrap();
        let row = |row| (0..sheet.width(row)).map(|column| sheet.cell(row, column).to_owned()).collect();
        (0..sheet.rows()).map(row).collect()
    }

    #[test]
    fn separators_and_line_breaks_are_recognised() {
        for text in ["a,b\n1,2\n", "a;b\r\n1;2", "a\tb\r1\t2\r", "a|b\n1|2", "sep=|\r\na|b\n1|2", "a , b\n 1 ,2 "] {
            assert_eq!(cells(text), [["a", "b"], ["1", "2"]], "{text:?}");
        }
    }

    #[test]
    fn the_separator_is_the_one_that_divides_all_lines_alike() {
        assert_eq!(cells("a;b\nx, y, z;1,5\nw;2,5")[1], ["x, y, z", "1,5"]);
        assert_eq!(cells("One, two, three\na;b\n1;2\n3;4")[2], ["1", "2"]);
        assert_eq!(cells("name\nItaly\nSpain")[1], ["Italy"]);
    }

    #[test]
    fn quotation_marks_keep_separators_and_line_breaks() {
        assert_eq!(cells("a,\"b,\nc\",\"say \"\"so\"\"\"\n"), [["a", "b,\nc", "say \"so\""]]);
        assert_eq!(cells("5\" disk,\"x\" y\n"), [["5\" disk", "x y"]]);
        assert_eq!(cells("a,\"open\nb,c\n"), [["a", "\"open"], ["b", "c"]]);
        assert_eq!(cells("a,\"\"\nb,c")[0], ["a"]);
    }

    #[test]
    fn blank_lines_are_rows_so_that_numbers_of_rows_stay_right() {
        assert_eq!(cells("a,b\n\n1,2").len(), 3);
    }
}
