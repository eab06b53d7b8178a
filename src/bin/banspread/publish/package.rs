//! The files of the npm package that a published page loads.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use banspread::base::language::{ENGLISH, alike, is_tag};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::machine::fs;

/// The files without which a published page does not work.
const NEEDED: [&str; 6] =
    ["banspread.js", "banspread-supplement.js", "banspread.wasm", "embed.js", "embed.css", "frames.js"];
/// The script of a page that is one file.
const STANDALONE: &str = "banspread.standalone.js";
/// The folder of the message files.
const MESSAGES: &str = "messages/";
/// The file with the hash of each file.
const LIST: &str = "integrity.json";
/// The endings of the files that browsers load.
const ENDINGS: [&str; 3] = ["js", "wasm", "css"];

/// Scripts, modules, style sheets and message files by name.
pub(crate) struct Package {
    files: BTreeMap<String, Vec<u8>>,
    folder: String,
}

impl Package {
    /// Reads the package in a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let known = hashes(folder)?;
        if let Some(name) = NEEDED.into_iter().find(|name| !known.contains_key(*name)) {
            return absent(folder, anyhow::anyhow!("{LIST} does not list {name}"));
        }
        // `read` refuses links to files only: the folder itself could lead out of the package.
        let messages = folder.join(MESSAGES.trim_end_matches('/'));
        if fs::symlink_metadata(&messages).is_ok_and(|found| found.is_symlink()) {
            return absent(folder, anyhow::anyhow!("{} is a link", messages.display()));
        }
        let mut files = BTreeMap::new();
        for name in known.keys().filter(|name| is_loaded(name)) {
            files.insert(name.clone(), verified(folder, &known, name)?);
        }
        Ok(Self { folder: folder_of(&files), files })
    }

    /// The name of the folder for these files. The name changes when a file changes.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// The files by name.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
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

/// The script of a page that is one file, from the package in a folder.
pub(crate) fn standalone(folder: &Path) -> Result<String> {
    let bytes = verified(folder, &hashes(folder)?, STANDALONE)?;
    String::from_utf8(bytes).with_context(|| format!("{STANDALONE} is not UTF-8"))
}

/// The message file of a language, chosen by the rule of the element. `None` for English, and for a language without a
/// file.
pub(crate) fn words(folder: &Path, lang: &str) -> Result<Option<String>> {
    let known = hashes(folder)?;
    let files = known.keys().filter_map(|name| name.strip_prefix(MESSAGES)?.strip_suffix(".json"));
    let Some(file) = file_of(lang, files) else {
        return Ok(None);
    };
    let name = format!("{MESSAGES}{file}.json");
    let bytes = verified(folder, &known, &name)?;
    String::from_utf8(bytes).map(Some).with_context(|| format!("{name} is not UTF-8"))
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

/// The hash of each file of the package, by name. A file that is not listed does not belong to the package.
fn hashes(folder: &Path) -> Result<BTreeMap<String, String>> {
    let list = folder.join(LIST);
    let text = match read(&list) {
        Ok(text) => text,
        Err(error) => return absent(folder, error),
    };
    serde_json::from_slice(&text).with_context(|| format!("cannot read {}", list.display()))
}

/// Whether a published page can load a file. The name must be safe in addresses, paths and `_headers`.
fn is_loaded(name: &str) -> bool {
    let (file, endings) = match name.strip_prefix(MESSAGES) {
        Some(file) => (file, &["json"][..]),
        None => (name, &ENDINGS[..]),
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    name != STANDALONE && endings.contains(&ending) && file.chars().all(plain) && !file.starts_with('.')
}

/// The contents of a file. Contents with another hash than the listed one are an error.
fn verified(folder: &Path, known: &BTreeMap<String, String>, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    let Some(hash) = known.get(name) else { return absent(folder, anyhow::anyhow!("{LIST} does not list {name}")) };
    let bytes = match read(&path) {
        Ok(bytes) => bytes,
        Err(error) => return absent(folder, error),
    };
    if *hash != integrity(&bytes) {
        bail!("the hash of {} is not the hash in {LIST}", path.display());
    }
    Ok(bytes)
}

/// `sha384-…`, as in an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// `sha256-…`, as in a Content-Security-Policy.
pub(crate) fn fingerprint(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The contents of a regular file. Other files are refused: a link can lead out of the package, and a pipe has no end.
fn read(path: &Path) -> Result<Vec<u8>> {
    let found = fs::symlink_metadata(path).map_err(|_| anyhow::anyhow!("{} is missing", path.display()))?;
    if !found.is_file() {
        bail!("{} is not a regular file", path.display());
    }
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The error for a missing package, with how to get one.
fn absent<T>(folder: &Path, error: anyhow::Error) -> Result<T> {
    let help = "run `cargo xtask build`, or use the package of npm: --package node_modules/banspread";
    bail!("there is no package in {}: {error} ({help})", folder.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_with_plain_names_that_browsers_load_are_published() {
        for name in ["banspread.js", "messages/pt-BR.json", "embed.css", "banspread.wasm"] {
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
            serde_json::from_str(include_str!("../../../../tests/data/language-tags.json")).unwrap();
        let table: Vec<(String, Option<String>)> = serde_json::from_value(table["files"].take()).unwrap();
        let messages = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/messages");
        let names = fs::read_dir(messages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names.collect();
        let files = || names.iter().map(|name| name.strip_suffix(".json").unwrap());
        for (lang, file) in table {
            assert_eq!(file_of(&lang, files()), file.as_deref(), "{lang}");
        }
        assert_eq!(file_of("de", ["de/../../secret", "../de"].into_iter()), None);
    }
}
