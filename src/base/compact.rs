//! Large numbers in few words: `1.4 billion`.
//!
//! In the widget they are those of JavaScript, which knows the words of all languages. In pictures as SVG, natively and in
//! the publisher, only English has words.

#[cfg(not(pictures))]
pub(crate) use browser::compact;
#[cfg(pictures)]
pub(crate) use native::compact;

#[cfg(not(pictures))]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// A number as a value of JavaScript.
        type Number;

        #[wasm_bindgen(method, js_name = toLocaleString)]
        fn in_words(this: &Number, lang: &str, options: &JsValue) -> String;

        #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
        fn object(json: &str) -> JsValue;
    }

    /// A number with two or three digits and a word, in a language that the browser knows, a BCP 47 tag.
    pub(crate) fn compact(number: f64, lang: &str) -> String {
        let options = object(r#"{"notation":"compact","compactDisplay":"long"}"#);
        JsValue::from(number).unchecked_into::<Number>().in_words(lang, &options)
    }
}

#[cfg(pictures)]
mod native {
    use crate::base::language::{ENGLISH, alike};

    const WORDS: [&str; 5] = ["", " thousand", " million", " billion", " trillion"];

    /// A number with two or three digits and a word. In other languages than English all digits.
    pub(crate) fn compact(number: f64, lang: &str) -> String {
        if !alike(lang, ENGLISH) {
            return rounded(number).to_string();
        }
        let (mut left, mut place) = (number, 0);
        while rounded(left) >= 1000.0 && place + 1 < WORDS.len() {
            left /= 1000.0;
            place += 1;
        }
        format!("{}{}", rounded(left), WORDS[place])
    }

    /// Two digits, or all before the decimal point.
    fn rounded(number: f64) -> f64 {
        let mut scale = 1.0;
        while number * scale < 10.0 && scale < 1e6 {
            scale *= 10.0;
        }
        (number * scale).round() / scale
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn numbers_are_written_as_browsers_write_them() {
            for (number, text) in [
                (0.0, "0"),
                (0.126, "0.13"),
                (7.0, "7"),
                (7.25, "7.3"),
                (345.6, "346"),
                (999.7, "1 thousand"),
                (1_234.0, "1.2 thousand"),
                (999_700_000.0, "1 billion"),
                (1_440_000_000.0, "1.4 billion"),
                (27_700_000_000_000.0, "28 trillion"),
                (1e15, "1000 trillion"),
            ] {
                assert_eq!(compact(number, "en-GB"), text, "{number}");
            }
            assert_eq!(compact(1_440_000.0, "de"), "1440000");
        }
    }
}
