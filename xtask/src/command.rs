//! The command line of `cargo xtask`.

use std::path::PathBuf;

use crate::fuzz::TARGETS;
use crate::mutants::{SUBJECTS, Subject};

/// The help. `cargo xtask` also prints it for a wrong command line.
pub const HELP: &str = "\
usage: cargo xtask COMMAND

  build                         make the release package in pkg/ and print the size of each part
  release                       make the files of a release in dist/: packages, programs, hashes, lists of parts
  demo [--port N]               build, then serve the demo article on http://127.0.0.1:8080/ and the gallery beside it
  test [PART]                   run every check, or one part: quick (takes two minutes), native, wasm, widget
  test --repeat N NAME...       run unit and browser tests N times if their file or name contains a NAME; print how often
                                each test failed
  bless                         write what tests draw and print now as the expected results; fails if one has changed
  bench [SIZE...]               compare the speed of the widget with other ways to draw the same figure, and write the
                                table of docs/performance.md; SIZE: S, M, L (all of them if there is none)
  coverage                      measure which lines of src/ and www/ the tests run
  fuzz --minutes N [TARGET...]  search for inputs that break a promise, at first in the targets with the fewest cases;
                                keep the smallest inputs in fuzz/corpus/, and the number of cases in fuzz/cases.txt
  mutants [SUBJECT...]          change the code in small ways and print the changes that no test notices (takes an hour);
                                SUBJECT: dates, index (both if there is none)
  reproduce [FOLDER]            build the package in two places and compare the files; with FOLDER, such as a published
                                package, compare them with its files too (takes half an hour)
  heard                         write what the screen reader Orca speaks of the figure to tests/heard/ (takes 20 minutes)
  help                          print this

Each command installs what is missing and says what it installs.
";

/// The sizes of the datasets of the benchmark, as in `benches/browser/data.mjs`.
const SIZES: [&str; 3] = ["S", "M", "L"];

/// The default port of the demo.
const DEMO_PORT: u16 = 8080;

/// A command for the repository.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the help.
    Help,
    /// Make `pkg/`.
    Build,
    /// Make `dist/`.
    Release,
    /// Build, then serve the demo article.
    Demo {
        /// The port to serve on.
        port: u16,
    },
    /// Run checks.
    Test(Part),
    /// Run some tests many times.
    Repeat {
        /// How many times.
        times: usize,
        /// Parts of the names of tests, or of the names of their files.
        names: Vec<String>,
    },
    /// Compare the widget with other ways to draw the same figure.
    Bench {
        /// The sizes of the datasets; all sizes if empty.
        sizes: Vec<String>,
    },
    /// Measure which lines the tests run.
    Coverage,
    /// Search for inputs that break a promise.
    Fuzz {
        /// How long, for all targets together.
        minutes: u32,
        /// The targets.
        targets: Vec<&'static str>,
    },
    /// Find changes of the code that no test notices.
    Mutants {
        /// What to change.
        subjects: Vec<&'static Subject>,
    },
    /// Build the package twice and compare.
    Reproduce {
        /// A folder with another build of the package.
        other: Option<PathBuf>,
    },
    /// Write what a screen reader speaks.
    Heard,
    /// Write what tests draw and print now as the expected results.
    Bless,
}

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every check.
    All,
    /// The checks that take two minutes together.
    Quick,
    /// The checks that need no browser.
    Native,
    /// The checks of the WebAssembly modules.
    Wasm,
    /// The checks of the whole element, in three browser engines.
    Widget,
}

impl Part {
    /// Whether the part contains the tests of the whole element.
    pub fn has_widget(self) -> bool {
        matches!(self, Self::All | Self::Widget)
    }
}

impl Command {
    /// Reads the arguments after `cargo xtask`. The error says what is wrong.
    pub fn parse(arguments: &[String]) -> Result<Self, String> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words[..] {
            ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["build"] => Ok(Self::Build),
            ["release"] => Ok(Self::Release),
            ["demo"] => Ok(Self::Demo { port: DEMO_PORT }),
            ["demo", "--port", number] => port(number),
            ["demo", option] if option.starts_with("--port=") => port(&option["--port=".len()..]),
            ["bless"] => Ok(Self::Bless),
            ["test"] => Ok(Self::Test(Part::All)),
            ["test", "--repeat", times, ..] => repeat(times, &arguments[3..]),
            ["bench", ..] => sizes(&arguments[1..]),
            ["coverage"] => Ok(Self::Coverage),
            ["fuzz", "--minutes", minutes, ..] => fuzz(minutes, &words[3..]),
            ["fuzz", ..] => Err("fuzz: the time is missing: --minutes N".to_owned()),
            ["mutants", ..] => mutants(&words[1..]),
            ["reproduce"] => Ok(Self::Reproduce { other: None }),
            ["reproduce", folder] => Ok(Self::Reproduce { other: Some(folder.into()) }),
            ["heard"] => Ok(Self::Heard),
            ["test", "quick"] => Ok(Self::Test(Part::Quick)),
            ["test", "native"] => Ok(Self::Test(Part::Native)),
            ["test", "wasm"] => Ok(Self::Test(Part::Wasm)),
            ["test", "widget"] => Ok(Self::Test(Part::Widget)),
            [] => Err("the command is missing".to_owned()),
            _ => Err(format!("unknown command: {}", words.join(" "))),
        }
    }
}

/// The demo on a port.
fn port(word: &str) -> Result<Command, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(Command::Demo { port }),
        _ => Err(format!("not a port: {word} (1 to 65535)")),
    }
}

