//! A table that is being read.

/// An open table.
#[derive(Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) cell: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) in_caption: bool,
}

/// Adds a line to the cell or caption that is open.
pub(super) fn collect_cell(table: &mut Table, text: &str) {
    if text.is_empty() {
        return;
    }
    let into = match (&mut table.cell, table.in_caption) {
        (Some(cell), _) => cell,
        (None, true) => table.caption.get_or_insert_default(),
        (None, false) => {
            // Text between the cells stands before the table in a browser; here it is a row of its own.
            table.rows.push(vec![text.to_owned()]);
            return;
        }
    };
    if !into.is_empty() {
        into.push('\n');
    }
    into.push_str(text);
}

pub(super) fn end_cell(table: &mut Table) {
    table.in_caption = false;
    if let Some(cell) = table.cell.take() {
        match table.rows.last_mut() {
            Some(row) => row.push(cell),
            None => table.rows.push(vec![cell]),
        }
    }
}
