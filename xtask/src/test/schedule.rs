//! Runs jobs side by side, one on each core. A job starts after the jobs that it needs.

use std::collections::HashMap;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::log::{self, Log};
use super::results::Results;
use crate::console;

/// The time between two updates of the status line.
const TICK: Duration = Duration::from_secs(1);
/// The time between two lists of the running jobs, if the output is not a terminal.
const REMINDER: Duration = Duration::from_secs(60);

/// The work of a job: it writes to the log and fills the results of its tests. An error also is a failure.
type Work<'a> = Box<dyn FnOnce(&Log, &mut Results) -> Result<()> + Send + 'a>;

/// A check, or a step that checks need.
pub struct Job<'a> {
    name: String,
    /// The usual time in seconds.
    usual: u64,
    /// The names of the jobs that must succeed before this one. A job that is not planned counts as done.
    after: Vec<String>,
    /// The lock. Only one job with the same lock runs at a time.
    lock: Option<&'static str>,
    kind: Kind,
    work: Work<'a>,
}

/// The purpose of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A check. It counts as one, or as the number of its tests.
    Check,
    /// A job that builds or installs something for checks.
    Setup,
    /// The same for a job that waits for the network and needs almost no core.
    Download,
}

/// The result of a job.
pub struct Finding {
    /// The job's name.
    pub name: String,
    /// The purpose of the job.
    pub kind: Kind,
    /// The results of its tests.
    pub results: Results,
    /// The error of the job itself, not of its tests.
    pub error: Option<String>,
    /// Whether the job ran. A job does not run if a job that it needs failed.
    pub ran: bool,
    /// The time that the job took.
    pub time: Duration,
}

struct Running {
    name: String,
    usual: u64,
    lock: Option<&'static str>,
    cores: usize,
    start: Instant,
}

impl<'a> Job<'a> {
    /// A job with its name, its usual time in seconds, and its work.
    pub fn new(
        kind: Kind,
        name: impl Into<String>,
        usual: u64,
        work: impl FnOnce(&Log, &mut Results) -> Result<()> + Send + 'a,
    ) -> Self {
        Self { name: name.into(), usual, after: Vec::new(), lock: None, kind, work: Box::new(work) }
    }

    /// Makes the job wait for other jobs.
    pub fn after(mut self, names: &[&str]) -> Self {
        self.after.extend(names.iter().map(|name| (*name).to_owned()));
        self
    }

    /// Sets the lock of the job.
    pub fn lock(mut self, name: &'static str) -> Self {
        self.lock = Some(name);
        self
    }

    /// The job's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of the jobs for which this job waits.
    #[cfg(test)]
    pub fn needs(&self) -> &[String] {
        &self.after
    }

    fn cores(&self) -> usize {
        usize::from(self.kind != Kind::Download)
    }
}

impl Finding {
    /// Whether nothing failed.
    pub fn is_good(&self) -> bool {
        self.ran && self.error.is_none() && self.results.failed == 0
    }
}

/// Runs all jobs. If several jobs can start, the first one in the list starts. Calls `ended` after each job.
pub fn run(jobs: Vec<Job>, cores: usize, mut ended: impl FnMut(&Finding)) -> Vec<Finding> {
    let count = jobs.len();
    let mut waiting = jobs;
    let mut running: Vec<Running> = Vec::new();
    let mut findings: Vec<Finding> = Vec::new();
    let mut reminded = Instant::now();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        loop {
            let good: HashMap<String, bool> = findings.iter().map(|f| (f.name.clone(), f.is_good())).collect();
            if let Some(at) = waiting.iter().position(|job| job.after.iter().any(|name| good.get(name) == Some(&false)))
            {
                findings.push(skip(waiting.remove(at), &good));
                ended(findings.last().expect("one was just added"));
                continue;
            }
            if let Some(at) = waiting.iter().position(|job| can_start(job, &waiting, &running, cores)) {
                let Job { name, usual, lock, kind, work, .. } = waiting.remove(at);
                let cores = usize::from(kind != Kind::Download);
                running.push(Running { name: name.clone(), usual, lock, cores, start: Instant::now() });
                let sender = sender.clone();
                scope.spawn(move || drop(sender.send(perform(name, kind, work))));
                continue;
            }
            if running.is_empty() {
                break;
            }
            match receiver.recv_timeout(TICK) {
                Ok(finding) => {
                    running.retain(|job| job.name != finding.name);
                    ended(&finding);
                    findings.push(finding);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            let text = format!("{} of {count} done; {}", findings.len(), list(&running));
            console::status(&text);
            if !console::is_terminal() && reminded.elapsed() > REMINDER {
                console::say(&text);
                reminded = Instant::now();
            }
        }
    });
    console::status("");
    assert!(waiting.is_empty(), "these jobs wait for each other");
    findings
}

