//! Gives each column its role.

use std::collections::BTreeMap;

use crate::import::choices::Choices;
use crate::import::columns::profile::Profile;
use crate::import::columns::{Role, dated};
use crate::import::dates::{Reading, read};
use crate::import::places::{Found, find};
use crate::import::report::letter;
use crate::import::table::Table;
use crate::import::words::{Fit, is_named_as_group, is_named_as_part, roles_of, truth, without_number};
use crate::model::grid::{US_STATES, WORLD};

/// The roles of the columns, and what was not decided.
#[derive(Debug)]
pub(crate) struct Assigned {
    pub(crate) roles: Vec<Role>,
    /// The first different cells of each column.
    pub(crate) samples: Vec<Vec<String>>,
    /// Columns that can have the status, if more than one can and nothing tells which.
    pub(crate) status_candidates: Vec<usize>,
    /// Whether all of these are blank in many rows: more likely each row means one status, and they are marks.
    pub(crate) are_sparse: bool,
    /// Columns that can have the source.
    pub(crate) source_candidates: Vec<usize>,
    /// Columns that name parts of entities in some rows, such as the states of a country.
    pub(crate) part_candidates: Vec<usize>,
    /// What columns of dates are about, such as "PR" and "CL" in "1972 PR" and "1972 CL", if nothing tells which has the
    /// status.
    pub(crate) measures: Vec<String>,
    /// Columns that can have the date, if rows have several dates and statuses.
    pub(crate) date_candidates: Vec<usize>,
    /// Columns whose role a person has chosen.
    pub(crate) chosen: Vec<usize>,
    /// The columns of choices that the table does not have.
    pub(crate) unknown: Vec<String>,
}

/// The most different values that a column of statuses has.
const MOST_STATUSES: usize = 40;
/// The mean length, in letters, of the longest names of statuses.
const LONGEST_STATUS: usize = 60;
/// The fewest columns whose names are dates with what they are about, and the most things that they are about.
const DATED: usize = 4;
const MEASURES: usize = 12;

struct Columns<'t> {
    table: &'t Table<'t>,
    profiles: Vec<Profile>,
    roles: Vec<Option<Role>>,
    date_candidates: Vec<usize>,
}

pub(crate) fn assign(table: &Table<'_>, choices: &Choices) -> Assigned {
    let profiles = (0..table.columns()).map(|column| Profile::of(table, column)).collect();
    let mut columns = Columns { table, profiles, roles: vec![None; table.columns()], date_candidates: Vec::new() };
    let unknown = columns.chosen(choices);
    let chosen = columns.taken();
    columns.at_dates(2);
    let measures = columns.of_dates();
    columns.repeated();
    columns.by_name();
    columns.of_entities();
    columns.entity();
    columns.by_content();
    columns.dates(choices);
    let part_candidates = columns.parts();
    let status_candidates = columns.status(choices, &part_candidates);
    Assigned { measures, chosen, ..columns.finish(unknown, status_candidates, part_candidates) }
}

