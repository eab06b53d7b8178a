//! From rows to the tree.

use crate::base::date::PartialDate;
use crate::base::language::{ENGLISH, alike, is_tag};
use crate::base::limits::{Limit, Limits};
use crate::base::order::ordered;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, help, too_much};
use crate::diagnostics::path::DataPath;
use crate::diagnostics::severity::Severity;
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::csv::cells::{Cell, rows};
use crate::format::csv::columns::{COLUMNS, Head, TILE, head, limit_of, listed};
use crate::format::csv::directory::Directory;
use crate::format::csv::record::{RECORD, RECORDS, Record, shape_of};
use crate::format::csv::tree::{field, item, plain, slug, texts, value, word};
use crate::format::locate::{Places, unplaced};
use crate::format::node::Node;
use crate::format::shape::{self, Shape};
use crate::model::grid::{self, NamedPlaces};

/// Finds the code of a country by a name or code that the grid of the world does not have.
pub(crate) type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What a file becomes.
pub(crate) struct Sheet {
    pub(crate) node: Node,
    pub(crate) places: Places,
    /// What is wrong with the cells, rather than with what they say. Where there is too much of something, the tree is not
    /// whole.
    pub(crate) findings: Findings,
}

/// In the place of a grid's name, that there is none.
pub(crate) const NO_GRID: &str = "none";

