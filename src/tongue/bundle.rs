//! One language's messages (Project Fluent), parsed when the first of them is asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

use super::{Language, Tongue};
use crate::article::script_direction;

/// First strong isolate, left-to-right isolate and pop directional isolate (UAX #9).
const FSI: char = '\u{2068}';
const LRI: char = '\u{2066}';
const PDI: char = '\u{2069}';

/// The name of a key: it is read from left to right, `Ctrl-O` in Arabic too.
pub(super) struct Key<'a>(pub(super) &'a str);

/// A message of this language, or a part of one.
pub(super) struct Said<'a>(pub(super) &'a str);

/// What a message speaks of.
pub(super) enum Argument<'a> {
    Number(usize),
    Key(Key<'a>),
    Text(&'a str),
    Said(Said<'a>),
}

/// The words of a language.
fn source(language: Language) -> &'static str {
    match language {
        Language::Arabic => include_str!("../../assets/lang/ar.ftl"),
        Language::English => include_str!("../../assets/lang/en.ftl"),
        Language::Hebrew => include_str!("../../assets/lang/he.ftl"),
        Language::Persian => include_str!("../../assets/lang/fa.ftl"),
        Language::Urdu => include_str!("../../assets/lang/ur.ftl"),
        Language::Russian => include_str!("../../assets/lang/ru.ftl"),
        Language::French => include_str!("../../assets/lang/fr.ftl"),
    }
}

thread_local! {
    /// ICU's formatters are not shared between threads; only the loop and the tests ask.
    static KNOWN: RefCell<HashMap<Tongue, Rc<Bundle>>> = RefCell::default();
}

pub(super) struct Bundle {
    rtl: bool,
    messages: FluentBundle<FluentResource>,
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
}

impl Bundle {
    fn new(tongue: Tongue) -> Self {
        let tag = tongue.identifier();
        let mut messages = FluentBundle::new(vec![tag.clone()]);
        // Isolates are put around what needs them here: FSI is not enough for the name of a key.
        messages.set_use_isolating(false);
        messages.set_formatter(Some(write_number));
        let rules = tag.clone();
        // Of a name that is taken already there is nothing to fear: the bundle is new.
        _ = messages.add_function("PLURAL", move |numbers, _| plural(&rules, numbers));
        // What is wrong in a file the tests find; the messages that are right are there all the same.
        let resource = FluentResource::try_new(source(tongue.language).to_owned());
        messages.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
        Self {
            rtl: tongue.is_rtl(),
            messages,
            grouped: formatter(&tag, GroupingStrategy::Auto),
            plain: formatter(&tag, GroupingStrategy::Never),
        }
    }

    pub(super) fn number(&self, number: usize, grouped: bool) -> String {
        let formatter = if grouped { &self.grouped } else { &self.plain };
        formatter.as_ref().map_or_else(|| number.to_string(), |formatter| formatter.format(&number.into()).to_string())
    }

    /// Words of any direction, isolated where they would disturb the words around them.
    pub(super) fn isolated(&self, text: &str) -> String {
        let stranger = self.rtl || script_direction(text) == Some(true) || text.chars().any(is_right_to_left);
        if stranger { format!("{FSI}{text}{PDI}") } else { text.to_owned() }
    }

    fn value<'a>(&self, argument: &Argument<'a>) -> FluentValue<'a> {
        match argument {
            // Numbers of this size are exact.
            Argument::Number(number) => FluentValue::Number(FluentNumber::new(*number as f64, Default::default())),
            Argument::Key(Key(key)) if self.rtl => format!("{LRI}{key}{PDI}").into(),
            Argument::Key(Key(text)) | Argument::Said(Said(text)) => (*text).into(),
            Argument::Text(text) => self.isolated(text).into(),
        }
    }

    fn say(&self, id: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        let pattern = self.messages.get_message(id)?.value()?;
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, self.value(value))).collect();
        let mut errors = Vec::new();
        Some(self.messages.format_pattern(pattern, Some(&arguments), &mut errors).into_owned())
    }
}

/// Whether a character has bidirectional class R or AL.
fn is_right_to_left(c: char) -> bool {
    matches!(unicode_bidi::bidi_class(c), unicode_bidi::BidiClass::R | unicode_bidi::BidiClass::AL)
}

/// The plural category of a number. Fluent's own comparison has CLDR 37 and counts 103 in Arabic as 100.
fn plural(tag: &LanguageIdentifier, numbers: &[FluentValue]) -> FluentValue<'static> {
    let Some(FluentValue::Number(number)) = numbers.first() else { return FluentValue::Error };
    let rules = tag.to_string().parse::<Locale>().ok();
    let rules = rules.and_then(|locale| PluralRules::try_new_cardinal(PluralRulesPreferences::from(&locale)).ok());
    let category = rules.map_or(PluralCategory::Other, |rules| rules.category_for(number.value as u64));
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
    .into()
}

fn formatter(tag: &LanguageIdentifier, grouping: GroupingStrategy) -> Option<DecimalFormatter> {
    let locale: Locale = tag.to_string().parse().ok()?;
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(grouping);
    DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), options).ok()
}

/// Writes the numbers inside messages.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(tag: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        formatter(&tag, GroupingStrategy::Auto).map(Self).ok_or(())
    }
}

fn write_number(value: &FluentValue, memory: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let number = Decimal::from(number.value as u64);
    memory.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&number).to_string()).ok()
}

impl Tongue {
    fn identifier(self) -> LanguageIdentifier {
        let mut tag: LanguageIdentifier = self.language.tag().parse().unwrap_or_default();
        tag.region = self.region;
        tag
    }

    /// Words that come from elsewhere, isolated where their direction may be another (UAX #9).
    #[must_use]
    pub fn isolated(self, text: &str) -> String {
        self.with_bundle(|bundle| bundle.isolated(text))
    }

    pub(super) fn with_bundle<R>(self, ask: impl FnOnce(&Bundle) -> R) -> R {
        let bundle =
            KNOWN.with_borrow_mut(|known| Rc::clone(known.entry(self).or_insert_with(|| Rc::new(Bundle::new(self)))));
        ask(&bundle)
    }

    /// The message `id`, or its name where there is none; a test sees to it that there is.
    pub(super) fn say(self, id: &str, arguments: &[(&'static str, Argument)]) -> String {
        self.with_bundle(|bundle| bundle.say(id, arguments)).unwrap_or_else(|| id.to_owned())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The file of a language, for tests that look at all of it.
    pub(in super::super) fn words(language: Language) -> &'static str {
        source(language)
    }
}