impl Columns<'_> {
    /// Takes the choices of a person: columns by letter or by name. Returns those that do not exist.
    fn chosen(&mut self, choices: &Choices) -> Vec<String> {
        let (mut unknown, mut measure) = (Vec::new(), None);
        for (key, role) in &choices.columns {
            let by_letter = (0..self.roles.len()).find(|column| letter(*column) == *key);
            match self.table.names.iter().position(|name| name == key).or(by_letter) {
                Some(column) if *role != Role::AtDate || !self.is_measure(key) => self.roles[column] = Some(*role),
                _ if *role == Role::AtDate && self.is_measure(key) => measure = Some(key),
                _ => unknown.push(key.clone()),
            }
        }
        // Roles of single columns count before that of all columns about one thing.
        measure.into_iter().for_each(|name| self.measure(name));
        unknown
    }

    fn is_measure(&self, name: &str) -> bool {
        self.table.names.iter().any(|own| dated(own).is_some_and(|(_, measure)| measure == name))
    }

    /// Takes the columns of dates that are about one thing. The others are not used.
    fn measure(&mut self, name: &str) {
        for (role, own) in self.roles.iter_mut().zip(&self.table.names) {
            if let (None, Some((_, measure))) = (&role, dated(own)) {
                *role = Some(if measure == name { Role::AtDate } else { Role::Ignore });
            }
        }
    }

    /// Columns whose names are dates with what the column is about: "1972 Status". Returns what they are about if a person
    /// must choose.
    fn of_dates(&mut self) -> Vec<String> {
        let is_value = |column: &usize| !self.profiles[*column].share(self.profiles[*column].dates_if_named, 50);
        let found: Vec<usize> =
            self.free().filter(|column| dated(&self.table.names[*column]).is_some() && is_value(column)).collect();
        if self.has(Role::AtDate) || found.len() < DATED || found.len() * 2 < self.roles.len() {
            return Vec::new();
        }
        let mut measures: Vec<String> = Vec::new();
        for (_, measure) in found.iter().filter_map(|column| dated(&self.table.names[*column])) {
            if !measures.iter().any(|known| known == measure) {
                measures.push(measure.to_owned());
            }
        }
        if measures.len() > MEASURES || found.len() < 2 * measures.len() {
            return Vec::new();
        }
        let is_status = |name: &&String| roles_of(name).contains(&(Role::Status, Fit::Name));
        let named = measures.iter().position(|name| is_status(&name));
        self.measure(&measures[named.unwrap_or(0)].clone());
        if named.is_some() || measures.len() == 1 { Vec::new() } else { measures }
    }

    /// Columns that repeat: "Start 1", "End 1", "Start 2", "End 2". A row then has several statuses.
    fn repeated(&mut self) {
        if self.has(Role::AtDate) || self.has(Role::Date) || self.has(Role::StatusDate) {
            return;
        }
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for column in self.free().filter(|column| self.profiles[*column].filled > 0) {
            groups.entry(without_number(&self.table.names[column])).or_default().push(column);
        }
        let of = |role: Role| -> Vec<usize> {
            let is_of = |(name, columns): &(&String, &Vec<usize>)| {
                let is_all = columns.iter().all(|column| self.fits(*column, role));
                columns.len() > 1 && is_all && repeated_role(name) == Some(role)
            };
            groups.iter().find(is_of).map(|(_, columns)| columns.clone()).unwrap_or_default()
        };
        let [dates, ends, statuses] = [Role::Date, Role::End, Role::Status].map(of);
        if dates.is_empty() || ![&ends, &statuses].iter().any(|others| others.len() == dates.len()) {
            return;
        }
        for (role, columns) in [(Role::Date, &dates), (Role::End, &ends), (Role::Status, &statuses)] {
            if columns.len() == dates.len() {
                columns.iter().for_each(|column| self.roles[*column] = Some(role));
            }
        }
    }

    fn free(&self) -> impl Iterator<Item = usize> + use<> {
        let free: Vec<usize> = (0..self.roles.len()).filter(|column| self.roles[*column].is_none()).collect();
        free.into_iter()
    }

    fn taken(&self) -> Vec<usize> {
        (0..self.roles.len()).filter(|column| self.roles[*column].is_some()).collect()
    }

    fn has(&self, role: Role) -> bool {
        self.roles.contains(&Some(role))
    }

    fn first(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|own| *own == Some(role))
    }

    /// Columns whose names are dates, while their cells are not.
    fn at_dates(&mut self, least: usize) {
        let is_date = |name: &str| matches!(read(name), Some(Reading::Date(_) | Reading::Numbers(_)));
        let found: Vec<usize> = self
            .free()
            .filter(|column| is_date(&self.table.names[*column]))
            .filter(|column| !self.profiles[*column].share(self.profiles[*column].dates, 50))
            .collect();
        if found.len() >= least {
            found.into_iter().for_each(|column| self.roles[column] = Some(Role::AtDate));
        }
    }

    /// Roles that the names say and the content does not deny. Whole names count before single words.
    fn by_name(&mut self) {
        for wanted in [Fit::Name, Fit::Word] {
            for column in self.free() {
                let found = roles_of(&self.table.names[column]).into_iter().find(|(role, fit)| {
                    // The best column of entities, dates and statuses is chosen later, among all that have the name.
                    let later = [Role::Entity, Role::Date, Role::Status].contains(role);
                    let is_code = *role != Role::Code || wanted == Fit::Name || self.are_codes(column);
                    *fit == wanted && !later && is_code && !self.has(*role) && self.fits(column, *role)
                });
                if let Some((role, _)) = found {
                    let is_url = role == Role::Source && self.profiles[column].share(self.profiles[column].urls, 50);
                    self.roles[column] = Some(if is_url { Role::SourceUrl } else { role });
                }
            }
        }
    }

    /// Whether the cells of a column can have a role.
    fn fits(&self, column: usize, role: Role) -> bool {
        let own = &self.profiles[column];
        let is_text = !own.share(own.urls, 50) && !own.share(own.dates, 60);
        match role {
            Role::Entity => own.filled > 0 && is_text && !own.share(own.numbers, 50),
            Role::Code => own.filled > 0 && is_text && own.length() <= 10,
            Role::Kind => own.share(own.kinds, 90),
            Role::Date | Role::SourceDate => own.share(own.dates_if_named, 60),
            Role::End | Role::EndYear => own.share(own.ends, 60),
            Role::Year => own.share(own.years, 60) || own.share(own.dates, 60),
            Role::Month | Role::EndMonth => own.share(own.small_numbers.max(own.months), 90),
            Role::Day | Role::EndDay => own.share(own.small_numbers, 90),
            Role::SourceUrl => own.share(own.urls, 50),
            Role::Status => {
                own.filled > 0 && is_text && own.different <= MOST_STATUSES && own.length() <= LONGEST_STATUS
            }
            Role::Source | Role::Title | Role::Text => own.filled > 0 && !own.share(own.dates, 90),
            Role::Part | Role::StatusDate | Role::AtDate | Role::OfEntity | Role::Ignore => true,
        }
    }

    /// Whether the cells are codes or numbers: "geo" in "geo_scope" alone makes no codes of "national" and "regional".
    fn are_codes(&self, column: usize) -> bool {
        let own = &self.profiles[column];
        own.share(own.codes, 50) || own.share(own.numbers, 90) || own.is_places_if_named(50)
    }

    /// Whether the name of a column speaks for a role, and how well.
    fn named(&self, column: usize, role: Role) -> Option<Fit> {
        roles_of(&self.table.names[column]).into_iter().find(|(known, _)| *known == role).map(|(_, fit)| fit)
    }

    /// The column of the entities: the name and the places in it decide. Beside it there may be one of codes.
    fn entity(&mut self) {
        if !self.has(Role::Entity) && !self.has(Role::OfEntity) {
            let fits: Vec<usize> = self.free().filter(|column| self.fits(*column, Role::Entity)).collect();
            let rank = |column: &usize| {
                let named = self.named(*column, Role::Entity).map_or(0, |fit| if fit == Fit::Name { 2 } else { 1 });
                let own = &self.profiles[*column];
                (own.is_places(50), named, own.places, self.roles.len() - column)
            };
            let best = fits
                .into_iter()
                .max_by_key(rank)
                .filter(|column| self.profiles[*column].is_places(50) || self.named(*column, Role::Entity).is_some());
            if let Some(column) = best {
                self.roles[column] = Some(Role::Entity);
            }
        }
        self.codes();
    }

    fn codes(&mut self) {
        let Some(entity) = self.first(Role::Entity) else { return };
        let is_codes = |own: &Profile| own.share(own.codes, 90);
        let other = self.free().find(|column| {
            let own = &self.profiles[*column];
            self.fits(*column, Role::Entity) && (own.is_places(90) || self.named(*column, Role::Entity).is_some())
        });
        let Some(other) = other.filter(|_| !self.has(Role::Code)) else { return };
        if is_codes(&self.profiles[entity]) && !is_codes(&self.profiles[other]) {
            (self.roles[entity], self.roles[other]) = (Some(Role::Code), Some(Role::Entity));
        } else if is_codes(&self.profiles[other]) {
            self.roles[other] = Some(Role::Code);
        }
    }

    /// Columns whose names are places, if no column is named as one of entities.
    fn of_entities(&mut self) {
        let is_named = |column: &usize| self.named(*column, Role::Entity).is_some() && self.fits(*column, Role::Entity);
        let holds = [Role::Entity, Role::Code, Role::OfEntity, Role::AtDate];
        if holds.into_iter().any(|role| self.has(role)) || self.free().any(|column| is_named(&column)) {
            return;
        }
        let is_value = |own: &Profile| own.filled > 0 && !own.share(own.dates_if_named, 90);
        let free: Vec<usize> = self.free().filter(|column| is_value(&self.profiles[*column])).collect();
        let named: Vec<usize> = [WORLD, US_STATES]
            .into_iter()
            .map(|grid| {
                let is_place = |column: &usize| matches!(find(&self.table.names[*column], grid), Found::Exact(_));
                free.iter().copied().filter(is_place).collect::<Vec<_>>()
            })
            .max_by_key(Vec::len)
            .unwrap_or_default();
        if named.len() < 2 || named.len() * 10 < free.len() * 6 {
            return;
        }
        // A name beside them that is no place is probably one that is misspelt.
        free.into_iter().for_each(|column| self.roles[column] = Some(Role::OfEntity));
    }

    /// Roles that only the content tells.
    fn by_content(&mut self) {
        for column in self.free() {
            let own = &self.profiles[column];
            if own.share(own.urls, 90) && !self.has(Role::SourceUrl) {
                self.roles[column] = Some(Role::SourceUrl);
            }
        }
        if !self.has(Role::Entity) && !self.has(Role::OfEntity) {
            // Names that are not known, in a language that the lists do not have: the first column of texts.
            // Codes of places need no names beside them.
            let has_codes = self.first(Role::Code).is_some_and(|column| self.profiles[column].is_places_if_named(50));
            let is_name = |column: &usize| {
                let is_answer = self.profiles[*column].is_truth() || self.named(*column, Role::Status).is_some();
                self.fits(*column, Role::Entity) && !is_answer
            };
            let first = self.free().find(|column| is_name(column)).filter(|_| !has_codes);
            if let Some(column) = first {
                self.roles[column] = Some(Role::Entity);
            }
        }
    }

    /// The column of the dates; several if each has the date of a status of its own.
    fn dates(&mut self, choices: &Choices) {
        if self.has(Role::Date) || self.has(Role::AtDate) {
            return;
        }
        // Only a person gives this role before: the column is one of several, not the only one.
        let has_chosen = self.has(Role::StatusDate);
        let year = self.first(Role::Year);
        let is_chosen = choices.columns.values().any(|role| *role == Role::Year);
        if let Some((year, date)) = year.filter(|_| !has_chosen && !is_chosen).zip(self.whole_date()) {
            // Beside whole dates the year says nothing more.
            (self.roles[year], self.roles[date]) = (Some(Role::Ignore), Some(Role::Date));
            return;
        }
        if year.is_some() && !has_chosen {
            if !self.has(Role::Month) {
                // A year alone is a whole date.
                let year = self.first(Role::Year);
                year.into_iter().for_each(|column| self.roles[column] = Some(Role::Date));
            }
            return;
        }
        let is_named = |column: &usize, fit: Fit| self.named(*column, Role::Date) == Some(fit);
        let fits: Vec<usize> = self
            .free()
            .filter(|column| {
                let named = self.named(*column, Role::Date).is_some() && self.fits(*column, Role::Date);
                named || self.profiles[*column].share(self.profiles[*column].dates, 90)
            })
            .collect();
        let by_name = fits.iter().find(|column| is_named(column, Fit::Name));
        match (by_name, fits.as_slice()) {
            _ if has_chosen => {
                let end = self.first(Role::End).filter(|_| !choices.columns.values().any(|role| *role == Role::End));
                fits.into_iter().chain(end).for_each(|column| self.roles[column] = Some(Role::StatusDate));
            }
            (Some(column), _) => self.roles[*column] = Some(Role::Date),
            (None, [column]) => self.roles[*column] = Some(Role::Date),
            (None, []) => self.at_dates(1),
            // Beside several dates an end is one of them: signed, ratified, withdrawn.
            (None, several) if self.are_events(several) => {
                self.roles[several[0]] = Some(Role::Date);
                self.date_candidates = several.to_vec();
            }
            (None, several) => {
                let end = self.first(Role::End);
                several.iter().copied().chain(end).for_each(|column| self.roles[column] = Some(Role::StatusDate));
            }
        }
    }

    /// Whether rows with two or three dates are events: entities come again and again, and a column can have the status.
    fn are_events(&self, dates: &[usize]) -> bool {
        let Some(entity) = self.first(Role::Entity).or(self.first(Role::Code)) else { return false };
        let own = &self.profiles[entity];
        let tells = |column: &usize| {
            let own = &self.profiles[*column];
            !dates.contains(column)
                && self.fits(*column, Role::Status)
                && own.different > 1
                && own.different < own.filled
                && self.is_full(*column)
                && own.numbers == 0
                && !is_named_as_part(&self.table.names[*column])
        };
        dates.len() < 4 && own.different * 2 < own.filled && self.free().any(|column| tells(&column))
    }

    /// A column beside one of years that is named as one of dates and has days or months.
    fn whole_date(&self) -> Option<usize> {
        // "Year of conviction" is less of a date than "final action date" is.
        let year = self.first(Role::Year).and_then(|column| self.named(column, Role::Year));
        self.free().find(|column| {
            let own = &self.profiles[*column];
            let named = self.named(*column, Role::Date);
            (named == Some(Fit::Name) || named.is_some() && year == Some(Fit::Word))
                && own.share(own.dates, 90)
                && !own.share(own.years, 50)
                && !self.has(Role::Month)
        })
    }

    /// Columns that are named as one of regions and are blank in some rows of an entity: these are about the whole.
    fn parts(&self) -> Vec<usize> {
        let Some(entity) = self.first(Role::Entity).filter(|_| !self.has(Role::Part)) else { return Vec::new() };
        let is_part = |column: &usize| {
            let own = &self.profiles[*column];
            is_named_as_part(&self.table.names[*column]) && self.fits(*column, Role::Entity) && !own.is_truth()
        };
        let fits = self.free().filter(is_part);
        fits.filter(|column| self.is_of_some_rows(*column, entity)).collect()
    }

    /// Whether an entity has rows with a text in a column and rows without one, or others have their own name there.
    fn is_of_some_rows(&self, column: usize, entity: usize) -> bool {
        let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
        let (mut own, mut others) = (0, 0);
        let is_mixed = self.table.rows.clone().any(|row| {
            let (name, part) = (self.table.cell(row, entity), self.table.cell(row, column));
            own += usize::from(!part.is_empty() && part == name);
            others += usize::from(!part.is_empty() && part != name);
            let is_whole = part.is_empty() || part == name;
            !name.is_empty() && *seen.entry(name).or_insert(is_whole) != is_whole
        });
        is_mixed || others > 0 && own * 3 > others
    }

    /// The column of the statuses. Returns the columns among which a person must choose.
    fn status(&mut self, choices: &Choices, parts: &[usize]) -> Vec<usize> {
        let has_it = [Role::Status, Role::StatusDate, Role::AtDate, Role::OfEntity];
        if choices.status.is_some() || has_it.into_iter().any(|role| self.has(role)) {
            return Vec::new();
        }
        let is_number_of_row =
            |column: usize| self.table.names[column].is_empty() && self.profiles[column].are_different_numbers();
        let is_status = |column: &usize| {
            !is_number_of_row(*column)
                && self.fits(*column, Role::Status)
                && !parts.contains(column)
                && (self.named(*column, Role::Status).is_some() || !is_named_as_group(&self.table.names[*column]))
        };
        let fits: Vec<usize> = self.free().filter(is_status).collect();
        let with = |wanted: &dyn Fn(usize) -> bool| -> Vec<usize> {
            fits.iter().copied().filter(|column| wanted(*column)).collect()
        };
        let by_name = with(&|column| self.named(column, Role::Status) == Some(Fit::Name));
        let by_word = with(&|column| self.named(column, Role::Status).is_some());
        let repeated = with(&|column| self.profiles[column].different < self.profiles[column].filled);
        for found in [&by_name, &by_word, &fits, &repeated] {
            if let [column] = *found.as_slice()
                && (self.named(column, Role::Status).is_some() || self.is_full(column))
            {
                self.roles[column] = Some(Role::Status);
                return Vec::new();
            }
        }
        let mut found = if repeated.is_empty() { fits } else { repeated };
        // Those that are named as statuses come first.
        found.sort_by_key(|column| self.named(*column, Role::Status).map_or(2, |fit| usize::from(fit == Fit::Word)));
        found
    }

    /// Whether most rows have a cell: a column with marks in a few rows tells no status of the others.
    fn is_full(&self, column: usize) -> bool {
        let entity = self.first(Role::Entity).or(self.first(Role::Code)).unwrap_or(column);
        self.profiles[column].filled * 10 >= self.profiles[entity].filled * 8
    }

    fn finish(self, unknown: Vec<String>, status_candidates: Vec<usize>, part_candidates: Vec<usize>) -> Assigned {
        let has_source = self.has(Role::Source) || self.has(Role::SourceUrl);
        let is_source = |column: &usize| {
            let own = &self.profiles[*column];
            // One value for all rows, and yes or no, name no source.
            let tells = own.different > 1 && !own.samples.iter().all(|cell| truth(cell).is_some());
            let is_only = own.filled == 1;
            !has_source && (tells || is_only) && !own.share(own.numbers, 50) && !own.share(own.dates, 50)
        };
        let are_sparse = !status_candidates.iter().any(|column| self.is_full(*column));
        let source_candidates = self.free().filter(is_source).collect();
        Assigned {
            roles: self.roles.into_iter().map(|role| role.unwrap_or(Role::Ignore)).collect(),
            samples: self.profiles.into_iter().map(|profile| profile.samples).collect(),
            status_candidates,
            are_sparse,
            source_candidates,
            part_candidates,
            measures: Vec::new(),
            chosen: Vec::new(),
            date_candidates: self.date_candidates,
            unknown,
        }
    }
}

