//! Workbooks of an attacker: they are refused with a reason or read without harm.

use std::io::{Cursor, Write};

use banspread::import::{FileError, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document of OpenDocument with these rows in its only table.
fn document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("content.xml", content.as_bytes())])
}

/// A workbook of Excel with this XML as its only sheet, and these texts.
fn workbook(sheet: &str, texts: &[u8]) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn refused(file: &[u8]) -> String {
    Workbook::read(file).expect_err("the file is refused").to_string()
}

/// The cells of a file with one sheet, a line for each row.
fn cells(file: &[u8]) -> Vec<String> {
    let workbook = Workbook::read(file).unwrap();
    let [sheet] = workbook.sheets.as_slice() else { panic!("{} sheets", workbook.sheets.len()) };
    let row = |row| (0..sheet.width(row)).map(|column| sheet.cell(row, column)).collect::<Vec<_>>().join("|");
    (0..sheet.rows()).map(row).collect()
}

fn text(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn a_workbook_of_these_tests_is_read() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>7</v></c></row>\
                 </sheetData></worksheet>";
    assert_eq!(cells(&workbook(sheet, b"<sst><si><t>x</t></si></sst>")), ["x||7"]);
}

#[test]
fn a_document_that_is_cut_off_is_refused() {
    let whole = "<office:document-content><table:table table:name=\"A\"><table:table-row><table:table-cell \
                 office:value-type=\"string\"><office:annotation><text:p>n</text:p></office:annotation><text:p>x\
                 </text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    assert_eq!(cells(&archive(&[("content.xml", whole.as_bytes())])), ["x"]);
    for end in 1..whole.len() {
        let cut = archive(&[("content.xml", &whole.as_bytes()[..end])]);
        assert!(refused(&cut).starts_with("the spreadsheet cannot be read: "), "{}", &whole[..end]);
    }
}

#[test]
fn the_cells_of_a_document_are_those_that_the_program_shows() {
    let cell = |attributes: &str| format!("<table:table-cell {attributes}/>");
    let rows = [
        row(&[
            text("Ä &amp; B&#x2019;s <text:span>own</text:span>"),
            cell("office:value-type=\"date\" office:date-value=\"2020-03-01\""),
            cell("table:number-columns-repeated=\"2\""),
            cell("office:value-type=\"float\" office:value=\"12.50\""),
            cell("office:value-type=\"boolean\" office:boolean-value=\"true\""),
        ]
        .concat()),
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>".to_owned(),
        row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p>\
             </office:annotation><text:p>one<text:s text:c=\"4000000000\"/>two</text:p><text:p>three</text:p>\
             </table:table-cell><table:covered-table-cell/>"),
        row("<table:table-cell calcext:value-type=\"error\" office:value-type=\"string\" office:string-value=\"\">\
             <text:p>#REF!</text:p></table:table-cell>"),
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>"
            .to_owned(),
    ];
    let expected = ["Ä & B’s own|2020-03-01|||12.5|TRUE", "", "", "one two\nthree", "#REF!"];
    assert_eq!(cells(&document(&rows.concat())), expected);
}

#[test]
fn a_table_inside_of_a_cell_is_text_of_the_cell() {
    let inner = format!("<table:table table:name=\"B\">{}{}</table:table>", row(&text("b")), row(&text("c")));
    let outer = format!("<table:table-cell><text:p>a</text:p>{inner}<text:p>d</text:p></table:table-cell>");
    let rows = [row(&(outer + &text("e"))), row(&text("f"))];
    assert_eq!(cells(&document(&rows.concat())), ["a\nb\nc\nd|e", "f"]);
}

#[test]
fn entities_that_a_file_declares_are_not_read() {
    let secret = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    let laughs = "<!DOCTYPE x [<!ENTITY b \"ha\"><!ENTITY a \"&b;&b;&b;&b;\">]>";
    for declared in [secret, laughs] {
        let content = format!("{declared}<table:table table:name=\"A\">{}</table:table>", row(&text("&a;")));
        let found = refused(&archive(&[("content.xml", content.as_bytes())]));
        assert!(found.contains("unknown entity &a;"), "{found}");
        let sheet = format!(
            "{declared}<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"
        );
        let found = refused(&workbook(&sheet, b"<sst/>"));
        assert!(found.contains("&a;"), "{found}");
    }
}

#[test]
fn a_cell_that_a_small_document_repeats_takes_no_gigabytes() {
    let many = |rows, columns, content: &str| {
        document(&format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell office:value-type=\"string\" \
             table:number-columns-repeated=\"{columns}\"><text:p>{content}</text:p></table:table-cell></table:table-row>"
        ))
    };
    assert_eq!(cells(&many(2, 3, "x")), ["x|x|x", "x|x|x"]);
    let long = "x".repeat(20_000);
    for file in [many(1_048_576, 16_384, "x"), many(usize::MAX, usize::MAX, "x"), many(1_000_000, 1, &long)] {
        assert_eq!(Workbook::read(&file).unwrap_err(), FileError::Repeated);
    }
    let rows = "<table:table-row table:number-rows-repeated=\"9999999\"><table:table-cell/></table:table-row>";
    let below = format!("{rows}{}", row(&text("x")));
    assert_eq!(Workbook::read(&document(&below)).unwrap_err(), FileError::TooManyCells);
}

#[test]
fn a_small_archive_that_unpacks_to_gigabytes_is_refused() {
    let zeros = vec![b' '; 70_000_000];
    let sheet = "<worksheet><sheetData/></worksheet>";
    let mut bomb = workbook(sheet, &zeros);
    assert!(bomb.len() < 100_000, "{} bytes", bomb.len());
    assert_eq!(Workbook::read(&bomb).unwrap_err(), FileError::Unpacked);
    // The directory gives a wrong size of the texts: byte 24 of their entry, which is the fifth.
    let entry = (0..bomb.len() - 4).filter(|at| bomb[*at..].starts_with(b"PK\x01\x02")).nth(4).unwrap();
    bomb[entry + 24..entry + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert!(refused(&bomb).starts_with("the spreadsheet "));
    let document = archive(&[("content.xml", &zeros)]);
    assert_eq!(Workbook::read(&document).unwrap_err(), FileError::Unpacked);
    let parts: Vec<(String, &[u8])> = (0..7).map(|n| (format!("part{n}"), &zeros[..10_000_000])).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(Workbook::read(&archive(&parts)).unwrap_err(), FileError::Unpacked);
}

#[test]
fn a_cell_beyond_the_largest_sheet_is_refused() {
    for place in ["A1048577", "XFE1", "A4294967295", "ZZZZZZZ1"] {
        let sheet = format!("<worksheet><sheetData><row><c r=\"{place}\"><v>1</v></c></row></sheetData></worksheet>");
        let found = refused(&workbook(&sheet, b"<sst/>"));
        assert!(found.starts_with("the spreadsheet cannot be read: "), "{place}: {found}");
    }
}

#[test]
fn a_damaged_workbook_has_a_reason() {
    assert!(refused(b"PK\x03\x04").starts_with("the spreadsheet cannot be read: "));
    assert!(refused(&archive(&[("a", b"b")])).starts_with("the spreadsheet cannot be read: "));
    assert!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).starts_with("the spreadsheet cannot be read: "));
    assert!(refused(&workbook("<worksheet><sheetData><row><c r=\"A1\">", b"<sst/>")).contains("cannot be read"));
}
