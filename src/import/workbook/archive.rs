//! The archives that spreadsheet programs write. A part of an archive can unpack to a thousand times its size, so it is
//! measured before anything reads it as a whole.

use std::io::{self, Cursor, Read, Write};

use zip::ZipArchive;

use crate::import::workbook::values::damaged;
use crate::import::workbook::{FileError, LARGEST, RATIO, UNPACKED};

/// No byte of deflate unpacks to more bytes.
const DEFLATE: usize = 1_032;

/// An archive whose parts are not too large.
pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Opens an archive.
///
/// # Errors
///
/// The file is no archive, or its parts are too large together.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, FileError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = most(bytes.len()) as u64;
    for place in 0..archive.len() {
        // The sizes in the directory of an archive can be wrong. Parts can also share their bytes.
        let Ok(part) = archive.by_index(place) else { continue };
        if part.compressed_size().saturating_mul(DEFLATE as u64) <= left / 1_000 {
            left -= part.compressed_size() * DEFLATE as u64;
            continue;
        }
        let mut size = Size(0);
        // A part that cannot be unpacked to its end is refused by its reader.
        let _ = io::copy(&mut part.take(left + 1), &mut size);
        left = left.checked_sub(size.0).ok_or(FileError::Unpacked)?;
    }
    Ok(archive)
}

/// Counts the bytes that are written to it.
struct Size(u64);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The number of bytes to which an archive of this size may unpack.
fn most(size: usize) -> usize {
    UNPACKED.max(size.saturating_mul(RATIO).min(LARGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_archive_may_unpack_to_more_but_never_to_more_than_memory_has() {
        assert_eq!([0, 1_000, 1_000_000].map(most), [64_000_000, 64_000_000, 100_000_000]);
        assert_eq!([500_000_000, usize::MAX].map(most), [2_000_000_000, 2_000_000_000]);
    }
}
