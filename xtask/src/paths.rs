//! Folders: the repository, the build, the tools of this project.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The target folder of Cargo.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder for records and logs of `cargo xtask`.
pub fn records() -> PathBuf {
    target().join("xtask")
}

/// The folder for the tools of this project. They are separate from the tools of the machine's owner, who can have
/// other versions.
pub fn tools() -> PathBuf {
    let home = env::var_os("HOME").unwrap_or_default();
    cache(env::consts::OS, env::var_os("XDG_CACHE_HOME"), Path::new(&home)).join("banspread/tools")
}

/// The cache folder of the user. `XDG_CACHE_HOME` also counts on macOS: users who set it there want it to be used.
fn cache(os: &str, xdg: Option<OsString>, home: &Path) -> PathBuf {
    match xdg {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ if os == "macos" => home.join("Library/Caches"),
        _ => home.join(".cache"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_folder_for_caches() {
        for (os, xdg, expected) in [
            ("linux", None, "/home/me/.cache"),
            ("linux", Some(""), "/home/me/.cache"),
            ("linux", Some("/cache"), "/cache"),
            ("macos", None, "/home/me/Library/Caches"),
            ("macos", Some("/cache"), "/cache"),
        ] {
            assert_eq!(cache(os, xdg.map(OsString::from), Path::new("/home/me")), Path::new(expected), "{os} {xdg:?}");
        }
    }
}
