//! The lines of a calendar file and what they are made of (RFC 5545, 3.1).

/// The lines, each whole again where it was folded.
///
/// A line ends with CRLF, LF or CR. It is put together as bytes: old programs fold in the middle
/// of a character.
pub struct Lines<'a> {
    rest: &'a [u8],
}

impl<'a> Lines<'a> {
    /// The lines of a file, with or without a byte order mark.
    pub fn new(file: &'a [u8]) -> Lines<'a> {
        Lines { rest: file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file) }
    }

    fn next_byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// Takes the next byte if it is `wanted`.
    fn take(&mut self, wanted: u8) -> bool {
        let rest = self.rest.strip_prefix(&[wanted]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

impl Iterator for Lines<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.rest.is_empty() {
            return None;
        }
        let mut line = Vec::new();
        while let Some(byte) = self.next_byte() {
            if byte != b'\r' && byte != b'\n' {
                line.push(byte);
                continue;
            }
            if byte == b'\r' {
                // Some transfers double the CR.
                while self.take(b'\r') {}
                self.take(b'\n');
            }
            if !self.take(b' ') && !self.take(b'\t') {
                break;
            }
        }
        Some(String::from_utf8_lossy(&line).into_owned())
    }
}

/// A line: `NAME;PARAMETER=VALUE:value`.
pub struct Property<'a> {
    /// The name as it is written.
    pub name: &'a str,
    /// What stands between name and value.
    parameters: &'a str,
    /// The value as it is written.
    pub value: &'a str,
}

impl<'a> Property<'a> {
    /// Splits a line at its first `:` that does not stand in quotes.
    pub fn new(line: &'a str) -> Option<Property<'a>> {
        let mut quoted = false;
        let ends = |sign: char| {
            quoted ^= sign == '"';
            sign == ':' && !quoted
        };
        let (head, value) = line.split_once(ends)?;
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(Property { name, parameters, value })
    }

    /// Whether this is its name; capitals do not matter.
    pub fn is(&self, name: &str) -> bool {
        self.name.trim().eq_ignore_ascii_case(name)
    }

    /// Whether this is its value; capitals do not matter.
    pub fn has(&self, value: &str) -> bool {
        self.value.trim().eq_ignore_ascii_case(value)
    }

    /// The value of a parameter, without quotes.
    pub fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut quoted = false;
        let separates = |sign: char| {
            quoted ^= sign == '"';
            sign == ';' && !quoted
        };
        for parameter in self.parameters.split(separates) {
            if let Some((key, value)) = parameter.split_once('=')
                && key.trim().eq_ignore_ascii_case(name)
            {
                return Some(value.trim_matches('"'));
            }
        }
        None
    }

    /// The value as text of one line with at most `longest` characters: escapes resolved, line
    /// breaks and tabs as spaces, other control characters left out.
    pub fn text(&self, longest: usize) -> String {
        let mut text = String::new();
        let mut length = 0_usize;
        let mut escaped = false;
        for sign in self.value.trim().chars() {
            if length == longest {
                break;
            }
            if sign == '\\' && !escaped {
                escaped = true;
                continue;
            }
            let sign = match sign {
                'n' | 'N' if escaped => ' ',
                '\t' => ' ',
                other => other,
            };
            escaped = false;
            if !sign.is_control() {
                text.push(sign);
                length = length.saturating_add(1);
            }
        }
        text.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(file: &[u8]) -> Vec<String> {
        Lines::new(file).collect()
    }

    #[test]
    fn any_line_end_ends_a_line() {
        for file in ["A:1\r\nB:2\r\n", "A:1\nB:2\n", "A:1\rB:2", "A:1\r\r\nB:2\r\r\n"] {
            assert_eq!(lines(file.as_bytes()), ["A:1", "B:2"], "{file:?}");
        }
        assert_eq!(lines(b"\xef\xbb\xbfA:1"), ["A:1"]);
        assert_eq!(lines(b""), [""; 0]);
    }

    #[test]
    fn folded_lines_are_whole_again_even_inside_a_character() {
        assert_eq!(lines(b"A:1\r\n 2\n\t3\r 4\r\nB:5"), ["A:1234", "B:5"]);
        assert_eq!(lines(b"A:\xc3\r\n \xa5"), ["A:å"]);
        assert_eq!(lines(b"A:1\n "), ["A:1"]);
        assert_eq!(lines(b" A:\xff"), [" A:\u{fffd}"]);
    }

    #[test]
    fn quotes_hide_the_signs_that_split() {
        let line = "DTSTART;X=\"a:b;TZID=c\";TZID=\"Europe/Copenhagen\";value=DATE:20260306:x";
        let property = Property::new(line).unwrap();
        assert_eq!((property.name, property.value), ("DTSTART", "20260306:x"));
        assert_eq!(property.parameter("TZID"), Some("Europe/Copenhagen"));
        assert_eq!(property.parameter("VALUE"), Some("DATE"));
        assert_eq!(property.parameter("c"), None);
        assert!(property.is("dtstart") && property.has("20260306:X"));
        assert!(Property::new("no value").is_none());
        assert!(Property::new("A;X=\"never closed:1").is_none());
    }

    #[test]
    fn text_is_one_line() {
        let text = |value, longest| Property { name: "", parameters: "", value }.text(longest);
        assert_eq!(text("a\\, b\\; c\\\\d\\ne\\Nf\tg\u{0}\u{7f}", 80), "a, b; c\\d e f g");
        assert_eq!(text("\\\\n", 80), "\\n");
        assert_eq!(text("æøåæøå", 4), "æøåæ");
        assert_eq!(text("  x \\", 80), "x");
    }
}
