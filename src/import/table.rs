//! Where the table is in a sheet: the names of its columns, its first and its last row.

use std::ops::Range;

use crate::base::maths::parsed;
use crate::import::choices::{Choices, HeaderChoice};
use crate::import::dates::looks_like_date;
use crate::import::places::{self, Found};
use crate::import::words::{is_known_name, is_note, is_total};
use crate::import::workbook::Sheet;
use crate::model::grid::{US_STATES, WORLD};

/// The rows at the beginning of a sheet among which the names of the columns are.
const SEARCHED: usize = 40;
/// The rows that show what the cells of a column are.
const SAMPLE: usize = 200;

/// The table of a sheet.
#[derive(Debug)]
pub(crate) struct Table<'s> {
    pub(crate) sheet: &'s Sheet,
    pub(crate) header: HeaderChoice,
    /// The names of the columns; empty texts if the sheet has none.
    pub(crate) names: Vec<String>,
    /// The rows of the table, without the names.
    pub(crate) rows: Range<usize>,
    /// The rows below the table that are not read.
    pub(crate) left_out: Vec<usize>,
}

impl<'s> Table<'s> {
    pub(crate) fn find(sheet: &'s Sheet, choices: &Choices) -> Self {
        let header = choices.header.unwrap_or_else(|| header(sheet));
        let (names, start) = match header {
            HeaderChoice::Rows { row, rows } => {
                let (first, rows) = (row.clamp(1, sheet.rows().max(1)) - 1, rows.clamp(1, SEARCHED));
                (names(sheet, first..(first + rows).min(sheet.rows())), first + rows)
            }
            HeaderChoice::Without(_) => (vec![String::new(); sheet.columns()], first_full(sheet)),
        };
        let (end, left_out) = match choices.last_row {
            Some(last) => (last.min(sheet.rows()), Vec::new()),
            None => end(sheet, start),
        };
        Self { sheet, header, names, rows: start.min(end)..end, left_out }
    }

    pub(crate) fn cell(&self, row: usize, column: usize) -> &'s str {
        self.sheet.cell(row, column)
    }

    /// The texts beside the table: titles above it, the name of the sheet, notes below it.
    pub(crate) fn beside(&self) -> impl Iterator<Item = &'s str> {
        let above = match self.header {
            HeaderChoice::Rows { row, .. } => row.max(1) - 1,
            HeaderChoice::Without(_) => self.rows.start,
        };
        let sheet = self.sheet;
        let cells = move |row: usize| (0..sheet.width(row)).map(move |column| sheet.cell(row, column));
        let notes = self.left_out.iter().copied().take(SEARCHED).collect::<Vec<_>>();
        // A person can have chosen a row that the sheet does not have.
        let of = (0..above.min(sheet.rows())).flat_map(cells).chain([sheet.name.as_str()]);
        of.chain(notes.into_iter().flat_map(cells))
    }

    pub(crate) fn columns(&self) -> usize {
        self.names.len()
    }

    /// Rows that stand for all rows: the first ones, and others that are spread over the rest.
    pub(crate) fn sample(&self) -> impl Iterator<Item = usize> + use<> {
        let Range { start, end } = self.rows;
        let near = (start + SAMPLE).min(end);
        let step = ((end - near) / SAMPLE).max(1);
        (start..near).chain((near..end).step_by(step))
    }
}

/// What a cell is, without regard to its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    Date,
    Number,
    Url,
    Text,
}

fn kind(cell: &str) -> Kind {
    if cell.is_empty() {
        Kind::Blank
    } else if looks_like_date(cell, false) {
        Kind::Date
    } else if number(cell).is_some() {
        Kind::Number
    } else if is_url(cell) {
        Kind::Url
    } else {
        Kind::Text
    }
}

