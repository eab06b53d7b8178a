//! CSV as spreadsheets write it: one event a row, read into the same tree as JSON.
//!
//! A column is a place in a record: `source_2_url` is `sources[1].url` of an event. Rows whose `record` is not `event`
//! tell of an entity, a status, a step of the tour or the dataset; without them the defaults of this file hold.

mod columns;
mod formula;
mod rows;
mod tree;

use super::findings::help;
use super::grid;
use super::locate::{Places, unplaced};
use super::shape::{self, Shape};
use super::suggest::{did_you_mean, one_of};
use super::words::{ENGLISH, alike, is_tag};
use crate::date::PartialDate;
use crate::diagnostic::{DataPath, Diagnostic, Fault};
use crate::node::Node;

use columns::place;
pub(super) use columns::{COLUMNS, Head, RECORD, RECORDS, Record, TILE, head, listed};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use formula::guarded;
use rows::{Cell, rows};
use tree::{field, item, plain, shape_of, slug, texts, value};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use tree::{said, texts as texts_of};

/// Finds the code of a country by any of its names or codes.
pub type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What a file becomes.
pub(super) struct Sheet {
    pub(super) node: Node,
    pub(super) places: Places,
    /// What is wrong with the cells, rather than with what they say.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// In the place of a grid's name, that there is none.
pub(super) const NO_GRID: &str = "none";

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
    let mut reader = Reader {
        names,
        sheet,
        lang: ENGLISH.to_owned(),
        header: Vec::new(),
        nameless: Vec::new(),
        declared: Vec::new(),
        latest: None,
    };
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
    for row in records.iter().filter(|row| row.record == Record::Dataset).skip(1) {
        let at = row.cell(RECORD).map_or((0, 0), |cell| cell.at);
        reader.note(at, Fault::Twice("dataset".to_owned()), help("one row tells of the dataset"));
    }
    let mut datasets = records.iter().filter(|row| row.record == Record::Dataset);
    if let Some(lang) = datasets.find_map(|row| row.text("lang").filter(|lang| is_tag(lang))) {
        reader.lang = lang.to_owned();
    }
    // The dataset first: its grid decides what CA is.
    for row in records.iter().filter(|row| row.record == Record::Dataset) {
        reader.declare(row);
    }
    for row in records.iter().filter(|row| [Record::Entity, Record::Status].contains(&row.record)) {
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
    // Last, as events may declare whom a step is about.
    for row in records.iter().filter(|row| row.record == Record::Tour) {
        reader.stop(row);
    }
    reader.sheet
}

/// The filled cells of a row, each with what its column's name says.
struct Row {
    record: Record,
    cells: Vec<(Head, Cell)>,
}

impl Row {
    fn cell(&self, name: &str) -> Option<&Cell> {
        self.cells.iter().find(|(head, _)| head.name == name && head.lang.is_empty()).map(|(_, cell)| cell)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.cell(name).map(|cell| cell.text.trim())
    }

    /// How many lower numbers the row has cells of in the columns of a list: `source_3` is the second, where there is
    /// no `source_2`.
    fn rank(&self, list: &str, number: usize) -> usize {
        let mut lower = Vec::new();
        for (head, _) in &self.cells {
            let of = || place(head.name, self.record).is_some_and(|(outer, _)| outer == list);
            if head.number < number && !lower.contains(&head.number) && of() {
                lower.push(head.number);
            }
        }
        lower.len()
    }

