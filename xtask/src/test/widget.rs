//! The tests of the whole element, in three browser engines.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::schedule::{Job, Kind};
use super::{apps, job, native, node, results_file};
use crate::setup::{self, Engine};
use crate::{paths, process};

/// The tests, once in each of these engines. Chromium runs more tests than the others.
pub fn jobs<'a>(engines: &[Engine]) -> Vec<Job<'a>> {
    let jobs = engines.iter().map(|&engine| {
        // These times were measured with the tests in the other two engines running at the same time.
        let usual = match engine {
            Engine::Chromium => 610,
            Engine::Firefox => 275,
            Engine::WebKit => 300,
        };
        let name = format!("widget tests in {engine}");
        let file = results_file(&name);
        let work = move |log: &_, results: &mut _| node::run(log, results, &mut command(engine, &file, &[])?, &file);
        let needs = [job::BROWSERS, apps::APPS, job::NATIVE_BUILD];
        let job = Job::new(Kind::Check, name, usual, work).after(&needs);
        if engine == Engine::Firefox { job.after(&[job::GECKODRIVER]) } else { job }
    });
    jobs.collect()
}

/// The call that runs the tests in an engine. `words` are further arguments.
pub fn command(engine: Engine, results: &Path, words: &[String]) -> Result<Command> {
    let browser = setup::browser(engine)?;
    let mut command = Command::new("node");
    command
        .current_dir(paths::root())
        .arg("tests/widget/run.mjs")
        .args(["--engine", &engine.to_string().to_lowercase()])
        .arg("--results")
        .arg(results)
        .args(words)
        .env("PATH", process::search_path())
        .env("BANSPREAD_BROWSER", browser.binary)
        .env("BANSPREAD_DRIVER_PROGRAM", browser.driver)
        .env("BANSPREAD_COMMAND", native::command_file());
    Ok(command)
}
