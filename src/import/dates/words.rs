//! Words of dates in the eleven languages of the widget, with vertical bars between them.

use crate::import::word_list::WordList;

/// Marks behind a date in collections of treaties, in small letters: accession, acceptance, approval, confirmation,
/// succession, participation, signature without ratification.
static ACTS: WordList = WordList::of(&["a|aa|c|d|n|p|s"]);

/// Names of months, from January on. A name may end after three letters or more, as abbreviations do.
static MONTHS: WordList = WordList::of(&[
    "january|januar|jänner|janvier|enero|janeiro|январь|января|يناير|ינואר|जनवरी|كانون",
    "february|februar|feber|février|fevrier|febrero|fevereiro|февраль|февраля|فبراير|شباط|פברואר|फ़रवरी|फरवरी",
    "march|märz|maerz|mrz|mars|marzo|março|marco|март|марта|مارس|آذار|מרץ|מרס|मार्च",
    "april|avril|abril|апрель|апреля|أبريل|ابريل|نيسان|אפריל|अप्रैल",
    "may|mai|mayo|maio|май|мая|مايو|أيار|מאי|मई",
    "june|juni|juin|junio|junho|июнь|июня|يونيو|حزيران|יוני|जून",
    "july|juli|juillet|julio|julho|июль|июля|يوليو|تموز|יולי|जुलाई",
    "august|août|aout|agosto|август|августа|أغسطس|اغسطس|آب|אוגוסט|अगस्त",
    "september|sept|septembre|septiembre|setiembre|setembro|сентябрь|сентября|سبتمبر|أيلول|ספטמבר|सितंबर|सितम्बर",
    "october|oktober|octobre|octubre|outubro|октябрь|октября|أكتوبر|اكتوبر|אוקטובר|अक्टूबर|अक्तूबर",
    "november|novembre|noviembre|novembro|ноябрь|ноября|نوفمبر|נובמבר|नवंबर|नवम्बर",
    "december|dezember|décembre|decembre|diciembre|dezembro|декабрь|декабря|ديسمبر|דצמבר|दिसंबर|दिसम्बर",
]);

/// Words beside a date that do not change it: articles, endings of ordinal numbers, days of the week.
static SILENT: WordList = WordList::of(&[
    "st|nd|rd|th|er|º|ª|of|the|on|de|del|da|do|le|den|der|dem|am|el|г|года|год|x|yr|fy|year|monday|tuesday|\
     wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|\
     freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|jueves|viernes",
]);

/// Words before the date from which something holds, which say no more than the column does.
static SINCE: WordList = WordList::of(&["since|as|from|seit|ab|depuis|desde|с|من|منذ|מאז|से"]);

/// Seasons of the north with the months in their middle: April, July, October. A winter has two years.
static SEASONS: WordList = WordList::of(&[
    "spring|frühling|frühjahr|printemps|primavera|весна|весной|ربيع|אביב|वसंत|春|春季",
    "summer|sommer|été|verano|verão|лето|летом|صيف|קיץ|गर्मी|夏|夏季",
    "autumn|fall|herbst|automne|otoño|outono|осень|осенью|خريف|סתיו|शरद|秋|秋季",
]);

/// The years before the first one of an era of Japan.
const ERAS: [(&str, i32); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];

/// Words before a date that is approximate.
static ABOUT: WordList =
    WordList::of(&["c|ca|circa|about|approx|approximately|around|um|etwa|environ|vers|hacia|около|حوالي|בערך|लगभग|約"]);

/// Words for quarters.
static QUARTERS: WordList = WordList::of(&["q|quarter|quartal|t|trim|trimestre|квартал|кв"]);

/// The month, 1 to 12, that a word in small letters names.
pub(crate) fn month_of(word: &str) -> Option<u8> {
    let letters = word.chars().count();
    // Hebrew writes "in March" as one word.
    let word = word.strip_prefix('ב').unwrap_or(word);
    let found = if letters >= 3 { MONTHS.beginning(word) } else { MONTHS.all(word).next() };
    found.map(|place| place as u8 + 1)
}

pub(super) fn is_silent(word: &str) -> bool {
    SILENT.has(word) || SINCE.has(word)
}

/// The month in the middle of the season that a word in small letters names.
pub(super) fn season_of(word: &str) -> Option<u8> {
    SEASONS.all(word).next().map(|place| place as u8 * 3 + 4)
}

/// A date in the calendar of Japan with the year of the common one: 令和2年3月1日 is 2020年3月1日.
pub(super) fn of_era(text: &str) -> Option<String> {
    let (before, rest) = ERAS.iter().find_map(|(era, before)| Some((before, text.strip_prefix(era)?)))?;
    let (year, rest) = rest.split_once('年')?;
    let year = if year.trim() == "元" { 1 } else { year.trim().parse::<i32>().ok()? };
    (1..=64).contains(&year).then(|| format!("{}年{rest}", before + year))
}

pub(super) fn is_act(word: &str) -> bool {
    ACTS.has(word)
}

pub(super) fn is_about(word: &str) -> bool {
    ABOUT.has(word)
}

pub(super) fn is_quarter(word: &str) -> bool {
    QUARTERS.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_names_and_abbreviations() {
        for (word, month) in [
            ("mar", 3),
            ("märz", 3),
            ("mai", 5),
            ("sept", 9),
            ("août", 8),
            ("enero", 1),
            ("марта", 3),
            ("дек", 12),
            ("مارس", 3),
            ("במרץ", 3),
            ("अप्रैल", 4),
            ("jul", 7),
            ("dez", 12),
            ("fev", 2),
        ] {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
        for word in ["ma", "march2", "", "monday", "q"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }
}
