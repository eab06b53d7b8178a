//! The data files of the package: the default dataset, and the places of the built-in grids with their population.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The files, with those of the build script from which they are made.
pub const FILES: [(&str, &str); 2] = [(PLACES, "places.txt"), (DATASET, "packed.json")];
/// The places of the built-in grids. Every page loads it.
pub const PLACES: &str = "banspread-places.txt";
/// The default dataset. A page without a dataset of its own loads it.
pub const DATASET: &str = "banspread-data.txt";

/// Writes the files from the folder of the build script's output. Each begins with the edition, by which the shell
/// knows that a file belongs to it.
pub fn write(made: &Path, to: &Path, edition: &str) -> Result<()> {
    for (name, source) in FILES {
        let source = made.join(source);
        let text = fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
        let (file, text) = (to.join(name), format!("{edition}{text}"));
        if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}
