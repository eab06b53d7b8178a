//! The scripts of the package. esbuild bundles each script from `www/` and from files that this program makes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Hashes, UpToDate};
use crate::{paths, process};

/// Scripts that one call of esbuild makes.
pub struct Bundle {
    /// The names of the scripts in the package.
    pub scripts: &'static [&'static str],
    /// The files of `www/` with which the scripts begin, in the same order.
    entries: &'static [&'static str],
    /// The file of `www/loading/assets/` with the addresses of the other files.
    assets: &'static str,
    form: Form,
}

/// How browsers load a script.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As a module.
    Module,
    /// As a module that imports `banspread.js`.
    Guest,
    /// As a classic script. The script is ASCII, because the page can have any encoding.
    Classic,
    /// Through a bundler of the publisher. Parts that are imported later are scripts of their own, after the entries.
    Split,
}

/// All scripts except the glue of the checker, the supplement and the plain scripts: [`glue`], [`supplement`] and
/// [`plain`] make these.
pub const BUNDLES: &[Bundle] = &[
    Bundle { scripts: &["banspread.js"], entries: &["banspread.js"], assets: "external", form: Form::Module },
    Bundle { scripts: &["banspread.classic.js"], entries: &["classic.js"], assets: "external", form: Form::Classic },
    Bundle { scripts: &["banspread.standalone.js"], entries: &["classic.js"], assets: "inline", form: Form::Classic },
    Bundle {
        scripts: &[
            "npm/define.js",
            "npm/element.js",
            "npm/plain.js",
            "npm/messages/ar.js",
            "npm/messages/de.js",
            "npm/messages/en.js",
            "npm/messages/es.js",
            "npm/messages/fr.js",
            "npm/messages/he.js",
            "npm/messages/hi.js",
            "npm/messages/ja.js",
            "npm/messages/pt.js",
            "npm/messages/ru.js",
            "npm/messages/zh-Hans.js",
            "npm/chunk.js",
            "npm/engine.js",
            "npm/banspread-places.js",
            "npm/banspread-data.js",
            "npm/checker.js",
            "npm/banspread-supplement.js",
            "npm/banspread-plain.js",
            "npm/banspread-checker-plain.js",
        ],
        entries: &[
            "banspread.js",
            "element/ban-spread-element.js",
            "plain.js",
            "messages/ar.json",
            "messages/de.json",
            "messages/en.json",
            "messages/es.json",
            "messages/fr.json",
            "messages/he.json",
            "messages/hi.json",
            "messages/ja.json",
            "messages/pt.json",
            "messages/ru.json",
            "messages/zh-Hans.json",
        ],
        assets: "bundled",
        form: Form::Split,
    },
    Bundle { scripts: &["embed.js"], entries: &["embed.js"], assets: "external", form: Form::Guest },
    Bundle { scripts: &["frames.js"], entries: &["frames.js"], assets: "external", form: Form::Classic },
];

