//! The file that the output of a check goes to.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// After this time a command hangs. Runners of browser tests give up before.
pub const LIMIT: Duration = Duration::from_secs(35 * 60);

/// A log.
pub struct Log {
    /// The file.
    pub file: PathBuf,
}

impl Log {
    /// The log of a check.
    pub fn of(name: &str) -> Self {
        Self { file: folder().join(format!("{}.txt", name.replace([' ', '/'], "-"))) }
    }

    /// Empties the log.
    pub fn clear(self) -> Result<Self> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, "")?;
        Ok(self)
    }

    /// Runs a command with its output in the log, and ends it when it hangs.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.run_within(LIMIT, command)
    }

    /// The same, for a command that has less time.
    pub fn run_within(&self, limit: Duration, command: &mut Command) -> Result<()> {
        let file = self.open(command)?;
        command.stdout(file.try_clone()?).stderr(file);
        wait(command, limit)
    }

    /// The same, with its standard output in a file of its own, which is returned as text in any case.
    pub fn run_for_output(&self, command: &mut Command) -> (String, Result<()>) {
        let file = self.file.with_extension("out");
        let mut run = || {
            let log = self.open(command)?;
            command.stdout(File::create(&file)?).stderr(log);
            wait(command, LIMIT)
        };
        let result = run();
        let output = fs::read(&file).unwrap_or_default();
        let _ = fs::remove_file(file);
        (String::from_utf8_lossy(&output).into_owned(), result)
    }

    /// Adds text.
    pub fn write(&self, text: &str) {
        let file = OpenOptions::new().create(true).append(true).open(&self.file);
        let _ = file.and_then(|mut file| file.write_all(text.as_bytes()));
    }

    /// What is in the log.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.file).unwrap_or_default()).into_owned()
    }

    /// The log, in which the command is named.
    fn open(&self, command: &Command) -> Result<File> {
        self.write(&format!("$ {}\n", process::line(command)));
        Ok(OpenOptions::new().append(true).open(&self.file)?)
    }
}

/// The folder of logs. Tests of this program do not write among those of the checks that run beside.
pub fn folder() -> PathBuf {
    paths::records().join(if cfg!(test) { "log-of-tests" } else { "log" })
}

/// Waits for a command, and ends it after some time.
fn wait(command: &mut Command, limit: Duration) -> Result<()> {
    let mut child =
        command.stdin(Stdio::null()).spawn().with_context(|| format!("cannot start {}", process::line(command)))?;
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            if status.success() {
                return Ok(());
            }
            bail!("{} ended with {status}", process::line(command));
        }
        if Instant::now() > deadline {
            process::end(&mut child);
            bail!("{} gave no result within {} s", process::line(command), limit.as_secs());
        }
        thread::sleep(Duration::from_millis(20));
    }
}
