//! Choices as a tree. [`read`](super::read) reads it.

use crate::format::node::{Member, Node, Value};
use crate::import::choices::{
    Choices, ClassChoice, Conflicts, DateChoices, HeaderChoice, PlaceChoice, SourceChoice, StatusChoice,
};

impl Choices {
    /// The tree of the JSON of these choices, without what is not chosen.
    pub fn tree(&self) -> Node<'static> {
        let named = |name: &str, value: Value<'static>| Member::new(name.to_owned(), value);
        let columns = self.columns.iter().map(|(name, role)| named(name, text(role.id()))).collect();
        let places = self.places.iter().map(|(name, place)| named(name, of_place(place))).collect();
        object(vec![
            ("sheet", self.sheet.as_deref().map(text)),
            ("header", self.header.map(header)),
            ("last_row", self.last_row.map(number)),
            ("shape", self.shape.map(|shape| text(shape.id()))),
            ("columns", filled(Value::Object(columns))),
            ("dates", filled(dates(self.dates))),
            ("snapshot_date", self.snapshot_date.as_deref().map(text)),
            ("status", self.status.as_deref().map(text)),
            ("before", self.before.as_deref().map(text)),
            ("statuses", filled(list(&mut self.statuses.iter().map(status)))),
            ("ends", filled(texts(&self.ends))),
            ("ignored", self.ignored.as_deref().map(texts)),
            ("classes", filled(list(&mut self.classes.iter().map(class)))),
            ("places", filled(Value::Object(places))),
            ("conflicts", self.conflicts.map(|which| text(Conflicts::IDS[which as usize]))),
            ("source", self.source.as_ref().map(source)),
            ("title", self.title.as_deref().map(text)),
            ("lang", self.lang.as_deref().map(text)),
            ("grid", self.grid.as_deref().map(text)),
        ])
        .into()
    }
}

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned().into())
}

fn texts(all: &[String]) -> Value<'static> {
    list(&mut all.iter().map(|own| text(own)))
}

fn number(number: usize) -> Value<'static> {
    Value::Number(number as f64)
}

fn list(items: &mut dyn Iterator<Item = Value<'static>>) -> Value<'static> {
    Value::List(items.map(Node::from).collect())
}

/// An object with the members that have a value.
fn object(members: Vec<(&'static str, Option<Value<'static>>)>) -> Value<'static> {
    Value::Object(members.into_iter().filter_map(|(name, value)| Some(Member::new(name, value?))).collect())
}

/// The value, unless it is an empty list or object.
fn filled(value: Value<'static>) -> Option<Value<'static>> {
    let is_empty = match &value {
        Value::List(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    (!is_empty).then_some(value)
}

fn header(header: HeaderChoice) -> Value<'static> {
    match header {
        HeaderChoice::Without(is_there) => Value::Bool(is_there),
        HeaderChoice::Rows { row, rows } => object(vec![("row", Some(number(row))), ("rows", Some(number(rows)))]),
    }
}

fn dates(dates: DateChoices) -> Value<'static> {
    object(vec![("order", dates.order.map(|order| text(order.id())))])
}

fn status(status: &StatusChoice) -> Value<'static> {
    object(vec![
        ("id", status.id.as_deref().map(text)),
        ("label", status.label.as_deref().map(text)),
        ("color", status.color.as_deref().map(text)),
        ("values", Some(texts(&status.values))),
    ])
}

fn class(class: &ClassChoice) -> Value<'static> {
    let status = class.status.as_deref().map_or(Value::Null, text);
    object(vec![("from", Some(Value::Number(class.from))), ("status", Some(status))])
}

fn of_place(place: &PlaceChoice) -> Value<'static> {
    match place {
        PlaceChoice::Id(id) => text(id),
        PlaceChoice::Own(own) => Value::Bool(*own),
        PlaceChoice::Left(()) => Value::Null,
    }
}

fn source(source: &SourceChoice) -> Value<'static> {
    object(vec![
        ("title", Some(text(&source.title))),
        ("url", source.url.as_deref().map(text)),
        ("date", source.date.as_deref().map(text)),
    ])
}
