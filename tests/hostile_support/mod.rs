//! Texts that attack a terminal or a reader, an article whose every string is one of them, and what may be sent.
#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses a part of it")]

use newsreader::layout::is_bidi_control;
use serde_json::{Value, json};

/// Stands in a JSON text for an escape that no Rust string can hold.
pub(crate) const LONE_SURROGATE: &str = "LONE-SURROGATE";

fn range(points: std::ops::RangeInclusive<u32>) -> String {
    points.filter_map(char::from_u32).collect()
}

fn repeated(piece: &str, times: usize) -> String {
    piece.repeat(times)
}

/// Every kind of attack, with its name. Between two letters, so that what swallows the next letter is noticed.
pub(crate) fn attacks() -> Vec<(&'static str, String)> {
    let texts: Vec<(&'static str, String)> = vec![
        ("C0", range(0..=0x1f)),
        ("DEL and C1", range(0x7f..=0x9f)),
        ("NUL", repeated("\0", 100)),
        ("line ends", "\r\n\r\n\n\u{b}\u{c}\u{85}\u{2028}\u{2029}".into()),
        ("SGR", "\u{1b}[31;1m\u{1b}[8m\u{9b}7m".into()),
        ("clear and cursor", "\u{1b}[2J\u{1b}[H\u{1b}c\u{1b}[?1049l\u{1b}[1;1r\u{1b}7\u{1b}8\u{9b}3J".into()),
        ("clipboard (OSC 52)", "\u{1b}]52;c;ZXZpbA==\u{7}\u{9d}52;c;ZXZpbA==\u{9c}\u{1b}]52;c;?\u{1b}\\".into()),
        ("link (OSC 8)", "\u{1b}]8;;file:///etc/passwd\u{1b}\\x\u{1b}]8;;\u{7}".into()),
        ("title", "\u{1b}]0;evil\u{7}\u{1b}]2;evil\u{1b}\\\u{1b}[21t\u{1b}kevil\u{1b}\\".into()),
        ("DCS and DECRQSS", "\u{1b}P$qm\u{1b}\\\u{90}$q\"p\u{9c}\u{1b}P+q544e\u{1b}\\\u{1b}P0;1|17/0d\u{1b}\\".into()),
        ("reports", "\u{1b}[c\u{1b}[6n\u{1b}[5n\u{1b}[>q\u{1b}[x\u{1b}]11;?\u{7}\u{5}\u{1b}Z\u{1b}[?2026$p".into()),
        ("APC, PM, SOS", "\u{1b}_Ga=T;AAAA\u{1b}\\\u{1b}^x\u{1b}\\\u{1b}Xx\u{1b}\\\u{9f}x\u{9c}\u{9e}\u{98}".into()),
        ("keys and mouse", "\u{1b}[?1000h\u{1b}[?2004h\u{1b}[>1u\u{1b}[4h\u{1b}[20h\u{1b}=".into()),
        ("charsets", "\u{e}\u{f}\u{1b}(0\u{1b})B\u{1b}%@\u{8e}\u{8f}".into()),
        ("an ESC at the end", "\u{1b}".into()),
        ("a CSI at the end", "\u{9b}".into()),
        ("an open string at the end", "\u{1b}]0;".into()),
        ("lone surrogates", LONE_SURROGATE.into()),
        ("unassigned", "\u{378}\u{e0080}\u{2fffe}\u{ffff}\u{10ffff}\u{fdd0}".into()),
        ("private use", "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}".into()),
        ("marks on one letter", format!("a{}", repeated("\u{301}", 10_000))),
        ("marks on an Arabic letter", format!("ب{}", repeated("\u{64e}\u{654}", 5_000))),
        ("marks on nothing", format!("\n{}", repeated("\u{301}\u{903}", 50))),
        ("a long word", repeated("abcdefghij", 2_000)),
        ("a long Arabic word", repeated("سلام", 2_000)),
        ("embeddings", format!("{}x{}", repeated("\u{202b}\u{202a}", 100), repeated("\u{202c}", 200))),
        ("isolates", format!("{}x{}", repeated("\u{2067}\u{2066}\u{2068}", 67), repeated("\u{2069}", 201))),
        ("open embeddings", repeated("\u{202b}x\u{202a}", 100)),
        ("open isolates", repeated("\u{2067}x\u{2066}", 100)),
        ("closed but never opened", repeated("\u{202c}\u{2069}", 100)),
        ("Trojan Source", "user\u{202e} \u{2066}// admin\u{2069} \u{2066}begin\u{2069}".into()),
        ("an open override", "\u{202e}gpj.exe".into()),
        ("zero width", repeated("\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{34f}\u{180e}", 1_000)),
        ("soft hyphens", repeated("a\u{ad}", 1_000)),
        ("fillers", repeated("\u{3164}\u{115f}\u{1160}\u{ffa0}\u{2800}", 50)),
        ("variation selectors", repeated("a\u{fe00}\u{fe0f}\u{e0100}\u{e01ef}", 500)),
        ("tags", format!("🏴{}", range(0xe0020..=0xe007f)) + &repeated("\u{e0041}", 1_000) + "\u{e007f}\u{e0001}"),
        ("emoji", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽❤️‍🔥🇱🇧🇱1️⃣".into()),
        ("emoji that never end", repeated("👩\u{200d}", 1_000)),
        ("regional indicators", repeated("🇱", 999)),
        ("wide", repeated("漢字", 300)),
        ("Hangul", repeated("\u{1112}\u{1161}\u{11ab}", 300) + &repeated("\u{1112}", 200)),
        ("interlinear and objects", "\u{fff9}x\u{fffa}y\u{fffb}\u{fffc}\u{fffd}".into()),
        ("prepended signs", repeated("\u{600}\u{6dd}\u{70f}", 100)),
        ("markup", "<script>x</script>&#x1b;[31m&lt;b&gt;`*_[x](javascript:x)".into()),
        ("formula", "=HYPERLINK(\"http://x\")".into()),
        ("shell", "$(touch /tmp/x)`x`;'\"|&\\".into()),
        ("format", "%s%n{}{0}".into()),
        ("path", "../../etc/passwd".into()),
    ];
    texts
}

/// All attacks that are short, in one string.
pub(crate) fn all_at_once() -> String {
    let short = attacks().into_iter().filter(|(_, text)| text.len() < 2_000);
    short.map(|(_, text)| text).collect::<Vec<_>>().join("z")
}

/// The native JSON of an article in which `evil` stands in every string that a stranger chooses.
pub(crate) fn article(evil: &str) -> String {
    let text = |words: &str| format!("{words} {evil} النهاية");
    let body = text("قال Wang");
    let anchor = |start: usize, exact: &str| json!({"block": format!("b2{evil}"), "start": start, "end": start + exact.chars().count(), "exact": exact});
    let mut article = json!({
        "format": "newsreader-article/1",
        "inLanguage": "ar",
        "offsetUnit": "codepoint",
        "id": text("id"),
        "url": format!("https://example.org/{evil}"),
        "headline": text("خبر"),
        "alternativeHeadline": text("alt"),
        "description": text("d"),
        "publisher": {"name": text("p"), "url": evil},
        "author": [{"name": text("كاتب"), "entity": format!("e1{evil}")}],
        "datePublished": evil,
        "keywords": [evil],
        "blocks": [
            {"id": format!("b1{evil}"), "type": "headline", "text": text("خبر")},
            {"id": format!("b2{evil}"), "type": "paragraph", "text": body, "marks": [
                {"type": "link", "start": 0, "end": 3, "url": format!("https://example.org/{evil}")}]},
            {"id": format!("b3{evil}"), "type": "heading", "text": text("عنوان")},
            {"id": format!("b4{evil}"), "type": "listItem", "ordered": true, "level": 2, "text": text("x")},
            {"id": format!("b5{evil}"), "type": "blockquote", "text": text("x")},
            {"id": format!("b6{evil}"), "type": "image", "alt": text("alt"), "caption": text("c"), "credit": evil, "url": evil},
            {"id": format!("b7{evil}"), "type": "table", "rows": [[evil, text("a")], [evil]]},
            {"id": format!("b8{evil}"), "type": "code", "text": text("fn")},
            {"id": format!("b9{evil}"), "type": "sourceLine", "role": evil, "inLanguage": evil, "text": text("x")},
        ],
        "entities": [
            {"id": format!("e1{evil}"), "name": text("Wang"), "type": "PERSON", "aliases": [evil], "sameAs": [evil], "value": evil,
             "mentions": [{"anchor": anchor(4, "Wang"), "kind": evil}]},
            {"id": format!("e2{evil}"), "name": evil, "type": evil, "mentions": [{"anchor": anchor(0, evil)}]},
        ],
        "quotes": [
            {"id": format!("q1{evil}"), "kind": "direct", "marks": [evil, evil], "anchors": [anchor(0, "قال")],
             "speakers": [{"entity": format!("e1{evil}")}, {"name": text("متحدث")}]},
            {"id": format!("q2{evil}"), "kind": evil, "parent": evil, "anchors": [anchor(90, evil)], "speakers": [{"name": evil}]},
        ],
    });
    add_key(&mut article, evil);
    article.to_string().replace(LONE_SURROGATE, "\\ud800 \\udc00")
}

/// A key that nobody knows, in every object.
fn add_key(value: &mut Value, evil: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| add_key(item, evil)),
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| add_key(field, evil));
            fields.insert(format!("k{evil}"), evil.into());
        }
        _ => {}
    }
}

