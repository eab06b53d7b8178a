//! JSON as a tree, before its fields are checked.
//!
//! Whatever comes from outside comes as this one tree, rather than through a derived reader for every record: all faults
//! of a dataset's fields are found at once, each with its path, and the WASM build is 20 KB smaller.

#[cfg(explain)]
mod write;

#[cfg(explain)]
use crate::diagnostics::path::{DataPath, Step};

/// A value of JSON, and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands; of a list or object that was read from JSON, where its opening bracket does.
    pub span: Span,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(String),
    /// `[…]`.
    List(Vec<Node>),
    /// `{…}`, in the order of the text.
    Object(Vec<Member>),
}

/// A name of an object with its value.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// The value.
    pub node: Node,
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
    /// The span of what was not read from a text.
    pub const NONE: Self = Self {
        #[cfg(explain)]
        start: u32::MAX,
        #[cfg(explain)]
        end: 0,
    };

    /// The span; none in a text that is too long for its numbers.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        #[cfg(explain)]
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            return Self { start, end };
        }
        #[cfg(not(explain))]
        let _ = (start, end);
        Self::NONE
    }

    /// Its first byte and the byte after its last one; `None` for what was not read from a text.
    #[cfg(explain)]
    pub(crate) fn range(self) -> Option<(usize, usize)> {
        (self.start <= self.end).then_some((self.start as usize, self.end as usize))
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { value, span: Span::NONE }
    }
}

/// Nodes are equal where their values are, wherever these stand.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.node == other.node
    }
}

impl Member {
    /// A member that was not read from a text.
    pub fn new(name: impl Into<String>, node: impl Into<Node>) -> Self {
        Self { name: name.into(), name_span: Span::NONE, node: node.into() }
    }
}

impl Node {
    /// The field of this name, where the node is an object that has it.
    pub fn field(&self, name: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(members) => members.iter().find(|member| member.name == name).map(|member| &member.node),
            _ => None,
        }
    }

    /// The string, where the node is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Where the value at a path stands, or the name of its field; where there is none, what would hold it. Of fields with
    /// the same name the first one is checked; a finding about the name is about the last one, which is one too many.
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

    /// The text of a field; `None` where there is none.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.field(name)?.text()
    }

    /// The elements of a field; none where it is no list.
    pub fn items_of(&self, name: &str) -> &[Self] {
        self.field(name).and_then(Self::list).unwrap_or_default()
    }

    /// The number, where the node is one.
    pub fn number(&self) -> Option<f64> {
        match &self.value {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether it is this flag.
    pub fn is(&self, flag: bool) -> bool {
        matches!(&self.value, Value::Bool(known) if *known == flag)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The elements, where the node is a list.
    pub fn list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// What it is, for a message.
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
