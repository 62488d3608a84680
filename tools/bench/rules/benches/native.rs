//! The rules natively. Criterion keeps what it measures under `target/criterion/`.

use std::time::Duration;

use botilbud_bench::{questions, standard};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn rules(criterion: &mut Criterion) {
    let standard = standard();
    for question in questions() {
        let mut group = criterion.benchmark_group(question.group);
        let id = BenchmarkId::from_parameter(&question.name);
        group.bench_function(id, |bencher| bencher.iter(|| question.answer(&standard)));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20);
    targets = rules
}
criterion_main!(benches);