/// The number of a cell: 3, 2.5, or 2,5 as in most of Europe. A comma before three digits is a mark of thousands: 1,000.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || b".,-+eE".contains(&byte);
    if !cell.bytes().all(is_digit) || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = if has_thousands(cell) { cell.replace(',', "") } else { cell.replacen(',', ".", 1) };
    parsed(&plain).filter(|number| number.is_finite())
}

/// Whether the commas of a number stand before groups of three digits each. 0,125 has no thousands.
pub(crate) fn has_thousands(cell: &str) -> bool {
    let whole = cell.trim_start_matches(['-', '+']).split('.').next().unwrap_or_default();
    let Some((first, groups)) = whole.split_once(',') else { return false };
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..4).contains(&first.len())
        && !first.starts_with('0')
        && are_digits(first)
        && groups.split(',').all(|group| group.len() == 3 && are_digits(group))
}

pub(crate) fn is_url(cell: &str) -> bool {
    let scheme = |name: &str| cell.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    scheme("https://") || scheme("http://") || scheme("www.")
}

/// How many cells a row of the table has: three of four rows at the beginning have at most as many.
fn usual_width(sheet: &Sheet) -> usize {
    let mut widths: Vec<usize> =
        (0..sheet.rows().min(SAMPLE)).map(|row| sheet.filled(row)).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 3 / 4).or(widths.last()).copied().unwrap_or(0)
}

/// The first row that is as wide as the table. Titles and notes above it are narrower.
fn first_full(sheet: &Sheet) -> usize {
    let width = usual_width(sheet);
    let is_full = |row: &usize| {
        let filled = sheet.filled(*row);
        let first = sheet.cell(*row, 0);
        // A title that spans all columns stands in every one of them.
        let is_title = width > 1 && (1..sheet.width(*row)).all(|column| sheet.cell(*row, column) == first);
        filled > 0 && filled * 5 >= width * 3 && (filled > 1 || width < 2) && !is_title
    };
    (0..sheet.rows().min(SEARCHED)).find(is_full).unwrap_or(0)
}

/// Where the names of the columns are.
fn header(sheet: &Sheet) -> HeaderChoice {
    let first = first_full(sheet);
    if !is_header(sheet, first, first + 1) {
        return HeaderChoice::Without(false);
    }
    // A row above the names can say what several columns have in common, such as a year above its months. A title has
    // only one cell.
    if first > 0 && sheet.filled(first - 1) > 1 && groups(sheet, first - 1, first) {
        return HeaderChoice::Rows { row: first, rows: 2 };
    }
    let second = first + 1;
    let two = sheet.rows() > second + 1
        && sheet.filled(second) > 1
        && groups(sheet, first, second)
        && is_second(sheet, first, second);
    HeaderChoice::Rows { row: first + 1, rows: if two { 2 } else { 1 } }
}

/// Whether a cell of a row stands above several cells of the next one, and every cell above some. Names of the first and
/// the last columns may be merged down into the next row, which then is blank there.
fn groups(sheet: &Sheet, above: usize, below: usize) -> bool {
    let of = |row: usize, column: usize| sheet.cell(row, column);
    let is_filled = |column: &usize| !of(below, *column).is_empty();
    let (Some(first), Some(last)) = ((0..sheet.columns()).find(is_filled), (0..sheet.columns()).rfind(is_filled))
    else {
        return false;
    };
    let spans = |column: usize| {
        let own = of(above, column);
        is_filled(&column) && (own.is_empty() || own == of(above, column - 1))
    };
    // Beside a merged name a group begins with a name of its own: a title stands above blank cells.
    let begins = first == 0 || !of(above, first).is_empty();
    let has_names = |column: usize| of(above, column).is_empty() || is_filled(&column);
    begins && (first + 1..=last).any(spans) && (first..=last).all(has_names)
}

/// Whether a row below names has names too. Where the first name is merged down, nothing may speak for a row of data.
fn is_second(sheet: &Sheet, first: usize, second: usize) -> bool {
    let evidence = Evidence::of(sheet, second, second + 1);
    let is_merged = sheet.cell(second, 0).is_empty() && !sheet.cell(first, 0).is_empty();
    evidence.is_surely_header() || is_merged && evidence.data == 0 || are_dates_together(sheet, first, second)
}

