//! The files of the npm package that a published page loads.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::base::language::{ENGLISH, alike, is_tag};
use crate::format::json;
use crate::format::node::{Member, Value};

/// The files without which a published page does not work.
const NEEDED: [&str; 8] = [
    "banspread.js",
    HASHES,
    "banspread-supplement.js",
    "banspread.wasm",
    "banspread-places.txt",
    "embed.js",
    "embed.css",
    "frames.js",
];
/// The hashes of the files that few pages load.
const HASHES: &str = "banspread-hashes.json";
/// The default dataset. A page with a dataset of its own does not load it.
const DEFAULT: &str = "banspread-data.txt";
/// The script of a page that is one file.
pub const STANDALONE: &str = "banspread.standalone.js";
/// The folder of the message files.
pub const MESSAGES: &str = "messages/";
/// The file with the hash of each file.
pub const LIST: &str = "integrity.json";
/// The endings of the files that browsers load.
const ENDINGS: [&str; 4] = ["js", "wasm", "txt", "css"];

/// The list of the package: the hash of each file. A file that is not listed does not belong to the package.
#[derive(Debug)]
pub struct List(BTreeMap<String, String>);

/// The error for a text that is no list.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error("it is no JSON with the hash of each file")]
pub struct ListError;

impl List {
    /// Reads the list.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or no object of texts.
    pub fn read(json: &[u8]) -> Result<Self, ListError> {
        let text = str::from_utf8(json).map_err(|_| ListError)?;
        // A list has no numbers.
        let tree = json::parse(text, |_| f64::NAN).ok_or(ListError)?;
        let Value::Object(members) = &tree.value else { return Err(ListError) };
        let entry = |member: &Member| Some((member.name.to_string(), member.node.text()?.to_owned()));
        members.iter().map(entry).collect::<Option<_>>().map(Self).ok_or(ListError)
    }

    /// A file without which a published page does not work, and that is not listed: a page with a dataset of its own, or
    /// one with the default dataset.
    pub fn lacks(&self, own_data: bool) -> Option<&'static str> {
        let mut needed = NEEDED.into_iter().chain((!own_data).then_some(DEFAULT));
        needed.find(|name| !self.0.contains_key(*name))
    }

    /// Whether a file is listed.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether these are the listed contents of a file.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        self.0.get(name).is_some_and(|hash| *hash == integrity(bytes))
    }

    /// The files that such a page can load.
    pub fn loaded(&self, own_data: bool) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(move |name| is_loaded(name) && !(own_data && *name == DEFAULT))
    }

    /// The message file of a language, chosen by the rule of the element. `None` for English, and for a language without
    /// a file.
    pub fn words(&self, lang: &str) -> Option<String> {
        let files = self.0.keys().filter_map(|name| name.strip_prefix(MESSAGES)?.strip_suffix(".json"));
        file_of(lang, files).map(|file| format!("{MESSAGES}{file}.json"))
    }
}

/// Scripts, modules, data, style sheets and message files by name.
#[derive(Debug)]
pub struct Package {
    files: BTreeMap<String, Vec<u8>>,
    folder: String,
}

impl Package {
    /// The package of these files. They must be all files that its list has for pages ([`List::loaded`]).
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { folder: folder_of(&files), files }
    }

    /// The name of the folder for these files. The name changes when a file changes.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The files by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The value of the attribute `integrity` for one of the needed files.
    pub(crate) fn integrity(&self, name: &str) -> String {
        integrity(&self.files[name])
    }
}

/// A folder name made from the names and contents of files.
fn folder_of(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        // The lengths separate the files, so that two different packages never give the same input.
        hash.update(format!("{name} {}\n", bytes.len()));
        hash.update(bytes);
    }
    let digits: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("engine-{digits}")
}

/// The message file of a language among the given files. Each file is in the usual script of its language. A tag that
/// asks for Latin letters instead has no file. `iw` is an older tag of Hebrew.
fn file_of<'a>(lang: &str, mut files: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lang = if is_of(lang, &["iw"]) { "he" } else { lang };
    let other_script = is_latin(lang) && is_of(lang, &["ar", "he", "hi", "ja", "ru", "zh"]);
    if other_script || alike(lang, ENGLISH) {
        return None;
    }
    files.find(|file| is_tag(file) && alike(file, lang))
}

/// Whether a tag belongs to one of these languages.
pub(crate) fn is_of(lang: &str, languages: &[&str]) -> bool {
    let language = lang.split('-').next().unwrap_or_default();
    languages.iter().any(|known| known.eq_ignore_ascii_case(language))
}

/// Whether a tag asks for Latin letters.
pub(crate) fn is_latin(lang: &str) -> bool {
    lang.split('-').any(|part| part.eq_ignore_ascii_case("latn"))
}

/// Whether a published page can load a file. The name must be safe in addresses, paths and `_headers`.
fn is_loaded(name: &str) -> bool {
    let (file, endings) = match name.strip_prefix(MESSAGES) {
        Some(file) => (file, &["json"][..]),
        None if name == HASHES => return true,
        None => (name, &ENDINGS[..]),
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    name != STANDALONE && endings.contains(&ending) && file.chars().all(plain) && !file.starts_with('.')
}

/// `sha384-…`, as in an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// `sha256-…`, as in a Content-Security-Policy.
pub(crate) fn fingerprint(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_a_text_for_each_file() {
        let list = List::read(br#"{ "a.js": "sha384-x" }"#).unwrap();
        assert!(list.has("a.js") && !list.has("sha384-x"));
        for text in ["", "[]", "{ \"a.js\": 1 }", "{ \"a.js\": \"x\"", "\u{feff}"] {
            assert_eq!(List::read(text.as_bytes()).unwrap_err(), ListError, "{text}");
        }
        assert_eq!(List::read(b"\xff").unwrap_err(), ListError);
    }

    #[test]
    fn only_files_with_plain_names_that_browsers_load_are_published() {
        for name in ["banspread.js", "messages/pt-BR.json", "embed.css", "banspread.wasm", "banspread-places.txt"] {
            assert!(is_loaded(name), "{name}");
        }
        for name in
            ["a\n  X: y.js", "../a.js", "b/a.js", "messages/../a.json", "a b.js", ".a.js", "a.json", "a.html", "js"]
        {
            assert!(!is_loaded(name), "{name}");
        }
        assert!(!is_loaded(STANDALONE));
    }

    #[test]
    fn regions_share_a_message_file_and_scripts_do_not() {
        let mut table: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/data/language-tags.json")).unwrap();
        let table: Vec<(String, Option<String>)> = serde_json::from_value(table["files"].take()).unwrap();
        let messages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/messages");
        let names = std::fs::read_dir(messages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names.collect();
        let files = || names.iter().map(|name| name.strip_suffix(".json").unwrap());
        for (lang, file) in table {
            assert_eq!(file_of(&lang, files()), file.as_deref(), "{lang}");
        }
        assert_eq!(file_of("de", ["de/../../secret", "../de"].into_iter()), None);
    }
}
