//! Reads rows of cells into the tree.

use std::mem;
use std::rc::Rc;

use crate::base::date::PartialDate;
use crate::base::language::{ENGLISH, alike, is_tag};
use crate::base::limits::{Limit, Limits};
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, help, too_much};
use crate::diagnostics::path::{DataPath, Position};
use crate::diagnostics::severity::Severity;
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::csv::cells::{Cell, rows};
use crate::format::csv::columns::{COLUMNS, Head, TILE, head};
use crate::format::csv::directory::Directory;
use crate::format::csv::record::{RECORD, RECORDS, Record};
use crate::format::csv::tree::{field, item, plain, texts, value, word};
use crate::format::fields;
use crate::format::node::{Member, Node, Span, Value};
use crate::model::grid;
use crate::names::asked::Names;
use crate::names::short::{Shared, named_places};

/// The result of reading a file.
pub(crate) struct Sheet<'t> {
    pub(crate) node: Node<'t>,
    /// Findings about the cells themselves, not about their content. If a limit is exceeded, the tree is not complete.
    pub(crate) findings: Findings,
}

/// The word that stands for "no grid" in place of a grid's name.
pub(crate) const NO_GRID: &str = "none";

/// Values that apply if no row sets them.
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

/// The maximal number of bytes of a label, in all languages together, that is copied as the title of many events.
pub(super) const LONGEST_TITLE: usize = 1_000;

