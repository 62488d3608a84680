//! What a page in a frame tells the page around it: how tall it is, and where the person has come
//! to. Never an answer, and nothing at all before the other has said hello.

/// The other window's first word, as JSON. Whatever else it says is passed over.
pub const HELLO: &str = r#"{"botilbud":1,"kind":"hello"}"#;

/// The heights a frame may be given, in pixels; `public/embed-1.js` takes no others.
const LOWEST: u32 = 50;
const HIGHEST: u32 = 30_000;

/// How tall the page was last said to be.
#[derive(Debug, Default)]
pub struct Heights {
    said: Option<u32>,
}

impl Heights {
    /// The height to tell when the content is so tall; nothing when it is as good as told.
    ///
    /// What is taller by a fraction would be cut off, so it is told at once; what is shorter by
    /// one pixel is not, so that rounding can never go to and fro.
    pub fn news(&mut self, content: f64) -> Option<u32> {
        let height = pixels(content.ceil()).max(LOWEST);
        let is_news = self.said.is_none_or(|said| height > said || height + 1 < said);
        if is_news {
            self.said = Some(height);
        }
        self.said.filter(|_| is_news)
    }

    /// The other window has lost what it was told, or is another.
    pub fn forget(&mut self) {
        self.said = None;
    }
}

/// A length in whole pixels, within bounds; a float is printed by a great deal of code.
fn pixels(length: f64) -> u32 {
    // What is no number or negative becomes 0.
    (length as u32).min(HIGHEST)
}

/// That the page is so tall, as JSON.
pub fn height_message(height: u32) -> String {
    format!(r#"{{"botilbud":1,"kind":"height","height":{height}}}"#)
}

/// That what happens is so far below the frame's upper edge, as JSON.
pub fn scroll_message(top: f64) -> String {
    let top = pixels(top.round());
    format!(r#"{{"botilbud":1,"kind":"scroll","top":{top}}}"#)
}

/// The origin to answer to. A window without one, as in a sandbox, can be answered only by leaving
/// open to whom; what is said tells nobody anything.
pub fn target(origin: &str) -> &str {
    if origin == "null" { "*" } else { origin }
}

/// Whether a frame is lower than its content: the other page does not give it more.
pub fn is_cut(content: f64, window: f64) -> bool {
    content.ceil() > window + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growing_is_told_at_once_and_shrinking_by_more_than_a_pixel() {
        let mut heights = Heights::default();
        assert_eq!(heights.news(400.2), Some(401));
        assert_eq!(heights.news(400.9), None);
        assert_eq!(heights.news(401.1), Some(402));
        assert_eq!(heights.news(400.5), None);
        assert_eq!(heights.news(399.9), Some(400));
        assert_eq!(heights.news(399.0), None, "as good as told");
        heights.forget();
        assert_eq!(heights.news(400.0), Some(400));
    }

    #[test]
    fn a_height_that_goes_to_and_fro_by_rounding_is_told_once() {
        let mut heights = Heights::default();
        let told = [600.0, 600.4, 600.0, 600.4, 600.0, 600.4].map(|height| heights.news(height));
        assert_eq!(told, [Some(600), Some(601), None, None, None, None]);
    }

    #[test]
    fn numbers_are_bounded() {
        let mut heights = Heights::default();
        assert_eq!(heights.news(0.0), Some(50));
        assert_eq!(heights.news(f64::NAN), None, "as if it were nothing");
        assert_eq!(heights.news(1e9), Some(30_000));
        assert_eq!(heights.news(2e9), None);
        assert_eq!(scroll_message(-3.0), r#"{"botilbud":1,"kind":"scroll","top":0}"#);
        assert_eq!(scroll_message(12.4), r#"{"botilbud":1,"kind":"scroll","top":12}"#);
        assert_eq!(scroll_message(1e9), r#"{"botilbud":1,"kind":"scroll","top":30000}"#);
    }

    #[test]
    fn messages_are_json_with_a_kind_and_a_number_alone() {
        for (text, kind, number) in [
            (height_message(612), "height", Some(612)),
            (scroll_message(7.0), "scroll", Some(7)),
            (HELLO.to_owned(), "hello", None),
        ] {
            let message: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(message["botilbud"], 1);
            assert_eq!(message["kind"], kind);
            let numbers = ["height", "top"].map(|name| message[name].as_u64());
            assert_eq!(numbers.into_iter().flatten().next(), number);
            assert_eq!(message.as_object().unwrap().len(), 2 + usize::from(number.is_some()));
        }
    }

    #[test]
    fn a_window_without_origin_is_answered_openly_and_no_other() {
        assert_eq!(target("null"), "*");
        assert_eq!(target("site://example.dk"), "site://example.dk");
    }

    #[test]
    fn a_frame_is_cut_when_more_than_a_pixel_is_missing() {
        assert!(!is_cut(600.0, 600.0));
        assert!(!is_cut(600.4, 600.0));
        assert!(is_cut(601.5, 600.0));
        assert!(!is_cut(300.0, 600.0));
    }
}
