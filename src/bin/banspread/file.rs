//! Reads datasets and prints text.

use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, is_separator};

use anyhow::{Context, Result, anyhow, bail};
use banspread::base::limits::Limit;
use banspread::base::text::{is_control, is_unseen};
use banspread::import::workbook::encoding::decode;
use banspread::names::find::all_names;
use banspread::publish::picture::on;
use banspread::validate::read::HUAWEI;
use banspread::{Chart, Dataset, Limits};
use serde::Serialize;

use crate::machine::fs::{File, symlink_metadata};
use crate::machine::{self, Stream};
use crate::{Moment, Origin, check};

/// The error for an invalid dataset. The findings are printed before.
#[derive(Debug, thiserror::Error)]
#[error("the dataset is invalid")]
pub(crate) struct Refused;

/// The file name that means standard input.
const STANDARD_INPUT: &str = "-";

/// The name of a file in messages.
pub(crate) fn name(file: &Path) -> String {
    if is_standard_input(file) { "<stdin>".to_owned() } else { visible(&file.display().to_string()) }
}

/// The name of a file as an argument of the command, in quotation marks if a shell would divide or change it.
pub(crate) fn argument(file: &Path) -> String {
    let name = visible(&file.display().to_string());
    let is_plain = |letter: char| letter.is_alphanumeric() || "._-+,:@%=".contains(letter) || is_separator(letter);
    // Inside double quotation marks, which all shells know, only these letters mean something.
    let is_special = |letter: char| "\"$`!".contains(letter) || letter == '\\' && !is_separator(letter);
    if !name.is_empty() && name.chars().all(is_plain) {
        name
    } else if name.contains(is_special) {
        format!("'{}'", name.replace('\'', "'\\''"))
    } else {
        format!("\"{name}\"")
    }
}

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == STANDARD_INPUT
}

/// Reads the text of a file. A file over the limit can be endless, such as a device. The command reads only as much of
/// it as the validation needs to report the limit.
///
/// A text in another encoding than UTF-8 is read too, with a warning: browsers read only UTF-8.
pub(crate) fn read(file: &Path, limits: &Limits) -> Result<String> {
    // Three bytes for a byte order mark, which does not count, and one byte more to see that the file is over the
    // limit.
    let most = (limits.of(Limit::Bytes) as u64).saturating_add(4);
    within(file, up_to(file, most)?, limits)
}

/// Whether the bytes are no text in any encoding.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err() && decode(bytes).is_none()
}

/// The text of a file of which [`read`] would read these bytes.
pub(crate) fn within(file: &Path, bytes: Vec<u8>, limits: &Limits) -> Result<String> {
    if bytes.len() as u64 == (limits.of(Limit::Bytes) as u64).saturating_add(4) {
        // The limit can cut the last character in the middle. The rest would not be UTF-8.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let Some(decoded) = decode(&bytes) else { bail!("cannot read {}: it is not text", name(file)) };
    let (name, encoding) = (name(file), decoded.encoding);
    let warning = format!("warning: {name} is read as {encoding}; pages read only UTF-8: save it as UTF-8\n");
    Stream::Errors.write(&warning)?;
    Ok(decoded.text.into_owned())
}

/// The most bytes of a sheet for the import.
const LARGEST_SHEET: u64 = 500_000_000;

/// Reads the bytes of a sheet for the import.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>> {
    let too_large = || anyhow!("cannot read {}: it has more than {LARGEST_SHEET} bytes", name(file));
    // Standard input and devices have no size, and a file can grow while it is read. So the bytes are counted, too.
    if symlink_metadata(file).is_ok_and(|about| about.is_file() && about.len() > LARGEST_SHEET) {
        return Err(too_large());
    }
    let bytes = up_to(file, LARGEST_SHEET + 1)?;
    if bytes.len() as u64 > LARGEST_SHEET { Err(too_large()) } else { Ok(bytes) }
}

/// Reads at most this number of bytes.
pub(crate) fn up_to(file: &Path, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if is_standard_input(file) {
        machine::input().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|opened| opened.take(most).read_to_end(&mut bytes))
    };
    read.with_context(|| format!("cannot read {}", name(file)))?;
    Ok(bytes)
}

