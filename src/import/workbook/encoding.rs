//! From bytes to text: Unicode by its marks and rules, everything else by what the letters look like.

use std::borrow::Cow;

/// A text, and the encoding in which it was.
#[derive(Debug)]
pub struct Decoded<'b> {
    /// The text without a byte order mark.
    pub text: Cow<'b, str>,
    /// The name of the encoding, such as `UTF-8` or `windows-1252`.
    pub encoding: &'static str,
}

/// The text of a file; `None` if the bytes are not text.
///
/// A byte order mark decides. Without one, text that is UTF-8 is UTF-8, and bytes with many zeros are UTF-16. Anything
/// else is in an encoding from before Unicode. Which one is guessed from the frequency of letters, with the feature
/// `import-encodings`; without it, it is windows-1252.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    match unicode(bytes) {
        Bytes::Text(decoded) => Some(decoded),
        Bytes::Legacy => Some(legacy(bytes)),
        Bytes::Binary => None,
    }
}

/// What bytes are.
#[derive(Debug)]
pub enum Bytes<'b> {
    /// Text in Unicode.
    Text(Decoded<'b>),
    /// Text in an encoding from before Unicode.
    Legacy,
    /// No text.
    Binary,
}

/// The text of bytes that are Unicode.
pub fn unicode(bytes: &[u8]) -> Bytes<'_> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            return Bytes::Text(Decoded { text: String::from_utf8_lossy(rest), encoding: UTF_8 });
        }
        [0xff, 0xfe, rest @ ..] => return Bytes::Text(utf_16(rest, UTF_16LE)),
        [0xfe, 0xff, rest @ ..] => return Bytes::Text(utf_16(rest, UTF_16BE)),
        _ => {}
    }
    if let Some(encoding) = wide(bytes) {
        return Bytes::Text(utf_16(bytes, encoding));
    }
    if bytes.contains(&0) {
        return Bytes::Binary;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Bytes::Text(Decoded { text: Cow::Borrowed(text), encoding: UTF_8 }),
        Err(_) => Bytes::Legacy,
    }
}

const UTF_8: &str = "UTF-8";
const UTF_16LE: &str = "UTF-16LE";
const UTF_16BE: &str = "UTF-16BE";

fn utf_16(bytes: &[u8], encoding: &'static str) -> Decoded<'static> {
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if encoding == UTF_16LE { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    };
    let units = bytes.chunks_exact(2).map(unit);
    let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    Decoded { text: letters.collect::<String>().into(), encoding }
}

/// How many bytes at the beginning of a file tell what it is.
const SAMPLE: usize = 4_096;

/// UTF-16 without a mark: of the letters that separate cells, rows and words, every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = (sample.len() / 8).max(1);
    match (even, odd) {
        (0, odd) if odd >= many => Some(UTF_16LE),
        (even, 0) if even >= many => Some(UTF_16BE),
        _ => None,
    }
}

/// The text in the encoding that the letters speak for.
#[cfg(feature = "import-encodings")]
fn legacy(bytes: &[u8]) -> Decoded<'_> {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The first megabyte has enough letters, and the detector is slower than the rest of the import.
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector does not know MacRoman: it guesses another encoding of Latin letters.
    let encoding = if is_latin(guess) && is_of_old_mac(bytes) { encoding_rs::MACINTOSH } else { guess };
    Decoded { text: encoding.decode_without_bom_handling(bytes).0, encoding: encoding.name() }
}

/// Whether an encoding has a byte for each letter, and its letters are Latin.
#[cfg(feature = "import-encodings")]
fn is_latin(encoding: &'static encoding_rs::Encoding) -> bool {
    use encoding_rs::{ISO_8859_2, ISO_8859_4, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258};
    let latin = [ISO_8859_2, ISO_8859_4, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258];
    latin.contains(&encoding)
}

/// Whether rows end as they did on the computers of Apple before 2001, and spreadsheets for them still write.
#[cfg(feature = "import-encodings")]
fn is_of_old_mac(bytes: &[u8]) -> bool {
    let is_alone = |pair: &&[u8]| pair[0] == b'\r' && pair[1] != b'\n';
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    bytes.windows(2).filter(is_alone).count() > lines
}

/// The text in windows-1252, the most frequent encoding from before Unicode.
#[cfg(not(feature = "import-encodings"))]
fn legacy(bytes: &[u8]) -> Decoded<'_> {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(*byte),
    };
    Decoded { text: bytes.iter().map(letter).collect::<String>().into(), encoding: "windows-1252" }
}

/// The letters of windows-1252 that differ from Latin-1, from 0x80 on.
#[cfg(not(feature = "import-encodings"))]
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, &'static str)> {
        decode(bytes).map(|decoded| (decoded.text.into_owned(), decoded.encoding))
    }

    fn of(text: &str, name: &'static str) -> Option<(String, &'static str)> {
        Some((text.to_owned(), name))
    }

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(read("\u{feff}é".as_bytes()), of("é", "UTF-8"));
        assert_eq!(read(&[0xff, 0xfe, 0xe9, 0]), of("é", "UTF-16LE"));
        assert_eq!(read(&[0xfe, 0xff, 0, 0xe9]), of("é", "UTF-16BE"));
    }

    #[test]
    fn utf_16_is_recognised_without_a_mark() {
        let units: Vec<u16> = "entity,date\n中国,2020".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(read(&little), of("entity,date\n中国,2020", "UTF-16LE"));
        assert_eq!(read(&big), of("entity,date\n中国,2020", "UTF-16BE"));
    }

    #[test]
    fn text_of_old_windows_is_read() {
        let text =
            "FR;D\u{e9}cret n\u{b0} 2020-260 \u{2014} confinement g\u{e9}n\u{e9}ralis\u{e9};L\u{2019}\u{c9}quipe";
        let bytes: Vec<u8> = text
            .chars()
            .map(|letter| match letter {
                '\u{2014}' => 0x97,
                '\u{2019}' => 0x92,
                other => other as u8,
            })
            .collect();
        assert_eq!(read(&bytes), of(text, "windows-1252"));
    }

    #[cfg(feature = "import-encodings")]
    #[test]
    fn older_encodings_are_told_by_their_letters() {
        let texts = [
            ("FR;Décret n° 2020-260 — confinement généralisé;L’Équipe", "windows-1252"),
            ("Россия;запрещено;Правительство Российской Федерации", "windows-1251"),
            ("日本;禁止された;総務省の発表によると", "Shift_JIS"),
            ("中国;禁止使用该公司的设备;工业和信息化部", "GBK"),
        ];
        for (text, name) in texts {
            let bytes = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text).0;
            assert_eq!(read(&bytes), of(text, name));
        }
    }

    #[cfg(feature = "import-encodings")]
    #[test]
    fn rows_that_end_as_on_old_computers_of_apple_are_macroman_only_if_their_letters_are_latin() {
        let texts = [
            ("Côte d’Ivoire;1952\rTürkiye;1934\rSão Tomé;1975\r", "macintosh"),
            ("Россия;запрещено\rУкраина;разрешено\rПравительство;Российской Федерации\r", "windows-1251"),
            ("日本;禁止された\r韓国;総務省の発表によると\r", "Shift_JIS"),
            ("中国;禁止使用该公司的设备\r日本;工业和信息化部\r", "GBK"),
        ];
        for (text, name) in texts {
            let bytes = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text).0;
            assert_eq!(read(&bytes), of(text, name));
        }
    }

    #[test]
    fn bytes_with_zeros_are_no_text() {
        assert_eq!(read(&[1, 0, 0, 7, 0, 200]), None);
    }
}
