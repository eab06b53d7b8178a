//! The make page: its script, its style sheet, its texts and the page itself. The worker beside the script
//! is made by `make`, the page as a single file by `make_file`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{bundle, copy, messages};
use crate::paths;

/// The script of the page.
const SCRIPT: &str = "make/make.js";

/// Makes the page in the folder of the package. Only steps that are not up to date run.
pub fn make_page(pkg: &Path) -> Result<()> {
    let source = source();
    fs::create_dir_all(pkg.join("make"))?;
    script("external", &pkg.join(SCRIPT))?;
    for (from, to) in [("make.html", "make.html"), ("make.css", "make/make.css")] {
        copy(&source.join(from), &pkg.join(to)).with_context(|| format!("cannot write {to}"))?;
    }
    messages::write(&source.join("messages"), &pkg.join("make/messages"))?;
    Ok(())
}

/// Bundles the script with its libraries, for a page with its files beside it (`external`) or inside (`inline`). English
/// is a part of it.
pub fn script(form: &str, script: &Path) -> Result<()> {
    let source = source();
    let mut command = bundle::esbuild();
    command.args(["--format=esm", "--charset=utf8"]).arg(source.join("main.js"));
    let assets = source.join(format!("core/assets/{form}.js"));
    command.arg(format!("--alias:banspread-make-assets={}", assets.display()));
    command.arg(format!("--outfile={}", script.display()));
    let mut sources = Vec::new();
    bundle::collect(&source, &mut sources).context("cannot read make/")?;
    bundle::collect(&bundle::www().join("base"), &mut sources).context("cannot read www/base/")?;
    bundle::bundle(&format!("make-page-{form}"), command, sources, vec![script.to_owned()], |text| text)
}

/// The folder of the page's sources.
pub fn source() -> PathBuf {
    paths::root().join("make")
}
