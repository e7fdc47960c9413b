//! Whom a pronoun stands for, written alone or onto another word.

use std::ops::Range;

use super::events::Event;
use super::gender::{self, Gender};
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::subject::Who;
use super::voice::Voice;
use super::walk::Walker;
use super::western;
use crate::article::EntityKind;

impl Walker<'_> {
    /// `برأيها`, `לדבריו` with nobody speaking before in its sentence: the nearest person there, else the one before.
    pub(super) fn himself(&mut self, line: &Line<'_>, event: &Event, shown: Option<Gender>) -> Option<Voice> {
        let near: Vec<usize> = (event.sentence..event.item)
            .rev()
            .take(24)
            .filter_map(|item| line.named_at[line.token(item)?])
            .filter(|&name| line.named[name].kind == EntityKind::Person)
            .map(|name| line.named[name].entity)
            .collect();
        if near.is_empty() {
            return self.voices.before_of("the one before", shown, false);
        }
        self.voices.pronoun(&near, shown)
    }

    /// Whom a pronoun before a verb stands for.
    pub(super) fn pronoun(&mut self, line: &Line<'_>, item: usize, bytes: Range<usize>) -> Option<Voice> {
        let shown = gender::of_pronoun(&line.text[bytes.clone()]);
        if western::speaks(line) {
            if western::is_latter(&line.text[bytes.clone()]) {
                return self.voices.latter(line, bytes.start, shown);
            }
            let near = western::near(line, item);
            if western::replies(line.norm(item))
                && let Some(voice) = self.voices.asked(&near, shown)
            {
                return Some(voice);
            }
            let voice = self.voices.third_person(&near, shown);
            return voice.or_else(|| self.voices.named_before(line, bytes.start, shown));
        }
        let mut near = if shown.is_some() { gender::persons_before(line, item) } else { Vec::new() };
        if line.tongue.is(Tongue::HE) && shown.is_some() {
            // "בעדותה סיפרה א' כי כשהתקשרה לב', הוא אמר לה": the nearest of its own sentence first.
            let own = (0..item).rev().take(24).take_while(|&at| !line.ends[at]);
            let own = own.filter_map(|at| line.named_at[line.token(at)?]);
            let own = own.filter(|&name| line.named[name].kind == EntityKind::Person);
            let own: Vec<usize> = own.map(|name| line.named[name].entity).collect();
            near.splice(0..0, own);
        }
        if line.tongue == Tongue::UR {
            // "X سے پوچھا گیا تو انھوں نے کہا"
            let asked = (0..item).rev().take(12).take_while(|&at| !line.ends[at]).find(|&at| line.has(at, Role::Asks));
            let before = asked.into_iter().flat_map(|asked| (asked.saturating_sub(8)..asked).rev());
            let name = before.filter(|&at| !line.ends[at]).find_map(|at| line.named_at[line.token(at)?]);
            if let Some(name) = name.filter(|&name| line.named[name].kind == EntityKind::Person) {
                return self.voices.resolve(line, &Who::Named(vec![name]), "who was asked");
            }
        }
        self.voices.pronoun(&near, shown)
    }
}
