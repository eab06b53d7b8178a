//! A grid as an SVG, for people who write mends.

use std::fmt::Write;

use super::layout::Layout;
use super::places::Places;

/// The pitch of the tiles in pixels.
const PITCH: i32 = 34;
/// The margin for the numbers of rows and columns.
const MARGIN: i32 = 24;
/// The colours of tiles by group.
const COLOURS: [&str; 6] = ["#7fa6d6", "#e6b84c", "#d98b7a", "#8cc08a", "#b79ad1", "#9fb8b0"];

/// Draws a grid with the numbers of rows and columns that mends use.
pub(crate) fn draw(layout: &Layout, places: &Places) -> String {
    let (left, top) = super::file::corner(layout);
    let tiles = || places.list.iter().zip(layout.at.iter().map(|(x, y)| (x - left, y - top)));
    let columns = tiles().map(|(_, (x, _))| x + 1).max().unwrap_or(0);
    let rows = tiles().map(|(_, (_, y))| y + 1).max().unwrap_or(0);
    let (width, height) = (columns * PITCH + 2 * MARGIN, rows * PITCH + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' font-family='sans-serif' \
         text-anchor='middle'><rect width='100%' height='100%' fill='#fff'/><g font-size='10' fill='#767676'>"
    );
    let middle = |cell: i32| MARGIN + cell * PITCH + PITCH / 2;
    for x in 0..columns {
        let _ = write!(svg, "<text x='{}' y='16'>{x}</text>", middle(x));
    }
    for y in 0..rows {
        let _ = write!(svg, "<text x='12' y='{}'>{y}</text>", middle(y) + 4);
    }
    svg.push_str("</g><g font-size='13'>");
    for (place, (x, y)) in tiles() {
        let (cx, cy, side) = (middle(x), middle(y), PITCH - 2);
        let _ = write!(
            svg,
            "<rect x='{}' y='{}' width='{side}' height='{side}' rx='3' fill='{}'/><text x='{cx}' y='{}'>{}</text>",
            cx - side / 2,
            cy - side / 2,
            COLOURS[place.group % COLOURS.len()],
            cy + 5,
            place.code
        );
    }
    svg.push_str("</g></svg>\n");
    svg
}
