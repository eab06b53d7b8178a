//! Declarations of the functions that wasm-bindgen exports, as far as they are declared here.

use syn::{
    Attribute, Expr, FnArg, GenericArgument, ImplItem, Item, Lit, Meta, Pat, PathArguments, ReturnType, Signature,
    Type, Visibility,
};

use crate::wasm::typescript::layout::{WIDTH, comment};

/// The class that wasm-bindgen exports for the engine, and its instances.
pub(super) fn engine(source: &str) -> String {
    let mut instance = String::new();
    let mut class = String::new();
    for item in parsed(source) {
        let Item::Impl(block) = item else { continue };
        if !block.attrs.iter().any(|attribute| attribute.path().is_ident("wasm_bindgen")) {
            continue;
        }
        for item in block.items {
            let ImplItem::Fn(method) = item else { continue };
            if !matches!(method.vis, Visibility::Public(_)) {
                continue;
            }
            let docs = comment(&docs(&method.attrs), "  ");
            if said(&method.attrs, "constructor").is_some() {
                class += &format!("{docs}{}", declared("  new ", &method.sig, "Engine"));
            } else {
                let returned = returned(&method.attrs, &method.sig);
                let of = if method.sig.receiver().is_none() { &mut class } else { &mut instance };
                *of += &format!("{docs}{}", declared(&format!("  {}", method.sig.ident), &method.sig, &returned));
            }
        }
    }
    instance += "  /** Ends the chart and frees its memory. */\n  free(): void;\n";
    format!(
        "\n/** The chart of one element. */\nexport interface Engine {{\n{instance}}}\n\
        \n/** The class that makes charts. */\nexport interface EngineClass {{\n{class}}}\n"
    )
}

/// The functions of the checker.
pub(super) fn checker(source: &str) -> String {
    let mut text = String::new();
    for item in parsed(source) {
        if let Item::Fn(function) = item
            && matches!(function.vis, Visibility::Public(_))
        {
            let docs = comment(&docs(&function.attrs), "");
            let returned = returned(&function.attrs, &function.sig);
            let name = format!("export function {}", function.sig.ident);
            text += &format!("\n{docs}{}", declared(&name, &function.sig, &returned));
        }
    }
    text
}

fn parsed(source: &str) -> Vec<Item> {
    syn::parse_file(source).expect("the compiler has read it, too").items
}

/// The documentation, with errors in the form of JSDoc.
fn docs(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Some(line) = text_of(&pair.value)
        {
            text += &format!("{}\n", line.trim());
        }
    }
    match text.split_once("\n# Errors\n\n") {
        Some((text, "Never.\n")) => text.to_owned(),
        Some((text, errors)) => format!("{text}@throws {errors}"),
        None => text,
    }
}

/// A declaration on one line, or on several if it is too long.
fn declared(name: &str, signature: &Signature, returned: &str) -> String {
    let parameters = parameters(signature);
    let line = format!("{name}({}): {returned};\n", parameters.join(", "));
    if line.trim_end().len() <= WIDTH {
        return line;
    }
    let indent = &name[..name.len() - name.trim_start().len()];
    let lines: String = parameters.iter().map(|parameter| format!("{indent}  {parameter},\n")).collect();
    format!("{name}(\n{lines}{indent}): {returned};\n")
}

fn parameters(signature: &Signature) -> Vec<String> {
    let mut all = Vec::new();
    for input in &signature.inputs {
        let FnArg::Typed(parameter) = input else { continue };
        let Pat::Ident(name) = &*parameter.pat else { panic!("a parameter of {} has no name", signature.ident) };
        let declared = said(&parameter.attrs, "unchecked_param_type").flatten();
        all.push(format!("{}: {}", name.ident, declared.unwrap_or_else(|| typescript(&parameter.ty))));
    }
    all
}

fn returned(attributes: &[Attribute], signature: &Signature) -> String {
    let declared = said(attributes, "unchecked_return_type").flatten();
    declared.unwrap_or_else(|| match &signature.output {
        ReturnType::Default => "void".to_owned(),
        ReturnType::Type(_, returned) => typescript(returned),
    })
}

/// The value of a name in the attribute of wasm-bindgen; `Some(None)` if the name has no value.
fn said(attributes: &[Attribute], name: &str) -> Option<Option<String>> {
    let mut found = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wasm_bindgen")) {
        let read = attribute.parse_nested_meta(|meta| {
            let value = meta.value().and_then(|value| value.parse::<Expr>()).ok();
            if meta.path.is_ident(name) {
                found = Some(value.as_ref().and_then(text_of));
            }
            Ok(())
        });
        // An error is no fault: the attribute may have no arguments.
        drop(read);
    }
    found
}

fn text_of(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The type that wasm-bindgen declares for a type of Rust.
///
/// # Panics
///
/// If the type does not cross the border yet, and for a value of JavaScript, whose type an attribute must give.
fn typescript(rust: &Type) -> String {
    match rust {
        Type::Reference(reference) => typescript(&reference.elem),
        Type::Tuple(tuple) if tuple.elems.is_empty() => "void".to_owned(),
        Type::Path(path) => {
            let last = path.path.segments.last().expect("a path has a last part");
            let mut inner = None;
            if let PathArguments::AngleBracketed(arguments) = &last.arguments
                && let Some(GenericArgument::Type(first)) = arguments.args.first()
            {
                inner = Some(typescript(first));
            }
            match (last.ident.to_string().as_str(), inner) {
                ("str" | "String", None) => "string".to_owned(),
                ("f64" | "i32", None) => "number".to_owned(),
                ("bool", None) => "boolean".to_owned(),
                ("HtmlCanvasElement", None) => "HTMLCanvasElement".to_owned(),
                ("Option", Some(inner)) => format!("{inner} | undefined"),
                ("Result", Some(inner)) => inner,
                (other, _) => panic!("{other} at the border needs a type for TypeScript"),
            }
        }
        _ => panic!("a type at the border that has no name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGINE: &str = r#"
        #[wasm_bindgen]
        impl Engine {
            /// A chart.
            #[wasm_bindgen(constructor)]
            pub fn new(text: Option<String>, #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue) -> Result<Engine, JsValue> {}

            /// Takes it.
            pub fn provide(places: String) {}

            /// Does it.
            ///
            /// # Errors
            ///
            /// Where it cannot.
            #[wasm_bindgen(unchecked_return_type = "Update")]
            pub fn apply(&mut self, name: &str, day: i32) -> Result<JsValue, JsValue> {}

            /// Is it?
            pub fn known(&self) -> bool {}

            fn hidden(&self) {}
        }
        impl Engine {
            pub fn outside(&self) {}
        }
    "#;

    #[test]
    fn methods_are_declared_as_they_are_exported() {
        let text = engine(ENGINE);
        for line in [
            "  /** A chart. */\n  new (text: string | undefined, settings: Settings): Engine;\n",
            "  /**\n   * Does it.\n   * @throws Where it cannot.\n   */\n  apply(name: string, day: number): Update;\n",
            "  /** Is it? */\n  known(): boolean;\n",
            "export interface EngineClass {\n  /** A chart. */\n  new (text: string | undefined, settings: Settings): Engine;\n  \
             /** Takes it. */\n  provide(places: string): void;\n}\n",
        ] {
            assert!(text.contains(line), "{line} is not in {text}");
        }
        assert!(!text.contains("hidden") && !text.contains("outside"), "{text}");
    }

    #[test]
    #[should_panic = "JsValue at the border needs a type"]
    fn a_value_of_javascript_needs_a_type() {
        checker("pub fn check(text: &str) -> Result<JsValue, JsValue> {}");
    }
}
