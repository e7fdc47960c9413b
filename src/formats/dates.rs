//! Dates of every form that tools write, in ISO 8601.

/// The date in ISO 8601 with an offset from UTC. A time of day without one is left out rather than
/// guessed at; a text that is no date of a known form stays as it is. None for an empty text.
pub(crate) fn iso(raw: &str) -> Option<String> {
    let text = raw.trim();
    if text.is_empty() {
        return None;
    }
    let known = calendar(text).or_else(|| epoch(text)).or_else(|| mail(text));
    Some(known.unwrap_or_else(|| text.to_owned()))
}

fn is_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text
            .bytes()
            .zip(form.bytes())
            .all(|(byte, form)| if form == b'9' { byte.is_ascii_digit() } else { byte == form })
}

/// `2024-11-19`, `2024-11-19T10:30:00+0300`, `2024-11-19 10:30:00`, `20241119T103000Z`.
fn calendar(text: &str) -> Option<String> {
    let (day, time) = match text.find(['T', ' ', 't']) {
        Some(at) => (&text[..at], text[at + 1..].trim()),
        None => (text, ""),
    };
    let day = if is_form(day, "99999999") {
        format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])
    } else if is_form(day, "9999-99-99") || is_form(day, "9999-99") || is_form(day, "9999") {
        day.to_owned()
    } else if is_form(day, "9999/99/99") {
        day.replace('/', "-")
    } else {
        return None;
    };
    match clock(time) {
        Some(time) if day.len() == 10 => Some(format!("{day}T{time}")),
        _ => Some(day),
    }
}

/// A time of day with an offset from UTC.
fn clock(time: &str) -> Option<String> {
    let (clock, zone) = time.split_at(time.find(['Z', 'z', '+', '-'])?);
    let clock = clock.trim();
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let whole = if is_form(whole, "999999") {
        format!("{}:{}:{}", &whole[..2], &whole[2..4], &whole[4..])
    } else if is_form(whole, "99:99:99") {
        whole.to_owned()
    } else if is_form(whole, "99:99") {
        format!("{whole}:00")
    } else {
        return None;
    };
    let fraction = fraction.bytes().all(|byte| byte.is_ascii_digit()).then_some(fraction)?;
    let dot = if fraction.is_empty() { "" } else { "." };
    let zone = if zone.eq_ignore_ascii_case("z") {
        "Z".to_owned()
    } else if is_form(&zone[1..], "9999") {
        format!("{}:{}", &zone[..3], &zone[3..])
    } else if is_form(&zone[1..], "99:99") {
        zone.to_owned()
    } else {
        return None;
    };
    Some(format!("{whole}{dot}{fraction}{zone}"))
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<String> {
    let number: i64 = text.split('.').next()?.parse().ok()?;
    let seconds = match text.split('.').next()?.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    Some(format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60))
}

/// The proleptic Gregorian date of a number of days since 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    // Years that begin in March have their leap day at the end.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// `Tue, 19 Nov 2024 10:30:00 GMT` (RFC 5322).
fn mail(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = text.split_once(", ").map_or(text, |(_, rest)| rest);
    let mut words = text.split_whitespace();
    let day: u8 = words.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let name = words.next()?.get(..3)?.to_lowercase();
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let year = words.next().filter(|year| is_form(year, "9999"))?;
    let date = format!("{year}-{month:02}-{day:02}");
    let time = words.next().unwrap_or_default();
    let zone = match words.next() {
        Some("GMT" | "UTC" | "Z") => "Z",
        Some(zone) => zone,
        None => "",
    };
    Some(clock(&format!("{time}{zone}")).map_or(date.clone(), |time| format!("{date}T{time}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_tools_write() {
        for (raw, date) in [
            ("2024-11-19", "2024-11-19"),
            ("2024-11-19T10:30:00Z", "2024-11-19T10:30:00Z"),
            ("2024-11-19T10:30:00.5+0300", "2024-11-19T10:30:00.5+03:00"),
            ("2017-07-17 17:03:00", "2017-07-17"),
            ("2024-11-19 10:30:00+02:00", "2024-11-19T10:30:00+02:00"),
            ("20241119T103000Z", "2024-11-19T10:30:00Z"),
            ("Tue, 19 Nov 2024 10:30:00 GMT", "2024-11-19T10:30:00Z"),
            ("19 November 2024", "2024-11-19"),
            ("0", "0"),
            ("1732012200", "2024-11-19T10:30:00Z"),
            ("1732012200000", "2024-11-19T10:30:00Z"),
            ("951782400", "2000-02-29T00:00:00Z"),
            ("١٩ نوفمبر", "١٩ نوفمبر"),
            ("2024-11-19T", "2024-11-19"),
            ("2024-11-19T10:30+é", "2024-11-19"),
        ] {
            assert_eq!(iso(raw).as_deref(), Some(date), "{raw}");
        }
        assert_eq!(iso(" "), None);
    }
}
