//! Contrast of everything that is painted, on every ground, for every number of colours.
#![allow(clippy::unwrap_used)]

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;
use crate::article::{Article, Block, BlockKind, BlockRole, Entity, EntityKind, MarkKind, Mention, Span};
use crate::reader::{Action, Settings, State};
use crate::terminal::rgb_of;
use crate::tongue::Tongue;
use crate::view::{self, theme};

/// Palettes of the sixteen, from black to white: xterm, VGA, Tango, GNOME, Windows (Campbell), Windows before 2017, macOS Terminal.
const PALETTES: [(&str, [u32; 16]); 7] = [
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
            0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "VGA",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555,
            0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    (
        "Tango",
        [
            0x2e_3436, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a, 0xd3_d7cf, 0x55_5753,
            0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8, 0x34_e2e2, 0xee_eeec,
        ],
    ),
    (
        "GNOME",
        [
            0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc, 0x5e_5c64,
            0xf6_6151, 0x33_da7a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
        ],
    ),
    (
        "Campbell",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, 0x76_7676,
            0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    (
        "Windows console",
        [
            0x00_0000, 0x80_0000, 0x00_8000, 0x80_8000, 0x00_0080, 0x80_0080, 0x00_8080, 0xc0_c0c0, 0x80_8080,
            0xff_0000, 0x00_ff00, 0xff_ff00, 0x00_00ff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "macOS",
        [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf, 0x66_6666,
            0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
    ),
];

/// Grounds of usual colour schemes, and the greys for which it is hardest.
const GROUNDS: [Rgb; 12] = [
    (0, 0, 0),
    (0x1d, 0x1f, 0x21),
    (0x2e, 0x34, 0x36),
    (0x00, 0x2b, 0x36),
    (0x30, 0x0a, 0x24),
    (0x11, 0x5a, 0x9a),
    (118, 118, 118),
    (119, 119, 119),
    (0xd3, 0xd7, 0xcf),
    (0xfd, 0xf6, 0xe3),
    (0xff, 0xff, 0xdd),
    (255, 255, 255),
];

fn rgb_of_number(number: u32) -> Rgb {
    let [_, red, green, blue] = number.to_be_bytes();
    (red, green, blue)
}

/// Every style that the view paints: on letters, and on a line.
fn styles() -> Vec<Style> {
    let roles = std::iter::once(None).chain(BlockRole::ALL.iter().copied().map(Some));
    let mut styles: Vec<Style> = roles
        .flat_map(|role| BlockKind::ALL.iter().map(move |&kind| Block { kind, role, ..Block::default() }))
        .map(|block| theme::block(&block))
        .collect();
    styles.extend(EntityKind::ALL.iter().map(|&kind| theme::group(kind)));
    styles.extend([theme::QUIET, theme::STRONG, theme::STATUS, theme::PLACE]);
    let marks: Vec<Style> = MarkKind::ALL.iter().map(|&kind| theme::mark(kind)).collect();
    let over = [theme::CURRENT, theme::OTHER, theme::CHOSEN, theme::QUIET];
    // What lies on what: marks on text, what was jumped to on both, a quiet count in a chosen line.
    let laid: Vec<Style> =
        styles.iter().flat_map(|base| marks.iter().chain(&over).map(|top| base.patch(*top))).collect();
    let chosen: Vec<Style> = styles.iter().map(|top| theme::CHOSEN.patch(*top)).collect();
    styles.extend(laid);
    styles.extend(chosen);
    styles
}

fn painted(palette: &Palette, style: Style, symbol: &str) -> Cell {
    let mut frame = Buffer::empty(Rect::new(0, 0, 1, 1));
    frame[(0, 0)].set_symbol(symbol).set_style(style);
    palette.paint(&mut frame);
    frame[(0, 0)].clone()
}

/// The least contrast of all styles, where `shown` tells what a colour looks like; what is meant by `Reset`
/// is `text` on `ground`.
fn assert_legible(
    palette: &Palette,
    shown: impl Fn(Color) -> Option<Rgb>,
    (text, ground): (Rgb, Rgb),
    least: f64,
    name: &str,
) {
    for style in styles() {
        let cell = painted(palette, style, "a");
        let (fg, bg) = (shown(cell.fg).unwrap_or(text), shown(cell.bg).unwrap_or(ground));
        let found = contrast(fg, bg);
        assert!(found >= least, "{name}: {style:?} is {found:.2} as {cell:?}");
        assert!(!cell.modifier.contains(Modifier::DIM), "{name}: nobody knows how dim {style:?} is");
    }
}

#[test]
fn everything_can_be_read_on_every_ground_that_is_known() {
    for depth in [ColourDepth::Indexed256, ColourDepth::True] {
        for ground in GROUNDS {
            for text in [None, Some(furthest(ground)), Some((0x80, 0x80, 0x80))] {
                let paper = Paper { depth, ground: Some(ground), text, background: None };
                // What a terminal that does not tell its text colour may have; one that tells is taken at its word.
                let text = text.unwrap_or(furthest(ground));
                for theme in [Theme::Auto, Theme::Dark, Theme::Light, Theme::Contrast] {
                    let palette = Palette::of(theme, paper);
                    let least = if theme == Theme::Contrast { HIGH } else { ENOUGH };
                    assert_legible(&palette, rgb_of, (text, ground), least, &format!("{theme:?} {paper:?}"));
                }
            }
        }
    }
}

#[test]
fn themes_that_were_asked_for_bring_their_ground_where_none_is_known() {
    for depth in [ColourDepth::Indexed256, ColourDepth::True] {
        for theme in [Theme::Dark, Theme::Light, Theme::Contrast] {
            let palette = Palette::of(theme, Paper { depth, ..Paper::default() });
            // Neither is used.
            let unknown = ((1, 1, 1), (1, 1, 1));
            let least = if theme == Theme::Contrast { HIGH } else { ENOUGH };
            assert_legible(&palette, rgb_of, unknown, least, &format!("{theme:?} {depth:?}"));
        }
    }
}

#[test]
fn the_sixteen_can_be_read_in_the_usual_palettes() {
    for (name, palette) in PALETTES {
        let shown = |colour: Color| {
            let number = (0..16u8).find(|&n| crate::terminal::ansi_number(colour) == Some(n))?;
            Some(rgb_of_number(palette[usize::from(number)]))
        };
        let (black, white) = (rgb_of_number(palette[0]), rgb_of_number(palette[15]));
        for depth in [ColourDepth::Ansi16, ColourDepth::True] {
            for theme in Theme::ALL.into_iter().filter(|&theme| depth == ColourDepth::Ansi16 || theme == Theme::Sixteen)
            {
                for (ground, background) in [
                    (black, Background::Dark),
                    ((0, 0, 0), Background::Dark),
                    (white, Background::Light),
                    ((255, 255, 255), Background::Light),
                ] {
                    for known in [None, Some(ground)] {
                        let paper = Paper { depth, ground: known, text: None, background: Some(background) };
                        let text = furthest(ground);
                        assert_legible(
                            &Palette::of(theme, paper),
                            shown,
                            (text, ground),
                            ENOUGH,
                            &format!("{name} {theme:?} {paper:?}"),
                        );
                    }
                    // Nobody says anything: whatever the ground is, there is nothing on it that cannot be read.
                    let paper = Paper { depth, ..Paper::default() };
                    assert_legible(
                        &Palette::of(theme, paper),
                        shown,
                        (furthest(ground), ground),
                        ENOUGH,
                        &format!("{name} {theme:?} unknown"),
                    );
                }
            }
        }
    }
}

#[test]
fn without_colours_there_are_none() {
    for theme in Theme::ALL {
        let palette =
            Palette::of(theme, Paper { depth: ColourDepth::None, ground: Some((0, 0, 0)), ..Paper::default() });
        for style in styles() {
            let cell = painted(&palette, style, "a");
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{theme:?}");
        }
    }
}

/// CIE 1976 L*a*b* for D65, and the distance in it (CIE76): 2.3 can just be told apart.
fn distance(one: Rgb, other: Rgb) -> f64 {
    let lab = |colour: Rgb| {
        let linear = |c: u8| luminance((c, c, c));
        let (r, g, b) = (linear(colour.0), linear(colour.1), linear(colour.2));
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        let y = f(luminance(colour));
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    lab(one).iter().zip(lab(other)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn inks_of_groups_are_far_apart_also_for_who_is_colour_blind() {
    for (tints, least) in [(&DARK, 24.0), (&LIGHT, 13.0), (&CONTRAST, 24.0)] {
        for sight in Sight::ALL {
            // The first ink is for bylines, not for a group.
            for (at, &one) in tints.inks.iter().enumerate().skip(1) {
                for &other in &tints.inks[1..at] {
                    let found = distance(sight.seen(one), sight.seen(other));
                    assert!(found >= least, "{sight:?}: {one:?} and {other:?}: {found:.1}");
                }
            }
            for ink in tints.inks {
                let found = contrast(sight.seen(ink), sight.seen(tints.ground));
                assert!(found >= tints.least, "{sight:?}: {ink:?}: {found:.1}");
            }
        }
    }
}

/// All types beside each other, without any colour: each has its sign and its name.
#[test]
fn types_are_told_apart_without_colours() {
    let mut state = State::new(all_types(), Settings::of_size((120, 60)));
    let mut frame = view::draw(&mut state);
    Palette::of(Theme::Auto, Paper { depth: ColourDepth::None, ..Paper::default() }).paint(&mut frame);
    let rows: Vec<String> = (0..60)
        .map(|y| {
            (76..120)
                .map(|x| frame[(x, y)].symbol().to_owned())
                .collect::<String>()
                .trim_matches([' ', '│', '┃'])
                .to_owned()
        })
        .collect();
    for &kind in EntityKind::ALL {
        let heading = format!("{} {}", theme::sign(kind), Tongue::default().text(theme::group_title(kind)));
        assert!(rows.iter().any(|row| row.starts_with(&heading)), "{heading}: {rows:#?}");
    }
}

/// In the text the sign stands beside the rows in which the selected entity occurs, where the margin has room for a blank
/// between: without one it would be read as part of the text.
#[test]
fn a_selected_mention_has_the_sign_of_its_type_beside_its_row() {
    for (at, &kind) in EntityKind::ALL.iter().enumerate() {
        let mut state = State::new(all_types(), Settings::of_size((200, 40)));
        state.update(Action::Stops(1));
        state.update(Action::Stops(isize::try_from(at).unwrap()));
        let frame = view::draw(&mut state);
        let text = state.areas().text;
        let signs: Vec<&str> = (0..text.height).map(|y| frame[(text.x - 2, y)].symbol()).collect();
        assert_eq!(signs.iter().filter(|&&sign| sign == theme::sign(kind)).count(), 1, "{kind:?}: {signs:?}");
        assert_eq!(signs.iter().filter(|sign| !sign.trim().is_empty()).count(), 1, "{kind:?}: {signs:?}");
    }
}

/// A paragraph for each type of entity, with one mention in it.
fn all_types() -> Article {
    let text = |kind: &EntityKind| format!("Here stands {kind:?} once.");
    let block = |kind| Block { text: text(kind).into(), ..Block::default() };
    let entity = |(block, kind): (usize, &EntityKind)| {
        let name = format!("{kind:?}");
        let span = Span { block, start: 12, end: 12 + name.len() };
        let mentions = vec![Mention { span, kind: None, confidence: None, extra: serde_json::Map::new() }];
        Entity { name, kind: *kind, mentions, ..Entity::default() }
    };
    Article {
        language: "en".into(),
        blocks: EntityKind::ALL.iter().map(block).collect(),
        entities: EntityKind::ALL.iter().enumerate().map(entity).collect(),
        ..Article::default()
    }
}
