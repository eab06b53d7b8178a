//! Every check, one after the other, and one table of what they found.

mod again;
mod apps;
mod budget;
mod counts;
mod driver;
mod native;
mod report;
mod wasm;
mod widget;

use anyhow::Result;

pub use widget::Engine;

use crate::command::Part;
use report::Report;

/// Runs the checks of a part; `false` when one of them failed.
pub fn run(part: Part) -> Result<bool> {
    let mut report = Report::new()?;
    if matches!(part, Part::All | Part::Native) {
        native::check(&mut report);
    }
    if matches!(part, Part::All | Part::Wasm) {
        wasm::check(&mut report);
    }
    if matches!(part, Part::All | Part::Widget) {
        apps::check(&mut report);
        widget::check(&mut report);
    }
    report.close();
    Ok(report.is_good())
}
