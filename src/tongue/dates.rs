//! Dates as the locale writes them. A Persian interface writes the Solar Hijri calendar, the civil calendar of Iran and
//! Afghanistan (CLDR: the first calendar of both); the others write the Gregorian one.

use icu_calendar::cal::{Gregorian, Persian};
use icu_calendar::{Date, Iso};

use super::{Language, Tongue};

impl Tongue {
    /// The day of an ISO 8601 date or date and time (`2026-11-23`, `2026-11-23T06:02:27Z`), as it is written there: no
    /// time zone is applied. None for anything else.
    #[must_use]
    pub fn date(self, iso: &str) -> Option<String> {
        let date = day_of(iso)?;
        let plain = |number: i32| {
            let number = usize::try_from(number).ok()?;
            Some(self.with_bundle(|bundle| bundle.number(number, false)))
        };
        if self.language() == Language::Persian {
            let date = date.to_calendar(Persian);
            let (day, year) = (plain(date.day_of_month().0.into())?, plain(date.year().extended_year())?);
            return Some(self.date_of(&day, date.month().ordinal.into(), &year));
        }
        let date = date.to_calendar(Gregorian);
        let (day, year) = (plain(date.day_of_month().0.into())?, plain(date.year().extended_year())?);
        // French alone counts the first day of a month.
        let first = self.language() == Language::French && date.day_of_month().0 == 1;
        let day = if first { format!("{day}er") } else { day };
        Some(self.date_of(&day, date.month().ordinal.into(), &year))
    }
}

/// The date before a `T` or a blank.
fn day_of(iso: &str) -> Option<Date<Iso>> {
    let day = iso.split(['T', 't', ' ']).next()?;
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    Date::try_new_iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
