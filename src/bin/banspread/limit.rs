//! The limits of a dataset that the command line sets.

use banspread::Limits;
use banspread::base::limits::LIMIT_NAMES;
use clap::Args;

/// Options that replace limits of the library.
#[derive(Args)]
pub(crate) struct LimitOptions {
    /// A limit of the dataset that replaces a default in docs/format.md, such as events=50000. Can be repeated.
    #[arg(long, value_name = "NAME=NUMBER", value_parser = limit)]
    limit: Vec<(String, usize)>,
}

impl LimitOptions {
    pub(crate) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        for (name, most) in &self.limit {
            limits.set(name, *most).expect("the option accepts only names of limits");
        }
        limits
    }
}

fn limit(text: &str) -> Result<(String, usize), String> {
    let (name, number) = text.split_once('=').unwrap_or((text, ""));
    if !LIMIT_NAMES.contains(&name) {
        return Err(format!("unknown limit (one of: {})", LIMIT_NAMES.join(", ")));
    }
    match number.parse() {
        Ok(most) if most > 0 => Ok((name.to_owned(), most)),
        _ => Err("write a number of at least 1, such as events=50000".to_owned()),
    }
}