/// The role of columns that repeat with this name. An "end date" is an end.
fn repeated_role(name: &str) -> Option<Role> {
    let found = roles_of(name);
    let has = |role: Role| found.iter().any(|(known, _)| *known == role);
    let first = || found.iter().map(|(role, _)| *role).find(|role| [Role::Date, Role::Status].contains(role));
    if has(Role::End) { Some(Role::End) } else { first() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::workbook::Workbook;

    fn assigned(text: &str) -> Assigned {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let table = Table::find(&book.sheets[0], &Choices::default());
        assign(&table, &Choices::default())
    }

    fn roles(text: &str) -> Vec<Role> {
        assigned(text).roles
    }

    /// The roles of columns with choices.
    fn chosen(text: &str, choices: &str) -> Vec<Role> {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let choices: Choices = serde_json::from_str(choices).unwrap();
        assign(&Table::find(&book.sheets[0], &choices), &choices).roles
    }

    #[test]
    fn yes_and_no_and_a_value_that_all_rows_have_are_offered_as_no_source() {
        let text = "country,date,status,Checked,Batch,Paper\nDE,2020,a,Yes,one,Herald\nFR,2020,b,No,one,Gazette\n";
        assert_eq!(assigned(text).source_candidates, [5]);
        assert_eq!(assigned("country,date,status,Paper\nDE,2020,a,Y Daily\n").source_candidates, [3]);
    }

    #[test]
    fn roles_come_from_names_and_content() {
        use Role::{AtDate, Code, Date, End, Entity, Ignore, OfEntity, Source, SourceUrl, Status, StatusDate, Year};
        for (text, expected) in [
            ("country,date,status,source\nDE,2020-03-01,banned,X\n", [Entity, Date, Status, Source].as_slice()),
            ("State,2012,2016\nTexas,legal,legal\n", &[Entity, AtDate, AtDate]),
            (
                "state,start date,end date,order type,url\nOhio,3/2/2020,,Home,https://a.example/\nIowa,3/2/2020,4/2/2020,Home,\n",
                &[Entity, Date, End, Status, SourceUrl],
            ),
            ("Ausztria;1995.01.01\nFinnország;1995.01.01\nMálta;2004.05.01\n", &[Entity, Date]),
            (
                "Country,Signed,Ratified\nItaly,2001-01-02,2003-01-02\nSpain,2001-01-02,2003-01-02\n",
                &[Entity, StatusDate, StatusDate],
            ),
            (
                "Country,Banned?,Since,Where from\nIndia,Yes,29 June 2020,Gazette\nNepal,Yes,2024,Cabinet\n",
                &[Entity, Status, Date, Ignore],
            ),
            ("date,Italy,Spain,Frnce\n2020-01-01,a,b,a\n2020-02-01,a,b,b\n", &[Date, OfEntity, OfEntity, OfEntity]),
            ("country,name,2007,2008\nDOM,Dominica,a,b\nITA,Italy,b,b\n", &[Code, Entity, AtDate, AtDate]),
            ("state,year,month,in_force\nTexas,2022,8,1\nIdaho,2022,8,1\n", &[Entity, Year, Role::Month, Status]),
            ("Entity,Code,Year,Status of it\nItaly,ITA,1995,x\nItaly,ITA,1996,y\n", &[Entity, Code, Date, Status]),
            (
                "State,Effective,Rolled back\nOhio,2020-03-01,2020-05-01\nUtah,2020-03-01,2020-05-01\n",
                &[Entity, Date, End],
            ),
        ] {
            assert_eq!(roles(text), expected, "{text}");
        }
    }

    #[test]
    fn words_for_yes_and_no_and_words_as_short_as_codes_are_no_places() {
        use Role::{Code, Date, Entity, Status};
        for (text, expected) in [
            ("iso_code,date,value\nFR,2020-01-01,Yes\nFR,2020-01-02,Yes\nDE,2020-01-01,No\n", [Code, Date, Status]),
            ("iso_code,date,value\nfr,2020-01-01,ban\nde,2020-01-02,ban\n", [Code, Date, Status]),
            ("Province,Banned?,Since\nOntario,Yes,2019\nQuebec,No,2020\nAlberta,Yes,2021\n", [Entity, Status, Date]),
            ("Kanton,Policy,Since\nZug,ban,2019\nUri,partial,2020\nBern,ban,2021\n", [Entity, Status, Date]),
            ("x,y,since\nNO,Yes,2019\nSE,No,2020\nDK,Yes,2021\n", [Entity, Status, Date]),
        ] {
            assert_eq!(roles(text), expected, "{text}");
        }
    }

    #[test]
    fn a_chosen_column_of_dates_is_one_of_several() {
        use Role::{Entity, Ignore, StatusDate};
        let text = "Country,Signed,Ratified,In force\nIran,1997-12-03,pending,1999-03-01\nCuba,,soon,2004-03-01\n";
        let ratified = r#"{"columns":{"Ratified":"status-date"}}"#;
        assert_eq!(chosen(text, ratified), [Entity, StatusDate, StatusDate, StatusDate]);
        let without_force = r#"{"columns":{"Ratified":"status-date","In force":"ignore"}}"#;
        assert_eq!(chosen(text, without_force), [Entity, StatusDate, StatusDate, Ignore]);
    }

    #[test]
    fn a_chosen_column_of_years_is_kept_beside_one_of_dates() {
        use Role::{Date, Entity, Ignore, Status};
        let text = "Country,Year of ban,Date,Status\nItaly,1999,2020-03-01,banned\nSpain,2001,2020-04-01,free\n";
        assert_eq!(roles(text), [Entity, Ignore, Date, Status]);
        assert_eq!(chosen(text, r#"{"columns":{"Year of ban":"year"}}"#), [Entity, Date, Ignore, Status]);
    }

    #[test]
    fn a_chosen_column_keeps_its_role_beside_those_about_one_thing() {
        use Role::{AtDate, Entity, Ignore, Text};
        let text = "Country,1972 PR,1972 CL,1973 PR,1973 CL\nItaly,1,2,3,4\nSpain,5,6,7,1\n";
        let choices = r#"{"columns":{"1973 PR":"ignore","1972 CL":"text","PR":"at-date"}}"#;
        assert_eq!(chosen(text, choices), [Entity, AtDate, Text, Ignore, Ignore]);
    }

    #[test]
    fn a_column_that_is_named_as_a_status_can_be_one_of_groups() {
        use Role::{Date, Entity, Ignore, Status};
        let of = |name: &str| {
            roles(&format!("Country,Date,{name}\nItaly,2020-01-01,x\nSpain,2021-01-01,y\nCuba,2021-02-01,x\n"))
        };
        assert_eq!(of("Region status"), [Entity, Date, Status]);
        assert_eq!(of("Region"), [Entity, Date, Ignore]);
    }

    #[test]
    fn a_few_other_cells_leave_a_column_one_of_years() {
        let text = "State,Year,Law\nOhio,1995,a\nUtah,since 2013,b\nIowa,2010,a\nIdaho,1985*,b\nTexas,2005,a\n";
        assert_eq!(roles(text), [Role::Entity, Role::Date, Role::Status]);
    }

    #[test]
    fn marks_of_treaties_leave_a_column_one_of_dates() {
        use Role::{Entity, StatusDate};
        let text = "Country,Signed,Ratified\nIran,1997-12-03,2003-09-25 a\nCuba,1998-01-01,2004-03-01 d\n";
        assert_eq!(roles(text), [Entity, StatusDate, StatusDate]);
    }

    #[test]
    fn a_column_of_regions_that_is_blank_for_the_whole_is_asked() {
        let parts = |rows: &str| assigned(&format!("Country,Region,Date,Status\n{rows}")).part_candidates;
        assert_eq!(parts("Italy,,2020-01-01,open\nItaly,Lazio,2020-01-01,shut\n"), [1]);
        // A group of countries that is written once, as in merged cells.
        assert_eq!(parts("Italy,South,2020-01-01,open\nSpain,,2020-01-01,shut\n"), [0; 0]);
        assert_eq!(parts("Italy,Lazio,2020-01-01,open\nItaly,Umbria,2020-01-01,shut\n"), [0; 0]);
    }

    #[test]
    fn several_columns_that_can_be_the_status_are_asked() {
        let found = assigned("country,code,date,C1,C6\nItaly,ITA,20200201,0,1\nItaly,ITA,20200202,0,1\n");
        assert_eq!(found.status_candidates, [3, 4]);
        assert_eq!(found.roles[3], Role::Ignore);
    }
}
