//! JSON as a tree, before its fields are checked.
//!
//! All input becomes this tree; there is no derived reader for each record. All faults of the fields of a dataset are
//! therefore found at once, each with its path, and the WASM build is 20 KB smaller.
//!
//! A tree borrows names and texts from the text that it was read from, so that reading copies only texts with escape
//! sequences.

#[cfg(explain)]
pub(crate) mod write;

use std::borrow::Cow;

#[cfg(explain)]
use crate::diagnostics::path::{DataPath, Step};

/// A JSON value with its position.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// The position. For a list or object that was read from JSON: the position of its opening bracket.
    pub span: Span,
}

/// The value of a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(Cow<'t, str>),
    /// `[…]`.
    List(Vec<Node<'t>>),
    /// `{…}`, in the order of the text.
    Object(Vec<Member<'t>>),
}

/// A name in an object, with its value.
#[derive(Clone, Debug)]
pub struct Member<'t> {
    /// The name.
    pub name: Cow<'t, str>,
    /// The position of the name.
    pub name_span: Span,
    /// The value.
    pub node: Node<'t>,
}

/// A range of bytes of a text; the end is exclusive. In the engine a span is empty, because the engine reports no
/// positions.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    #[cfg(explain)]
    start: u32,
    #[cfg(explain)]
    end: u32,
}

impl Span {
    /// The span of a value that was not read from a text.
    pub const NONE: Self = Self {
        #[cfg(explain)]
        start: u32::MAX,
        #[cfg(explain)]
        end: 0,
    };

    /// The span of a range of bytes; [`Self::NONE`] if the text is too long for `u32`.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        #[cfg(explain)]
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            return Self { start, end };
        }
        #[cfg(not(explain))]
        let _ = (start, end);
        Self::NONE
    }

    /// The first byte and the byte after the last one; `None` for a value that was not read from a text.
    #[cfg(explain)]
    pub(crate) fn range(self) -> Option<(usize, usize)> {
        (self.start <= self.end).then_some((self.start as usize, self.end as usize))
    }
}

impl<'t> From<Value<'t>> for Node<'t> {
    fn from(value: Value<'t>) -> Self {
        Self { value, span: Span::NONE }
    }
}

/// Nodes are equal if their values are equal. Positions do not matter.
impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Member<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.node == other.node
    }
}

impl<'t> Member<'t> {
    /// A member that was not read from a text.
    pub fn new(name: impl Into<Cow<'t, str>>, node: impl Into<Node<'t>>) -> Self {
        Self { name: name.into(), name_span: Span::NONE, node: node.into() }
    }
}

impl Node<'_> {
    /// The same tree with copies of its names and texts.
    #[cfg(not(browser))]
    pub fn into_owned(self) -> Node<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let value = match self.value {
            Value::Null => Value::Null,
            Value::Bool(flag) => Value::Bool(flag),
            Value::Number(number) => Value::Number(number),
            Value::Text(text) => Value::Text(owned(text)),
            Value::List(items) => Value::List(items.into_iter().map(Node::into_owned).collect()),
            Value::Object(members) => {
                let member =
                    |Member { name, name_span, node }| Member { name: owned(name), name_span, node: node.into_owned() };
                Value::Object(members.into_iter().map(member).collect())
            }
        };
        Node { value, span: self.span }
    }

    /// The field of this name; `None` if the node is not an object or has no such field.
    pub fn field(&self, name: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(members) => members.iter().find(|member| member.name == name).map(|member| &member.node),
            _ => None,
        }
    }

    /// The text; `None` if the node is not a string.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The position of the value at a path, or of the name of its field. If the path leads to nothing: the position of
    /// the innermost value that exists. Of several fields with the same name the first is checked, so findings about
    /// values are about the first, and findings about the name are about the last, which is the duplicate.
    #[cfg(explain)]
    pub(crate) fn span_at(&self, path: &DataPath, of_name: bool) -> Span {
        let (mut node, mut span) = (self, self.span);
        for (place, step) in path.steps().iter().enumerate() {
            let mut name_span = Span::NONE;
            let is_last = place + 1 == path.steps().len();
            let inner = match (&node.value, step) {
                (Value::Object(members), Step::Field(_)) => {
                    let mut named = members.iter().filter(|member| step.leads_to(&member.name));
                    let member = if of_name && is_last { named.next_back() } else { named.next() };
                    member.map(|member| {
                        name_span = member.name_span;
                        &member.node
                    })
                }
                (Value::List(items), Step::Item(index)) => items.get(*index),
                _ => None,
            };
            let Some(inner) = inner else { break };
            let own = if of_name && is_last && name_span.range().is_some() { name_span } else { inner.span };
            if own.range().is_some() {
                span = own;
            }
            node = inner;
        }
        span
    }

    /// The text of a field; `None` if the field has none.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.field(name)?.text()
    }

    /// The elements of a field; empty if the field is not a list.
    pub fn items_of(&self, name: &str) -> &[Self] {
        self.field(name).and_then(Self::list).unwrap_or_default()
    }

    /// The number; `None` if the node is not a number.
    pub fn number(&self) -> Option<f64> {
        match &self.value {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether the node is this flag.
    pub fn is(&self, flag: bool) -> bool {
        matches!(&self.value, Value::Bool(known) if *known == flag)
    }

    /// Whether the node is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The elements; `None` if the node is not a list.
    pub fn list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// The type of the value, for messages.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}
