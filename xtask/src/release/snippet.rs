//! The markup for a page that takes the element from a content delivery network of npm packages.

use anyhow::{Context, Result};

use crate::build::Hashes;

/// The script of the element.
const SCRIPT: &str = "banspread.js";

/// The markup. It names the version and the hash of the script. The script checks the hashes of the files that it loads.
pub fn markup(version: &str, hashes: &Hashes) -> Result<String> {
    let hash = hashes.json()[SCRIPT].as_str().map(String::from).context("the script has no hash")?;
    Ok(format!(
        "<script type=\"module\" src=\"https://cdn.jsdelivr.net/npm/banspread@{version}/{SCRIPT}\"\n  \
         integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n\
         <ban-spread></ban-spread>\n"
    ))
}
