//! The language can be changed at any time: nothing typed is lost, and the page is the one that
//! somebody would see who has done the same in that language from the start.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use botilbud::app::event::{Action, Event};
use botilbud::app::model::Model;
use botilbud::app::page::{Page, Step};
use botilbud::app::planner::doors::Arrival;
use botilbud::app::tool::Tool;
use botilbud::draft::Context;
use botilbud::html::page::View;
use botilbud::html::spoken::spoken;
use botilbud::pages;
use botilbud::rules::date::Date;
use botilbud::rules::standard::{BUILT_IN, Standard};
use botilbud::text::marks;
use botilbud::text::words::{Language, Who};

fn context(language: Language) -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse("2026-03-09").unwrap(), standard, language.edition())
}

/// Everything that stands on the screen.
fn drawn(model: &Model, context: Context) -> String {
    let context = context.speaking_as(&model.sheet);
    let view = View { model, context, hollow: false };
    let parts =
        [pages::page(view), pages::menu(view), pages::languages(view), pages::footer(context)];
    parts.map(|part| part.into_string()).concat() + &pages::window_title(view)
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// The values of an attribute in markup.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    html.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

const TYPED: [&str; 12] = [
    "",
    "4",
    "5",
    "1996",
    "6.3.2026",
    "9 MARTS 2026",
    "12 mar 2027",
    "1.800",
    "12000",
    "abc",
    "me",
    "yes",
];

/// Something that a person could do on the page.
fn something(html: &str, dice: &mut Dice) -> Option<Event> {
    let inputs: Vec<&str> =
        html.split("<input").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let days = values(html, "data-day");
    match dice.below(10) {
        0..=3 => {
            let input = dice.of(&inputs)?;
            let choice = input.contains("type=\"radio\"");
            let field = values(input, if choice { "name" } else { "id" });
            let text = if choice { values(input, "value") } else { vec![*dice.of(&TYPED)?] };
            let (field, text) = (field.first()?.to_string(), text.first()?.to_string());
            Some(Event::Typed { field, text })
        }
        4 => {
            let lists: Vec<&str> = html.split("<select").skip(1).collect();
            let list = dice.of(&lists)?.split("</select>").next()?;
            let field = values(list, "id").first()?.to_string();
            let text = dice.of(&values(list, "value"))?.to_string();
            Some(Event::Typed { field, text })
        }
        5 | 6 => {
            let codes = values(html, "data-act");
            let action = Action::from_code(dice.of(&codes)?)?;
            let stays = !matches!(action, Action::Speak(_));
            stays.then_some(Event::Pressed(action))
        }
        7 => Some(Event::Submitted(Tool::from_code(dice.of(&values(html, "data-tool"))?)?)),
        8 => Some(Event::Chose(Date::parse(dice.of(&days)?)?)),
        _ => Some(Event::Left),
    }
}

fn does(model: &mut Model, event: Event, context: Context) {
    model.update(event, context);
    while model.planner.is_looking() {
        model.step_search(context);
    }
}

fn pages() -> Vec<Page> {
    let steps = [Step::Question(1), Step::Question(3), Step::Answers, Step::Result];
    Page::ALL.into_iter().chain(steps.map(Page::Check)).collect()
}

/// Two people do the same, each in their language, and one of them changes to the other's.
fn meet(from: Language, to: Language, dice: &mut Dice) {
    let contexts = [from, to].map(context);
    let all = pages();
    let [mut changer, mut stayer] = contexts.map(|context| Model::new(Page::Front, context));
    for _ in 0..4 {
        let page = *dice.of(&all).unwrap();
        changer.come_to(page, contexts[0]);
        stayer.come_to(page, contexts[1]);
        for _ in 0..12 {
            let Some(event) = something(&drawn(&changer, contexts[0]), dice) else { continue };
            does(&mut changer, event.clone(), contexts[0]);
            does(&mut stayer, event, contexts[1]);
        }
    }
    // What was said of the last thing done has been said.
    does(&mut changer, Event::Rested, contexts[0]);
    does(&mut stayer, Event::Rested, contexts[1]);
    changer.speak_language(contexts[0].words, contexts[1]);
    stayer.speak_language(contexts[1].words, contexts[1]);
    assert_eq!(changer.sheet, stayer.sheet, "what was typed");
    for page in all {
        changer.come_to(page, contexts[1]);
        stayer.come_to(page, contexts[1]);
        let [changed, stayed] = [&changer, &stayer].map(|model| drawn(model, contexts[1]));
        assert!(changed == stayed, "{page:?}: {}", difference(&changed, &stayed));
    }
}

/// Where two texts part.
fn difference(one: &str, other: &str) -> String {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let near = |text: &str| {
        let bytes = &text.as_bytes()[same.saturating_sub(120)..(same + 120).min(text.len())];
        String::from_utf8_lossy(bytes).into_owned()
    };
    format!("\n{}\nand\n{}", near(one), near(other))
}

#[test]
fn a_change_of_language_leads_to_the_page_of_the_other_language() {
    let mut dice = Dice(7);
    for round in 0..120 {
        let [from, to] = match round % 3 {
            0 => [Language::Danish, Language::English],
            1 => [Language::English, Language::EasyDanish],
            _ => [Language::EasyDanish, Language::Danish],
        };
        meet(from, to, &mut dice);
    }
}

/// The texts of a language in pieces: what stands between values.
fn pieces(language: Language) -> BTreeSet<String> {
    let lines = language.files().into_iter().flat_map(str::lines);
    let texts = lines.flat_map(|line| line.split('\t')).map(marks::plain);
    let pieces = texts.flat_map(|text| {
        text.split(['{', '}']).step_by(2).map(|piece| piece.trim().to_owned()).collect::<Vec<_>>()
    });
    pieces.filter(|piece| piece.chars().count() > 14).collect()
}

/// Every page as it is before anything is typed, and after much has been.
fn many_pages(language: Language) -> Vec<(Page, String)> {
    let context = context(language);
    let mut dice = Dice(11);
    let mut model = Model::new(Page::Front, context);
    let mut found = Vec::new();
    for round in 0..12 {
        for page in pages() {
            model.come_to(page, context);
            found.push((page, drawn(&model, context)));
            for _ in 0..8 {
                if let Some(event) = something(&drawn(&model, context), &mut dice) {
                    does(&mut model, event, context);
                }
            }
            found.push((page, drawn(&model, context)));
        }
        if round % 4 == 3 {
            model = Model::new(Page::Front, context);
        }
    }
    found
}

#[test]
fn no_language_borrows_words_of_another() {
    for language in Language::ALL.iter().copied() {
        let own = pieces(language);
        let others = Language::ALL.iter().filter(|other| **other != language);
        let foreign: BTreeSet<String> = others
            .flat_map(|other| pieces(*other))
            .filter(|piece| {
                !own.iter().any(|text| text.contains(piece)) && !BUILT_IN.contains(piece)
            })
            .collect();
        assert!(foreign.len() > 300, "{}", foreign.len());
        let shown: BTreeSet<String> = many_pages(language)
            .into_iter()
            .map(|(_, html)| marks::plain(&html).replace("&amp;", "&").replace("&quot;", "\""))
            .collect();
        for html in &shown {
            for piece in &foreign {
                assert!(!html.contains(piece), "{language:?} shows »{piece}«");
            }
        }
    }
}

/// What an English page says outside elements that are marked as Danish.
fn unmarked(html: &str) -> String {
    let html = spoken(html.to_owned(), true);
    let mut parts = html.split("<span lang=\"da\">");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once("</span>").map_or("", |(_, after)| after));
    let text = first + &rest.collect::<Vec<_>>().join("¤");
    let texts = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_danish_on_an_english_page_is_marked() {
    let standard = Standard::built_in().unwrap();
    // Proper names, and the languages' own.
    let own = [
        standard.municipality.as_str(),
        &standard.contacts.street,
        &standard.contacts.town,
        "Dansk",
        "Let dansk",
    ];
    let mut wrong = BTreeSet::new();
    for (page, html) in many_pages(Language::English) {
        let text = own.iter().fold(unmarked(&html), |text, name| text.replace(name, ""));
        let is_danish = |word: &&str| {
            let small = word.to_lowercase();
            small.contains(['æ', 'ø', 'å'])
                || ["og", "ikke", "det", "der", "kr", "som", "til", "eller"]
                    .contains(&small.as_str())
        };
        let found: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(is_danish).collect();
        wrong.extend(found.iter().map(|word| format!("{page:?}: {word}")));
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn a_page_that_waits_for_its_words_changes_its_language_too() {
    let context = context(Language::Danish);
    let mut model = Model::new(Page::About, context);
    model.arrival = Arrival::Awaited;
    let effects = model.update(Event::Pressed(Action::Speak(Language::English)), context);
    assert!(effects.outside.is_some());
    model.update(Event::Unspoken(Language::English), context);
    let told = context.edition.words(Who::Close).frame.language_missing("English");
    assert!(drawn(&model, context).contains(&told));
    model.update(Event::Pressed(Action::Speak(Language::English)), context);
    assert!(!drawn(&model, context).contains(&told));
}
