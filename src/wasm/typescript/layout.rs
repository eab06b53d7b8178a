//! The layout of declarations. It is that of Prettier, so that a difference in content is a difference in lines.

/// The maximal number of characters of a line.
pub(super) const WIDTH: usize = 120;

/// A record as ts-rs declares it: `type Range = { … };`.
///
/// # Panics
///
/// If a field of a record has no documentation, because ts-rs then writes two fields on a line.
pub(super) fn record(docs: &str, declaration: &str) -> String {
    let (name, body) = declaration
        .strip_prefix("type ")
        .and_then(|rest| rest.strip_suffix(';')?.split_once(" = "))
        .unwrap_or_else(|| panic!("another declaration than expected: {declaration}"));
    let docs = comment(docs, "");
    match body.strip_prefix("{ \n").and_then(|rest| rest.strip_suffix(", }")) {
        Some(fields) => format!("\n{docs}export interface {name} {{\n{}}}\n", members(fields)),
        None => format!("\n{docs}export type {name} ={};\n", union(name, body)),
    }
}

/// Fields, each below its documentation.
fn members(fields: &str) -> String {
    let mut text = String::new();
    let mut rest = fields;
    while let Some((docs, after)) = rest.split_once("*/\n") {
        let (field, next) = after.split_once('\n').unwrap_or((after, ""));
        text += &comment(docs, "  ");
        let field = field.trim().trim_end_matches(',');
        assert!(!field.contains(", "), "a field has no documentation: {field}");
        text += &format!("  {field};\n");
        rest = next;
    }
    assert!(rest.is_empty(), "a field has no documentation: {rest}");
    text
}

/// The type after the equals sign.
fn union(name: &str, body: &str) -> String {
    // Names of fields need no quotation marks in TypeScript.
    let mut plain = body.to_owned();
    for quoted in body.split("{ \"").skip(1).filter_map(|rest| rest.split_once("\": ")).map(|(name, _)| name) {
        plain = plain.replace(&format!("{{ \"{quoted}\": "), &format!("{{ {quoted}: "));
    }
    let plain = plain.replace("text: string, lang: string", "text: string; lang: string");
    if format!("export type {name} = {plain};").len() <= WIDTH {
        return format!(" {plain}");
    }
    alternatives(&plain).iter().map(|member| format!("\n  | {member}")).collect()
}

/// The members of a union. A union inside a member is not split.
pub(super) fn alternatives(union: &str) -> Vec<String> {
    let mut members: Vec<String> = Vec::new();
    let mut depth = 0;
    for part in union.split(" | ") {
        match members.last_mut() {
            Some(outer) if depth > 0 => *outer += &format!(" | {part}"),
            _ => members.push(part.to_owned()),
        }
        depth += part.matches('{').count();
        depth -= part.matches('}').count();
    }
    members
}

/// A documentation comment for editors, from a comment of ts-rs or from plain text.
pub(super) fn comment(text: &str, indent: &str) -> String {
    let plain = text.trim().trim_start_matches("/**").trim_end_matches("*/");
    let lines = plain.lines().map(|line| line.trim().trim_start_matches('*').trim());
    let mut plain = lines.collect::<Vec<_>>().join("\n");
    // Links between items of Rust lead nowhere in TypeScript, and `None` is `null` there.
    for (rust, here) in [("[`crate::", "`"), ("[`", "`"), ("`]", "`"), ("`None`", "`null`")] {
        plain = plain.replace(rust, here);
    }
    match plain.trim().split('\n').collect::<Vec<_>>().as_slice() {
        [""] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let line = |line: &&str| format!("{indent} * {line}").trim_end().to_owned() + "\n";
            format!("{indent}/**\n{}{indent} */\n", lines.iter().map(line).collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_is_below_its_documentation() {
        let declaration = "type Size = { \n/**\n * Extent in x.\n */\nwidth: number, \n/**\n * Extent\n * in y.\n */\nheight: number | null, };";
        assert_eq!(
            record("/**\n * See [`crate::Day`].\n */\n", declaration),
            "\n/** See `Day`. */\nexport interface Size {\n  /** Extent in x. */\n  width: number;\n  /**\n   * Extent\n   * in y.\n   */\n  height: number | null;\n}\n"
        );
    }

    #[test]
    #[should_panic = "a field has no documentation"]
    fn two_fields_on_one_line_are_refused() {
        record("", "type Size = { \n/**\n * Extent in x.\n */\nwidth: number, height: number, };");
    }

    #[test]
    fn a_union_inside_a_member_is_not_split() {
        assert_eq!(alternatives("\"a\" | { b: c | null } | d"), ["\"a\"", "{ b: c | null }", "d"]);
    }

    #[test]
    fn a_union_that_fits_is_on_one_line() {
        assert_eq!(
            record("", "type Step = \"first\" | { \"at\": string };"),
            "\nexport type Step = \"first\" | { at: string };\n"
        );
        let members = ["\"something\""; 12];
        let text = record("", &format!("type Many = {};", members.join(" | ")));
        assert_eq!(text, format!("\nexport type Many ={};\n", "\n  | \"something\"".repeat(12)));
    }
}
