//! What a terminal or a hand sends.

use newsreader::terminal::Event;
use newsreader::terminal::input::{InputParser, Reply};
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
    let mut heard = Vec::new();
    for event in whole {
        match event {
            Event::Reply(reply) => {
                replies.add(reply.clone());
                heard.push(reply);
            }
            Event::Paste(text) => assert!(text.len() <= bytes.len() * 3),
            _ => {}
        }
    }
    let version = replies.version().unwrap_or_default();
    assert!(!version.chars().any(char::is_control), "{version:?}");
    assert!(replies.all().len() <= bytes.len());
    // What is believed is what was answered first.
    let colour = |wanted| {
        heard.iter().find_map(|reply| match reply {
            Reply::Colour { which, rgb } if *which == wanted => Some(*rgb),
            _ => None,
        })
    };
    assert_eq!((replies.foreground(), replies.background()), (colour(10), colour(11)));
    let margins = heard.iter().find_map(|reply| match reply {
        Reply::Mode { private: true, mode: 69, state } => Some(*state),
        _ => None,
    });
    assert_eq!(replies.margins(), matches!(margins, Some(1 | 2)));
    let column = heard.iter().find_map(|reply| match reply {
        Reply::CursorPosition { column, .. } => Some(*column),
        _ => None,
    });
    assert_eq!(replies.repeats(), column == Some(5));
    let before = replies.clone();
    assert!(heard.into_iter().all(|reply| !replies.add(reply)), "nothing is new when it is said again");
    assert_eq!(replies, before);
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
