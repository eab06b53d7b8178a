//! Runs the checks, one on each core, and prints one table of the results.

mod apps;
mod budget;
mod lints;
mod log;
mod native;
mod node;
mod repeat;
mod report;
mod results;
mod schedule;
mod wasm;
mod widget;

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::build::{self, NodeCommand, Package};
use crate::command::Part;
use crate::setup::{self, Engine};
use crate::{console, paths};
use log::Log;
pub use native::command_file;
pub use repeat::repeat;
pub use schedule::clear_logs;
use schedule::{Finding, Job, Kind};

/// The names of jobs for which other jobs wait.
mod job {
    pub const NPM: &str = "npm packages";
    pub const NPM_APPS: &str = "npm packages of the apps";
    pub const BROWSERS: &str = "browsers";
    pub const WASM_TARGET: &str = "wasm32 target";
    pub const RUSTUP: &str = "rustup components";
    pub const PACKAGE: &str = "package";
    pub const COMMAND: &str = "command for Node.js";
    pub const NATIVE_BUILD: &str = "native build";
    pub const DENY: &str = "cargo-deny";
    pub const GECKODRIVER: &str = "geckodriver";
    pub const WASM_TOOLS: &str = "wasm-pack and wasm-bindgen";
}

/// The lock of jobs that call cargo: cargo itself locks its folder for debug builds, so a second job would only wait.
const CARGO: &str = "cargo";

/// The results of jobs that later jobs use.
#[derive(Default)]
struct Made {
    package: OnceLock<Package>,
    command: OnceLock<NodeCommand>,
    executables: OnceLock<Vec<native::Executable>>,
}

impl Made {
    fn package(&self) -> Result<&Package> {
        self.package.get().context("the package is missing")
    }

    fn command(&self) -> Result<&NodeCommand> {
        self.command.get().context("the command for Node.js is missing")
    }
}

/// Runs the checks of a part. Returns `false` if a check failed.
pub fn run(part: Part) -> Result<bool> {
    schedule::clear_logs()?;
    let made = Made::default();
    let (engines, mut notes) = if part.has_widget() { engines() } else { (Vec::new(), Vec::new()) };
    if part == Part::Quick && !setup::has_cargo_deny() {
        notes.push("dependencies were not checked: `cargo xtask test native` installs cargo-deny".to_owned());
    }
    let findings = run_jobs(plan(part, &engines, &made));
    console::say(report::text(&findings, &notes, log_of).trim_end());
    Ok(report::is_good(&findings))
}

/// The engines that this machine has or can get, and a note about each of the others.
fn engines() -> (Vec<Engine>, Vec<String>) {
    let notes: Vec<(Engine, Option<String>)> =
        Engine::ALL.into_iter().map(|engine| (engine, setup::left_out(engine))).collect();
    let engines = notes.iter().filter(|(_, note)| note.is_none()).map(|(engine, _)| *engine).collect();
    (engines, notes.into_iter().filter_map(|(_, note)| note).collect())
}

/// Makes the files that the browser tests need, for tests that run without the other checks.
pub fn prepare(engines: &[Engine]) -> Result<()> {
    let made = Made::default();
    let mut jobs = downloads(true, true, false);
    jobs.extend([package(&made), node_command(&made)]);
    jobs.extend(apps::jobs().into_iter().filter(|job| apps::MAKING.contains(&job.name())));
    jobs.push(native::command());
    if engines.contains(&Engine::Firefox) {
        jobs.extend(tools(false));
    }
    let findings = run_jobs(jobs);
    if !report::is_good(&findings) {
        console::say(report::text(&findings, &[], log_of).trim_end());
        bail!("the files that the browser tests need cannot be made");
    }
    Ok(())
}

fn run_jobs(jobs: Vec<Job>) -> Vec<Finding> {
    // Two browsers can share one core, because each waits for its driver half of the time.
    let cores = thread::available_parallelism().map_or(2, NonZero::get).max(2);
    schedule::run(jobs, cores, report::print_line)
}

/// The text and the name of the log of a job.
fn log_of(name: &str) -> (String, String) {
    let log = Log::of(name);
    (log.text(), log.file.strip_prefix(paths::root()).unwrap_or(&log.file).display().to_string())
}