/// Whether two rows of names give dates, such as a year above its months, where the lower row alone has none.
fn are_dates_together(sheet: &Sheet, above: usize, below: usize) -> bool {
    let joined = names(sheet, above..below + 1);
    let lower = || (0..sheet.columns()).filter(|column| !sheet.cell(below, *column).is_empty());
    let is_date = |column: &usize| {
        looks_like_date(&joined[*column], false) && !looks_like_date(sheet.cell(below, *column), false)
    };
    lower().filter(is_date).count() * 2 > lower().count()
}

fn is_header(sheet: &Sheet, row: usize, body: usize) -> bool {
    let evidence = Evidence::of(sheet, row, body);
    evidence.is_surely_header() || evidence.known > 1 || evidence.header > evidence.data || evidence.is_unlike_data()
}

/// What speaks for a row being the names of the columns, and what for it being a row of the table.
#[derive(Debug, Default)]
struct Evidence {
    /// Names that are known as names of columns.
    known: usize,
    /// Cells that are unlike those below them.
    header: usize,
    /// Cells that are like those below them.
    data: usize,
}

impl Evidence {
    fn of(sheet: &Sheet, row: usize, body: usize) -> Self {
        let mut found = Self::default();
        for column in 0..sheet.columns() {
            let cell = sheet.cell(row, column);
            if cell.is_empty() {
                continue;
            }
            found.known += usize::from(is_known_name(cell));
            let below: Vec<&str> = (body..sheet.rows().min(body + SAMPLE))
                .map(|row| sheet.cell(row, column))
                .filter(|cell| !cell.is_empty())
                .collect();
            match (kind(cell), usual_kind(&below)) {
                (_, Kind::Blank) => {}
                (Kind::Text, Kind::Date | Kind::Number | Kind::Url)
                | (Kind::Date, Kind::Text | Kind::Number | Kind::Url) => found.header += 1,
                (own, usual) if own == usual && own != Kind::Text => found.data += 1,
                (Kind::Text, Kind::Text) if below.contains(&cell) || are_places(cell, &below) => found.data += 1,
                _ => {}
            }
        }
        found
    }

    fn is_surely_header(&self) -> bool {
        self.data == 0 && self.known + self.header > 0
    }

    fn is_unlike_data(&self) -> bool {
        self.header + self.data == 0
    }
}

/// The kind of most cells.
fn usual_kind(cells: &[&str]) -> Kind {
    let kinds: Vec<Kind> = cells.iter().map(|cell| kind(cell)).collect();
    [Kind::Date, Kind::Number, Kind::Url, Kind::Text]
        .into_iter()
        .find(|wanted| kinds.iter().filter(|kind| *kind == wanted).count() * 2 > kinds.len())
        .unwrap_or(if kinds.is_empty() { Kind::Blank } else { Kind::Text })
}

/// Whether a cell and most cells below it are places.
fn are_places(cell: &str, below: &[&str]) -> bool {
    let is_place =
        |cell: &str| [WORLD, US_STATES].iter().any(|grid| matches!(places::find(cell, grid), Found::Exact(_)));
    is_place(cell) && below.iter().filter(|cell| is_place(cell)).count() * 2 >= below.len()
}

/// The names of the columns. If several rows have them, they are joined; a blank cell of an upper row has the text of the
/// cell before it.
fn names(sheet: &Sheet, rows: Range<usize>) -> Vec<String> {
    let last = rows.end.saturating_sub(1);
    let mut names = vec![String::new(); sheet.columns()];
    for row in rows {
        let mut carried = "";
        for (column, name) in names.iter_mut().enumerate() {
            let cell = sheet.cell(row, column);
            if !cell.is_empty() {
                carried = cell;
            }
            let part = if row == last { cell } else { carried };
            if !part.is_empty() && name != part {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(part);
            }
        }
    }
    names
}

