//! Replaces files atomically: at every moment a reader finds either the complete old file or the complete new file.
//!
//! A new file is written beside the old one under another name, flushed to the disk, and then renamed. Renaming is one
//! atomic step. Only regular files are replaced: a link leads to another place, and a pipe or device is not a file.

use std::fs::TryLockError;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::machine;
use crate::machine::fs::{self, File};

/// How the names of new files begin, and of the folder for new files, until they get their own names.
const STAGE: &str = ".banspread-new";

/// The steps on a disk. Tests use a disk on which any step can fail.
pub(crate) trait Disk {
    /// Called before each step, with its path.
    ///
    /// # Errors
    ///
    /// Returns the error with which the step fails.
    fn before(&self, step: Step, path: &Path) -> io::Result<()>;
}

/// A step of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Create,
    Write,
    Sync,
    Rename,
}

/// The disk of the machine.
pub(crate) struct Machine;

impl Disk for Machine {
    fn before(&self, _: Step, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a file, or replaces it.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    file_on(&Machine, path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn file_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<()> {
    regular(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (waiting, mut open) = unused(folder, |path| {
        disk.before(Step::Create, path)?;
        create(path)
    })?;
    let written = write(disk, &mut open, &waiting, bytes, path).and_then(|()| rename(disk, &waiting, path));
    if written.is_err() {
        let _ = fs::remove_file(&waiting);
    }
    Ok(written?)
}

/// Whether a regular file exists at the path.
///
/// # Errors
///
/// Returns an error if something else exists at the path, or if the path cannot be read.
fn regular(path: &Path) -> Result<bool> {
    let kind = match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => return Ok(true),
        Ok(found) if found.is_symlink() => "a link",
        Ok(found) if found.is_dir() => "a folder",
        Ok(_) => "a pipe or device",
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    bail!("{} is {kind}, not a regular file", path.display())
}

/// Makes something in a folder, under a random name that nothing there has.
///
/// What already has the name is not removed: it can belong to a process that still writes. Process ids are no names:
/// containers that share a folder can have processes with the same id.
fn unused<T>(folder: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(PathBuf, T)> {
    loop {
        let path = folder.join(format!("{STAGE}-{:016x}", machine::random()));
        match make(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return Ok((path, made?)),
        }
    }
}

fn create(path: &Path) -> io::Result<File> {
    File::create_new(path)
}

/// Writes a new file to the disk, with the permissions of the file that it will replace.
fn write(disk: &dyn Disk, file: &mut File, path: &Path, bytes: &[u8], replaced: &Path) -> io::Result<()> {
    if let Ok(before) = fs::symlink_metadata(replaced) {
        file.set_permissions(plain(before.permissions()))?;
    }
    disk.before(Step::Write, path)?;
    file.write_all(bytes)?;
    disk.before(Step::Sync, path)?;
    file.sync_all()
}

/// The permissions to read, write and execute. The set-user-ID bits are not copied: a new file never runs with the
/// rights of its owner.
fn plain(permissions: fs::Permissions) -> fs::Permissions {
    #[cfg(any(unix, target_arch = "wasm32"))]
    {
        #[cfg(unix)]
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(permissions.mode() & 0o777)
    }
    #[cfg(windows)]
    permissions
}

fn rename(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    disk.before(Step::Rename, to)?;
    fs::rename(from, to)?;
    sync_folder(to.parent().unwrap_or(Path::new(".")));
    Ok(())
}

/// Flushes the names in a folder to the disk, if the system can. Without the flush a power failure can undo a rename,
/// but it never leaves a partial one.
fn sync_folder(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The result for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Written,
    Replaced,
    Unchanged,
}

/// Writes files into a folder. Paths are relative to the folder.
///
/// All files are first written beside the old ones, so that a full disk or an ended process leaves the folder
/// unchanged. Then they are renamed one after another, in the given order. Two processes cannot write into the same
/// folder at the same time.
///
/// # Errors
///
/// Returns an error if a path exists and is not a regular file, if another process writes into the folder, or if the
/// disk fails.
pub(crate) fn folder(out: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<Outcome>> {
    folder_on(&Machine, out, files)
}

fn folder_on(disk: &dyn Disk, out: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<Outcome>> {
    let cannot = |path: &Path| format!("cannot write {}", path.display());
    fs::create_dir_all(out).with_context(|| cannot(out))?;
    let lock = lock(out)?;
    let mut outcomes = Vec::new();
    // All paths are checked before the first file is written.
    for (name, bytes) in files {
        let path = out.join(name);
        folders(out, name, false).with_context(|| cannot(&path))?;
        outcomes.push(match regular(&path).with_context(|| cannot(&path))? {
            true if fs::read(&path).with_context(|| format!("cannot read {}", path.display()))? == *bytes => {
                Outcome::Unchanged
            }
            true => Outcome::Replaced,
            false => Outcome::Written,
        });
    }
    if lock.is_some() {
        clear_ended(out).with_context(|| cannot(out))?;
    }
    let new: Vec<(usize, &(String, Vec<u8>))> =
        files.iter().enumerate().filter(|(place, _)| outcomes[*place] != Outcome::Unchanged).collect();
    if new.is_empty() {
        return Ok(outcomes);
    }
    let (stage, ()) = unused(out, |path| fs::create_dir(path)).with_context(|| cannot(out))?;
    let staged = stage_all(disk, out, &stage, &new);
    let placed = staged.and_then(|()| {
        for (place, (name, _)) in &new {
            let path = out.join(name);
            folders(out, name, true)?;
            rename(disk, &stage.join(place.to_string()), &path).with_context(|| cannot(&path))?;
        }
        Ok(())
    });
    let cleared = fs::remove_dir_all(&stage);
    drop(lock);
    // The error of writing says more than the error of clearing, so it comes first.
    placed?;
    cleared.with_context(|| cannot(&stage))?;
    Ok(outcomes)
}

/// Writes the files into a separate folder, with numbers as names.
fn stage_all(disk: &dyn Disk, out: &Path, stage: &Path, new: &[(usize, &(String, Vec<u8>))]) -> Result<()> {
    for (place, (name, bytes)) in new {
        let (path, waiting) = (out.join(name), stage.join(place.to_string()));
        disk.before(Step::Create, &waiting)
            .and_then(|()| create(&waiting))
            .and_then(|mut open| write(disk, &mut open, &waiting, bytes, &path))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    sync_folder(stage);
    Ok(())
}

/// Checks the folders between the output folder and a file, and makes the missing ones.
fn folders(out: &Path, name: &str, make: bool) -> Result<()> {
    let mut folder = PathBuf::from(out);
    let inner = Path::new(name).parent().unwrap_or(Path::new(""));
    for part in inner.components() {
        let Component::Normal(part) = part else { bail!("{name} is outside the folder") };
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => bail!("{} is not a folder, or is a link to a folder", folder.display()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if make {
                    fs::create_dir(&folder)?;
                    sync_folder(folder.parent().unwrap_or(out));
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Removes the folders for new files that ended processes have left. Only who has the lock can know that they have ended.
/// A file of such a name stays: whoever writes a single file has no lock.
fn clear_ended(out: &Path) -> io::Result<()> {
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        let is_stage = entry.file_name().to_str().is_some_and(|name| name.starts_with(STAGE));
        // A link counts as no folder.
        if is_stage && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Locks a folder against other processes until the lock is dropped or the process ends; `None` where folders have no
/// locks.
fn lock(out: &Path) -> Result<Option<File>> {
    // Windows cannot open folders as files, and Node.js has no locks.
    if cfg!(any(windows, target_arch = "wasm32")) {
        return Ok(None);
    }
    // The lock is on the folder itself. A lock file would be published with the folder, and would stay after an ended
    // process.
    let folder = File::open(out)
        .with_context(|| format!("cannot lock {}: the permission to read the folder is needed", out.display()))?;
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!("another process is writing to {}: try again later", out.display())
        }
        Ok(()) => Ok(Some(folder)),
        // Some network file systems have no locks.
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use super::*;

    /// A disk on which one step fails: the step with the number `at`.
    struct Failing {
        at: usize,
        count: Cell<usize>,
        failed: RefCell<Option<Step>>,
    }

    impl Failing {
        fn at(at: usize) -> Self {
            Self { at, count: Cell::new(0), failed: RefCell::new(None) }
        }
    }

    impl Disk for Failing {
        fn before(&self, step: Step, path: &Path) -> io::Result<()> {
            self.count.set(self.count.get() + 1);
            if self.count.get() - 1 != self.at {
                return Ok(());
            }
            *self.failed.borrow_mut() = Some(step);
            if step == Step::Write {
                // A full disk fails in this way: it writes a part of the file.
                let _ = fs::write(path, "hal");
            }
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("banspread-replace-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn site(edition: &str) -> Vec<(String, Vec<u8>)> {
        let file = |name: &str| (name.to_owned(), format!("{edition} {name}").into_bytes());
        vec![file(&format!("engine-{edition}/a.js")), file("data.json"), file("figure.svg"), file("index.html")]
    }

    /// How many files or folders still have the name of a new one.
    fn unfinished(folder: &Path) -> usize {
        let is_stage = |name: &str| name.starts_with(STAGE);
        fs::read_dir(folder)
            .unwrap()
            .filter(|entry| is_stage(entry.as_ref().unwrap().file_name().to_str().unwrap()))
            .count()
    }

    fn read(folder: &Path, name: &str) -> Option<String> {
        fs::read_to_string(folder.join(name)).ok()
    }

    #[test]
    fn after_any_failed_step_each_file_is_old_or_new_and_the_folder_is_old_until_all_are_written() {
        let files = ["data.json", "figure.svg", "index.html"];
        for at in 0.. {
            let out = scratch(&format!("fails-{at}"));
            folder(&out, &site("old")).unwrap();
            let disk = Failing::at(at);
            let done = folder_on(&disk, &out, &site("new"));
            let failed = *disk.failed.borrow();
            let kept = files.iter().filter(|name| read(&out, name) == Some(format!("old {name}"))).count();
            let new = files.iter().filter(|name| read(&out, name) == Some(format!("new {name}"))).count();
            assert_eq!(kept + new, files.len(), "step {at}: every file is whole");
            assert_eq!(read(&out, "engine-old/a.js").as_deref(), Some("old engine-old/a.js"));
            assert_eq!(unfinished(&out), 0, "step {at}: the folder for new files is removed");
            if failed.is_some_and(|step| step != Step::Rename) {
                assert_eq!(new, 0, "step {at}: nothing is replaced before all is written");
            }
            let page = read(&out, "index.html");
            assert!(page.as_deref() == Some("old index.html") || new == files.len(), "the page comes last");
            assert_eq!(done.is_err(), failed.is_some());
            folder(&out, &site("new")).unwrap();
            assert_eq!(read(&out, "index.html").as_deref(), Some("new index.html"), "the next run writes all files");
            fs::remove_dir_all(&out).unwrap();
            if failed.is_none() {
                assert!(at > 12, "each file has four steps");
                return;
            }
        }
    }

    #[test]
    fn after_any_failed_step_a_single_file_is_unchanged() {
        for at in 0..5 {
            let out = scratch(&format!("file-{at}"));
            let path = out.join("figure.svg");
            file(&path, b"old").unwrap();
            let done = file_on(&Failing::at(at), &path, b"new");
            let expected = if at < 4 { "old" } else { "new" };
            assert_eq!((done.is_err(), fs::read_to_string(&path).unwrap().as_str()), (at < 4, expected));
            assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "no other file stays");
            fs::remove_dir_all(&out).unwrap();
        }
    }

    #[test]
    fn a_locked_folder_is_not_written() {
        let out = scratch("lock");
        let held = lock(&out).unwrap();
        let refused = folder(&out, &site("new")).unwrap_err().to_string();
        assert!(refused.contains("another process"), "{refused}");
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
        drop(held);
        folder(&out, &site("new")).unwrap();
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn a_file_of_another_process_is_neither_removed_nor_written_to() {
        let out = scratch("others");
        let names = RefCell::new(Vec::new());
        // The first name is taken by another process, between the choice of the name and the making of the file.
        let (path, mut open) = unused(&out, |path| {
            names.borrow_mut().push(path.to_owned());
            if names.borrow().len() == 1 {
                fs::write(path, "theirs").unwrap();
            }
            create(path)
        })
        .unwrap();
        open.write_all(b"ours").unwrap();
        let names = names.into_inner();
        assert_eq!((names.len(), &names[1]), (2, &path));
        assert_ne!(names[0], names[1]);
        assert_eq!(fs::read_to_string(&names[0]).unwrap(), "theirs");
        assert_eq!(fs::read_to_string(&path).unwrap(), "ours");
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn the_folder_of_an_ended_process_is_removed_and_the_file_of_a_running_one_stays() {
        let out = scratch("ended");
        fs::create_dir(out.join(format!("{STAGE}-1"))).unwrap();
        fs::write(out.join(format!("{STAGE}-1/0")), "half").unwrap();
        fs::write(out.join(format!("{STAGE}-2")), "of a running process").unwrap();
        folder(&out, &site("new")).unwrap();
        assert_eq!((unfinished(&out), read(&out, &format!("{STAGE}-2")).is_some()), (1, true));
        fs::remove_dir_all(&out).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_read_cannot_be_locked() {
        use std::os::unix::fs::PermissionsExt;
        let out = scratch("unreadable");
        fs::set_permissions(&out, fs::Permissions::from_mode(0o300)).unwrap();
        // Nothing keeps the superuser from reading.
        if File::open(&out).is_err() {
            let refused = folder(&out, &site("new")).unwrap_err().to_string();
            assert!(refused.contains("permission to read"), "{refused}");
        }
        fs::set_permissions(&out, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
        fs::remove_dir_all(&out).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_are_refused_before_anything_is_written() {
        use std::os::unix::fs::symlink;
        let out = scratch("links");
        let elsewhere = scratch("elsewhere");
        fs::write(elsewhere.join("secret"), "secret").unwrap();
        for name in ["data.json", "engine-new", "index.html"] {
            let target = if name == "engine-new" { elsewhere.clone() } else { elsewhere.join("secret") };
            symlink(target, out.join(name)).unwrap();
            assert!(folder(&out, &site("new")).is_err(), "{name}");
            fs::remove_file(out.join(name)).unwrap();
        }
        let pipe = out.join("figure.svg");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(folder(&out, &site("new")).is_err() && file(&pipe, b"").is_err());
        symlink(elsewhere.join("secret"), out.join("link.svg")).unwrap();
        assert!(file(&out.join("link.svg"), b"new").is_err());
        symlink(&elsewhere, out.join(STAGE)).unwrap();
        fs::remove_file(&pipe).unwrap();
        folder(&out, &site("new")).unwrap();
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
        assert_eq!(read(&elsewhere, "secret").as_deref(), Some("secret"));
        fs::remove_dir_all(&out).unwrap();
        fs::remove_dir_all(&elsewhere).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let out = scratch("mode");
        let path = out.join("figure.svg");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        file(&path, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::remove_dir_all(&out).unwrap();
    }
}
