//! Who may use whom: the table of layers as data, read against the `use` lines.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// From the lowest layer up; within a layer a module may use those to its left.
const LAYERS: [&[&str]; 8] = [
    &["node", "order", "date", "geom", "vision", "text"],
    &["limits", "diagnostic", "dataset"],
    &["index"],
    &["view", "motion", "scale", "messages", "theme"],
    &["layout", "frame", "describe", "scene"],
    &["chart"],
    &["paint"],
    &["web", "export"],
];

/// A text that must not stand in the code of these modules.
struct Ban {
    text: &'static str,
    but_in: &'static [&'static str],
    rule: &'static str,
}

const BANS: [Ban; 11] = [
    Ban { text: "wasm_bindgen", but_in: &["web"], rule: "only web speaks to JavaScript" },
    Ban { text: "js_sys", but_in: &["web"], rule: "only web speaks to JavaScript" },
    Ban { text: "web_sys", but_in: &["web"], rule: "only web speaks to the browser" },
    Ban { text: "JsValue", but_in: &["web"], rule: "only web speaks to JavaScript" },
    Ban { text: "plotters", but_in: &["paint", "export", "web"], rule: "only paint and export know plotters" },
    Ban { text: "std::fs", but_in: &[], rule: "the library reads and writes no files" },
    Ban { text: "std::net", but_in: &[], rule: "the library uses no network" },
    Ban { text: "std::time", but_in: &[], rule: "the library has no clock" },
    Ban { text: "HashMap", but_in: &[], rule: "the same input gives the same bytes: no hash order" },
    Ban { text: "create_element", but_in: &[], rule: "the core creates no DOM node" },
    Ban { text: "add_event_listener", but_in: &[], rule: "the core listens to no DOM node" },
];

/// Words of looks and places, of which data knows nothing.
const DATA_KNOWS_NOT: [&str; 4] = ["scale::", "theme::", "messages::", "Size"];

#[test]
fn modules_use_only_their_own_layer_to_the_left_and_lower_ones() {
    let mut breaches = Vec::new();
    for (file, module, text) in sources() {
        let own = rank(&module).unwrap_or_else(|| panic!("{module} has no place in the table of layers"));
        for (line, used) in uses(&text) {
            let other = rank(&used).unwrap_or_else(|| panic!("{used} has no place in the table of layers"));
            if used != module && other >= own {
                breaches.push(format!("{}:{line}: {module} uses {used}, which stands above it", file.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn what_is_banned_from_a_module_is_not_in_it() {
    let mut breaches = Vec::new();
    for (file, module, text) in sources() {
        for (number, line) in code(&text) {
            for Ban { text, but_in, rule } in &BANS {
                if line.contains(text) && !but_in.contains(&module.as_str()) {
                    breaches.push(format!("{}:{number}: {text}: {rule}", file.display()));
                }
            }
            if module == "index" && DATA_KNOWS_NOT.iter().any(|word| line.contains(word)) {
                breaches.push(format!("{}:{number}: data knows nothing of looks and places", file.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

/// A module's place in the table; higher modules may use lower ones.
fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().copied().flatten().position(|known| *known == module)
}

/// The library's files, each with the name of its top-level module.
fn sources() -> Vec<(PathBuf, String, String)> {
    let root = Path::new("src");
    let found = files(root, "rs").into_iter().filter_map(|file| {
        let inside = file.strip_prefix(root).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&file).unwrap();
        (module != "lib" && module != "bin").then_some((file, module, text))
    });
    let found: Vec<_> = found.collect();
    assert!(found.len() > 20, "the sources were not found");
    found
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|other| other == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Lines that are neither comments nor tests, counted from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| *line != "#[cfg(test)]")
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.starts_with("//") && !line.starts_with('*') && !line.starts_with("/*"))
}

/// The modules that a file names after `crate::`.
fn uses(text: &str) -> Vec<(usize, String)> {
    let named = |(number, line): (usize, &str)| {
        line.split("crate::")
            .skip(1)
            .map(|rest| rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect())
            .filter(|module: &String| !module.is_empty())
            .map(|module| (number, module))
            .collect::<Vec<_>>()
    };
    code(text).flat_map(named).collect()
}
