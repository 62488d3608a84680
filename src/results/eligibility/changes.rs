//! The smallest changes that would give another verdict on an offer: what the answer hangs on.

use maud::{Markup, html};

use super::{parameters, texts, verdict_word};
use crate::draft::Context;
use crate::rules::eligibility::changes::{Change, Influence, changes, influence};
use crate::rules::eligibility::{Fact, OfferRow, Situation};
use crate::rules::logic::{Truth, Verdict};
use crate::text::format::short_date;

/// Changes of equal verdict, told together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    /// What every change of the group sets.
    all: Vec<(Fact, Truth)>,
    /// What each of them sets besides; nothing when the group is a single change.
    one_of: Vec<(Fact, Truth)>,
    /// The verdict after any of them.
    verdict: Verdict,
}

impl Group {
    /// Takes a change in, when it differs from the others in one fact. Whether it has.
    fn takes(&mut self, change: &Change) -> bool {
        let (shared, own): (Vec<_>, Vec<_>) =
            change.facts.iter().copied().partition(|fact| self.all.contains(fact));
        if self.verdict != change.verdict || own.len() != 1 {
            return false;
        }
        let is_single = self.one_of.is_empty();
        let wanted = if is_single { change.facts.len() } else { shared.len() };
        if self.all.len() != wanted {
            return false;
        }
        if is_single {
            self.one_of = self.all.iter().copied().filter(|fact| !shared.contains(fact)).collect();
            self.all = shared;
        }
        self.one_of.extend(own);
        true
    }
}

/// Puts together what differs in one fact; every change is in exactly one group.
fn grouped(changes: Vec<Change>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for change in changes {
        if !groups.iter_mut().any(|group| group.takes(&change)) {
            let Change { facts, verdict } = change;
            groups.push(Group { all: facts, one_of: Vec::new(), verdict });
        }
    }
    groups
}

/// What would give another verdict, closed until it is asked for. Nothing while answers are
/// missing, because then those are what the verdict hangs on.
pub fn fold(row: &OfferRow, situation: &Situation, context: Context) -> Markup {
    let words = &context.words.check.changes;
    let Some(parameters) = parameters(situation, context) else { return html! {} };
    if row.verdict == Verdict::Incomplete {
        return html! {};
    }
    let groups = grouped(changes(row.offer, situation, &parameters));
    let teller = Teller { row, situation, context };
    html! {
        @if groups.is_empty() {
            p { (words.none) }
        } @else {
            details.details {
                summary.details-summary {
                    (words.heading) span.sr-only { ": " (texts::offer(row.offer, context.words)) }
                }
                div.details-text {
                    p { (words.lead) }
                    ul.changes role="list" { @for group in &groups { li { (teller.group(group)) } } }
                }
            }
        }
    }
}

/// What it takes to tell of a change.
struct Teller<'a> {
    row: &'a OfferRow,
    situation: &'a Situation,
    context: Context,
}

impl Teller<'_> {
    fn group(&self, group: &Group) -> Markup {
        let words = &self.context.words.check.changes;
        let shared = self.shared_note(group);
        let note = |fact| if shared.is_none() { self.note(fact) } else { None };
        html! {
            p { (self.condition(group)) }
            ul {
                (self.each(&group.all, &note))
                @if group.all.is_empty() {
                    (self.each(&group.one_of, &note))
                } @else if !group.one_of.is_empty() {
                    li { (words.and_one_of) ul { (self.each(&group.one_of, &note)) } }
                }
            }
            @if let Some(shared) = shared { p.influence { (shared) } }
            p.change-verdict { (self.then(group.verdict)) }
        }
    }

    /// What of the group must fit.
    fn condition(&self, group: &Group) -> &'static str {
        let words = &self.context.words.check.changes;
        match (group.all.len(), group.one_of.is_empty()) {
            (0, _) => words.if_one_of,
            (1, true) => words.if_this,
            _ => words.if_all,
        }
    }

    fn each(
        &self,
        facts: &[(Fact, Truth)],
        note: &dyn Fn((Fact, Truth)) -> Option<String>,
    ) -> Markup {
        html! {
            @for fact in facts {
                li { (self.sentence(*fact)) (influence_line(note(*fact).as_deref())) }
            }
        }
    }

    /// A fact in the words of the answer as it would be.
    fn sentence(&self, (fact, truth): (Fact, Truth)) -> &'static str {
        match fact {
            Fact::Adult => self.context.words.check.adult,
            Fact::Says(question) => texts::answer(question, truth, self.context.words),
        }
    }

    /// What can be done about a fact; what is not known yet can be found out.
    fn note(&self, (fact, truth): (Fact, Truth)) -> Option<String> {
        let words = &self.context.words.check.changes;
        let is_known = match fact {
            Fact::Adult => true,
            Fact::Says(question) => {
                !matches!(self.situation.answers.get(question), None | Some(Truth::Unknown))
            }
        };
        if !is_known {
            return Some(words.find_out.to_owned());
        }
        let note = match (influence(fact), truth) {
            (Influence::Time, _) => {
                let from = self.row.eligible_from?;
                return Some(words.time(short_date(from, self.context.words)));
            }
            (Influence::Nobody, _) => words.nobody,
            (Influence::Municipality, _) => words.municipality,
            (Influence::EndOfStay, Truth::Yes) => words.start_of_stay,
            (Influence::EndOfStay, Truth::No | Truth::Unknown) => words.end_of_stay,
        };
        Some(note.to_owned())
    }

    /// The note of every fact of a group, when it is the same for all and there are several.
    fn shared_note(&self, group: &Group) -> Option<String> {
        let mut facts = group.all.iter().chain(&group.one_of);
        let first = self.note(*facts.next()?)?;
        let others: Vec<_> = facts.map(|fact| self.note(*fact)).collect();
        let is_shared = others.iter().all(|note| note.as_ref() == Some(&first));
        (is_shared && !others.is_empty()).then_some(first)
    }

    /// What the verdict would become.
    fn then(&self, verdict: Verdict) -> Markup {
        let words = &self.context.words.check.changes;
        html! {
            @if verdict == Verdict::Incomplete {
                (words.then_open)
            } @else {
                (words.then) " " strong { (verdict_word(verdict, self.context)) }
            }
        }
    }
}

fn influence_line(note: Option<&str>) -> Markup {
    html! { @if let Some(note) = note { span.influence { (note) } } }
}

#[cfg(test)]
mod tests;
