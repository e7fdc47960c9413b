//! An article in the making, for formats that have no blocks, ids or places of their own.

use oxiri::{Iri, IriRef};
use serde_json::Map;
use serde_json_borrow::Value;

use super::fault::{Fault, Remedy, Warning};
use super::fields::{self, Fields};
use super::json::Notes;
use super::path::Path;
use super::{html, language, plain};
use crate::article::{Agent, Article, Block, BlockDetails, BlockKind, DeclaredDirection, Details, Entity, EntityKind};

/// Collects blocks and metadata; [`Draft::finish`] gives ids and settles the language.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) article: Article,
    pub(crate) notes: Notes,
}

impl Draft {
    /// A draft of an article whose format has this name; the name is kept in its provenance.
    pub(crate) fn new(format: &str) -> Self {
        let mut draft = Self::default();
        draft.keep("sourceFormat", format);
        draft
    }

    /// Keeps a value of the source that the article has no field for.
    pub(crate) fn keep(&mut self, key: &str, value: &str) {
        let provenance = self.article.provenance.get_or_insert_with(Map::new);
        provenance.insert(key.to_owned(), value.into());
    }

    /// The headline, as the first block.
    pub(crate) fn headline(&mut self, raw: Option<&str>) {
        let Some(text) = raw.map(html::inline).filter(|text| !text.is_empty()) else { return };
        if self.article.headline.is_none() {
            self.article.headline = Some(text.clone());
            self.push(BlockKind::Headline, &text);
        }
    }

    /// One block of text.
    pub(crate) fn push(&mut self, kind: BlockKind, text: &str) {
        if !text.trim().is_empty() {
            self.article.blocks.push(Block { kind, text: text.trim().into(), ..Block::default() });
        }
    }

    /// A summary, in the metadata only.
    pub(crate) fn description(&mut self, raw: Option<&str>) {
        let text = raw.map(html::inline).filter(|text| !text.is_empty());
        self.article.description = self.article.description.take().or(text);
    }

    /// The text of an article, whether HTML or plain. A repetition of the headline as its first
    /// block is left out.
    pub(crate) fn body(&mut self, raw: &str) {
        if html::is_html(raw) || !raw.contains('<') && raw.contains("&lt;") {
            self.html(raw);
        } else {
            self.plain(raw);
        }
    }

    /// The same, where it is known to be HTML.
    pub(crate) fn html(&mut self, raw: &str) {
        let mut blocks = html::blocks(raw);
        let repeats = |block: &Block| {
            matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
                && self.article.headline.as_deref() == Some(&*block.text)
        };
        if blocks.first().is_some_and(repeats) {
            blocks.remove(0);
        }
        self.warn_if_cut(blocks.last().map(|block| &*block.text));
        self.article.blocks.extend(blocks);
    }

    /// The same, where it is known to be plain text.
    pub(crate) fn plain(&mut self, raw: &str) {
        let text = html::decode(raw);
        let pieces = plain::pieces(&text);
        let repeated = pieces.len() > 1
            && pieces.first().is_some_and(|piece| self.article.headline.as_deref() == Some(piece.text.as_str()));
        self.warn_if_cut(pieces.last().map(|piece| piece.text.as_str()));
        for piece in pieces.iter().skip(usize::from(repeated)) {
            self.push(BlockKind::Paragraph, &piece.text);
        }
    }

    /// A summary in place of the text that is missing.
    pub(crate) fn summary(&mut self, raw: &str) {
        self.notes.warn(&Path::ROOT, Fault::SummaryOnly, Remedy::Kept);
        self.body(raw);
    }

    /// Whether there is any text but the headline.
    pub(crate) fn has_body(&self) -> bool {
        self.article
            .blocks
            .iter()
            .any(|block| !matches!(block.kind, BlockKind::Headline | BlockKind::Image | BlockKind::Separator))
    }

    fn warn_if_cut(&mut self, last: Option<&str>) {
        let cut = |text: &str| {
            let count = text.trim_end().strip_suffix(" chars]")?.rsplit_once("[+")?.1;
            count.bytes().all(|byte| byte.is_ascii_digit()).then_some(())
        };
        if last.and_then(cut).is_some() {
            self.notes.warn(&Path::ROOT, Fault::CutShort, Remedy::Kept);
        }
    }

