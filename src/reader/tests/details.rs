//! More about a line of the sidebar: what stands there, what is chosen, and where Enter leads.
use super::*;
use crate::article::QuoteKind;
use crate::reader::{DetailLine, Details, Heading};

/// Every row that can be chosen, from the first to the last, by stepping down.
fn walk(state: &mut State) -> Vec<usize> {
    all(state, &[First]);
    let mut rows = vec![state.details().unwrap().cursor().unwrap()];
    loop {
        all(state, &[Lines(1)]);
        let row = state.details().unwrap().cursor().unwrap();
        if rows.last() == Some(&row) {
            return rows;
        }
        rows.push(row);
    }
}

fn headings(details: &Details) -> Vec<(Heading, usize)> {
    let heading = |line: &DetailLine| match line {
        DetailLine::Heading(heading, count) => Some((*heading, *count)),
        _ => None,
    };
    details.lines.iter().filter_map(heading).collect()
}

#[test]
fn every_mention_of_every_entity_is_listed_and_enter_jumps_to_that_very_one() {
    let article = seed();
    for entity in 0..article.entities.len() {
        let mut state = reader();
        all(&mut state, &[SwitchFocus]);
        state.lists[0].choose(Target::Entity(entity));
        all(&mut state, &[Action::Details]);
        let rows = walk(&mut state);
        let mut mentions = 0;
        for row in rows {
            let details = state.details().unwrap();
            let mention = match &details.lines[row] {
                DetailLine::Mention(span, goal) => {
                    assert_eq!(*span, article.entities[entity].mentions[goal.mention].span);
                    Some(*goal)
                }
                _ => None,
            };
            all(&mut state, &[First, Lines(0)]);
            state.details.as_mut().unwrap().choose(row);
            if let Some(goal) = mention {
                assert_eq!(goal, Selection { target: Target::Entity(entity), mention: mentions });
                mentions += 1;
                all(&mut state, &[Jump]);
                assert_eq!((state.selection(), state.focus()), (Some(goal), Focus::Article));
                all(&mut state, &[SwitchFocus]);
                assert_eq!(state.details().unwrap().cursor(), Some(row), "the details are there still");
            }
        }
        assert_eq!(mentions, article.entities[entity].mentions.len());
    }
}

#[test]
fn an_entity_has_names_context_mentions_and_quotes() {
    let article = seed();
    let mut with_all = 0;
    for entity in 0..article.entities.len() {
        let details = Details::of(&article, Target::Entity(entity), 30).unwrap();
        let known = &article.entities[entity];
        let says = |quote: &usize| article.quotes[*quote].speakers.iter().any(|one| one.entity == Some(entity));
        let quotes = super::super::places::listed_quotes(&article).into_iter().filter(says).count();
        let mut expected = Vec::new();
        let mut aliases = known.aliases.clone();
        aliases.retain(|alias| *alias != known.name);
        if !aliases.is_empty() {
            expected.push((Heading::Aliases, aliases.len()));
        }
        if !known.mentions.is_empty() {
            expected.extend([(Heading::First, 0), (Heading::Mentions, known.mentions.len())]);
        }
        if quotes > 0 {
            expected.push((Heading::Quotes, quotes));
        }
        with_all += usize::from(expected.len() == 4);
        assert_eq!(headings(&details), expected, "{}", known.name);
    }
    assert!(with_all > 0, "some entity has all of it");
}

#[test]
fn a_quotation_has_its_speaker_its_cue_and_every_word() {
    let article = seed();
    for (index, quote) in article.quotes.iter().enumerate() {
        for width in [10, 31, 78] {
            let details = Details::of(&article, Target::Quote(index), width).unwrap();
            let found: Vec<Heading> = headings(&details).into_iter().map(|(heading, _)| heading).collect();
            assert_eq!(found.contains(&Heading::Speakers), !quote.speakers.is_empty());
            assert_eq!(found.contains(&Heading::Cue), quote.cue.is_some());
            assert_eq!(found.contains(&Heading::Via), quote.via.is_some());
            let words = details.lines.iter().position(|line| matches!(line, DetailLine::Heading(Heading::Words, _)));
            // Rows count bytes of their part: each part begins anew at 0.
            let mut bytes = 0;
            for line in &details.lines[words.unwrap()..] {
                if let DetailLine::Text { row, goal, .. } = line {
                    bytes += row.bytes.len();
                    assert_eq!(goal.is_some(), matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed));
                }
            }
            let all: usize = quote.spans.iter().map(|span| article.text(span).len()).sum();
            assert_eq!(bytes, all, "quotation {index} at {width} columns");
        }
    }
}

