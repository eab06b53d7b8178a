//! The part of `std::fs` that the command uses, with the files of Node.js.

use std::ffi::OsString;
use std::fs::TryLockError;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::import::{self, Stats};

/// What is at a path.
pub(crate) struct Metadata(Stats);

impl Metadata {
    pub(crate) fn is_file(&self) -> bool {
        self.0.is_file()
    }

    pub(crate) fn is_dir(&self) -> bool {
        self.0.is_dir()
    }

    pub(crate) fn is_symlink(&self) -> bool {
        self.0.is_symlink()
    }

    pub(crate) fn len(&self) -> u64 {
        // Files have fewer bytes than a number of JavaScript has whole values.
        self.0.size() as u64
    }

    pub(crate) fn permissions(&self) -> Permissions {
        Permissions(self.0.mode())
    }
}

/// The permissions of a file.
pub(crate) struct Permissions(u32);

impl Permissions {
    pub(crate) fn mode(&self) -> u32 {
        self.0
    }

    pub(crate) fn from_mode(mode: u32) -> Self {
        Self(mode)
    }
}

/// An open file, or a stream of the process.
pub(crate) struct File {
    descriptor: i32,
    is_own: bool,
}

impl File {
    pub(crate) fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::open_with(path.as_ref(), "r")
    }

    pub(crate) fn create_new(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::open_with(path.as_ref(), "wx")
    }

    /// A stream that the process has from its start. It stays open.
    pub(super) fn of_process(descriptor: i32) -> Self {
        Self { descriptor, is_own: false }
    }

    fn open_with(path: &Path, flags: &str) -> io::Result<Self> {
        Ok(Self { descriptor: import::open(text(path), flags).map_err(import::error)?, is_own: true })
    }

    pub(crate) fn sync_all(&self) -> io::Result<()> {
        import::sync(self.descriptor).map_err(import::error)
    }

    pub(crate) fn set_permissions(&self, permissions: Permissions) -> io::Result<()> {
        import::set_mode(self.descriptor, permissions.0).map_err(import::error)
    }

    /// Always an error: Node.js has no locks.
    pub(crate) fn try_lock(&self) -> Result<(), TryLockError> {
        Err(TryLockError::Error(io::ErrorKind::Unsupported.into()))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if self.is_own {
            let _ = import::close(self.descriptor);
        }
    }
}

impl Read for File {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        waiting(|| import::read(self.descriptor, bytes).map_err(import::error))
    }
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        waiting(|| import::write(self.descriptor, bytes).map_err(import::error))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Tries again until a pipe is ready. A pipe of another program can be one that does not wait by itself.
fn waiting(mut attempt: impl FnMut() -> io::Result<u32>) -> io::Result<usize> {
    loop {
        match attempt() {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => import::pause(),
            done => return Ok(done? as usize),
        }
    }
}

/// A name in a folder.
pub(crate) struct DirEntry {
    folder: PathBuf,
    name: String,
}

impl DirEntry {
    pub(crate) fn file_name(&self) -> OsString {
        OsString::from(&self.name)
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    pub(crate) fn file_type(&self) -> io::Result<Metadata> {
        symlink_metadata(self.path())
    }
}

pub(crate) fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn symlink_metadata(path: impl AsRef<Path>) -> io::Result<Metadata> {
    import::stats(text(path.as_ref())).map(Metadata).map_err(import::error)
}

pub(crate) fn create_dir(path: impl AsRef<Path>) -> io::Result<()> {
    import::make_folder(text(path.as_ref())).map_err(import::error)
}

pub(crate) fn create_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
    import::make_folders(text(path.as_ref()), &import::recursive()).map(drop).map_err(import::error)
}

pub(crate) fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    import::rename(text(from.as_ref()), text(to.as_ref())).map_err(import::error)
}

pub(crate) fn remove_file(path: impl AsRef<Path>) -> io::Result<()> {
    import::remove(text(path.as_ref())).map_err(import::error)
}

pub(crate) fn remove_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
    import::remove_all(text(path.as_ref()), &import::recursive()).map_err(import::error)
}

pub(crate) fn read_dir(path: impl AsRef<Path>) -> io::Result<impl Iterator<Item = io::Result<DirEntry>>> {
    let folder = path.as_ref().to_owned();
    let names = import::names(text(&folder)).map_err(import::error)?;
    Ok(names.into_iter().map(move |name| Ok(DirEntry { folder: folder.clone(), name })))
}

/// A path as Node.js takes it. Every path of this process was made from text of JavaScript.
fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
