//! One direction of the recurrent layer over several sentences at once, forwards and backwards.
//!
//! Rows are `step × sentences + sentence`. Shorter sentences are followed by empty steps, in both
//! directions: what comes after the end of a sentence never reaches it.

use newsreader::extract::net::cell;
use newsreader::extract::net::matrix::{Panels, add_product, tanh};

/// Rows that a product works on at once.
pub(super) const TILE: usize = 8;

/// The weights of a direction, ready for products.
pub(super) struct Direction {
    pub(super) width: usize,
    pub(super) hidden: usize,
    inputs: Panels,
    states: Panels,
    inputs_turned: Panels,
    states_turned: Panels,
    bias: Vec<f32>,
}

/// How many numbers a direction has.
pub(super) fn size(width: usize, hidden: usize) -> usize {
    (width + hidden + 1) * 4 * hidden
}

impl Direction {
    /// From its numbers: the matrix of the inputs, that of the states, the bias.
    pub(super) fn new(numbers: &[f32], width: usize, hidden: usize) -> Self {
        let gates = 4 * hidden;
        let (inputs, rest) = numbers.split_at(width * gates);
        let (states, bias) = rest.split_at(hidden * gates);
        Self {
            width,
            hidden,
            inputs: Panels::new(width, gates, |r, c| inputs[r * gates + c]),
            states: Panels::new(hidden, gates, |r, c| states[r * gates + c]),
            inputs_turned: Panels::new(gates, width, |r, c| inputs[c * gates + r]),
            states_turned: Panels::new(gates, hidden, |r, c| states[c * gates + r]),
            bias: bias.to_vec(),
        }
    }
}

/// What a run forwards leaves for the run backwards.
pub(super) struct Run {
    sentences: usize,
    /// Values of the gates of every row.
    gates: Vec<f32>,
    /// Memory of every row.
    memory: Vec<f32>,
    /// State of every row.
    pub(super) states: Vec<f32>,
}

/// Reads the rows from the first step to the last.
pub(super) fn forwards(direction: &Direction, rows: &[f32], sentences: usize) -> Run {
    let hidden = direction.hidden;
    let count = rows.len() / direction.width;
    let mut gates = direction.bias.repeat(count);
    add_product::<TILE>(&mut gates, rows, &direction.inputs);
    let (mut memory, mut states) = (vec![0.0; count * hidden], vec![0.0; count * hidden]);
    for step in 0..count / sentences {
        let here = step * sentences * hidden;
        let size = sentences * hidden;
        let now = &mut gates[here * 4..(here + size) * 4];
        if step > 0 {
            let before = here - size;
            add_product::<TILE>(now, &states[before..here], &direction.states);
            memory.copy_within(before..here, here);
        }
        let (memory, states) = (&mut memory[here..here + size], &mut states[here..here + size]);
        let rows = now.chunks_exact_mut(4 * hidden).zip(memory.chunks_exact_mut(hidden));
        rows.zip(states.chunks_exact_mut(hidden)).for_each(|((gates, memory), state)| cell(gates, memory, state));
    }
    Run { sentences, gates, memory, states }
}

fn turned(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns;
    (0..columns).flat_map(|c| (0..rows).map(move |r| matrix[r * columns + c])).collect()
}

/// From the gradient of every state to that of every row of input (given back) and of the numbers
/// of the direction (added to `numbers`).
pub(super) fn backwards(
    direction: &Direction,
    run: &Run,
    rows: &[f32],
    states: &[f32],
    numbers: &mut [f32],
) -> Vec<f32> {
    let (width, hidden, size) = (direction.width, direction.hidden, run.sentences * direction.hidden);
    let count = rows.len() / width;
    let mut changes = vec![0.0; count * 4 * hidden];
    let (mut state, mut memory) = (vec![0.0; size], vec![0.0; size]);
    for step in (0..count / run.sentences).rev() {
        let here = step * size;
        state.iter_mut().zip(&states[here..here + size]).for_each(|(sum, x)| *sum += x);
        for sentence in 0..run.sentences {
            let at = here + sentence * hidden;
            let gates = run.gates[at * 4..(at + hidden) * 4].chunks_exact(hidden);
            let before = step.checked_sub(1).map(|_| &run.memory[at - size..at - size + hidden]);
            back_cell(
                &mut changes[at * 4..(at + hidden) * 4],
                gates,
                (before, &run.memory[at..at + hidden]),
                &state[sentence * hidden..(sentence + 1) * hidden],
                &mut memory[sentence * hidden..(sentence + 1) * hidden],
            );
        }
        state.fill(0.0);
        add_product::<TILE>(&mut state, &changes[here * 4..(here + size) * 4], &direction.states_turned);
    }
    let all = Panels::new(count, 4 * hidden, |r, c| changes[r * 4 * hidden + c]);
    let (inputs, rest) = numbers.split_at_mut(width * 4 * hidden);
    let (between, bias) = rest.split_at_mut(hidden * 4 * hidden);
    add_product::<TILE>(inputs, &turned(rows, width), &all);
    let mut before = vec![0.0; size];
    before.extend(&run.states[..run.states.len() - size]);
    add_product::<TILE>(between, &turned(&before, hidden), &all);
    for change in changes.chunks_exact(4 * hidden) {
        bias.iter_mut().zip(change).for_each(|(sum, x)| *sum += x);
    }
    let mut out = vec![0.0; rows.len()];
    add_product::<TILE>(&mut out, &changes, &direction.inputs_turned);
    out
}

/// One step of one sentence: the gradients of the sums of its gates, and that of the memory before.
fn back_cell<'a>(
    out: &mut [f32],
    mut gates: impl Iterator<Item = &'a [f32]>,
    (before, now): (Option<&[f32]>, &[f32]),
    state: &[f32],
    memory: &mut [f32],
) {
    let hidden = state.len();
    let mut gate = || gates.next().unwrap_or_default();
    let [input, forget, output, new] = [gate(), gate(), gate(), gate()];
    let (out_input, rest) = out.split_at_mut(hidden);
    let (out_forget, rest) = rest.split_at_mut(hidden);
    let (out_output, out_new) = rest.split_at_mut(hidden);
    for at in 0..hidden {
        let shown = tanh(now[at]);
        let change = memory[at] + state[at] * output[at] * (1.0 - shown * shown);
        let past = before.map_or(0.0, |before| before[at]);
        out_input[at] = change * new[at] * input[at] * (1.0 - input[at]);
        out_forget[at] = change * past * forget[at] * (1.0 - forget[at]);
        out_output[at] = state[at] * shown * output[at] * (1.0 - output[at]);
        out_new[at] = change * input[at] * (1.0 - new[at] * new[at]);
        memory[at] = change * forget[at];
    }
}
