//! Workbooks of spreadsheet programs. The input becomes the parts of an archive, because random bytes are no archive.

use arbitrary::{Result, Unstructured};
use banspread::import::Workbook;

use crate::zip::Zip;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// A workbook is refused or becomes a dataset, and neither takes much time or memory.
pub fn check(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let (Ok(file), pick) = (archive(&mut bytes), bytes.arbitrary::<u8>().unwrap_or_default()) else { return };
    if let Ok(workbook) = Workbook::read(&file) {
        super::import::read(&workbook, usize::from(pick));
    }
}

fn archive(bytes: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut zip = Zip::default();
    if bytes.ratio(1, 4)? {
        zip.add("mimetype", OPEN_DOCUMENT.as_bytes());
        zip.add("META-INF/manifest.xml", b"<manifest:manifest/>");
        zip.add("content.xml", rest(bytes)?);
        return Ok(zip.finish());
    }
    zip.add("[Content_Types].xml", TYPES.as_bytes());
    zip.add("_rels/.rels", ROOT.as_bytes());
    // Most inputs are sheets of a sound workbook.
    let own = bytes.int_in_range(0..=8)?;
    for (place, name, usual) in [
        (0, "xl/workbook.xml", BOOK),
        (1, "xl/_rels/workbook.xml.rels", RELATIONS),
        (2, "xl/sharedStrings.xml", "<sst><si><t>Country</t></si><si><t>Italy</t></si></sst>"),
        (3, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ] {
        let part = if own == place { piece(bytes)? } else { usual.as_bytes() };
        zip.add(name, part);
    }
    zip.add("xl/worksheets/sheet1.xml", rest(bytes)?);
    Ok(zip.finish())
}

fn piece<'b>(bytes: &mut Unstructured<'b>) -> Result<&'b [u8]> {
    let length = bytes.len() / 2;
    bytes.bytes(length)
}

/// All that is left, but for the byte that chooses the answers.
fn rest<'b>(bytes: &mut Unstructured<'b>) -> Result<&'b [u8]> {
    let length = bytes.len().saturating_sub(1);
    bytes.bytes(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sound_workbook_is_read() {
        // The first byte is a workbook of Excel, the second none of its parts.
        let sheet = b"\x03\x08<worksheet><sheetData><row><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>\0";
        let file = archive(&mut Unstructured::new(sheet)).unwrap();
        assert_eq!(Workbook::read(&file).unwrap().sheets[0].cell(0, 0), "Italy");
    }
}
