//! ZIP archives. Node.js packs them, so that no crate must be compiled for this.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, process};

/// Writes an archive of files. Paths are relative to `folder`, and in the archive to the folder `inside`.
pub fn write(archive: &Path, folder: &Path, inside: &str, names: &[String]) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(paths::root().join("xtask/src/release/archive.mjs")).arg(archive).arg(folder).arg(inside).args(names);
    process::read(&mut node).map(drop).with_context(|| format!("cannot write {}", archive.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_same_files_make_the_same_archive_at_another_time_in_another_zone() {
        let folder = paths::records().join("archive-test");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("in")).unwrap();
        let names = ["a.txt".to_owned(), "in/b.txt".to_owned()];
        let pack = |archive: &str| {
            for name in &names {
                fs::write(folder.join(name), "the same").unwrap();
            }
            write(&folder.join(archive), &folder, "made", &names).unwrap();
            fs::read(folder.join(archive)).unwrap()
        };
        let first = pack("first.zip");
        assert!(first.starts_with(b"PK\x03\x04") && first.windows(13).any(|name| name == b"made/in/b.txt"));
        let file = fs::File::open(folder.join("a.txt")).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)).unwrap();
        assert_eq!(pack("second.zip"), first);
        fs::remove_dir_all(&folder).unwrap();
    }
}
