//! Functions of Node.js.

use std::io;
use std::path::Path;

use js_sys::{Atomics, Int32Array, JSON, Object, Reflect, SharedArrayBuffer};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Process;

    #[wasm_bindgen(js_name = process, thread_local_v2)]
    static PROCESS: Process;

    #[wasm_bindgen(method, getter)]
    fn argv(this: &Process) -> Vec<String>;

    #[wasm_bindgen(method, getter)]
    fn env(this: &Process) -> Object;

    #[wasm_bindgen(method, setter, js_name = exitCode)]
    fn set_exit_code(this: &Process, code: i32);

    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_randomly(bytes: &mut [u8]);
}

#[wasm_bindgen(module = "node:tty")]
extern "C" {
    /// Whether a descriptor belongs to a terminal.
    #[wasm_bindgen(js_name = isatty)]
    pub(super) fn is_terminal(descriptor: i32) -> bool;
}

#[wasm_bindgen(module = "node:fs")]
extern "C" {
    /// What is at a path.
    pub(super) type Stats;

    #[wasm_bindgen(method, js_name = isFile)]
    pub(super) fn is_file(this: &Stats) -> bool;

    #[wasm_bindgen(method, js_name = isDirectory)]
    pub(super) fn is_dir(this: &Stats) -> bool;

    #[wasm_bindgen(method, js_name = isSymbolicLink)]
    pub(super) fn is_symlink(this: &Stats) -> bool;

    #[wasm_bindgen(method, getter)]
    pub(super) fn mode(this: &Stats) -> u32;

    #[wasm_bindgen(method, getter)]
    pub(super) fn size(this: &Stats) -> f64;

    #[wasm_bindgen(catch, js_name = openSync)]
    pub(super) fn open(path: &str, flags: &str) -> Result<i32, JsValue>;

    #[wasm_bindgen(catch, js_name = closeSync)]
    pub(super) fn close(descriptor: i32) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = readSync)]
    pub(super) fn read(descriptor: i32, bytes: &mut [u8]) -> Result<u32, JsValue>;

    #[wasm_bindgen(catch, js_name = writeSync)]
    pub(super) fn write(descriptor: i32, bytes: &[u8]) -> Result<u32, JsValue>;

    #[wasm_bindgen(catch, js_name = fsyncSync)]
    pub(super) fn sync(descriptor: i32) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = fchmodSync)]
    pub(super) fn set_mode(descriptor: i32, mode: u32) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = lstatSync)]
    pub(super) fn stats(path: &str) -> Result<Stats, JsValue>;

    #[wasm_bindgen(catch, js_name = mkdirSync)]
    pub(super) fn make_folder(path: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = mkdirSync)]
    pub(super) fn make_folders(path: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = renameSync)]
    pub(super) fn rename(from: &str, to: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = unlinkSync)]
    pub(super) fn remove(path: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = rmSync)]
    pub(super) fn remove_all(path: &str, options: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = readdirSync)]
    pub(super) fn names(folder: &str) -> Result<Vec<String>, JsValue>;

    #[wasm_bindgen(catch, js_name = realpathSync)]
    fn without_links(path: &str) -> Result<String, JsValue>;
}

/// The options of functions that also handle the folders above or below.
pub(super) fn recursive() -> JsValue {
    JSON::parse(r#"{"recursive":true}"#).unwrap_or_default()
}

pub(super) fn arguments() -> Vec<String> {
    PROCESS.with(Process::argv)
}

pub(super) fn environment(name: &str) -> Option<String> {
    Reflect::get(&PROCESS.with(Process::env), &name.into()).ok()?.as_string()
}

pub(super) fn set_exit_code(code: i32) {
    PROCESS.with(|process| process.set_exit_code(code));
}

/// The folder of the package: the script of the command is in a folder of it. npm starts the script through a link.
pub(super) fn package() -> String {
    let script = arguments().into_iter().nth(1).unwrap_or_default();
    let script = without_links(&script).unwrap_or(script);
    // On Windows the path has backslashes.
    let script = script.replace('\\', "/");
    let folder = Path::new(&script).parent().and_then(Path::parent).unwrap_or(Path::new("."));
    folder.display().to_string()
}

pub(super) fn random() -> u64 {
    let mut bytes = [0; 8];
    fill_randomly(&mut bytes);
    u64::from_le_bytes(bytes)
}

/// Waits for 10 ms. Node.js has no other way to wait inside of a function.
pub(super) fn pause() {
    let nobody = Int32Array::new(&SharedArrayBuffer::new(4));
    let _ = Atomics::wait_with_timeout(&nobody, 0, 0, 10.0);
}

/// An exception of Node.js as an error of the standard library.
pub(super) fn error(thrown: JsValue) -> io::Error {
    let text = |name: &str| Reflect::get(&thrown, &name.into()).ok().and_then(|value| value.as_string());
    match text("code").as_deref().and_then(kind) {
        Some(kind) => kind.into(),
        None => io::Error::other(text("message").unwrap_or_else(|| "unknown error of Node.js".to_owned())),
    }
}

fn kind(code: &str) -> Option<io::ErrorKind> {
    Some(match code {
        "ENOENT" => io::ErrorKind::NotFound,
        "EACCES" | "EPERM" => io::ErrorKind::PermissionDenied,
        "EEXIST" => io::ErrorKind::AlreadyExists,
        "EISDIR" => io::ErrorKind::IsADirectory,
        "ENOTDIR" => io::ErrorKind::NotADirectory,
        "ENOSPC" => io::ErrorKind::StorageFull,
        "EDQUOT" => io::ErrorKind::QuotaExceeded,
        "EFBIG" => io::ErrorKind::FileTooLarge,
        "EROFS" => io::ErrorKind::ReadOnlyFilesystem,
        "ENAMETOOLONG" => io::ErrorKind::InvalidFilename,
        "EPIPE" => io::ErrorKind::BrokenPipe,
        "EAGAIN" => io::ErrorKind::WouldBlock,
        _ => return None,
    })
}
