//! Reads datasets and prints all findings about them at once.
//!
//! ```text
//! cargo run --example findings -- datasets/huawei.json events.csv
//! ```

use std::process::ExitCode;
use std::{env, fs};

use banspread::{Dataset, Limits};

fn main() -> ExitCode {
    let mut good = true;
    for file in env::args().skip(1) {
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("cannot read {file}: {error}");
                return ExitCode::from(2);
            }
        };
        // The second argument recognises more names of countries; the last one has the limits of a dataset.
        match Dataset::check(&text, &|_| None, &Limits::default()) {
            Ok(checked) => {
                println!("{file}: {} events, {} warnings", checked.dataset.events().len(), checked.warnings.len());
                checked.warnings.iter().for_each(|warning| println!("  {warning}"));
            }
            Err(invalid) => {
                println!("{file}: invalid");
                invalid.diagnostics.iter().for_each(|found| println!("  {found}"));
                good = false;
            }
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
