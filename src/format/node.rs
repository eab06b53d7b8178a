//! JSON as a tree, before anything is known of its shape.
//!
//! Whatever comes from outside comes as this one tree, rather than through a derived reader for every record: all faults
//! of a dataset's shape are found at once, each with its path, and the WASM build is 20 KB smaller. Browsers parse the
//! text themselves and hand over what they made of it; elsewhere serde_json does.

#[cfg(not(target_arch = "wasm32"))]
mod parse;
#[cfg(explain)]
mod write;

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
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
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The field of this name, where the node is an object that has it.
    pub fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(known, _)| known == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The string, where the node is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
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
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether it is this flag.
    pub fn is(&self, flag: bool) -> bool {
        matches!(self, Self::Bool(known) if *known == flag)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The elements, where the node is a list.
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// What it is, for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a truth value",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}
