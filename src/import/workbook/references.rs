//! Characters that pages write by name or number, such as `&eacute;`.

/// The most bytes of the name or number of a character.
const LONGEST: usize = 32;

/// The names of the letters of Latin-1, from U+00A0 on.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
    AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times \
    Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml";

/// The names of other characters of texts.
const OTHERS: [(&str, char); 55] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("bull", '•'),
    ("permil", '‰'),
    ("prime", '′'),
    ("Prime", '″'),
    ("euro", '€'),
    ("trade", '™'),
    ("minus", '−'),
    ("larr", '←'),
    ("rarr", '→'),
    ("ne", '≠'),
    ("le", '≤'),
    ("ge", '≥'),
    ("check", '✓'),
    ("cross", '✗'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Zcaron", 'Ž'),
    ("zcaron", 'ž'),
    ("Ccaron", 'Č'),
    ("ccaron", 'č'),
    ("rcaron", 'ř'),
    ("ecaron", 'ě'),
    ("cacute", 'ć'),
    ("nacute", 'ń'),
    ("sacute", 'ś'),
    ("Lstrok", 'Ł'),
    ("lstrok", 'ł'),
    ("dstrok", 'đ'),
    ("gbreve", 'ğ'),
    ("scedil", 'ş'),
    ("inodot", 'ı'),
    ("Idot", 'İ'),
];

/// A text with the characters themselves. A name that is not known stays.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let end = after.bytes().take(LONGEST).position(|byte| byte == b';');
        match end.and_then(|end| Some((reference(&after[..end])?, &after[end + 1..]))) {
            Some((letter, after)) => {
                // A place for a hyphen is no letter.
                plain.extend((letter != '\u{ad}').then_some(letter));
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    let other = OTHERS.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    let latin = || LATIN.split_whitespace().zip('\u{a0}'..='\u{ff}').find(|(known, _)| *known == name);
    other.or_else(|| latin().map(|(_, letter)| letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_characters() {
        for (text, expected) in [
            ("C&ocirc;te d&rsquo;Ivoire &mdash; &eacute;&yuml;&nbsp;x", "Côte d’Ivoire — éÿ\u{a0}x"),
            ("&#65;&#x42;&AMP; &amp; &szlig;&Agrave;", "AB&AMP; & ßÀ"),
            ("Deutsch&shy;land &unknown; &", "Deutschland &unknown; &"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }

    #[test]
    fn ampersands_without_an_end_are_letters() {
        let text = "&".repeat(1_000_000);
        assert_eq!(unescaped(&text), text);
        assert_eq!(unescaped("&é; &amp &#x41;&amp;"), "&é; &amp A&");
    }
}
