//! The log of a check: a file with its output.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// The maximal time of a command. The runner of the browser tests has a shorter limit, so it can report what hangs.
pub const LIMIT: Duration = Duration::from_secs(35 * 60);

/// A log.
pub struct Log {
    /// The file of the log.
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

    /// Runs a command and writes its output to the log. Ends the command after [`LIMIT`].
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.run_within(LIMIT, command)
    }

    /// The same with another limit.
    pub fn run_within(&self, limit: Duration, command: &mut Command) -> Result<()> {
        let file = self.open(command)?;
        command.stdout(file.try_clone()?).stderr(file);
        wait(command, limit)
    }

    /// The same, but returns the standard output as text, also if the command fails.
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

    /// The text of the log.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.file).unwrap_or_default()).into_owned()
    }

    /// Opens the log, and writes the command to it.
    fn open(&self, command: &Command) -> Result<File> {
        self.write(&format!("$ {}\n", process::line(command)));
        Ok(OpenOptions::new().append(true).open(&self.file)?)
    }
}

/// The folder of logs. Tests of this program use another folder, because the checks run at the same time.
pub fn folder() -> PathBuf {
    paths::records().join(if cfg!(test) { "log-of-tests" } else { "log" })
}

/// Runs a command, and ends it after the limit.
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
