//! From a workbook to a dataset, step by step.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::{Day, PartialDate};
use crate::base::limits::{Limit, Limits};
use crate::diagnostics::severity::Severity;
use crate::import::cells::FoundCells;
use crate::import::change::Changes;
use crate::import::changes::{Meanings, WithEnd, changes};
use crate::import::choices::Choices;
use crate::import::columns::{Assigned, Role, assign};
use crate::import::dataset::{Parts, Target, free_id, periods, title, tree};
use crate::import::dates::Order;
use crate::import::facts::{Fact, Facts, NONE, facts, typed};
use crate::import::findings;
use crate::import::messages::Message;
use crate::import::output::Import;
use crate::import::overlaps::overlap;
use crate::import::places::{Entity, grid_of, resolve, similar, suggestions, with_territories};
use crate::import::questions;
use crate::import::report::{
    ColumnReport, DateReport, FileReport, Finding, PlacesReport, Report, ShapeReport, Suggestion, UnmatchedPlace,
    ValueCount, letter,
};
use crate::import::series::{Rows, is_regular, rows};
use crate::import::shape::Shape;
use crate::import::starts::start;
use crate::import::statuses::{Meaning, Status, Statuses, decide};
use crate::import::table::Table;
use crate::import::texts::{Entry, NAME, clean, is_blank};
use crate::import::unheeded::of_choices;
use crate::import::workbook::Workbook;
use crate::model::grid::{NAMES, has};

pub(crate) fn understand(workbook: &Workbook, choices: &Choices) -> Import {
    let sheet = workbook.sheet(choices.sheet.as_deref());
    let table = Table::find(sheet, choices);
    let mut assigned = assign(&table, choices);
    let found_shape = Shape::of(&assigned.roles, &table.names);
    let shape = choices.shape.unwrap_or(found_shape);
    shape.impose(&mut assigned.roles);
    let snapshot = choices.snapshot_date.as_deref().and_then(typed);
    // Without its date a snapshot is read as of a year that is never shown, so that all questions come at once.
    let stand_in = snapshot.or_else(|| typed("2000"));
    let facts = facts(&table, &assigned.roles, shape, choices.dates.order, stand_in);
    let rows = rows_of(found_shape, &facts, &assigned).filter(|_| choices.shape.is_none());
    let shape = if rows == Some(Rows::Samples) { Shape::Panel } else { shape };
    let is_unsure = rows == Some(Rows::Unsure);
    let understanding =
        Understanding { workbook, choices, table: &table, assigned: &assigned, facts: &facts, shape, is_unsure };
    understanding.conclude(snapshot.is_some())
}

/// What rows are that each have an entity, a date and a status, if entities have several of them.
fn rows_of(shape: Shape, facts: &Facts<'_>, assigned: &Assigned) -> Option<Rows> {
    let has = |role: &Role| assigned.roles.contains(role);
    let entities = facts.names.len().max(1);
    let has_several = assigned.roles.iter().filter(|role| **role == Role::Date).count() > 1;
    if shape != Shape::Events || has_several || facts.list.len() < 2 * entities {
        return None;
    }
    if !has(&Role::Status) && assigned.status_candidates.is_empty() {
        // Each row means one status, which repeats in any case: the dates alone decide.
        return is_regular(&facts.list).then_some(Rows::Samples);
    }
    let has_own_words = [Role::Title, Role::Text, Role::Source, Role::SourceUrl].iter().any(has);
    Some(rows(&facts.list, has_own_words))
}

/// How many names get suggestions: nobody reads more, and they take time.
const SUGGESTED: usize = 200;

struct Understanding<'u> {
    workbook: &'u Workbook,
    choices: &'u Choices,
    table: &'u Table<'u>,
    assigned: &'u Assigned,
    facts: &'u Facts<'u>,
    shape: Shape,
    /// Whether rows that are taken as changes may be samples.
    is_unsure: bool,
}

/// The places of a sheet.
struct Places {
    grid: String,
    entities: Vec<Entity>,
    report: PlacesReport,
}

