//! The checks of the WebAssembly modules.

use std::process::Command;

use super::log::Log;
use super::results::Results;
use super::schedule::{Job, Kind};
use super::{CARGO, Made, budget, job};
use crate::setup::{self, Engine};
use crate::toolchain::{Toolchain, WASM};

/// The engines that `wasm-pack` can start.
pub const ENGINES: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// The job that compiles the tests.
const BUILD: &str = "wasm build";

/// The checks without a browser, and the build of the tests for browsers.
pub fn jobs(made: &Made) -> Vec<Job<'_>> {
    let clippy = |log: &Log, _: &mut _| {
        let toolchain = setup::wasm_toolchain()?;
        // With the feature `checker` the library has other code, so both packages are checked.
        log.run(&mut clippy(&toolchain, "banspread"))?;
        log.run(&mut clippy(&toolchain, "banspread-checker"))?;
        log.run(&mut clippy_of_command(&toolchain))
    };
    let build = |log: &Log, _: &mut _| {
        let mut command = setup::wasm_toolchain()?.cargo();
        log.run(command.args(["test", "--no-run", "--target", WASM]).args(TESTS))
    };
    let budget = |log: &Log, _: &mut _| budget::check(made.package()?, made.command()?, log);
    vec![
        Job::new(Kind::Check, "size budget", 2, budget).after(&[job::PACKAGE, job::COMMAND]),
        Job::new(Kind::Check, "clippy on wasm32", 30, clippy).after(&[job::WASM_TARGET, job::RUSTUP]).lock(CARGO),
        Job::new(Kind::Setup, BUILD, 60, build).after(&[job::WASM_TARGET]).lock(CARGO),
    ]
}

/// The tests in browsers.
pub fn browser_jobs<'a>() -> Vec<Job<'a>> {
    ENGINES
        .map(|engine| {
            let work = move |log: &Log, results: &mut Results| {
                let run = log.run(&mut wasm_pack(&setup::wasm_toolchain()?, engine));
                results.add_closing_lines(&log.text());
                run?;
                results.need_any()
            };
            let needs = [BUILD, job::WASM_TOOLS, job::BROWSERS, job::GECKODRIVER];
            Job::new(Kind::Check, format!("wasm tests in {engine}"), 60, work).after(&needs)
        })
        .into()
}

/// The arguments for the tests that run in browsers. Without them cargo would also compile the examples in the
/// documentation, which run only natively. The command cannot be compiled for browsers.
const TESTS: [&str; 4] = ["--no-default-features", "--lib", "--test", "*"];

/// A call of Clippy for a package and its tests, compiled for browsers. The command and the examples are only native.
fn clippy(toolchain: &Toolchain, package: &str) -> Command {
    let mut command = toolchain.cargo();
    command.args(["clippy", "--package", package, "--no-default-features", "--lib", "--tests", "--benches"]);
    command.args(["--target", WASM, "--", "-D", "warnings"]);
    command
}

/// A call of Clippy for the command in Node.js.
fn clippy_of_command(toolchain: &Toolchain) -> Command {
    let mut command = toolchain.cargo();
    command.args(["clippy", "--package", "banspread-node", "--features", "module"]);
    command.args(["--target", WASM, "--", "-D", "warnings"]);
    command
}

/// The tests of the library in a browser.
fn wasm_pack(toolchain: &Toolchain, engine: Engine) -> Command {
    let mut command = Command::new("wasm-pack");
    toolchain.set_environment(&mut command);
    let browser = if engine == Engine::Firefox { "--firefox" } else { "--chrome" };
    command.args(["test", "--headless", browser, "--"]).args(TESTS);
    // The default of 20 s for a whole program is too short on a machine that runs other checks at the same time.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    command
}
