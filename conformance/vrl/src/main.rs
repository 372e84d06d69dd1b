//! Compiles the VRL programs of standard input, and runs them where events are given.
//!
//! One JSON object a line: `{"name": "...", "program": "...", "event": {...}, "metadata": {...}}`. One answer a line.
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use serde_json::{json, Value as Json};
use vrl::compiler::{compile, TargetValue, TimeZone};
use vrl::diagnostic::Formatter;
use vrl::value::{KeyString, Secrets, Value};

fn main() {
    let functions = vrl::stdlib::all();
    let stdout = io::stdout();
    let mut out = stdout.lock();
    for line in io::stdin().lock().lines() {
        let line = line.expect("a line of text");
        if line.trim().is_empty() {
            continue;
        }
        let asked: Json = serde_json::from_str(&line).expect("a line of JSON");
        let name = asked["name"].as_str().unwrap_or("program");
        let source = asked["program"].as_str().expect("a program");
        let answer = match compile(source, &functions) {
            Err(found) => json!({ "name": name, "error": Formatter::new(source, found).to_string() }),
            Ok(compiled) => {
                let warnings = if compiled.warnings.is_empty() { Json::Null } else { json!(Formatter::new(source, compiled.warnings).to_string()) };
                match asked.get("event") {
                    None => json!({ "name": name, "warnings": warnings }),
                    Some(event) => {
                        let mut target = TargetValue {
                            value: with_times(Value::from(event.clone())),
                            metadata: Value::Object(BTreeMap::<KeyString, Value>::new()),
                            secrets: Secrets::new(),
                        };
                        let timezone = TimeZone::default();
                        let result = {
                            let mut state = vrl::compiler::runtime::Runtime::default();
                            state.resolve(&mut target, &compiled.program, &timezone)
                        };
                        match result {
                            Err(failure) => json!({ "name": name, "warnings": warnings, "failure": failure.to_string() }),
                            Ok(value) => json!({
                                "name": name,
                                "warnings": warnings,
                                "result": to_json(value),
                                "event": to_json(target.value),
                                "metadata": to_json(target.metadata),
                            }),
                        }
                    }
                }
            }
        };
        writeln!(out, "{answer}").expect("standard output");
    }
}

/// `{"$time": "2026-01-31T12:00:00Z"}` is a time, which JSON has no word for.
fn with_times(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            if let (1, Some(Value::Bytes(text))) = (map.len(), map.get("$time")) {
                let text = String::from_utf8_lossy(text).to_string();
                let time = chrono::DateTime::parse_from_rfc3339(&text).expect("a time");
                return Value::Timestamp(time.into());
            }
            Value::Object(map.into_iter().map(|(key, value)| (key, with_times(value))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(with_times).collect()),
        other => other,
    }
}

fn to_json(value: Value) -> Json {
    serde_json::to_value(value).expect("a value that JSON can hold")
}
