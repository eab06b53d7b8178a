//! What the rows of a table say: which entity, when, which value. All shapes become the same list.

use std::collections::BTreeMap;

use crate::base::case::small;
use crate::base::date::PartialDate;
use crate::import::columns::Role;
use crate::import::columns::dated;
use crate::import::dates::{DateColumn, DateColumns, Order, Reading, date, month_of, plain_digits, read};
use crate::import::marks::date_without_marks;
use crate::import::places::Name;
use crate::import::shape::Shape;
use crate::import::table::Table;
use crate::import::texts::Texts;
use crate::import::words::{is_open_end, says_nothing};

/// No date or no value.
pub(crate) const NONE: u32 = u32::MAX;

/// One statement of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact {
    /// The number of the entity.
    pub(crate) entity: u32,
    /// The number of the value; [`NONE`] if the row has none.
    pub(crate) value: u32,
    pub(crate) row: u32,
    pub(crate) date: PartialDate,
    pub(crate) until: Option<PartialDate>,
}

/// What the rows say.
#[derive(Debug, Default)]
pub(crate) struct Facts<'t> {
    pub(crate) names: Vec<Name<'t>>,
    /// How often each name comes, and the first rows with it.
    pub(crate) seen: Vec<(usize, Vec<usize>)>,
    pub(crate) values: Texts<'t>,
    pub(crate) list: Vec<Fact>,
    pub(crate) dates: DateColumns,
    /// Rows that have a value and no entity.
    pub(crate) nameless: Vec<usize>,
    /// Rows that have an entity and no date.
    pub(crate) undated: Vec<usize>,
    /// Rows whose entity is that of a row above.
    pub(crate) filled_down: Vec<usize>,
    /// Rows about parts of entities. They are left out.
    pub(crate) parts: Vec<usize>,
    /// Rows in which a status is left out because another one, which usually follows it, has the same date.
    pub(crate) followed: Vec<usize>,
    /// Rows whose end is before their beginning. They are left out.
    pub(crate) backwards: Vec<usize>,
}

/// How a date is written in a row.
#[derive(Debug)]
enum DateParts {
    Whole(usize),
    Parts { year: usize, month: Option<usize>, day: Option<usize> },
}

/// The columns of a status, its first and its last date.
#[derive(Debug)]
struct Spell {
    start: Option<DateParts>,
    end: Option<DateParts>,
    status: Option<usize>,
}

/// What a row says about a status, with the numbers of its texts.
struct Spelt {
    entity: u32,
    value: u32,
    row: usize,
    start: u32,
    end: u32,
}

/// The columns that the rows are read from.
struct Reader<'t> {
    table: &'t Table<'t>,
    roles: &'t [Role],
    entities: Entities<'t>,
    facts: Facts<'t>,
}

/// A date in a column of dates of one status.
#[derive(Debug)]
struct Dated {
    entity: u32,
    /// The place of the column among those of dates.
    place: usize,
    row: usize,
    date: PartialDate,
}

/// How often the date of one column comes before that of another one in the same row.
fn steps(dates: &[Dated], columns: usize) -> Vec<Vec<usize>> {
    let mut steps = vec![vec![0; columns]; columns];
    for of_row in dates.chunk_by(|one, other| one.row == other.row) {
        for one in of_row {
            for other in of_row.iter().filter(|other| one.date.last() < other.date.first()) {
                steps[one.place][other.place] += 1;
            }
        }
    }
    steps
}

/// Reads all rows. `status` says that a row without a status column means one status. `snapshot` is the date of a sheet
/// without dates.
pub(crate) fn facts<'t>(
    table: &'t Table<'t>,
    roles: &'t [Role],
    shape: Shape,
    order: Option<Order>,
    snapshot: Option<PartialDate>,
) -> Facts<'t> {
    let mut reader = Reader { table, roles, entities: Entities::default(), facts: Facts::default() };
    match shape {
        Shape::Wide => reader.wide(order),
        Shape::WideEntities => reader.wide_entities(order),
        Shape::Dates => reader.status_dates(order),
        Shape::Snapshot => reader.long(order, snapshot),
        _ => reader.long(order, None),
    }
    reader.facts.names = reader.entities.names;
    reader.facts.seen = reader.entities.seen;
    reader.facts
}

