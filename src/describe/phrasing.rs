//! Chooses the language of sentences. A sentence never mixes two languages, and a text in another language than the
//! figure has a language tag. If all words exist neither in the language of the figure nor in English, lists of labels
//! and numbers replace sentences.

use crate::base::language::{ENGLISH, alike};
use crate::context::RenderContext;
use crate::describe::records::TaggedText;
use crate::i18n::messages::Messages;
use crate::model::event::Event;
use crate::model::id::StatusId;
use crate::model::localized_text::LocalizedText;

/// The messages from which sentences are made.
pub(super) struct Phrasing<'a> {
    pub(super) messages: &'a Messages,
    /// Whether all words of the dataset exist in the language of `messages`. Otherwise only labels and numbers are
    /// possible.
    pub(super) fully_translated: bool,
    /// The language of `messages`, if it is not the language of the figure.
    lang: Option<&'a str>,
    /// Whether the figure leaves out weak statuses.
    firm: bool,
}

/// The messages for English sentences on a page in another language.
static IN_ENGLISH: Messages = Messages::english();

impl<'a> Phrasing<'a> {
    /// The phrasing of sentences that contain the words for statuses, scopes and actors.
    pub(super) fn of(context: &RenderContext<'a>) -> Self {
        let lang = context.messages.lang();
        let mut fully_translated = context.dataset.actors().speaks(lang);
        let spoken = |words: &Option<LocalizedText>| words.as_ref().is_none_or(|words| words.speaks(lang));
        if let Some(weights) = context.dataset.weights() {
            fully_translated &= spoken(&weights.unit);
        }
        for status in context.dataset.statuses() {
            fully_translated &= status.label.speaks(lang) && spoken(&status.lead) && spoken(&status.clause);
        }
        for scope in context.dataset.scopes() {
            fully_translated &= scope.label.speaks(lang);
        }
        Self::fully_translated(context, fully_translated)
    }

    /// The phrasing of a sentence that contains this text.
    pub(super) fn with(context: &RenderContext<'a>, text: &LocalizedText) -> Self {
        Self::fully_translated(context, text.speaks(context.messages.lang()))
    }

    /// The language of the figure, if the dataset is translated into it. Otherwise English, if it is the language of
    /// the dataset.
    fn fully_translated(context: &RenderContext<'a>, fully_translated: bool) -> Self {
        let (own, firm) = (context.dataset.lang(), context.view.firm);
        // Only English is built in, so it is the only other language for whole sentences.
        if !fully_translated && alike(own, ENGLISH) {
            return Self { messages: &IN_ENGLISH, fully_translated: true, lang: Some(own), firm };
        }
        Self { messages: context.messages, fully_translated, lang: None, firm }
    }

    /// Whether the sentences are in another language than the figure.
    pub(super) fn is_foreign(&self) -> bool {
        self.lang.is_some()
    }

    /// Adds the language tag to a sentence from these messages.
    pub(super) fn tagged(&self, text: String) -> TaggedText {
        TaggedText { text, lang: self.lang.map(str::to_owned) }
    }

    /// Adds the full stop to a sentence about statuses, and that weak statuses are left out.
    pub(super) fn stop(&self, sentence: &str) -> String {
        let key = if self.firm { "stop_firm" } else { "stop" };
        self.messages.fill(key, &[("sentence", sentence)])
    }

    /// Puts a sentence after the day that it describes.
    pub(super) fn after(&self, date: &str, sentence: &str) -> String {
        self.messages.fill("spoken", &[("date", date), ("sentence", sentence)])
    }

    /// The label of a status with a number: `Banned: 9`.
    pub(super) fn count(&self, context: &RenderContext<'_>, status: Option<StatusId>, number: &str) -> String {
        let values = [("status", self.status(context, status)), ("n", number)];
        self.messages.fill("status_count", &values)
    }

    /// The word for this number of counted entities: government, governments.
    pub(super) fn actors(&self, context: &RenderContext<'_>, count: u32) -> String {
        self.messages.counted(context.dataset, count.into(), false)
    }

    /// The label of a status, or the text for no data.
    pub(super) fn status<'b>(&'b self, context: &RenderContext<'b>, status: Option<StatusId>) -> &'b str {
        match status {
            Some(status) => context.dataset.status(status).label.nearest(self.messages.lang()),
            None => self.messages.text(context.no_data()),
        }
    }
}

/// A text of the dataset that is not part of a sentence, in the nearest language, with its tag.
pub(super) fn tagged(context: &RenderContext<'_>, words: &LocalizedText) -> TaggedText {
    let figure = context.messages.lang();
    let lang = if words.speaks(figure) { None } else { Some(words.lang(figure).to_owned()) };
    TaggedText { text: words.nearest(figure).to_owned(), lang }
}

/// The same as `tagged`, for an optional text.
pub(super) fn maybe_tagged(context: &RenderContext<'_>, words: &Option<LocalizedText>) -> Option<TaggedText> {
    words.as_ref().map(|words| tagged(context, words))
}

/// The title of an event. If the title is only the label of the status, as in a CSV row without a title, the name of
/// the entity is added.
#[inline(never)]
pub(super) fn title(context: &RenderContext<'_>, event: &Event) -> TaggedText {
    let mut title = tagged(context, &event.title);
    let (dataset, messages) = (context.dataset, context.messages);
    if event.status.is_some_and(|status| dataset.status(status).label.own() == event.title.own()) {
        let name = messages.name(dataset.entity(event.entity));
        title.text = messages.fill("standing", &[("name", name), ("status", &title.text)]);
    }
    title
}
