//! Blocks from tags and characters, in one pass.

use html5ever::tokenizer::Tag;

use super::table::{Table, collect_cell, end_cell};
use crate::article::{Block, BlockDetails, BlockKind, DeclaredDirection, Mark, MarkKind};

/// Elements whose content is no text of the article.
const SKIPPED: &[&str] = &[
    "script", "style", "template", "head", "title", "iframe", "object", "svg", "math", "button", "select", "textarea",
    "nav", "noframes", "noembed", "audio", "video", "canvas", "dialog", "noscript",
];

/// Elements that begin and end a block without being one of ours.
const PARTS: &[&str] = &[
    "p", "div", "section", "article", "main", "aside", "header", "footer", "address", "center", "details", "summary",
    "dl", "dt", "dd", "fieldset", "form", "html", "body", "hgroup", "hl1", "hl2", "block", "figure",
];

/// Deepest nesting of lists that is told apart.
const DEEPEST_LIST: usize = 6;

/// Builds blocks; white space is collapsed as a browser does.
#[derive(Default)]
pub(super) struct Builder {
    done: Vec<Block>,
    /// Images met inside a block, which come after it.
    images: Vec<Block>,
    text: String,
    marks: Vec<Mark>,
    /// White space was met and waits for the next letter.
    space: bool,
    /// Inline elements that are open.
    inline: Vec<Open>,
    /// What the text being collected will be.
    kind: BlockKind,
    level: Option<u8>,
    direction: Option<DeclaredDirection>,
    language: Option<String>,
    item: Option<Item>,
    lists: Vec<List>,
    quotes: usize,
    pre: usize,
    tables: Vec<Table>,
    skipping: bool,
    /// The element being skipped, and how many of that name are open.
    skipped: Option<(String, usize)>,
}

/// An open inline element.
struct Open {
    name: String,
    kind: MarkKind,
    start: usize,
    url: Option<String>,
}

/// An open list.
struct List {
    ordered: bool,
    next: i64,
}

/// A list item whose first block has not been made.
struct Item {
    ordered: bool,
    ordinal: i64,
    level: u8,
}

impl Builder {
    pub(super) fn new(skipping: bool) -> Self {
        Self { skipping, ..Self::default() }
    }

    /// The blocks, and whether an element that was skipped has no end.
    pub(super) fn finish(mut self) -> (Vec<Block>, bool) {
        self.flush();
        while !self.tables.is_empty() {
            self.end_table();
        }
        (self.done, self.skipped.is_some())
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        for character in text.chars() {
            match character {
                '\n' if self.pre > 0 => self.text.push('\n'),
                ' ' | '\t' if self.pre > 0 => self.text.push(character),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = true,
                _ => {
                    self.put_space();
                    self.text.push(character);
                }
            }
        }
    }

