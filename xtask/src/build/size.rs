//! The sizes of the files that a page transfers.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::plain::Plain;
use super::{NodeCommand, Package, Pair, folder, make};
use crate::{paths, process};

/// Sizes of one part in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Without compression.
    pub raw: usize,
    /// After `gzip -9`.
    pub gzip: usize,
    /// After brotli at quality 11.
    pub brotli: usize,
}

/// The sizes of all files in the package.
pub struct PackageSizes {
    /// The files that every page loads.
    pub page: Share,
    /// The files that a page loads for CSV or for a dataset that the engine refuses.
    pub checker: Share,
    /// The script that a page without WebAssembly loads instead of the engine.
    pub plain: Twin,
    /// The script that it loads instead of the checker.
    pub plain_checker: Twin,
    /// Scripts and pages for other uses, with their names.
    pub others: Vec<(&'static str, Size)>,
    /// Modules and scripts of the make page, with their names.
    pub make: Vec<(&'static str, Size)>,
    /// The make page as a single file, without compression: it is opened from a disk.
    pub make_file: usize,
}

/// Sizes of a plain script.
pub struct Twin {
    /// The script.
    pub script: Size,
    /// The script without the data for its memory: the texts of the core.
    pub code: Size,
}

/// Sizes of a script and its module.
pub struct Share {
    /// The script.
    pub script: Size,
    /// The module.
    pub wasm: Size,
    /// The module without the names that it embeds: only the checker has them.
    pub code: Size,
    /// These names.
    pub data: Size,
}

impl Package {
    /// Measures each part.
    pub fn sizes(&self) -> Result<PackageSizes> {
        let named = |names: &[&'static str]| -> Result<Vec<(&'static str, Size)>> {
            let files: Vec<PathBuf> = names.iter().map(|name| folder().join(name)).collect();
            Ok(names.iter().copied().zip(sizes(&files)?).collect())
        };
        Ok(PackageSizes {
            page: self.page.sizes()?,
            checker: self.checker.sizes()?,
            plain: self.plain.sizes()?,
            plain_checker: self.plain_checker.sizes()?,
            others: named(&self.others)?,
            make: named(&make::FILES)?,
            make_file: fs::read(&self.make)?.len(),
        })
    }
}

impl Plain {
    /// Measures the script.
    fn sizes(&self) -> Result<Twin> {
        let sizes = sizes(&[self.script.clone(), self.code.clone()])?;
        Ok(Twin { script: sizes[0], code: sizes[1] })
    }
}

impl Pair {
    /// Measures script and module.
    fn sizes(&self) -> Result<Share> {
        let wasm = fs::read(&self.wasm)?;
        let (code, data) = cut_out(wasm, &embedded(&self.data)?);
        let folder = paths::records();
        fs::create_dir_all(&folder)?;
        let code_alone = folder.join("code-alone");
        fs::write(&code_alone, code)?;
        let data_alone = folder.join("data-alone");
        fs::write(&data_alone, data)?;
        let sizes = sizes(&[self.script.clone(), self.wasm.clone(), code_alone, data_alone])?;
        Ok(Share { script: sizes[0], wasm: sizes[1], code: sizes[2], data: sizes[3] })
    }
}

impl Share {
    /// The size of script and module without data, after brotli.
    pub fn brotli(&self) -> usize {
        self.script.brotli + self.code.brotli
    }
}

impl NodeCommand {
    /// Measures script and module together.
    pub fn size(&self) -> Result<Size> {
        let sizes = sizes(&[self.script.clone(), self.wasm.clone()])?;
        let sum = |part: fn(&Size) -> usize| sizes.iter().map(part).sum();
        Ok(Size { raw: sum(|size| size.raw), gzip: sum(|size| size.gzip), brotli: sum(|size| size.brotli) })
    }

    /// The line of the table of sizes.
    pub fn line(&self) -> Result<String> {
        Ok(row("command/, only in Node.js", self.size()?))
    }
}

impl PackageSizes {
    /// A table of the parts.
    pub fn table(&self) -> String {
        let mut table = format!("{:<31}{:>10}{:>10}{:>10}\n", "bytes in pkg/", "raw", "gzip", "brotli");
        for (name, share) in [("banspread", &self.page), ("banspread-checker", &self.checker)] {
            table += &row(&format!("{name}.js"), share.script);
            table += &row(&format!("{name}.wasm"), share.wasm);
        }
        table += &row("  of it, without names", self.checker.code);
        table += &row("  of it, names alone", self.checker.data);
        for (name, twin) in [("banspread", &self.plain), ("banspread-checker", &self.plain_checker)] {
            table += &row(&format!("{name}-plain.js"), twin.script);
            table += &row("  of it, code alone", twin.code);
        }
        self.others.iter().chain(&self.make).for_each(|(name, size)| table += &row(name, *size));
        table + &format!("{:<31}{:>10}\n", "make.html as a single file", self.make_file)
    }
}

/// One line of the table.
fn row(name: &str, size: Size) -> String {
    format!("{name:<31}{:>10}{:>10}{:>10}\n", size.raw, size.gzip, size.brotli)
}

/// The files of the build script that modules embed.
fn embedded(folder: &Path) -> Result<Vec<Vec<u8>>> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let is_embedded = |name: &OsStr| name.to_string_lossy().starts_with("names");
    paths.retain(|path| path.file_name().is_some_and(is_embedded));
    paths.sort();
    paths.iter().map(|path| Ok(fs::read(path)?)).collect()
}

/// The module without its pieces of data, and the pieces one after another.
fn cut_out(mut module: Vec<u8>, pieces: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>) {
    let mut data = Vec::new();
    for piece in pieces {
        if let Some(start) = position(&module, piece) {
            data.extend(module.drain(start..start + piece.len()));
        }
    }
    (module, data)
}

/// The position at which a piece begins.
fn position(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    if piece.is_empty() {
        return None;
    }
    bytes.windows(piece.len()).position(|window| window == piece)
}

/// Measures files with the compressors of Node, so that no crate must be compiled for this.
fn sizes(files: &[PathBuf]) -> Result<Vec<Size>> {
    let mut node = Command::new("node");
    node.arg(paths::root().join("xtask/src/build/size.mjs")).args(files);
    let sizes: Vec<[usize; 3]> = serde_json::from_str(&process::read(&mut node)?)?;
    Ok(sizes.into_iter().map(|[raw, gzip, brotli]| Size { raw, gzip, brotli }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_cut_out_of_the_module() {
        let pieces = [b"data".to_vec(), b"absent".to_vec(), Vec::new()];
        let (module, data) = cut_out(b"code data code".to_vec(), &pieces);
        assert_eq!(module, b"code  code");
        assert_eq!(data, b"data");
    }

    #[test]
    fn brotli_is_smaller_than_gzip_is_smaller_than_raw() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/build/size.rs");
        let size = sizes(&[file]).unwrap()[0];
        assert!(size.brotli < size.gzip && size.gzip < size.raw, "{size:?}");
    }
}
