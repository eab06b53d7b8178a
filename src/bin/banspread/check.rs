//! Prints findings in the form of compiler errors: with the line of the file and the position in it.

use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use anyhow::Result;
use banspread::base::limits::Limit;
use banspread::base::text::is_unseen;
use banspread::diagnostics::alike::{Alike, Place};
use banspread::diagnostics::fault::Fault;
use banspread::diagnostics::path::Position;
use banspread::diagnostics::severity::Severity;
use banspread::format::detect::Format;
use banspread::names::find::all_names;
use banspread::{Dataset, Diagnostic, Limits};
use serde::Serialize;

use crate::file::{self, quoted};
use crate::machine::Stream;
use crate::other_shape;

/// Prints the findings of each file. The exit code is 1 if one of them is an error.
pub(crate) fn check(files: &[PathBuf], limits: &Limits, json: bool) -> Result<u8> {
    let mut invalid = false;
    let mut all = Vec::new();
    for file in files {
        let bytes = file::up_to(file, (limits.of(Limit::Bytes) as u64).saturating_add(4))?;
        // Spreadsheets are no text, and could not be checked.
        if let Some(sheet) =
            file::is_binary(&bytes).then(|| other_shape::found(&bytes, &file::argument(file))).flatten()
        {
            invalid = true;
            all.extend(tell(file, sheet, json)?);
            continue;
        }
        let text = file::within(file, bytes, limits)?;
        let (good, diagnostics) = match Dataset::check(&text, &all_names, limits) {
            Ok(checked) => (Some(checked.dataset.events().len()), checked.warnings),
            Err(error) => {
                if let Some(sheet) = other_shape::found(text.as_bytes(), &file::argument(file)) {
                    invalid = true;
                    all.extend(tell(file, sheet, json)?);
                    continue;
                }
                (None, error.diagnostics)
            }
        };
        invalid |= good.is_none();
        if json {
            all.extend(diagnostics.iter().map(|found| Finding::new(file, found)));
            continue;
        }
        explain(file, &text, &diagnostics)?;
        if good.is_none() && Format::of(&text) == Format::Csv && other_shape::would_help(&text, &diagnostics) {
            let why = "reads dates, statuses and names of columns as people write them";
            Stream::Errors.write(&format!("help: banspread import {} {why}\n\n", file::argument(file)))?;
        }
        let verdict = good.map_or_else(|| "invalid".to_owned(), |events| format!("valid{}", some(events, "event")));
        file::print(&format!("{}: {verdict}{}\n", file::name(file), tally(&diagnostics)))?;
    }
    if json {
        file::print_json(&all)?;
    }
    Ok(u8::from(invalid))
}

/// Tells that a file is a sheet of another shape: one finding in place of one for each cell. Returns it for JSON, and
/// prints it otherwise.
fn tell(file: &Path, (message, help): (String, String), json: bool) -> Result<Option<Finding>> {
    let name = file::name(file);
    if json {
        return Ok(Some(Finding::of_file(name, message, help)));
    }
    let title = Level::ERROR.primary_title(quoted(&message)).id(other_shape::CODE);
    let group = title.element(Origin::path(&name)).element(Level::HELP.message(quoted(&help)));
    Stream::Errors.write(&(renderer().render(&[group]) + "\n\n"))?;
    file::print(&format!("{name}: invalid, 1 error\n"))?;
    Ok(None)
}

/// The renderer for standard error, with colours if it is a terminal.
fn renderer() -> Renderer {
    if Stream::Errors.has_colors() { Renderer::styled() } else { Renderer::plain() }
}

/// The numbers of errors and warnings: `, 2 errors, 1 warning`.
fn tally(diagnostics: &[Diagnostic]) -> String {
    let mut counts = [0; 2];
    for found in diagnostics {
        match found.fault {
            // One finding stands for all findings beyond the limit.
            Fault::More { errors, warnings } => counts = [counts[0] + errors, counts[1] + warnings],
            _ => counts[found.severity as usize] += 1 + found.alike.count,
        }
    }
    some(counts[0], "error") + &some(counts[1], "warning")
}

/// The count with its noun: `, 2 errors`. Empty for 0.
fn some(count: usize, name: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!(", 1 {name}"),
        _ => format!(", {count} {name}s"),
    }
}

/// Prints findings to standard error: the message, the position, the line with the error underlined, where alike
/// findings are, and the suggestion.
pub(crate) fn explain(file: &Path, text: &str, diagnostics: &[Diagnostic]) -> Result<()> {
    let renderer = renderer();
    let text = banspread::format::detect::plain(text);
    for found in diagnostics {
        Stream::Errors.write(&(render(&renderer, file, text, found) + "\n\n"))?;
    }
    Ok(())
}

