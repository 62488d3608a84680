//! The ways in which a criterion is met, or is not: the smallest sets of facts that settle it.

use super::{Criterion, Truth};

/// Facts that settle a criterion whatever the others are; without any one of them they do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<Fact> {
    /// The facts with the value that each must have: yes or no.
    pub facts: Vec<(Fact, Truth)>,
    /// Whether an [`Criterion::AtMostPossible`] stands in between: then the criterion is not
    /// settled, but would be without it. It is unknown, or what another way settles.
    pub capped: bool,
}

impl<Fact: Copy + PartialEq> Way<Fact> {
    /// Whether every fact has the value it must have.
    pub fn is_taken(&self, truth: &impl Fn(Fact) -> Truth) -> bool {
        self.facts.iter().all(|(fact, wanted)| truth(*fact) == *wanted)
    }
}

/// Every way in which `criterion` is met (or not), in reading order.
///
/// A criterion is yes exactly when an uncapped way of meeting it is taken, and no exactly when an
/// uncapped way of not meeting it is. Structural: as each fact stands once, the ways of parts that
/// are all needed can be put together freely.
pub fn ways<Fact: Copy>(criterion: &Criterion<Fact>, met: bool) -> Vec<Way<Fact>> {
    match (criterion, met) {
        (Criterion::Is(fact), _) => {
            vec![Way { facts: vec![(*fact, Truth::from(met))], capped: false }]
        }
        (Criterion::Not(inner), _) => ways(inner, !met),
        (Criterion::AtMostPossible(inner), _) => {
            let mut found = ways(inner, met);
            for way in &mut found {
                way.capped |= met;
            }
            found
        }
        (Criterion::All(parts), true) | (Criterion::Any(parts), false) => together(parts, met),
        (Criterion::All(parts), false) | (Criterion::Any(parts), true) => {
            let mut found = Vec::new();
            for part in *parts {
                found.append(&mut ways(part, met));
            }
            found
        }
    }
}

/// Every choice of one way for each part.
fn together<Fact: Copy>(parts: &[Criterion<Fact>], met: bool) -> Vec<Way<Fact>> {
    let mut found = vec![Way { facts: Vec::new(), capped: false }];
    for part in parts {
        let of_part = ways(part, met);
        let mut longer = Vec::new();
        for way in &found {
            for next in &of_part {
                let mut facts = way.facts.clone();
                facts.extend(&next.facts);
                longer.push(Way { facts, capped: way.capped || next.capped });
            }
        }
        found = longer;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    type Letters = Criterion<char>;
    const LETTERS: [char; 6] = ['a', 'b', 'c', 'd', 'e', 'f'];

    static MIXED: Letters = Letters::All(&[
        Letters::Any(&[
            Letters::All(&[Letters::Is('a'), Letters::Is('b')]),
            Letters::AtMostPossible(&Letters::Is('c')),
        ]),
        Letters::Not(&Letters::Any(&[
            Letters::Is('d'),
            Letters::AtMostPossible(&Letters::All(&[
                Letters::Not(&Letters::Is('e')),
                Letters::Is('f'),
            ])),
        ])),
    ]);

    /// The same without anything capped.
    static PLAIN: Letters = Letters::All(&[
        Letters::Any(&[Letters::All(&[Letters::Is('a'), Letters::Is('b')]), Letters::Is('c')]),
        Letters::Not(&Letters::Any(&[
            Letters::Is('d'),
            Letters::All(&[Letters::Not(&Letters::Is('e')), Letters::Is('f')]),
        ])),
    ]);

    /// Some letters with a value, the others without.
    type Partial = [Option<Truth>; 6];

    fn choices(options: &[Option<Truth>], fixed: &Partial) -> Vec<Partial> {
        let mut found = vec![*fixed];
        for place in 0..LETTERS.len() {
            let longer = found.iter().flat_map(|partial| {
                let own = partial[place].map(|truth| vec![Some(truth)]);
                own.unwrap_or_else(|| options.to_vec()).into_iter().map(move |truth| {
                    let mut partial = *partial;
                    partial[place] = truth;
                    partial
                })
            });
            found = longer.collect();
        }
        found
    }

    /// The least and the greatest value that the criterion takes, whatever the other letters are.
    fn range(criterion: &Letters, fixed: &Partial) -> (Truth, Truth) {
        let all = Truth::ALL.iter().map(|truth| Some(*truth)).collect::<Vec<_>>();
        let outcomes = choices(&all, fixed).into_iter().map(|partial| {
            let place = |letter| LETTERS.iter().position(|other| *other == letter).unwrap();
            criterion.evaluate(&|letter| partial[place(letter)].unwrap())
        });
        let outcomes: Vec<Truth> = outcomes.collect();
        (*outcomes.iter().min().unwrap(), *outcomes.iter().max().unwrap())
    }

    /// The smallest partial answers that settle the plain criterion, and whether they leave the
    /// capped one unsettled.
    fn by_trial(met: bool) -> Vec<(Partial, bool)> {
        let options = [None, Some(Truth::No), Some(Truth::Yes)];
        let settled = (Truth::from(met), Truth::from(met));
        let settles = |partial: &Partial| range(&PLAIN, partial) == settled;
        let smallest = |partial: &Partial| {
            (0..LETTERS.len()).filter(|place| partial[*place].is_some()).all(|place| {
                let mut fewer = *partial;
                fewer[place] = None;
                !settles(&fewer)
            })
        };
        let found = choices(&options, &[None; 6]).into_iter();
        let found = found.filter(|partial| settles(partial) && smallest(partial));
        found.map(|partial| (partial, range(&MIXED, &partial) != settled)).collect()
    }

    #[test]
    fn ways_are_what_trying_every_answer_finds() {
        for met in [true, false] {
            let mut found: Vec<(Partial, bool)> = ways(&MIXED, met)
                .into_iter()
                .map(|way| {
                    let value = |letter: char| {
                        way.facts
                            .iter()
                            .find(|(other, _)| *other == letter)
                            .map(|(_, truth)| *truth)
                    };
                    (LETTERS.map(value), way.capped)
                })
                .collect();
            let mut expected = by_trial(met);
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected);
            assert!(expected.iter().any(|(_, capped)| *capped));
            assert!(expected.iter().any(|(_, capped)| !capped));
        }
    }

    #[test]
    fn a_criterion_is_settled_exactly_when_a_way_is_taken() {
        let all = Truth::ALL.iter().map(|truth| Some(*truth)).collect::<Vec<_>>();
        for partial in choices(&all, &[None; 6]) {
            let place = |letter| LETTERS.iter().position(|other| *other == letter).unwrap();
            let truth = |letter| partial[place(letter)].unwrap();
            let settled =
                |met: bool| ways(&MIXED, met).iter().any(|way| !way.capped && way.is_taken(&truth));
            assert_eq!(settled(true), MIXED.evaluate(&truth) == Truth::Yes);
            assert_eq!(settled(false), MIXED.evaluate(&truth) == Truth::No);
        }
    }

    #[test]
    fn ways_come_in_reading_order() {
        let first = &ways(&MIXED, true)[0];
        let yes = Truth::Yes;
        assert_eq!(first.facts[..3], [('a', yes), ('b', yes), ('d', Truth::No)]);
    }
}
