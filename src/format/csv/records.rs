//! What each row tells: an event, a step of the tour, a period, the dataset, a status, a scope or an entity.

use crate::base::date::PartialDate;
use crate::base::limits::Limit;
use crate::base::order::ordered;
use crate::format::csv::cells::Cell;
use crate::format::csv::columns::{limit_of, listed};
use crate::format::csv::reader::{LONGEST_TITLE, Reader, Row};
use crate::format::csv::record::{Record, type_of};
use crate::format::csv::tree::{LONGEST_ID, field, slug, texts, value, word};
use crate::format::fields::FieldType;
use crate::format::node::{Member, Value};
use crate::model::grid;

impl Reader<'_> {
    pub(super) fn event(&mut self, row: &Row) {
        let path = format!("events[{}]", self.count("events"));
        self.about(row, &path);
        let begin = row.cells.first().map_or((0, 0), |(_, cell)| cell.at);
        if let Some(cell) = row.cell("status") {
            let word = cell.text.trim();
            let (id, label) = self.status(word).unwrap_or((word.to_owned(), Value::Text(word.to_owned())));
            if !row.cells.iter().any(|(head, _)| head.name == "title") {
                self.set(&format!("{path}.title"), begin, label);
            }
            self.set(&format!("{path}.status"), cell.at, Value::Text(id));
        }
        let date = row.text("date").and_then(|date| date.parse::<PartialDate>().ok());
        if let (Some(latest), Some(date)) = (self.latest, date)
            && date.last() > latest.last()
        {
            self.latest = Some(date);
            let last = date.last().to_string();
            field(&mut self.sheet.node, "updated").value = Value::Text(last);
        }
    }

    pub(super) fn stop(&mut self, row: &Row) {
        let path = format!("tour[{}]", self.count("tour"));
        self.about(row, &path);
    }

    pub(super) fn period(&mut self, row: &Row) {
        let path = format!("periods[{}]", self.count("periods"));
        self.fields(row, &path);
    }

    /// The cells of a row that is about an entity, by any of its names.
    pub(super) fn about(&mut self, row: &Row, path: &str) {
        self.fields(row, path);
        if let Some(cell) = row.cell("entity") {
            let id = self.entity(cell, row);
            self.set(&format!("{path}.entity"), cell.at, Value::Text(id));
        }
    }

    /// The id and label of the status whose id or label, in any language, is this word.
    pub(super) fn status(&self, word: &str) -> Option<(String, Value)> {
        let place = self.statuses.called(word, "id").or_else(|| self.statuses.called(word, "label"))?;
        let found = self.sheet.node.items_of("statuses").get(place)?;
        let id = found.text_of("id").unwrap_or_default().to_owned();
        // Each event without a title gets a copy of the label. For long labels only the text in the dataset's own
        // language is copied, which comes first.
        let labels = texts(found, "label");
        let own = Value::Text((*labels.first()?).to_owned());
        let short = labels.iter().map(|text| text.len()).sum::<usize>() <= LONGEST_TITLE;
        let label = match &found.field("label")?.value {
            _ if !short => own,
            Value::Object(members) => {
                Value::Object(members.iter().map(|text| Member::new(&*text.name, text.node.value.clone())).collect())
            }
            label => label.clone(),
        };
        Some((id, label))
    }

    /// The id of the entity that a row names by its id, its name or a name of a country. If the entity is not known
    /// yet, it is declared, provided that the row is an event that says what kind of entity it is.
    pub(super) fn entity(&mut self, cell: &Cell, row: &Row) -> String {
        let name = cell.text.trim();
        if self.directory.is_declared(name) {
            return name.to_owned();
        }
        let kind = row.text("kind").map(word);
        if let Some(place) = self.directory.called(name, kind.as_deref().unwrap_or_default()) {
            let known = self.sheet.node.items_of("entities").get(place).and_then(|entity| entity.text_of("id"));
            return known.unwrap_or_default().to_owned();
        }
        // BT is a company or Bhutan; only the kind in the row decides.
        let country = kind.as_deref().is_none_or(|kind| kind == "country");
        let code = if country { self.code(name, cell.at, kind.is_some()) } else { None };
        let grid = self.sheet.node.text_of("grid").unwrap_or_default();
        match &code {
            Some(code) if self.directory.has_id(code) || grid::has(grid, code) => return code.clone(),
            None if kind.is_none() => return name.to_owned(),
            _ if row.record == Record::Tour => return name.to_owned(),
            _ => {}
        }
        let path = format!("entities[{}]", self.count("entities"));
        let id = code.unwrap_or_else(|| self.directory.free(slug(name)));
        self.set_text(&format!("{path}.id"), cell.at, &id);
        self.set_text(&format!("{path}.name"), cell.at, name);
        self.set_text(
            &format!("{path}.kind"),
            row.cell("kind").unwrap_or(cell).at,
            kind.as_deref().unwrap_or("country"),
        );
        #[cfg(feature = "import")]
        self.set_lifetime(&path, &id, cell);
        if let Some(cell) = row.cell("acts_in") {
            self.ids(&format!("{path}.acts_in"), cell, Limit::Countries);
        }
        self.acquaint();
        id
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

    /// Sets a list of ids: countries or, for the limit of scopes, scopes. A word of the cell can also be a name.
    pub(super) fn ids(&mut self, path: &str, cell: &Cell, limit: Limit) {
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
            ids.push(Value::Text(id.unwrap_or_else(|| word.to_owned())).into());
        }
        self.set(path, cell.at, Value::List(ids));
    }

    /// Writes the cells of a row into the fields of a record.
    pub(super) fn fields(&mut self, row: &Row, path: &str) {
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
            let mut here = if path.is_empty() { outer.to_owned() } else { format!("{path}.{outer}") };
            if let FieldType::List(_, limit) = field_type {
                self.ids(&here, cell, *limit);
                continue;
            }
            if listed(outer) {
                here = format!("{here}[{rank}]");
            }
            let holder = here.clone();
            let mut steps = [inner, &head.lang];
            if head.lang.is_empty() && translated[turn] {
                steps[1] = &self.lang;
            }
            if !listed(outer) {
                // In the tree the language comes before the plural form.
                steps.reverse();
            }
            for step in steps.iter().filter(|step| !step.is_empty()) {
                here = format!("{here}.{step}");
            }
            self.set(&here, cell.at, value(field_type, &cell.text));
            if listed(outer) {
                self.place(&holder, cell.at);
            }
        }
        self.place(path, row.cells.first().map_or((0, 0), |(_, cell)| cell.at));
    }
}
