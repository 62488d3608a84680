//! What stands in the place of the planner and other later pages until they are there: that it
//! comes, or that it could not be fetched, and what to do then.

use maud::{Markup, html};

use crate::html::page::{HEADING, View, second_file};
use crate::html::parts;

/// A page that comes with the second file, before that is there.
pub fn page(view: View) -> Markup {
    let words = &view.words().waiting;
    html! {
        // The page's own words come with it.
        div.page-intro {
            h1 id=(HEADING) tabindex="-1" { (view.model.page.title(view.words())) }
        }
        (second_file(words.awaited, view))
        (parts::contact(view.context))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::{Action, Deed, Event};
    use crate::app::model::{Extent, Model, Outside};
    use crate::app::page::Page;
    use crate::app::planner::doors::Arrival;
    use crate::draft::Context;
    use crate::rules::date::Date;
    use crate::rules::standard::Standard;
    use crate::text::words::{DA, Language};

    fn context() -> Context {
        let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        let today = Date::parse("2026-11-22").unwrap();
        Context::new(today, standard, Language::Danish.edition())
    }

    fn waiting() -> Model {
        let mut model = Model::new(Page::Respite, context());
        model.arrival = Arrival::Awaited;
        model
    }

    fn drawn(model: &Model) -> String {
        let view = View { model, context: context(), hollow: false };
        crate::pages::page(view).into_string()
    }

    #[test]
    fn the_planner_stands_where_it_was_waited_for() {
        let mut model = waiting();
        let words = &DA.waiting;
        assert!(drawn(&model).contains(words.awaited));
        assert!(!drawn(&model).contains("data-day"));
        let effects = model.update(Event::Arrived(Arrival::Here), context());
        assert_eq!(effects.extent, Extent::Page);
        assert!(!drawn(&model).contains(words.awaited));
        assert!(drawn(&model).contains("data-day"));
    }

    #[test]
    fn what_could_not_be_fetched_can_be_fetched_again() {
        let mut model = waiting();
        model.update(Event::Arrived(Arrival::Missing), context());
        let page = drawn(&model);
        assert!(page.contains(DA.waiting.missing) && page.contains("data-act=\"fetch\""));
        let effects = model.update(Event::Pressed(Action::Do(Deed::Fetch)), context());
        assert_eq!(effects.outside, Some(Outside::FetchPlanner));
        assert_eq!(effects.focus.as_deref(), Some(HEADING));
        assert!(drawn(&model).contains(DA.waiting.awaited));
    }

    #[test]
    fn nothing_reaches_a_planner_that_is_not_there() {
        let mut model = waiting();
        let stay =
            || Event::Typed { field: "stay-1-arrival".to_owned(), text: "6.3.2026".to_owned() };
        for event in [
            stay(),
            Event::Chose(context().today),
            Event::Submitted(crate::app::tool::Tool::Suggest),
            Event::Pressed(Action::Do(Deed::Template)),
        ] {
            assert_eq!(model.update(event.clone(), context()), Default::default(), "{event:?}");
        }
        assert_eq!(model.sheet, Model::new(Page::Respite, context()).sheet);
        model.arrival = Arrival::Here;
        model.update(stay(), context());
        assert_ne!(model.sheet, Model::new(Page::Respite, context()).sheet);
    }

    #[test]
    fn forgetting_everything_typed_does_not_forget_that_the_planner_is_not_there() {
        let mut model = waiting();
        model.page = Page::Overview;
        model.update(Event::Pressed(Action::Do(Deed::Clear)), context());
        assert_eq!(model.arrival, Arrival::Awaited);
    }
}