/// The row after the last one of the table, and the rows behind it: sums, notes and what stands apart.
fn end(sheet: &Sheet, start: usize) -> (usize, Vec<usize>) {
    let mut end = sheet.rows();
    // The first of the narrow rows at the end. They are searched for notes only once: there may be a million sums.
    let mut narrow = end;
    loop {
        if end <= narrow {
            (narrow, end) = notes(sheet, start, end);
        }
        // Blank rows at the end of a sheet with one column.
        end = (start..end).rev().find(|row| sheet.filled(*row) > 0).map_or(start, |last| last + 1);
        if end <= start + 1 || !first_cell(sheet, end - 1).is_none_or(is_total) {
            break;
        }
        end -= 1;
    }
    (end, (end..sheet.rows()).filter(|row| sheet.filled(*row) > 0).collect())
}

/// The first of the rows with one cell at the end, and the row after which there are only notes: from a blank row or a note
/// on.
fn notes(sheet: &Sheet, start: usize, end: usize) -> (usize, usize) {
    let is_narrow = |row: &usize| sheet.columns() > 1 && sheet.filled(*row) < 2;
    let narrow = (start..end).rev().take_while(is_narrow).last().unwrap_or(end);
    let begins = |row: &usize| first_cell(sheet, *row).is_none_or(|cell| is_note(cell) || cell.len() > LONG);
    (narrow, (narrow..end).find(begins).unwrap_or(end))
}

/// A text of so many bytes that stands alone in its row is a note.
const LONG: usize = 60;