fn render(renderer: &Renderer, file: &Path, text: &str, found: &Diagnostic) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = quoted(&found.path.to_string());
    let message = quoted(&found.fault.to_string());
    let file = file::name(file);
    let title = level.primary_title(&message).id(found.fault.code());
    let lines = found.position.and_then(|position| Lines::of(text, position));
    let mut group = match (&lines, found.position) {
        (Some(lines), _) => {
            let mark = AnnotationKind::Primary.span(lines.stretch.clone());
            // The path of a finding means nothing to an editor of a spreadsheet, so it is left out for CSV.
            let mark = if Format::of(text) == Format::Json { mark.label(&path) } else { mark };
            title.element(Snippet::source(&lines.text).line_start(lines.first).path(&file).annotation(mark))
        }
        (None, Some(Position { line, column, .. })) => {
            title.element(Origin::path(&file).line(line).char_column(column))
        }
        (None, None) => title.element(Origin::path(&file)),
    };
    if found.alike.count > 0 {
        group = group.element(Level::NOTE.message(quoted(&alike(text, &found.alike))));
    }
    if let Some(help) = &found.help {
        group = group.element(Level::HELP.message(quoted(help)));
    }
    renderer.render(&[group])
}

/// How many findings are like a finding, and the first of them: `7 more like it: "14.3.2020" (line 3), …, and 2 others`.
fn alike(text: &str, alike: &Alike) -> String {
    let places: Vec<String> = alike.places.iter().map(|place| place_of(text, place)).collect();
    let others = alike.count - places.len();
    let rest = match others {
        0 => String::new(),
        1 => ", and 1 other".to_owned(),
        _ => format!(", and {others} others"),
    };
    format!("{} more like it: {}{rest}", alike.count, places.join(", "))
}

/// The value at a place with its line; the path of a value that is not in the text, or not short.
fn place_of(text: &str, Place { path, position }: &Place) -> String {
    let Some(Position { line, start, end, .. }) = position else { return path.to_string() };
    match text.get(*start..*end).unwrap_or_default() {
        value if (1..LONG).contains(&value.len()) && !value.contains('\n') => format!("{value} (line {line})"),
        _ => format!("line {line}"),
    }
}

/// The number of bytes from which on a value is not printed beside its line.
const LONG: usize = 40;

/// The maximal number of bytes of the lines that are printed. For longer lines only the position is printed.
const WIDEST: usize = 2_000;

/// The lines of a finding. The renderer gets only these lines: in the whole text it would search again for each
/// finding.
struct Lines {
    /// The number of the first line.
    first: usize,
    /// The text of the lines.
    text: String,
    /// The range of the error in these lines, in bytes.
    stretch: Range<usize>,
}

impl Lines {
    /// `None` if the lines are too long.
    fn of(text: &str, Position { line, start, end, .. }: Position) -> Option<Self> {
        // A finding can cover several lines. The first and the last are printed as a whole.
        let before = text.get(..start)?.rsplit('\n').next()?;
        let after = text.get(end..)?.split('\n').next()?;
        if before.len() + (end - start) + after.len() > WIDEST {
            return None;
        }
        let (before, inside) = (dotted(before), dotted(text.get(start..end)?));
        let stretch = before.len()..before.len() + inside.len();
        let after = dotted(after.strip_suffix('\r').unwrap_or(after));
        Some(Self { first: line, text: before + &inside + &after, stretch })
    }
}

/// A text without invisible characters outside of ASCII. The renderer does not replace these.
fn dotted(text: &str) -> String {
    text.replace(|letter: char| !letter.is_ascii() && is_unseen(letter), "·")
}

/// A finding in JSON.
#[derive(Serialize)]
struct Finding {
    file: String,
    severity: Severity,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    /// The range in bytes of the file. A byte order mark does not count.
    start: Option<usize>,
    end: Option<usize>,
    message: String,
    help: Option<String>,
    /// The number of findings that this one stands for: itself, and those that are like it.
    count: usize,
    /// Where the first of those are that are like it.
    alike: Vec<Where>,
}

/// Where a finding is.
#[derive(Serialize)]
struct Where {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

impl Finding {
    /// A finding about the whole file.
    fn of_file(file: String, message: String, help: String) -> Self {
        Self {
            file,
            severity: Severity::Error,
            code: other_shape::CODE,
            path: String::new(),
            line: None,
            column: None,
            start: None,
            end: None,
            message,
            help: Some(help),
            count: 1,
            alike: Vec::new(),
        }
    }

    fn new(file: &Path, found: &Diagnostic) -> Self {
        let position = found.position;
        Self {
            file: file::name(file),
            severity: found.severity,
            code: found.fault.code(),
            path: found.path.to_string(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            start: position.map(|position| position.start),
            end: position.map(|position| position.end),
            message: found.fault.to_string(),
            help: found.help.clone(),
            count: found.alike.count + 1,
            alike: found.alike.places.iter().map(Where::new).collect(),
        }
    }
}

impl Where {
    fn new(Place { path, position }: &Place) -> Self {
        Self {
            path: path.to_string(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            start: position.map(|position| position.start),
            end: position.map(|position| position.end),
        }
    }
}
