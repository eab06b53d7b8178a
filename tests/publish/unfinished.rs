//! Writes that end early: each file stays whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{SAMPLE, URL, files, folder, list, package, published, refused, text};

/// The files of a published folder that readers can load, with their bytes.
fn seen(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut seen = files(site);
    seen.retain(|path, _| !text(path).contains("/.banspread-new"));
    seen
}

/// Publishes under the limit of a shell for the size of a file, in blocks of 512 or 1,024 bytes. The signal of a write
/// over the limit ends the process. If the signal is ignored, the write fails as on a full disk.
fn published_within(blocks: u32, signal: &str, package: &Path, out: &Path) -> Option<i32> {
    let command = format!(
        "trap '{signal}' XFSZ; ulimit -f {blocks}; exec {} publish {SAMPLE} --url {URL} --width 300 --title New --package {} --out {}",
        env!("CARGO_BIN_EXE_banspread"),
        text(package),
        text(out),
    );
    Command::new("bash").args(["-c", &command]).output().unwrap().status.code()
}

/// The files of a folder by their names in it.
fn named(files: BTreeMap<PathBuf, Vec<u8>>, root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files.into_iter().map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes)).collect()
}

#[test]
fn an_ended_write_or_a_full_disk_leaves_the_old_folder_unchanged() {
    let folder = folder("whole");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &["--title", "Old"]);
    let before = files(&site);
    fs::write(package.join("embed.js"), vec![b' '; 300_000]).unwrap();
    list(&package);
    for blocks in [1, 40] {
        assert_eq!(published_within(blocks, "-", &package, &site), None, "{blocks}: ended by the signal");
        assert!(seen(&site) == before, "{blocks}: ended");
        assert_eq!(published_within(blocks, "", &package, &site), Some(2), "{blocks}: an error is told");
        assert!(files(&site) == before, "{blocks}: full, and nothing is left over");
    }
    published(&package, &site, &["--title", "New"]);
    assert!(!site.join(".banspread-new").exists());
    assert!(fs::read_to_string(site.join("index.html")).unwrap().contains("<title>New</title>"));
}

#[test]
fn after_a_killed_write_every_file_is_old_or_new() {
    let folder = folder("killed");
    let (package, site, other) = (package(&folder), folder.join("site"), folder.join("other"));
    let arguments = |title: &'static str, out: &Path| {
        let fixed = ["publish", SAMPLE, "--url", URL, "--width", "280", "--title", title];
        let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
        all.extend(["--package", text(&package), "--out", text(out)].map(str::to_owned));
        all
    };
    published(&package, &other, &["--title", "New"]);
    published(&package, &site, &["--title", "Old"]);
    let (old, new) = (named(seen(&site), &site), named(seen(&other), &other));
    // The process is killed when this many new files wait to be renamed.
    for waiting in [0, 1, 6] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments("New", &site)).spawn().unwrap();
        let stage = site.join(".banspread-new");
        let count = || fs::read_dir(&stage).map_or(0, Iterator::count);
        while child.try_wait().unwrap().is_none() && (!stage.exists() || count() < waiting) {
            std::thread::sleep(std::time::Duration::from_micros(100));
        }
        let _ = child.kill();
        child.wait().unwrap();
        let now = named(seen(&site), &site);
        for (path, bytes) in &now {
            assert!([old.get(path), new.get(path)].contains(&Some(bytes)), "{waiting}: {} is whole", path.display());
        }
        assert!(now.len() >= old.len(), "{waiting}: nothing is missing");
        published(&package, &site, &["--title", "Old"]);
        assert!(named(files(&site), &site) == old, "{waiting}: the next one mends what is left over");
    }
}

#[test]
fn of_writes_at_the_same_time_one_folder_is_complete() {
    let folder = folder("at-once");
    let (package, site) = (package(&folder), folder.join("site"));
    let titles = ["First", "Second", "Third", "Fourth"];
    let mut whole = Vec::new();
    for title in titles {
        let alone = folder.join(title);
        published(&package, &alone, &["--title", title]);
        whole.push(named(files(&alone), &alone));
    }
    let start = |title: &str| {
        let fixed = ["publish", SAMPLE, "--url", URL, "--width", "280", "--title", title];
        let mut command = Command::new(env!("CARGO_BIN_EXE_banspread"));
        command.args(fixed).args(["--package", text(&package), "--out", text(&site)]);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let outputs: Vec<Output> = titles.map(start).into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    assert!(outputs.iter().any(|output| output.status.success()));
    for output in outputs.iter().filter(|output| !output.status.success()) {
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && told.contains("another process is writing to"), "{told}");
    }
    // Files whose names have a hash can stay from an earlier one.
    let now = named(files(&site), &site);
    let has = |one: &BTreeMap<PathBuf, Vec<u8>>| one.iter().all(|(path, bytes)| now.get(path) == Some(bytes));
    let complete = whole.iter().filter(|one| has(one)).count();
    assert_eq!(complete, 1, "all files of one of them are there");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    // Nobody can make a folder there, not even the administrator of a machine.
    let package = package(&folder("read-only"));
    let out = "/proc/self/banspread-site";
    let (exit, told) = refused(&["publish", SAMPLE, "--url", URL, "--package", text(&package), "--out", out]);
    assert_eq!(exit, Some(2), "{told}");
    assert!(told.contains(out), "{told}");
}