    /// The people in a value: a string, an object with a name, or a list of those.
    pub(crate) fn authors(&mut self, value: Option<&Value<'_>>) {
        let Some(value) = value else { return };
        let urls: Vec<(String, Option<String>)> = match value {
            Value::Array(list) => list.iter().filter_map(agent).collect(),
            _ => agent(value).into_iter().collect(),
        };
        for (name, url) in urls {
            let name = html::inline(&name);
            if !name.is_empty() && self.article.authors.iter().all(|author| author.name != name) {
                self.article.authors.push(Agent { name, url, ..Agent::default() });
            }
        }
    }

    /// The publisher, by name or as an object with one.
    pub(crate) fn publisher(&mut self, value: Option<&Value<'_>>) {
        let found = value.and_then(|value| match value {
            Value::Array(list) => list.iter().find_map(agent),
            _ => agent(value),
        });
        let found = found.map(|(name, url)| (html::inline(&name), url)).filter(|(name, _)| !name.is_empty());
        if let Some((name, url)) = found
            && self.article.publisher.is_none()
        {
            self.article.publisher = Some(Agent { name, url, ..Agent::default() });
        }
    }

    /// Keywords: a list, or one string with commas.
    pub(crate) fn keywords(&mut self, value: Option<&Value<'_>>) {
        for keyword in value.map(list_of_words).unwrap_or_default() {
            if !self.article.keywords.contains(&keyword) {
                self.article.keywords.push(keyword);
            }
        }
    }

    /// Sections: a list, or one string with commas.
    pub(crate) fn sections(&mut self, value: Option<&Value<'_>>) {
        self.article.sections.extend(value.map(list_of_words).unwrap_or_default());
    }

    /// Address of the article.
    pub(crate) fn url(&mut self, url: Option<&str>) {
        let url = url.map(str::trim).filter(|url| !url.is_empty()).map(str::to_owned);
        self.article.url = self.article.url.take().or(url);
    }

    /// Dates of publication and of the last change.
    pub(crate) fn dates(&mut self, published: Option<&Value<'_>>, modified: Option<&Value<'_>>) {
        self.article.date_published = self.date("datePublished", published);
        self.article.date_modified = self.date("dateModified", modified);
    }

