//! Tables that are read where they lie: sorted 32-bit hashes, each with a value of fixed width.
//!
//! Nothing is parsed or copied when a program starts; a look-up touches a few bytes of the file.
//!
//! ```text
//! "NRT1"  u8 bits  u8 width  u16 0  u32 rows                 all numbers little-endian
//! (2^bits + 1) x u32     where the hashes with these leading bits begin
//! rows x u24             the rest of each hash, its low 24 bits, ascending within a bucket
//! rows x width           the values, in the same order
//! ```
//!
//! Keys themselves are not stored. With 8 leading bits or more every bit of the hash is compared, so
//! a word that is not in a table of 200,000 is taken for one that is once in 20,000 look-ups.

/// The hash of a text, or of several one after the other (see [`Hash::more`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hash(u32);

impl Hash {
    /// The hash of `text` within `space`: the same text has unrelated hashes in different spaces.
    #[must_use]
    pub fn new(space: u32, text: &str) -> Self {
        Self(0x811c_9dc5 ^ space.wrapping_mul(0x9e37_79b1)).more(text)
    }

    /// Goes on with more text.
    #[must_use]
    pub fn more(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// Goes on with a number.
    #[must_use]
    pub fn with(self, number: u32) -> Self {
        Self((self.0.rotate_left(13) ^ number.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0x9e37_79b1))
    }

    /// The value to look up: every bit depends on every byte.
    #[must_use]
    pub fn value(self) -> u32 {
        let mut hash = self.0;
        hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
        hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
        hash ^ (hash >> 16)
    }
}

/// A table in memory, borrowed from the bytes of its file.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    bits: u32,
    width: usize,
    starts: &'a [u8],
    hashes: &'a [u8],
    values: &'a [u8],
}

fn number(bytes: &[u8], index: usize) -> usize {
    bytes.get(index * 4..index * 4 + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

impl<'a> Table<'a> {
    /// Reads the head of a table and gives it with the bytes after it; `None` when these are not the
    /// bytes of one, or when it has more than 2^24 buckets: it would not fit with rows of 24 bits.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let head = bytes.get(..12)?;
        if &head[..4] != b"NRT1" {
            return None;
        }
        let (bits, width, rows) = (u32::from(head[4]), usize::from(head[5]), number(head, 2));
        if bits > 24 {
            return None;
        }
        let (starts, rest) = bytes[12..].split_at_checked(((1 << bits) + 1) * 4)?;
        let (hashes, rest) = rest.split_at_checked(rows.checked_mul(3)?)?;
        let (values, rest) = rest.split_at_checked(rows.checked_mul(width)?)?;
        Some((Self { bits, width, starts, hashes, values }, rest))
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.hashes.len() / 3
    }

    /// How many bytes a value has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The values of all rows with this hash, in the order in which they were packed; of a broken
    /// table, whose buckets do not ascend, any of its values or none.
    pub fn get(&self, hash: u32) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let bucket = (u64::from(hash) >> (32 - self.bits)) as usize;
        let low = hash & 0x00ff_ffff;
        let (hashes, values, width) = (self.hashes, self.values, self.width);
        let at = move |row: usize| {
            hashes.get(row * 3..row * 3 + 3).map_or(u32::MAX, |b| u32::from_le_bytes([b[0], b[1], b[2], 0]))
        };
        let start = |bucket: usize| number(self.starts, bucket).min(self.rows());
        let (mut from, end) = (start(bucket), start(bucket + 1));
        let mut to = end;
        while to.saturating_sub(from) > 8 {
            let middle = from.midpoint(to);
            if at(middle) < low { from = middle } else { to = middle }
        }
        (from..end)
            .skip_while(move |&row| at(row) < low)
            .take_while(move |&row| at(row) == low)
            .filter_map(move |row| values.get(row * width..(row + 1) * width))
    }
}

/// The bytes of a table of these rows; rows with equal hashes keep their order.
#[must_use]
pub fn pack(mut rows: Vec<(u32, Vec<u8>)>, width: u8) -> Vec<u8> {
    rows.sort_by_key(|row| row.0);
    // Four to eight rows a bucket; never fewer than 8 bits, so that all of a hash is compared.
    let bits = (usize::BITS - (rows.len() / 4).leading_zeros()).saturating_sub(1).clamp(8, 20);
    let mut out = Vec::from(*b"NRT1");
    out.extend([bits as u8, width, 0, 0]);
    out.extend((rows.len() as u32).to_le_bytes());
    let mut row = 0;
    for bucket in 0..=1_u64 << bits {
        while row < rows.len() && u64::from(rows[row].0) >> (32 - bits) < bucket {
            row += 1;
        }
        out.extend((row as u32).to_le_bytes());
    }
    rows.iter().for_each(|(hash, _)| out.extend(&hash.to_le_bytes()[..3]));
    for (_, value) in &rows {
        let mut value = value.clone();
        value.resize(usize::from(width), 0);
        out.extend(value);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_packed_is_found() {
        let key = |n: u32| Hash::new(1, &n.to_string()).value();
        let rows: Vec<_> = (0..5000).map(|n| (key(n), n.to_le_bytes()[..2].to_vec())).collect();
        let mut bytes = pack(rows, 2);
        bytes.extend(b"rest");
        let (table, rest) = Table::read(&bytes).unwrap();
        assert_eq!((table.rows(), rest), (5000, &b"rest"[..]));
        for n in 0..5000_u32 {
            assert!(table.get(key(n)).any(|value| value == &n.to_le_bytes()[..2]));
        }
        assert_eq!((5000..105_000).filter(|&n| table.get(key(n)).next().is_some()).count(), 0);
    }

    #[test]
    fn equal_hashes_keep_their_order_and_broken_tables_are_refused() {
        let bytes = pack(vec![(7, vec![1]), (7, vec![2]), (u32::MAX, vec![3]), (0, vec![4])], 1);
        let (table, _) = Table::read(&bytes).unwrap();
        assert_eq!(table.get(7).flatten().copied().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(table.get(u32::MAX).next(), Some(&[3][..]));
        assert_eq!(table.get(0).next(), Some(&[4][..]));
        for cut in 0..bytes.len() {
            assert!(Table::read(&bytes[..cut]).is_none());
        }
    }

    #[test]
    fn any_byte_of_a_table_may_be_another() {
        let key = |n: u32| Hash::new(1, &n.to_string()).value();
        let rows = (0..600).map(|n| (key(n), n.to_le_bytes()[..2].to_vec())).collect();
        let bytes = pack(rows, 2);
        let keys = || [0, 1, u32::MAX, u32::MAX - 1].into_iter().chain((0..48).map(|n| key(n * 25)));
        let mut read = 0;
        for at in 0..bytes.len() {
            for other in [0x00, 0x01, 0x20, 0x21, 0x40, 0x7f, 0x80, 0xff, bytes[at] ^ 1] {
                let mut broken = bytes.clone();
                broken[at] = other;
                let Some((table, _)) = Table::read(&broken) else { continue };
                read += 1;
                for key in keys() {
                    let found = table.get(key).inspect(|value| assert_eq!(value.len(), table.width())).count();
                    assert!(found <= table.rows());
                }
            }
        }
        assert!(read > bytes.len() * 8, "{read} of {}", bytes.len());
    }

    #[test]
    fn a_table_of_too_many_buckets_is_refused() {
        for bits in 25..=u8::MAX {
            let mut bytes = pack(vec![(7, vec![1])], 1);
            bytes[4] = bits;
            assert!(Table::read(&bytes).is_none(), "{bits}");
        }
    }
}
