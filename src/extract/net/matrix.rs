//! Matrix products for the net, in safe code that compilers turn into wide instructions.
//!
//! Every element of a product is summed in one order, whatever the width of the machine's
//! instructions: the same numbers everywhere.

/// Columns of a panel.
pub const WIDE: usize = 8;

/// A matrix cut into panels of [`WIDE`] columns, each stored row by row: a product reads it from
/// front to back. Columns that are missing in the last panel are zero.
#[derive(Debug, Clone)]
pub struct Panels {
    rows: usize,
    columns: usize,
    data: Vec<f32>,
}

impl Panels {
    /// Of a matrix of `rows` × `columns`, given by its elements.
    #[must_use]
    pub fn new(rows: usize, columns: usize, element: impl Fn(usize, usize) -> f32) -> Self {
        let mut data = Vec::with_capacity(rows * columns.next_multiple_of(WIDE));
        for first in (0..columns).step_by(WIDE) {
            for row in 0..rows {
                data.extend((first..first + WIDE).map(|c| if c < columns { element(row, c) } else { 0.0 }));
            }
        }
        Self { rows, columns, data }
    }

    /// Columns of the matrix.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    fn panels(&self) -> impl Iterator<Item = &[[f32; WIDE]]> {
        self.data.as_chunks::<WIDE>().0.chunks_exact(self.rows.max(1))
    }
}

/// `out += left × right`: `left` has as many columns as `right` has rows, `out` as many rows as
/// `left`, all row by row. `TILE` rows are worked on at once: 4 fill the registers of any 64-bit
/// machine, 8 those of one with wide vectors.
///
/// # Panics
/// When the sizes do not fit.
pub fn add_product<const TILE: usize>(out: &mut [f32], left: &[f32], right: &Panels) {
    let (inner, columns) = (right.rows, right.columns);
    assert!(out.len() * inner == left.len() * columns, "sizes of a product do not fit");
    let mut lefts = left.chunks_exact(inner * TILE);
    let mut outs = out.chunks_exact_mut(columns * TILE);
    for (out, left) in outs.by_ref().zip(lefts.by_ref()) {
        tile::<TILE>(out, left, right);
    }
    for (out, left) in outs.into_remainder().chunks_exact_mut(columns).zip(lefts.remainder().chunks_exact(inner)) {
        add_row(out, left, right);
    }
}

fn tile<const TILE: usize>(out: &mut [f32], left: &[f32], right: &Panels) {
    let (inner, columns) = (right.rows, right.columns);
    let rows: [&[f32]; TILE] = std::array::from_fn(|row| &left[row * inner..(row + 1) * inner]);
    for (index, panel) in right.panels().enumerate() {
        let mut sums = [[0.0_f32; WIDE]; TILE];
        for (at, wide) in panel.iter().enumerate() {
            for (sum, row) in sums.iter_mut().zip(rows) {
                let factor = row[at];
                sum.iter_mut().zip(wide).for_each(|(sum, x)| *sum += factor * x);
            }
        }
        let first = index * WIDE;
        let width = WIDE.min(columns - first);
        for (row, sum) in sums.iter().enumerate() {
            let out = &mut out[row * columns + first..][..width];
            out.iter_mut().zip(sum).for_each(|(out, sum)| *out += sum);
        }
    }
}

/// `out += left × right` of one row; four panels at once, so that no sum waits for the one before.
pub fn add_row(out: &mut [f32], left: &[f32], right: &Panels) {
    const GROUP: usize = 4;
    let inner = right.rows.max(1);
    let panels = right.data.as_chunks::<WIDE>().0;
    let mut groups = panels.chunks_exact(inner * GROUP);
    let mut outs = out.chunks_mut(WIDE * GROUP);
    for (group, out) in groups.by_ref().zip(outs.by_ref()) {
        let (front, back) = group.split_at(inner * 2);
        let sums = four(left, front.split_at(inner), back.split_at(inner));
        out.iter_mut().zip(sums.iter().flatten()).for_each(|(out, sum)| *out += sum);
    }
    let rest = outs.flat_map(|out| out.chunks_mut(WIDE));
    for (panel, out) in groups.remainder().chunks_exact(inner).zip(rest) {
        let mut sum = [0.0_f32; WIDE];
        for (factor, wide) in left.iter().zip(panel) {
            sum.iter_mut().zip(wide).for_each(|(sum, x)| *sum += factor * x);
        }
        out.iter_mut().zip(sum).for_each(|(out, sum)| *out += sum);
    }
}

type Panel<'a> = &'a [[f32; WIDE]];

/// The products of one row with four panels; the sums stay in registers.
fn four(left: &[f32], (a, b): (Panel, Panel), (c, d): (Panel, Panel)) -> [[f32; WIDE]; 4] {
    let [mut sum_a, mut sum_b, mut sum_c, mut sum_d] = [[0.0_f32; WIDE]; 4];
    for ((((factor, a), b), c), d) in left.iter().zip(a).zip(b).zip(c).zip(d) {
        for at in 0..WIDE {
            sum_a[at] += factor * a[at];
            sum_b[at] += factor * b[at];
            sum_c[at] += factor * c[at];
            sum_d[at] += factor * d[at];
        }
    }
    [sum_a, sum_b, sum_c, sum_d]
}

/// e to the power of `x`, to about 2e-7 of itself; the same on every machine.
#[must_use]
pub fn exp(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-87.0, 87.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let whole = shifted - ROUND;
    let rest = x - whole * 0.693_359_4 + whole * 2.121_944_4e-4;
    let power = 1.0 / 120.0 + rest * (1.0 / 720.0 + rest * (1.0 / 5040.0));
    let sum = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * power))));
    // The integer stands in the low bits of the shifted number: moved into the exponent.
    sum * f32::from_bits((shifted.to_bits() << 23).wrapping_add(0x3f80_0000))
}

/// The logistic function.
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The hyperbolic tangent.
#[must_use]
pub fn tanh(x: f32) -> f32 {
    2.0 * sigmoid(2.0 * x) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_every_size_are_those_of_the_definition() {
        for (rows, inner, columns) in [(1, 1, 1), (1, 5, 64), (3, 7, 9), (9, 16, 40), (17, 3, 31)] {
            let left: Vec<f32> = (0..rows * inner).map(|n| (n % 11) as f32 - 4.0).collect();
            let element = |row: usize, column: usize| ((row * 7 + column * 3) % 13) as f32 - 5.0;
            let right = Panels::new(inner, columns, element);
            let wanted: Vec<f32> = (0..rows * columns)
                .map(|n| {
                    let (row, column) = (n / columns, n % columns);
                    1.0 + (0..inner).map(|at| left[row * inner + at] * element(at, column)).sum::<f32>()
                })
                .collect();
            for product in [add_product::<4>, add_product::<8>] {
                let mut out = vec![1.0; rows * columns];
                product(&mut out, &left, &right);
                assert_eq!(out, wanted, "{rows} {inner} {columns}");
            }
        }
    }

    #[test]
    fn exponentials_are_near_those_of_the_library() {
        for step in -8_600..8_600 {
            let x = step as f32 / 100.0;
            let (ours, theirs) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((ours / theirs - 1.0).abs() < 1e-6, "{x}: {ours} {theirs}");
            assert!((f64::from(tanh(x)) - f64::from(x).tanh()).abs() < 1e-6);
        }
        assert!(exp(-1000.0) > 0.0 && exp(1000.0).is_finite() && sigmoid(f32::MAX) == 1.0);
    }
}
