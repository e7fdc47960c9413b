//! Addresses of the article as they are opened: what is shown is what is opened, in ASCII, so that no letter of an address
//! can look like another or stand in another's place.

use url::Url;

use crate::tongue::Text;

/// The form in which an address is shown and opened: as a browser sends it (WHATWG URL Standard), hosts in Punycode, other
/// letters in per cent. Of mailto only the mailbox: what stands behind ? in it is headers, and with some mail programs a
/// file to attach.
///
/// # Errors
/// When it is none that is opened: not http, https or mailto, with blanks or control characters, or with a name before the
/// host, which looks like a host.
pub fn plain_address(address: &str) -> Result<String, Text> {
    let address = address.trim_matches(' ');
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if !matches!(scheme.as_deref(), Some("http" | "https" | "mailto")) {
        return Err(Text::OnlyWebAddresses);
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(Text::BadAddress);
    }
    let mut url = Url::parse(address).map_err(|_| Text::BadAddress)?;
    if url.scheme() == "mailto" {
        url.set_query(None);
        url.set_fragment(None);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Text::AddressWithName);
    }
    let plain = String::from(url);
    // The standard's own promise; a terminal and a program are given it.
    if plain.bytes().all(|byte| byte.is_ascii_graphic()) { Ok(plain) } else { Err(Text::BadAddress) }
}

/// An address for the screen: as it is opened, and as it stands in the file where it is not.
#[must_use]
pub fn shown_address(address: &str) -> String {
    plain_address(address).unwrap_or_else(|_| crate::formats::visible(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_what_is_opened() {
        for (address, plain) in [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("https://example.org/أخبار/2024", "https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/2024"),
            // Cyrillic letters that look like Latin ones.
            ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/"),
            ("http://موقع.وزارة-الاتصالات.مصر/", "http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/"),
            ("https://example.org/\u{202e}gpj.exe", "https://example.org/%E2%80%AEgpj.exe"),
            ("https://EXAMPLE.org/a/../b", "https://example.org/b"),
            ("https://example.org/'\"`$(x);|&<>\\", "https://example.org/'%22%60$(x);|&%3C%3E/"),
            ("mailto:a@example.org?attach=/etc/passwd", "mailto:a@example.org"),
            ("MAILTO:b@example.org", "mailto:b@example.org"),
        ] {
            assert_eq!(plain_address(address).as_deref(), Ok(plain));
            assert_eq!(shown_address(address), plain);
        }
    }

    #[test]
    fn other_addresses_are_not_opened_and_shown_as_they_are() {
        for (address, why) in [
            ("file:///etc/passwd", Text::OnlyWebAddresses),
            ("javascript:alert(1)", Text::OnlyWebAddresses),
            ("vnc:x", Text::OnlyWebAddresses),
            ("-x", Text::OnlyWebAddresses),
            ("", Text::OnlyWebAddresses),
            ("//example.org", Text::OnlyWebAddresses),
            ("https://a b", Text::BadAddress),
            ("https://a\u{1b}[31m", Text::BadAddress),
            ("https://exa\nmple.org", Text::BadAddress),
            ("https://", Text::BadAddress),
            ("https://exa\u{202e}mple.org/", Text::BadAddress),
            ("https://www.bank.example@evil.example/", Text::AddressWithName),
            ("https://a:b@evil.example/", Text::AddressWithName),
        ] {
            assert_eq!(plain_address(address), Err(why), "{address}");
            assert!(!shown_address(address).chars().any(|c| c.is_control() || c == '\u{202e}'));
        }
    }
}