/// Text for a pipe: nothing in it that a terminal acts on, LRM and RLM aside, which order text of their own row.
pub(crate) fn assert_plain(text: &str, what: &str) {
    let harmful = |c: char| {
        (c.is_control() && c != '\n') || (is_bidi_control(c) && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'))
    };
    let found: Vec<char> = text.chars().filter(|c| harmful(*c) || matches!(c, '\u{2028}' | '\u{2029}')).collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

/// Rows for a terminal, with SGR or without.
pub(crate) fn assert_rows(text: &str, what: &str) {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (sgr, rest) = piece.split_once('m').unwrap_or_else(|| panic!("{what}: ESC [ {piece:?}"));
        assert!(sgr.chars().all(|c| c.is_ascii_digit() || c == ';'), "{what}: CSI {sgr:?} m");
        plain += rest;
    }
    assert_plain(&plain, what);
}

/// Everything that a session sends, from entering to leaving: CSI of the kinds that the presenter, the session and the probe
/// send, two questions by OSC, and text without any control.
pub(crate) fn assert_sent(bytes: &[u8], what: &str) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut rest = text;
    while let Some(at) =
        rest.find(|c: char| c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}'))
    {
        rest = &rest[at..];
        let length =
            sequence(rest).unwrap_or_else(|| panic!("{what}: {:?}", rest.chars().take(40).collect::<String>()));
        rest = &rest[length..];
    }
}

