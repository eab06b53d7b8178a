//! "Did you mean": what would have been right, where it can be guessed.

use crate::base::date::{Day, PartialDate};
use crate::base::duration::Duration;

/// The maximal length of a word, in bytes. Longer words are not typing errors, and comparing them takes long.
const LONGEST: usize = 64;

/// Words that would have been right. One type for all callers, so that the code is compiled once.
pub(crate) type Candidates<'i, 'a> = &'i mut dyn Iterator<Item = &'a str>;

/// A question that offers the candidate nearest to `word`, if one is near enough to be what a typing error hides.
pub(crate) fn did_you_mean(word: &str, candidates: Candidates<'_, '_>) -> Option<String> {
    let word = lower(word)?;
    let letters = word.chars().count();
    let mut most = letters / 3 + 1;
    let alike = |candidate: &str| word.chars().zip(candidate.chars()).take_while(|(a, b)| a == b).count();
    let mut best = None;
    for candidate in candidates {
        // Each letter that one of them has more is a step.
        if candidate.chars().count().abs_diff(letters) > most {
            continue;
        }
        let Some(lowered) = lower(candidate) else { continue };
        let steps = strsim::osa_distance(&word, &lowered);
        if steps > most {
            continue;
        }
        // Among candidates that are equally near, the one that begins alike: typing errors are rare in first letters.
        let rank = (steps, usize::MAX - alike(&lowered), candidate);
        if best.is_none_or(|best| rank < best) {
            best = Some(rank);
        }
        most = steps;
    }
    best.map(|(_, _, best)| format!("did you mean \"{best}\"?"))
}

/// A word with ASCII letters in lower case, because upper and lower case are no difference here; `None` if it is too
/// long.
fn lower(word: &str) -> Option<String> {
    (word.len() <= LONGEST).then(|| word.to_ascii_lowercase())
}

/// All of the candidates.
pub(crate) fn one_of(candidates: Candidates<'_, '_>) -> Option<String> {
    let mut words = String::new();
    for candidate in candidates {
        words.push_str(if words.is_empty() { "one of: " } else { ", " });
        words.push_str(candidate);
    }
    (!words.is_empty()).then_some(words)
}

/// What to write in place of a text that is no date: the date that it seems to be, else the forms that a date can have.
pub(crate) fn date_instead(text: &str) -> String {
    match guesses(text).as_slice() {
        [one] => format!("did you mean \"{one}\"?"),
        [one, other] => format!("did you mean \"{one}\" or \"{other}\"?"),
        _ => "write 2018, 2018-08 or 2018-08-23; add ? if the date is in doubt, ~ if it is approximate".to_owned(),
    }
}

/// What to write in place of a text that is no duration: the duration that it seems to be, else the forms that a
/// duration can have.
pub(crate) fn duration_instead(text: &str) -> String {
    let mut guess = "P".to_owned();
    let text = text.to_ascii_lowercase();
    let mut rest = text.strip_prefix('p').unwrap_or(&text).trim();
    while let Some(end) = rest.find(|letter: char| !letter.is_ascii_digit()) {
        let (amount, unit) = rest.split_at(end);
        let unit = unit.trim_start();
        let end = unit.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(unit.len());
        match &unit[..end] {
            "y" | "year" | "years" => guess += &format!("{amount}Y"),
            "m" | "month" | "months" => guess += &format!("{amount}M"),
            "d" | "day" | "days" => guess += &format!("{amount}D"),
            _ => break,
        }
        rest = unit[end..].trim_start();
    }
    if rest.is_empty() && guess.parse::<Duration>().is_ok() {
        return format!("did you mean \"{guess}\"?");
    }
    "write P5Y for 5 years, P18M for 18 months, P90D for 90 days".to_owned()
}

