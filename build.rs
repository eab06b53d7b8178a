//! Packs the default dataset, the built-in grids, the population and the names of their places. Native builds embed them. In
//! browsers the dataset as tables (`packed.json`), the places (`places.txt`) and all names (`all-names.txt`) are files of the
//! package, and the checker embeds the short list of names.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};

const DATASET: &str = "datasets/huawei.json";

/// The grids, each with the files of its shapes.
const GRIDS: [(&str, &[&str]); 5] = [
    ("world", &["world", "world-portrait"]),
    ("world-territories", &["world-territories", "world-territories-portrait"]),
    ("us-states", &["us-states"]),
    ("eu", &["eu"]),
    ("africa", &["africa"]),
];
/// The grids that contain names. The places of other grids are countries, whose names are those of `world-territories`.
const NAMED: [&str; 2] = ["world-territories", "us-states"];

fn main() {
    conditions();
    let folder = PathBuf::from(env::var("OUT_DIR").expect("Cargo sets OUT_DIR"));
    let dataset = read(DATASET);
    write(&folder.join("huawei.json"), &minified(&dataset));
    write(&folder.join("packed.json"), &tables(&dataset));
    let grids = GRIDS.map(|(grid, shapes)| packed(shapes, NAMED.contains(&grid)));
    write(&folder.join("places.txt"), &[&grids[..], &[population()]].concat().join("|"));
    write(&folder.join("names.txt"), &names(false));
    write(&folder.join("names-of-states.txt"), &names(true));
    write(&folder.join("all-names.txt"), &all_names());
}

/// Sets `cfg(browser)` for the modules that pages load: WebAssembly, unless it is for the command in Node.js. Sets
/// `cfg(explain)` for builds that explain findings: all but the engine. Sets `cfg(grouped)` for those that list alike
/// findings as one: all but the engine and the checker, which has no room for it. Sets `cfg(engine)` for the engine,
/// `cfg(pictures)` for builds that write pictures as SVG, and `cfg(embedded)` for those that embed the places: all but
/// the engine and the checker.
fn conditions() {
    let has = |feature: &str| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") && !has("NODE");
    let grouped = !browser || has("IMPORT");
    let explain = grouped || has("CHECKER");
    let engine = browser && !["CHECKER", "IMPORTER", "PUBLISHER", "WORKBOOKS"].into_iter().any(has);
    let pictures = !browser || has("PUBLISH");
    let embedded = !(engine || browser && has("CHECKER"));
    let conditions = [
        ("browser", browser),
        ("embedded", embedded),
        ("engine", engine),
        ("explain", explain),
        ("grouped", grouped),
        ("pictures", pictures),
    ];
    for (name, set) in conditions {
        println!("cargo::rustc-check-cfg=cfg({name})");
        if set {
            println!("cargo::rustc-cfg={name}");
        }
    }
}

