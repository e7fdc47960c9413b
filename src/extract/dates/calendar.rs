//! Days of the Gregorian calendar, and what lies before and after them.

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

impl Day {
    /// From the first ten characters of an ISO 8601 date.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let mut next = || parts.next()?.parse::<i64>().ok();
        let day = Self { year: next()?, month: next()?, day: next()? };
        ((1..=12).contains(&day.month) && (1..=31).contains(&day.day) && (1..=9999).contains(&day.year)).then_some(day)
    }

    /// Days since 1970-01-01, which was a Thursday.
    pub(super) fn number(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    pub(super) fn of_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted - era * 146_097;
        let of_cycle = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self { year: of_cycle + era * 400 + i64::from(month <= 2), month, day }
    }

    /// ISO weekday, 1 is Monday.
    pub(super) fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7) + 1
    }

    pub(super) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

pub(super) fn shifted(today: Day, unit: char, offset: i64) -> String {
    match unit {
        'y' => format!("{:04}", today.year + offset),
        'm' => {
            let months = today.year * 12 + today.month - 1 + offset;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        _ => Day::of_number(today.number() + offset).iso(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_are_counted() {
        let day = Day::parse("2024-11-19T08:00:00Z").unwrap();
        assert_eq!((day.weekday(), day.number()), (2, 20_046));
        assert_eq!(Day::of_number(day.number() + 103).iso(), "2025-03-02");
        for number in (-800_000..800_000).step_by(137) {
            assert_eq!(Day::of_number(number).number(), number);
        }
        assert_eq!(shifted(day, 'm', 2), "2025-01");
    }
}
