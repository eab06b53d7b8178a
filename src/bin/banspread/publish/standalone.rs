//! One HTML file with everything inside: it opens from a disk, and its policy allows no request.

use super::package::fingerprint;
use super::snippet::{direction, lang, source};
use super::story::Story;
use super::template::fill;

/// The file, with the script that has the engine in it, and the words of a language other than English.
pub(crate) fn html(story: &Story, script: &str, words: Option<&str>) -> String {
    let style = include_str!("templates/standalone.css");
    let script = harmless(script);
    let data = story.given.then(|| element("events", &story.json));
    let json: String = data.into_iter().chain(words.map(|words| element("words", words))).collect();
    let values = [
        ("title", story.title.as_str()),
        ("words", &story.words),
        ("table", &story.table),
        ("lang", lang(story)),
        ("dir", direction(lang(story))),
        ("source", &source(story, "#events")),
        ("own_words", if words.is_some() { " words-src=\"#words\"" } else { "" }),
        ("json", &json),
        ("figure", story.light.trim_end()),
        ("style", style),
        ("style_print", &fingerprint(style)),
        ("script", &script),
        ("script_print", &fingerprint(&script)),
    ];
    fill(include_str!("templates/standalone.html"), &values)
}

/// JSON as an element of the page.
fn element(id: &str, json: &str) -> String {
    // In text of JSON this letter may always be written so, and then no tag can begin.
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{id}\">\n{}\n</script>\n", json.trim_end())
}

/// A script without what would end its element, or begin another inside of it.
fn harmless(script: &str) -> String {
    script.trim_end().replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_script_ends_its_own_element() {
        assert_eq!(harmless("a='</script><!--'\n"), "a='<\\/script><\\!--'");
    }
}