/// The imports of scripts that are not in `www/`: names with their files.
pub type Made = Vec<(&'static str, PathBuf)>;

impl Bundle {
    /// Makes the scripts unless they are up to date.
    pub fn make(&self, folder: &Path, made: &Made, loaded: &Hashes, edition: &str) -> Result<()> {
        let entries = self.entries.iter().map(|entry| www().join(entry));
        let mut command = esbuild();
        match self.form {
            Form::Module => command.args(["--format=esm", "--charset=utf8"]),
            Form::Guest => command.args(["--format=esm", "--charset=utf8", "--external:./banspread.js"]),
            Form::Split => {
                command.args(["--format=esm", "--charset=utf8", "--splitting", "--chunk-names=[name]"]);
                // If esbuild removes blanks, it also removes the comments that bundlers read.
                command.arg("--minify-whitespace=false");
                command.arg(format!("--outdir={}", folder.join("npm").display()))
            }
            Form::Classic => {
                command.args(["--format=iife", "--define:import.meta.url=scriptAddress"]);
                command.arg(format!("--inject:{}", www().join("loading/assets/address.js").display()))
            }
        };
        if self.form != Form::Split {
            command.arg(format!("--outfile={}", folder.join(self.scripts[0]).display()));
        }
        // The hashes are a text. esbuild would put an object into a script of its own, which all other scripts import.
        command.arg(format!("--define:BANSPREAD_HASHES={}", Value::from(loaded.json().to_string())));
        command.arg(format!("--alias:banspread-assets={}", www().join("loading/assets").join(self.assets).display()));
        command.arg(define_edition(edition)).arg("--loader:.txt=text");
        for (name, file) in made {
            command.arg(format!("--alias:{name}={}", file.display()));
        }
        // A single file shares what the supplement uses. Bundlers take the script of the package, because a split bundle
        // would put into one more script what both use.
        let supplement = if self.assets == "inline" { www().join(SUPPLEMENT) } else { folder.join(SUPPLEMENT_SCRIPT) };
        command.arg(format!("--alias:banspread-supplement={}", supplement.display()));
        command.args(entries.zip(self.scripts).map(|(entry, script)| self.entry(&entry, script)));
        let mut sources: Vec<PathBuf> = made.iter().map(|(_, file)| file.clone()).collect();
        collect(&www(), &mut sources).context("cannot read www/")?;
        let scripts = self.scripts.iter().map(|script| folder.join(script)).collect();
        let finish = if self.form == Form::Split { |text| text } else { unindented };
        bundle(self.scripts[0], command, sources, scripts, finish)
    }

    /// The argument for an entry. If there are several entries, it contains the name of the script.
    fn entry(&self, entry: &Path, script: &str) -> String {
        match (self.form, script.strip_prefix("npm/").and_then(|script| script.strip_suffix(".js"))) {
            (Form::Split, Some(name)) => format!("{name}={}", entry.display()),
            _ => entry.display().to_string(),
        }
    }
}

/// The file of `www/` with which the supplement begins.
const SUPPLEMENT: &str = "supplement.js";

/// The supplement in the package.
pub const SUPPLEMENT_SCRIPT: &str = "banspread-supplement.js";

/// Bundles the supplement, unless it is up to date: what a first picture does not need. It has its own copies of the
/// small functions that it uses, so it imports nothing.
pub fn supplement(folder: &Path, edition: &str) -> Result<()> {
    let script = folder.join(SUPPLEMENT_SCRIPT);
    let mut command = esbuild();
    command.args(["--format=esm", "--charset=utf8"]).arg(define_edition(edition)).arg(www().join(SUPPLEMENT));
    command.arg(format!("--outfile={}", script.display()));
    let mut sources = Vec::new();
    collect(&www(), &mut sources).context("cannot read www/")?;
    bundle("supplement", command, sources, vec![script], unindented)
}

/// The option that puts the edition into a script.
fn define_edition(edition: &str) -> String {
    format!("--define:BANSPREAD_EDITION={}", Value::from(edition))
}

/// Names the state of the sources of the shell and of the data in a folder. Script, supplement and data files all contain
/// it, because they work together only if they come from the same sources. A hash would need the file.
pub fn edition(data: &Path) -> Result<String> {
    let mut sources = Vec::new();
    collect(&www(), &mut sources).context("cannot read www/")?;
    sources.retain(|file| file.extension().is_some_and(|ending| ending == "js" || ending == "ts"));
    let mut names: Vec<&str> = sources.iter().filter_map(|file| file.strip_prefix(www()).ok()?.to_str()).collect();
    names.sort_unstable();
    let list = super::hash::of("sha256", &www(), &names)?.json().to_string();
    let list = list + &super::hash::of("sha256", data, &super::data::FILES.map(|(_, made)| made))?.json().to_string();
    let records = paths::records();
    fs::create_dir_all(&records)?;
    fs::write(records.join("edition"), list)?;
    let hash = super::hash::of("sha256", &records, &["edition"])?.json();
    let hash = hash["edition"].as_str().and_then(|hash| hash.strip_prefix("sha256-")).unwrap_or_default();
    Ok(hash.chars().filter(char::is_ascii_alphanumeric).take(8).collect())
}

/// Bundles only the glue of a module, unless the script is up to date.
pub fn glue(glue: &Path, script: &Path) -> Result<()> {
    let mut command = esbuild();
    command.args(["--format=esm", "--charset=utf8"]).arg(glue).arg(format!("--outfile={}", script.display()));
    bundle("checker-bundle", command, vec![glue.to_owned()], vec![script.to_owned()], |text| text)
}

/// Bundles a plain script: `run`, the translated module, with its glue. Does nothing if the script is up to date.
pub fn plain(name: &str, glue: &Path, run: &Path, script: &Path) -> Result<()> {
    let folder = www().join("plain");
    let mut command = esbuild();
    command.args(["--format=esm", "--charset=utf8", "--define:WebAssembly=standIn"]);
    command.arg(format!("--inject:{}", folder.join("stand-in.js").display())).arg(folder.join("start.js"));
    let statics = folder.join("statics.js");
    for (name, file) in [("banspread-run", run), ("banspread-glue", glue), ("__wbindgen_externref_xform__", &statics)] {
        command.arg(format!("--alias:{name}={}", file.display()));
    }
    command.arg(format!("--outfile={}", script.display()));
    let mut sources = vec![glue.to_owned(), run.to_owned()];
    collect(&folder, &mut sources).context("cannot read www/plain/")?;
    bundle(name, command, sources, vec![script.to_owned()], |text| text)
}

/// A script whose style sheets have no characters without a meaning. esbuild leaves their text unchanged. In CSS these
/// have no meaning: blanks at the start of a line, before `{` at its end, after the name of a property, and after a comma
/// and around `>` in a selector; the 0 before a point; the last semicolon of a rule; empty lines, and line breaks after
/// `,`, `;`, `{` and `}`.
fn unindented(text: String) -> String {
    let mut script = String::with_capacity(text.len());
    for line in text.lines() {
        let line = short(line.trim_start_matches(' '));
        if line == "}" && script.ends_with(';') {
            script.pop();
        }
        script.push_str(&line);
        if !line.is_empty() && !line.ends_with([',', ';', '{', '}']) {
            script.push('\n');
        }
    }
    script
}

/// A line of a style sheet without blanks and zeros that have no meaning. Other lines stay.
fn short(line: &str) -> String {
    if let Some(selector) = line.strip_suffix(" {") {
        return selector.replace(", ", ",").replace(" > ", ">") + "{";
    }
    let is_name = |name: &str| name.bytes().all(|letter| letter == b'-' || letter.is_ascii_lowercase());
    match line.split_once(':') {
        Some((name, value)) if is_name(name) && value.starts_with(' ') && value.ends_with(';') => {
            format!("{name}:{}", value.replace(" 0.", " .").replace("(0.", "(.").trim_start())
        }
        _ => line.to_owned(),
    }
}

/// Calls esbuild and finishes its scripts, unless they are up to date.
pub fn bundle(
    name: &str,
    mut esbuild: Command,
    mut sources: Vec<PathBuf>,
    scripts: Vec<PathBuf>,
    finish: fn(String) -> String,
) -> Result<()> {
    // The lock file contains the version of esbuild. This file contains `finish`.
    sources.extend(["package-lock.json", "xtask/src/build/bundle.rs"].map(|file| paths::root().join(file)));
    sources.sort();
    let up_to_date = UpToDate::new(&name.replace('/', "-"), &process::line(&esbuild), sources, scripts.clone());
    if up_to_date.holds() {
        return Ok(());
    }
    process::read(&mut esbuild).with_context(|| format!("esbuild could not bundle {name}"))?;
    for script in &scripts {
        let made = fs::read_to_string(script).with_context(|| format!("esbuild did not make {}", script.display()))?;
        fs::write(script, finish(made))?;
    }
    up_to_date.record()
}

/// The call of esbuild with the options of every bundle.
pub fn esbuild() -> Command {
    let mut command = Command::new(paths::root().join("node_modules/.bin/esbuild"));
    command
        .current_dir(paths::root())
        .args(["--bundle", "--target=es2022", "--minify", "--legal-comments=none", "--log-level=warning"])
        // Only the glue writes to the console.
        .arg("--drop:console")
        // Without this, the settings in a parent folder would change the scripts.
        .arg("--tsconfig-raw={}");
    command
}

/// The folder of the shell.
pub fn www() -> PathBuf {
    paths::root().join("www")
}

/// Adds the files of a folder and of the folders in it.
pub fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_lose_what_has_no_meaning() {
        let sheet = "let a=`\n.bar > p,\n:is(a, b) > p {\n  margin: 0.5em 0 10.5px;\n  inset: 0;\n}\n\n\
                     @media (min-width: 2px) {\n  p {\n    color: rgb(0 0 0 / 0.5);\n    scale: min(0.5, 1 + 2);\n  }\n}\n`;let b=\"a  b\";";
        let short = "let a=`\n.bar > p,:is(a,b)>p{margin:.5em 0 10.5px;inset:0}\
                     @media (min-width: 2px){p{color:rgb(0 0 0 / .5);scale:min(.5, 1 + 2)}}`;let b=\"a  b\";";
        assert_eq!(unindented(sheet.to_owned()), short);
    }
}
