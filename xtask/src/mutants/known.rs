//! The changes that make no difference, so that no test can notice them: `tests/mutants.txt`.

use std::fs;

use anyhow::{Context, Result};

use super::outcome::Outcome;
use crate::paths;

/// The changes that are not yet found: file and change, as in `src/base/date.rs: replace | with ^ in PartialDate::name`.
pub struct Known(Vec<String>);

impl Known {
    /// Reads the list.
    pub fn read() -> Result<Self> {
        let text =
            fs::read_to_string(paths::root().join("tests/mutants.txt")).context("cannot read tests/mutants.txt")?;
        Ok(Self::of(&text))
    }

    /// A line of the list is a change and, after ` -- `, the reason why it makes no difference.
    fn of(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        Self(lines.filter_map(|line| Some(line.split_once(" -- ")?.0.to_owned())).collect())
    }

    /// The lines about files of these that explained no change: the change has another name now, or a test notices it.
    pub fn stale(&self, files: &[&str]) -> Vec<String> {
        let is_about = |line: &&String| line.split_once(": ").is_some_and(|(file, _)| files.contains(&file));
        self.0.iter().filter(is_about).cloned().collect()
    }

    /// Counts the changes of the list apart. Each line explains one change.
    pub fn explain(&mut self, mut outcome: Outcome) -> Outcome {
        outcome.missed.retain(|missed| {
            let place = self.0.iter().position(|known| *known == without_place(missed));
            outcome.known += usize::from(place.map(|place| self.0.swap_remove(place)).is_some());
            place.is_none()
        });
        outcome
    }
}

/// The name of a change without its line and column, which differ after each edit of the file.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match [parts.next(), parts.next(), parts.next(), parts.next()] {
        [Some(file), Some(_), Some(_), Some(change)] => format!("{file}:{change}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::SUBJECTS;
    use super::*;

    #[test]
    fn a_line_of_the_list_explains_one_change() {
        let text =
            "# File: change -- reason\n\na.rs: replace < with <= in f -- the same\nb.rs: delete ! in g -- the same\n";
        let missed =
            ["a.rs:1:2: replace < with <= in f", "a.rs:9:3: replace < with <= in f", "c.rs:1:1: delete - in f"];
        let outcome = Outcome { noticed: 1, missed: missed.map(str::to_owned).to_vec(), ..Outcome::default() };
        let explained = Known::of(text).explain(outcome);
        assert_eq!(
            (explained.noticed, explained.known, explained.missed),
            (1, 1, missed[1..].iter().map(|name| (*name).to_owned()).collect())
        );
    }

    #[test]
    fn a_line_that_explains_no_change_is_stale_if_its_file_was_changed() {
        let mut known =
            Known::of("a.rs: delete ! in f -- the same\na.rs: delete - in g -- the same\nb.rs: delete ! -- so\n");
        let missed = vec!["a.rs:1:2: delete ! in f".to_owned()];
        known.explain(Outcome { missed, ..Outcome::default() });
        assert_eq!(known.stale(&["a.rs", "c.rs"]), ["a.rs: delete - in g"]);
    }

    #[test]
    fn each_line_of_the_list_has_a_file_of_a_subject_and_a_reason() {
        let text = fs::read_to_string(paths::root().join("tests/mutants.txt")).unwrap();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (change, reason) = line.split_once(" -- ").expect(line);
            let (file, _) = change.split_once(": ").expect(line);
            assert!(SUBJECTS.iter().any(|subject| subject.files.contains(&file)) && !reason.is_empty(), "{line}");
        }
    }

    #[test]
    fn a_change_of_a_path_keeps_its_colons() {
        let name = "a.rs:1:2: replace E::f -> R with R::new in E";
        assert_eq!(without_place(name), "a.rs: replace E::f -> R with R::new in E");
    }
}
