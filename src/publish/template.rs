//! Templates: markup with gaps for values.

use crate::render::markup::escaped;

/// Fills the gaps of a template: `{{name}}` with text, which is escaped, and `{{{name}}}` with markup.
///
/// # Panics
///
/// Panics if no value has the name of a gap. Templates are part of this library, so this is a fault of it.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (after, end) = match after.strip_prefix('{') {
            Some(after) => (after, "}}}"),
            None => (after, "}}"),
        };
        let (name, after) = after.split_once(end).expect("a gap has an end");
        let (_, value) = values.iter().find(|(known, _)| *known == name).expect("each gap has a value");
        filled.push_str(before);
        filled.push_str(&if end == "}}" { escaped(value) } else { (*value).to_owned() });
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_markup_is_not() {
        let values = [("title", "\"Who\" & <what>"), ("chart", "<p>{{title}}</p>")];
        let filled = fill("<a title=\"{{title}}\">{{{chart}}}</a>", &values);
        assert_eq!(filled, "<a title=\"&quot;Who&quot; &amp; &lt;what&gt;\"><p>{{title}}</p></a>");
    }

    #[test]
    #[should_panic = "each gap has a value"]
    fn a_gap_without_a_value_is_a_fault_of_the_command() {
        fill("{{nobody}}", &[]);
    }
}
