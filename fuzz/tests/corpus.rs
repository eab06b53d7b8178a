//! Every input that the fuzzer has kept, and random ones, hold what the targets promise.

use std::fs;
use std::path::{Path, PathBuf};

use banspread_fuzz::TARGETS;

fn corpus() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("the folder is there").map(|entry| entry.unwrap().path()).collect()
}

/// Checks the kept inputs of a target. The output has the name of each, which is needed if one panics.
fn replay(target: &str) {
    let check = TARGETS.iter().find(|(name, _)| *name == target).expect("the target is in the table").1;
    let inputs = files(&corpus().join(target));
    assert!(inputs.len() >= 10, "{target} has only {} inputs", inputs.len());
    for file in inputs {
        println!("{}", file.display());
        check(&fs::read(&file).unwrap());
    }
    random(check);
}

/// Checks inputs of pseudorandom bytes: long ones, of which a target makes a dataset.
fn random(check: fn(&[u8])) {
    let mut state = 1_u64;
    for length in (0..60).map(|round| round * 20) {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                // The multiplier and the increment of Knuth's MMIX.
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            })
            .collect();
        check(&bytes);
    }
}

/// A test for each target, so that they run side by side.
macro_rules! replays {
    ($($name:ident: $target:literal;)*) => {
        $(#[test]
        fn $name() {
            replay($target);
        })*

        const REPLAYED: &[&str] = &[$($target),*];
    };
}

replays! {
    csv_is_refused_or_survives_both_formats: "csv";
    dates_are_written_as_they_were_read: "dates";
    sheets_become_valid_datasets_or_questions: "import";
    the_index_agrees_with_a_walk_over_all_events: "index";
    an_update_names_each_part_that_has_changed: "intents";
    json_is_refused_or_survives_both_formats: "json";
    a_layout_has_its_marks_in_their_places: "layout";
    words_of_any_content_make_a_picture: "words";
    workbooks_become_valid_datasets_or_are_refused: "workbook";
}

#[test]
fn each_target_is_replayed_and_each_folder_is_a_target() {
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, REPLAYED);
    assert_eq!(files(corpus()).len(), names.len());
}

#[test]
fn the_corpus_is_small() {
    let all = files(corpus()).into_iter().flat_map(|folder| files(&folder)).map(|file| file.metadata().unwrap().len());
    let bytes: u64 = all.sum();
    assert!(bytes <= 200_000, "the corpus has {bytes} bytes: `cargo xtask fuzz` keeps the smallest inputs");
}
