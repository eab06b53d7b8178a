//! One HTML file that contains everything. It opens from a disk, and its policy allows no request.

use crate::publish::package::fingerprint;
use crate::publish::snippet::{direction, lang, own_source};
use crate::publish::story::Story;
use crate::publish::template::fill;

/// The file. `script` contains the engine. `words` is the message file of a language other than English.
pub fn html(story: &Story, script: &str, words: Option<&str>) -> String {
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
        ("source", &own_source(story, "#events")),
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
    // In JSON, `<` occurs only in strings, and the escape means the same there. Without `<` the data cannot end the
    // element.
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{id}\">\n{}\n</script>\n", json.trim_end())
}

/// A script that cannot end its element and cannot begin an HTML comment, in which `</script>` would no longer end it.
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
