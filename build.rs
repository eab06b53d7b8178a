//! Puts the default dataset, without the white space between its tokens, where the library embeds it from.

use std::path::Path;
use std::{env, fs};

const DATASET: &str = "datasets/huawei.json";

fn main() {
    println!("cargo::rerun-if-changed={DATASET}");
    let text = fs::read_to_string(DATASET).expect(DATASET);
    let folder = env::var("OUT_DIR").expect("Cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("huawei.json"), minified(&text)).expect("OUT_DIR can be written");
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