#[test]
fn details_open_and_close_step_by_step() {
    let mut state = reader();
    let open = |state: &State| (state.details().is_some(), state.focus(), state.tab());
    let steps = [
        (Action::Details, (false, Focus::Article, Tab::Entities)),
        (SwitchFocus, (false, Focus::Sidebar, Tab::Entities)),
        (Action::Details, (true, Focus::Sidebar, Tab::Entities)),
        (Action::Details, (false, Focus::Sidebar, Tab::Entities)),
        (Action::Details, (true, Focus::Sidebar, Tab::Entities)),
        (Close, (false, Focus::Sidebar, Tab::Entities)),
        (Close, (false, Focus::Article, Tab::Entities)),
        (ShowTab(Tab::Quotes), (false, Focus::Sidebar, Tab::Quotes)),
        (Action::Details, (true, Focus::Sidebar, Tab::Quotes)),
        (SwitchFocus, (true, Focus::Article, Tab::Quotes)),
        (ShowTab(Tab::Outline), (false, Focus::Sidebar, Tab::Outline)),
        (Action::Details, (false, Focus::Sidebar, Tab::Outline)),
        (ShowTab(Tab::Quotes), (false, Focus::Sidebar, Tab::Quotes)),
        (SwitchFocus, (false, Focus::Article, Tab::Quotes)),
        // From the text: of what is selected there.
        (Action::Stops(1), (false, Focus::Article, Tab::Quotes)),
        (Action::Details, (true, Focus::Sidebar, Tab::Entities)),
        (Action::Search, (false, Focus::Sidebar, Tab::Entities)),
    ];
    for (number, (action, expected)) in steps.into_iter().enumerate() {
        state.update(action);
        assert_eq!(open(&state), expected, "step {number}: {action:?}");
    }
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Outline), Action::Details]);
    assert_eq!(state.message(), Some("there is no more about this"));
}

#[test]
fn the_chosen_row_stays_chosen_and_in_view_at_every_width() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Quotes), Action::Details, Last]);
    let before = (state.details().unwrap().cursor(), state.details().unwrap().top);
    for (columns, rows) in [(200, 50), (70, 12), (40, 8), (120, 3), (80, 24)] {
        all(&mut state, &[Resize(columns, rows)]);
        let (details, height) = (state.details().unwrap(), usize::from(state.list_height()));
        let cursor = details.cursor().unwrap();
        assert!(matches!(details.lines[cursor], DetailLine::Text { .. }));
        assert!(height == 0 || (details.top..details.top + height).contains(&cursor), "{columns}x{rows}");
    }
    assert_eq!((state.details().unwrap().cursor(), state.details().unwrap().top), before);
}

#[test]
fn clicks_choose_and_then_jump() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Action::Details]);
    let list = state.areas().list;
    let row = state
        .details()
        .unwrap()
        .lines
        .iter()
        .position(|line| matches!(line, DetailLine::Mention(_, goal) if goal.mention == 1));
    let row = row.unwrap();
    let at = (list.x + 3, list.y + u16::try_from(row).unwrap());
    assert!(at.1 < list.bottom());
    all(&mut state, &[Action::Click(at.0, at.1)]);
    assert_eq!((state.details().unwrap().cursor(), state.selection()), (Some(row), None));
    all(&mut state, &[Action::Click(at.0, at.1)]);
    assert_eq!(state.selection(), Some(Selection { target: Target::Entity(0), mention: 1 }));
}

#[test]
fn an_article_that_changes_has_no_old_details() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Action::Details]);
    state.annotate(vec![], vec![]);
    assert!(state.details().is_none());
}

/// Found by a critic: every change of the screen made them anew.
#[test]
fn details_are_made_anew_only_at_another_width() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Action::Details]);
    let name = |state: &State| match &state.details().unwrap().lines[0] {
        DetailLine::Name(row) => std::sync::Arc::clone(row),
        other => panic!("{other:?}"),
    };
    let before = name(&state);
    all(&mut state, &[Resize(80, 12), ToggleHelp, ToggleHelp]);
    assert!(std::sync::Arc::ptr_eq(&before, &name(&state)));
    all(&mut state, &[Resize(40, 12)]);
    assert!(!std::sync::Arc::ptr_eq(&before, &name(&state)));
}

/// Found by a critic: they were closed where there were no others to open.
#[test]
fn details_stay_open_where_the_selection_has_none() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Quotes), Action::Details, SwitchFocus]);
    state.selection = Some(Selection { target: Target::Heading(10), mention: 0 });
    all(&mut state, &[Action::Details]);
    assert_eq!(state.message(), Some("there is no more about this"));
    assert_eq!((state.details().is_some(), state.focus()), (true, Focus::Article));
}

#[test]
fn another_name_leads_to_its_first_mention() {
    let article = seed();
    let mut led = 0;
    for (index, entity) in article.entities.iter().enumerate() {
        let details = Details::of(&article, Target::Entity(index), 200).unwrap();
        let lines = details.lines.iter().skip_while(|l| !matches!(l, DetailLine::Heading(Heading::Aliases, _))).skip(1);
        let goals = lines.map_while(|line| match line {
            DetailLine::Text { goal, .. } => Some(goal.map(|goal| goal.mention)),
            _ => None,
        });
        let aliases = entity.aliases.iter().filter(|alias| **alias != entity.name);
        for (goal, alias) in goals.zip(aliases) {
            let first = entity.mentions.iter().position(|mention| article.text(&mention.span) == alias);
            assert_eq!(goal, first, "{alias}");
            led += usize::from(goal.is_some());
        }
    }
    assert!(led > 0);
}
