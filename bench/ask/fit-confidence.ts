import { readFileSync } from 'node:fs';

/*
 * Fits the weights of answer/confidence-nested.ts: `node bench/ask/fit-confidence.ts <file>`, a JSON list of { facts, right }: how a sentence was
 * read as nested phrases (Interpretation.nested) and whether its rows were the gold's.
 */
interface Line {
  facts: {
    phrases: number;
    margin: number;
    loose: number;
    negated: number;
    repeated: boolean;
    ranked: boolean;
    rival: boolean;
    score: number;
  };
  right: boolean;
}

const STEPS = 20_000;
const RATE = 0.3;
const RIDGE = 0.004;

const vectorOf = ({ facts }: Line): number[] =>
  [
    1,
    facts.phrases - 1,
    Math.max(0, 0.1 - facts.margin) * 10,
    facts.loose > 0,
    facts.negated > 0,
    facts.repeated,
    facts.repeated && facts.ranked,
    facts.rival,
    Math.max(0, 1.5 - facts.score),
  ].map(Number);

const lines = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Line[];
const vectors = lines.map(vectorOf);
const told = (weights: readonly number[], vector: readonly number[]): number =>
  1 / (1 + Math.exp(-vector.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)));
let weights = (vectors[0] ?? []).map(() => 0);
for (let step = 0; step < STEPS; step += 1) {
  const gradient = weights.map((weight, index) => (index === 0 ? 0 : RIDGE * weight));
  vectors.forEach((vector, line) => {
    const error = (told(weights, vector) - Number(lines[line]?.right)) / vectors.length;
    vector.forEach((value, index) => (gradient[index] = (gradient[index] ?? 0) + error * value));
  });
  weights = weights.map((weight, index) => weight - RATE * (gradient[index] ?? 0));
}
console.log(weights.map((weight) => weight.toFixed(2)).join(' '));
