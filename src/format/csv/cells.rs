//! Splits a text into cells: the rules of RFC 4180, and what spreadsheets do in addition.

use std::borrow::Cow;

use crate::base::limits::{Limit, Limits};
use crate::format::csv::formula::unguard;
use crate::format::detect::first_line;

/// A cell and its position in the text, including its quotation marks. Without quotation marks it borrows the text.
pub(crate) struct Cell<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) at: (usize, usize),
    quoted: bool,
}

/// The cells of a file.
pub(crate) struct Rows<'t> {
    pub(crate) rows: Vec<Vec<Cell<'t>>>,
    /// The character between two cells.
    pub(crate) separator: char,
    /// The position of a quotation mark that is never closed.
    pub(crate) open_quote: Option<usize>,
    /// The limit that the file exceeds, and the position at which the reader stopped.
    pub(crate) exceeded: Option<(Limit, usize)>,
    /// How many more rows and filled cells the limits allow.
    rows_left: usize,
    cells_left: usize,
}

/// Splits a text into rows. The separator is a comma, semicolon or tab: the one that the first line has most often. A
/// first line `sep=;` sets the separator and is not a row.
pub(crate) fn rows<'t>(text: &'t str, limits: &Limits) -> Rows<'t> {
    let first = first_line(text);
    let said = first.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let separator = said.unwrap_or_else(|| separator(first));
    let begin = if said.is_some() { first.len() + text.find(first).unwrap_or(0) } else { 0 };
    let mut rows = Rows {
        rows: Vec::new(),
        separator,
        open_quote: None,
        exceeded: None,
        // One more than the limit, because the row with the names of the columns does not count.
        rows_left: limits.of(Limit::Rows).saturating_add(1),
        cells_left: limits.of(Limit::Cells),
    };
    let mut row = vec![Cell::at(begin)];
    let mut open = None;
    let mut letters = text.char_indices().skip_while(|(at, _)| *at < begin).peekable();
    while let Some((at, letter)) = letters.next() {
        let next = at + letter.len_utf8();
        let Some(cell) = row.last_mut() else { break };
        if open.is_some() {
            cell.at.1 = next;
            if letter != '"' {
                cell.text.to_mut().push(letter);
            } else if letters.next_if(|(_, next)| *next == '"').is_some() {
                cell.text.to_mut().push('"');
            } else {
                open = None;
            }
        } else if letter == separator {
            if row.len() == limits.of(Limit::Columns) {
                rows.exceeded = Some((Limit::Columns, at));
                return rows;
            }
            row.push(Cell::at(next));
        } else if letter == '\n' || letter == '\r' {
            // Between the two characters of a Windows line break is an empty row, which `add` leaves out.
            rows.add(std::mem::replace(&mut row, vec![Cell::at(next)]));
            if rows.exceeded.is_some() {
                return rows;
            }
        } else if letter == '"' && cell.text.is_empty() && !cell.quoted {
            // Only a quotation mark at the beginning of a cell opens it. Elsewhere it belongs to the text.
            open = Some(at);
            (cell.quoted, cell.at) = (true, (at, next));
        } else if !cell.quoted {
            cell.add(text, letter, at);
        } else if !is_blank(letter) {
            // Spreadsheets keep text that follows a closing quotation mark.
            cell.text += text.get(cell.at.1..next).unwrap_or_default();
            cell.at.1 = next;
        }
    }
    rows.add(row);
    // A row without a line break at its end is a row too.
    rows.open_quote = open;
    rows
}

impl<'t> Rows<'t> {
    /// Adds a complete row, unless it is blank.
    fn add(&mut self, mut row: Vec<Cell<'t>>) {
        let mut blank = true;
        for cell in &mut row {
            // This removes the apostrophe that `write` puts before texts that look like formulas.
            unguard(&mut cell.text);
            if cell.text.trim().is_empty() {
                continue;
            }
            if blank && self.rows_left == 0 {
                self.exceeded = Some((Limit::Rows, cell.at.0));
                return;
            }
            if self.cells_left == 0 {
                self.exceeded = Some((Limit::Cells, cell.at.0));
                return;
            }
            blank = false;
            self.cells_left -= 1;
        }
        if !blank {
            self.rows_left -= 1;
            // The first row has the names of the columns, also empty ones. Elsewhere empty cells at the end say nothing.
            while !self.rows.is_empty() && row.last().is_some_and(|cell| cell.text.trim().is_empty()) {
                row.pop();
            }
            row.shrink_to_fit();
            self.rows.push(row);
        }
    }
}

