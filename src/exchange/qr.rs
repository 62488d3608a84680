//! A link as a QR code.
//!
//! The symbol is one path: a `<rect>` for each module would be thousands of elements.

use qrcodegen::{QrCode, QrCodeEcc};

/// The empty modules around a symbol without which readers do not find it (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// A QR code.
pub struct QrSymbol(QrCode);

/// The QR code of a text; none when the text is too long for any (2,953 bytes).
///
/// A seventh of it may be dirty or folded (level M), or less when it only fits so (level L).
pub fn symbol(text: &str) -> Option<QrSymbol> {
    // Always bytes: an address is neither all digits nor all capitals, and the code for those
    // would be downloaded for nothing.
    let of = |level| QrCode::encode_binary(text.as_bytes(), level).ok();
    of(QrCodeEcc::Medium).or_else(|| of(QrCodeEcc::Low)).map(QrSymbol)
}

impl QrSymbol {
    /// How many modules it is wide and high, with the empty ones around it.
    pub fn size(&self) -> i32 {
        self.0.size().saturating_add(2 * QUIET_ZONE)
    }

    /// Whether the module in this column and row is dark; none is outside the symbol.
    pub fn is_dark(&self, x: i32, y: i32) -> bool {
        self.0.get_module(x.saturating_sub(QUIET_ZONE), y.saturating_sub(QUIET_ZONE))
    }
}

/// The dark modules as the `d` of an SVG path, a rectangle for each run in a row, for a
/// `viewBox` of `0 0 size size`.
pub fn svg_path(symbol: &QrSymbol) -> String {
    let mut path = String::new();
    for y in 0..symbol.size() {
        let mut run = 0_i32;
        for x in 0..symbol.size() {
            if symbol.is_dark(x, y) {
                run = run.saturating_add(1);
            } else if run > 0 {
                // The last column is empty, so every run ends here.
                let start = x.saturating_sub(run);
                path.push_str(&format!("M{start} {y}h{run}v1h-{run}z"));
                run = 0;
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the path as a browser would, and reads the picture with a decoder from elsewhere.
    fn scanned(symbol: &QrSymbol) -> String {
        const SCALE: usize = 3;
        let size = usize::try_from(symbol.size()).unwrap();
        let mut dark = vec![false; size * size];
        for run in svg_path(symbol).split_terminator('z') {
            let (start, rest) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (length, back) = rest.split_once("v1h-").unwrap();
            assert_eq!(length, back, "the rectangle closes");
            let [x, y, length]: [usize; 3] = [x, y, length].map(|number| number.parse().unwrap());
            for x in x..x + length {
                assert!(!dark[y * size + x], "no module twice");
                dark[y * size + x] = true;
            }
        }
        let edge = |place: usize| place < 4 || place >= size - 4;
        for (place, dark) in dark.iter().enumerate() {
            assert!(
                !dark || !(edge(place % size) || edge(place / size)),
                "the quiet zone is empty"
            );
        }
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
                if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 }
            });
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "one symbol");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_foreign_decoder_reads_what_was_written() {
        let long = format!("example.dk/#p=1{}", "lgtBDAD".repeat(110));
        let texts = ["1", "example.dk/botilbud/#aflastning/1lgtBDADxyj", "æøå – 🏡", &long];
        for text in texts {
            assert_eq!(scanned(&symbol(text).unwrap()), text);
        }
    }

    #[test]
    fn level_l_takes_over_where_level_m_ends() {
        let level = |bytes: usize| {
            symbol(&"x".repeat(bytes)).map(|symbol| symbol.0.error_correction_level())
        };
        assert_eq!(level(2_331), Some(QrCodeEcc::Medium));
        assert_eq!(level(2_332), Some(QrCodeEcc::Low));
        assert_eq!(level(2_953), Some(QrCodeEcc::Low));
        assert_eq!(level(2_954), None);
    }

    #[test]
    fn a_symbol_has_its_quiet_zone_in_its_size() {
        assert_eq!(symbol("1").unwrap().size(), 21 + 8);
    }
}
