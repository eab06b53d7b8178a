//! Whether something that was made is still what its sources would make.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use anyhow::Result;

use crate::places;

/// A note of what went into a step and what came out.
///
/// It holds contents rather than times: a checkout changes times alone, and another program may have written over
/// what this one made.
pub struct Stamp {
    file: PathBuf,
    recipe: String,
    files: Vec<PathBuf>,
}

impl Stamp {
    /// The stamp of a step that does what `recipe` says to `inputs` and leaves `outputs`.
    pub fn new(name: &str, recipe: &str, inputs: Vec<PathBuf>, outputs: Vec<PathBuf>) -> Self {
        let file = places::notes().join(format!("{name}.stamp"));
        let files = inputs.into_iter().chain(outputs).collect();
        Self { file, recipe: recipe.to_owned(), files }
    }

    /// Whether everything is as it was when the step was last done.
    pub fn holds(&self) -> bool {
        let Some(now) = self.fingerprint() else {
            return false;
        };
        fs::read_to_string(&self.file).is_ok_and(|then| then == now)
    }

    /// Notes that the step is done.
    pub fn write(&self) -> Result<()> {
        fs::create_dir_all(places::notes())?;
        fs::write(&self.file, self.fingerprint().unwrap_or_default())?;
        Ok(())
    }

    /// A digest of recipe and files; `None` when a file is missing.
    fn fingerprint(&self) -> Option<String> {
        let mut hasher = DefaultHasher::new();
        self.recipe.hash(&mut hasher);
        for file in &self.files {
            file.hash(&mut hasher);
            fs::read(file).ok()?.hash(&mut hasher);
        }
        Some(format!("{:016x}\n", hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_breaks_when_an_output_was_written_over() {
        let folder = places::notes().join("stamp-test");
        fs::create_dir_all(&folder).unwrap();
        let output = folder.join("output");
        let stamp = Stamp::new("stamp-test", "a", Vec::new(), vec![output.clone()]);
        fs::write(&output, "made").unwrap();
        stamp.write().unwrap();
        assert!(stamp.holds());
        fs::write(&output, "made by another").unwrap();
        assert!(!stamp.holds());
        fs::remove_file(&output).unwrap();
        assert!(!stamp.holds());
    }

    #[test]
    fn a_stamp_breaks_when_the_recipe_changes() {
        let first = Stamp::new("recipe-test", "a", Vec::new(), Vec::new());
        first.write().unwrap();
        assert!(first.holds());
        assert!(!Stamp::new("recipe-test", "b", Vec::new(), Vec::new()).holds());
    }
}
