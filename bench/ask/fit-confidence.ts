import { readFileSync } from 'node:fs';
import { SIGNALS, type SignalName } from '../../subgraphs/insights/answer/confidence-signals.ts';
import { calibrationError } from './score.ts';

/*
 * Fits the weights of answer/confidence-weights.ts: `node bench/ask/fit-confidence.ts <files>`, what `npm run bench -- ask --signals <file>`
 * writes. A logistic model whose doubts can only lower and whose assurances can only raise, by projected gradient with a ridge
 * around what is held beforehand. It is fitted on one half of the questions of each set and told on the other, and on each set by the weights of all the others; what is printed to be
 * committed is fitted on everything.
 */
interface Line {
  set: string;
  question: string;
  right: boolean;
  signals: { name: SignalName; amount: number }[];
}
interface Model {
  intercept: number;
  weights: number[];
}

const STEPS = 6_000;
const RATE = 0.5;
const RIDGE = 0.003;
/** The log-odds that a reading without any doubt has at most. */
const HIGHEST = 4.5;
/** What raises the odds; everything else lowers them. */
const ASSURING: readonly SignalName[] = ['AGREED'];
/** What is held of signals until questions say otherwise: they are too rare in the sets to be fitted from nothing. */
const PRIOR: Readonly<Partial<Record<SignalName, number>>> = {
  ADOPTED: -0.5,
  LOOSE: -1.5,
  NEGATED: -1,
  CLOSE: -1,
  DOUBTS: -2,
  CORRECTED: -0.5,
  IDLE: -1,
  STRANGE: -1,
  MISPLACED: -2.5,
  ECHO: -2.5,
  REPEATED_COUNT: -1,
  ELSEWHERE: -0.3,
  SHARED: -0.5,
  PARTIAL: -0.3,
  LENGTH: -0.5,
  STEPS: -0.3,
  OWN_COUNT: -3,
  NAMELESS: -1,
  EMPTY: -1.5,
  FLAT: -3,
};
/** What questions with known answers cannot tell: that somebody meant today, and not the end of the data. */
const HELD: Readonly<Partial<Record<SignalName, number>>> = { BY_DATA: -1.8 };
const HIGH = 0.94;

const names = Object.keys(SIGNALS) as SignalName[];
const lines = process.argv.slice(2).flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as Line[]);
const vectorOf = ({ signals }: Line): number[] => names.map((name) => signals.find((each) => each.name === name)?.amount ?? 0);
const vectors = new Map(lines.map((line) => [line, vectorOf(line)]));

function told({ intercept, weights }: Model, line: Line): number {
  const logit = (vectors.get(line) ?? []).reduce((sum, amount, index) => sum + amount * (weights[index] ?? 0), intercept);
  return 1 / (1 + Math.exp(-logit));
}

/** Every set counts alike up to this many questions, so that a large one does not decide alone. */
const EVEN = 120;

function fit(some: readonly Line[]): Model {
  let model: Model = { intercept: HIGHEST - 1, weights: names.map((name) => PRIOR[name] ?? 0) };
  const sizes = new Map([...Map.groupBy(some, ({ set }) => set)].map(([set, each]) => [set, each.length]));
  const share = new Map(some.map((line) => [line, Math.min(1, EVEN / (sizes.get(line.set) ?? 1))]));
  const total = [...share.values()].reduce((sum, each) => sum + each, 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = model.weights.map((weight, index) => RIDGE * (weight - (PRIOR[names[index] ?? 'IDLE'] ?? 0)));
    let base = 0;
    for (const line of some) {
      const error = ((told(model, line) - Number(line.right)) * (share.get(line) ?? 1)) / total;
      base += error;
      vectors.get(line)?.forEach((amount, index) => (gradient[index] = (gradient[index] ?? 0) + error * amount));
    }
    const weights = model.weights.map((weight, index) => {
      const name = names[index] ?? 'IDLE';
      const next = HELD[name] ?? weight - RATE * (gradient[index] ?? 0);
      return ASSURING.includes(name) ? Math.max(0, next) : Math.min(0, next);
    });
    model = { intercept: Math.min(HIGHEST, model.intercept - RATE * base), weights };
  }
  return model;
}

const round = (value: number, digits: number): string => value.toFixed(digits);

function tell(title: string, model: Model, some: readonly Line[]): void {
  const scored = some.map((line) => ({ confidence: Math.min(0.98, told(model, line)), right: line.right }));
  const high = scored.filter(({ confidence }) => confidence >= HIGH);
  const wrong = scored.filter(({ right }) => !right).length;
  const green = high.filter(({ right }) => !right).length;
  const ece = round(calibrationError(scored), 3);
  console.log(`// ${title.padEnd(28)} ${some.length} answered, ${wrong} wrong, ${high.length} green, ${green} green but wrong, ece ${ece}`);
}

const halfOf = ({ question }: Line): number =>
  Array.from(question).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7) % 2;
const [fitted, held] = [0, 1].map((half) => lines.filter((line) => halfOf(line) === half));
if (fitted === undefined || held === undefined) throw new Error('two halves');
const half = fit(fitted);
tell('the half fitted on', half, fitted);
tell('the half held out', half, held);
for (const [set, some] of Map.groupBy(lines, (line) => line.set)) tell(`${set}, fitted on the others`, fit(lines.filter((line) => line.set !== set)), some); // prettier-ignore
const all = fit(lines);
tell('everything', all, lines);
console.log(`export const INTERCEPT = ${round(all.intercept, 2)};`);
console.log('export const WEIGHTS: Readonly<Record<SignalName, number>> = {');
names.forEach((name, index) => console.log(`  ${name}: ${round(all.weights[index] ?? 0, 2)},`));
console.log('};');
