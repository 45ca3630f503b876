import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOf, parseFormula, type Formula } from '../../metrics/formula.ts';
import { valueOf } from '../why/components.ts';
import { carried, Circular, closureOf, movesWith, solvedFor, type Net } from './carry.ts';

const net = (formulas: Record<string, string>, identities: Net['identities'] = () => []): Net => ({
  formula: (name) => (formulas[name] === undefined ? null : parseFormula(formulas[name])),
  identities,
});
const of =
  (name: string): ((values: Record<string, number>) => Map<string, number>) =>
  (values) =>
    new Map(Object.entries({ [name]: 0, ...values }));
const amount = fc.double({ min: 1, max: 1_000, noNaN: true });

test('a change goes through every level of definitions', () => {
  const told = net({ profit: 'revenue - costs', margin: 'profit / revenue' });
  const base = of('profit')({ revenue: 200, costs: 150, profit: 50, margin: 0.25 });
  expect(movesWith(told, 'margin', new Set(['costs']))).toBe(true);
  expect(carried(told, 'margin', new Map([['costs', 100]]), base).value).toBeCloseTo(0.5, 9);
  expect(carried(told, 'profit', new Map([['revenue', 300]]), base).value).toBeCloseTo(150, 9);
});

test('what does not depend on the driver stays as it is', () => {
  const told = net({ profit: 'revenue - costs' });
  expect(carried(told, 'profit', new Map([['orders', 9]]), of('orders')({ profit: 50, revenue: 60, costs: 10 })).value).toBe(50);
});

test('definitions that lead back to themselves are told', () => {
  const round = net({ a: 'b + 1', b: 'c * 2', c: 'a - 1' });
  expect(() => closureOf(round, 'a')).toThrow(Circular);
});

test('a counted metric follows by the formula that it stands in, what is held being told', () => {
  const average = parseFormula('revenue / orders');
  const solved = solvedFor(average, 'average', 'revenue');
  const told = net({ average: 'revenue / orders' }, (name) =>
    name === 'revenue' && solved !== null ? [{ formula: solved, held: 'average', drivers: ['orders', 'average'] }] : [],
  );
  const base = of('x')({ revenue: 1_000, orders: 10, average: 100 });
  expect(carried(told, 'revenue', new Map([['orders', 12]]), base)).toEqual({ value: 1_200, held: ['average'] });
  expect(carried(told, 'revenue', new Map([['average', 90]]), base)).toEqual({ value: 900, held: ['orders'] });
});

test('a formula turned round gives back what was put in', () => {
  const formulas = ['a + b', 'a - b', 'b - a', 'a * b', 'a / b', 'b / a', '(a + b) / c', 'c * (b - a)', '1 - a / b', 'b / (c + a)'];
  const holds = fc.property(fc.constantFrom(...formulas), amount, amount, amount, (text, a, b, c) => {
    const formula = parseFormula(text);
    const values: Record<string, number> = { a, b, c };
    const result = valueOf(formula, (name) => values[name] ?? null);
    const solved: Formula | null = solvedFor(formula, 'result', 'a');
    if (result === null || solved === null || Math.abs(result) < 1e-6) return solved !== null;
    const back = valueOf(solved, (name) => (name === 'result' ? result : (values[name] ?? null)));
    return namesOf(solved).includes('result') && back !== null && Math.abs(back - a) <= 1e-4 * Math.max(1, a, b, c) ** 2;
  });
  expect(() => fc.assert(holds)).not.toThrow();
});
