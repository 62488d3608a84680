//! The payment as a function of the income: a curve with the place of the estimate and the points
//! where the minimum begins and ceases to bind, and its table.

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::payment::Estimate;
use crate::rules::money::Money;
use crate::rules::payment::PaymentKind;
use crate::rules::payment::what_if::{Point, Thresholds, curve as corners, thresholds};
use crate::text::format::{count, kroner, number};

/// The drawing's own units; its text has the size of the page's on a narrow phone.
const WIDTH: u64 = 360;
const HEIGHT: u64 = 236;
const LEFT: u64 = 52;
const RIGHT: u64 = 336;
const TOP: u64 = 34;
const BOTTOM: u64 = 186;

/// The curve and its table.
pub fn curve(estimate: &Estimate, context: Context) -> Markup {
    let words = &context.words.payment;
    let budget = &estimate.budget;
    let parameters = context.standard.on(budget.date).ok();
    let drawn = parameters.and_then(|parameters| {
        let thresholds = thresholds(budget, &parameters).ok()?;
        let end = end_of_axis(estimate.answer.result.income, &thresholds);
        let corners = corners(budget, &parameters, end).ok()?;
        Some(Curve { thresholds, corners, here: here(estimate), end })
    });
    html! {
        // Where nothing is ever paid there is nothing to draw.
        @if let Some(curve) = drawn.filter(|curve| curve.most() > 1) {
            h3 { (words.curve) }
            // A browser's translator would put elements into the picture that are not drawn there.
            div translate="no" { (curve.picture(context)) }
            (curve.table(context))
        }
    }
}

fn here(estimate: &Estimate) -> Point {
    let result = &estimate.answer.result;
    Point { income: result.income, estimate: result.estimate, left_over: result.left_over }
}

/// Where the axis of the income ends: a round amount well beyond the estimate and the last turn.
fn end_of_axis(income: Money, thresholds: &Thresholds) -> Money {
    let last = thresholds.by_income.last().map_or(Money::ZERO, |from| from.income);
    let furthest = kroner_of(income.max(last)).saturating_mul(5) / 4;
    let step = round_step(furthest);
    let steps = (furthest / step).saturating_add(1);
    Money::from_oere(i64::try_from(steps.saturating_mul(step).saturating_mul(100)).unwrap_or(0))
}

fn kroner_of(amount: Money) -> u64 {
    amount.oere() / 100
}

/// The smallest of 100, 200, 500, 1000, … that divides an axis into at most four parts.
fn round_step(kroner: u64) -> u64 {
    let mut tens = 100_u64;
    loop {
        for times in [1, 2, 5] {
            let step = tens.saturating_mul(times);
            if step.saturating_mul(4) >= kroner {
                return step;
            }
        }
        tens = tens.saturating_mul(10);
    }
}

/// What is drawn.
struct Curve {
    thresholds: Thresholds,
    corners: Vec<Point>,
    here: Point,
    end: Money,
}

/// A place where the curve turns, and its letter in the picture and the table.
struct Turn {
    letter: &'static str,
    income: Money,
    means: &'static str,
}

impl Curve {
    /// Where the minimum begins to be left, and where the whole price is paid.
    fn turns(&self, context: Context) -> Vec<Turn> {
        let words = &context.words.payment;
        let mut turns: Vec<Turn> = Vec::new();
        let after_first = self.thresholds.by_income.iter().skip(1);
        for from in after_first.filter(|from| from.kind != PaymentKind::Reduced) {
            let means = match (turns.is_empty(), from.kind) {
                (false, PaymentKind::Full) => words.curve_full,
                _ => words.curve_begins,
            };
            let letter = if turns.is_empty() { "A" } else { "B" };
            turns.push(Turn { letter, income: from.income, means });
        }
        turns
    }

    /// The largest payment drawn, in øre; a curve of nothing lies on the axis.
    fn most(&self) -> u64 {
        self.corners.iter().map(|point| point.estimate.oere()).max().unwrap_or_default().max(1)
    }

    fn x(&self, income: Money) -> u64 {
        along(LEFT, RIGHT, income.oere(), self.end.oere())
    }

    fn y(&self, estimate: Money) -> u64 {
        let up = along(0, BOTTOM.saturating_sub(TOP), estimate.oere(), self.most());
        BOTTOM.saturating_sub(up)
    }

