//! Child processes: finds programs, runs them, reads their output and ends them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, iter};

use anyhow::{Context, Result, bail};

use crate::paths;

/// The time that a process has to end after the signal TERM.
const PATIENCE: Duration = Duration::from_secs(5);

/// The `PATH` of a child: the tools of this project come first.
pub fn search_path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = iter::once(paths::tools().join("bin")).chain(env::split_paths(&inherited));
    env::join_paths(folders).unwrap_or(inherited)
}

/// The first program of this name on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Runs a command and returns its standard output. An error contains the whole output.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", line(command)))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    bail!("{} ended with {}\n{printed}{complaint}", line(command), output.status);
}

/// The command as a person types it, without its environment.
pub fn line(command: &Command) -> String {
    let words = iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Ends a child process and all its descendants.
pub fn end(child: &mut Child) {
    let family = family(child.id());
    signal("TERM", &family);
    let left = outlast(&family);
    signal("KILL", &left);
    outlast(&left);
    let _ = child.wait();
}

/// Waits until processes end. Returns the processes that still run after [`PATIENCE`].
fn outlast(family: &[u32]) -> Vec<u32> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let left: Vec<u32> = family.iter().copied().filter(|&id| is_running(id)).collect();
        if left.is_empty() || Instant::now() > deadline {
            return left;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// A process and all its descendants. The process itself is last.
fn family(ancestor: u32) -> Vec<u32> {
    let mut members = vec![ancestor];
    let parents = parents();
    let mut next = 0;
    while next < members.len() {
        let parent = members[next];
        members.extend(parents.iter().filter(|pair| pair.1 == parent).map(|pair| pair.0));
        next += 1;
    }
    members.reverse();
    members
}

/// Every process of this machine with its parent.
fn parents() -> Vec<(u32, u32)> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return ps(&["-A"]).into_iter().map(|(id, parent, _)| (id, parent)).collect();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|id| Some((id, stat(id)?.1)))
        .collect()
}

/// Whether a process runs. A zombie, whose parent has not read its exit code, does not.
fn is_running(id: u32) -> bool {
    let state = if Path::new("/proc").is_dir() {
        stat(id).map(|(state, _)| state)
    } else {
        ps(&["-p", &id.to_string()]).first().map(|(_, _, state)| *state)
    };
    state.is_some_and(|state| state != 'Z')
}

/// State and parent of a process on Linux.
fn stat(id: u32) -> Option<(char, u32)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name of the program is in brackets, and can itself contain brackets and blanks. The fields after the last
    // bracket cannot.
    let mut fields = text.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}

/// Id, parent and state of the processes that `ps` selects with these arguments. macOS has no `/proc`, and small Linux
/// systems have no `ps`.
fn ps(which: &[&str]) -> Vec<(u32, u32, char)> {
    let mut command = Command::new("ps");
    command.args(which).args(["-o", "pid=", "-o", "ppid=", "-o", "state="]);
    read(&mut command).map(|text| text.lines().filter_map(process_of).collect()).unwrap_or_default()
}

/// Id, parent and state from a line of `ps`: `  812   1 Ss`.
fn process_of(line: &str) -> Option<(u32, u32, char)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?.chars().next()?))
}

/// Sends a signal to processes. A process that has already ended is not an error.
fn signal(name: &str, ids: &[u32]) {
    if ids.is_empty() {
        return;
    }
    let ids = ids.iter().map(u32::to_string);
    let mut kill = Command::new("sh");
    kill.args(["-c", "kill -s \"$@\"", "sh", name]).args(ids);
    let _ = kill.stdout(Stdio::null()).stderr(Stdio::null()).status();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_of_a_command_that_failed_is_in_the_error() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo out; echo err >&2; exit 3"]);
        let error = read(&mut command).unwrap_err().to_string();
        assert!(error.contains("out\nerr\n"), "{error}");
        assert!(error.contains("exit status: 3"), "{error}");
    }

    #[test]
    fn ending_a_child_ends_its_children() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & wait"]);
        let mut child = command.spawn().unwrap();
        let deadline = Instant::now() + PATIENCE;
        while family(child.id()).len() < 2 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
        let family = family(child.id());
        assert_eq!(family.len(), 2);
        end(&mut child);
        assert!(!family.into_iter().any(is_running));
    }

    #[test]
    fn processes_are_read_from_the_lines_of_ps() {
        for (line, expected) in [
            ("  812     1 Ss  ", Some((812, 1, 'S'))),
            ("99999 812 Z+", Some((99999, 812, 'Z'))),
            ("  PID  PPID S", None),
            ("", None),
        ] {
            assert_eq!(process_of(line), expected, "{line}");
        }
    }
}
