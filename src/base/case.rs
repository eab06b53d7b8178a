//! Texts in small letters and in capitals. In browsers JavaScript changes them: the tables of the standard library would
//! be in the module.

/// The text in small letters.
pub(crate) fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    #[cfg(browser)]
    return js_sys::JsString::from(text).to_lower_case().into();
    #[cfg(not(browser))]
    text.to_lowercase()
}

/// The text in capitals.
pub(crate) fn capital(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    #[cfg(browser)]
    return js_sys::JsString::from(text).to_upper_case().into();
    #[cfg(not(browser))]
    text.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_scripts_become_small_or_capitals() {
        assert_eq!(
            ["Spain", "ÎLE", "Йемен", "ΛΊΒΑΝΟΣ", "日本"].map(small),
            ["spain", "île", "йемен", "λίβανος", "日本"]
        );
        assert_eq!(["in force", "é", "ß", ""].map(capital), ["IN FORCE", "É", "SS", ""]);
    }
}