/// Bytes of what we may send at the beginning of `text`.
fn sequence(text: &str) -> Option<usize> {
    // Left alone it keeps runs apart; the layout engine has taken those of the article.
    const PARTING: &str = "\u{200e}";
    const WHOLE: [&str; 12] = [
        "\r",
        "\n",
        "\u{8}",
        PARTING,
        "\u{1b}M",
        "\u{1b}]10;?\u{1b}\\",
        "\u{1b}]11;?\u{1b}\\",
        "\u{1b}]50;BidiRenderingEnabled=false\u{7}",
        "\u{1b}]50;BidiRenderingEnabled=true\u{7}",
        "\u{1b}[>q",
        "\u{1b}[>c",
        "\u{1b}[8$p",
    ];
    if let Some(whole) = WHOLE.iter().find(|whole| text.starts_with(**whole)) {
        return Some(whole.len());
    }
    if let Some(copied) = text.strip_prefix("\u{1b}]52;c;") {
        let end = copied.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')))?;
        return copied[end..].starts_with('\u{7}').then_some(7 + end + 1);
    }
    if let Some(link) = text.strip_prefix("\u{1b}]8;") {
        // A link of ours has a number, and its address is in ASCII.
        let end = link.find(|c: char| !c.is_ascii_graphic() && c != ' ')?;
        let address = link[..end].split_once(';')?;
        let opens =
            address.0.starts_with("id=") && ["http://", "https://", "mailto:"].iter().any(|s| address.1.starts_with(s));
        let ours = opens || address == ("", "");
        return (ours && link[end..].starts_with("\u{1b}\\")).then_some(4 + end + 2);
    }
    let body = text.strip_prefix("\u{1b}[")?;
    let end = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, ';' | '?' | '$')))?;
    let (parameters, last) = (&body[..end], body[end..].chars().next()?);
    let modes = ["?25", "?7", "?2004", "?1049", "?2026", "?69", "?1002", "?1006", "8"];
    let allowed = match last {
        'h' | 'l' => modes.contains(&parameters),
        'p' => matches!(parameters, "?69$" | "?2026$"),
        'n' => parameters == "6",
        'c' => parameters.is_empty(),
        last => "mHABCDJKXbrs".contains(last) && !parameters.contains(['?', '$']),
    };
    allowed.then_some(2 + end + 1)
}
