//! Searches for bytes that break a promise of the target `workbook`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| banspread_fuzz::targets::workbook::check(bytes));
