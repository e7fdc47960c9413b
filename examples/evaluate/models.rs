//! Taggers from a folder in place of those of the program, so that a new one is measured without a build.

use std::path::Path;

use newsreader::article::Article;
use newsreader::extract::tagger::Tagger;
use newsreader::extract::{Annotations, annotate_with, tagger_of};

/// Taggers by language; none: those of the program.
#[derive(Default)]
pub(crate) struct Models(Option<Vec<(String, Tagger<'static>)>>);

impl Models {
    /// Reads every `xx.model` of a folder.
    pub(crate) fn read(folder: &Path) -> std::io::Result<Self> {
        let mut out = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(language) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".model")) else {
                continue;
            };
            // Kept to the end of the program, as those that are built in.
            let bytes: &'static [u8] = std::fs::read(&path)?.leak();
            let tagger =
                Tagger::read(bytes).ok_or_else(|| std::io::Error::other(format!("{}: no model", path.display())))?;
            out.push((language.to_owned(), tagger));
        }
        Ok(Self(Some(out)))
    }

    /// The tagger of a language.
    pub(crate) fn tagger(&self, language: &str) -> Option<&Tagger<'static>> {
        match &self.0 {
            None => tagger_of(language),
            Some(models) => models.iter().find(|(name, _)| name == language).map(|(_, tagger)| tagger),
        }
    }

    /// The names and quotations of an article.
    pub(crate) fn annotate(&self, article: &Article) -> Annotations {
        annotate_with(article, &|language| self.tagger(language))
    }
}
