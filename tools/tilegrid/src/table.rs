//! Plain tables: CSV with a header, without quotes or commas within fields.

use anyhow::{Result, bail, ensure};

/// The columns and lines of a table.
pub(crate) struct Table<'a> {
    columns: Vec<&'a str>,
    lines: Vec<(usize, Vec<&'a str>)>,
}

/// One line of a table.
pub(crate) struct Line<'a, 'b> {
    /// The number of the line in the file. The header is line 1.
    pub(crate) number: usize,
    columns: &'b [&'a str],
    fields: &'b [&'a str],
}

impl<'a> Table<'a> {
    /// Reads a table that must have these columns. Empty lines, and lines that begin with `#`, are skipped.
    pub(crate) fn read(text: &'a str, needed: &[&str]) -> Result<Self> {
        let mut lines = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(number, line)| (number, line.split(',').map(str::trim).collect::<Vec<_>>()));
        let Some((_, columns)) = lines.next() else {
            bail!("the table is empty");
        };
        for column in needed {
            ensure!(columns.contains(column), "no column `{column}` (there are {})", columns.join(", "));
        }
        let lines: Vec<_> = lines.collect();
        for (number, fields) in &lines {
            ensure!(!fields.iter().any(|field| field.contains('"')), "line {number}: quotes are not allowed here");
            let (found, wanted) = (fields.len(), columns.len());
            ensure!(found == wanted, "line {number}: {found} fields, but the header has {wanted}");
        }
        Ok(Self { columns, lines })
    }

    /// Whether the table has a column with this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// The lines after the header, in their order.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'a, '_>> {
        self.lines.iter().map(|(number, fields)| Line { number: *number, columns: &self.columns, fields })
    }
}

impl<'a> Line<'a, '_> {
    /// The field in a column. Empty if the table does not have the column.
    pub(crate) fn text(&self, column: &str) -> &'a str {
        self.columns.iter().position(|name| *name == column).map_or("", |at| self.fields[at])
    }

    /// The number in a column.
    pub(crate) fn number<T: std::str::FromStr>(&self, column: &str) -> Result<T> {
        let text = self.text(column);
        match text.parse() {
            Ok(number) => Ok(number),
            Err(_) => bail!("line {}: `{column}` is `{text}`, which is not a valid number", self.number),
        }
    }

    /// Whether the field is `1`. `0` and an empty field mean no.
    pub(crate) fn flag(&self, column: &str) -> Result<bool> {
        match self.text(column) {
            "1" => Ok(true),
            "" | "0" => Ok(false),
            other => bail!("line {}: `{column}` is `{other}`: write 1 or 0", self.number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_and_can_be_missing() {
        let table = Table::read("b,a\n2,1\n\n# a word\n4,x\n", &["a"]).unwrap();
        let lines: Vec<Line> = table.lines().collect();
        assert_eq!((lines[0].text("a"), lines[0].text("c")), ("1", ""));
        assert_eq!(lines[0].number::<u8>("b").unwrap(), 2);
        assert_eq!(
            lines[1].number::<u8>("a").unwrap_err().to_string(),
            "line 5: `a` is `x`, which is not a valid number"
        );
    }

    #[test]
    fn errors_in_a_table_are_reported() {
        let complaint = |text| Table::read(text, &["a"]).err().unwrap().to_string();
        assert_eq!(complaint(""), "the table is empty");
        assert_eq!(complaint("b,c\n"), "no column `a` (there are b, c)");
        assert_eq!(complaint("a,b\n1\n"), "line 2: 1 fields, but the header has 2");
        assert_eq!(complaint("a\n\"1\"\n"), "line 2: quotes are not allowed here");
    }
}
