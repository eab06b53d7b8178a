//! Runs jobs side by side, as many as there are cores, each after the jobs that it needs.

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

/// How often the status line is drawn anew.
const TICK: Duration = Duration::from_secs(1);
/// How often running jobs are listed where there is no terminal.
const REMINDER: Duration = Duration::from_secs(60);

/// What a job does: it writes to its log and fills in what its tests found. An error is a failure, too.
type Work<'a> = Box<dyn FnOnce(&Log, &mut Results) -> Result<()> + Send + 'a>;

/// One check, or one thing that checks need.
pub struct Job<'a> {
    name: String,
    /// How many seconds it usually takes.
    usual: u64,
    /// The names of the jobs that have to succeed before this one; those that are not planned are taken as done.
    after: Vec<String>,
    /// What only one job may use at a time.
    lock: Option<&'static str>,
    kind: Kind,
    work: Work<'a>,
}

/// What a job is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It proves something and counts as one check, or with the tests that it runs.
    Check,
    /// It builds or installs what checks need.
    Setup,
    /// The same, where a core has hardly anything to do.
    Download,
}

/// How a job ended.
pub struct Finding {
    /// The job's name.
    pub name: String,
    /// What the job is for.
    pub kind: Kind,
    /// What its tests found.
    pub results: Results,
    /// Why it failed beside its tests.
    pub error: Option<String>,
    /// Whether it ran: a job does not run after one that failed.
    pub ran: bool,
    /// How long it ran.
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
    /// A job of a name that usually takes so many seconds.
    pub fn new(
        kind: Kind,
        name: impl Into<String>,
        usual: u64,
        work: impl FnOnce(&Log, &mut Results) -> Result<()> + Send + 'a,
    ) -> Self {
        Self { name: name.into(), usual, after: Vec::new(), lock: None, kind, work: Box::new(work) }
    }

    /// Has the job wait for others.
    pub fn after(mut self, names: &[&str]) -> Self {
        self.after.extend(names.iter().map(|name| (*name).to_owned()));
        self
    }

    /// Keeps the job from running beside others with the same lock.
    pub fn lock(mut self, name: &'static str) -> Self {
        self.lock = Some(name);
        self
    }

    /// The job's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of the jobs that it waits for.
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

/// Runs all jobs, the first in the list first where several could run; `ended` hears of each that ended.
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
    assert!(waiting.is_empty(), "jobs that wait for each other");
    findings
}

/// Whether nothing that a job needs is still planned or running, and a core is free for it.
fn can_start(job: &Job, waiting: &[Job], running: &[Running], cores: usize) -> bool {
    let busy: usize = running.iter().map(|job| job.cores).sum();
    let pending =
        |name: &String| running.iter().any(|job| job.name == *name) || waiting.iter().any(|job| job.name == *name);
    busy + job.cores() <= cores
        && !job.after.iter().any(pending)
        && !running.iter().any(|other| other.lock.is_some() && other.lock == job.lock)
}

/// Does a job's work.
fn perform(name: String, kind: Kind, work: Work) -> Finding {
    let start = Instant::now();
    let mut results = Results::default();
    // A bug in one check is a failure of that check, and the others still run.
    let done = panic::catch_unwind(AssertUnwindSafe(|| work(&Log::of(&name).clear()?, &mut results)));
    let error = match done {
        Ok(result) => result.err(),
        Err(_) => Some(anyhow!("xtask itself panicked")),
    };
    let error = error.map(|error| format!("{error:#}"));
    Finding { name, kind, results, error, ran: true, time: start.elapsed() }
}

/// What becomes of a job after one that failed.
fn skip(job: Job, good: &HashMap<String, bool>) -> Finding {
    let failed: Vec<&str> =
        job.after.iter().filter(|name| good.get(*name) == Some(&false)).map(String::as_str).collect();
    let error = Some(format!("needs: {}", failed.join(", ")));
    Finding { name: job.name, kind: job.kind, results: Results::default(), error, ran: false, time: Duration::ZERO }
}

/// Which jobs run, and for how long.
fn list(running: &[Running]) -> String {
    let one = |job: &Running| {
        format!("{} ({} of about {})", job.name, clock(job.start.elapsed()), clock(Duration::from_secs(job.usual)))
    };
    running.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Minutes and seconds.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

/// Empties the folder of logs.
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
    fn no_job_runs_after_one_that_failed_and_the_others_do() {
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
    fn locks_and_cores_are_kept() {
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
