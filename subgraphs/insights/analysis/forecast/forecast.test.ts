import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastOf, MIN_HISTORY } from './forecast.ts';

/** Numbers that look random, the same every time; about normal. */
function noiseOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) % 4_294_967_296;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return () => Array.from({ length: 6 }, next).reduce((sum, each) => sum + each, -3) * 1.41;
}

const seasonal = (length: number, seed: number, spread: number): number[] => {
  const noise = noiseOf(seed);
  return Array.from({ length }, (_, month) => 1_000 + 10 * month + 250 * Math.sin((2 * Math.PI * month) / 12) + spread * noise());
};

test('a planted trend and season are gone on with', () => {
  const history = seasonal(48, 1, 0);
  const told = forecastOf(history, 12, 12);
  const truth = seasonal(60, 1, 0).slice(48);
  for (const [step, point] of (told?.points ?? []).entries())
    expect(Math.abs(point.value - (truth[step] ?? 0)) / (truth[step] ?? 1)).toBeLessThan(0.08);
  expect(told?.error ?? 1).toBeLessThan(0.05);
  expect(told?.points).toHaveLength(12);
});

test('the method is the best of those tried, and its error is told', () => {
  const told = forecastOf(seasonal(60, 3, 30), 3, 12);
  const best = Math.min(...(told?.tried ?? []).map(({ error }) => error ?? 9));
  expect(told?.error ?? 9).toBeLessThanOrEqual(best * 1.1);
  expect(['HOLT_WINTERS', 'HOLT_WINTERS_FACTORS', 'SEASON_AND_TREND']).toContain(told?.method);
});

test('about four of five true values lie within the interval', () => {
  let within = 0;
  let all = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const whole = seasonal(52, seed, 60);
    const told = forecastOf(whole.slice(0, 48), 4, 12);
    for (const [step, point] of (told?.points ?? []).entries()) {
      const truth = whole[48 + step] ?? 0;
      all += 1;
      if (truth >= point.low && truth <= point.high) within += 1;
    }
  }
  expect(within / all).toBeGreaterThan(0.72);
  expect(within / all).toBeLessThan(0.93);
});

test('too short a history is refused', () => {
  for (let length = 0; length < MIN_HISTORY; length += 1)
    expect(
      forecastOf(
        Array.from({ length }, (_, at) => at),
        2,
        12,
      ),
    ).toBeNull();
});

test('whatever the history: finite, in order, as many as asked, never below nought where nothing was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: MIN_HISTORY, maxLength: 70 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 4, 7, 12),
      (history, steps, season) => {
        const told = forecastOf(history, steps, season);
        expect(told?.points).toHaveLength(steps);
        for (const { value, low, high } of told?.points ?? []) {
          expect([value, low, high].every(Number.isFinite)).toBe(true);
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});
