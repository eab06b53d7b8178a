//! Every part and state of the picture is compared with its reference: an SVG in this folder that a person has looked
//! at.
//!
//! `cases/` has the table of all cases. A page in `target/references` shows different pictures beside their references.
//! `cargo xtask bless` writes the current pictures as the references.
#![cfg(not(target_arch = "wasm32"))]

mod cases;
#[cfg(feature = "cli")]
mod compact;
mod pages;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../samples/mod.rs"]
mod samples;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cases::{Case, Section, sections};

const FOLDER: &str = "tests/references";

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(sections);

fn cases() -> impl Iterator<Item = &'static Case> {
    SECTIONS.iter().flat_map(|section| &section.cases)
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

fn reference(name: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.svg"))
}

/// The folder of the page with different pictures.
fn shown() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("references")
}

/// The first line in which two texts differ, for people without a browser at hand.
fn first_difference(expected: &str, actual: &str) -> String {
    let mut lines = (1..).zip(expected.lines().zip(actual.lines()));
    match lines.find(|(_, (before, now))| before != now) {
        Some((number, (before, now))) => format!("line {number}\n    expected {before}\n    drawn    {now}"),
        None => format!("{} lines expected, {} drawn", expected.lines().count(), actual.lines().count()),
    }
}

#[test]
fn every_part_and_state_looks_like_its_reference() {
    let folder = shown();
    let _ = fs::remove_dir_all(&folder);
    let mut differing = Vec::new();
    let mut told = Vec::new();
    for case in cases() {
        let expected = fs::read_to_string(reference(case.name)).ok();
        if expected.as_ref() == Some(&case.svg) {
            continue;
        }
        told.push(match &expected {
            Some(expected) => format!("{}: {}", case.name, first_difference(expected, &case.svg)),
            None => format!("{}: there is no reference", case.name),
        });
        if blessing() {
            fs::write(reference(case.name), &case.svg).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{}.actual.svg", case.name)), &case.svg).unwrap();
        if let Some(expected) = &expected {
            fs::write(folder.join(format!("{}.expected.svg", case.name)), expected).unwrap();
        }
        differing.push((case, expected.is_some()));
    }
    if differing.is_empty() {
        return;
    }
    let page = folder.join("index.html");
    fs::write(&page, pages::differences(&differing)).unwrap();
    let place = page.display();
    panic!("{} pictures are not their references. They are shown in {place}\n\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_reference_has_a_case_and_every_case_a_unique_name() {
    let names: BTreeSet<&str> = cases().map(|case| case.name).collect();
    assert_eq!(names.len(), cases().count(), "two cases have one name");
    let mut strays = Vec::new();
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let is_picture = path.extension().is_some_and(|ending| ending == "svg");
        if !is_picture || names.contains(path.file_stem().unwrap().to_str().unwrap()) {
            continue;
        }
        if blessing() {
            fs::remove_file(&path).unwrap();
        }
        strays.push(path);
    }
    assert!(strays.is_empty(), "no case draws {strays:?}");
}

#[test]
fn the_gallery_shows_every_reference() {
    let path = Path::new(FOLDER).join("index.html");
    let page = pages::gallery(&SECTIONS);
    let before = fs::read_to_string(&path).unwrap_or_default();
    if blessing() {
        fs::write(&path, &page).unwrap();
    }
    assert!(before == page, "the table of cases has changed, {} has not: cargo xtask bless", path.display());
}

#[test]
fn references_are_few_and_small() {
    let sizes = cases().map(|case| case.svg.len());
    let (count, bytes) = (cases().count(), sizes.sum::<usize>());
    assert!(count <= 110 && bytes < 3_000_000, "{count} pictures of {bytes} bytes");
}

#[test]
fn a_picture_that_differs_is_shown_between_expected_and_actual() {
    let case = cases().next().unwrap();
    let page = pages::differences(&[(case, true)]);
    let [expected, actual] = ["expected", "actual"].map(|which| format!("\"{}.{which}.svg\"", case.name));
    assert_eq!((page.matches(&expected).count(), page.matches(&actual).count()), (2, 2), "{page}");
    let page = pages::differences(&[(case, false)]);
    assert_eq!((page.matches(&expected).count(), page.matches(&actual).count()), (0, 1), "{page}");
    assert!(first_difference("a\nb\nc", "a\nd\nc").starts_with("line 2\n"));
}
