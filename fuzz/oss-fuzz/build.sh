#!/bin/bash -eu
# Compiles the targets for OSS-Fuzz, each with the inputs that are kept.
# Sanitizers need nightly Rust; the repository names another one.
export RUSTUP_TOOLCHAIN="${RUSTUP_TOOLCHAIN:-nightly}"
cd "$SRC/banspread"
cargo fuzz build -O --features libfuzzer
for file in fuzz/targets/*.rs; do
  target=$(basename "$file" .rs)
  cp "target/x86_64-unknown-linux-gnu/release/$target" "$OUT/"
  zip --quiet --junk-paths "$OUT/${target}_seed_corpus.zip" "fuzz/corpus/$target"/*
  cp fuzz/words.dict "$OUT/$target.dict"
done