/// Whether a job can start: all jobs that it needs have ended, its lock is free, and a core is free.
fn can_start(job: &Job, waiting: &[Job], running: &[Running], cores: usize) -> bool {
    let busy: usize = running.iter().map(|job| job.cores).sum();
    let pending =
        |name: &String| running.iter().any(|job| job.name == *name) || waiting.iter().any(|job| job.name == *name);
    busy + job.cores() <= cores
        && !job.after.iter().any(pending)
        && !running.iter().any(|other| other.lock.is_some() && other.lock == job.lock)
}

/// Runs the work of a job.
fn perform(name: String, kind: Kind, work: Work) -> Finding {
    let start = Instant::now();
    let mut results = Results::default();
    // A panic in one check is a failure of that check only. The other checks still run.
    let done = panic::catch_unwind(AssertUnwindSafe(|| work(&Log::of(&name).clear()?, &mut results)));
    let error = match done {
        Ok(result) => result.err(),
        Err(_) => Some(anyhow!("xtask itself panicked")),
    };
    let error = error.map(|error| format!("{error:#}"));
    Finding { name, kind, results, error, ran: true, time: start.elapsed() }
}

/// The result of a job that does not run because a job that it needs failed.
fn skip(job: Job, good: &HashMap<String, bool>) -> Finding {
    let failed: Vec<&str> =
        job.after.iter().filter(|name| good.get(*name) == Some(&false)).map(String::as_str).collect();
    let error = Some(format!("needs: {}", failed.join(", ")));
    Finding { name: job.name, kind: job.kind, results: Results::default(), error, ran: false, time: Duration::ZERO }
}

/// The running jobs, each with its time.
fn list(running: &[Running]) -> String {
    let one = |job: &Running| {
        format!("{} ({} of about {})", job.name, clock(job.start.elapsed()), clock(Duration::from_secs(job.usual)))
    };
    running.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A time in minutes and seconds.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

/// Removes all logs.
pub fn clear_logs() -> Result<()> {
    let folder = log::folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use anyhow::bail;

    use super::*;

    fn names(findings: &[Finding]) -> Vec<&str> {
        findings.iter().map(|finding| finding.name.as_str()).collect()
    }

    #[test]
    fn a_job_runs_after_what_it_needs() {
        let order = Mutex::new(Vec::new());
        let job = |name: &'static str| {
            let order = &order;
            Job::new(Kind::Check, name, 1, move |_, _| {
                order.lock().unwrap().push(name);
                Ok(())
            })
        };
        let jobs = vec![job("schedule c").after(&["schedule b"]), job("schedule b").after(&["schedule a"])];
        run(jobs.into_iter().chain([job("schedule a")]).collect(), 2, |_| {});
        assert_eq!(*order.lock().unwrap(), ["schedule a", "schedule b", "schedule c"]);
    }

    #[test]
    fn no_job_runs_after_a_failed_one_that_it_needs_and_others_run() {
        let jobs = vec![
            Job::new(Kind::Setup, "schedule fails", 1, |_, _| bail!("no")),
            Job::new(Kind::Check, "schedule needs it", 1, |_, _| Ok(())).after(&["schedule fails"]),
            Job::new(Kind::Check, "schedule needs that", 1, |_, _| Ok(())).after(&["schedule needs it"]),
            Job::new(Kind::Check, "schedule is alone", 1, |_, _| Ok(())),
        ];
        let findings = run(jobs, 1, |_| {});
        let ran: Vec<&str> = findings.iter().filter(|finding| finding.ran).map(|f| f.name.as_str()).collect();
        assert_eq!(ran, ["schedule fails", "schedule is alone"]);
        let good: Vec<&Finding> = findings.iter().filter(|finding| finding.is_good()).collect();
        assert_eq!(good.len(), 1);
    }

    #[test]
    fn locks_and_the_number_of_cores_are_respected() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let job = |name: &'static str| {
            let (now, most) = (&now, &most);
            Job::new(Kind::Check, name, 1, move |_, _| {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(30));
                now.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            })
        };
        let jobs = || ["schedule 1", "schedule 2", "schedule 3", "schedule 4"].into_iter().map(job);
        run(jobs().collect(), 2, |_| {});
        assert_eq!(most.swap(0, Ordering::SeqCst), 2);
        run(jobs().map(|job| job.lock("it")).collect(), 2, |_| {});
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn a_panic_is_a_failure() {
        let jobs = vec![Job::new(Kind::Check, "schedule panics", 1, |_, _| panic!("on purpose"))];
        let findings = run(jobs, 1, |_| {});
        assert_eq!(names(&findings), ["schedule panics"]);
        assert!(!findings[0].is_good());
    }
}
