//! The checks of the WebAssembly module.

use std::process::Command;

use super::report::Report;
use super::{Engine, budget};
use crate::toolchain::{Toolchain, WASM};
use crate::{build, setup};

/// Runs them.
pub fn check(report: &mut Report) {
    let Some(toolchain) = report.prepare("wasm32 target", setup::wasm_toolchain) else {
        return;
    };
    if report.prepare("clippy on wasm32", || setup::clippy(&toolchain)).is_some() {
        report.run("clippy on wasm32", "30 s", &mut clippy(&toolchain, "banspread"));
        // With the checker's feature the library is another one.
        report.run("clippy of the checker", "10 s", &mut clippy(&toolchain, "banspread-checker"));
    }
    if let Some(package) = report.prepare("package", build::package) {
        report.check("size budget", "2 s", || budget::check(&package));
    }
    if report.prepare("wasm-pack", tools).is_none() {
        return;
    }
    for (engine, flag) in [(Engine::Chromium, "--chrome"), (Engine::Firefox, "--firefox")] {
        let name = format!("wasm tests in {engine}");
        if report.prepare(&name, || setup::browser(engine)).is_some() {
            report.run_tests(&name, "1 min", &mut wasm_pack(&toolchain, flag));
        }
    }
}

/// Gets the programs that run tests in browsers.
fn tools() -> anyhow::Result<()> {
    setup::wasm_pack()?;
    setup::wasm_bindgen()
}

/// Clippy over a package and its tests as browsers get them.
fn clippy(toolchain: &Toolchain, package: &str) -> Command {
    let mut command = toolchain.cargo();
    command.args(["clippy", "--package", package, "--all-targets", "--target", WASM, "--", "-D", "warnings"]);
    command
}

/// The tests of the library in a browser.
fn wasm_pack(toolchain: &Toolchain, browser: &str) -> Command {
    let mut command = Command::new("wasm-pack");
    toolchain.dress(&mut command);
    // Doc tests run once, natively: without this cargo would compile them for the browser, too.
    command.args(["test", "--headless", browser, "--", "--lib", "--test", "*"]);
    command
}