/// The first cell of a row that is not blank.
fn first_cell(sheet: &Sheet, row: usize) -> Option<&str> {
    (0..sheet.width(row)).map(|column| sheet.cell(row, column)).find(|cell| !cell.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::workbook::Workbook;

    fn found(text: &str) -> (HeaderChoice, Vec<String>, Range<usize>, Vec<usize>) {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let table = Table::find(&book.sheets[0], &Choices::default());
        (table.header, table.names, table.rows, table.left_out)
    }

    fn header(text: &str) -> HeaderChoice {
        found(text).0
    }

    fn at(row: usize) -> HeaderChoice {
        HeaderChoice::Rows { row, rows: 1 }
    }

    #[test]
    fn the_names_are_found_below_titles() {
        assert_eq!(header("country,date\nDE,2020-01-01\n"), at(1));
        assert_eq!(header("Who bans it,,\nUpdated 1 May,,\n,,\nentity,date,status\nDE,2020-01-01,x\n"), at(4));
        assert_eq!(header(",Order,Bars\nAlabama,Lifted,Open\nAlaska,Lifted,Closed\n"), at(1));
        assert_eq!(header("State,2012,2016\nTexas,legal,legal\n"), at(1));
        assert_eq!(header("State,2012,2016\nTexas,0,1\nOhio,1,1\n"), at(1));
    }

    #[test]
    fn a_sheet_without_names_is_told_by_its_first_row() {
        for text in [
            "Ausztria;1995.01.01\nMálta;2004.05.01\n",
            "Germany;banned\nFrance;banned\nItaly;legal\n",
            "Germany,https://a.example/\nFrance,https://b.example/\n",
        ] {
            assert_eq!(header(text), HeaderChoice::Without(false), "{text}");
        }
    }

    #[test]
    fn two_rows_of_names_are_joined() {
        let (header, names, rows, _) = found(",2019,,2020,\nCountry,Jan,Feb,Jan,Feb\nDE,a,a,b,b\nFR,a,b,b,b\n");
        assert_eq!(header, HeaderChoice::Rows { row: 1, rows: 2 });
        assert_eq!(names, ["Country", "2019 Jan", "2019 Feb", "2020 Jan", "2020 Feb"]);
        assert_eq!(rows, 2..4);
    }

    #[test]
    fn names_beside_groups_may_be_merged_down() {
        let names = ["Country", "2019 Jan", "2019 Jul", "2020 Jan", "2020 Jul"];
        let found_names = |text: &str| {
            let (header, names, rows, _) = found(text);
            assert_eq!((header, rows), (HeaderChoice::Rows { row: 1, rows: 2 }, 2..4), "{text}");
            names
        };
        let body = "France;allowed;allowed;banned;banned\nItaly;allowed;banned;;banned\n";
        assert_eq!(found_names(&format!("Country;2019;;2020;\n;Jan;Jul;Jan;Jul\n{body}")), names);
        assert_eq!(found_names(&format!("Country;2019;2019;2020;2020\n;Jan;Jul;Jan;Jul\n{body}")), names);
        let numbers = found_names(&format!("Country;2019;;2020;\n;1;7;1;7\n{body}"));
        assert_eq!(numbers, ["Country", "2019 1", "2019 7", "2020 1", "2020 7"]);
        let last = "Country;Bars;;Source\n;Status;Date;\nFrance;closed;2020-03-01;A\nItaly;open;2020-03-02;B\n";
        assert_eq!(found_names(last), ["Country", "Bars Status", "Bars Date", "Source"]);
        let wide = "Country;2019;;;2020;;\n;Jan;May;Sep;Jan;May;Sep\nFrance;a;a;b;b;a;a\nItaly;a;b;b;b;b;a\n";
        assert_eq!(found_names(wide)[3], "2019 Sep");
    }

    #[test]
    fn a_title_above_names_is_no_group() {
        assert_eq!(header("Bans;;;updated 2020\n;2019;2020;2021\nFrance;a;a;b\nItaly;a;b;b\n"), at(2));
        assert_eq!(header("Country;2019;2020\n;a;b\nItaly;a;b\n"), at(1));
        assert_eq!(header("Country;2019;;2020\n;a;b;a\nItaly;a;b;a\n"), at(1));
    }

    #[test]
    fn sums_and_notes_below_the_table_are_left_out() {
        let (_, _, rows, left_out) =
            found("country,date,n\nDE,2020,1\nFR,2021,2\nTotal,,3\n,,\nSource: WHO,,\nData are provisional,,\n");
        assert_eq!((rows, left_out), (1..3, vec![3, 5, 6]));
        assert_eq!(found("country,date,n\nDE,2020,1\nFR,,\n").2, 1..3);
        let (_, _, rows, left_out) =
            found("country,date,n\nDE,2020,1\nNote one,,\nTotal,,3\n,,\nTotal,,4\nTotal,,\n,,\nNote: x,,\n");
        assert_eq!((rows, left_out), (1..2, vec![2, 3, 5, 6, 8]));
    }

    #[test]
    fn a_million_sums_below_a_table_are_looked_at_once() {
        let text = format!("a,b\nFrance,x\nSpain,y\n{}", "Total\n".repeat(1_000_000));
        let (_, _, rows, left_out) = found(&text);
        assert_eq!((rows, left_out.len()), (1..3, 1_000_000));
    }

    #[test]
    fn numbers_have_a_point_or_a_comma() {
        assert_eq!(
            ["3", "2.5", "2,5", "-1", "1e3"].map(number),
            [Some(3.0), Some(2.5), Some(2.5), Some(-1.0), Some(1e3)]
        );
        assert_eq!(["", "-", "3 of 4", "e"].map(number), [None; 4]);
    }

    #[test]
    fn a_comma_before_three_digits_is_a_mark_of_thousands() {
        assert_eq!(
            ["1,000", "-2,500", "1,234,567.5", "12,345"].map(number),
            [Some(1e3), Some(-2.5e3), Some(1_234_567.5), Some(12_345.0)]
        );
        assert_eq!(["0,125", "1,5", "1234,567"].map(number), [Some(0.125), Some(1.5), Some(1234.567)]);
        assert_eq!(["1,2,3", "1,000,00"].map(number), [None; 2]);
    }
}