/// Reads a file within the limits.
pub(crate) fn read<'t>(text: &'t str, names: Names<'_>, limits: &Limits) -> Sheet<'t> {
    let found = rows(text, limits);
    let node = Value::Object(vec![Member::new("format", Value::Number(fields::FORMAT))]).into();
    let mut findings = Findings::within(*limits);
    findings.sheet = true;
    let sheet = Sheet { node, findings };
    let mut reader = Reader {
        names,
        #[cfg(feature = "import")]
        searched: Vec::new(),
        sheet,
        lang: ENGLISH.to_owned(),
        separator: found.separator,
        header: Vec::new(),
        directory: Directory::default(),
        statuses: Directory::default(),
        scopes: Directory::default(),
        places: None,
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
    let mut records: Vec<Row> = rows.map(|cells| reader.row(cells)).collect();
    // Ids of declared entities are collected first, because a row can name an entity that a later row declares.
    for row in records.iter().filter(|row| row.record == Record::Entity) {
        reader.directory.declare(row.text("entity").unwrap_or_default());
    }
    for row in records.iter().filter(|row| row.record == Record::Dataset).skip(1) {
        let at = row.cell(RECORD).map_or((0, 0), |cell| cell.at);
        reader.note(at, Fault::Twice("dataset".to_owned()), help("only one row can have the record \"dataset\""));
    }
    let mut datasets = records.iter().filter(|row| row.record == Record::Dataset);
    // A value that is not a tag is reported by the validation.
    if let Some(lang) = datasets.find_map(|row| row.text("lang").filter(|lang| is_tag(lang))) {
        reader.lang = lang.to_owned();
    }
    // The row of the dataset comes first: its grid decides whether CA is Canada or California.
    for row in records.iter().filter(|row| row.record == Record::Dataset) {
        reader.declare(row);
    }
    reader.places = Some(named_places(reader.has_states()));
    for row in records.iter().filter(|row| [Record::Entity, Record::Status, Record::Scope].contains(&row.record)) {
        if row.record != Record::Entity || !reader.is_full() {
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
    for row in records.iter_mut().filter(|row| row.record == Record::Event) {
        if reader.is_full() {
            break;
        }
        reader.event(row);
        // The tree has the content now. Two copies of a large file would not fit into memory.
        row.cells = Vec::new();
    }
    // Steps of the tour come last, because events may declare the entity of a step.
    for row in records.iter().filter(|row| row.record == Record::Tour) {
        reader.stop(row);
    }
    for row in records.iter().filter(|row| row.record == Record::Period) {
        reader.period(row);
    }
    reader.sheet
}

/// The filled cells of a row, each with the parts of its column's name.
pub(super) struct Row<'t> {
    pub(super) record: Record,
    pub(super) cells: Vec<(Rc<Head>, Cell<'t>)>,
}

impl<'t> Row<'t> {
    pub(super) fn cell(&self, name: &str) -> Option<&Cell<'t>> {
        self.cells.iter().find(|(head, _)| head.name == name && head.lang.is_empty()).map(|(_, cell)| cell)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.cell(name).map(|cell| cell.text.trim())
    }
}

/// The name of a separator, for messages.
fn named(separator: char) -> String {
    match separator {
        ',' => "a comma".to_owned(),
        ';' => "a semicolon".to_owned(),
        '\t' => "a tab".to_owned(),
        other => format!("\"{other}\""),
    }
}

/// What the reader does with a column.
enum Column {
    Read(Rc<Head>),
    /// It is not read. It has a finding already, or its name begins with `#`.
    Skip,
    Nameless,
}

pub(super) struct Reader<'t, 'n> {
    #[cfg_attr(not(feature = "import"), expect(dead_code, reason = "only the long list asks"))]
    pub(super) names: Names<'n>,
    /// The unknown names for which suggestions were looked for.
    #[cfg(feature = "import")]
    pub(super) searched: Vec<String>,
    pub(super) sheet: Sheet<'t>,
    /// The language of texts in columns without a language.
    pub(super) lang: String,
    /// The character between two cells.
    pub(super) separator: char,
    /// The columns by position in the row.
    header: Vec<Column>,
    pub(super) directory: Directory,
    /// Statuses by id and by label.
    pub(super) statuses: Directory,
    /// Scopes by id and by label.
    pub(super) scopes: Directory,
    /// The places that a row can name, after the row of the dataset.
    pub(super) places: Option<Shared>,
    /// The latest date of an event; `None` if the file sets `updated` itself.
    pub(super) latest: Option<PartialDate>,
}

impl<'t> Reader<'t, '_> {
    /// Adds a finding about a range of the text itself.
    pub(super) fn note(&mut self, at: (usize, usize), fault: Fault, help: Option<String>) {
        let findings = &mut self.sheet.findings;
        let found = Diagnostic::new(DataPath::default(), fault, help);
        findings.errors |= found.severity == Severity::Error;
        findings.add(Diagnostic { position: Some(Position::uncounted(at)), ..found });
    }

    /// Adds the finding that a limit is exceeded, which ends the reading.
    fn exceed(&mut self, limit: Limit, at: (usize, usize)) {
        let (fault, help) = too_much(limit, self.sheet.findings.limits.of(limit));
        self.sheet.findings.exceeded = true;
        self.note(at, fault, help);
    }

    fn head(&mut self, header: &[Cell<'t>]) {
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
                Column::Read(Rc::new(head))
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
        // One of these languages is empty: it stands for that of the dataset.
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

    /// Assigns the cells of a row to their columns, and reports cells that its kind of record does not have.
    fn row(&mut self, cells: Vec<Cell<'t>>) -> Row<'t> {
        let mut row = Row { record: Record::Event, cells: Vec::new() };
        for (place, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()) {
            match self.header.get(place) {
                Some(Column::Read(head)) => row.cells.push((Rc::clone(head), cell)),
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

    /// Sets a value of the tree. Adds the objects and lists that lead to it.
    pub(super) fn set(&mut self, path: &str, at: (usize, usize), value: Value<'t>) {
        let mut node = &mut self.sheet.node;
        for step in path.split(['.', '[']) {
            node = match step.strip_suffix(']') {
                Some(index) => item(node, index.parse().unwrap_or(0)),
                None => field(node, step.to_owned()),
            };
        }
        *node = Node { value, span: Span::new(at.0, at.1) };
    }

    /// Sets the position of a value that is in the tree. An empty path means the dataset itself.
    pub(super) fn place(&mut self, path: &str, at: (usize, usize)) {
        let mut node = Some(&mut self.sheet.node);
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            node = node.and_then(|node| match (&mut node.value, step.strip_suffix(']')) {
                (Value::List(items), Some(index)) => items.get_mut(index.parse().unwrap_or(0)),
                (Value::Object(members), None) => {
                    members.iter_mut().find(|member| member.name == step).map(|member| &mut member.node)
                }
                _ => None,
            });
        }
        if let Some(node) = node {
            node.span = Span::new(at.0, at.1);
        }
    }

    pub(super) fn set_text(&mut self, path: &str, at: (usize, usize), text: &str) {
        self.set(path, at, Value::Text(text.to_owned().into()));
    }

    pub(super) fn count(&self, list: &str) -> usize {
        self.sheet.node.items_of(list).len()
    }

    /// Whether there are more entities than the limit allows. More of them would lead to the same finding.
    fn is_full(&self) -> bool {
        self.count("entities") > self.sheet.findings.limits.of(Limit::Entities)
    }

    /// Whether the places of the grid are states. Then CA is California, not Canada.
    pub(super) fn has_states(&self) -> bool {
        self.sheet.node.text_of("grid") == Some(grid::US_STATES)
    }

    /// Reads a row about an entity, a status, a scope or the dataset.
    fn declare(&mut self, row: &Row<'t>) {
        match row.record {
            Record::Dataset => {
                let mut dataset = mem::replace(&mut self.sheet.node, Value::Null.into());
                self.fields(row, &mut dataset);
                self.sheet.node = dataset;
            }
            Record::Status => self.record(row, "statuses"),
            Record::Scope => self.record(row, "scopes"),
            _ => self.record(row, "entities"),
        }
        // The id is copied into every event about it.
        let id = match row.record {
            Record::Status => row.cell("status"),
            Record::Scope => row.cell("scope"),
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
                self.set("grid", cell.at, Value::Text(word.into()));
            }
        }
        if row.record != Record::Entity || row.cell("row").or(row.cell("column")).is_none() {
            return;
        }
        let tile = format!("{TILE}[{}]", self.count(TILE));
        let first = self.count(TILE) == 0;
        for field in fields::TILE {
            if let Some(cell) = row.cell(field.name) {
                self.set(&format!("{tile}.{}", field.name), cell.at, value(&field.field_type, &cell.text));
            }
        }
        if let (true, Some((_, cell))) = (first, row.cells.first()) {
            self.place(TILE, cell.at);
        }
    }

    fn defaults(&mut self) {
        let outer = |path: &'static str| path.split('.').next().unwrap_or(path);
        let missing = DATASET.map(|(path, _)| self.sheet.node.field(outer(path)).is_none());
        for ((path, value), _) in DATASET.into_iter().zip(missing).filter(|(_, missing)| *missing) {
            self.set_text(path, (0, 0), value);
        }
        match self.sheet.node.text_of("grid") {
            Some(NO_GRID) => field(&mut self.sheet.node, "grid").value = Value::Null,
            None if self.count(TILE) == 0 => self.set_text("grid", (0, 0), grid::WORLD),
            _ => {}
        }
        if self.count("statuses") == 0 {
            if !alike(&self.lang, ENGLISH) {
                let why = "declare each status in a row: the default statuses are in English";
                self.note((0, 0), Fault::Untranslated(self.lang.clone()), help(why));
            }
            for (index, status) in STATUSES.iter().enumerate() {
                for (name, value) in status {
                    self.set_text(&format!("statuses[{index}].{name}"), (0, 0), value);
                }
            }
        }
        for (list, names) in [("statuses", &mut self.statuses), ("scopes", &mut self.scopes)] {
            for (place, record) in self.sheet.node.items_of(list).iter().enumerate() {
                for field in ["id", "label"] {
                    for text in texts(record, field) {
                        names.call(place, field, text);
                    }
                }
            }
        }
        // The list is required, but it may be empty.
        field(&mut self.sheet.node, "events").value = Value::List(Vec::new());
        if self.sheet.node.field("updated").is_none() {
            // The earliest date there is: any event replaces it.
            self.latest = "0000".parse().ok();
            self.set_text("updated", (0, 0), "0000");
        }
    }
}