    /// Whether a text of the row is in other languages too; the forms of a plural are together.
    fn is_translated(&self, name: &str, number: usize) -> bool {
        let here = place(name, self.record);
        let same = |head: &Head| {
            let there = place(head.name, self.record);
            head.number == number && here.zip(there).is_some_and(|(a, b)| a.0 == b.0 && (a.1 == b.1 || !listed(a.0)))
        };
        self.cells.iter().any(|(head, _)| !head.lang.is_empty() && same(head))
    }
}

struct Reader<'n> {
    names: Names<'n>,
    sheet: Sheet,
    /// The language of texts that stand in a column without one.
    lang: String,
    /// By place in the row; `None` where the column is to be left alone.
    header: Vec<Option<Head>>,
    /// Places of columns that have no name.
    nameless: Vec<usize>,
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
            let found = head(cell.text.trim());
            if name.is_empty() {
                self.nameless.push(self.header.len());
            }
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
            if !self.header.contains(&head(name)) {
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
                Some(Some(head)) => row.cells.push((head.clone(), cell)),
                // The column has been noted, or is to be left alone.
                Some(None) if !self.nameless.contains(&place) => {}
                Some(None) => {
                    self.note(cell.at, Fault::UnknownColumn(String::new()), help("the first row has no name for it"));
                }
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
        for (Head { name, .. }, cell) in &row.cells {
            if *name != RECORD && place(name, row.record).is_none() {
                let fault = Fault::Misplaced { record: row.record.article(), column: (*name).to_owned() };
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
        if let (Record::Dataset, Some(cell)) = (row.record, row.cell("grid")) {
            let word: String =
                cell.text.trim().chars().map(plain).map(|letter| if letter == '_' { '-' } else { letter }).collect();
            if word == NO_GRID || grid::NAMES.contains(&word.as_str()) {
                self.set("grid".to_owned(), cell.at, Node::Text(word));
            }
        }
        if row.record != Record::Entity || row.cell("row").or(row.cell("column")).is_none() {
            return;
        }
        let tile = format!("{TILE}[{}]", self.count(TILE));
        if self.count(TILE) == 0
            && let Some((_, cell)) = row.cells.first()
        {
            self.sheet.places.add(TILE.to_owned(), cell.at);
        }
        for field in shape::TILE {
            if let Some(cell) = row.cell(field.name) {
                self.set(format!("{tile}.{}", field.name), cell.at, value(&field.shape, &cell.text));
            }
        }
    }

    fn defaults(&mut self) {
        let outer = |path: &'static str| path.split('.').next().unwrap_or(path);
        let missing = DATASET.map(|(path, _)| self.sheet.node.field(outer(path)).is_none());
        for ((path, value), _) in DATASET.into_iter().zip(missing).filter(|(_, missing)| *missing) {
            self.set_text(path.to_owned(), (0, 0), value);
        }
        match self.sheet.node.text_of("grid") {
            Some(NO_GRID) => *field(&mut self.sheet.node, "grid") = Node::Null,
            None if self.count(TILE) == 0 => self.set_text("grid".to_owned(), (0, 0), grid::WORLD),
            _ => {}
        }
        if self.count("statuses") == 0 {
            if !alike(&self.lang, ENGLISH) {
                let why = "give each status a row: those that come by themselves are English";
                self.note((0, 0), Fault::Untranslated(self.lang.clone()), help(why));
            }
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
        self.about(row, &path);
        let begin = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        if let Some(cell) = row.cell("status") {
            let word = cell.text.trim();
            let found = self.status(word, str::eq).or_else(|| self.status(word, str::eq_ignore_ascii_case));
            let (id, label) = found.unwrap_or((word.to_owned(), Node::Text(word.to_owned())));
            if !row.cells.iter().any(|(head, _)| head.name == "title") {
                self.set(format!("{path}.title"), begin, label);
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

    fn stop(&mut self, row: &Row) {
        let path = format!("tour[{}]", self.count("tour"));
        self.about(row, &path);
    }

    /// The cells of a row that is about an entity, by any of its names.
    fn about(&mut self, row: &Row, path: &str) {
        self.fields(row, path);
        if let Some(cell) = row.cell("entity") {
            let id = self.entity(cell, row);
            self.set(format!("{path}.entity"), cell.at, Node::Text(id));
        }
    }

    /// Id and label of the status that has this word as one of them, in any language.
    fn status(&self, word: &str, same: fn(&str, &str) -> bool) -> Option<(String, Node)> {
        let statuses = self.sheet.node.items_of("statuses");
        let has = |status: &&Node, field: &str| texts(status, field).iter().any(|text| same(text, word));
        let found = ["id", "label"].iter().find_map(|field| statuses.iter().find(|status| has(status, field)))?;
        Some((found.text_of("id").unwrap_or_default().to_owned(), found.field("label").cloned().unwrap_or(Node::Null)))
    }

    /// The id of an entity that a row calls by its id, its name or one of a country's names. One that is not known yet is
    /// declared where the row is of an event and says what it is.
    fn entity(&mut self, cell: &Cell, row: &Row) -> String {
        let name = cell.text.trim();
        if self.declared.iter().any(|id| id == name) {
            return name.to_owned();
        }
        let kind: Option<String> = row.text("kind").map(|kind| kind.chars().map(plain).collect());
        let known = |same: fn(&str, &str) -> bool| self.named(name, kind.as_deref(), same);
        if let Some(id) = known(str::eq).or_else(|| known(str::eq_ignore_ascii_case)) {
            return id;
        }
        // BT is a company or Bhutan: only the row knows.
        let country = kind.as_deref().is_none_or(|kind| kind == "country");
        let code = if country { self.code(name) } else { None };
        let grid = self.sheet.node.text_of("grid").unwrap_or_default();
        let entities = self.sheet.node.items_of("entities");
        let has = |id: &str| entities.iter().any(|entity| entity.text_of("id") == Some(id));
        match &code {
            Some(code) if has(code) || grid::place(grid, code).is_some() => return code.clone(),
            None if kind.is_none() => return name.to_owned(),
            _ if row.record == Record::Tour => return name.to_owned(),
            _ => {}
        }
        let path = format!("entities[{}]", entities.len());
        let id = code.unwrap_or_else(|| slug(name, has));
        self.set_text(format!("{path}.id"), cell.at, &id);
        self.set_text(format!("{path}.name"), cell.at, name);
        self.set_text(
            format!("{path}.kind"),
            row.cell("kind").unwrap_or(cell).at,
            kind.as_deref().unwrap_or("country"),
        );
        if let Some(cell) = row.cell("acts_in") {
            self.codes(&format!("{path}.acts_in"), cell);
        }
        id
    }

    /// The code of a place of the grid by that code or its name; among countries by any of theirs.
    fn code(&self, name: &str) -> Option<String> {
        match self.sheet.node.text_of("grid") {
            Some(grid::US_STATES) => grid::place(grid::US_STATES, name).map(|place| place.code.to_owned()),
            _ => (self.names)(name),
        }
    }

    /// The id of an entity with this name, or of one with a row of its own that has this id; of this kind, if one is given.
    fn named(&self, name: &str, kind: Option<&str>, same: fn(&str, &str) -> bool) -> Option<String> {
        let is = |entity: &&Node| {
            let id = entity.text_of("id").filter(|id| self.declared.iter().any(|declared| declared == id));
            let called = id.into_iter().chain(texts(entity, "name")).any(|text| same(text, name));
            called && kind.is_none_or(|kind| entity.text_of("kind") == Some(kind))
        };
        let found = self.sheet.node.items_of("entities").iter().find(is)?;
        found.text_of("id").map(str::to_owned)
    }

    fn codes(&mut self, path: &str, cell: &Cell) {
        let words = cell.text.split([',', ';', '|']).map(str::trim).filter(|word| !word.is_empty());
        for (index, word) in words.enumerate() {
            let own = self.declared.iter().any(|id| id == word);
            let code = if own { None } else { self.code(word) }.unwrap_or_else(|| word.to_owned());
            self.set(format!("{path}[{index}]"), cell.at, Node::Text(code));
        }
    }

    /// The cells of a row as fields of a record.
    fn fields(&mut self, row: &Row, path: &str) {
        let begin = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        self.sheet.places.add(path.to_owned(), begin);
        let mut cells: Vec<&(Head, Cell)> = row.cells.iter().collect();
        cells.sort_by(|(one, _), (other, _)| one.lang.cmp(&other.lang));
        for (Head { name, number, lang }, cell) in cells {
            let Some((outer, inner)) = place(name, row.record) else { continue };
            // What tells of an entity or of a tile is no field of this record.
            let Some(shape) = shape_of(row.record, outer, inner) else { continue };
            let mut here = if path.is_empty() { outer.to_owned() } else { format!("{path}.{outer}") };
            if let Shape::List(_) = shape {
                self.codes(&here, cell);
                continue;
            }
            if listed(outer) {
                here = format!("{here}[{}]", row.rank(outer, *number));
                self.sheet.places.add(here.clone(), cell.at);
            }
            let mut steps = [inner, lang];
            if lang.is_empty() && row.is_translated(name, *number) {
                steps[1] = &self.lang;
            }
            if !listed(outer) {
                // By language first, then the forms of a plural.
                steps.reverse();
            }
            for step in steps.iter().filter(|step| !step.is_empty()) {
                here = format!("{here}.{step}");
            }
            self.set(here, cell.at, value(shape, &cell.text));
        }
    }
}

/// The findings about the tree of a sheet, in the words of its columns. What a missing column explains is left out.
pub(super) fn of_columns(found: Vec<Diagnostic>, cells: &[Diagnostic]) -> Vec<Diagnostic> {
    let in_columns = |found: Diagnostic| match found.fault {
        Fault::MissingField(name) => Diagnostic { fault: missing(&found.path.to_string(), name), ..found },
        Fault::UnknownEntity(_) if !found.help.as_deref().is_some_and(|help| help.starts_with("did you mean")) => {
            let kinds = "a country goes by its code or English name; a company or bloc says so in the column \"kind\"";
            Diagnostic { help: help(kinds), ..found }
        }
        _ => found,
    };
    let explained = |found: &Diagnostic| match found.fault {
        Fault::MissingCell(name) => cells.iter().any(|cell| cell.fault == Fault::MissingColumn(name)),
        _ => false,
    };
    found.into_iter().map(in_columns).filter(|found| !explained(found)).collect()
}

/// The column that has nothing in it where a field of a record is missing.
fn missing(path: &str, name: &'static str) -> Fault {
    let record = match path.split('[').next() {
        Some("events") => Record::Event,
        Some("entities") => Record::Entity,
        Some("statuses") => Record::Status,
        Some("tour") => Record::Tour,
        Some(TILE) => Record::Entity,
        _ => Record::Dataset,
    };
    let last = path.rsplit('.').next().and_then(|step| step.split('[').next()).unwrap_or_default();
    let of = |wanted: (&str, &str)| {
        COLUMNS
            .iter()
            .find(|(_, of, outer, inner)| *of == record && (*outer, *inner) == wanted)
            .map(|(column, ..)| *column)
    };
    let first = || COLUMNS.iter().find(|(_, of, outer, _)| *of == record && *outer == name).map(|(column, ..)| *column);
    of((last, name)).or_else(|| of((name, ""))).or_else(first).map_or(Fault::MissingField(name), Fault::MissingCell)
}
