//! Small sets of places for tests.

/// Four places in a square of a degree: A and B in the north, C and D in the south.
pub(crate) const FOUR: &str = "\
code,name,latitude,longitude,neighbours
A,Aye,1,0,B C
B,Bee,1,1,D
C,Cee,0,0,D
D,Dee,0,1,
";
