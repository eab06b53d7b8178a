//! What is published: the data, what it says on the day, and how large that is.

use anyhow::Result;
use banspread::format::write;
use banspread::theme::Scheme;
use banspread::{Chart, Dataset, Limits};

use super::{Subject, height, table};
use crate::{file, names, picture, render};

/// The column of a phone, in CSS pixels.
const PHONE: u16 = 360;

/// Heights in CSS pixels.
pub(crate) struct Room {
    /// At the width that was asked for.
    pub(crate) wide: u32,
    /// On phones.
    pub(crate) phone: u32,
}

/// A dataset on a day, in words and pictures.
pub(crate) struct Story {
    /// The dataset as JSON.
    pub(crate) json: String,
    /// What it is called.
    pub(crate) title: String,
    /// The date to begin with, as the element takes it; empty for the last day.
    pub(crate) date: String,
    /// The language that a page is in, where that was said.
    pub(crate) lang: Option<String>,
    /// Whether the element has to be given the data: the built-in dataset it can say in other languages itself.
    pub(crate) given: bool,
    /// The day and what holds on it, a sentence each.
    pub(crate) words: String,
    /// Who has which status on the day, as markup.
    pub(crate) table: String,
    /// The figure, dark on light.
    pub(crate) light: String,
    /// The figure, light on dark.
    pub(crate) dark: String,
    /// The size of both in CSS pixels.
    pub(crate) size: (u16, u32),
    /// How much room a page should keep for the element, and for the published page in a frame.
    pub(crate) element: Room,
    pub(crate) frame: Room,
}

impl Story {
    /// Reads the dataset, draws and describes it.
    pub(crate) fn read(subject: &Subject) -> Result<Self> {
        let (dataset, text) = file::with_text(subject.file.as_deref(), &Limits::default())?;
        let json = write::json(&Dataset::tree(&text, &names::country)?);
        let mut chart = file::chart_of(dataset, subject.date)?;
        let words = chart.describe();
        let light = render::draw(&mut chart, Scheme::Light, subject.width);
        let dark = render::draw(&mut chart, Scheme::Dark, subject.width);
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

    /// Width and height of the pictures in CSS pixels, as attributes have them.
    pub(crate) fn size(&self) -> (String, String) {
        (self.size.0.to_string(), self.size.1.to_string())
    }
}
