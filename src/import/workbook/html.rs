//! The tables of a page: what a browser puts on the clipboard, and pages that were saved.
//!
//! Only tables matter here, so that a small reader of tags is enough: scripts, styles and comments are skipped, and
//! everything else between two tags of a cell is its text.

use std::rc::Rc;

use crate::import::marks::without_marks;
use crate::import::workbook::references::unescaped;
use crate::import::workbook::{FileError, Sheet};

/// The most columns that a cell can span. The standard of HTML has the same limit.
const WIDEST: usize = 1_000;
/// The most rows that a cell can span here.
const TALLEST: usize = 1_000;

/// The most bytes of text that cells repeat in the rows and columns that they span.
pub(super) const REPEATED: usize = 100_000_000;

/// Each table as a sheet. A table inside a cell is a part of the cell's text.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, FileError> {
    let mut tables = Tables::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        tables.text(before);
        let skipped = if let Some(comment) = after.strip_prefix("!--") {
            comment.split_once("-->").map(|(_, rest)| rest)
        } else {
            let (tag, rest) = tag(after);
            tables.tag(&tag)?;
            if tag.name == "script" || tag.name == "style" { past(rest, &tag.name) } else { Some(rest) }
        };
        rest = skipped.unwrap_or_default();
    }
    tables.text(rest);
    tables.finish()
}

/// A tag: its name, with `/` before that of an end tag, and its attributes.
struct Tag<'t> {
    name: String,
    attributes: &'t str,
}

/// The tag at the beginning of a text, after its `<`, and the text after it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let mut quote = None;
    let end = text.find(|letter| match quote {
        Some(open) => {
            if letter == open {
                quote = None;
            }
            false
        }
        None => {
            if letter == '"' || letter == '\'' {
                quote = Some(letter);
            }
            letter == '>'
        }
    });
    let (inside, rest) = end.map_or((text, ""), |end| (&text[..end], &text[end + 1..]));
    let split = inside.find(|letter: char| letter.is_whitespace()).unwrap_or(inside.len());
    (Tag { name: inside[..split].trim_end_matches('/').to_ascii_lowercase(), attributes: &inside[split..] }, rest)
}

/// The text after the end tag of a script or style.
fn past<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let is_end = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    let start = text.match_indices("</").map(|(at, _)| at).find(is_end)?;
    text[start..].split_once('>').map(|(_, rest)| rest)
}

impl Tag<'_> {
    /// Whether its style says that it is not shown.
    fn is_hidden(&self) -> bool {
        let style: String = self.attributes.chars().filter(|letter| !letter.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    }

    /// How many columns or rows a cell spans.
    fn span(&self, name: &str, most: usize) -> usize {
        let lower = self.attributes.to_ascii_lowercase();
        let number =
            lower.split_once(name).map(|(_, after)| after.trim_start().trim_start_matches(['=', '"', '\'', ' ']));
        let digits =
            number.map(|after| after.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default());
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(1).clamp(1, most)
    }
}

/// The parts of tables.
const PARTS: [&str; 8] = ["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"];
/// The elements of a cell that pages hide.
const HIDEABLE: [&str; 5] = ["span", "sup", "small", "div", "p"];

