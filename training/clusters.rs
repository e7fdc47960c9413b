//! Word clusters: skip-gram vectors with negative sampling (Mikolov et al. 2013), then k-means of the
//! unit vectors, then the clusters' centres clustered again, twice.

use std::collections::HashMap;

use newsreader::extract::words::nz;

use crate::learn::Random;

/// Width of a vector.
const WIDTH: usize = 64;
const WINDOW: usize = 3;
const NEGATIVE: usize = 6;
const LEAST: usize = 5;
/// Fine, middle and coarse clusters.
const SIZES: [usize; 3] = [1000, 200, 60];

type Vector = [f32; WIDTH];

/// Clusters of words: the fine cluster of each word, and for each fine cluster the other two.
pub(crate) struct Clusters {
    pub(crate) words: Vec<(String, u16)>,
    pub(crate) levels: Vec<[u8; 2]>,
}

fn dot(a: &Vector, b: &Vector) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Clusters the words of sentences.
pub(crate) fn clusters<'a>(sentences: impl Iterator<Item = &'a [String]>, epochs: usize, seed: u64) -> Clusters {
    let text: Vec<Vec<String>> = sentences
        .map(|words| {
            words.iter().map(|w| nz(w.trim_matches(|c: char| !c.is_alphanumeric()))).filter(|w| !w.is_empty()).collect()
        })
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    text.iter().flatten().for_each(|word| *counts.entry(word).or_default() += 1);
    let mut words: Vec<(&str, usize)> = counts.into_iter().filter(|&(_, count)| count >= LEAST).collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let ids: HashMap<&str, usize> = words.iter().enumerate().map(|(id, word)| (word.0, id)).collect();
    let counts: Vec<usize> = words.iter().map(|word| word.1).collect();
    let sentences: Vec<Vec<usize>> =
        text.iter().map(|words| words.iter().filter_map(|word| ids.get(word.as_str()).copied()).collect()).collect();
    let mut random = Random(seed);
    let mut vectors = skip_gram(&sentences, &counts, epochs, &mut random);
    for vector in &mut vectors {
        let length = dot(vector, vector).sqrt().max(1e-6);
        vector.iter_mut().for_each(|x| *x /= length);
    }
    let (fine, centres) = k_means(&vectors, SIZES[0], &mut random);
    let (middle, centres_middle) = k_means(&centres, SIZES[1], &mut random);
    let (coarse, _) = k_means(&centres_middle, SIZES[2], &mut random);
    Clusters {
        words: words.iter().zip(fine).map(|(word, cluster)| (word.0.to_owned(), cluster as u16)).collect(),
        levels: middle.iter().map(|&middle| [middle as u8, coarse[middle] as u8]).collect(),
    }
}

fn skip_gram(sentences: &[Vec<usize>], counts: &[usize], epochs: usize, random: &mut Random) -> Vec<Vector> {
    let total: usize = counts.iter().sum();
    let mut vectors: Vec<Vector> =
        counts.iter().map(|_| std::array::from_fn(|_| (random.unit() - 0.5) / WIDTH as f32)).collect();
    let mut outputs: Vec<Vector> = vec![[0.0; WIDTH]; counts.len()];
    let mut noise = Vec::new();
    for (id, &count) in counts.iter().enumerate() {
        noise.extend(std::iter::repeat_n(id as u32, (count as f32).powf(0.75).ceil() as usize));
    }
    let all = (total * epochs) as f32;
    let mut done = 0;
    for _ in 0..epochs {
        for sentence in sentences {
            let rate = (0.04 * (1.0 - done as f32 / all)).max(0.0004);
            done += sentence.len();
            let kept: Vec<usize> = sentence
                .iter()
                .copied()
                .filter(|&id| {
                    let share = counts[id] as f32 / total as f32 / 1e-3;
                    share < 1.0 || random.unit() < (1.0 / share).sqrt()
                })
                .collect();
            for (at, &word) in kept.iter().enumerate() {
                let reach = 1 + random.below(WINDOW);
                for near in at.saturating_sub(reach)..(at + reach + 1).min(kept.len()) {
                    if near != at {
                        pair(&mut vectors[kept[near]], word, &mut outputs, &noise, rate, random);
                    }
                }
            }
        }
    }
    vectors
}

fn pair(vector: &mut Vector, word: usize, outputs: &mut [Vector], noise: &[u32], rate: f32, random: &mut Random) {
    let mut change = [0.0; WIDTH];
    for sample in 0..=NEGATIVE {
        let (target, wanted) = if sample == 0 { (word, 1.0) } else { (noise[random.below(noise.len())] as usize, 0.0) };
        if sample > 0 && target == word {
            continue;
        }
        let output = &mut outputs[target];
        let gradient = (wanted - 1.0 / (1.0 + (-dot(vector, output)).exp())) * rate;
        for ((change, output), x) in change.iter_mut().zip(output).zip(&*vector) {
            *change += gradient * *output;
            *output += gradient * x;
        }
    }
    vector.iter_mut().zip(change).for_each(|(x, d)| *x += d);
}

fn k_means(points: &[Vector], count: usize, random: &mut Random) -> (Vec<usize>, Vec<Vector>) {
    let count = count.min(points.len().max(1));
    let mut order: Vec<usize> = (0..points.len()).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<Vector> = order.iter().take(count).map(|&at| points[at]).collect();
    let mut nearest = vec![0; points.len()];
    for _ in 0..12 {
        for (point, nearest) in points.iter().zip(&mut nearest) {
            *nearest = (0..centres.len())
                .map(|c| (dot(point, &centres[c]), c))
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map_or(0, |x| x.1);
        }
        let mut sums = vec![[0.0; WIDTH]; centres.len()];
        for (point, &nearest) in points.iter().zip(&nearest) {
            sums[nearest].iter_mut().zip(point).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            let length = dot(&sum, &sum).sqrt();
            if length > 0.0 {
                *centre = sum.map(|x| x / length);
            }
        }
    }
    (nearest, centres)
}