impl<'t> Cell<'t> {
    fn at(start: usize) -> Self {
        Self { text: Cow::Borrowed(""), at: (start, start), quoted: false }
    }

    /// Adds a character of the text. Blanks before and after the content are ignored.
    fn add(&mut self, text: &'t str, letter: char, at: usize) {
        if self.text.is_empty() {
            self.at = (at, at);
        }
        if !is_blank(letter) {
            self.at.1 = at + letter.len_utf8();
            self.text = Cow::Borrowed(text.get(self.at.0..self.at.1).unwrap_or_default());
        }
    }
}

fn is_blank(letter: char) -> bool {
    letter == ' ' || letter == '\u{a0}'
}

fn separator(line: &str) -> char {
    let mut best = (',', 0);
    for separator in [',', ';', '\t'] {
        let mut quoted = false;
        let mut count = 0;
        for letter in line.chars() {
            // A separator between quotation marks is part of a cell.
            quoted ^= letter == '"';
            count += u32::from(letter == separator && !quoted);
        }
        if count > best.1 {
            best = (separator, count);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Rows<'_> {
        rows(text, &Limits::default())
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read(text).rows.into_iter();
        let texts = rows.map(|row| row.into_iter().map(|cell| cell.text.into_owned()).collect::<Vec<_>>());
        texts.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
    }

    #[test]
    fn separators_and_line_breaks_are_detected() {
        for text in [
            "a,b\n1,2\n",
            "a,b\r\n1,2",
            "a,b\r1,2\r",
            "a;b\n1;2",
            "a\tb\n1\t2",
            "sep=;\na;b\n1;2",
            "sep=;\ra;b\r1;2",
            "\n\na;b\n1;2",
            "a;b\r1;2\r",
            "a , b\n 1 ,2 ",
        ] {
            assert_eq!(cells(text), [["a", "b"], ["1", "2"]], "{text:?}");
        }
    }

    #[test]
    fn quotation_marks_keep_everything_between_them() {
        assert_eq!(cells("a,\" b,\nc \",\"say \"\"so\"\"\"\n"), [["a", " b,\nc ", "say \"so\""]]);
        assert_eq!(cells("\"\",x\n"), [["", "x"]]);
        assert_eq!(cells("a,b,\n,,\n"), [["a", "b", ""]]);
        assert_eq!(cells("5\" disk,\"x\" y\n"), [["5\" disk", "x y"]]);
    }

    #[test]
    fn an_open_quotation_mark_is_found() {
        assert_eq!(read("a,b\n1,\"2\n3").open_quote, Some(6));
        assert_eq!(read("a,\"b\"\n").open_quote, None);
    }

    #[test]
    fn reading_stops_at_a_limit() {
        let mut limits = Limits::default();
        limits.set("rows", 2);
        limits.set("columns", 3);
        limits.set("cells", 7);
        let exceeded = |text: &str| rows(text, &limits).exceeded;
        assert_eq!(exceeded("a,b,c\n1\n\n2\n"), None);
        assert_eq!(exceeded("a,b,c\r\n1\r\n2\r\n\r\n"), None);
        assert_eq!(exceeded("a,b,c\n1\n2\n3"), Some((Limit::Rows, 10)));
        assert_eq!(exceeded("a,b,c\r\n1\r\n2\r\n\r\n,3\r\n"), Some((Limit::Rows, 16)));
        assert_eq!(exceeded("a,b,c\n1,2,3,4,5\n"), Some((Limit::Columns, 11)));
        assert_eq!(exceeded("a,b,c\n1,2,3\n,,5"), None);
        assert_eq!(exceeded("a,b,c\n1,2,3\n,4,5"), Some((Limit::Cells, 15)));
        assert_eq!(exceeded("a,b,c\n1,2,3\n3,4,\n"), Some((Limit::Cells, 14)));
    }

    #[test]
    fn cells_have_positions() {
        let text = "ä b , \"b\" ,\"c\", ";
        let places: Vec<&str> = read(text).rows[0].iter().map(|cell| &text[cell.at.0..cell.at.1]).collect();
        assert_eq!(places, ["ä b", "\"b\"", "\"c\"", ""]);
    }
}
