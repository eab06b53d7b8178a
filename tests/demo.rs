//! The small datasets of the demo: valid as browsers read them, small, and with a source for every status.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;

use banspread::{Dataset, Limits};

/// The datasets by the names of their files.
fn datasets() -> Vec<(String, Dataset)> {
    let paths = fs::read_dir("demo/datasets").unwrap().map(|entry| entry.unwrap().path());
    let files =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "csv" || extension == "json"));
    files
        .map(|path| {
            let name = path.display().to_string();
            let text = fs::read_to_string(&path).unwrap();
            // The command knows countries by more names than browsers do.
            let checked = Dataset::check(&text, &|_| None, &Limits::default())
                .unwrap_or_else(|invalid| panic!("{name}: {invalid}"));
            assert_eq!(checked.warnings, [], "{name}");
            (name, checked.dataset)
        })
        .collect()
}

#[test]
fn each_dataset_of_the_demo_is_valid_without_warnings() {
    assert_eq!(datasets().len(), 8);
}

#[test]
fn each_dataset_of_the_demo_is_about_ten_to_fifty_entities() {
    for (name, dataset) in datasets() {
        let entities: BTreeSet<_> = dataset.events().iter().map(|event| event.entity).collect();
        assert!((10..=50).contains(&entities.len()), "{name}: {}", entities.len());
    }
}

#[test]
fn each_event_of_the_demo_has_a_source_with_an_address() {
    for (name, dataset) in datasets() {
        for event in dataset.events() {
            assert!(event.sources.iter().any(|source| source.url.is_some()), "{name}: {event:?}");
        }
    }
}
