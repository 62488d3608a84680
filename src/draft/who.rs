//! Whom it is about: the person who asks, or somebody close to them. It changes the words alone.

use super::{Context, Sheet};
use crate::text::words::Who;

/// The field.
pub const WHO: &str = "who";

/// Whom it is about, once that is answered.
pub fn who(sheet: &Sheet) -> Option<Who> {
    Who::from_code(sheet.get(WHO))
}

impl Context {
    /// The same in the words that fit whom it is about. Before anybody has said so, the words
    /// speak of »personen«, which is right for both.
    pub fn speaking_as(self, sheet: &Sheet) -> Context {
        Context { words: self.edition.words(who(sheet).unwrap_or(Who::Close)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{context, sheet};

    #[test]
    fn the_words_follow_whom_it_is_about() {
        let born = |who: &str| {
            let sheet = sheet(&[(WHO, who)]);
            context().speaking_as(&sheet).words.check.born
        };
        assert_eq!(born("me"), "Hvornår er du født?");
        assert_eq!(born("close"), "Hvornår er personen født?");
        assert_eq!(born(""), born("close"));
        assert_eq!(born("nobody"), born("close"));
    }
}
