//! In which language something is said: a sentence never mixes two, and a text that stands alone says which it is in.
//! Where neither the figure's language nor English has all words, labels of the dataset stand beside numbers.

use crate::base::language::{ENGLISH, alike};
use crate::context::RenderContext;
use crate::describe::records::TaggedText;
use crate::i18n::messages::Messages;
use crate::model::id::StatusId;
use crate::model::localized_text::LocalizedText;

/// The words that a sentence is made from.
pub(super) struct Phrasing<'a> {
    pub(super) messages: &'a Messages,
    /// Whether all words of the dataset are in its language.
    pub(super) fully_translated: bool,
    /// That language, where it is not the figure's.
    lang: Option<&'a str>,
}

/// What English sentences are made from on a page in another language.
static IN_ENGLISH: Messages = Messages::english();

impl<'a> Phrasing<'a> {
    /// For sentences with the words for statuses and actors.
    pub(super) fn of(context: &RenderContext<'a>) -> Self {
        let lang = context.messages.lang();
        let mut fully_translated = context.dataset.actors().speaks(lang);
        let spoken = |words: &Option<LocalizedText>| words.as_ref().is_none_or(|words| words.speaks(lang));
        for status in context.dataset.statuses() {
            fully_translated &= status.label.speaks(lang) && spoken(&status.lead) && spoken(&status.clause);
        }
        Self::fully_translated(context, fully_translated)
    }

    /// For a sentence with this text in it.
    pub(super) fn with(context: &RenderContext<'a>, text: &LocalizedText) -> Self {
        Self::fully_translated(context, text.speaks(context.messages.lang()))
    }

    /// The figure's language where the dataset speaks it; else English where the dataset does.
    fn fully_translated(context: &RenderContext<'a>, fully_translated: bool) -> Self {
        let own = context.dataset.lang();
        if !fully_translated && alike(own, ENGLISH) {
            return Self { messages: &IN_ENGLISH, fully_translated: true, lang: Some(own) };
        }
        Self { messages: context.messages, fully_translated, lang: None }
    }

    /// A sentence made from these words.
    pub(super) fn tagged(&self, text: String) -> TaggedText {
        TaggedText { text, lang: self.lang.map(str::to_owned) }
    }

    /// A sentence with the mark that ends it.
    pub(super) fn stop(&self, sentence: &str) -> String {
        self.messages.fill("stop", &[("sentence", sentence)])
    }

    /// A sentence after the day that it is about.
    pub(super) fn after(&self, date: &str, sentence: &str) -> String {
        self.messages.fill("spoken", &[("date", date), ("sentence", sentence)])
    }

    /// `Banned: 9`
    pub(super) fn count(&self, context: &RenderContext<'_>, status: Option<StatusId>, count: u32) -> String {
        let values = [("status", self.status(context, status)), ("n", &self.messages.number(count))];
        self.messages.fill("status_count", &values)
    }

    /// The word for so many of those who are counted.
    pub(super) fn actors(&self, context: &RenderContext<'_>, count: u32) -> String {
        self.messages.plural(context.dataset.actors(), count)
    }

    /// The word for a status, or for none.
    pub(super) fn status<'b>(&'b self, context: &RenderContext<'b>, status: Option<StatusId>) -> &'b str {
        match status {
            Some(status) => context.dataset.status(status).label.nearest(self.messages.lang()),
            None => self.messages.text("no_data"),
        }
    }
}

/// A text of the dataset that stands alone.
pub(super) fn tagged(context: &RenderContext<'_>, words: &LocalizedText) -> TaggedText {
    let figure = context.messages.lang();
    let lang = if words.speaks(figure) { None } else { Some(words.lang(figure).to_owned()) };
    TaggedText { text: words.nearest(figure).to_owned(), lang }
}

/// The same of one that need not be there.
pub(super) fn maybe_tagged(context: &RenderContext<'_>, words: &Option<LocalizedText>) -> Option<TaggedText> {
    words.as_ref().map(|words| tagged(context, words))
}