/// What holds where no row says otherwise.
const DATASET: [(&str, &str); 4] = [
    ("id", "events"),
    ("title", "Who has which status, and since when"),
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

/// Bytes of a label, in all languages, that may be the title of many events.
const LONGEST_TITLE: usize = 1_000;

/// Reads a file, as far as it is within the limits.
pub(crate) fn read(text: &str, names: Names<'_>, limits: &Limits) -> Sheet {
    let found = rows(text, limits);
    let node = Node::Object(vec![("format".to_owned(), Node::Number(shape::FORMAT))]);
    let sheet = Sheet { node, places: Places::default(), findings: Findings::within(*limits) };
    let mut reader = Reader {
        names,
        sheet,
        lang: ENGLISH.to_owned(),
        separator: found.separator,
        header: Vec::new(),
        directory: Directory::default(),
        statuses: Directory::default(),
        places: NamedPlaces::default(),
        latest: None,
    };
    if let Some((limit, at)) = found.exceeded {
        reader.exceed(limit, (at, at));
    }
    if let Some(at) = found.open_quote {
        reader.note((at, at + 1), Fault::Quote, None);
    }
    let mut rows = found.rows.into_iter();
    if let Some(header) = rows.next() {
        reader.head(&header);
    }
    if reader.sheet.findings.exceeded {
        return reader.sheet;
    }
    let records: Vec<Row> = rows.map(|cells| reader.row(cells)).collect();
    for row in records.iter().filter(|row| row.record == Record::Entity) {
        reader.directory.declare(row.text("entity").unwrap_or_default());
    }
    for row in records.iter().filter(|row| row.record == Record::Dataset).skip(1) {
        let at = row.cell(RECORD).map_or((0, 0), |cell| cell.at);
        reader.note(at, Fault::Twice("dataset".to_owned()), help("only one row can have the record \"dataset\""));
    }
    let mut datasets = records.iter().filter(|row| row.record == Record::Dataset);
    if let Some(lang) = datasets.find_map(|row| row.text("lang").filter(|lang| is_tag(lang))) {
        reader.lang = lang.to_owned();
    }
    // The dataset first: its grid decides what CA is.
    for row in records.iter().filter(|row| row.record == Record::Dataset) {
        reader.declare(row);
    }
    reader.places = NamedPlaces::of(if reader.has_states() { grid::states() } else { grid::world() });
    for row in records.iter().filter(|row| [Record::Entity, Record::Status].contains(&row.record)) {
        if row.record == Record::Status || !reader.is_full() {
            reader.declare(row);
        }
    }
    if reader.sheet.findings.exceeded {
        return reader.sheet;
    }
    reader.defaults();
    if records.is_empty() {
        let end = text.trim_end().len();
        reader.note((end, end), Fault::Empty, help("add a row for each event below the names of the columns"));
    }
    for row in records.iter().filter(|row| row.record == Record::Event) {
        if reader.is_full() {
            break;
        }
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
}

/// A separator for a message.
fn named(separator: char) -> String {
    match separator {
        ',' => "a comma".to_owned(),
        ';' => "a semicolon".to_owned(),
        '\t' => "a tab".to_owned(),
        other => format!("\"{other}\""),
    }
}

/// What to do with a column.
enum Column {
    Read(Head),
    /// It has been noted, or is to be left alone.
    Skip,
    Nameless,
}

struct Reader<'n> {
    names: Names<'n>,
    sheet: Sheet,
    /// The language of texts that stand in a column without one.
    lang: String,
    /// The character between two cells.
    separator: char,
    /// By place in the row.
    header: Vec<Column>,
    directory: Directory,
    /// By id and by label.
    statuses: Directory,
    /// The places that words may name.
    places: NamedPlaces,
    latest: Option<PartialDate>,
}

impl Reader<'_> {
    /// Notes what is wrong with a stretch of the text itself.
    fn note(&mut self, at: (usize, usize), fault: Fault, help: Option<String>) {
        let findings = &mut self.sheet.findings;
        let found = Diagnostic::new(DataPath::default(), fault, help);
        findings.errors |= found.severity == Severity::Error;
        if findings.tells(found.severity) {
            findings.diagnostics.push(Diagnostic { position: Some(unplaced(at)), ..found });
        }
    }

    /// Notes that there is too much of something, with which the reading ends.
    fn exceed(&mut self, limit: Limit, at: (usize, usize)) {
        let (fault, help) = too_much(limit, self.sheet.findings.limits.of(limit));
        self.sheet.findings.exceeded = true;
        self.note(at, fault, help);
    }

    fn head(&mut self, header: &[Cell]) {
        let begin = header.first().map_or((0, 0), |cell| cell.at);
        let (mut langs, mut columns) = (Vec::new(), Directory::default());
        for cell in header {
            let name = word(&cell.text);
            let column = if let Some(head) = head(cell.text.trim()) {
                if !langs.contains(&head.lang) {
                    langs.push(head.lang.clone());
                }
                let id = format!("{} {} {}", head.name, head.number, head.lang);
                if columns.has_id(&id) {
                    self.note(cell.at, Fault::FieldTwice(name), None);
                }
                columns.add_id(&id);
                Column::Read(head)
            } else if name.is_empty() {
                Column::Nameless
            } else {
                if !name.starts_with('#') {
                    let meant = did_you_mean(&name, &mut COLUMNS.iter().map(|(known, ..)| *known));
                    let alone = "to keep a column that is not read, begin its name with #";
                    self.note(cell.at, Fault::UnknownColumn(name), meant.or_else(|| help(alone)));
                }
                Column::Skip
            };
            self.header.push(column);
        }
        // One of them is none: that of the dataset.
        if langs.len() > self.sheet.findings.limits.of(Limit::Languages).saturating_add(1) {
            self.exceed(Limit::Languages, begin);
        }
        for name in ["entity", "date"] {
            let has = |column: &Column| matches!(column, Column::Read(head) if head.name == name);
            if !self.header.iter().any(has) {
                self.note(begin, Fault::MissingColumn(name), help("the first row contains the names of the columns"));
            }
        }
    }

    /// Sorts the cells of a row by their columns, and notes those that its kind has not.
    fn row(&mut self, cells: Vec<Cell>) -> Row {
        let mut row = Row { record: Record::Event, cells: Vec::new() };
        for (place, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()) {
            match self.header.get(place) {
                Some(Column::Read(head)) => row.cells.push((head.clone(), cell)),
                Some(Column::Skip) => {}
                Some(Column::Nameless) => {
                    self.note(
                        cell.at,
                        Fault::UnknownColumn(String::new()),
                        help("write a name for this column into the first row"),
                    );
                }
                None => {
                    let why = format!("does a cell contain {} without quotation marks?", named(self.separator));
                    self.note(cell.at, Fault::UnknownColumn(String::new()), Some(why));
                }
            }
        }
        let word = word(row.text(RECORD).unwrap_or(RECORDS[0]));
        match RECORDS.iter().position(|record| *record == word) {
            Some(place) => row.record = Record::ALL[place],
            None => {
                let at = row.cell(RECORD).map_or((0, 0), |cell| cell.at);
                let meant = did_you_mean(&word, &mut RECORDS.into_iter()).or_else(|| one_of(&mut RECORDS.into_iter()));
                self.note(at, Fault::UnknownWord(word), meant);
            }
        }
        for (head, cell) in &row.cells {
            if head.name != RECORD && head.place(row.record).is_none() {
                let fault = Fault::Misplaced { record: row.record.article(), column: head.name.to_owned() };
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

    /// Whether there are more entities than the limit allows. More of them would lead to the same finding.
    fn is_full(&self) -> bool {
        self.count("entities") > self.sheet.findings.limits.of(Limit::Entities)
    }

    /// Whether the grid has states for places: there CA is California, and not Canada.
    fn has_states(&self) -> bool {
        self.sheet.node.text_of("grid") == Some(grid::US_STATES)
    }

    /// What a row says of an entity, a status or the dataset.
    fn declare(&mut self, row: &Row) {
        let path = match row.record {
            Record::Dataset => String::new(),
            Record::Status => format!("statuses[{}]", self.count("statuses")),
            _ => format!("entities[{}]", self.count("entities")),
        };
        self.fields(row, &path);
        // The id is copied into every event about it.
        let id = match row.record {
            Record::Status => row.cell("status"),
            Record::Entity => row.cell("entity"),
            _ => None,
        };
        if let Some(cell) = id
            && cell.text.trim().chars().count() > self.sheet.findings.limits.of(Limit::NameLetters)
        {
            self.exceed(Limit::NameLetters, cell.at);
        }
        if row.record == Record::Entity {
            self.acquaint();
        }
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
                let why = "declare each status in a row: the default statuses are in English";
                self.note((0, 0), Fault::Untranslated(self.lang.clone()), help(why));
            }
            for (index, status) in STATUSES.iter().enumerate() {
                for (name, value) in status {
                    self.set_text(format!("statuses[{index}].{name}"), (0, 0), value);
                }
            }
        }
        for (place, status) in self.sheet.node.items_of("statuses").iter().enumerate() {
            for field in ["id", "label"] {
                for text in texts(status, field) {
                    self.statuses.call(place, field, text);
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
            let (id, label) = self.status(word).unwrap_or((word.to_owned(), Node::Text(word.to_owned())));
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

    /// Id and label of the status that has this word as its id or as its label in any language.
    fn status(&self, word: &str) -> Option<(String, Node)> {
        let place = self.statuses.called(word, "id").or_else(|| self.statuses.called(word, "label"))?;
        let found = self.sheet.node.items_of("statuses").get(place)?;
        let id = found.text_of("id").unwrap_or_default().to_owned();
        // Every event without a title gets a copy: of long labels only that in the dataset's own language, which is the first.
        let labels = texts(found, "label");
        let own = Node::Text((*labels.first()?).to_owned());
        let short = labels.iter().map(|text| text.len()).sum::<usize>() <= LONGEST_TITLE;
        let label = if short { found.field("label").cloned()? } else { own };
        Some((id, label))
    }

    /// The id of an entity that a row calls by its id, its name or one of a country's names. One that is not known yet is
    /// declared where the row is of an event and says what it is.
    fn entity(&mut self, cell: &Cell, row: &Row) -> String {
        let name = cell.text.trim();
        if self.directory.is_declared(name) {
            return name.to_owned();
        }
        let kind = row.text("kind").map(word);
        if let Some(place) = self.directory.called(name, kind.as_deref().unwrap_or_default()) {
            let known = self.sheet.node.items_of("entities").get(place).and_then(|entity| entity.text_of("id"));
            return known.unwrap_or_default().to_owned();
        }
        // BT is a company or Bhutan: only the row knows.
        let country = kind.as_deref().is_none_or(|kind| kind == "country");
        let code = if country { self.code(name) } else { None };
        let grid = self.sheet.node.text_of("grid").unwrap_or_default();
        match &code {
            Some(code) if self.directory.has_id(code) || grid::has(grid, code) => return code.clone(),
            None if kind.is_none() => return name.to_owned(),
            _ if row.record == Record::Tour => return name.to_owned(),
            _ => {}
        }
        let path = format!("entities[{}]", self.count("entities"));
        let id = code.unwrap_or_else(|| self.directory.free(slug(name)));
        self.set_text(format!("{path}.id"), cell.at, &id);
        self.set_text(format!("{path}.name"), cell.at, name);
        self.set_text(
            format!("{path}.kind"),
            row.cell("kind").unwrap_or(cell).at,
            kind.as_deref().unwrap_or("country"),
        );
        if let Some(cell) = row.cell("acts_in") {
            self.codes(format!("{path}.acts_in"), cell);
        }
        self.acquaint();
        id
    }

    /// Notes how the last entity is called: by its names, and by its id where it has a row of its own.
    fn acquaint(&mut self) {
        let entities = self.sheet.node.items_of("entities");
        let Some(entity) = entities.last() else { return };
        let (place, kind) = (entities.len() - 1, entity.text_of("kind").unwrap_or_default());
        let id = entity.text_of("id").unwrap_or_default();
        self.directory.add_id(id);
        if self.directory.is_declared(id) {
            self.directory.call(place, kind, id);
        }
        for name in texts(entity, "name") {
            self.directory.call(place, kind, name);
        }
    }

    /// The code of a place of the grid by that code or its name; among countries by any of theirs.
    fn code(&self, name: &str) -> Option<String> {
        match self.places.code(name) {
            Some(code) => Some(code.to_owned()),
            None if self.has_states() => None,
            None => (self.names)(name),
        }
    }

    fn codes(&mut self, path: String, cell: &Cell) {
        let words = cell.text.split([',', ';', '|']).map(str::trim).filter(|word| !word.is_empty());
        // One more than may be is too many.
        let most = self.sheet.findings.limits.of(Limit::Countries).saturating_add(1);
        let mut codes = Vec::new();
        for word in words.take(most) {
            let code = self.code(word).filter(|code| code != word && !self.directory.is_declared(word));
            codes.push(Node::Text(code.unwrap_or_else(|| word.to_owned())));
        }
        self.set(path, cell.at, Node::List(codes));
    }

    /// The cells of a row as fields of a record.
    fn fields(&mut self, row: &Row, path: &str) {
        let begin = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        self.sheet.places.add(path.to_owned(), begin);
        // Sorted by list, number, text and language, the cells of one text stand together, that in the dataset's own
        // language first.
        let texts: Vec<_> = row.cells.iter().map(|(head, _)| head.text(row.record)).collect();
        let lang = |place: usize| row.cells[place].0.lang.as_str();
        let order = ordered(texts.len(), &|a, b| (texts[a], lang(a)) > (texts[b], lang(b)));
        let mut translated = vec![false; order.len()];
        for turn in (0..order.len()).rev() {
            let after =
                order.get(turn + 1).is_some_and(|next| translated[turn + 1] && texts[*next] == texts[order[turn]]);
            translated[turn] = after || !lang(order[turn]).is_empty();
        }
        let (mut list, mut rank) = (("", 0), 0);
        for (turn, place) in order.into_iter().enumerate() {
            let (head, cell) = &row.cells[place];
            let Some((outer, inner)) = head.place(row.record) else { continue };
            // `source_3` is the second source, where there is no `source_2`.
            if list != (outer, head.number) {
                rank = if list.0 == outer { rank + 1 } else { 0 };
                list = (outer, head.number);
            }
            // One more than may be is too many.
            if rank > self.sheet.findings.limits.of(limit_of(outer)) {
                continue;
            }
            // What tells of an entity or of a tile is no field of this record.
            let Some(shape) = shape_of(row.record, outer, inner) else { continue };
            let mut here = if path.is_empty() { outer.to_owned() } else { format!("{path}.{outer}") };
            if let Shape::List(..) = shape {
                self.codes(here, cell);
                continue;
            }
            if listed(outer) {
                here = format!("{here}[{rank}]");
                self.sheet.places.add(here.clone(), cell.at);
            }
            let mut steps = [inner, &head.lang];
            if head.lang.is_empty() && translated[turn] {
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
