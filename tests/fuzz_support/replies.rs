//! What a terminal or a hand sends.

use newsreader::terminal::Event;
use newsreader::terminal::input::InputParser;
use newsreader::terminal::probe::Replies;

use super::Input;

/// Any bytes in any pieces: the parser comes to rest, and how they were cut changes nothing.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    let expecting = input.flag();
    let mut cuts: Vec<usize> = (0..input.byte() % 6).map(|_| input.below(64)).collect();
    let silent = input.flag();
    let bytes = input.rest();
    cuts.retain(|cut| *cut < bytes.len());
    cuts.extend([0, bytes.len()]);
    cuts.sort_unstable();
    let chunks: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
    let whole = events(&[bytes], expecting, false);
    if silent {
        events(&chunks, expecting, true);
    } else {
        assert_eq!(events(&chunks, expecting, false), whole);
    }
    let mut replies = Replies::default();
    for event in whole {
        match event {
            Event::Reply(reply) => _ = replies.add(reply),
            Event::Paste(text) => assert!(text.len() <= bytes.len() * 3),
            _ => {}
        }
    }
    let version = replies.version().unwrap_or_default();
    assert!(!version.chars().any(char::is_control), "{version:?}");
    assert!(replies.all().len() <= bytes.len());
    let text = format!("{:?}", (replies.background(), replies.foreground(), replies.margins(), replies.repeats()));
    assert!(!text.is_empty());
}

fn events(chunks: &[&[u8]], expecting: bool, silences: bool) -> Vec<Event> {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.expect_replies(expecting);
    for chunk in chunks {
        parser.push(chunk, &mut out);
        if silences && parser.patience().is_some() {
            parser.flush(&mut out);
        }
    }
    for _ in 0..10 {
        if parser.patience().is_some() {
            parser.flush(&mut out);
        }
    }
    assert_eq!(parser.patience(), None, "flushing comes to an end: {parser:?}");
    out
}
