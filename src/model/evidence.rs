//! What a status rests on: the event that counts most, and the last evidence.

use crate::base::date::{Day, PartialDate};
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::index::Spell;

impl Dataset {
    /// Whether some statuses of the dataset rest on a rule or decision, and whether some are weak.
    pub fn has_bases(&self) -> (bool, bool) {
        let (mut firm, mut weak) = (false, false);
        for event in &self.events {
            if event.status.is_some() {
                weak |= event.is_weak();
                firm |= event.basis.is_some() && !event.is_weak();
            }
        }
        (firm, weak)
    }

    /// The event on which a status rests on a day of its spell: the last rule or decision among the events that set and
    /// confirm it up to this day; without one, the last event without a basis; otherwise the last event.
    pub fn ground(&self, spell: &Spell, day: Day) -> &Event {
        let rank = |event: &Event| if event.is_weak() { 0 } else { 1 + u8::from(event.basis.is_some()) };
        let mut ground = self.event(spell.event);
        for event in &self.events[spell.event.index()..=spell.last.index()] {
            let confirms = event.entity == ground.entity && event.status == Some(spell.status);
            if confirms && event.date.first() <= day && rank(event) >= rank(ground) {
                ground = event;
            }
        }
        ground
    }

    /// The date of the last evidence of a status, if this evidence is old on a day of its spell: the latest date up to
    /// this day of the event that set the status, of later events of the entity and of their sources. `None` if the
    /// evidence is not old, or if evidence of the dataset does not age.
    pub fn old_evidence(&self, spell: &Spell, day: Day) -> Option<PartialDate> {
        let time = self.stale_after?;
        let set = self.event(spell.event);
        let mut latest = set.date;
        for event in &self.events[spell.event.index()..] {
            // Old evidence needs a search, and most evidence is not old.
            if event.date.first() > day || time.after(latest.last()) >= day {
                break;
            }
            if event.entity == set.entity {
                for place in 0..=event.sources.len() {
                    // After the sources comes the event itself.
                    let date = event.sources.get(place).map_or(Some(event.date), |source| source.date);
                    latest = date.filter(|date| date.first() <= day && date.last() > latest.last()).unwrap_or(latest);
                }
            }
        }
        (time.after(latest.last()) < day).then_some(latest)
    }
}