    fn put_space(&mut self) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            return;
        }
        if self.skipping && SKIPPED.contains(&name) {
            if !tag.self_closing {
                self.skipped = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "br" => self.line_break(),
            "hr" => {
                self.flush();
                self.done.push(Block { kind: BlockKind::Separator, ..Block::default() });
            }
            "img" => self.image(tag),
            "a" | "b" | "strong" | "i" | "em" | "u" | "ins" | "s" | "del" | "strike" | "code" | "sub" | "sup"
            | "cite" => self.open(tag),
            _ => self.start_block(tag),
        }
    }

    fn start_block(&mut self, tag: &Tag) {
        let name = &*tag.name;
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.begin(BlockKind::Heading);
                self.level = name[1..].parse().ok();
            }
            "li" => self.start_item(tag),
            "ul" | "ol" => {
                self.flush();
                let next = attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push(List { ordered: name == "ol", next });
            }
            "blockquote" | "q-block" => {
                self.flush();
                self.quotes += 1;
            }
            "figcaption" => self.begin(BlockKind::Caption),
            "pre" => {
                self.begin(BlockKind::Code);
                self.pre += 1;
            }
            "table" => {
                self.flush();
                self.tables.push(Table::default());
            }
            "tr" | "td" | "th" | "caption" => self.start_table_part(name),
            _ if PARTS.contains(&name) => self.flush(),
            _ => return,
        }
        self.direction = attribute(tag, "dir").and_then(|dir| DeclaredDirection::from_name(&dir.to_lowercase()));
        self.language = attribute(tag, "lang").and_then(|lang| super::super::language::repair(&lang));
    }

    fn begin(&mut self, kind: BlockKind) {
        self.flush();
        self.kind = kind;
    }

    fn start_item(&mut self, tag: &Tag) {
        self.flush();
        let level = u8::try_from(self.lists.len().clamp(1, DEEPEST_LIST)).unwrap_or(1);
        let stated = attribute(tag, "value").and_then(|value| value.parse().ok());
        self.item = Some(match self.lists.last_mut() {
            Some(list) => {
                let ordinal = stated.unwrap_or(list.next);
                list.next = ordinal.saturating_add(1);
                Item { ordered: list.ordered, ordinal, level }
            }
            None => Item { ordered: false, ordinal: 1, level },
        });
    }

    fn start_table_part(&mut self, name: &str) {
        self.flush();
        let Some(table) = self.tables.last_mut() else { return };
        end_cell(table);
        match name {
            "tr" => table.rows.push(vec![]),
            "caption" => table.in_caption = true,
            _ => table.cell = Some(String::new()),
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" => self.flush(),
            "li" => {
                self.flush();
                self.item = None;
            }
            "ul" | "ol" => {
                self.flush();
                self.item = None;
                self.lists.pop();
            }
            "blockquote" => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "pre" => {
                self.flush();
                self.pre = self.pre.saturating_sub(1);
            }
            "table" => {
                self.flush();
                self.end_table();
            }
            "td" | "th" | "tr" | "caption" => {
                self.flush();
                if let Some(table) = self.tables.last_mut() {
                    end_cell(table);
                }
            }
            "br" => self.line_break(),
            _ if PARTS.contains(&name) => self.flush(),
            _ => self.close(name),
        }
    }

    /// One break is a line end, two are a new paragraph.
    fn line_break(&mut self) {
        self.space = false;
        if self.text.ends_with('\n') && self.pre == 0 {
            self.flush();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn open(&mut self, tag: &Tag) {
        let (kind, url) = match &*tag.name {
            "a" => {
                let url = attribute(tag, "href").map(|url| url.trim().to_owned()).filter(|url| is_address(url));
                (MarkKind::Link, url)
            }
            "b" | "strong" => (MarkKind::Strong, None),
            "u" | "ins" => (MarkKind::Underline, None),
            "s" | "del" | "strike" => (MarkKind::Strike, None),
            "code" => (MarkKind::Code, None),
            "sub" => (MarkKind::Sub, None),
            "sup" => (MarkKind::Sup, None),
            _ => (MarkKind::Em, None),
        };
        if tag.self_closing || kind == MarkKind::Link && url.is_none() {
            return;
        }
        // A mark begins at the next letter, not at the space before it.
        self.put_space();
        self.inline.push(Open { name: tag.name.to_string(), kind, start: self.text.len(), url });
        // Wrong nesting can leave any number of elements open.
        if self.inline.len() > 64 {
            self.inline.remove(0);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(at) = self.inline.iter().rposition(|open| open.name == name) {
            let open = self.inline.remove(at);
            self.mark(&open);
        }
    }

    fn mark(&mut self, open: &Open) {
        let end = self.text.trim_end().len();
        if open.start < end {
            self.marks.push(Mark { kind: open.kind, bytes: open.start..end, url: open.url.clone() });
        }
    }

    fn image(&mut self, tag: &Tag) {
        let source = ["src", "data-src", "data-original"].into_iter().find_map(|name| attribute(tag, name));
        let url = source.map(|url| url.trim().to_owned()).filter(|url| is_address(url) && !url.starts_with("data:"));
        let alt = attribute(tag, "alt").map(|alt| alt.trim().to_owned()).filter(|alt| !alt.is_empty());
        if url.is_none() && alt.is_none() {
            return;
        }
        let details = BlockDetails { url, alt, ..BlockDetails::default() }.into();
        let block = Block { kind: BlockKind::Image, details, ..Block::default() };
        if self.text.is_empty() && self.tables.is_empty() { self.done.push(block) } else { self.images.push(block) }
    }

    /// Ends the block that is being collected; open inline elements go on in the next.
    fn flush(&mut self) {
        self.space = false;
        for at in 0..self.inline.len() {
            let Open { start, kind, url, .. } = &self.inline[at];
            let open = Open { name: String::new(), kind: *kind, start: *start, url: url.clone() };
            self.mark(&open);
            self.inline[at].start = 0;
        }
        let text = std::mem::take(&mut self.text);
        let marks = std::mem::take(&mut self.marks);
        let kind = std::mem::take(&mut self.kind);
        let (level, direction, language) = (self.level.take(), self.direction.take(), self.language.take());
        if let Some(table) = self.tables.last_mut() {
            collect_cell(table, text.trim());
            return;
        }
        if !text.trim().is_empty() {
            let language = language.map(String::into_boxed_str);
            let block = Block { kind, level, direction, language, ..trimmed(&text, marks, kind) };
            let block = self.placed(block);
            self.done.push(block);
        }
        self.done.append(&mut self.images);
    }

    /// A paragraph inside of a list item or a quotation is one of those.
    fn placed(&mut self, mut block: Block) -> Block {
        if block.kind != BlockKind::Paragraph {
            return block;
        }
        if let Some(item) = self.item.take() {
            block.kind = BlockKind::ListItem;
            block.level = Some(item.level);
            block.ordered = Some(item.ordered);
            if item.ordered {
                block.details.ordinal = Some(item.ordinal);
            }
        } else if self.quotes > 0 {
            block.kind = BlockKind::Blockquote;
        }
        block
    }

    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        end_cell(&mut table);
        table.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        if let Some(outer) = self.tables.last_mut() {
            // A table in a cell: its cells are lines of that cell.
            table.rows.iter().flatten().for_each(|cell| collect_cell(outer, cell));
            return;
        }
        if table.rows.iter().all(|row| row.len() < 2) {
            // One column is no table but a way to lay out a page.
            let cells: Vec<String> = table.caption.into_iter().chain(table.rows.into_iter().flatten()).collect();
            for text in cells.iter().flat_map(|cell| cell.split('\n')).filter(|text| !text.trim().is_empty()) {
                self.done.push(Block { text: text.trim().into(), ..Block::default() });
            }
        } else {
            let Table { rows, caption, .. } = table;
            let details = BlockDetails { rows, caption, ..BlockDetails::default() }.into();
            self.done.push(Block { kind: BlockKind::Table, details, ..Block::default() });
        }
        self.done.append(&mut self.images);
    }
}

/// The text without white space around it, the marks moved along.
pub(crate) fn trimmed(text: &str, marks: Vec<Mark>, kind: BlockKind) -> Block {
    let trimmed = if kind == BlockKind::Code { text.trim_matches('\n') } else { text.trim() };
    let cut = text.find(trimmed).unwrap_or_default();
    let moved = marks.into_iter().filter_map(|mark| {
        let start = mark.bytes.start.saturating_sub(cut).min(trimmed.len());
        let end = mark.bytes.end.saturating_sub(cut).min(trimmed.len());
        (start < end).then_some(Mark { bytes: start..end, ..mark })
    });
    let mut marks: Vec<Mark> = moved.collect();
    marks.sort_by_key(|mark| (mark.bytes.start, std::cmp::Reverse(mark.bytes.end)));
    let details = BlockDetails { marks, ..BlockDetails::default() }.into();
    Block { text: trimmed.into(), details, ..Block::default() }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

/// Whether an address can be shown and followed: no script, no control character.
pub(crate) fn is_address(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    !url.is_empty()
        && !url.chars().any(char::is_control)
        && !url.starts_with('#')
        && !matches!(scheme.as_str(), "javascript" | "vbscript")
}
