//! The native format, `newsreader-article/1`: metadata named after schema.org `NewsArticle`,
//! anchors after W3C Web Annotation, offsets in code points of one block. Its schema is
//! `assets/newsreader.schema.json`.
//!
//! Reading is strict about what makes an article (`format`, the blocks and their text) and lenient
//! about everything else: a wrong value becomes a [`Warning`] and the rest of the file opens.

mod annotations;
mod blocks;
mod forms;
mod ids;
mod write;

use serde_json_borrow::Value;

use super::error::Problem;
use super::fault::{Fault, Remedy, Warning};
use super::json::{Notes, Object, type_name};
use super::locate::Locator;
use super::offsets::OffsetUnit;
use super::path::Path;
use crate::article::{Article, BlockKind, DeclaredDirection};
use annotations::Annotations;
use ids::Ids;

pub(crate) use forms::is_id;
pub use write::write;

/// The value of `format` in a native file.
pub const FORMAT: &str = "newsreader-article/1";

/// The language of an article that states none (BCP 47: undetermined).
const UNDETERMINED: &str = "und";

/// Key under which the raw mentions and anchors that could not be located are kept in `extra`. They
/// are written among the others again; in a file that has the key they are read like the others.
const UNLOCATED: &str = "x-newsreader-unlocated";

/// The keys of the top level that become fields of the article.
const INTERPRETED: &[&str] = &[
    "format",
    "id",
    "url",
    "headline",
    "alternativeHeadline",
    "description",
    "inLanguage",
    "direction",
    "publisher",
    "author",
    "datePublished",
    "dateModified",
    "dateline",
    "articleSection",
    "keywords",
    "license",
    "copyrightNotice",
    "offsetUnit",
    "blocks",
    "entities",
    "quotes",
    "provenance",
];

/// Reads a JSON value whose `format` says that it is native.
pub(super) fn read<'d>(value: &'d Value<'d>) -> Result<(Article, Vec<Warning>), Problem> {
    let Value::Object(map) = value else {
        return Err(Problem::NotAnObject { found: type_name(value) });
    };
    let root = Object::of(map, &Path::ROOT);
    let Some(list) = root.get("blocks") else {
        return Err(Problem::no_article(map));
    };
    let mut notes = Notes::default();
    let mut ids = Ids::collect(&root);
    let mut article = metadata(&root, &mut notes);
    let (blocks, block_ids) = blocks::read(list, &Path::ROOT.key("blocks"), &mut ids, &mut notes)?;
    article.blocks = blocks;
    check_headline(&mut article, &mut notes);

    let texts = article.blocks.iter().map(|block| (block.id.as_str(), &*block.text));
    let locator = Locator::new(texts, OffsetUnit::CodePoint);
    let mut annotations = Annotations::new(notes, ids, block_ids, locator);
    article.entities = annotations.entities(&root);
    article.quotes = annotations.quotes(&root);
    article.publisher = annotations.publisher(&root);
    article.authors = annotations.authors(&root);
    let warnings = annotations.into_warnings();
    Ok((article, warnings))
}

/// Everything that needs neither blocks nor entities.
fn metadata(root: &Object<'_, '_>, notes: &mut Notes) -> Article {
    let is_ours = |unit: &str| (unit == "codepoint").then_some(());
    root.one_of("offsetUnit", "offset unit of the native format", is_ours, &["codepoint"], notes);
    Article {
        id: forms::id(root, "id", notes).map(str::to_owned),
        url: root.string("url", notes),
        headline: root.string("headline", notes),
        alternative_headline: root.string("alternativeHeadline", notes),
        description: root.string("description", notes),
        language: main_language(root, notes),
        direction: root
            .one_of("direction", "direction", DeclaredDirection::from_name, DeclaredDirection::NAMES, notes)
            .unwrap_or_default(),
        date_published: forms::date(root, "datePublished", notes),
        date_modified: forms::date(root, "dateModified", notes),
        dateline: root.string("dateline", notes),
        sections: root.strings("articleSection", notes),
        keywords: root.strings("keywords", notes),
        license: root.string("license", notes),
        copyright_notice: root.string("copyrightNotice", notes),
        provenance: provenance(root, notes),
        extra: root.extra(INTERPRETED, &[], notes),
        ..Article::default()
    }
}

fn main_language(root: &Object<'_, '_>, notes: &mut Notes) -> String {
    if root.get("inLanguage").is_none() {
        notes.warn(root.path, Fault::Missing { key: "inLanguage" }, Remedy::ReadAs(UNDETERMINED.to_owned()));
    }
    forms::language(root, "inLanguage", notes)
        .filter(|language| !language.is_empty())
        .unwrap_or_else(|| UNDETERMINED.to_owned())
}

/// Kept as it is: nothing in it is interpreted.
fn provenance(root: &Object<'_, '_>, notes: &mut Notes) -> Option<serde_json::Map<String, serde_json::Value>> {
    let value = root.get("provenance")?;
    Object::new(value, &root.path.key("provenance"), notes)?;
    match value.into() {
        serde_json::Value::Object(map) => Some(map),
        _ => None,
    }
}

/// `headline` is a copy of the headline block's text; what the block says counts.
fn check_headline(article: &mut Article, notes: &mut Notes) {
    let path = Path::ROOT.key("headline");
    let block = article.blocks.iter().position(|block| block.kind == BlockKind::Headline);
    match (&article.headline, block) {
        (Some(_), None) => notes.warn(&path, Fault::NoHeadlineBlock, Remedy::Kept),
        (Some(stated), Some(index)) if **stated != *article.blocks[index].text => {
            let blocks = Path::ROOT.key("blocks");
            let block = blocks.index(index).to_string();
            notes.warn(&path, Fault::HeadlineDiffers { block }, Remedy::BlockCounts);
        }
        _ => {}
    }
    if let Some(index) = block {
        article.headline = Some(article.blocks[index].text.to_string());
    }
}
