//! How well a colour is told from its ground, by how many eyes.

/// Red, green, blue; sRGB, 8 bits each.
pub type Rgb = (u8, u8, u8);

/// What text needs at least (WCAG 2.x, success criterion 1.4.3).
pub const ENOUGH: f64 = 4.5;

/// What text needs for weak eyes (WCAG 2.x, success criterion 1.4.6).
pub const HIGH: f64 = 7.0;

/// How somebody sees colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// With all three kinds of cones.
    Normal,
    /// Without those for long waves (red).
    Protanopia,
    /// Without those for middle waves (green).
    Deuteranopia,
}

impl Sight {
    /// All that are reckoned with.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Protanopia, Self::Deuteranopia];

    /// A colour as it looks to somebody with this sight: the matrices of Machado, Oliveira and Fernandes, "A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.0, on linear light.
    #[must_use]
    pub fn seen(self, colour: Rgb) -> Rgb {
        let matrix = match self {
            Self::Normal => return colour,
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        };
        let light = [linear(colour.0), linear(colour.1), linear(colour.2)];
        let channel = |row: [f64; 3]| encoded(row.iter().zip(light).map(|(weight, light)| weight * light).sum());
        (channel(matrix[0]), channel(matrix[1]), channel(matrix[2]))
    }
}

/// The light of a channel, from 0 to 1 (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The channel of a light.
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    // Between 0 and 255 by the clamp.
    (value * 255.0).round() as u8
}

/// The relative luminance of WCAG 2.x, from 0 to 1.
#[must_use]
pub fn luminance((red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The contrast ratio of WCAG 2.x, from 1 to 21; which of the two is the ground does not matter.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The least contrast of a colour on a ground over all kinds of [`Sight`].
#[must_use]
pub fn least_contrast(colour: Rgb, ground: Rgb) -> f64 {
    Sight::ALL.iter().map(|sight| contrast(sight.seen(colour), sight.seen(ground))).fold(f64::INFINITY, f64::min)
}

/// The colour that is furthest from `ground`: white on dark ones, black on light ones.
#[must_use]
pub(super) fn furthest(ground: Rgb) -> Rgb {
    if is_dark(ground) { (255, 255, 255) } else { (0, 0, 0) }
}

/// Whether light text is read better on it than dark text.
#[must_use]
pub fn is_dark(ground: Rgb) -> bool {
    contrast((255, 255, 255), ground) >= contrast((0, 0, 0), ground)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that others publish.
    #[test]
    fn contrast_is_that_of_wcag() {
        let cases = [
            ((0, 0, 0), (255, 255, 255), 21.0),
            ((255, 255, 255), (255, 255, 255), 1.0),
            ((118, 118, 118), (255, 255, 255), 4.54),
            ((119, 119, 119), (255, 255, 255), 4.48),
            ((255, 0, 0), (255, 255, 255), 4.00),
            ((0, 0, 255), (255, 255, 255), 8.59),
        ];
        for (one, other, wanted) in cases {
            assert!((contrast(one, other) - wanted).abs() < 0.005, "{one:?} {other:?} {}", contrast(one, other));
        }
    }

    #[test]
    fn who_lacks_red_or_green_sees_both_alike_and_greys_as_they_are() {
        for sight in [Sight::Protanopia, Sight::Deuteranopia] {
            for grey in [0, 100, 255] {
                let (red, green, blue) = sight.seen((grey, grey, grey));
                assert!([red, green, blue].iter().all(|channel| channel.abs_diff(grey) <= 1), "{sight:?}");
            }
            let (red, green, blue) = sight.seen((0, 160, 0));
            assert!(red.abs_diff(green) < 40 && blue < green, "{sight:?}: {red} {green} {blue}");
        }
        // Without the cones for red, red is dark.
        assert!(luminance(Sight::Protanopia.seen((255, 0, 0))) < luminance((255, 0, 0)) * 0.7);
    }

    #[test]
    fn on_every_grey_one_of_the_ends_can_be_read() {
        for grey in 0..=255 {
            let ground = (grey, grey, grey);
            assert!(contrast(furthest(ground), ground) >= ENOUGH, "{grey}");
        }
    }
}
