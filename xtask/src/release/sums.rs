//! `SHA256SUMS`: the hash of each file, as `sha256sum --check` reads it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

/// The hashes of the files in a folder.
pub fn of(folder: &Path) -> Result<String> {
    let mut text = String::new();
    for file in super::files(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        text += &format!("{}  {name}\n", hash(&fs::read(&file)?));
    }
    Ok(text)
}

/// The hash of these bytes in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_has_64_digits() {
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
