// What is said of several measurements of the same thing.

/** The value in the middle; of an even number of values, between the two. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The middle of the values with the smallest and the largest. */
export function summary(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * How many times as long as the other each measurement took. Both lists are in the order of the run,
 * so each is set against the one that was made beside it: what slows the machine slows both.
 */
export function ratios(ours, others) {
  if (ours.length !== others.length) throw new Error("Each measurement needs one beside it.");
  return summary(ours.map((value, place) => value / others[place]));
}

/**
 * How cost grows with size: the exponent of the power that fits best (1 is linear, 2 quadratic), and
 * how many times as much twice as much costs.
 */
export function growth(points) {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = (place) => logs.reduce((sum, point) => sum + point[place], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (term) => logs.reduce((sum, point) => sum + term(point), 0);
  const exponent = sum(([a, b]) => (a - x) * (b - y)) / sum(([a]) => (a - x) ** 2);
  return { exponent, doubling: 2 ** exponent };
}
