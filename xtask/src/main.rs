//! The chores of this repository: build the package, show the demo, run every check.
//!
//! `cargo xtask` lists them. Each installs what it finds missing and says so.

mod bless;
mod build;
mod chore;
mod demo;
mod places;
mod process;
mod serve;
mod setup;
mod test;
mod toolchain;

use std::process::ExitCode;

use anyhow::Result;

use chore::{Chore, HELP};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let chore = match Chore::parse(&arguments) {
        Ok(chore) => chore,
        Err(complaint) => {
            eprint!("{complaint}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(chore) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does a chore; `false` when it ran to its end and found something wrong.
fn run(chore: Chore) -> Result<bool> {
    match chore {
        Chore::Help => print!("{HELP}"),
        Chore::Build => build::package()?.print()?,
        Chore::Demo { port } => demo::run(port)?,
        Chore::Bless => return bless::run(),
        Chore::Test(part) => return test::run(part),
    }
    Ok(true)
}
