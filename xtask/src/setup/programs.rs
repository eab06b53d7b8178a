//! Finds browsers and their drivers: on the search path, in the app folders of macOS, in the folders of WebKitGTK.
//!
//! `tests/widget/programs.mjs` looks in the same places, for tests that run without this program.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::engine::Engine;
use super::manager::MACOS;
use crate::process;

/// The folders in which Linux distributions put programs that belong to libraries.
const LIBRARIES: [&str; 2] = ["/usr/lib", "/usr/libexec"];

/// The program of the WebDriver of an engine.
pub fn driver(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "chromedriver",
        Engine::Firefox => "geckodriver",
        Engine::WebKit => "WebKitWebDriver",
    }
}

/// The browser of an engine, if it is installed.
pub fn browser(engine: Engine) -> Option<PathBuf> {
    if engine == Engine::WebKit {
        let in_libraries = || LIBRARIES.into_iter().find_map(|folder| mini_browser(Path::new(folder)));
        return names(engine).iter().find_map(|name| process::find(name)).or_else(in_libraries);
    }
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let on_path = names(engine).iter().find_map(|name| process::find(name));
    on_path.or_else(|| apps(engine, env::consts::OS, &home).into_iter().find(|path| path.is_file()))
}

/// The names of a browser's program in the distributions.
fn names(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["chromium", "chromium-browser", "google-chrome"],
        Engine::Firefox => &["firefox", "firefox-esr"],
        Engine::WebKit => &["MiniBrowser"],
    }
}

/// The programs of an engine in the app folders of macOS: first the folder of the machine, then the folder of the user.
fn apps(engine: Engine, os: &str, home: &Path) -> Vec<PathBuf> {
    let programs: &[&str] = match engine {
        _ if os != MACOS => &[],
        Engine::Chromium => &["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"],
        Engine::Firefox => &["Firefox.app/Contents/MacOS/firefox"],
        Engine::WebKit => &[],
    };
    let folders = [PathBuf::from("/Applications"), home.join("Applications")];
    folders.iter().flat_map(|folder| programs.iter().map(|program| folder.join(program))).collect()
}

/// The newest MiniBrowser of WebKitGTK in a folder of libraries. On Debian it is one level deeper, in a folder for the
/// processor.
fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let outer: Vec<PathBuf> = subfolders(libraries).collect();
    let inner = outer.iter().flat_map(|folder| subfolders(folder)).collect::<Vec<_>>();
    let mut found: Vec<PathBuf> = outer
        .into_iter()
        .chain(inner)
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// The folders inside of a folder.
fn subfolders(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn only_macos_has_browsers_among_its_apps() {
        let home = Path::new("/Users/me");
        let found = apps(Engine::Firefox, "macos", home);
        let expected = [
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "/Users/me/Applications/Firefox.app/Contents/MacOS/firefox",
        ];
        assert_eq!(found, expected.map(PathBuf::from));
        assert_eq!(apps(Engine::Chromium, "macos", home).len(), 4);
        assert!(apps(Engine::Chromium, "linux", home).is_empty());
    }

    #[test]
    fn the_newest_small_browser_is_found_in_the_folders_of_each_distribution() {
        for (name, browsers, expected) in [
            (
                "debian",
                &["x86_64-linux-gnu/webkit2gtk-4.0", "x86_64-linux-gnu/webkit2gtk-4.1"][..],
                Some("x86_64-linux-gnu/webkit2gtk-4.1"),
            ),
            ("fedora", &["webkit2gtk-4.1", "webkitgtk-6.0"], Some("webkitgtk-6.0")),
            ("none", &["chromium"], None),
        ] {
            let root = paths::records().join("mini-browser-test").join(name);
            let _ = fs::remove_dir_all(&root);
            for folder in browsers {
                fs::create_dir_all(root.join(folder)).unwrap();
                fs::write(root.join(folder).join("MiniBrowser"), "").unwrap();
            }
            assert_eq!(mini_browser(&root), expected.map(|folder| root.join(folder).join("MiniBrowser")), "{name}");
        }
    }
}
