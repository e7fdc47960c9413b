//! The native format, `newsreader-article/1`: metadata named after schema.org `NewsArticle`,
//! anchors after W3C Web Annotation, offsets in code points of one block. Its schema is
//! `assets/newsreader.schema.json`.
//!
//! Reading is strict about what makes an article (`format`, the blocks and their text) and lenient
//! about everything else: a wrong value becomes a [`Warning`] and the rest of the file opens.

mod annotations;
mod blocks;
mod forms;
mod giant;
mod ids;
mod parts;
mod write;

use super::error::Problem;
use super::fault::{Fault, Remedy, Warning};
use super::json::{Notes, Object};
use super::locate::{Locator, Texts};
use super::offsets::OffsetUnit;
use super::path::Path;
use super::progress::Progress;
use crate::article::{Article, BlockKind, DeclaredDirection};
use annotations::Annotations;
use blocks::Reading;
use ids::Ids;

pub(crate) use forms::is_id;
pub(super) use giant::Late;
use parts::List;
pub(super) use parts::{Parts, Refused};
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

/// An article; texts that its blocks are still to be given, see [`Late`]; and what is wrong in the file.
pub(super) type Read = (Article, Vec<Late>, Vec<Warning>);

/// Reads an object whose `format` says that it is native. `progress` is told about its blocks.
pub(super) fn read(parts: &Parts<'_>, progress: &Progress) -> Result<Read, Refused> {
    let top_level = parts.top_level()?;
    let root = Object::of(&top_level, &Path::ROOT);
    let Some(list) = parts.list("blocks") else {
        return Err(Problem::no_article(&top_level).into());
    };
    let mut notes = Notes::default();
    let mut ids = Ids::new(["blocks", "entities", "quotes"].into_iter().filter_map(|key| parts.list(key)).collect());
    let mut article = metadata(&root, &mut notes);
    // What has a place in the text needs the text at once.
    let bare = ["entities", "quotes"].into_iter().all(|key| parts.list(key).is_none_or(List::is_empty));
    let mut late = bare.then(Vec::new);
    let mut reading = Reading { ids: &mut ids, notes: &mut notes, late: &mut late, progress };
    article.blocks = blocks::read(list, &Path::ROOT.key("blocks"), &mut reading)?;
    check_headline(&mut article, &mut notes);

    let blocks = &article.blocks;
    let locator = Locator::new(Texts::Blocks(blocks), OffsetUnit::CodePoint);
    let mut annotations = Annotations::new(notes, ids, blocks, locator);
    let entities = annotations.entities(parts.list("entities"))?;
    let quotes = annotations.quotes(parts.list("quotes"))?;
    let publisher = annotations.publisher(&root);
    let authors = annotations.authors(&root);
    let warnings = annotations.into_warnings();
    Ok((Article { entities, quotes, publisher, authors, ..article }, late.unwrap_or_default(), warnings))
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
