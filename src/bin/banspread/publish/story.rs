//! The content of what is published: the dataset, the texts and pictures of the day, and their sizes.

use anyhow::Result;
use banspread::format::write;
use banspread::names::find::all_names;
use banspread::theme::Scheme;
use banspread::{Chart, Dataset, Limits};

use super::{Subject, height, table};
use crate::{file, picture, render};

/// The width of the column on a phone, in CSS pixels.
const PHONE: u16 = 360;

/// Heights in CSS pixels.
pub(crate) struct Room {
    /// At the width of the option `--width`.
    pub(crate) wide: u32,
    /// On phones.
    pub(crate) phone: u32,
}

/// A dataset on one day, as texts and pictures.
pub(crate) struct Story {
    /// The dataset as JSON.
    pub(crate) json: String,
    /// The title.
    pub(crate) title: String,
    /// The date at the start, as the value of the attribute `date`. Empty: the last day.
    pub(crate) date: String,
    /// The language of the option `--lang`.
    pub(crate) lang: Option<String>,
    /// Whether the page must give the dataset to the element. The element contains the built-in dataset, and can
    /// translate it.
    pub(crate) given: bool,
    /// The date and the statuses on it, as sentences.
    pub(crate) words: String,
    /// The table of statuses on the day, as markup.
    pub(crate) table: String,
    /// The figure, dark on light.
    pub(crate) light: String,
    /// The figure, light on dark.
    pub(crate) dark: String,
    /// The width and height of both figures in CSS pixels.
    pub(crate) size: (u16, u32),
    /// The height that a page keeps free for the element.
    pub(crate) element: Room,
    /// The height that a page keeps free for a frame with the published page.
    pub(crate) frame: Room,
}

impl Story {
    /// Reads the dataset, draws it and describes it.
    pub(crate) fn read(subject: &Subject) -> Result<Self> {
        let limits = Limits::default();
        let (dataset, text) = file::with_text(subject.file.as_deref(), &limits)?;
        let json = write::json_within(&Dataset::tree(&text, &all_names)?, &limits)?;
        let mut chart = file::chart_of(dataset, subject.date)?;
        let words = chart.describe();
        let light = render::draw(&mut chart, Scheme::Light, subject.width, None);
        let dark = render::draw(&mut chart, Scheme::Dark, subject.width, None);
        let figure = chart.figure().size.height.ceil() as u32;
        let room = |chart: &mut Chart, height: fn(&mut Chart, f64) -> u32| Room {
            wide: height(chart, subject.width.into()),
            phone: height(chart, subject.width.min(PHONE).into()),
        };
        Ok(Self {
            json,
            title: subject.title.clone().unwrap_or_else(|| chart.info().title.text),
            date: subject.date.map(|date| date.to_string()).unwrap_or_default(),
            lang: subject.lang.clone(),
            given: subject.file.is_some() || subject.lang.is_none(),
            words: words.spoken.text,
            table: table::html(&chart),
            light,
            dark,
            size: (subject.width, figure),
            element: room(&mut chart, height::of_element),
            frame: room(&mut chart, height::of_frame),
        })
    }

    /// Width and height of the PNG, in pixels.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        (picture::RATIO * u32::from(self.size.0), picture::RATIO * self.size.1)
    }

    /// Width and height of the pictures in CSS pixels, as values of attributes.
    pub(crate) fn size(&self) -> (String, String) {
        (self.size.0.to_string(), self.size.1.to_string())
    }
}
