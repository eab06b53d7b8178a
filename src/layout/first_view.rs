//! The view with which a dataset begins.

use crate::layout::groups::{groups_of, has_map};
use crate::layout::timeline;
use crate::model::dataset::Dataset;
use crate::model::window::Window;
use crate::view::choices::View;
use crate::view::intent::Tab;

/// The view of a dataset in which nothing is chosen: the map, or the groups of a dataset without a map.
pub(crate) fn first_view(dataset: &Dataset, window: Window) -> View {
    let (domain, fits) = timeline::domain_of(dataset, window);
    let mut view = View::new(domain);
    view.fits = fits;
    if !has_map(dataset) && !groups_of(dataset).is_empty() {
        view.show(Tab::Groups);
    }
    view
}
