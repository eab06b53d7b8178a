//! CSV as spreadsheets write it: one event a row, read into the same tree as JSON.
//!
//! A column is a place in a record: `source_2_url` is `sources[1].url` of an event. Rows whose `record` is not `event`
//! tell of an entity, a status or the dataset; without them the defaults of this file hold.

mod columns;
mod rows;
mod tree;

use super::findings::help;
use super::grid;
use super::locate::{Places, unplaced};
use super::shape::{self, Shape};
use super::suggest::{did_you_mean, one_of};
use crate::date::PartialDate;
use crate::diagnostic::{DataPath, Diagnostic, Fault};
use crate::node::Node;

pub(super) use columns::{COLUMNS, RECORD, RECORDS, Record, TILE, listed};
use columns::{column, place};
use rows::{Cell, rows};
use tree::{field, item, plain, shape_of, slug, value};

/// Finds the code of a country by any of its names or codes.
pub type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What a file becomes.
pub(super) struct Sheet {
    pub(super) node: Node,
    pub(super) places: Places,
    /// What is wrong with the cells, rather than with what they say.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What holds where no row says otherwise.
const DATASET: [(&str, &str); 4] = [
    ("id", "events"),
    ("title", "Who has which status since when"),
    ("actors.one", "actor"),
    ("actors.other", "actors"),
];

/// The statuses of a file that declares none.
const STATUSES: [[(&str, &str); 5]; 4] = {
    const fn status(of: [&'static str; 5]) -> [(&'static str, &'static str); 5] {
        [("id", of[0]), ("label", of[1]), ("color.light", of[2]), ("color.dark", of[3]), ("pattern", of[4])]
    }
    [
        status(["banned", "Banned", "#6e0b2a", "#c04259", "solid"]),
        status(["restricted", "Restricted", "#b3581b", "#ec975a", "diagonal"]),
        status(["review", "Under review", "#b78c3a", "#e8d19a", "dots"]),
        status(["permitted", "Permitted", "#17588c", "#508ec8", "horizontal"]),
    ]
};

/// Reads a file.
pub(super) fn read(text: &str, names: Names<'_>) -> Sheet {
    let found = rows(text);
    let node = Node::Object(vec![("format".to_owned(), Node::Number(shape::FORMAT))]);
    let sheet = Sheet { node, places: Places::default(), diagnostics: Vec::new() };
    let mut reader = Reader { names, sheet, header: Vec::new(), declared: Vec::new(), latest: None };
    if let Some(at) = found.open_quote {
        reader.note((at, at + 1), Fault::Quote, None);
    }
    let mut rows = found.rows.into_iter().filter(|row| row.iter().any(|cell| !cell.text.trim().is_empty()));
    if let Some(header) = rows.next() {
        reader.head(&header);
    }
    let records: Vec<Row> = rows.map(|cells| reader.row(cells)).collect();
    for row in records.iter().filter(|row| row.record == Record::Entity) {
        reader.declared.extend(row.text("entity").map(str::to_owned));
    }
    for row in records.iter().filter(|row| row.record != Record::Event) {
        reader.declare(row);
    }
    reader.defaults();
    if records.is_empty() {
        let end = text.trim_end().len();
        reader.note((end, end), Fault::Empty, help("a row for each event follows the names of the columns"));
    }
    for row in records.iter().filter(|row| row.record == Record::Event) {
        reader.event(row);
    }
    reader.sheet
}

/// The filled cells of a row, each with its column and that column's number, such as 2 of `source_2`.
struct Row {
    record: Record,
    cells: Vec<(&'static str, usize, Cell)>,
}

impl Row {
    fn cell(&self, name: &str) -> Option<&Cell> {
        self.cells.iter().find(|(column, ..)| *column == name).map(|(_, _, cell)| cell)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.cell(name).map(|cell| cell.text.trim())
    }
}

struct Reader<'n> {
    names: Names<'n>,
    sheet: Sheet,
    /// By place in the row; `None` where the column is to be left alone.
    header: Vec<Option<(&'static str, usize)>>,
    /// The ids of entities that have a row of their own.
    declared: Vec<String>,
    latest: Option<PartialDate>,
}

impl Reader<'_> {
    /// Notes what is wrong with a stretch of the text itself.
    fn note(&mut self, at: (usize, usize), fault: Fault, help: Option<String>) {
        let found = Diagnostic::new(DataPath::default(), fault, help);
        self.sheet.diagnostics.push(Diagnostic { position: Some(unplaced(at)), ..found });
    }

    fn head(&mut self, header: &[Cell]) {
        for cell in header {
            let name: String = cell.text.trim().chars().map(plain).collect();
            let found = column(&name);
            if found.is_some() && self.header.contains(&found) {
                self.note(cell.at, Fault::FieldTwice(name), None);
            } else if found.is_none() && !name.is_empty() && !name.starts_with('#') {
                let meant = did_you_mean(&name, COLUMNS.iter().map(|(known, ..)| *known));
                let alone = "a column whose name begins with # is left alone";
                self.note(cell.at, Fault::UnknownColumn(name), meant.or_else(|| help(alone)));
            }
            self.header.push(found);
        }
        for name in ["entity", "date"] {
            if !self.header.contains(&Some((name, 1))) {
                let at = header.first().map_or((0, 0), |cell| cell.at);
                self.note(at, Fault::MissingColumn(name), help("the first row names the columns"));
            }
        }
    }

    /// Sorts the cells of a row by their columns, and notes those that its kind has not.
    fn row(&mut self, cells: Vec<Cell>) -> Row {
        let mut row = Row { record: Record::Event, cells: Vec::new() };
        for (place, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()) {
            match self.header.get(place) {
                Some(Some((column, number))) => row.cells.push((column, *number, cell)),
                // The column has been noted, or is to be left alone.
                Some(None) => {}
                None => {
                    let why = "has a text a comma in it and no quotation marks around it?";
                    self.note(cell.at, Fault::UnknownColumn(String::new()), help(why));
                }
            }
        }
        let word: String = row.text(RECORD).unwrap_or(RECORDS[0]).chars().map(plain).collect();
        match RECORDS.iter().position(|record| *record == word) {
            Some(place) => row.record = Record::ALL[place],
            None => {
                let at = row.cell(RECORD).map_or((0, 0), |cell| cell.at);
                let meant = did_you_mean(&word, RECORDS.into_iter()).or_else(|| one_of(RECORDS.into_iter()));
                self.note(at, Fault::UnknownWord(word), meant);
            }
        }
        for (column, _, cell) in &row.cells {
            if *column != RECORD && place(column, row.record).is_none() {
                let fault = Fault::Misplaced { record: row.record.article(), column: (*column).to_owned() };
                self.note(cell.at, fault, None);
            }
        }
        row
    }

    /// Puts a value into the tree, with the objects and lists that hold it.
    fn set(&mut self, path: String, at: (usize, usize), value: Node) {
        let mut node = &mut self.sheet.node;
        for step in path.split(['.', '[']) {
            node = match step.strip_suffix(']') {
                Some(index) => item(node, index.parse().unwrap_or(0)),
                None => field(node, step),
            };
        }
        *node = value;
        self.sheet.places.add(path, at);
    }

    fn set_text(&mut self, path: String, at: (usize, usize), text: &str) {
        self.set(path, at, Node::Text(text.to_owned()));
    }

    fn count(&self, list: &str) -> usize {
        self.sheet.node.items_of(list).len()
    }

    /// What a row says of an entity, a status or the dataset.
    fn declare(&mut self, row: &Row) {
        let path = match row.record {
            Record::Dataset => String::new(),
            Record::Status => format!("statuses[{}]", self.count("statuses")),
            _ => format!("entities[{}]", self.count("entities")),
        };
        self.fields(row, &path);
        if row.record != Record::Entity || row.cell("row").or(row.cell("column")).is_none() {
            return;
        }
        let tile = format!("{TILE}[{}]", self.count(TILE));
        for (name, field) in [("entity", "entity"), ("row", "row"), ("column", "column")] {
            if let (Some(cell), Some(field)) = (row.cell(name), shape::field(shape::TILE, field)) {
                self.set(format!("{tile}.{}", field.name), cell.at, value(&field.shape, &cell.text));
            }
        }
    }

    fn defaults(&mut self) {
        for (path, value) in DATASET {
            let given = path.split('.').try_fold(&self.sheet.node, |node, step| node.field(step)).is_some();
            if !given {
                self.set_text(path.to_owned(), (0, 0), value);
            }
        }
        match self.sheet.node.text_of("grid") {
            Some("none") => *field(&mut self.sheet.node, "grid") = Node::Null,
            None if self.count(TILE) == 0 => self.set_text("grid".to_owned(), (0, 0), "world"),
            _ => {}
        }
        if self.count("statuses") == 0 {
            for (index, status) in STATUSES.iter().enumerate() {
                for (name, value) in status {
                    self.set_text(format!("statuses[{index}].{name}"), (0, 0), value);
                }
            }
        }
        // A list that must be there, though it may be empty.
        *field(&mut self.sheet.node, "events") = Node::List(Vec::new());
        if self.sheet.node.field("updated").is_none() {
            self.latest = "0000".parse().ok();
            self.set_text("updated".to_owned(), (0, 0), "0000");
        }
    }

    fn event(&mut self, row: &Row) {
        let path = format!("events[{}]", self.count("events"));
        self.fields(row, &path);
        let begin = row.cells.first().map_or((0, 0), |(_, _, cell)| cell.at);
        if let Some(cell) = row.cell("entity") {
            let id = self.entity(cell, row);
            self.set(format!("{path}.entity"), cell.at, Node::Text(id));
        }
        if let Some(cell) = row.cell("status") {
            let word = cell.text.trim();
            let exact = self.called("statuses", ["id", "label"], word, str::eq);
            let found = exact.or_else(|| self.called("statuses", ["id", "label"], word, str::eq_ignore_ascii_case));
            let [id, label] = found.unwrap_or([word.to_owned(), word.to_owned()]);
            if row.cell("title").is_none() {
                self.set(format!("{path}.title"), begin, Node::Text(label));
            }
            self.set(format!("{path}.status"), cell.at, Node::Text(id));
        }
        let date = row.text("date").and_then(|date| date.parse::<PartialDate>().ok());
        if let (Some(latest), Some(date)) = (self.latest, date)
            && date.last() > latest.last()
        {
            self.latest = Some(date);
            let last = date.last().to_string();
            *field(&mut self.sheet.node, "updated") = Node::Text(last);
        }
    }

    /// Two fields of the record of a list that has this word in one of them.
    fn called(&self, list: &str, fields: [&str; 2], word: &str, same: fn(&str, &str) -> bool) -> Option<[String; 2]> {
        let records = self.sheet.node.items_of(list);
        let has = |record: &&Node, field: &str| record.text_of(field).is_some_and(|text| same(text, word));
        let found = fields.iter().find_map(|field| records.iter().find(|record| has(record, field)))?;
        Some(fields.map(|field| found.text_of(field).unwrap_or_default().to_owned()))
    }

    /// The id of an entity that a row calls by its id, its name or one of a country's names. One that is not known yet is
    /// declared where the row says what it is.
    fn entity(&mut self, cell: &Cell, row: &Row) -> String {
        let name = cell.text.trim();
        if let Some([id, _]) = self.called("entities", ["id", "name"], name, str::eq) {
            return id;
        }
        let code = (self.names)(name);
        // A code as it is written comes before the name of another in other capitals.
        if code.as_deref() != Some(name)
            && let Some([id, _]) = self.called("entities", ["id", "name"], name, str::eq_ignore_ascii_case)
        {
            return id;
        }
        let on_grid = code.as_deref().is_some_and(|code| grid::world(code).is_some());
        if (on_grid && self.count(TILE) == 0) || (code.is_none() && row.cell("kind").is_none()) {
            return code.unwrap_or_else(|| name.to_owned());
        }
        let path = format!("entities[{}]", self.count("entities"));
        let kind: String = row.text("kind").unwrap_or("country").chars().map(plain).collect();
        let id = code.unwrap_or_else(|| slug(name));
        self.set_text(format!("{path}.id"), cell.at, &id);
        self.set_text(format!("{path}.name"), cell.at, name);
        self.set_text(format!("{path}.kind"), row.cell("kind").unwrap_or(cell).at, &kind);
        if let Some(cell) = row.cell("acts_in") {
            self.codes(&format!("{path}.acts_in"), cell);
        }
        id
    }

    fn codes(&mut self, path: &str, cell: &Cell) {
        let words = cell.text.split([',', ';', '|']).map(str::trim).filter(|word| !word.is_empty());
        for (index, word) in words.enumerate() {
            let own = self.declared.iter().any(|id| id == word);
            let code = if own { None } else { (self.names)(word) }.unwrap_or_else(|| word.to_owned());
            self.set(format!("{path}[{index}]"), cell.at, Node::Text(code));
        }
    }

    /// The cells of a row as fields of a record.
    fn fields(&mut self, row: &Row, path: &str) {
        let begin = row.cells.first().map_or((0, 0), |(_, _, cell)| cell.at);
        self.sheet.places.add(path.to_owned(), begin);
        let mut items: Vec<(&str, usize)> = Vec::new();
        for (column, number, cell) in &row.cells {
            let Some((outer, inner)) = place(column, row.record) else { continue };
            // What tells of an entity or of a tile is no field of this record.
            let Some(shape) = shape_of(row.record, outer, inner) else { continue };
            let mut here = if path.is_empty() { outer.to_owned() } else { format!("{path}.{outer}") };
            if let Shape::List(_) = shape {
                self.codes(&here, cell);
                continue;
            }
            if listed(outer) {
                if !items.contains(&(outer, *number)) {
                    items.push((outer, *number));
                }
                let same = items.iter().filter(|(list, _)| *list == outer);
                let index = same.take_while(|(_, known)| known != number).count();
                here = format!("{here}[{index}]");
                self.sheet.places.add(here.clone(), cell.at);
            }
            if !inner.is_empty() {
                here = format!("{here}.{inner}");
            }
            self.set(here, cell.at, value(shape, &cell.text));
        }
    }
}

/// The findings about the tree of a sheet, in the words of its columns. What a missing column explains is left out.
pub(super) fn of_columns(found: Vec<Diagnostic>, cells: &[Diagnostic]) -> Vec<Diagnostic> {
    let explained = |found: &Diagnostic| match found.fault {
        Fault::MissingField(name) => cells.iter().any(|cell| cell.fault == Fault::MissingColumn(name)),
        _ => false,
    };
    let in_columns = |found: Diagnostic| match found.fault {
        Fault::MissingField("outlet") => Diagnostic { help: help("in the column \"source\""), ..found },
        Fault::MissingField("field") => Diagnostic { help: help("in the column \"correction\""), ..found },
        _ => found,
    };
    found.into_iter().filter(|found| !explained(found)).map(in_columns).collect()
}