/// Dates as spreadsheets and people write them: `14/07/2020`, `14 July 2020`, `2020/7`, `2020-07-14T06:00`.
fn guesses(text: &str) -> Vec<String> {
    if let Some(day) = text.get(..10).filter(|day| day.parse::<PartialDate>().is_ok()) {
        return vec![day.to_owned()];
    }
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let Some(place) = words.iter().position(|word| word.len() == 4 && word.parse::<u16>().is_ok()) else {
        return Vec::new();
    };
    let Ok(year) = words[place].parse::<i32>() else { return Vec::new() };
    let named = words.iter().find_map(|word| month(word));
    let numbers: Vec<u8> = words.iter().filter(|word| word.len() < 3).filter_map(|word| word.parse().ok()).collect();
    if numbers.len() + usize::from(named.is_some()) + 1 != words.len() {
        return Vec::new();
    }
    let day = |month, day| Day::from_ymd(year, month, day).map(|day| day.to_string());
    let whole = |month| Day::from_ymd(year, month, 1).map(|_| format!("{year:04}-{month:02}"));
    let mut found: Vec<String> = match (named, numbers.as_slice()) {
        (Some(name), []) => whole(name).into_iter().collect(),
        (None, [only]) => whole(*only).into_iter().collect(),
        (Some(name), [only]) => day(name, *only).into_iter().collect(),
        (None, [first, second]) if place == 0 => day(*first, *second).into_iter().collect(),
        (None, [first, second]) => [day(*second, *first), day(*first, *second)].into_iter().flatten().collect(),
        _ => Vec::new(),
    };
    found.dedup();
    found
}

/// The month, 1 to 12, that an English word names or begins to name.
fn month(word: &str) -> Option<u8> {
    let months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let begins =
        |month: &&str| word.len() > 2 && month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    months.iter().position(begins).map(|place| place as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them_are_guessed() {
        for (text, expected) in [
            ("14/07/2020", "did you mean \"2020-07-14\"?"),
            ("7/14/2020", "did you mean \"2020-07-14\"?"),
            ("07.08.2020", "did you mean \"2020-08-07\" or \"2020-07-08\"?"),
            ("2020/7/4", "did you mean \"2020-07-04\"?"),
            ("14 July 2020", "did you mean \"2020-07-14\"?"),
            ("July 14th, 2020", "write 2018"),
            ("August 2018", "did you mean \"2018-08\"?"),
            ("2018-8", "did you mean \"2018-08\"?"),
            ("2020-07-14T06:00:00Z", "did you mean \"2020-07-14\"?"),
            ("2021-02-29", "write 2018"),
            ("Q3 2020", "write 2018"),
            ("soon", "write 2018"),
            ("", "write 2018"),
            ("äöüß", "write 2018"),
        ] {
            assert!(date_instead(text).starts_with(expected), "{text}: {}", date_instead(text));
        }
    }

    #[test]
    fn durations_as_people_write_them_are_guessed() {
        for (text, expected) in [
            ("5Y", "did you mean \"P5Y\"?"),
            ("p5y", "did you mean \"P5Y\"?"),
            ("5 years", "did you mean \"P5Y\"?"),
            ("1 year 6 months", "did you mean \"P1Y6M\"?"),
            ("90d", "did you mean \"P90D\"?"),
            ("5", "write P5Y"),
            ("0 years", "write P5Y"),
            ("six months", "write P5Y"),
            ("2 weeks", "write P5Y"),
            ("5 äöü", "write P5Y"),
            ("", "write P5Y"),
        ] {
            assert!(duration_instead(text).starts_with(expected), "{text}: {}", duration_instead(text));
        }
    }

    #[test]
    fn the_nearest_word_is_offered() {
        let words = ["banned", "restricted", "permitted"];
        assert_eq!(did_you_mean("baned", &mut words.into_iter()).as_deref(), Some("did you mean \"banned\"?"));
        assert_eq!(did_you_mean("Permited", &mut words.into_iter()).as_deref(), Some("did you mean \"permitted\"?"));
        assert_eq!(did_you_mean("USA", &mut ["SA", "UA", "US"].into_iter()).as_deref(), Some("did you mean \"US\"?"));
        assert_eq!(did_you_mean("bnaned", &mut words.into_iter()).as_deref(), Some("did you mean \"banned\"?"));
        assert_eq!(did_you_mean("lawsuit", &mut words.into_iter()), None);
        let long = "x".repeat(20_000);
        assert_eq!(did_you_mean(&long, &mut [long.as_str()].into_iter()), None);
    }
}
