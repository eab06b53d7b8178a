//! An archive whose parts are not compressed, so that a small change of an input is a small change of a part.

/// An archive that is written part by part.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

impl Zip {
    /// Adds a part.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let start = self.bytes.len() as u32;
        let common = common(name, content);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(content);
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&common);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.parts += 1;
    }

    /// The bytes of the archive.
    pub fn finish(mut self) -> Vec<u8> {
        let (start, length) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\x00\x00\x00\x00");
        self.bytes.extend([self.parts, self.parts].iter().flat_map(|count| count.to_le_bytes()));
        self.bytes.extend([length, start].iter().flat_map(|number| number.to_le_bytes()));
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// What the header of a part and its entry in the directory have in common.
fn common(name: &str, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u32).to_le_bytes();
    // Version 2, no flags, stored, no time.
    let mut header = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    header.extend(checksum(content).to_le_bytes());
    header.extend(length);
    header.extend(length);
    header.extend((name.len() as u16).to_le_bytes());
    header.extend([0; 2]);
    header
}

/// CRC-32, as archives have it.
fn checksum(content: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in content {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
