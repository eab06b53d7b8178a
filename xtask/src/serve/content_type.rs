//! The media type of a file.

use std::path::Path;

/// The media type that the end of a file's name stands for.
pub fn of(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md" | "txt" | "ts") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_get_the_types_that_browsers_insist_on() {
        assert_eq!(of(Path::new("pkg/banspread.wasm")), "application/wasm");
        assert_eq!(of(Path::new("www/banspread.js")), "text/javascript; charset=utf-8");
        assert_eq!(of(Path::new("tests/widget/page.mjs")), "text/javascript; charset=utf-8");
    }

    #[test]
    fn an_unknown_end_is_bytes() {
        assert_eq!(of(Path::new("www/LICENSE")), "application/octet-stream");
    }
}
