//! The status that entities have before their first date, if a person has said which.

use crate::import::change::{Change, Changes};
use crate::import::dates::before;
use crate::import::report::Finding;

/// Adds an event to each target that holds from the date before the first one of the sheet on, the start of the
/// timeline. `rows` has each target with its first row, which gives the source. Returns a finding if the format has no
/// such date.
pub(crate) fn start(found: &mut Changes, status: usize, rows: &[(usize, usize)]) -> Option<Finding> {
    let first = found.list.iter().map(|change| change.date).min_by_key(|date| date.first())?;
    let Some(date) = before(first) else {
        return Some(Finding::warning("found.no-date-before", vec![("date", first.to_string().into())]));
    };
    let event = |(target, row): &(usize, usize)| Change {
        target: *target,
        date,
        // The status is older than the timeline.
        by: true,
        until: None,
        status: Some(status),
        row: *row,
        more: Vec::new(),
        last_seen: None,
        resumed: None,
        starts: true,
        replaced: false,
    };
    found.list.extend(rows.iter().map(event));
    // A stable sort: the other events of a target keep their order.
    found.list.sort_by_key(|change| (change.target, !change.starts));
    None
}

#[cfg(test)]
mod tests {
    use crate::import::{Choices, Workbook, import};

    /// The code of the first finding, and the number of events.
    fn started(first: &str) -> (Option<&'static str>, usize) {
        let sheet = format!("Country,Date,Status\nItaly,{first},shut\nSpain,1950-01-02,shut\nPeru,1960-03-04,shut\n");
        let choices = r#"{ "before": "Open", "source": { "title": "A" } }"#.parse::<Choices>().unwrap();
        let found = import(&Workbook::read(sheet.as_bytes()).unwrap(), &choices);
        (found.report.findings.first().map(|found| found.code), found.report.events)
    }

    #[test]
    fn before_a_first_date_at_the_start_of_the_calendar_there_is_none() {
        assert_eq!(started("1940-01-02"), (None, 6));
        assert_eq!(started("0000-01-01"), (Some("no-date-before"), 3));
        assert_eq!(started("0000-01-02"), (None, 6));
    }
}
