//! The files of `assets/extract`, as they lie. Their licences stand in `assets/NOTICE`.

/// Names and words; see [`super::gazetteer`].
pub const GAZETTEER: &[u8] = include_bytes!("../../assets/extract/gazetteer.bin");
/// The tagger of each language that has one; see [`super::crf`].
pub const MODELS: &[(&str, &[u8])] = &[
    ("ar", include_bytes!("../../assets/extract/ar.model")),
    ("en", include_bytes!("../../assets/extract/en.model")),
    ("fa", include_bytes!("../../assets/extract/fa.model")),
    ("fr", include_bytes!("../../assets/extract/fr.model")),
    ("he", include_bytes!("../../assets/extract/he.model")),
    ("ru", include_bytes!("../../assets/extract/ru.model")),
    ("ur", include_bytes!("../../assets/extract/ur.model")),
];