/// The benchmark with datasets of these sizes.
fn sizes(words: &[String]) -> Result<Command, String> {
    match words.iter().find(|word| !SIZES.contains(&word.as_str())) {
        Some(word) => Err(format!("not a size: {word} ({})", SIZES.join(", "))),
        None => Ok(Command::Bench { sizes: words.to_vec() }),
    }
}

/// The search in these targets. Without names the ledger of the cases decides.
fn fuzz(minutes: &str, words: &[&str]) -> Result<Command, String> {
    let minutes = minutes.parse().ok().filter(|minutes| (1..100_000).contains(minutes));
    let minutes = minutes.ok_or_else(|| "fuzz: --minutes takes a number of at least 1".to_owned())?;
    if let Some(word) = words.iter().find(|word| !TARGETS.contains(word)) {
        return Err(format!("not a target: {word} ({})", TARGETS.join(", ")));
    }
    let is_chosen = |target: &&str| words.contains(target);
    Ok(Command::Fuzz { minutes, targets: TARGETS.into_iter().filter(is_chosen).collect() })
}

/// The mutation tests of these subjects, or of all.
fn mutants(words: &[&str]) -> Result<Command, String> {
    if let Some(word) = words.iter().find(|word| !SUBJECTS.iter().any(|subject| subject.name == **word)) {
        return Err(format!("not a subject: {word} ({})", SUBJECTS.each_ref().map(|subject| subject.name).join(", ")));
    }
    let is_chosen = |subject: &&Subject| words.is_empty() || words.contains(&subject.name);
    Ok(Command::Mutants { subjects: SUBJECTS.iter().filter(is_chosen).collect() })
}

/// The tests with these names, `times` times.
fn repeat(times: &str, names: &[String]) -> Result<Command, String> {
    match times.parse() {
        Ok(times) if times > 0 && !names.is_empty() => Ok(Command::Repeat { times, names: names.to_vec() }),
        Ok(times) if times > 0 => Err("--repeat: the name of a test is missing".to_owned()),
        _ => Err(format!("--repeat: not a number of at least 1: {times}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&words)
    }

    #[test]
    fn the_demo_uses_port_8080_by_default() {
        assert_eq!(parse("demo"), Ok(Command::Demo { port: 8080 }));
        assert_eq!(parse("demo --port 9000"), Ok(Command::Demo { port: 9000 }));
        assert_eq!(parse("demo --port=9000"), Ok(Command::Demo { port: 9000 }));
    }

    #[test]
    fn a_wrong_word_is_named() {
        assert_eq!(parse("demmo").unwrap_err(), "unknown command: demmo");
        assert_eq!(parse("test everything").unwrap_err(), "unknown command: test everything");
        assert_eq!(parse("demo --port 70000").unwrap_err(), "not a port: 70000 (1 to 65535)");
        assert_eq!(parse("").unwrap_err(), "the command is missing");
    }

    #[test]
    fn a_part_of_the_tests_can_be_requested() {
        assert_eq!(parse("test"), Ok(Command::Test(Part::All)));
        assert_eq!(parse("test widget"), Ok(Command::Test(Part::Widget)));
    }

    #[test]
    fn the_benchmark_takes_sizes() {
        assert_eq!(parse("bench"), Ok(Command::Bench { sizes: Vec::new() }));
        assert_eq!(parse("bench S M"), Ok(Command::Bench { sizes: vec!["S".to_owned(), "M".to_owned()] }));
        assert_eq!(parse("bench XL").unwrap_err(), "not a size: XL (S, M, L)");
    }

    #[test]
    fn the_search_takes_a_time_and_targets() {
        assert_eq!(parse("fuzz --minutes 3"), Ok(Command::Fuzz { minutes: 3, targets: Vec::new() }));
        assert_eq!(parse("fuzz --minutes 3 json"), Ok(Command::Fuzz { minutes: 3, targets: vec!["json"] }));
        assert_eq!(parse("fuzz --minutes 0").unwrap_err(), "fuzz: --minutes takes a number of at least 1");
        assert_eq!(parse("fuzz").unwrap_err(), "fuzz: the time is missing: --minutes N");
        assert!(parse("fuzz --minutes 1 all").unwrap_err().starts_with("not a target: all (csv, "));
    }

    #[test]
    fn the_mutation_tests_take_subjects() {
        let names = |line| match parse(line) {
            Ok(Command::Mutants { subjects }) => subjects.iter().map(|subject| subject.name).collect(),
            other => vec![other.map_or("an error", |_| "another command")],
        };
        assert_eq!(names("mutants"), ["dates", "index"]);
        assert_eq!(names("mutants index"), ["index"]);
        assert_eq!(parse("mutants all").unwrap_err(), "not a subject: all (dates, index)");
    }

    #[test]
    fn the_package_can_be_compared_with_another_one() {
        assert_eq!(parse("reproduce"), Ok(Command::Reproduce { other: None }));
        assert_eq!(parse("reproduce a/package"), Ok(Command::Reproduce { other: Some("a/package".into()) }));
    }

    #[test]
    fn tests_of_some_names_can_be_repeated() {
        let names = vec!["keys".to_owned(), "drag".to_owned()];
        assert_eq!(parse("test --repeat 20 keys drag"), Ok(Command::Repeat { times: 20, names }));
        assert_eq!(parse("test --repeat 20").unwrap_err(), "--repeat: the name of a test is missing");
        assert_eq!(parse("test --repeat keys").unwrap_err(), "--repeat: not a number of at least 1: keys");
    }
}
