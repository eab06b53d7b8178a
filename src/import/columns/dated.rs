//! Names of columns that are a date and what the column is about at it: "1972 Status", "policy_2020".

use crate::import::dates::looks_like_date;

/// The characters between the two.
const BETWEEN: [char; 5] = [' ', '_', '-', '.', ':'];

/// The date in the name of a column, and what the column is about; `None` for other names.
pub(crate) fn dated(name: &str) -> Option<(&str, &str)> {
    if looks_like_date(name, false) {
        return None;
    }
    let halves = || {
        let cuts = name.char_indices().filter(|(_, letter)| BETWEEN.contains(letter));
        cuts.map(|(at, _)| (name[..at].trim(), name[at + 1..].trim_matches(BETWEEN)))
    };
    let is_date = |text: &str| text.len() >= 4 && looks_like_date(text, false);
    // A second number may be the end of a period, which is no date.
    let is_about = |text: &str| text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_numeric);
    // The longest date counts: "1 May 2020 Status".
    let first = halves().rfind(|(date, about)| is_date(date) && is_about(about));
    let last = || halves().find(|(about, date)| is_date(date) && is_about(about)).map(|(about, date)| (date, about));
    first.or_else(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_before_or_behind_what_the_column_is_about() {
        for (name, expected) in [
            ("1972 PR", Some(("1972", "PR"))),
            ("policy_2020", Some(("2020", "policy"))),
            ("1 May 2020 Order", Some(("1 May 2020", "Order"))),
            ("Status 2020-03-01", Some(("2020-03-01", "Status"))),
            ("2020", None),
            ("Jan 2020", None),
            ("Start date", None),
            ("C1 3", None),
            ("Nov.1983-Nov.1984 PR", None),
        ] {
            assert_eq!(dated(name), expected, "{name}");
        }
    }
}
