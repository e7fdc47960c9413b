//! The gender that an article, a name's own form or a profession shows in French and Russian.

use super::super::gender::Gender;
use super::super::lexicon::Tongue;
use super::super::line::Line;
use crate::extract::words::{TokenKind, nz};

/// How far before a name its article may stand, in tokens.
const REACH: usize = 8;

/// `La présidente du tribunal, Hélène X`, `X, la fille d’Yvon`: by the article of what somebody is.
pub(in super::super) fn gender_by_article(line: &Line<'_>, first: usize, last: usize) -> Option<Gender> {
    if line.tongue != Tongue::FR {
        return None;
    }
    let norm = |at: usize| line.tokens.get(at).map_or("", |token| token.norm.as_str());
    let mut before = None;
    for at in (first.saturating_sub(REACH)..first).rev() {
        let comma = at + 1 == first && norm(at) == ",";
        let name = line.named_at[at].is_some();
        if line.tokens[at].kind == TokenKind::Mark && !comma || line.roles[at].is_cue() || name && at + 3 > first {
            break;
        }
        // The article of a complement says nothing: "le président de la République".
        let complement = at > 0 && matches!(norm(at - 1), "de" | "à" | "par" | "pour" | "dans" | "sur" | "avec" | "en");
        if !complement && shown_by(norm(at)).is_some() {
            before = shown_by(norm(at));
            break;
        }
        // "la mère d’Éric Vidal", "la femme du député Éric Vidal": of somebody else.
        if matches!(norm(at), "de" | "d'" | "d’") && at + 1 == first
            || matches!(norm(at), "du" | "au" | "des") && at + 2 >= first
        {
            break;
        }
    }
    let behind = || {
        let article = (norm(last + 1) == ",").then(|| shown_by(norm(last + 2))).flatten();
        let age = (norm(last + 1) == ",")
            .then(|| norm(last + 2))
            .filter(|word| word.ends_with("ée"))
            .map(|_| Gender::Feminine);
        article.or(age)
    };
    before.or_else(behind)
}

fn shown_by(article: &str) -> Option<Gender> {
    match article {
        "la" | "une" | "sa" | "cette" => Some(Gender::Feminine),
        "le" | "un" | "ce" | "cet" => Some(Gender::Masculine),
        _ => None,
    }
}

/// Women's given names of Russian news that are no form of a man's.
const WOMEN: &str = "анна мария елена ольга наталья наталия ирина татьяна светлана екатерина юлия людмила галина надежда вера любовь \
    нина лариса оксана марина алла инна жанна яна лидия тамара зинаида антонина раиса виктория ксения анастасия дарья \
    полина алина кристина маргарита елизавета софья софия вероника диана эльвира гульнара альбина регина юлиана василиса \
    варвара фаина эмма роза римма ангелина карина динара алсу зульфия галия айгуль лилия снежана мадина фатима патимат \
    аминат элла майя зоя клавдия анфиса ульяна арина милана серафима глафира эльмира венера разиля аида лейла";

/// The gender of a full name of two words or more as Russian writes it, in the nominative.
pub(in super::super) fn gender_of_name(name: &str) -> Option<Gender> {
    let words: Vec<String> = name.split_whitespace().take(4).map(nz).collect();
    let [given, .., surname] = words.as_slice() else { return None };
    if WOMEN.split_whitespace().any(|word| word == given) {
        return Some(Gender::Feminine);
    }
    let consonant = given.ends_with(|c: char| !"аеёиоуыэюяь".contains(c))
        || matches!(given.as_str(), "игорь" | "никита" | "илья" | "данила" | "кузьма" | "фома");
    let woman = ["ова", "ева", "ина", "ына", "ая"].iter().any(|end| surname.ends_with(end));
    let cyrillic = given.chars().all(|c| ('а'..='я').contains(&c) || c == '-');
    (consonant && !woman && cyrillic).then_some(Gender::Masculine)
}
