//! The language of the interface: which one, and what it says.
//!
//! Every text that a person sees on screen is asked of a [`Tongue`] by name, never written where it is used:
//!
//! ```
//! use newsreader::tongue::{Text, Tongue};
//! let tongue = Tongue::of_tag("ar-EG").expect("Arabic is spoken here");
//! assert_eq!(tongue.text(Text::MenuCopy), "نسخ");
//! assert_eq!(tongue.per_cent_of(43, 100), "٤٣٪");
//! assert!(tongue.is_rtl());
//! ```
//!
//! The words stand in `assets/lang/*.ftl` (Project Fluent), one file a language, built into the program. Only the file of
//! the language that is used is parsed, when the first text is asked for. Numbers are written by ICU4X with the data of
//! CLDR. Pure: the same question has the same answer always.

mod bundle;
mod dates;
mod texts;

use unic_langid::LanguageIdentifier;
use unic_langid::subtags::Region;

pub use texts::{MESSAGES, Text};

/// The languages that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// English.
    #[default]
    English,
    /// Hebrew.
    Hebrew,
    /// Persian.
    Persian,
    /// Urdu.
    Urdu,
    /// Russian.
    Russian,
    /// French.
    French,
}

impl Language {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Arabic, Self::English, Self::Hebrew, Self::Persian, Self::Urdu, Self::Russian, Self::French];

    /// Its tag (ISO 639-1).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
            Self::Hebrew => "he",
            Self::Persian => "fa",
            Self::Urdu => "ur",
            Self::Russian => "ru",
            Self::French => "fr",
        }
    }

    /// The language of a tag, by its first subtag. Hebrew was `iw` once, and Dari is written as Persian is.
    fn of_subtag(subtag: &str) -> Option<Self> {
        match subtag {
            "iw" => Some(Self::Hebrew),
            "prs" => Some(Self::Persian),
            _ => Self::ALL.into_iter().find(|language| language.tag() == subtag),
        }
    }

    fn is_rtl(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew | Self::Persian | Self::Urdu)
    }
}

/// A language of the interface as it is used somewhere: the region decides which digits are written. A small handle; the
/// words stay where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Tongue {
    language: Language,
    region: Option<Region>,
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        Self { language, region: None }
    }
}

impl Tongue {
    /// The tongue of a language tag (BCP 47) or of the name of a locale: `ar`, `fa-IR`, `he_IL.UTF-8`. None for
    /// languages that the interface does not speak.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next()?;
        let tag: LanguageIdentifier = tag.parse().ok()?;
        let language = Language::of_subtag(tag.language.as_str())?;
        Some(Self { language, region: tag.region })
    }

    /// The tongue of the locale for messages, as POSIX looks for it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
    /// that is set and not empty. English where that is none of the languages.
    #[must_use]
    pub fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let locale = names.filter_map(variable).find(|value| !value.is_empty());
        locale.and_then(|locale| Self::of_tag(&locale)).unwrap_or_default()
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// Whether it is written from right to left; the interface's own lines begin on that side.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self.language.is_rtl()
    }

    /// A text of which nothing depends on the occasion.
    #[must_use]
    pub fn text(self, text: Text) -> String {
        self.say(text.id(), &[])
    }

    /// A number as the locale writes it: `1,234`, `١٬٢٣٤`, `1 234`.
    #[must_use]
    pub fn number(self, number: usize) -> String {
        self.with_bundle(|bundle| bundle.number(number, true))
    }

    /// How many hundredths of `all` `part` is: `43%`, `٤٣٪`, `43 %`.
    #[must_use]
    pub fn per_cent_of(self, part: usize, all: usize) -> String {
        let per_cent = part.min(all) as u128 * 100 / all.max(1) as u128;
        let number = self.number(usize::try_from(per_cent).unwrap_or(100));
        let digits = if number.bytes().all(|byte| byte.is_ascii_digit()) { "latn" } else { "native" };
        self.per_cent(&number, digits)
    }

    /// A key and what it does.
    #[must_use]
    pub fn key_hint(self, key: &str, what: Text) -> String {
        self.hint(key, &self.text(what))
    }
}

#[cfg(test)]
mod tests;
