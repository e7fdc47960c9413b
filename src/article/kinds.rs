//! The closed lists of the native format: block types, entity types, …
//!
//! One macro gives each list its names in the file, so that reading, writing and error messages
//! cannot disagree.

/// An enum whose variants have fixed names in files.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The names in files of every value, in the order of the schema.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// The name in files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of a name in a file, exactly as the schema writes it.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// What a block is.
    BlockKind {
        /// The article's headline.
        Headline = "headline",
        /// A heading inside the article.
        Heading = "heading",
        /// A paragraph.
        #[default]
        Paragraph = "paragraph",
        /// A quotation set apart.
        Blockquote = "blockquote",
        /// An item of a list.
        ListItem = "listItem",
        /// An image; its alternative text is shown.
        Image = "image",
        /// A link to another story.
        RelatedLink = "relatedLink",
        /// The name of the agency or paper, set on a line of its own.
        SourceLine = "sourceLine",
        /// Who wrote it.
        Byline = "byline",
        /// Where and when it was written.
        Dateline = "dateline",
        /// The caption of an image.
        Caption = "caption",
        /// Program text.
        Code = "code",
        /// A table.
        Table = "table",
        /// A rule between parts.
        Separator = "separator",
        /// Page furniture that came along ("Share", "Comments").
        Furniture = "furniture",
    }
}

named! {
    /// What a block stands for, when more is known than its form.
    BlockRole {
        /// The headline of another story, set between paragraphs.
        RelatedStory = "relatedStory",
        /// The opening paragraph.
        #[default]
        Lead = "lead",
        /// A sentence of the article, repeated large.
        Pullquote = "pullquote",
        /// A correction.
        Correction = "correction",
        /// An entry of a live blog.
        LiveUpdate = "liveUpdate",
        /// An advertisement.
        Advert = "advert",
    }
}

named! {
    /// A base direction as a file states it.
    DeclaredDirection {
        /// Right to left.
        Rtl = "rtl",
        /// Left to right.
        Ltr = "ltr",
        /// By the first strong character.
        #[default]
        Auto = "auto",
    }
}

named! {
    /// What an entity is.
    EntityKind {
        /// A person.
        Person = "PERSON",
        /// An organisation.
        Org = "ORG",
        /// A place.
        Place = "PLACE",
        /// An event.
        Event = "EVENT",
        /// A work of art, a book, a film.
        Work = "WORK",
        /// A product.
        Product = "PRODUCT",
        /// A law or treaty.
        Law = "LAW",
        /// A group of people (nationality, religion, party).
        Group = "GROUP",
        /// A date or period.
        Date = "DATE",
        /// A number.
        Number = "NUMBER",
        /// An amount of money.
        Money = "MONEY",
        /// Anything else.
        #[default]
        Other = "OTHER",
    }
}

named! {
    /// How a mention names its entity.
    MentionKind {
        /// By a name.
        #[default]
        Name = "name",
        /// By a description ("the Chinese minister").
        Nominal = "nominal",
        /// By a pronoun.
        Pronoun = "pronoun",
    }
}

named! {
    /// What a quotation is.
    QuoteKind {
        /// The speaker's own words, in quotation marks.
        #[default]
        Direct = "direct",
        /// Reported speech.
        Indirect = "indirect",
        /// Reported speech with quoted words in it.
        Mixed = "mixed",
        /// A name or scare-quoted word in quotation marks; nobody's speech.
        Term = "term",
    }
}

named! {
    /// What an inline mark is.
    MarkKind {
        /// A link.
        #[default]
        Link = "link",
        /// Strong emphasis.
        Strong = "strong",
        /// Emphasis.
        Em = "em",
        /// Underlined.
        Underline = "underline",
        /// Struck out.
        Strike = "strike",
        /// Program text.
        Code = "code",
        /// Subscript.
        Sub = "sub",
        /// Superscript.
        Sup = "sup",
    }
}
