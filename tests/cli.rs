//! The real binary on pipes: what is printed where, and how it ends.
#![allow(clippy::unwrap_used)]

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use newsreader::article::Article;
use newsreader::formats;
use newsreader::layout::{Marks, is_bidi_control};
use newsreader::print::{self, Order, Settings};
use newsreader::terminal::Mode;

fn newsreader(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsreader"));
    command.args(arguments).stdin(Stdio::null()).env("RUST_BACKTRACE", "0").env("TERM", "xterm-256color");
    // Neither the configuration nor the memory of whoever runs the tests.
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_STATE_HOME", "nowhere").env("HOME", "nowhere");
    for name in ["NO_COLOR", "COLORTERM", "TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM"]
    {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    newsreader(arguments).output().unwrap()
}

fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child =
        newsreader(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file of this test, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("newsreader-cli-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn printed(article: Article, width: u16, order: Order, marks: Marks) -> String {
    let mut out = Vec::new();
    print::print(
        article,
        Settings { width, order, marks, colours: None, justify: newsreader::layout::Justify::Start },
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

fn seed() -> Article {
    formats::open_bundled().unwrap().article
}

#[test]
fn a_pipe_gets_logical_text_with_and_without_print() {
    let expected = printed(seed(), 80, Order::Logical, Marks::Keep);
    assert!(expected.contains("الخارجية الصينية"));
    for arguments in
        [&["--print"][..], &[], &["--print", "--bidi", "logical", "--width", "80"], &["--print", "--color", "never"]]
    {
        let output = run(arguments);
        assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
        assert_eq!(out(&output), expected, "{arguments:?}");
    }
}

#[test]
fn visual_is_what_the_cells_hold_padded_on_the_left() {
    let output = run(&["--print", "--bidi", "visual", "--width", "80"]);
    assert_eq!(out(&output), printed(seed(), 80, Order::Cells { mode: Mode::Visual, mirrors: true }, Marks::Drop));
    let first = out(&output).lines().next().unwrap();
    assert!(first.starts_with("                   \u{feee}"), "right-aligned: {first:?}");
    assert_eq!(first.chars().count(), 80, "one letter a cell here");
    assert!(out(&output).lines().any(|line| line == "Sputnik"), "a left-to-right row is not padded");
}

#[test]
fn the_article_comes_from_a_file_a_dash_a_pipe_or_the_binary() {
    let one = br#"{"format":"newsreader-article/1","inLanguage":"en","blocks":[{"id":"a","type":"paragraph","text":"just this"}]}"#;
    let file = Scratch::new("one.json", one);
    for output in [run(&["--print", file.path()]), piped(&["-"], one), piped(&["--print"], one), piped(&[], one)] {
        assert_eq!((output.status.code(), out(&output), err(&output)), (Some(0), "just this\n", ""));
    }
    let redirected = newsreader(&[]).stdin(File::open(&file.0).unwrap()).output().unwrap();
    assert_eq!(out(&redirected), "just this\n");
    assert!(out(&run(&[])).contains("Sputnik"), "/dev/null is nothing to read: the bundled article");
}

#[test]
fn every_problem_of_the_input_is_named_and_ends_with_1() {
    let not_utf8 = Scratch::new("latin1.json", b"{\"blocks\":[\n\"caf\xe9\"]}");
    let not_json = Scratch::new("broken.json", b"{\"inLanguage\": \"ar\",\n  \"blocks\": [,]}");
    let no_article = Scratch::new("other.json", br#"{"name":"x","version":3}"#);
    let empty = Scratch::new("empty.json", b"");
    let cases: [(&str, &[&str]); 5] = [
        ("/nonexistent/article.json", &["/nonexistent/article.json", "o such file"]),
        (not_utf8.path(), &["latin1.json", "UTF-8", "line 2"]),
        (not_json.path(), &["broken.json", "line 2", "column 14"]),
        (no_article.path(), &["other.json", "name", "version", "blocks"]),
        (empty.path(), &["empty.json", "empty"]),
    ];
    for (path, says) in cases {
        let output = run(&["--print", path]);
        assert_eq!((output.status.code(), out(&output)), (Some(1), ""), "{path}");
        for word in says {
            assert!(err(&output).contains(word), "{word:?} is not in {:?}", err(&output));
        }
        assert!(err(&output).starts_with("newsreader: ") && err(&output).ends_with('\n'));
    }
    let output = piped(&["-"], b"[1, 2");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("standard input") && err(&output).contains("line 1"), "{}", err(&output));
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["--no-such"][..],
        &["--width", "0"],
        &["--width", "ten"],
        &["--bidi", "upside"],
        &["--marks", "some"],
        &["--color", "maybe"],
        &["--lang", "de"],
        &["check"],
        &["extract", "a.json", "b.json"],
    ] {
        let output = run(arguments);
        assert_eq!((output.status.code(), out(&output)), (Some(2), ""), "{arguments:?}");
        assert!(!err(&output).is_empty());
    }
}

#[test]
fn version_and_help() {
    let output = run(&["--version"]);
    assert_eq!(
        (output.status.code(), out(&output)),
        (Some(0), concat!("newsreader ", env!("CARGO_PKG_VERSION"), "\n"))
    );
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    for flag in [
        "--print",
        "--width",
        "--bidi",
        "--marks",
        "--color",
        "--sidebar",
        "--annotations",
        "FILE",
        "doctor",
        "check",
        "extract",
    ] {
        assert!(out(&output).contains(flag), "{flag}");
    }
}

#[test]
fn who_closes_the_pipe_has_read_enough() {
    // Larger than any pipe, so that the end is met while writing.
    let text = "word ".repeat(400_000);
    let file = Scratch::new(
        "long.json",
        format!(r#"{{"format":"newsreader-article/1","inLanguage":"en","blocks":[{{"id":"a","type":"paragraph","text":"{text}"}}]}}"#).as_bytes(),
    );
    let mut child =
        newsreader(&["--print", file.path()]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("word word"));
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
}

#[test]
fn a_full_device_is_a_problem() {
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let output = newsreader(&["--print"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).starts_with("newsreader: standard output: "), "{}", err(&output));
}

#[test]
fn warnings_stand_on_the_error_stream() {
    let article = br#"{"format":"newsreader-article/1","inLanguage":"en","offsetUnit":"codepoint","blocks":[{"id":"a","type":"paragraph","text":"Oslo"}],
        "entities":[{"id":"e","name":"Bergen","type":"PLACE","mentions":[{"anchor":{"block":"a","start":0,"end":6,"exact":"Bergen"}}]}]}"#;
    let output = piped(&["--print", "-"], article);
    assert_eq!((output.status.code(), out(&output)), (Some(0), "Oslo\n"));
    assert!(err(&output).starts_with("newsreader: ") && err(&output).contains("Bergen"), "{}", err(&output));
}

#[test]
fn colour_always_gives_sgr_and_never_none() {
    let output = run(&["--print", "--bidi", "visual", "--color", "always"]);
    assert!(out(&output).contains("\u{1b}[1;4m") || out(&output).contains("\u{1b}[0;1;4m"), "the headline is bold");
    let plain: String = without_sgr(out(&output));
    assert_eq!(
        plain.lines().next().unwrap().trim_end(),
        out(&run(&["--print", "--bidi", "visual"])).lines().next().unwrap()
    );
    for arguments in [["--color", "never"], ["--color", "auto"]] {
        let output = run(&[&["--print", "--bidi", "visual"][..], &arguments].concat());
        assert!(!out(&output).contains('\u{1b}'), "{arguments:?}");
    }
}

/// Everything but `CSI … m`.
fn without_sgr(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap().to_owned();
    for piece in pieces {
        plain += piece.split_once('m').unwrap().1;
    }
    plain
}

/// An article whose every string is an attack.
fn hostile() -> Vec<u8> {
    let evil = "a\u{1b}[31m\u{0}\u{202e}b\u{1b}]52;c;ZXZpbA==\u{7}\u{9b}2J\u{8}\u{2066}c\r\u{7f}";
    let mut article: serde_json::Value = serde_json::from_str(formats::bundled()).unwrap();
    poison(&mut article, evil, "");
    serde_json::to_vec(&article).unwrap()
}

/// Appends `evil` to every string but those that the format fixes.
fn poison(value: &mut serde_json::Value, evil: &str, key: &str) {
    match value {
        serde_json::Value::String(text)
            if !matches!(key, "block" | "id" | "type" | "kind" | "format" | "offsetUnit" | "direction") =>
        {
            text.push_str(evil);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| poison(item, evil, key)),
        serde_json::Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| poison(value, evil, key)),
        _ => {}
    }
}

#[test]
fn a_hostile_article_is_printed_all_the_same() {
    let output = piped(&["--print", "-"], &hostile());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("الخارجية الصينية"));
}

#[test]
fn no_control_character_of_an_article_reaches_any_stream() {
    let hostile = hostile();
    let broken = [
        br#"{"\u001b[31m\u0000\u202e":1,"#.as_slice(),
        b"\x1b]52;c;eA==\x07".as_slice(),
        br#"{"\u001b]0;x\u0007":{}}"#,
    ];
    let inputs = [&[hostile.as_slice()][..], &broken].concat();
    for input in inputs {
        for arguments in [
            &["--print", "-"][..],
            &["--print", "--bidi", "visual", "-"],
            &["--print", "--bidi", "words", "-"],
            &["--print", "--bidi", "visual", "--marks", "keep", "--color", "always", "-"],
        ] {
            let output = piped(arguments, input);
            let shown = without_sgr(out(&output)) + err(&output);
            let bad: Vec<char> =
                shown.chars().filter(|&c| (c.is_control() && c != '\n') || is_bidi_control(c)).collect();
            assert!(bad.is_empty(), "{arguments:?}: {bad:?}");
        }
    }
}

/// Spans of a poisoned article, a file name and an argument are shown too.
#[test]
fn no_control_character_of_a_name_reaches_the_terminal() {
    for arguments in [["--print", "no\u{1b}[31m\u{202e}such\nfile"], ["--width", "1\u{1b}]0;x\u{7}"]] {
        let output = run(&arguments);
        let bad = |c: char| (c.is_control() && c != '\n') || is_bidi_control(c);
        assert!(!err(&output).contains(bad), "{:?}", err(&output));
    }
}

/// A row of a corpus.
fn row(title: &str) -> String {
    format!("{{\"title\": \"{title}\", \"text\": \"قال الوزير إن هذا الخبر من القاهرة\"}}\n")
}

#[test]
fn several_files_begin_with_the_first_that_is_an_article() {
    let broken = Scratch::new("several-broken.json", b"{");
    let good = Scratch::new("several-good.json", row("خبر").as_bytes());
    let output = run(&["--print", broken.path(), good.path()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("خبر") && err(&output).contains("several-broken.json"), "{}", err(&output));
    let output = run(&["--print", broken.path(), broken.path()]);
    assert_eq!((output.status.code(), out(&output)), (Some(1), ""));
    assert_eq!(err(&output).matches("newsreader: ").count(), 1, "{}", err(&output));
}

#[test]
fn check_tells_a_line_a_file_and_ends_with_1_when_one_is_no_article() {
    let rows = Scratch::new("check.jsonl", (row("أ") + "{\"id\": 1}\n" + &row("ب")).as_bytes());
    let none = Scratch::new("check-none.json", br#"{"title": "t", "id": 1}"#);
    let output = run(&["check", rows.path()]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    let name = rows.path();
    assert_eq!(
        out(&output).lines().next().unwrap(),
        format!("{name}: flat article, 2 of 3 articles, ar, 4 blocks, 0 entities located, 0 not, 0 quotes")
    );
    assert!(out(&output).contains("\n  record 2: JSON object but no article: keys id"), "{}", out(&output));

    let output = run(&["check", "--json", rows.path(), none.path(), "/nonexistent"]);
    assert_eq!(output.status.code(), Some(1));
    let reports: Vec<serde_json::Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(reports.len(), 3);
    assert_eq!((&reports[0]["articles"], &reports[0]["format"]), (&2.into(), &"flat article".into()));
    assert_eq!((&reports[1]["articles"], &reports[1]["format"]), (&0.into(), &serde_json::Value::Null));
    assert!(reports[2]["problems"][0].as_str().unwrap().contains("cannot be read"));

    let output = piped(&["check", "-"], row("ج").as_bytes());
    assert!(out(&output).starts_with("standard input: flat article, 1 of 1 articles, ar"), "{}", out(&output));
}

#[test]
fn extract_writes_native_json_that_reads_back_the_same() {
    let rows = row("أ") + "{\"id\": 1}\n" + &row("ب");
    let output = piped(&["extract", "--no-extract", "-"], rows.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("standard input: record 2: "), "{}", err(&output));
    let before = formats::Collection::from_bytes(rows.clone().into_bytes(), "x").unwrap();
    let after = formats::Collection::from_bytes(output.stdout, "y").unwrap();
    assert_eq!(after.len(), 2);
    for (from, to) in [(0, 0), (2, 1)] {
        let read = after.open(to).unwrap();
        assert_eq!((read.format, &read.warnings[..]), (formats::Format::Native, &[][..]));
        assert_eq!(read.article, before.open(from).unwrap().article);
    }
}

#[test]
fn extract_takes_plain_text_and_annotations() {
    let text = Scratch::new("plain.txt", "عنوان الخبر\n\nقال وانغ يي ذلك.\n\nانتهى.\n".as_bytes());
    let notes = br#"{"Entities": [{"Text": "\u0648\u0627\u0646\u063a \u064a\u064a", "Type": "PERSON", "BeginOffset": 17, "EndOffset": 24, "Score": 0.9}]}"#;
    let notes = Scratch::new("plain-entities.json", notes);
    let output = run(&["extract", "--annotations", notes.path(), text.path()]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    let article = formats::open_bytes(&output.stdout, "x").unwrap().article;
    assert_eq!(article.headline.as_deref(), Some("عنوان الخبر"));
    assert_eq!(article.text(&article.entities[0].mentions[0].span), "وانغ يي");
    // The same for reading, where a text and its annotations are one article.
    let printed = run(&["--print", "--annotations", notes.path(), text.path()]);
    assert_eq!((printed.status.code(), err(&printed)), (Some(0), ""));
    assert!(out(&printed).contains("قال وانغ يي ذلك."));
    let output = piped(&["extract", "-"], b"\x7fELF\0\0");
    assert_eq!((output.status.code(), out(&output)), (Some(1), ""));
    assert!(err(&output).contains("standard input: byte 4: neither JSON nor plain text"), "{}", err(&output));
    let output = piped(&["extract", "-"], "[مصر] قال.\n\nنعم.".as_bytes());
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
}

#[test]
fn extract_writes_a_file_whole_or_leaves_it_as_it_was() {
    let directory = std::env::temp_dir().join(format!("newsreader-extract-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join("out.json");
    let target = path.to_str().unwrap();
    std::fs::write(&path, "as it was").unwrap();
    let output = piped(&["extract", "-", "-o", target], b"{\"id\": 1}");
    assert_eq!((output.status.code(), std::fs::read_to_string(&path).unwrap()), (Some(1), "as it was".to_owned()));
    let output = piped(&["extract", "-", "--out", target], row("خبر").as_bytes());
    assert_eq!((output.status.code(), out(&output), err(&output)), (Some(0), "", ""));
    assert_eq!(formats::open_path(&path).unwrap().article.headline.as_deref(), Some("خبر"));
    assert_eq!(std::fs::read_dir(&directory).unwrap().count(), 1, "nothing is left beside it");
    let missing = directory.join("no/such/out.json");
    let output = piped(&["extract", "-", "-o", missing.to_str().unwrap()], row("خبر").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("out.json: cannot be written"), "{}", err(&output));
    // A device is written to and not replaced.
    let output = piped(&["extract", "-", "-o", "/dev/null"], row("خبر").as_bytes());
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    std::fs::remove_dir_all(&directory).unwrap();
}

#[test]
fn the_configuration_is_written_whole_and_says_where_it_is() {
    let output = run(&["config", "--default"]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    let (config, problems) = newsreader::config::parse(out(&output), std::path::Path::new("c"));
    assert_eq!((config, problems), (newsreader::config::Config::default(), vec![]));
    let output = run(&["config", "--path", "--config", "/somewhere/else.toml"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), "/somewhere/else.toml\n"));
    assert_eq!(run(&["config"]).status.code(), Some(2));
}

#[test]
fn completions_and_the_manual_come_from_the_definition_of_the_flags() {
    for shell in ["bash", "zsh", "fish"] {
        let output = run(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).contains("annotations") && out(&output).contains("doctor"), "{shell}");
    }
    let output = run(&["man"]);
    assert!(out(&output).contains(".TH newsreader") && out(&output).contains("sidebar"), "{}", out(&output));
    for part in [".SH KEYS", "half\\-page\\-down", "Ctrl\\-O", ".SH CONFIGURATION", "articles.json"] {
        assert!(out(&output).contains(part), "{part}\n{}", out(&output));
    }
    assert_eq!(run(&["completions", "nosuchshell"]).status.code(), Some(2));
}
