//! Where files are published.

use crate::publish::address::Address;
use crate::publish::frame_ancestor::Ancestor;

/// The place where the files will be, and who may use them.
#[derive(Debug)]
pub struct Host<'a> {
    /// The address of the folder.
    pub address: &'a Address,
    /// The name of the publisher. `None`: the host of the address.
    pub provider: Option<&'a str>,
    /// The sites that may show the page in a frame. Empty: all sites.
    pub framed_by: &'a [Ancestor],
}
