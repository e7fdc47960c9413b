//! The real reader, driven by actions, and what each of them costs.

use newsreader::article::{Article, Block, BlockDetails};
use newsreader::formats;
use newsreader::reader::areas::Placement;
use newsreader::reader::{Action, Settings, State};
use newsreader::terminal::ColourDepth;
use newsreader::terminal::present::{Abilities, Presenter};
use newsreader::view;

/// The bundled article, its blocks repeated so that there is something to scroll. In each copy the words begin
/// elsewhere: in a text that repeats itself, a jump would look like a scroll.
pub fn long_article(times: usize) -> Article {
    let mut article = formats::open_bundled().expect("the bundled article opens").article;
    let seed = article.blocks.clone();
    for copy in 1..times {
        article.blocks.extend(seed.iter().map(|block| {
            let words: Vec<&str> = block.text.split(' ').collect();
            let (first, rest) = words.split_at(copy * 3 % words.len());
            let text = [rest, first].concat().join(" ");
            // Marks stand at bytes of the text as it was.
            let details = BlockDetails { marks: Vec::new(), ..BlockDetails::clone(&block.details) }.into();
            Block { text: text.into(), details, ..block.clone() }
        }));
    }
    article
}

/// What xterm can do.
pub const WITH_MARGINS: Abilities =
    Abilities { regions: true, margins: true, erase: true, repeat: true, synchronized: false, exact: false };
/// What most terminals can do.
pub const WITHOUT_MARGINS: Abilities = Abilities { margins: false, ..WITH_MARGINS };

/// A reader and the terminal that it is shown on.
pub struct Reader {
    pub state: State,
    pub presenter: Presenter,
}

impl Reader {
    /// Opened, and its first frame drawn.
    pub fn open(size: (u16, u16), abilities: Abilities) -> Self {
        Self::open_with(size, abilities, Placement::Auto)
    }

    /// The same with the sidebar in another place.
    pub fn open_with(size: (u16, u16), abilities: Abilities, placement: Placement) -> Self {
        let settings = Settings { placement, ..Settings::of_size(size) };
        let mut presenter = Presenter::new(ColourDepth::Indexed256);
        presenter.set_abilities(abilities);
        let mut reader = Self { state: State::new(long_article(20), settings), presenter };
        reader.draw();
        reader
    }

    /// What is sent for the present state.
    pub fn draw(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.presenter.present(&view::draw(&mut self.state), &mut out);
        out
    }

    /// Bytes for an action.
    pub fn cost(&mut self, action: Action) -> usize {
        self.state.update(action);
        self.draw().len()
    }

    /// Bytes for an action, on the average of several.
    pub fn mean(&mut self, actions: impl IntoIterator<Item = Action>) -> usize {
        let costs: Vec<usize> = actions.into_iter().map(|action| self.cost(action)).collect();
        costs.iter().sum::<usize>() / costs.len().max(1)
    }
}
