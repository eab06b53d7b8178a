//! The speed of playback, which is lower in periods with many changes.

use crate::base::date::Day;

/// The duration of playback from the first to the last day, in milliseconds.
pub(crate) const WHOLE_STORY: f64 = 15_000.0;

/// Relates the time of playback to days. Half of the time is divided evenly among all days. The other half is divided
/// among the days of change, so that playback is slower in periods with many changes.
#[derive(Clone, Copy, Debug)]
pub struct PlaybackCurve<'a> {
    /// The first and last day.
    pub domain: (Day, Day),
    /// The days of change, in chronological order.
    pub changes: &'a [Day],
}

/// The time of a change is spread over this number of days before and after it. Without the spread, playback would
/// stand still on the day of a change.
const LINGER: f64 = 15.0;

impl PlaybackCurve<'_> {
    /// The share of the time, 0 to 1, after which playback reaches `day`, a day number with fractions of a day.
    pub fn share(&self, day: f64) -> f64 {
        let first = f64::from(self.domain.0.number());
        let last = f64::from(self.domain.1.number());
        let even = (day - first) / (last - first);
        if self.changes.is_empty() {
            return even;
        }
        let passed = |day: f64| -> f64 {
            self.changes
                .iter()
                .map(|change| {
                    let begin = (f64::from(change.number()) - LINGER).max(first);
                    let end = (f64::from(change.number()) + LINGER).min(last);
                    if end <= begin { 0.0 } else { ((day - begin) / (end - begin)).clamp(0.0, 1.0) }
                })
                .sum()
        };
        let all = passed(last);
        if all == 0.0 { even } else { (even + passed(day) / all) / 2.0 }
    }

    /// The day number, with fractions of a day, that playback reaches after this share of the time, 0 to 1.
    pub fn day(&self, share: f64) -> f64 {
        let mut low = f64::from(self.domain.0.number());
        let mut high = f64::from(self.domain.1.number());
        // `share` has no simple inverse, but it only rises, so that bisection finds the day. 32 steps reduce any period
        // to less than a minute.
        for _ in 0..32 {
            let middle = (low + high) / 2.0;
            if self.share(middle) < share { low = middle } else { high = middle }
        }
        high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOMAIN: (&str, &str) = ("2018", "2022-06-29");

    fn day(text: &str) -> Day {
        text.parse::<crate::base::date::PartialDate>().unwrap().first()
    }

    #[test]
    fn playing_runs_from_end_to_end_and_never_back() {
        let changes = [day("2018-08"), day("2019-05-15"), day("2019-05-16"), day("2022-05-19")];
        let curve = PlaybackCurve { domain: (day(DOMAIN.0), day(DOMAIN.1)), changes: &changes };
        assert!(curve.share(f64::from(curve.domain.0.number())).abs() < 1e-9);
        assert!((curve.share(f64::from(curve.domain.1.number())) - 1.0).abs() < 1e-9);
        let mut before = curve.day(0.0);
        for step in 1..=100 {
            let after = curve.day(f64::from(step) / 100.0);
            assert!(after >= before);
            before = after;
        }
    }

    #[test]
    fn playing_slows_down_where_changes_crowd() {
        let changes: Vec<Day> = (0..10).map(|n| day("2020-07").plus(n)).collect();
        let curve = PlaybackCurve { domain: (day(DOMAIN.0), day(DOMAIN.1)), changes: &changes };
        let month = |text: &str| {
            let start = f64::from(day(text).number());
            curve.share(start + 30.0) - curve.share(start)
        };
        assert!(month("2020-07") > 5.0 * month("2019-07"));
    }
}
