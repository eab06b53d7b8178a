//! What each row tells: an event, a step of the tour, a period, the dataset, a status, a scope or an entity.

use std::borrow::Cow;

use crate::base::date::PartialDate;
use crate::base::limits::Limit;
use crate::base::order::ordered;
use crate::format::csv::cells::Cell;
use crate::format::csv::columns::{limit_of, listed};
use crate::format::csv::reader::{LONGEST_TITLE, Reader, Row};
use crate::format::csv::record::{Record, type_of};
use crate::format::csv::tree::{LONGEST_ID, field, item, slug, texts, trimmed, value, word};
use crate::format::fields::FieldType;
use crate::format::node::{Member, Node, Span, Value};
use crate::model::grid;

impl<'t> Reader<'t, '_> {
    pub(super) fn event(&mut self, row: &Row<'t>) {
        let mut event = Value::Null.into();
        self.about(row, &mut event);
        let begin = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        if let Some(cell) = row.cell("status") {
            let word = trimmed(&cell.text);
            let (id, label) = self.status(&word).unwrap_or((word.clone(), Value::Text(word)));
            if !row.cells.iter().any(|(head, _)| head.name == "title") {
                set(field(&mut event, "title"), begin, label);
            }
            set(field(&mut event, "status"), cell.at, Value::Text(id));
        }
        self.add("events", event);
        let date = row.text("date").and_then(|date| date.parse::<PartialDate>().ok());
        if let (Some(latest), Some(date)) = (self.latest, date)
            && date.last() > latest.last()
        {
            self.latest = Some(date);
            let last = date.last().to_string();
            field(&mut self.sheet.node, "updated").value = Value::Text(last.into());
        }
    }

    pub(super) fn stop(&mut self, row: &Row<'t>) {
        let mut stop = Value::Null.into();
        self.about(row, &mut stop);
        self.add("tour", stop);
    }

    pub(super) fn period(&mut self, row: &Row<'t>) {
        self.record(row, "periods");
    }

    /// Adds a record with the cells of a row to a list of the dataset.
    pub(super) fn record(&mut self, row: &Row<'t>, list: &'static str) {
        let mut record = Value::Null.into();
        self.fields(row, &mut record);
        self.add(list, record);
    }

    /// Adds a record to a list of the dataset, unless no cell has filled it.
    fn add(&mut self, list: &'static str, record: Node<'t>) {
        if !record.is_null() {
            let count = self.count(list);
            *item(field(&mut self.sheet.node, list), count) = record;
        }
    }

    /// The cells of a row that is about an entity, by any of its names.
    fn about(&mut self, row: &Row<'t>, record: &mut Node<'t>) {
        self.fields(row, record);
        if let Some(cell) = row.cell("entity") {
            let id = self.entity(cell, row);
            set(field(record, "entity"), cell.at, Value::Text(id));
        }
    }

    /// The id and label of the status whose id or label, in any language, is this word.
    fn status(&self, word: &str) -> Option<(Cow<'t, str>, Value<'t>)> {
        let place = self.statuses.called(word, "id").or_else(|| self.statuses.called(word, "label"))?;
        let found = self.sheet.node.items_of("statuses").get(place)?;
        let id = text_of(found, "id");
        // Each event without a title gets a copy of the label. For long labels only the text in the dataset's own
        // language is copied, which comes first.
        let labels = texts(found, "label");
        let short = labels.iter().map(|text| text.len()).sum::<usize>() <= LONGEST_TITLE;
        let label = match &found.field("label")?.value {
            _ if !short => Value::Text((*labels.first()?).to_owned().into()),
            Value::Object(members) => Value::Object(
                members.iter().map(|text| Member::new(text.name.clone(), text.node.value.clone())).collect(),
            ),
            label => label.clone(),
        };
        Some((id, label))
    }

    /// The id of the entity that a row names by its id, its name or a name of a country. If the entity is not known
    /// yet, it is declared, provided that the row is an event that says what kind of entity it is.
    fn entity(&mut self, cell: &Cell<'t>, row: &Row<'t>) -> Cow<'t, str> {
        let name = trimmed(&cell.text);
        if self.directory.is_declared(&name) {
            return name;
        }
        let kind = row.text("kind").map(word);
        if let Some(place) = self.directory.called(&name, kind.as_deref().unwrap_or_default()) {
            let known = self.sheet.node.items_of("entities").get(place);
            return known.map(|entity| text_of(entity, "id")).unwrap_or_default();
        }
        // BT is a company or Bhutan; only the kind in the row decides.
        let country = kind.as_deref().is_none_or(|kind| kind == "country");
        let code = if country { self.code(&name, cell.at, kind.is_some()) } else { None };
        let grid = self.sheet.node.text_of("grid").unwrap_or_default();
        match &code {
            Some(code) if self.directory.has_id(code) || grid::has(grid, code) => return code.clone().into(),
            None if kind.is_none() => return name,
            _ if row.record == Record::Tour => return name,
            _ => {}
        }
        let path = format!("entities[{}]", self.count("entities"));
        let id = code.unwrap_or_else(|| self.directory.free(slug(&name)));
        self.set_text(&format!("{path}.id"), cell.at, &id);
        self.set_text(&format!("{path}.name"), cell.at, &name);
        self.set_text(
            &format!("{path}.kind"),
            row.cell("kind").unwrap_or(cell).at,
            kind.as_deref().unwrap_or("country"),
        );
        #[cfg(feature = "import")]
        self.set_lifetime(&path, &id, cell);
        if let Some(cell) = row.cell("acts_in") {
            let countries = self.ids(cell, Limit::Countries);
            self.set(&format!("{path}.acts_in"), cell.at, countries);
        }
        self.acquaint();
        id.into()
    }

    /// Adds the names of the last entity to the directory, and its id if the entity has its own row.
    pub(super) fn acquaint(&mut self) {
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

    /// The id of the scope whose id or label, in any language, is this word. An id that is much longer than the word is
    /// not copied into the events.
    fn scope(&self, word: &str) -> Option<String> {
        let place = self.scopes.called(word, "id").or_else(|| self.scopes.called(word, "label"))?;
        let id = self.sheet.node.items_of("scopes").get(place)?.text_of("id")?;
        (id.len() <= LONGEST_ID.max(word.len())).then(|| id.to_owned())
    }

    /// A list of ids: countries or, for the limit of scopes, scopes. A word of the cell can also be a name.
    fn ids(&mut self, cell: &Cell<'t>, limit: Limit) -> Value<'t> {
        let words = cell.text.split([',', ';', '|']).map(str::trim).filter(|word| !word.is_empty());
        // One more than the limit is enough for a finding.
        let most = self.sheet.findings.limits.of(limit).saturating_add(1);
        let mut ids = Vec::new();
        for word in words.take(most) {
            let id = match limit {
                Limit::Scopes => self.scope(word),
                _ if self.directory.is_declared(word) => None,
                _ => self.code(word, cell.at, false).filter(|code| code != word),
            };
            ids.push(Value::Text(id.unwrap_or_else(|| word.to_owned()).into()).into());
        }
        Value::List(ids)
    }

    /// Writes the cells of a row into the fields of a record.
    pub(super) fn fields(&mut self, row: &Row<'t>, record: &mut Node<'t>) {
        // Sorted by list, number, text and language: the cells of one text are neighbours, and the cell in the
        // dataset's own language comes first.
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
            // Numbers only order the records of a list: `source_3` is the second source if there is no `source_2`.
            if list != (outer, head.number) {
                rank = if list.0 == outer { rank + 1 } else { 0 };
                list = (outer, head.number);
            }
            // One more than the limit is enough for a finding.
            if rank > self.sheet.findings.limits.of(limit_of(outer)) {
                continue;
            }
            // Cells of other records and of tiles are not fields of this record.
            let Some(field_type) = type_of(row.record, outer, inner) else { continue };
            let mut here = field(record, outer);
            if let FieldType::List(_, limit) = field_type {
                set(here, cell.at, self.ids(cell, *limit));
                continue;
            }
            let lang = if head.lang.is_empty() && translated[turn] { &self.lang } else { &head.lang };
            let mut steps = [Cow::Borrowed(inner), Cow::Owned(lang.clone())];
            if listed(outer) {
                here = item(here, rank);
                here.span = Span::new(cell.at.0, cell.at.1);
            } else {
                // In the tree the language comes before the plural form.
                steps.reverse();
            }
            for step in steps.into_iter().filter(|step| !step.is_empty()) {
                here = field(here, step);
            }
            set(here, cell.at, value(field_type, &cell.text));
        }
        let (start, end) = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        record.span = Span::new(start, end);
    }
}

/// Replaces a node by the value of a cell.
fn set<'t>(node: &mut Node<'t>, (start, end): (usize, usize), value: Value<'t>) {
    *node = Node { value, span: Span::new(start, end) };
}

/// The text of a field; empty if the field has none.
fn text_of<'t>(node: &Node<'t>, name: &str) -> Cow<'t, str> {
    match node.field(name).map(|node| &node.value) {
        Some(Value::Text(text)) => text.clone(),
        _ => Cow::default(),
    }
}
