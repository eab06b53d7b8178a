//! Finds countries by the names and codes that people write.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Names that the crate keshvar does not have. keshvar has the names of ISO 3166 and many others.
const OTHERS: [(&str, &str); 14] = [
    ("America", "US"),
    ("Bosnia", "BA"),
    ("Britain", "GB"),
    ("Congo-Brazzaville", "CG"),
    ("Congo-Kinshasa", "CD"),
    ("DR Congo", "CD"),
    ("DRC", "CD"),
    ("Holland", "NL"),
    ("Kosovo", "XK"),
    ("State of Palestine", "PS"),
    ("UAE", "AE"),
    ("Vatican", "VA"),
    ("XKX", "XK"),
    ("Czech", "CZ"),
];

/// The alpha-2 code of a country, found by its alpha-2 or alpha-3 code or by a common name, without regard to upper and
/// lower case.
pub(crate) fn country(name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    table().get(&name.to_lowercase()).cloned()
}

/// The codes of countries by name and by code, in lower case. A name that two countries have belongs to the first one.
fn table() -> &'static HashMap<String, String> {
    // The table is made once, because a file can name a country in every row.
    static TABLE: OnceLock<HashMap<String, String>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        let mut add = |name: &str, code: &str| {
            table.entry(name.to_lowercase()).or_insert_with(|| code.to_owned());
        };
        // These names come before the names of the crate: a name keeps its first code.
        for (name, code) in OTHERS {
            add(name, code);
        }
        for country in keshvar::CountryIterator::new() {
            let code = country.alpha2().to_string();
            let alpha3 = country.alpha3().to_string();
            let names = [code.as_str(), &alpha3, country.iso_short_name(), country.iso_long_name()];
            for name in names.iter().chain(country.unofficial_name_list()) {
                add(name, &code);
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn countries_are_found_by_codes_and_common_names() {
        for (name, code) in [
            ("GB", "GB"),
            ("gbr", "GB"),
            ("UK", "GB"),
            ("Great Britain", "GB"),
            ("United Kingdom", "GB"),
            ("USA", "US"),
            ("United States of America", "US"),
            ("South Korea", "KR"),
            ("Czech Republic", "CZ"),
            ("Czechia", "CZ"),
            ("Côte d'Ivoire", "CI"),
            ("ivory coast", "CI"),
            ("Türkiye", "TR"),
            ("TÜRKIYE", "TR"),
            ("Turkey", "TR"),
            ("Viet Nam", "VN"),
            ("Vietnam", "VN"),
            ("Burma", "MM"),
            ("Swaziland", "SZ"),
            ("UAE", "AE"),
            ("DR Congo", "CD"),
            ("Macao", "MO"),
            ("Kosovo", "XK"),
            ("XKX", "XK"),
            ("Greenland", "GL"),
            ("Holy See", "VA"),
        ] {
            assert_eq!(country(name).as_deref(), Some(code), "{name}");
        }
        for name in ["", "Atlantis", "KPN", "EU", "Germny"] {
            assert_eq!(country(name), None, "{name}");
        }
    }
}