impl Understanding<'_> {
    fn conclude(&self, has_snapshot: bool) -> Import {
        let statuses = self.statuses();
        let with_end = self.with_end(&statuses);
        let places = self.places(&statuses, with_end);
        let (targets, of_names) = targets(&places);
        let mut changes = self.changes(&of_names, &statuses, with_end);
        let rows = self.first_rows(&of_names);
        let dated = changes.list.iter().filter(|change| change.status.is_some()).map(|change| change.target);
        let undated = rows.len() - dated.collect::<BTreeSet<_>>().len();
        let not_started = statuses.before.and_then(|status| start(&mut changes, status, &rows));
        let mut report = self.report(&places, &statuses, &changes);
        report.undated = undated;
        report.findings.extend(not_started);
        report.ignored = self.ignored(&statuses, with_end);
        let column = self.status_column();
        report.questions = [
            questions::entity(self.table, self.assigned),
            questions::parts(self.table, self.assigned),
            questions::shape(self.is_unsure),
            questions::date(self.table, self.assigned),
            questions::measure(self.assigned),
            questions::status(self.table, self.assigned, self.choices.status.as_deref()),
            questions::snapshot(
                (self.table, self.assigned),
                self.shape,
                self.choices.snapshot_date.as_deref(),
                has_snapshot,
            ),
            questions::order(&self.facts.dates),
            questions::classes(self.facts, statuses.unclassed, column),
            questions::places(&places.report.unmatched),
            // Rows about parts contradict those about the whole.
            questions::conflicts(&changes.conflicts, &self.facts.names)
                .filter(|_| self.assigned.part_candidates.is_empty()),
            questions::source(self.table, self.assigned, &self.unsourced(&changes)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if findings::is_missing(self.workbook, self.choices.sheet.as_deref()) {
            // They are about another sheet.
            report.questions.clear();
        }
        let mut dataset = None;
        if report.questions.is_empty() && changes.list.iter().all(|change| change.status.is_none()) {
            report.findings.push(findings::no_events());
        }
        let is_refused = report.findings.iter().any(|found| found.severity == Severity::Error);
        if report.questions.is_empty() && !is_refused {
            let updated = self.updated(&changes);
            let parts = Parts {
                table: self.table,
                roles: &self.assigned.roles,
                choices: self.choices,
                grid: &places.grid,
                targets: &targets,
                statuses: &statuses.list,
                changes: &changes.list,
                updated,
                periods: periods(self.table, &self.assigned.roles),
            };
            let (tree, cut) = tree(&parts);
            if !cut.is_empty() {
                report.findings.push(Finding::in_rows("found.long-text", &cut));
            }
            dataset = Some(tree);
        }
        let cells = FoundCells::of(&mut report.findings, self.table.rows.clone());
        Import { report, dataset, cells }
    }

    fn places(&self, statuses: &Statuses, with_end: WithEnd) -> Places {
        let used = self.used(statuses, with_end);
        let names = &self.facts.names;
        let chosen = self.choices.grid.as_deref();
        let found = grid_of(names);
        let base = chosen.unwrap_or(found);
        let entities = resolve(names, base, &self.choices.places);
        let place = |entity: &'_ Entity| if let Entity::Place(id) = entity { Some(id.clone()) } else { None };
        let ids: Vec<String> = entities.iter().filter_map(place).collect();
        let grid = chosen.map_or_else(
            || with_territories(found, &ids.iter().map(String::as_str).collect()).to_owned(),
            str::to_owned,
        );
        let matched = ids.len();
        let mut unmatched = Vec::new();
        for (place, entity) in entities.iter().enumerate() {
            if let Entity::Asked(ids) = entity
                && used[place]
            {
                let (count, rows) = &self.facts.seen[place];
                let text = names[place].text();
                let (suggestions, is_misspelt) = self.suggestions(ids, text, base, unmatched.len());
                unmatched.push(UnmatchedPlace {
                    text: text.to_owned(),
                    count: *count,
                    rows: rows.iter().map(|row| row + 1).collect(),
                    suggestions,
                    is_misspelt,
                });
            }
        }
        Places { report: PlacesReport { grid: grid.clone(), matched, unmatched }, grid, entities }
    }

    /// What a name may mean: the places that have it, or those with similar names; and whether it is a misspelt name of
    /// one place.
    fn suggestions(&self, ids: &[String], name: &str, grid: &str, before: usize) -> (Vec<Suggestion>, bool) {
        let is_asked = ids.is_empty() && before < SUGGESTED;
        let (similar, is_misspelt) = if is_asked { similar(name, grid) } else { Default::default() };
        (suggestions(if ids.is_empty() { &similar } else { ids }, grid), is_misspelt)
    }

    /// Whether each name has a row that says something. Nobody needs to know what the others are.
    fn used(&self, statuses: &Statuses, with_end: WithEnd) -> Vec<bool> {
        let has_values = !statuses.meanings.is_empty();
        // With a status before the first date each entity has one.
        let mut used = vec![!has_values || statuses.before.is_some(); self.facts.names.len()];
        for fact in &self.facts.list {
            let meaning = with_end.of(fact, statuses.of(fact.value));
            used[fact.entity as usize] |=
                fact.value == NONE && self.choices.status.is_some() || meaning != Meaning::Nothing;
        }
        used
    }

    /// The name of the column of the statuses.
    fn status_column(&self) -> &str {
        let column = self.assigned.roles.iter().position(|role| *role == Role::Status);
        column.map_or("", |column| self.table.names[column].as_str())
    }

    fn statuses(&self) -> Statuses {
        let label = self.choices.status.as_deref();
        let mut entries: Vec<Entry<'_>> = self.facts.values.entries().to_vec();
        // Rows without a value have the status that all rows mean; it is the last entry.
        if let Some(text) = label {
            entries.push(Entry { text, count: self.facts.list.len(), row: 0 });
        }
        decide(&entries, self.status_column(), self.choices)
    }

    /// What rows with a last date and without a status mean. What a person chose to ignore stays ignored.
    fn with_end(&self, statuses: &Statuses) -> WithEnd {
        let has_statuses = self.assigned.roles.contains(&Role::Status);
        let meaning = if has_statuses { self.only_status(statuses) } else { Meaning::Nothing };
        WithEnd { meaning, of_values: self.choices.ignored.is_none() }
    }

    /// The values that say nothing, without the rows whose last date gives them a status.
    fn ignored(&self, statuses: &Statuses, with_end: WithEnd) -> Vec<ValueCount> {
        let mut ignored = statuses.ignored.clone();
        for fact in self.facts.list.iter().filter(|fact| fact.value != NONE) {
            let own = statuses.of(fact.value);
            if with_end.of(fact, own) != own {
                let text = self.facts.values.entries()[fact.value as usize].text;
                ignored.iter_mut().filter(|known| known.value == text).for_each(|known| known.count -= 1);
            }
        }
        ignored.retain(|known| known.count > 0);
        ignored
    }

    fn changes(&self, targets: &[Option<usize>], statuses: &Statuses, with_end: WithEnd) -> Changes {
        let has = |role: Role| self.assigned.roles.contains(&role);
        let without = if self.choices.status.is_some() && !has(Role::Status) {
            statuses.meanings.last().copied().unwrap_or(Meaning::Nothing)
        } else {
            Meaning::Nothing
        };
        let meanings = Meanings {
            targets,
            values: &statuses.meanings,
            without,
            with_end,
            notes: has(Role::Title) || has(Role::Text),
            series: self.shape.is_series(),
            snapshot: self.shape == Shape::Snapshot,
            conflicts: self.choices.conflicts,
        };
        let mut found = changes(&self.facts.list, &meanings);
        if self.facts.list.iter().any(|fact| fact.until.is_some()) {
            overlap(&mut found);
        }
        let says = |row: usize| {
            let words = [Role::Title, Role::Text];
            (0..self.table.columns())
                .any(|column| words.contains(&self.assigned.roles[column]) && !self.table.cell(row, column).is_empty())
        };
        let mut notes = BTreeSet::new();
        found.list.retain(|change| {
            let mut is_new =
                || notes.insert((change.target, change.date.name(), title(self.table, &self.assigned.roles, change)));
            change.status.is_some() || says(change.row) && is_new()
        });
        found
    }

    /// Each target with its first row.
    fn first_rows(&self, of_names: &[Option<usize>]) -> Vec<(usize, usize)> {
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        for (target, (_, seen)) in of_names.iter().zip(&self.facts.seen) {
            if let (Some(target), Some(row)) = (target, seen.first()) {
                let known = rows.entry(*target).or_insert(*row);
                *known = (*known).min(*row);
            }
        }
        rows.into_iter().collect()
    }

    /// The status of nearly all rows with a date, if they have only one. Where it has ended, a sheet may not name it again.
    fn only_status(&self, statuses: &Statuses) -> Meaning {
        let of = |fact: &Fact| statuses.of(fact.value);
        let found: Vec<Meaning> =
            self.facts.list.iter().map(of).filter(|meaning| *meaning != Meaning::Nothing).collect();
        let is_usual = found.len() * 10 >= self.facts.list.len() * 8;
        match found.first() {
            Some(Meaning::Status(only)) if is_usual && found.iter().all(|own| *own == Meaning::Status(*only)) => {
                Meaning::Status(*only)
            }
            _ => Meaning::Nothing,
        }
    }

    /// Rows of events with a status and without a source.
    fn unsourced(&self, changes: &Changes) -> Vec<usize> {
        if self.choices.source.as_ref().is_some_and(|source| !source.title.trim().is_empty()) {
            return Vec::new();
        }
        let is_source = |column: &usize| matches!(self.assigned.roles[*column], Role::Source | Role::SourceUrl);
        let columns: Vec<usize> = (0..self.table.columns()).filter(is_source).collect();
        if columns.is_empty() {
            // Also while no row is an event yet, so that all questions come at once.
            let mut rows: Vec<usize> = self.facts.list.iter().map(|fact| fact.row as usize).collect();
            rows.sort_unstable();
            rows.dedup();
            return rows;
        }
        let names_none = |row: &usize| columns.iter().all(|column| is_blank(self.table.cell(*row, *column)));
        changes
            .list
            .iter()
            .filter(|change| change.status.is_some())
            .map(|change| change.row)
            .filter(names_none)
            .collect()
    }

    /// The last day in the sheet.
    fn updated(&self, changes: &Changes) -> String {
        let of_rows = self.facts.list.iter().flat_map(|fact| [Some(fact.date), fact.until]).flatten();
        let of_events = changes.list.iter().filter_map(|change| change.until);
        let last = of_rows.chain(of_events).map(PartialDate::last).max();
        last.unwrap_or(Day::from_number(0)).to_string()
    }

    fn report(&self, places: &Places, statuses: &Statuses, changes: &Changes) -> Report {
        let sheet = self.table.sheet;
        let mut findings = findings::of_file(self.workbook, self.choices, &sheet.name);
        findings.extend(findings::of_table(self.table, self.assigned));
        findings.extend(findings::of_entities(self.facts, &self.assigned.roles));
        findings.extend(findings::of_dates(self.facts, &self.assigned.roles));
        findings.extend(findings::of_numbers(self.facts, &self.assigned.roles));
        findings.extend(of_choices(self.choices, self.table, self.assigned, self.facts));
        findings.extend(self.of_result(statuses, changes));
        let mut used: Vec<usize> = changes.list.iter().map(|change| change.target).collect();
        used.dedup();
        let first = changes.list.iter().map(|change| change.date).min_by_key(|date| date.first());
        let ends = changes.list.iter().flat_map(|change| [Some(change.date), change.until]).flatten();
        Report {
            file: FileReport::of(self.workbook),
            sheet: sheet.name.clone(),
            header: self.table.header,
            rows: (self.table.rows.start + 1, self.table.rows.end),
            shape: self.shape(),
            columns: self.columns(),
            dates: self.dates(),
            statuses: statuses.list.iter().map(Status::report).collect(),
            ignored: Vec::new(),
            ends: statuses.ends.clone(),
            places: places.report.clone(),
            questions: Vec::new(),
            findings,
            events: changes.list.len(),
            entities: used.len(),
            undated: 0,
            first: first.map(|date| date.to_string()),
            last: ends.max_by_key(|date| date.last()).map(|date| date.to_string()),
        }
    }

    fn columns(&self) -> Vec<ColumnReport> {
        let column = |place: usize| ColumnReport {
            letter: letter(place),
            name: self.table.names[place].clone(),
            role: self.assigned.roles[place],
            samples: self.assigned.samples[place].clone(),
        };
        (0..self.table.columns()).map(column).collect()
    }

    fn shape(&self) -> ShapeReport {
        let words = Message::new(self.shape.key(), Vec::new());
        let others = Shape::ALL.into_iter().filter(|shape| *shape != self.shape).collect();
        ShapeReport { id: self.shape, sentence: words.english(), words, others }
    }

    fn dates(&self) -> DateReport {
        let found = &self.facts.dates;
        let Some(order) = found.order else { return DateReport::default() };
        let key = match (order, found.proof.is_some()) {
            (Order::Dmy, false) => "dates.dmy",
            (Order::Dmy, true) => "dates.dmy-proof",
            (Order::Mdy, false) => "dates.mdy",
            (Order::Mdy, true) => "dates.mdy-proof",
            (Order::Ymd, false) => "dates.ymd",
            (Order::Ymd, true) => "dates.ymd-proof",
        };
        let words = Message::new(key, vec![("proof", found.proof.as_deref().into())]);
        DateReport { order: Some(order), sentence: words.english(), words: Some(words) }
    }

    /// Findings about what came out.
    fn of_result(&self, statuses: &Statuses, changes: &Changes) -> Vec<Finding> {
        let mut found = findings::of_changes(changes);
        if statuses.excess > 0 && !statuses.unclassed {
            found.push(Finding::error("found.values", vec![("n", statuses.excess.into())]));
        }
        for color in &statuses.invalid_colors {
            found.push(Finding::error("found.color", vec![("color", color.as_str().into())]));
        }
        if let Some(grid) = self.choices.grid.as_deref().filter(|grid| !NAMES.contains(grid)) {
            found.push(Finding::error("found.grid", vec![("grid", grid.into()), ("known", NAMES.join(", ").into())]));
        }
        let limits = Limits::default();
        for (count, limit, key) in [
            (changes.list.len(), Limit::Events, "found.limit"),
            (statuses.list.len(), Limit::Statuses, "found.limit.statuses"),
        ] {
            let most = limits.of(limit);
            if count > most {
                let values = vec![("n", count.into()), ("most", most.into())];
                found.push(Finding::warning(key, values).at(count, Vec::new()));
            }
        }
        found
    }
}

/// The targets of events, and the target of each name. Names of the same place have the same target.
fn targets(places: &Places) -> (Vec<Target>, Vec<Option<usize>>) {
    let mut list: Vec<Target> = Vec::new();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut known: BTreeMap<(bool, String), usize> = BTreeMap::new();
    let mut of_names = Vec::new();
    for entity in &places.entities {
        let (key, own) = match entity {
            Entity::Place(id) => ((true, id.clone()), None),
            Entity::Own(name, kind) => ((false, format!("{kind} {name}")), Some((name, *kind))),
            Entity::Asked(_) | Entity::Left => {
                of_names.push(None);
                continue;
            }
        };
        let next = list.len();
        let target = *known.entry(key.clone()).or_insert(next);
        if target == next {
            let is_taken = |id: &str| ids.contains(id) || has(&places.grid, id);
            // A name is as long as the format allows.
            let own = own.map(|(name, kind)| (clean(name).chars().take(NAME).collect::<String>(), kind));
            let id = own.as_ref().map_or(key.1, |(name, _)| free_id(name, is_taken));
            // A name can consist of characters that the format refuses.
            let own = own.map(|(name, kind)| (if is_blank(&name) { id.clone() } else { name }, kind));
            ids.insert(id.clone());
            list.push(Target { id, own });
        }
        of_names.push(Some(target));
    }
    (list, of_names)
}
