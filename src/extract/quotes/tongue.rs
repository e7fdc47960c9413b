//! The languages that the tables know, and which one a block is in.

/// How many languages there are.
pub(super) const TONGUES: usize = 10;

/// A set of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tongue(pub(super) u16);

impl Tongue {
    pub(crate) const AR: Self = Self(1);
    pub(crate) const HE: Self = Self(2);
    pub(crate) const FA: Self = Self(4);
    pub(crate) const UR: Self = Self(8);
    pub(crate) const EN: Self = Self(16);
    pub(crate) const RU: Self = Self(32);
    pub(crate) const FR: Self = Self(64);
    pub(crate) const DE: Self = Self(128);
    pub(crate) const ES: Self = Self(256);
    pub(crate) const TR: Self = Self(512);
    /// Arabic, Persian or Urdu.
    pub(crate) const ARABIC_SCRIPT: Self = Self(1 | 4 | 8);
    pub(crate) const LATIN: Self = Self(16 | 64 | 128 | 256 | 512);

    /// Whether the two sets share a language.
    pub(crate) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The language of a block: that of the tag when the script of the text agrees, else what the
    /// script allows.
    pub(crate) fn of(tag: &str, text: &str) -> Self {
        let named = match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "ar" => Self::AR,
            "he" | "iw" => Self::HE,
            "fa" | "prs" => Self::FA,
            "ur" => Self::UR,
            "en" => Self::EN,
            "ru" | "uk" | "be" => Self::RU,
            "fr" => Self::FR,
            "de" => Self::DE,
            "es" => Self::ES,
            "tr" => Self::TR,
            _ => Self(0),
        };
        let script = Self::by_script(text);
        if named.is(script) { named } else { script }
    }

    /// The languages that the letters of the text allow; judged by its first letters.
    fn by_script(text: &str) -> Self {
        let [mut arabic, mut hebrew, mut cyrillic, mut latin, mut persian, mut urdu] = [0_u32; 6];
        for c in text.chars().filter(|c| c.is_alphabetic()).take(400) {
            match c {
                'ٹ' | 'ڈ' | 'ڑ' | 'ے' | 'ں' | 'ہ' | 'ھ' => urdu += 1,
                'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => persian += 1,
                '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' => arabic += 1,
                '\u{0590}'..='\u{05ff}' => hebrew += 1,
                '\u{0400}'..='\u{04ff}' => cyrillic += 1,
                _ => latin += 1,
            }
        }
        let perso = arabic + persian + urdu;
        if perso > hebrew.max(cyrillic).max(latin) {
            return match () {
                () if urdu * 25 > perso => Self::UR,
                () if persian * 25 > perso => Self::FA,
                () => Self(Self::AR.0 | Self::FA.0 | Self::UR.0),
            };
        }
        match () {
            () if hebrew > cyrillic.max(latin) => Self::HE,
            () if cyrillic > latin => Self::RU,
            () => Self::LATIN,
        }
    }
}
