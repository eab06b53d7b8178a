//! One HTML file with everything inside: it opens from a disk, and its policy allows no request.

use super::package::fingerprint;
use super::snippet::date;
use super::story::Story;
use super::template::fill;

/// The file, with the script that has the engine in it.
pub(crate) fn html(story: &Story, script: &str) -> String {
    let style = include_str!("templates/standalone.css");
    let script = harmless(script);
    let values = [
        ("title", story.title.as_str()),
        ("words", &story.words),
        ("date", &date(story)),
        // In text of JSON this letter may always be written so, and then no tag can begin.
        ("data", &story.json.replace('<', "\\u003c")),
        ("figure", story.light.trim_end()),
        ("style", style),
        ("style_print", &fingerprint(style)),
        ("script", &script),
        ("script_print", &fingerprint(&script)),
    ];
    fill(include_str!("templates/standalone.html"), &values)
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