/// The words of a text, without marks of footnotes at its end.
fn plain(text: &str) -> String {
    without_marks(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned()
}

/// A cell whose text is being read.
struct Open {
    text: String,
    columns: usize,
    rows: usize,
}

#[derive(Default)]
struct Tables {
    sheets: Vec<Sheet>,
    /// How many tables are open.
    depth: usize,
    row: Vec<Rc<str>>,
    in_row: bool,
    cell: Option<Open>,
    /// The element of a cell that pages do not show, such as a key for sorting, and how many of its name are open in it.
    hidden: Option<(String, usize)>,
    /// The title of the table, while it is read.
    caption: Option<String>,
    /// For each column the text of a cell that reaches down, and for how many more rows.
    reaching: Vec<(Rc<str>, usize)>,
    /// The bytes of text that cells repeat.
    repeated: usize,
}

impl Tables {
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        let open = self.caption.as_mut().or(self.cell.as_mut().map(|cell| &mut cell.text));
        if let Some(open) = open {
            open.push_str(&unescaped(text));
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) -> Result<(), FileError> {
        if self.hides(tag) {
            return Ok(());
        }
        match tag.name.as_str() {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.sheets.push(Sheet::default());
                    self.reaching.clear();
                }
            }
            "caption" if self.depth == 1 => self.caption = Some(String::new()),
            "/caption" if self.depth == 1 => self.end_caption(),
            "/table" if self.depth == 1 => {
                self.end_row()?;
                self.depth = 0;
            }
            "/table" => self.depth = self.depth.saturating_sub(1),
            "tr" if self.depth == 1 => {
                self.end_row()?;
                self.in_row = true;
            }
            "/tr" if self.depth == 1 => self.end_row()?,
            "td" | "th" if self.depth == 1 => {
                self.end_cell()?;
                self.in_row = true;
                let (columns, rows) = (tag.span("colspan", WIDEST), tag.span("rowspan", TALLEST));
                self.cell = Some(Open { text: String::new(), columns, rows });
            }
            "/td" | "/th" if self.depth == 1 => self.end_cell()?,
            "br" | "p" | "/p" | "div" | "li" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    /// Whether a tag begins, ends or is in an element that pages do not show. It ends with its cell.
    fn hides(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name.as_str();
        match &mut self.hidden {
            Some(_) if PARTS.contains(&name.trim_start_matches('/')) => self.hidden = None,
            Some((hidden, depth)) => {
                if name == hidden {
                    *depth += 1;
                } else if name.strip_prefix('/') == Some(hidden) {
                    *depth -= 1;
                }
                self.hidden.take_if(|(_, depth)| *depth == 0);
                return true;
            }
            None if self.cell.is_some() && HIDEABLE.contains(&name) && tag.is_hidden() => {
                self.hidden = Some((tag.name.clone(), 1));
                return true;
            }
            None => {}
        }
        false
    }

    /// The title of a table is the name of its sheet.
    fn end_caption(&mut self) {
        if let (Some(caption), Some(sheet)) = (self.caption.take(), self.sheets.last_mut()) {
            sheet.name = plain(&caption);
        }
    }

    /// Puts the open cell into the row: once for each column that it spans, after the cells that reach into the row.
    fn end_cell(&mut self) -> Result<(), FileError> {
        self.end_caption();
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text: Rc<str> = plain(&cell.text).into();
        self.fill()?;
        self.repeat(text.len() * (cell.columns - 1))?;
        for _ in 0..cell.columns {
            if self.row.len() >= self.reaching.len() {
                self.reaching.resize(self.row.len() + 1, (Rc::from(""), 0));
            }
            self.reaching[self.row.len()] = (Rc::clone(&text), cell.rows - 1);
            self.row.push(Rc::clone(&text));
        }
        Ok(())
    }

    /// Counts text that is repeated.
    fn repeat(&mut self, bytes: usize) -> Result<(), FileError> {
        self.repeated += bytes;
        if self.repeated > REPEATED { Err(FileError::Repeated) } else { Ok(()) }
    }

    /// Adds the cells of earlier rows that reach into this one.
    fn fill(&mut self) -> Result<(), FileError> {
        while let Some((text, more)) = self.reaching.get_mut(self.row.len())
            && *more > 0
        {
            *more -= 1;
            let text = Rc::clone(text);
            self.repeat(text.len())?;
            self.row.push(text);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), FileError> {
        self.end_cell()?;
        if !std::mem::take(&mut self.in_row) {
            return Ok(());
        }
        self.fill()?;
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        for cell in self.row.drain(..) {
            sheet.push(&cell)?;
        }
        sheet.end_row();
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Sheet>, FileError> {
        self.end_row()?;
        self.sheets.retain(|sheet| sheet.columns() > 0);
        if self.sheets.is_empty() {
            return Err(FileError::NoTable);
        }
        name_all(&mut self.sheets);
        Ok(self.sheets)
    }
}

/// Gives each of several tables a name of its own, so that one can be chosen: its title or its number.
fn name_all(sheets: &mut [Sheet]) {
    for place in 0..sheets.len() {
        let (before, rest) = sheets.split_at_mut(place);
        let is_taken = |name: &str| before.iter().any(|sheet| sheet.name == name);
        if before.len() + rest.len() > 1 && (rest[0].name.is_empty() || is_taken(&rest[0].name)) {
            rest[0].name = format!("Table {}", place + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let sheet = &read(text).unwrap()[0];
        let row = |row| (0..sheet.columns()).map(|column| sheet.cell(row, column).to_owned()).collect();
        (0..sheet.rows()).map(row).collect()
    }

    #[test]
    fn cells_of_a_table_are_read_with_and_without_end_tags() {
        let expected = [["a", "b"], ["1 & 2", "é x"]];
        assert_eq!(
            cells("<p>Hi<table><tr><th>a</th><th>b</th></tr><tr><td>1 &amp; 2</td><td>&#233;<br>x</td></tr></table>"),
            expected
        );
        assert_eq!(cells("<TABLE><TR><TD>a<TD>b<tr><td>1 &amp; 2<td title='>'>&#xe9;\n x</TABLE>"), expected);
    }

    #[test]
    fn a_cell_stands_in_every_row_and_column_that_it_spans() {
        let text = "<table><tr><td rowspan=2>DE<td colspan=\"2\">x<tr><td>1<td>2</table>";
        assert_eq!(cells(text), [["DE", "x", "x"], ["DE", "1", "2"]]);
    }

    #[test]
    fn a_text_that_spans_too_many_cells_is_refused() {
        let of = |bytes: usize| read(&format!("<table><tr><td colspan=1000>{}</table>", "x".repeat(bytes)));
        assert_eq!(of(1_000).unwrap()[0].columns(), 1_000);
        assert_eq!(of(200_000).unwrap_err(), FileError::Repeated);
        let rows = "<tr>".repeat(1_000);
        let tall = format!("<table><tr><td rowspan=1000>{}<td>a{rows}</table>", "x".repeat(200_000));
        assert_eq!(read(&tall).unwrap_err(), FileError::Repeated);
        assert!(FileError::Repeated.to_string().contains("more than 100 MB"));
    }

    #[test]
    fn scripts_and_comments_are_no_cells() {
        let text =
            "<html><!-- <table> --><script>if (a < b) '<td>'</script><table><tr><td>x<style>td{}</style></table>";
        assert_eq!(cells(text), [["x"]]);
    }

    #[test]
    fn tables_are_called_by_their_titles_or_numbers() {
        let table = |caption: &str| format!("<table>{caption}<tr><td>x</table>");
        let names = |captions: &[&str]| -> Vec<String> {
            let text: String = captions.iter().map(|caption| table(caption)).collect();
            read(&text).unwrap().into_iter().map(|sheet| sheet.name).collect()
        };
        let title = "<caption>Same-sex <b>marriage</b><sup>[1]</sup></caption>";
        assert_eq!(names(&["", title, title]), ["Table 1", "Same-sex marriage", "Table 3"]);
        assert_eq!(names(&["<caption>Open"]), ["Open"]);
        assert_eq!(names(&[""]), [""]);
        assert_eq!(cells(&table(title)), [["x"]]);
    }

    #[test]
    fn keys_for_sorting_that_pages_hide_are_no_text() {
        let hidden = "<span style=\"display: none\">a<span>b</span>c</span>";
        assert_eq!(
            cells(&format!("<table><tr><td>{hidden}Netherlands<td><span>x</span>y</table>")),
            [["Netherlands", "xy"]]
        );
        assert_eq!(cells("<table><tr><td><p style=display:none>a<td>b</td></table>"), [["", "b"]]);
    }

    #[test]
    fn marks_of_footnotes_are_no_part_of_a_cell() {
        let text = "<table><tr><td>Netherlands<sup>[1]</sup><td>Legal&dagger;<td>Mexico&nbsp;<sup>[b]</sup>*</table>";
        assert_eq!(cells(text), [["Netherlands", "Legal", "Mexico"]]);
    }

    #[test]
    fn a_page_without_a_table_is_refused() {
        assert_eq!(read("<p>Nothing</p>").unwrap_err(), FileError::NoTable);
        assert_eq!(read("<table></table><").unwrap_err(), FileError::NoTable);
    }
}