impl<'t> Reader<'t> {
    fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|own| *own == role)
    }

    fn columns(&self, role: Role) -> Vec<usize> {
        (0..self.roles.len()).filter(|column| self.roles[*column] == role).collect()
    }

    /// A row is an entity, a date and a value.
    fn long(&mut self, order: Option<Order>, fixed: Option<PartialDate>) {
        let spells = self.spells();
        let mut texts: Vec<(Texts<'t>, Texts<'t>)> = spells.iter().map(|_| Default::default()).collect();
        let mut raw = Vec::new();
        for row in self.table.rows.clone() {
            let Some(entity) = self.entity(row) else { continue };
            for (number, (spell, (starts, ends))) in spells.iter().zip(&mut texts).enumerate() {
                let cell = |parts: &Option<DateParts>| match parts {
                    Some(DateParts::Whole(column)) => Some(self.table.cell(row, *column)),
                    _ => None,
                };
                let start = cell(&spell.start);
                if number > 0 && start.is_none_or(str::is_empty) {
                    continue;
                }
                let value = spell.status.map_or("", |column| self.table.cell(row, column));
                let value = if value.is_empty() { NONE } else { self.facts.values.add(value, row) };
                let start = start.map_or(NONE, |cell| starts.add(cell, row));
                let is_open = |cell: &str| is_open_end(cell) || says_nothing(cell);
                let end = cell(&spell.end).map_or(NONE, |cell| ends.add(if is_open(cell) { "" } else { cell }, row));
                raw.push((number, Spelt { entity, value, row, start, end }));
            }
        }
        let pairs: Vec<(&Option<DateParts>, &Texts<'_>)> = spells
            .iter()
            .zip(&texts)
            .flat_map(|(spell, (starts, ends))| [(&spell.start, starts), (&spell.end, ends)])
            .collect();
        let columns = self.read_dates(&pairs, order);
        for (number, own) in raw {
            let (start, end) = (columns[2 * number].as_ref(), columns[2 * number + 1].as_ref());
            self.spelt(&spells[number], own, (start, end), fixed);
        }
    }

    /// Adds what a row says about one status.
    fn spelt(
        &mut self,
        spell: &Spell,
        own: Spelt,
        (start, end): (Option<&DateColumn>, Option<&DateColumn>),
        fixed: Option<PartialDate>,
    ) {
        let date = fixed.or_else(|| self.date(&spell.start, start, own.start, own.row));
        let until = self.date(&spell.end, end, own.end, own.row).filter(|until| !stands_for_no_end(*until));
        let Some(date) = date else {
            self.undated(&spell.start, own.row);
            return;
        };
        if until.is_some_and(|until| until.last() < date.first()) {
            self.facts.backwards.push(own.row);
            return;
        }
        self.facts.list.push(Fact { entity: own.entity, value: own.value, row: own.row as u32, date, until });
    }

    /// The columns of the statuses that a row has: usually one, several where columns repeat.
    fn spells(&self) -> Vec<Spell> {
        let [dates, ends, statuses] = [Role::Date, Role::End, Role::Status].map(|role| self.columns(role));
        if dates.len() < 2 {
            let start = self.date_of([Role::Date, Role::Year, Role::Month, Role::Day]);
            let end = self.date_of([Role::End, Role::EndYear, Role::EndMonth, Role::EndDay]);
            return vec![Spell { start, end, status: statuses.first().copied() }];
        }
        let of =
            |columns: &[usize], number: usize| columns.get(number).copied().filter(|_| columns.len() == dates.len());
        let spell = |(number, date): (usize, &usize)| Spell {
            start: Some(DateParts::Whole(*date)),
            end: of(&ends, number).map(DateParts::Whole),
            status: of(&statuses, number).or(statuses.first().copied()),
        };
        dates.iter().enumerate().map(spell).collect()
    }

    /// A row is an entity, a column a date.
    fn wide(&mut self, order: Option<Order>) {
        let columns = self.columns(Role::AtDate);
        let dates = self.header_dates(&columns, order);
        for row in self.table.rows.clone() {
            let Some(entity) = self.entity(row) else { continue };
            for (column, date) in columns.iter().zip(&dates) {
                let (cell, Some(date)) = (self.table.cell(row, *column), *date) else { continue };
                if !cell.is_empty() {
                    let value = self.facts.values.add(cell, row);
                    self.facts.list.push(Fact { entity, value, row: row as u32, date, until: None });
                }
            }
        }
    }

    /// A row is a date, a column an entity.
    fn wide_entities(&mut self, order: Option<Order>) {
        let columns = self.columns(Role::OfEntity);
        let table = self.table;
        let start = self.date_of([Role::Date, Role::Year, Role::Month, Role::Day]);
        let mut texts = Texts::default();
        let mut raw = Vec::new();
        for row in table.rows.clone() {
            let text = match &start {
                Some(DateParts::Whole(column)) => texts.add(table.cell(row, *column), row),
                _ => NONE,
            };
            for column in &columns {
                let cell = table.cell(row, *column);
                if table.names[*column].is_empty() {
                    // A column beyond the last name has no entity.
                    self.facts.nameless.extend((!cell.is_empty()).then_some(row));
                } else if !cell.is_empty() {
                    let entity = self.entities.add(Name { name: &table.names[*column], ..Name::default() }, row);
                    raw.push((entity, self.facts.values.add(cell, row), row, text));
                }
            }
        }
        let dates = self.read_dates(&[(&start, &texts)], order);
        for (entity, value, row, text) in raw {
            match self.date(&start, dates[0].as_ref(), text, row) {
                Some(date) => self.facts.list.push(Fact { entity, value, row: row as u32, date, until: None }),
                None => self.undated(&start, row),
            }
        }
    }

    /// A row is an entity, a column has the dates of one status.
    fn status_dates(&mut self, order: Option<Order>) {
        let columns = self.columns(Role::StatusDate);
        let table = self.table;
        let mut texts: Vec<Texts<'t>> = columns.iter().map(|_| Texts::default()).collect();
        let mut raw = Vec::new();
        for row in table.rows.clone() {
            let Some(entity) = self.entity(row) else { continue };
            for (place, column) in columns.iter().enumerate() {
                let cell = table.cell(row, *column);
                if !cell.is_empty() {
                    raw.push((entity, place, row, texts[place].add(cell, row)));
                }
            }
        }
        let named: Vec<(usize, &Texts<'_>)> = columns.iter().copied().zip(&texts).collect();
        let dates = self.facts.dates.read(&named, order);
        let mut found: Vec<Dated> = Vec::new();
        for (entity, place, row, text) in raw {
            let date = dates[place].dates[text as usize].map(|found| found.date);
            found.extend(date.map(|date| Dated { entity, place, row, date }));
        }
        let steps = steps(&found, columns.len());
        for of_row in found.chunk_by(|one, other| one.row == other.row) {
            for Dated { entity, place, row, date } in of_row {
                // On one day, what usually comes later counts: a treaty is signed before it is ratified.
                let is_followed = |other: &Dated| {
                    date.day().is_some()
                        && other.date.names_the_same(*date)
                        && steps[*place][other.place] > 4 * steps[other.place][*place]
                };
                if of_row.iter().any(is_followed) {
                    // A row can have several such dates.
                    self.facts.followed.extend((self.facts.followed.last() != Some(row)).then_some(*row));
                    continue;
                }
                let value = self.facts.values.add(&table.names[columns[*place]], *row);
                self.facts.list.push(Fact { entity: *entity, value, row: *row as u32, date: *date, until: None });
            }
        }
    }

    /// Notes a row without a date. A cell that is no date has a finding of its own.
    fn undated(&mut self, parts: &Option<DateParts>, row: usize) {
        let is_unread = matches!(parts, Some(DateParts::Whole(column)) if !self.table.cell(row, *column).is_empty());
        if !is_unread && self.facts.undated.last() != Some(&row) {
            self.facts.undated.push(row);
        }
    }

    /// The number of the entity of a row; `None` if the row has none.
    fn entity(&mut self, row: usize) -> Option<u32> {
        let cell = |column: Option<usize>| column.map_or("", |column| self.table.cell(row, column));
        let part = cell(self.column(Role::Part));
        let [name, code, kind] = [Role::Entity, Role::Code, Role::Kind].map(|role| cell(self.column(role)));
        // The name of the whole again is no part.
        if !part.is_empty() && part != name {
            self.facts.parts.push(row);
            return None;
        }
        let name = Name { name, code, kind };
        if name.text().is_empty() {
            if self.table.sheet.filled(row) == 0 {
                return None;
            }
            // Cells that are merged across rows have their text only in the first one.
            let above = self.entities.last.filter(|_| self.table.sheet.filled(row) > 1);
            if above.is_some() { &mut self.facts.filled_down } else { &mut self.facts.nameless }.push(row);
            return above;
        }
        Some(self.entities.add(name, row))
    }

    /// The columns of a date: one with all of it, or one for each part.
    fn date_of(&self, [whole, year, month, day]: [Role; 4]) -> Option<DateParts> {
        if let Some(column) = self.column(whole) {
            return Some(DateParts::Whole(column));
        }
        let year = self.column(year)?;
        Some(DateParts::Parts { year, month: self.column(month), day: self.column(day) })
    }

    /// The dates of each pair; none if its date is in parts.
    fn read_dates(
        &mut self,
        pairs: &[(&Option<DateParts>, &Texts<'_>)],
        order: Option<Order>,
    ) -> Vec<Option<DateColumn>> {
        let whole = |(parts, _): &(&Option<DateParts>, &Texts<'_>)| match parts {
            Some(DateParts::Whole(column)) => Some(*column),
            _ => None,
        };
        let columns: Vec<(usize, &Texts<'_>)> = pairs.iter().filter_map(|pair| Some((whole(pair)?, pair.1))).collect();
        let mut found = self.facts.dates.read(&columns, order).into_iter();
        pairs.iter().map(|pair| whole(pair).and_then(|_| found.next())).collect()
    }

    /// The date of a row.
    fn date(
        &self,
        parts: &Option<DateParts>,
        column: Option<&DateColumn>,
        text: u32,
        row: usize,
    ) -> Option<PartialDate> {
        match parts.as_ref()? {
            DateParts::Whole(_) => Some(column?.dates[text as usize]?.date),
            DateParts::Parts { year, month, day } => {
                let cell = |column: usize| small(plain_digits(date_without_marks(self.table.cell(row, column))).trim());
                let year = cell(*year).parse::<i32>().ok().filter(|year| (1..=9_999).contains(year))?;
                let month = month.and_then(|column| {
                    let text = cell(column);
                    text.parse::<u8>().ok().filter(|month| (1..=12).contains(month)).or_else(|| month_of(&text))
                });
                let day = month.and(day.and_then(|column| cell(column).parse::<u8>().ok()).filter(|day| *day > 0));
                date(year, month, day, "")
            }
        }
    }

    /// The dates that the names of columns say.
    fn header_dates(&mut self, columns: &[usize], order: Option<Order>) -> Vec<Option<PartialDate>> {
        let table = self.table;
        // The row above the first one of the table has the names.
        let row = table.rows.start.saturating_sub(1);
        let mut texts: Vec<Texts<'t>> = columns.iter().map(|_| Texts::default()).collect();
        for (column, texts) in columns.iter().zip(&mut texts) {
            let name = table.names[*column].as_str();
            texts.add(dated(name).map_or(name, |(date, _)| date), row);
        }
        let named: Vec<(usize, &Texts<'_>)> = columns.iter().copied().zip(&texts).collect();
        let dates = self.facts.dates.read(&named, order);
        dates.iter().map(|column| column.dates[0].map(|found| found.date)).collect()
    }
}

/// Whether a date means that there is no end: databases then have 9999-12-31 or 2999-12-31.
fn stands_for_no_end(until: PartialDate) -> bool {
    [2_999, 9_999].contains(&until.year())
}

/// The date that a person has typed.
pub(crate) fn typed(text: &str) -> Option<PartialDate> {
    match read(text)? {
        Reading::Date(found) => Some(found.date),
        Reading::Serial(date) => Some(date),
        Reading::Numbers(_) | Reading::BeforeZero => None,
    }
}

/// Names of entities, each once.
#[derive(Debug, Default)]
struct Entities<'t> {
    numbers: BTreeMap<Name<'t>, u32>,
    names: Vec<Name<'t>>,
    seen: Vec<(usize, Vec<usize>)>,
    /// The entity of the row before.
    last: Option<u32>,
}

/// The most rows that are kept for a name.
const ROWS: usize = 5;

impl<'t> Entities<'t> {
    fn add(&mut self, name: Name<'t>, row: usize) -> u32 {
        let number = match self.last {
            Some(last) if self.names[last as usize] == name => last,
            _ => {
                let next = self.names.len() as u32;
                let number = *self.numbers.entry(name).or_insert(next);
                if number == next {
                    self.names.push(name);
                    self.seen.push((0, Vec::new()));
                }
                number
            }
        };
        let (count, rows) = &mut self.seen[number as usize];
        *count += 1;
        if rows.len() < ROWS {
            rows.push(row);
        }
        self.last = Some(number);
        number
    }
}
