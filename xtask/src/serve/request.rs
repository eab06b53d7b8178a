//! What a URL asks for.

use std::path::PathBuf;

use super::wishes::Wishes;

/// The folders of the repository that are served under their own names.
const FOLDERS: [&str; 4] = ["datasets", "pkg", "tests", "www"];
/// Folders that the server calls otherwise: the gallery of references, and what tests make to look at.
const OTHERS: [(&str, &str); 2] = [("gallery", "tests/references"), ("made", MADE)];
/// Where tests and chores lay pages that they make, from the root of the repository.
const MADE: &str = "target/made";

/// A file of the repository, and how to serve it.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The file, from the root of the repository.
    pub path: PathBuf,
    /// How a test wants it to go wrong.
    pub wishes: Wishes,
}

impl Wanted {
    /// Reads path and query of a URL; `None` when nothing can be there.
    pub fn read(url: &str) -> Option<Self> {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let path = file(&decode(path)?)?;
        Some(Self { path, wishes: Wishes::read(query) })
    }
}

/// The file at a path of the server: a folder's index, a file of a served folder, or else a file of `www`.
fn file(path: &str) -> Option<PathBuf> {
    let mut names: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    if names.last() == Some(&"") {
        names.pop();
        names.push("index.html");
    }
    if !names.iter().all(|name| is_plain(name)) {
        return None;
    }
    if let Some((_, folder)) = OTHERS.iter().find(|(name, _)| names.len() > 1 && names[0] == *name) {
        names[0] = folder;
        return Some(names.into_iter().collect());
    }
    let served = names.len() > 1 && FOLDERS.contains(&names[0]);
    let start = if served { None } else { Some("www") };
    Some(start.into_iter().chain(names).collect())
}

/// Whether a name is that of a file or folder right here, and not a hidden one.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', '\0', ':'])
}

/// Text with its percent-encoded bytes decoded; `None` when that gives no text.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = str::from_utf8(tail.get(..2)?).ok()?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &tail[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(url: &str) -> Option<String> {
        Some(Wanted::read(url)?.path.to_str()?.to_owned())
    }

    #[test]
    fn the_root_is_the_demo() {
        assert_eq!(path("/").as_deref(), Some("www/index.html"));
    }

    #[test]
    fn served_folders_keep_their_names() {
        assert_eq!(path("/pkg/banspread.js").as_deref(), Some("pkg/banspread.js"));
        assert_eq!(path("/www/").as_deref(), Some("www/index.html"));
        assert_eq!(path("/tests/widget/page.html?x=1").as_deref(), Some("tests/widget/page.html"));
    }

    #[test]
    fn the_gallery_is_beside_the_demo() {
        assert_eq!(path("/gallery/").as_deref(), Some("tests/references/index.html"));
        assert_eq!(path("/gallery/map-portrait.svg").as_deref(), Some("tests/references/map-portrait.svg"));
    }

    #[test]
    fn what_tests_make_is_served() {
        assert_eq!(path("/made/site/index.html").as_deref(), Some("target/made/site/index.html"));
    }

    #[test]
    fn other_paths_are_files_of_www() {
        assert_eq!(path("/article.css").as_deref(), Some("www/article.css"));
        assert_eq!(path("/target/secret").as_deref(), Some("www/target/secret"));
    }

    #[test]
    fn encoded_letters_are_decoded() {
        assert_eq!(path("/datasets/a%20b.json").as_deref(), Some("datasets/a b.json"));
        assert_eq!(path("/datasets/%zz"), None);
        assert_eq!(path("/datasets/%+1"), None);
        assert_eq!(path("/datasets/%2"), None);
    }

    #[test]
    fn no_path_leads_out_or_to_hidden_files() {
        for url in [
            "/../x",
            "/www/../../x",
            "/www/%2e%2e/x",
            "/www/..%2fx",
            "/.git/config",
            "//etc/passwd",
            "/a%5c..%5cx",
            "x",
        ] {
            assert_eq!(path(url), None, "{url}");
        }
    }
}
