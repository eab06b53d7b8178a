//! Places by the names and codes that people write.
//!
//! Pages know the names of the short list. The command and the importer also know the table of the feature `import`:
//! [`find::find`].

#[cfg(explain)]
pub mod asked;
#[cfg(feature = "import")]
pub mod find;
#[cfg(feature = "import")]
mod fold;
#[cfg(explain)]
pub(crate) mod short;
#[cfg(feature = "import")]
mod suggest;
#[cfg(feature = "import")]
pub(crate) mod table;
#[cfg(feature = "import")]
mod word;
