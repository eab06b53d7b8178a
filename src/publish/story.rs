//! The content of what is published: the dataset, the texts and pictures of the day, and their sizes.

use crate::base::date::PartialDate;
use crate::chart::Chart;
use crate::i18n::messages::Messages;
use crate::model::dataset::Dataset;
use crate::publish::live::Live;
use crate::publish::picture::{self, NoPicture, RATIO};
use crate::publish::{height, table};
use crate::theme::Scheme;
use crate::view::intent::Tab;

/// What somebody publishes.
#[derive(Debug)]
pub struct Subject {
    /// The dataset as JSON.
    pub json: String,
    /// Whether the page must give the dataset to the element. The package has the default dataset, and the element can
    /// translate it.
    pub given: bool,
    /// Where newer data is. `None`: the dataset does not change.
    pub live: Option<Live>,
    /// The date at the start. `None`: the last day.
    pub date: Option<PartialDate>,
    /// The title. `None`: that of the dataset.
    pub title: Option<String>,
    /// The language of the chart.
    pub lang: Option<String>,
    /// The texts of the pictures. `None`: English. Only browsers have the names of places and the rules of dates and
    /// plurals in other languages.
    pub messages: Option<Messages>,
    /// The view at the start. `None`: the map, or what the dataset has in its place.
    pub view: Option<Tab>,
    /// The width for heights and pictures, in CSS pixels.
    pub width: u16,
}

/// The width of the column on a phone, in CSS pixels.
const PHONE: u16 = 360;

/// Heights in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// At the width of the option `--width`.
    pub wide: u32,
    /// On phones.
    pub phone: u32,
}

/// A dataset on one day, as texts and pictures.
#[derive(Debug)]
pub struct Story {
    /// The dataset as JSON.
    pub json: String,
    /// The title.
    pub title: String,
    /// The date at the start, as the value of the attribute `date`. Empty: the last day.
    pub date: String,
    /// The language of the option `--lang`.
    pub lang: Option<String>,
    /// The view at the start.
    pub view: Option<Tab>,
    /// Whether the page must give the dataset to the element. The package has the default dataset, and the element can
    /// translate it.
    pub given: bool,
    /// Where newer data is. `None`: the dataset does not change.
    pub live: Option<Live>,
    /// The date and the statuses on it, as sentences.
    pub words: String,
    /// The table of statuses on the day, as markup.
    pub table: String,
    /// The figure, dark on light.
    pub light: String,
    /// The figure, light on dark.
    pub dark: String,
    /// The width and height of both figures in CSS pixels.
    pub size: (u16, u32),
    /// The height that a page keeps free for the element.
    pub element: Room,
    /// The height that a page keeps free for a frame with the published page.
    pub frame: Room,
}

impl Story {
    /// Draws the dataset and describes it.
    ///
    /// # Errors
    ///
    /// The date is outside of the timeline, or the dataset has no such view.
    pub fn new(dataset: Dataset, subject: Subject) -> Result<Self, NoPicture> {
        let mut chart = picture::on(dataset, subject.date)?;
        // The table is in English.
        let table = table::html(&chart);
        if let Some(messages) = subject.messages {
            chart.translate(messages);
        }
        if let Some(view) = subject.view {
            picture::begin(&mut chart, view)?;
        }
        let words = chart.describe();
        let light = picture::draw(&mut chart, Scheme::Light, subject.width);
        let dark = picture::draw(&mut chart, Scheme::Dark, subject.width);
        let figure = chart.figure().size.height.ceil() as u32;
        let room = |chart: &mut Chart, height: fn(&mut Chart, f64) -> u32| Room {
            wide: height(chart, subject.width.into()),
            phone: height(chart, subject.width.min(PHONE).into()),
        };
        Ok(Self {
            json: subject.json,
            title: subject.title.unwrap_or_else(|| chart.info().title.text),
            date: subject.date.map(|date| date.to_string()).unwrap_or_default(),
            lang: subject.lang,
            view: subject.view,
            given: subject.given,
            live: subject.live,
            words: words.spoken.text,
            table,
            light,
            dark,
            size: (subject.width, figure),
            element: room(&mut chart, height::of_element),
            frame: room(&mut chart, height::of_frame),
        })
    }

    /// Width and height of the PNG, in pixels.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        (RATIO * u32::from(self.size.0), RATIO * self.size.1)
    }

    /// Width and height of the pictures in CSS pixels, as values of attributes.
    pub(crate) fn size(&self) -> (String, String) {
        (self.size.0.to_string(), self.size.1.to_string())
    }
}