/// Prints to standard output. A file gets the text unchanged. A terminal gets it without control characters.
pub(crate) fn print(text: &str) -> Result<()> {
    let shown = if Stream::Output.is_terminal() { &lines_visible(text) } else { text };
    Ok(Stream::Output.write(shown)?)
}

/// Prints a sentence of the command to standard error.
pub(crate) fn complain(sentence: &str) {
    // There is no other place for the sentence.
    let _ = Stream::Errors.write(&format!("banspread: {}\n", visible(sentence)));
}

/// Prints JSON. Control characters in its texts are escaped.
pub(crate) fn print_json(value: &impl Serialize) -> Result<()> {
    let mut text = String::new();
    for letter in serde_json::to_string_pretty(value)?.chars() {
        // JSON itself does not require an escape for all of them.
        if letter.is_control() && letter != '\n' {
            write!(text, "\\u{:04x}", u32::from(letter))?;
        } else {
            text.push(letter);
        }
    }
    print(&(text + "\n"))
}

/// Writes every control character, also tabs and line breaks, in the form `\u{1b}`. Otherwise a terminal would execute
/// the control characters of a dataset.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, is_obeyed)
}

/// The same for texts that a finding quotes. Here characters without width are also written in this form.
pub(crate) fn quoted(text: &str) -> String {
    escaped(text, |letter| letter.is_control() || is_unseen(letter))
}

/// The same as [`visible`], but line breaks and tabs stay.
fn lines_visible(text: &str) -> String {
    escaped(text, |letter| is_obeyed(letter) && letter != '\n' && letter != '\t')
}

/// Whether a terminal executes a character, or the character changes the order of text.
fn is_obeyed(letter: char) -> bool {
    letter.is_control() || is_control(letter) && !is_isolate(letter)
}

fn escaped(text: &str, hidden: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if hidden(letter) {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// Whether a character begins or ends an isolate. The sentences of the core put isolates around names with another
/// direction.
fn is_isolate(letter: char) -> bool {
    letter == '\u{2068}' || letter == '\u{2069}'
}

/// Reads the dataset of a file, or takes the built-in dataset. Prints the findings.
pub(crate) fn dataset(origin: &Origin) -> Result<Dataset> {
    Ok(with_text(origin.file.as_deref(), &origin.limits.limits())?.0)
}

/// The same, together with the text of the file.
pub(crate) fn with_text(file: Option<&Path>, limits: &Limits) -> Result<(Dataset, String)> {
    let Some(file) = file else { return Ok((Dataset::huawei(), HUAWEI.to_owned())) };
    let text = read(file, limits)?;
    match Dataset::check(&text, &all_names, limits) {
        Ok(checked) => Ok((checked.dataset, text)),
        Err(invalid) => {
            check::explain(file, &text, &invalid.diagnostics)?;
            Err(Refused.into())
        }
    }
}

/// The chart of a dataset on a day.
pub(crate) fn chart(moment: &Moment) -> Result<Chart> {
    Ok(on(dataset(&moment.origin)?, moment.date)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_one_argument_of_a_shell() {
        for (file, expected) in [
            ("data/sheet-1.csv", "data/sheet-1.csv"),
            ("Länder.csv", "Länder.csv"),
            ("my file.csv", "\"my file.csv\""),
            ("it's (new).csv", "\"it's (new).csv\""),
            ("it's $5.csv", "'it'\\''s $5.csv'"),
        ] {
            assert_eq!(argument(Path::new(file)), expected);
        }
    }

    #[test]
    fn control_characters_are_escaped() {
        let text = "a\u{1b}[2J\u{7f}\u{9b}\r\n\tö";
        assert_eq!(visible(text), "a\\u{1b}[2J\\u{7f}\\u{9b}\\r\\n\\tö");
        assert_eq!(lines_visible(text), "a\\u{1b}[2J\\u{7f}\\u{9b}\\r\n\tö");
        assert_eq!(
            (quoted("ba\u{200b}n\u{2068}"), visible("ba\u{200b}n")),
            ("ba\\u{200b}n\\u{2068}".to_owned(), "ba\u{200b}n".to_owned())
        );
    }
}
