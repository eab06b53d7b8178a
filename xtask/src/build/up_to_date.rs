//! Whether the outputs of a build step match its inputs.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use anyhow::Result;

use crate::paths;

/// A record of the inputs and outputs of a build step.
///
/// The record is a digest of contents, not of times. A checkout changes the times of files with the same contents, and
/// another program can overwrite an output.
pub struct UpToDate {
    file: PathBuf,
    recipe: String,
    files: Vec<PathBuf>,
}

impl UpToDate {
    /// The record of a step that makes `outputs` from `inputs`. `recipe` describes how.
    pub fn new(name: &str, recipe: &str, inputs: Vec<PathBuf>, outputs: Vec<PathBuf>) -> Self {
        let file = paths::records().join(format!("{name}.digest"));
        let files = inputs.into_iter().chain(outputs).collect();
        Self { file, recipe: recipe.to_owned(), files }
    }

    /// Whether recipe, inputs and outputs are the same as after the last run of the step.
    pub fn holds(&self) -> bool {
        let Some(now) = self.fingerprint() else {
            return false;
        };
        fs::read_to_string(&self.file).is_ok_and(|then| then == now)
    }

    /// Records a run of the step.
    pub fn record(&self) -> Result<()> {
        fs::create_dir_all(paths::records())?;
        fs::write(&self.file, self.fingerprint().unwrap_or_default())?;
        Ok(())
    }

    /// A digest of recipe and files. `None` if a file is missing.
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
    fn an_overwritten_output_is_not_up_to_date() {
        let folder = paths::records().join("up-to-date-test");
        fs::create_dir_all(&folder).unwrap();
        let output = folder.join("output");
        let up_to_date = UpToDate::new("up-to-date-test", "a", Vec::new(), vec![output.clone()]);
        fs::write(&output, "made").unwrap();
        up_to_date.record().unwrap();
        assert!(up_to_date.holds());
        fs::write(&output, "made by another").unwrap();
        assert!(!up_to_date.holds());
        fs::remove_file(&output).unwrap();
        assert!(!up_to_date.holds());
    }

    #[test]
    fn another_recipe_is_not_up_to_date() {
        let first = UpToDate::new("recipe-test", "a", Vec::new(), Vec::new());
        first.record().unwrap();
        assert!(first.holds());
        assert!(!UpToDate::new("recipe-test", "b", Vec::new(), Vec::new()).holds());
    }
}