    fn picture(&self, context: Context) -> Markup {
        let words = &context.words.payment;
        let points: Vec<String> = self
            .corners
            .iter()
            .map(|point| format!("{} {}", self.x(point.income), self.y(point.estimate)))
            .collect();
        let line = format!("M{}", points.join("L"));
        let here = [self.here.income, self.here.estimate];
        let [income, estimate] = here.map(|amount| kroner(amount, context.words));
        let said = words.curve_said(income, estimate);
        let (x, y) = (self.x(self.here.income), self.y(self.here.estimate));
        html! {
            svg.curve viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(said) {
                path.curve-area d=(format!("{line}V{BOTTOM}H{LEFT}Z")) {}
                (self.axes(context))
                @for turn in self.turns(context) { (self.turn(&turn)) }
                path.curve-line d=(line) {}
                path.curve-guide d=(format!("M{x} {BOTTOM}V{y}H{LEFT}")) {}
                circle.curve-here cx=(x) cy=(y) r="7" {}
                text.curve-name x=(x.clamp(LEFT + 18, RIGHT - 18)) y=(y.saturating_sub(13))
                    text-anchor="middle" { (words.curve_here) }
            }
        }
    }

    fn axes(&self, context: Context) -> Markup {
        let words = &context.words.payment;
        let end = kroner_of(self.end);
        let step = round_step(end);
        let ticks = (0..=end / step).map(|number| number.saturating_mul(step));
        html! {
            path.curve-axis d=(format!("M{LEFT} {TOP}V{BOTTOM}H{RIGHT}")) {}
            text x="0" y="14" { (words.curve_payment) }
            text x=(LEFT - 6) y=(TOP + 12) text-anchor="end" { (count(self.most() / 100, context.words)) }
            text x=(LEFT - 6) y=(BOTTOM) text-anchor="end" { "0" }
            @for tick in ticks {
                @let x = along(LEFT, RIGHT, tick, end);
                path.curve-axis d=(format!("M{x} {BOTTOM}v5")) {}
                text x=(x) y=(BOTTOM + 20) text-anchor="middle" { (count(tick, context.words)) }
            }
            text x=(RIGHT) y=(HEIGHT - 6) text-anchor="end" { (words.curve_income) }
        }
    }

    fn turn(&self, turn: &Turn) -> Markup {
        let x = self.x(turn.income);
        html! {
            path.curve-turn d=(format!("M{x} {BOTTOM}V{TOP}")) {}
            text.curve-name x=(x) y=(TOP - 4) text-anchor="middle" { (turn.letter) }
        }
    }

    /// The numbers of the curve: its ends, its turns and the estimate, by rising income.
    fn table(&self, context: Context) -> Markup {
        let words = &context.words.payment;
        let turns = self.turns(context);
        let mut rows: Vec<(String, Point)> = Vec::new();
        for point in &self.corners {
            let turn = turns.iter().find(|turn| turn.income == point.income);
            let name = match turn {
                Some(turn) => format!("{}: {}", turn.letter, turn.means),
                None if point.income == Money::ZERO => words.curve_row_start.to_owned(),
                None => words.curve_row_end.to_owned(),
            };
            rows.push((name, *point));
        }
        let place = rows.iter().position(|(_, point)| point.income > self.here.income);
        let place = place.unwrap_or(rows.len());
        rows.insert(place, (words.curve_row_here.to_owned(), self.here));
        html! {
            table.table.curve-table {
                caption { (words.curve_table) }
                thead {
                    tr {
                        td {}
                        th.amount scope="col" { (words.curve_column_income) }
                        th.amount scope="col" { (words.curve_column_payment) }
                        th.amount scope="col" { (words.curve_column_left) }
                    }
                }
                tbody {
                    @for (at, (name, point)) in rows.iter().enumerate() {
                        tr.is-result[at == place] {
                            th scope="row" { (name) }
                            @for amount in [point.income, point.estimate, point.left_over] {
                                td.amount { (number(amount, context.words)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The place of a part of a whole between two others.
fn along(from: u64, to: u64, part: u64, whole: u64) -> u64 {
    let length = to.saturating_sub(from);
    let way = length.saturating_mul(part.min(whole)).checked_div(whole).unwrap_or_default();
    from.saturating_add(way)
}
