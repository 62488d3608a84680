//! What stands in the place of all pages when the municipality's rates cannot be trusted: whom to
//! ask, and for whoever edits the file what would be right. No amount, old or new.

use maud::{Markup, html};

use crate::app::served::{Trouble, Whom};
use crate::html::parts::{phone_link, unframed_header};
use crate::rules::standard::StandardError;
use crate::text::format::short_date;
use crate::text::standard_file::{message, place};
use crate::text::words::Words;

/// The id of the place for what is wrong, which is told when the second file has come.
pub const LIST: &str = "standard-problems";

/// The id of the button that loads the page again.
pub const RELOAD: &str = "reload";

/// The whole page.
pub fn page(trouble: &Trouble, whom: &Whom, words: &Words) -> Markup {
    let w = &words.trouble;
    html! {
        (unframed_header(&whom.municipality))
        main id="main-content" tabindex="-1" {
            div.wrap {
                div.page-intro {
                    h1 { (w.heading) }
                    p.font-lead role="alert" {
                        @match trouble {
                            Trouble::Unreachable => (w.unreachable),
                            Trouble::Wrong(_) => (w.wrong),
                            Trouble::Early { today, from } => {
                                (w.early(short_date(*today, words), short_date(*from, words)))
                            }
                        }
                    }
                }
                p { (w.call(&whom.municipality, &whom.department)) " " (phone_link(&whom.phone)) "." }
                p { (w.safe) }
                p { button.button.button-primary id=(RELOAD) type="button" { (w.reload) } }
                div id=(LIST) {}
            }
        }
    }
}

/// Everything that is wrong in the file, each field with what would be right.
pub fn problems(errors: &[StandardError], words: &Words) -> Markup {
    html! {
        section.section {
            h2 { (words.trouble.editor) }
            p { (lead(errors.len(), words)) }
            dl.answers {
                @for error in errors {
                    div { dt { code { (place(error, words)) } } dd { (message(error, words)) } }
                }
            }
        }
    }
}

fn lead(count: usize, words: &Words) -> String {
    match count {
        1 => words.standard_file.lead_one.to_owned(),
        count => words.standard_file.lead(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::served::Met;
    use crate::rules::date::Date;
    use crate::rules::standard::BUILT_IN;
    use crate::text::words::DA;

    #[test]
    fn a_wrong_file_shows_no_amount_but_the_number_and_each_wrong_field() {
        let text = BUILT_IN.replace("1800.00", "1.900").replace("2600.00", "2.700");
        let Err(trouble) = Met::Read.standard(&text) else { panic!("the file is wrong") };
        let page = page(&trouble, &Whom::of(&text).unwrap(), &DA).into_string();
        for amount in ["1.800", "1800", "2.600", "1.900", "2.700"] {
            assert!(!page.contains(amount), "{amount}");
        }
        assert!(page.contains("tel:+4556676767") && page.contains(DA.trouble.wrong));
        let Trouble::Wrong(errors) = trouble else { panic!("it is the file that is wrong") };
        assert_eq!(errors.len(), 2);
        let told = problems(&errors, &DA).into_string();
        for name in ["minimum_under_age_limit", "minimum_from_age_limit"] {
            assert!(told.contains(&format!("parameters.{name}.values[0].value")), "{told}");
        }
        assert!(told.contains(&DA.standard_file.lead(2)));
    }

    #[test]
    fn a_clock_that_is_too_early_is_told_with_both_days() {
        let day = |text| Date::parse(text).unwrap();
        let early = Trouble::Early { today: day("1970-01-01"), from: day("2023-04-17") };
        let page = page(&early, &Whom::of("").unwrap(), &DA).into_string();
        for said in ["1. januar 1970", "17. april 2023", "tel:+4556676767"] {
            assert!(page.contains(said), "{page}");
        }
    }

    #[test]
    fn a_file_out_of_reach_is_not_called_wrong() {
        let page = page(&Trouble::Unreachable, &Whom::of("").unwrap(), &DA).into_string();
        assert!(page.contains(DA.trouble.unreachable) && !page.contains(DA.trouble.wrong));
    }
}
