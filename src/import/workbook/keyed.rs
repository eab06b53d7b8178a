//! Where the tables of a JSON text are: lists of objects, and objects whose names are data, such as codes of countries.

use crate::format::node::{Member, Node, Value};
use crate::import::dates::looks_like_date;
use crate::model::grid::{US_STATES, WORLD};
use crate::names::asked::{Asked, Found};
use crate::names::find::all_names;

/// The name of the column with the names of members.
pub(super) const KEY: &str = "key";
/// The name of the column with what is no object.
pub(super) const VALUE: &str = "value";

/// A row: an object or another value, and the name that it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'n> {
    pub(super) key: Option<&'n str>,
    pub(super) node: &'n Node<'n>,
}

impl<'n> Row<'n> {
    pub(super) fn of(node: &'n Node<'n>) -> Self {
        Self { key: None, node }
    }

    fn text(&self) -> Option<&'n str> {
        if let Value::Text(text) = &self.node.value { Some(text) } else { None }
    }
}

/// How deep tables are looked for.
const DEEPEST: usize = 3;
/// How many names tell whether they are places.
const SAMPLE: usize = 200;

/// The tables of a text, each with its name. What lists of objects there are counts before objects with names that are data.
pub(super) fn tables<'n>(tree: &'n Node<'n>) -> Vec<(String, Vec<Row<'n>>)> {
    let mut found = Vec::new();
    look(tree, "", DEEPEST, &listed, &mut found);
    if found.is_empty() {
        look(tree, "", DEEPEST, &keyed, &mut found);
    }
    found
}

type Rows<'n> = Option<Vec<Row<'n>>>;

/// Looks for tables in a value and in the members of objects.
fn look<'n>(
    node: &'n Node<'n>,
    name: &str,
    depth: usize,
    rows: &dyn Fn(&'n Node<'n>) -> Rows<'n>,
    found: &mut Vec<(String, Vec<Row<'n>>)>,
) {
    if let Some(rows) = rows(node) {
        found.push((name.to_owned(), rows));
    } else if let (Value::Object(members), true) = (&node.value, depth > 0) {
        for Member { name: own, node, .. } in members {
            let path = if name.is_empty() { own.to_string() } else { format!("{name}.{own}") };
            look(node, &path, depth - 1, rows, found);
        }
    }
}

fn is_object(node: &Node) -> bool {
    matches!(node.value, Value::Object(_))
}

fn is_list(node: &Node) -> bool {
    node.list().is_some()
}

/// A list of objects; lists of objects whose names are dates are one table.
fn listed<'n>(node: &'n Node<'n>) -> Rows<'n> {
    if let Some(items) = node.list() {
        let are_objects = !items.is_empty() && items.iter().all(is_object);
        return are_objects.then(|| items.iter().map(Row::of).collect());
    }
    let Value::Object(members) = &node.value else { return None };
    let is_of_date = |member: &&'n Member<'n>| looks_like_date(&member.name, true) && listed(&member.node).is_some();
    let are_dates = !members.is_empty() && members.iter().all(|member| is_of_date(&member));
    are_dates.then(|| members.iter().flat_map(items_of).collect())
}

/// The items of a list, each with the name of the list.
fn items_of<'n>(member: &'n Member<'n>) -> impl Iterator<Item = Row<'n>> {
    let items = member.node.list().unwrap_or_default();
    items.iter().map(|node| Row { key: Some(&member.name), node })
}

/// Members that are alike: objects, lists of texts, or texts and numbers. Their names are data.
fn keyed<'n>(node: &'n Node<'n>) -> Rows<'n> {
    let Value::Object(members) = &node.value else { return None };
    let all = |is: &dyn Fn(&Node) -> bool| members.len() > 1 && members.iter().all(|member| is(&member.node));
    let is_flat = |node: &Node| match &node.value {
        Value::Object(members) => members.iter().all(|member| !is_object(&member.node)),
        _ => false,
    };
    let is_text = |node: &Node| !is_object(node) && !is_list(node);
    let is_texts = |node: &Node| node.list().is_some_and(|items| items.iter().all(is_text));
    let own = |member: &'n Member<'n>| Row { key: Some(&*member.name), node: &member.node };
    let are_named = || are_places(members.iter().map(|member| &*member.name));
    if all(&is_texts) && !are_named() {
        let rows: Vec<Row<'_>> = members.iter().flat_map(items_of).collect();
        return are_places(rows.iter().filter_map(|row| row.text())).then_some(rows);
    }
    let is_table = (all(&is_flat) || all(&is_text) || all(&is_texts)) && are_named();
    is_table.then(|| members.iter().map(own).collect())
}

/// Whether most texts are places: other names of members are those of settings.
fn are_places<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let is_place = |text: &str| {
        [WORLD, US_STATES].iter().any(|grid| {
            let found = all_names(Asked { text, grid, suggest: false });
            !matches!(found, None | Some(Found::Unknown(_)))
        })
    };
    let (mut all, mut places) = (0, 0);
    for text in texts.take(SAMPLE) {
        all += 1;
        places += usize::from(is_place(text));
    }
    places * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json;

    fn found(text: &str) -> Vec<(String, usize)> {
        let tree = json::read(text, |_| 0.0).unwrap();
        tables(&tree).into_iter().map(|(name, rows)| (name, rows.len())).collect()
    }

    #[test]
    fn names_that_are_places_or_dates_are_data() {
        for (text, name, rows) in [
            (r#"{"WA": {"a": 1}, "CO": {"a": 2}}"#, "", 2),
            (r#"{"by_state": {"WA": "legal", "CO": "legal", "UT": "illegal"}}"#, "by_state", 3),
            (r#"{"WA": ["legal"], "CO": ["legal", "partly"]}"#, "", 2),
            (r#"{"legal": ["WA", "CO"], "illegal": ["UT"]}"#, "", 3),
            (r#"{"a": {"b": {"WA": "legal", "CO": "legal"}}}"#, "a.b", 2),
            (r#"{"days": {"2020-01-01": [{"a": 1}], "2020-01-02": [{"a": 1}, {"a": 2}]}}"#, "days", 3),
        ] {
            assert_eq!(found(text), [(name.to_owned(), rows)], "{text}");
        }
    }

    #[test]
    fn other_names_are_those_of_settings() {
        for text in [r#"{"title": "a", "lang": "en"}"#, r#"{"map": {"width": 1}, "key": {"width": 2}}"#, "[1, 2]", "{}"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_list_of_objects_counts_before_names_that_are_data() {
        assert_eq!(found(r#"{"WA": {"a": 1}, "CO": {"a": 2}, "rows": [{"b": 1}]}"#), [("rows".to_owned(), 1)]);
    }
}