fn read(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// A grid in few characters: a line with the codes, a line for each shape with the row and the column of each place,
/// and a line for each name. A row or column is one character, from `0` on.
fn packed(shapes: &[&str], named: bool) -> String {
    let tables = shapes.iter().map(|shape| table(&read(&format!("datasets/grids/{shape}.csv")))).collect::<Vec<_>>();
    let places = places(shapes);
    let mut lines = vec![places.concat()];
    for table in &tables {
        let letter = |count: &String| char::from(b'0' + count.parse::<u8>().expect("a row or a column"));
        let find = |code: &String| table.iter().find(|fields| fields[0] == *code).expect("each shape has all places");
        let cells = places.iter().map(find).flat_map(|fields| [letter(&fields[2]), letter(&fields[3])]);
        lines.push(cells.collect());
    }
    if named {
        let name = |code: &String| tables[0].iter().find(|fields| fields[0] == *code).map(|fields| fields[1].clone());
        lines.extend(places.iter().filter_map(name));
    }
    lines.join("\n")
}

/// The codes of the places of a grid, in the order in which they are packed.
fn places(shapes: &[&str]) -> Vec<String> {
    let mut places: Vec<String> = table(&read(&format!("datasets/grids/{}.csv", shapes[0])))
        .into_iter()
        .map(|mut fields| fields.swap_remove(0))
        .collect();
    if shapes[0] == "world-territories" {
        // Territories come last, so that the codes begin like those of `world`, which brotli then stores once.
        let world = table(&read("datasets/grids/world.csv"));
        places.sort_by_key(|code| !world.iter().any(|fields| fields[0] == *code));
    }
    places
}

/// The population of each place of the world with its territories, in the order in which the packed grid has them. A
/// number is three digits and the number of zeros that follow; 000 and 0 if there is none.
fn population() -> String {
    let table = table(&read("datasets/population/places.csv"));
    let mut packed = String::new();
    for code in places(&["world-territories"]) {
        let number = table.iter().find(|fields| fields[0] == code).map_or("0", |fields| fields[2].as_str());
        let digits = number.get(..3).unwrap_or(number);
        assert!(number[digits.len()..].chars().all(|digit| digit == '0'), "{code}: more than three digits");
        packed += &format!("{digits:0>3}{}", number.len() - digits.len());
    }
    packed
}

/// The names by which pages find countries, or states: a line for each place with its id and its names. Countries have
/// their codes of three letters.
fn names(states: bool) -> String {
    let short = read("datasets/names/short.txt");
    let lines: Vec<&str> = short.lines().filter(|line| !line.starts_with('#')).collect();
    let (countries, others) = lines.split_at(lines.iter().position(|line| line.is_empty()).expect("a blank line"));
    if states {
        return others[1..].join("\n");
    }
    let table = read("datasets/names/places.txt");
    let mut lines = countries.to_vec();
    for code in places(&["world-territories"]) {
        let line = table.lines().find(|line| line.starts_with(&format!("{code}|")));
        lines
            .push(line.and_then(|line| line.get(..6)).unwrap_or_else(|| panic!("{code} is not in the table of names")));
    }
    lines.join("\n")
}

/// The letters of the scripts other than Latin in which places have names. Japanese names are told by their kana.
const SCRIPTS: [RangeInclusive<char>; 9] = [
    '\u{400}'..='\u{52f}',
    '\u{600}'..='\u{6ff}',
    '\u{590}'..='\u{5ff}',
    '\u{900}'..='\u{97f}',
    '\u{3040}'..='\u{30ff}',
    '\u{4e00}'..='\u{9fff}',
    '\u{ac00}'..='\u{d7af}',
    '\u{e00}'..='\u{e7f}',
    '\u{370}'..='\u{3ff}',
];

/// All names of places: the table with the names of a script together, because brotli then makes them smaller. The
/// lines of the places have the names in Latin letters. Those of a script follow in a section `more`, a line for each
/// place.
fn all_names() -> String {
    let table = read("datasets/names/places.txt");
    let (places, others) = table.split_at(table.find("[states]").expect("a section of states"));
    let places: Vec<&str> = places.lines().skip(1).collect();
    let mut packed = "[places]\n".to_owned();
    for line in &places {
        packed += &(of_script(line, None) + "\n");
    }
    for script in 0..SCRIPTS.len() {
        packed += "[more]\n";
        for line in &places {
            packed += &(of_script(line, Some(script)) + "\n");
        }
    }
    packed + others
}

/// The fields of a line that are in a script; `None` means Latin letters.
fn of_script(line: &str, script: Option<usize>) -> String {
    let own = |field: &str| SCRIPTS.iter().position(|script| field.chars().any(|letter| script.contains(&letter)));
    line.split('|').filter(|field| own(field) == script).collect::<Vec<_>>().join("|")
}

/// The rows of a table without its header, `code,name,row,col`.
fn table(csv: &str) -> Vec<Vec<String>> {
    csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The dataset as `src/format/packed.rs` reads it: the dataset without its records, then the tables of its entities, of
/// its events and of their sources.
fn tables(dataset: &str) -> String {
    let mut dataset: Value = serde_json::from_str(dataset).expect("the dataset is JSON");
    let mut take = |name: &str| match dataset.as_object_mut().and_then(|fields| fields.remove(name)) {
        Some(Value::Array(records)) => records,
        _ => panic!("{DATASET} has no list {name:?}"),
    };
    let (entities, mut events, mut sources) = (take("entities"), take("events"), Vec::new());
    for event in &mut events {
        if let Some(Value::Array(own)) = event.get_mut("sources").map(Value::take) {
            event["sources"] = own.len().into();
            sources.extend(own);
        }
    }
    json!([dataset, table_of(&entities), table_of(&events), table_of(&sources)]).to_string()
}

/// A list of values for each field, with `0` where a record does not have the field.
fn table_of(records: &[Value]) -> Value {
    let mut columns = Map::new();
    for name in records.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        let cells = || records.iter().map(|record| record.get(name).cloned().unwrap_or(0.into())).collect();
        columns.entry(name).or_insert_with(cells);
    }
    Value::Object(columns)
}

/// JSON without white space outside of strings.
fn minified(json: &str) -> String {
    let mut kept = String::with_capacity(json.len());
    let (mut quoted, mut escaped) = (false, false);
    for letter in json.chars() {
        if quoted || !letter.is_ascii_whitespace() {
            kept.push(letter);
        }
        quoted ^= letter == '"' && !escaped;
        escaped = quoted && letter == '\\' && !escaped;
    }
    kept
}
