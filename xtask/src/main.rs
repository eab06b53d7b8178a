//! The commands of this repository: build the package, show the demo, run every check.
//!
//! `cargo xtask` lists the commands. A command installs missing tools, and prints what it installs.

mod bench;
mod bless;
mod build;
mod command;
mod console;
mod coverage;
mod demo;
mod fuzz;
mod heard;
mod mutants;
mod paths;
mod process;
mod release;
mod reproduce;
mod setup;
mod test;
mod toolchain;

use std::process::ExitCode;

use anyhow::Result;

use command::{Command, HELP};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = match Command::parse(&arguments) {
        Ok(command) => command,
        Err(complaint) => {
            eprint!("{complaint}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command. Returns `false` if the command found a failure.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Help => print!("{HELP}"),
        Command::Build => {
            let command = build::command()?;
            build::package()?.print(&command)?;
        }
        Command::Release => return release::run(),
        Command::Bench { sizes } => return bench::run(&sizes),
        Command::Coverage => coverage::run()?,
        Command::Fuzz { minutes, targets } => return fuzz::run(minutes, &targets),
        Command::Mutants { subjects } => return mutants::run(&subjects),
        Command::Reproduce { other } => return reproduce::run(other.as_deref()),
        Command::Heard => return heard::run(),
        Command::Demo { port } => return demo::run(port),
        Command::Bless => return bless::run(),
        Command::Test(part) => return test::run(part),
        Command::Repeat { times, names } => return test::repeat(times, &names),
    }
    Ok(true)
}
