/** Round numbers from 0 to at least `most`, at most `steps` steps: 0, 500, 1000 for 870. All is 0 to 1 for nothing. */
export function ticks(most: number, steps = 4): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** Which of `length` labels fit, evenly spread and the first among them, when `fit` do. */
export function spread(length: number, fit: number): number[] {
  const every = Math.max(1, Math.ceil(length / Math.max(1, fit)));
  return Array.from({ length: Math.ceil(length / every) }, (_, at) => at * every);
}

/** The value nearest to a place on the line, by its index. */
export const nearest = (x: number, width: number, length: number): number =>
  length < 2 ? 0 : Math.min(length - 1, Math.max(0, Math.round((x / width) * (length - 1))));
