//! Writes that end early: each file stays whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{SAMPLE, URL, files, folder, list, package, published, text};

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
    let inside = |files: BTreeMap<PathBuf, Vec<u8>>, root: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        files.into_iter().map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes)).collect()
    };
    let (old, new) = (inside(seen(&site), &site), inside(seen(&other), &other));
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
        let now = inside(seen(&site), &site);
        for (path, bytes) in &now {
            assert!([old.get(path), new.get(path)].contains(&Some(bytes)), "{waiting}: {} is whole", path.display());
        }
        assert!(now.len() >= old.len(), "{waiting}: nothing is missing");
        published(&package, &site, &["--title", "Old"]);
        assert!(inside(files(&site), &site) == old, "{waiting}: the next one mends what is left over");
    }
}
