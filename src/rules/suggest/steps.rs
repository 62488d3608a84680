//! Long work in small steps, so that a page stays awake while it goes on.
//!
//! The search is written once, as `async` functions that tell [`Work`] how much they have done.
//! After enough of it `Work` pauses them. [`Stepwise`] runs such work from pause to pause, and
//! [`to_the_end`] runs it without stopping.

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Visits between two pauses: a millisecond or two on a slow phone.
pub const VISITS_BETWEEN_PAUSES: usize = 20_000;

/// Counts the days that a search looks at.
#[derive(Default)]
pub struct Work {
    since_pause: Cell<usize>,
}

impl Work {
    /// Takes note that so many more days were looked at, and pauses when it is time.
    pub fn visited(&self, days: usize) -> Pause<'_> {
        let visits = self.since_pause.get().saturating_add(days);
        self.since_pause.set(visits);
        Pause { work: self, is_due: visits >= VISITS_BETWEEN_PAUSES }
    }

    /// The visits since work last went on after a pause.
    #[cfg(test)]
    pub fn since_pause(&self) -> usize {
        self.since_pause.get()
    }
}

/// Is pending once when a pause is due; nothing wakes it, whoever polls goes on.
pub struct Pause<'a> {
    work: &'a Work,
    is_due: bool,
}

impl Future for Pause<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.is_due {
            self.is_due = false;
            return Poll::Pending;
        }
        if self.work.since_pause.get() >= VISITS_BETWEEN_PAUSES {
            self.work.since_pause.set(0);
        }
        Poll::Ready(())
    }
}

/// Work that goes on a step at a time. Dropping it cancels it.
pub struct Stepwise<T> {
    running: Pin<Box<dyn Future<Output = T>>>,
    answer: Option<T>,
}

impl<T: Clone> Stepwise<T> {
    /// Work that has not begun.
    pub(super) fn begin(running: impl Future<Output = T> + 'static) -> Stepwise<T> {
        Stepwise { running: Box::pin(running), answer: None }
    }

    /// Goes on until the next pause. The answer, when it is found; none as long as it is not.
    /// Once found it is given at every further step.
    pub fn step(&mut self) -> Option<T> {
        // A future that has answered must not be polled again.
        if self.answer.is_none() {
            self.answer = poll(self.running.as_mut());
        }
        self.answer.clone()
    }
}

/// Does all the work at once.
pub fn to_the_end<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(answer) = poll(work.as_mut()) {
            return answer;
        }
    }
}

/// Goes on until the next pause.
pub fn poll<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}
