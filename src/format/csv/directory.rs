//! A directory of entities or statuses by their names.

use crate::base::keys::Keys;

/// The positions of entities or statuses by name, with or without a kind, in the same or in other capitals.
#[derive(Default)]
pub(crate) struct Directory {
    keys: Keys,
    /// The position for each key.
    places: Vec<usize>,
}

/// The part of a key before the name. A kind of entity never has one of these values.
const ID: &str = "\u{1}";
const DECLARED: &str = "\u{2}";
const STEM: &str = "\u{3}";

impl Directory {
    /// Adds the id of an entity.
    pub(crate) fn add_id(&mut self, id: &str) {
        self.add(key(ID, id), 0);
    }

    /// Whether an entity has this id.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.keys.number(&key(ID, id)).is_some()
    }

    /// Adds the id of an entity that has its own row.
    pub(crate) fn declare(&mut self, id: &str) {
        self.add(key(DECLARED, id), 0);
    }

    /// Whether the entity with this id has its own row.
    pub(crate) fn is_declared(&self, id: &str) -> bool {
        self.keys.number(&key(DECLARED, id)).is_some()
    }

    /// Adds a name of an entity. If another entity already has the name, that entity stays the first.
    pub(crate) fn call(&mut self, entity: usize, kind: &str, name: &str) {
        // A row may name an entity without its kind, so each name is added under its kind and under no kind.
        for kind in [kind, ""] {
            self.add(key(kind, name), entity);
            self.add(alike(kind, name), entity);
        }
    }

    /// The first entity with this name, of this kind unless `kind` is empty. An exact match wins over a match that
    /// differs in capitals.
    pub(crate) fn called(&self, name: &str, kind: &str) -> Option<usize> {
        let number = self.keys.number(&key(kind, name)).or_else(|| self.keys.number(&alike(kind, name)))?;
        Some(self.places[number])
    }

    /// An id that no entity has: the stem itself, or the stem with the next free number.
    pub(crate) fn free(&mut self, stem: String) -> String {
        // The last number is kept for each stem. Without it, many entities with one name would take quadratic time.
        let last = self.add(key(STEM, &stem), 1);
        let mut id = stem.clone();
        while self.has_id(&id) {
            self.places[last] += 1;
            id = format!("{stem}-{}", self.places[last]);
        }
        id
    }

    /// The number of a key. A key that does not exist is added.
    fn add(&mut self, key: String, place: usize) -> usize {
        if let Some(number) = self.keys.number(&key) {
            return number;
        }
        self.keys.add(key);
        self.places.push(place);
        self.places.len() - 1
    }
}

fn key(kind: &str, name: &str) -> String {
    format!("{kind}\u{0}{name}")
}

/// The key of a name in any capitals.
fn alike(kind: &str, name: &str) -> String {
    key(kind, &name.to_ascii_lowercase()) + "\u{0}"
}