    /// An ISO 8601 date; what had to be changed to become one is kept as it was.
    fn date(&mut self, key: &str, value: Option<&Value<'_>>) -> Option<String> {
        let raw = match value? {
            Value::Str(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let date = super::dates::iso(&raw)?;
        if date != raw {
            self.keep(key, &raw);
        }
        Some(date)
    }

    /// The direction of the whole article, where the file states one that means something.
    pub(crate) fn direction(&mut self, stated: Option<&str>) {
        let stated = stated.and_then(|dir| DeclaredDirection::from_name(&dir.to_lowercase()));
        self.article.direction = stated.unwrap_or_default();
    }

    /// Somebody or something the article is about, without a place in the text.
    pub(crate) fn entity(&mut self, name: &str, kind: EntityKind, source_type: Option<&str>, same_as: Vec<String>) {
        let name = html::inline(name);
        if name.is_empty() {
            return;
        }
        let known = self.article.entities.iter_mut().find(|known| known.name == name && known.kind == kind);
        match known {
            Some(entity) => entity.same_as.extend(same_as),
            None => self.article.entities.push(Entity {
                name,
                kind,
                source_type: source_type.map(str::to_owned),
                same_as,
                ..Entity::default()
            }),
        }
    }

    /// Makes links that are relative to the article's address absolute (RFC 3986, section 5).
    fn resolve_links(&mut self) {
        let Some(base) = self.article.url.as_deref().and_then(|url| Iri::parse(url).ok()) else { return };
        let relative = |url: &&mut String| Iri::parse(url.as_str()).is_err();
        // To write to the details of a block without any would make them.
        let blocks = self.article.blocks.iter_mut().filter(|block| block.details != Details::default());
        let urls = blocks.flat_map(|block| {
            let BlockDetails { url, marks, .. } = &mut *block.details;
            url.iter_mut().chain(marks.iter_mut().flat_map(|mark| &mut mark.url))
        });
        for url in urls.filter(relative) {
            let absolute = IriRef::parse(url.as_str()).and_then(|relative| base.resolve(&relative));
            if let Ok(absolute) = absolute {
                *url = absolute.into_inner();
            }
        }
    }

    /// The article; `language` as the file states it.
    pub(crate) fn finish(mut self, language: Option<&str>) -> (Article, Vec<Warning>) {
        self.resolve_links();
        let article = &mut self.article;
        for (number, block) in article.blocks.iter_mut().enumerate() {
            block.id = compact_str::format_compact!("b{:02}", number + 1);
        }
        for (number, entity) in article.entities.iter_mut().enumerate() {
            entity.id = format!("e{:02}", number + 1);
            entity.mentions.sort_by(|a, b| a.span.cmp(&b.span));
        }
        for (number, quote) in article.quotes.iter_mut().enumerate() {
            quote.id = format!("q{:02}", number + 1);
        }
        let texts = article.blocks.iter().map(|block| &*block.text);
        article.language = language::settle(language, texts, &mut self.notes);
        (self.article, self.notes.warnings)
    }
}

/// Name and address of a person or organisation.
fn agent(value: &Value<'_>) -> Option<(String, Option<String>)> {
    if let Some(name) = value.as_str() {
        return Some((name.trim().to_owned(), None)).filter(|(name, _)| !name.is_empty());
    }
    let fields = Fields::of(value)?;
    let name = fields.text(&["name", "byline", "title", "label", "@id"])?.trim().to_owned();
    let url = fields.text(&["url", "uri"]).map(str::to_owned);
    Some((name, url))
}

fn list_of_words(value: &Value<'_>) -> Vec<String> {
    let words: Vec<String> = match value {
        Value::Str(text) => text.split([',', ';', '،']).map(|word| word.trim().to_owned()).collect(),
        _ => fields::names(value),
    };
    words.iter().map(|word| html::inline(word)).filter(|word| !word.is_empty()).collect()
}

/// The address of something that a file identifies by one, or by its number in Wikidata (`Q85`, `Wikidata:Q85`).
pub(crate) fn address(id: &str) -> Option<String> {
    let id = id.trim();
    if id.contains("://") && !id.contains(char::is_whitespace) {
        return Some(id.to_owned());
    }
    let number = id.rsplit(':').next()?;
    let digits = number.strip_prefix('Q')?;
    let known = !digits.is_empty() && digits.len() < 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    known.then(|| format!("http://www.wikidata.org/entity/{number}"))
}

/// Our type for what other tools call an entity.
pub(crate) fn entity_kind(source: &str) -> EntityKind {
    let upper = source.trim().to_uppercase().replace(['-', ' '], "_");
    let name = upper.strip_prefix("B_").or_else(|| upper.strip_prefix("I_")).unwrap_or(&upper);
    match name {
        "PERSON" | "PER" | "PERS" | "PEOPLE" | "PERSONTYPE" | "PERSONNAME" => EntityKind::Person,
        "ORG" | "ORGANIZATION" | "ORGANISATION" | "COMPANY" | "ORGANIZATIONS" | "INSTITUTION" | "CORPORATION" => {
            EntityKind::Org
        }
        "LOC" | "LOCATION" | "GPE" | "WIKI_LOC" | "FAC" | "FACILITY" | "PLACE" | "CITY" | "COUNTRY"
        | "STATE_OR_PROVINCE" | "GEO" | "ADDRESS" | "PLACES" => EntityKind::Place,
        "EVENT" | "EVE" => EntityKind::Event,
        "WORK_OF_ART" | "WOA" | "WORK" | "TITLE_OF_WORK" => EntityKind::Work,
        "PRODUCT" | "PROD" | "CONSUMER_GOOD" | "COMMERCIAL_ITEM" | "DUC" => EntityKind::Product,
        "LAW" => EntityKind::Law,
        "NORP" | "NATIONALITY" | "RELIGION" | "IDEOLOGY" | "GROUP" => EntityKind::Group,
        "DATE" | "TIME" | "DATETIME" | "DURATION" | "SET" | "TIMEX" => EntityKind::Date,
        "CARDINAL" | "ORDINAL" | "NUMBER" | "QUANTITY" | "PERCENT" | "NUM" => EntityKind::Number,
        "MONEY" | "PRICE" | "CURRENCY" => EntityKind::Money,
        _ => EntityKind::Other,
    }
}
