//! Sorting with little code, and binary search. The sort of the standard library adds 4 KB of WASM for each type.

use std::mem;

/// Sorts the indices from 0 to `count` (exclusive). `after` says whether its first argument comes after its second.
/// Equal elements keep their order. `after` is a trait object, so that the module contains this code once and not once
/// for each caller.
///
/// This is a bottom-up merge sort with at most n log n comparisons.
pub(crate) fn ordered(count: usize, after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut to = vec![0; count];
    // Each round merges neighbouring runs of `width` sorted indices from one list into the other.
    let mut width = 1;
    while width < count {
        let (mut left, mut right, mut middle, mut end) = (0, 0, 0, 0);
        for (at, place) in to.iter_mut().enumerate() {
            if at == end {
                (left, middle) = (end, count.min(end + width));
                (right, end) = (middle, count.min(middle + width));
            }
            let next =
                if left < middle && (right == end || !after(from[left], from[right])) { &mut left } else { &mut right };
            *place = from[*next];
            *next += 1;
        }
        mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from
}

/// The first index whose element has this name. `order` contains indices sorted by name.
pub(crate) fn find<'n>(order: &[usize], name: &str, named: &dyn Fn(usize) -> &'n str) -> Option<usize> {
    let place = *order.get(order.partition_point(|place| named(*place) < name))?;
    (named(place) == name).then_some(place)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn equal_elements_keep_their_order() {
        let keys = [3, 1, 2, 1, 3, 0, 2];
        assert_eq!(ordered(keys.len(), &|a, b| keys[a] > keys[b]), [5, 1, 3, 2, 6, 0, 4]);
        assert_eq!(ordered(0, &|_, _| true), [0; 0]);
        assert_eq!(ordered(1, &|_, _| true), [0]);
    }

    #[test]
    fn the_first_of_a_name_is_found() {
        let names = ["b", "a", "b", "c"];
        let order = ordered(names.len(), &|a, b| names[a] > names[b]);
        let found = |name: &str| find(&order, name, &|place| names[place]);
        assert_eq!([found("a"), found("b"), found("c"), found("d")], [Some(1), Some(0), Some(3), None]);
    }

    #[test]
    fn sorting_compares_n_log_n_times_in_any_order() {
        let compared = Cell::new(0);
        let count = |after: bool| {
            compared.set(compared.get() + 1);
            after
        };
        for things in [1_000, 16_000] {
            compared.set(0);
            ordered(things, &|a, b| count(a > b));
            ordered(things, &|a, b| count(a < b));
            ordered(things, &|a, b| count(a * 7919 % 1009 > b * 7919 % 1009));
            assert!(compared.get() <= things * 3 * 14, "{things}: {}", compared.get());
        }
    }
}