/// The jobs of a part. The tests of the whole element run in these engines.
///
/// If several jobs can start, the first one in the list starts. First are the checks that find most in the least time
/// and the jobs for which others wait. Browsers are last, when almost nothing else needs the machine.
fn plan<'a>(part: Part, engines: &[Engine], made: &'a Made) -> Vec<Job<'a>> {
    let all = part == Part::All;
    let (wasm, widget) = (all || part == Part::Wasm, part.has_widget());
    let native = all || part == Part::Native;
    let quick = native || part == Part::Quick;
    let mut jobs = downloads(quick || widget, wasm || widget, native);
    if quick {
        jobs.extend(lints::jobs(native || setup::has_cargo_deny()));
        jobs.extend(node::jobs());
        jobs.extend(native::jobs(made));
    }
    if wasm || widget {
        jobs.extend([package(made), node_command(made)]);
    }
    if widget {
        jobs.extend(apps::jobs());
    }
    if widget && !all {
        jobs.push(native::command());
    }
    if native {
        jobs.extend(native::documentation());
    }
    if wasm {
        jobs.extend(wasm::jobs(made));
    }
    if wasm || widget {
        jobs.extend(tools(wasm));
    }
    if widget {
        jobs.extend(widget::jobs(engines));
    }
    if wasm {
        jobs.extend(wasm::browser_jobs());
    }
    jobs
}

/// The jobs that download something.
fn downloads<'a>(apps: bool, browsers: bool, deny: bool) -> Vec<Job<'a>> {
    let mut jobs = vec![
        Job::new(Kind::Download, job::NPM, 20, |_, _| setup::node_modules()).lock("npm"),
        Job::new(Kind::Download, job::RUSTUP, 10, |_, _| setup::components()).lock("rustup"),
    ];
    if apps {
        jobs.push(Job::new(Kind::Download, job::NPM_APPS, 60, |_, _| setup::apps()).lock("npm").after(&[job::NPM]));
    }
    if deny {
        jobs.push(Job::new(Kind::Download, job::DENY, 10, |_, _| setup::cargo_deny()));
    }
    if browsers {
        let target = |_: &Log, _: &mut _| setup::clippy(&setup::wasm_toolchain()?);
        jobs.push(Job::new(Kind::Download, job::WASM_TARGET, 15, target).lock("rustup"));
        jobs.push(Job::new(Kind::Download, job::BROWSERS, 150, |_, _| setup::browsers()));
    }
    jobs
}

/// The jobs that compile the tools for tests in browsers. They run one after another, so that a core is free for tests.
fn tools<'a>(wasm: bool) -> Vec<Job<'a>> {
    let mut jobs = vec![Job::new(Kind::Setup, job::GECKODRIVER, 150, |_, _| setup::geckodriver()).lock("tools")];
    if wasm {
        let install = |_: &Log, _: &mut _| setup::wasm_bindgen().and_then(|()| setup::wasm_pack());
        jobs.push(Job::new(Kind::Setup, job::WASM_TOOLS, 180, install).lock("tools"));
    }
    jobs
}

/// The job that builds the package.
fn package(made: &Made) -> Job<'_> {
    let work = |_: &Log, _: &mut _| {
        let _ = made.package.set(build::package()?);
        Ok(())
    };
    Job::new(Kind::Setup, job::PACKAGE, 120, work).after(&[job::NPM, job::WASM_TARGET])
}

/// The job that builds the command for Node.js, which is a part of the package.
fn node_command(made: &Made) -> Job<'_> {
    let work = |_: &Log, _: &mut _| {
        let _ = made.command.set(build::command()?);
        Ok(())
    };
    Job::new(Kind::Setup, job::COMMAND, 150, work).after(&[job::WASM_TARGET])
}

/// The file for the results of the tests of a check.
fn results_file(name: &str) -> PathBuf {
    Log::of(name).file.with_extension("json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_wait_only_for_existing_jobs() {
        let made = Made::default();
        let jobs = plan(Part::All, &Engine::ALL, &made);
        let names: Vec<&str> = jobs.iter().map(Job::name).collect();
        for job in &jobs {
            for need in job.needs() {
                assert!(names.contains(&need.as_str()), "{} waits for {need}", job.name());
            }
            assert_eq!(names.iter().filter(|name| **name == job.name()).count(), 1, "{}", job.name());
        }
    }

    #[test]
    fn only_engines_that_the_machine_has_are_planned() {
        let made = Made::default();
        let jobs = plan(Part::Widget, &[Engine::Firefox], &made);
        let names: Vec<&str> = jobs.iter().map(Job::name).filter(|name| name.starts_with("widget tests")).collect();
        assert_eq!(names, ["widget tests in Firefox"]);
    }

    #[test]
    fn every_check_of_a_part_is_a_check_of_the_whole() {
        let made = Made::default();
        let names =
            |part| -> Vec<String> { plan(part, &Engine::ALL, &made).iter().map(|job| job.name().to_owned()).collect() };
        let all = names(Part::All);
        for part in [Part::Quick, Part::Native, Part::Wasm, Part::Widget] {
            let others: Vec<String> = names(part).into_iter().filter(|name| !all.contains(name)).collect();
            assert!(others.is_empty(), "{part:?}: {others:?}");
        }
    }
}
