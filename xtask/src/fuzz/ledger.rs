//! The cases of all searches so far, in a committed file, so that the promise of a number of cases can be verified.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::fuzz::TARGETS;
use crate::paths;

/// The cases that each target shall have.
pub const GOAL: u64 = 10_000_000;

/// The number of cases by target.
pub struct Ledger(Vec<(String, u64)>);

impl Ledger {
    /// The file in the repository.
    pub fn read() -> Result<Self> {
        let file = file();
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::parse(&text).with_context(|| format!("{} has a line that is no name and number", file.display()))
    }

    fn parse(text: &str) -> Option<Self> {
        let line = |line: &str| {
            let (target, cases) = line.split_once(' ')?;
            Some((target.to_owned(), cases.parse().ok()?))
        };
        text.lines().map(line).collect::<Option<_>>().map(Self)
    }

    /// Adds the cases of a search and writes the file.
    pub fn add(&mut self, target: &str, cases: u64) -> Result<()> {
        for (known, sum) in &mut self.0 {
            if known == target {
                *sum += cases;
            }
        }
        fs::write(file(), self.text()).with_context(|| format!("cannot write {}", file().display()))
    }

    /// The cases of a target in all searches.
    pub fn cases(&self, target: &str) -> u64 {
        self.0.iter().find(|(known, _)| known == target).map_or(0, |(_, cases)| *cases)
    }

    fn text(&self) -> String {
        self.0.iter().map(|(target, cases)| format!("{target} {cases}\n")).collect()
    }
}

fn file() -> PathBuf {
    paths::root().join("fuzz/cases.txt")
}

/// The targets that have fewer cases than the goal, or all if none has fewer.
pub fn behind(ledger: &Ledger) -> Vec<&'static str> {
    let behind: Vec<_> = TARGETS.into_iter().filter(|target| ledger.cases(target) < GOAL).collect();
    if behind.is_empty() { TARGETS.to_vec() } else { behind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_has_each_target_and_is_written_as_it_was_read() {
        let ledger = Ledger::read().unwrap();
        assert_eq!(ledger.0.iter().map(|(target, _)| target.as_str()).collect::<Vec<_>>(), TARGETS);
        assert_eq!(ledger.text(), fs::read_to_string(file()).unwrap());
        assert!(Ledger::parse("csv many\n").is_none());
    }

    #[test]
    fn the_documentation_has_the_sums_of_the_ledger() {
        let text = fs::read_to_string(paths::root().join("docs/reliability.md")).unwrap();
        for (target, cases) in Ledger::read().unwrap().0 {
            let digits: Vec<char> = cases.to_string().chars().rev().collect();
            let groups: Vec<String> = digits.chunks(3).map(|group| group.iter().rev().collect()).rev().collect();
            let row = format!("| `{target}` | {} |", groups.join(","));
            assert!(text.contains(&row), "docs/reliability.md lacks {row:?}");
        }
    }

    #[test]
    fn without_names_the_search_is_in_the_targets_below_the_goal() {
        let of = |csv: u64, dates: u64| Ledger(vec![("csv".to_owned(), csv), ("dates".to_owned(), dates)]);
        assert_eq!(behind(&of(GOAL - 1, GOAL)).len(), TARGETS.len() - 1);
        assert!(!behind(&of(0, GOAL)).contains(&"dates"));
        let all = Ledger(TARGETS.iter().map(|target| ((*target).to_owned(), GOAL)).collect());
        assert_eq!(behind(&all), TARGETS);
    }
}
