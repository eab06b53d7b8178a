//! Puts the default dataset and the built-in grids where the library embeds them from: the dataset without the white space between
//! its tokens. What lies there is what `cargo xtask build` weighs as data.

use std::path::{Path, PathBuf};
use std::{env, fs};

const DATASET: &str = "datasets/huawei.json";
const GRIDS: [&str; 5] = ["world.csv", "world-portrait.csv", "us-states.csv", "eu.csv", "africa.csv"];

fn main() {
    explain();
    let folder = PathBuf::from(env::var("OUT_DIR").expect("Cargo sets OUT_DIR"));
    write(&folder.join("huawei.json"), &minified(&read(DATASET)));
    for grid in GRIDS {
        write(&folder.join(grid), &read(&format!("datasets/grids/{grid}")));
    }
}

/// Sets `cfg(explain)` where findings are made out in words: natively, and in the checker that browsers load on demand.
fn explain() {
    println!("cargo::rustc-check-cfg=cfg(explain)");
    let wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if !wasm || env::var_os("CARGO_FEATURE_CHECKER").is_some() {
        println!("cargo::rustc-cfg=explain");
    }
}

fn read(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
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
