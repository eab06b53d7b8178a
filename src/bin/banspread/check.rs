//! Findings as a good compiler prints them.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anyhow::Result;
use banspread::dataset::Format;
use banspread::diagnostic::Severity;
use banspread::{Dataset, Diagnostic};
use serde::Serialize;

use crate::file::visible;
use crate::{file, names};

/// Prints the findings of each file; code 1 where there is an error among them.
pub(crate) fn check(files: &[PathBuf], json: bool) -> Result<ExitCode> {
    let mut invalid = false;
    let mut all = Vec::new();
    for file in files {
        let text = file::read(file)?;
        let (good, diagnostics) = match Dataset::check(&text, &names::country) {
            Ok(checked) => (Some(checked.dataset.events().len()), checked.warnings),
            Err(error) => (None, error.diagnostics),
        };
        invalid |= good.is_none();
        if json {
            all.extend(diagnostics.iter().map(|found| Finding::new(file, found)));
            continue;
        }
        explain(file, &text, &diagnostics)?;
        let verdict = good.map_or_else(|| "not valid".to_owned(), |events| format!("good{}", some(events, "event")));
        let file = visible(&file.display().to_string());
        file::print(&format!("{file}: {verdict}{}\n", tally(&diagnostics)))?;
    }
    if json {
        file::print_json(&all)?;
    }
    Ok(ExitCode::from(u8::from(invalid)))
}

/// `, 2 errors, 1 warning`.
fn tally(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    some(count(Severity::Error), "error") + &some(count(Severity::Warning), "warning")
}

/// `, 2 errors`; nothing for none.
fn some(count: usize, name: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!(", 1 {name}"),
        _ => format!(", {count} {name}s"),
    }
}

/// Prints findings to standard error: what, where, the line with the fault underlined, what would be right.
pub(crate) fn explain(file: &Path, text: &str, diagnostics: &[Diagnostic]) -> Result<()> {
    let mut out = io::stderr().lock();
    let colors = out.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colors { Renderer::styled() } else { Renderer::plain() };
    // The renderer leaves the control characters beyond ASCII as they are. The dot has as many bytes as each of them.
    let text = banspread::dataset::plain(text).replace(|letter: char| !letter.is_ascii() && letter.is_control(), "·");
    for found in diagnostics {
        writeln!(out, "{}\n", render(&renderer, file, &text, found))?;
    }
    Ok(())
}

fn render(renderer: &Renderer, file: &Path, text: &str, found: &Diagnostic) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = visible(&found.path.to_string());
    let message = visible(&found.fault.to_string());
    let file = visible(&file.display().to_string());
    let mut group = level.primary_title(&message).id(found.fault.code()).element(match found.position {
        Some(position) => {
            let mark = AnnotationKind::Primary.span(position.start..position.end);
            // Cells have no path that would tell an editor of a spreadsheet anything.
            let mark = if Format::of(text) == Format::Json { mark.label(&path) } else { mark };
            Snippet::source(text).path(&file).annotation(mark)
        }
        None => Snippet::source(text).path(&file),
    });
    if let Some(help) = &found.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    renderer.render(&[group])
}

/// A finding for machines.
#[derive(Serialize)]
struct Finding {
    file: String,
    severity: Severity,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    /// In bytes of the file, as it is without a byte order mark.
    start: Option<usize>,
    end: Option<usize>,
    message: String,
    help: Option<String>,
}

impl Finding {
    fn new(file: &Path, found: &Diagnostic) -> Self {
        let position = found.position;
        Self {
            file: file.display().to_string(),
            severity: found.severity,
            code: found.fault.code(),
            path: found.path.to_string(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            start: position.map(|position| position.start),
            end: position.map(|position| position.end),
            message: found.fault.to_string(),
            help: found.help.clone(),
        }
    }
}
