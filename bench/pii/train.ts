import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { packagePath } from '../../subgraphs/kernel/config/package-folder.ts';
import { lexicon } from '../../subgraphs/kernel/personal-data/lexicon/lexicon.ts';
import { findPatterns } from '../../subgraphs/kernel/personal-data/patterns/find-patterns.ts';
import {
  MOST_WORD_FEATURES,
  OFFSETS,
  PLACE_FEATURES,
  placeFeatures,
  ROWS,
  wordFeatures,
} from '../../subgraphs/kernel/personal-data/tagger/features.ts';
import { newSequence, readSequence } from '../../subgraphs/kernel/personal-data/tagger/sequence.ts';
import { CONTINUES, FREE_TAGS, TAG_COUNT, TAGS, type Tag } from '../../subgraphs/kernel/personal-data/tagger/tags.ts';
import { newTokens, readTokens, TOKEN } from '../../subgraphs/kernel/personal-data/tagger/tokens.ts';
import { writeWeights } from '../../subgraphs/kernel/personal-data/tagger/weights.ts';
import { newWords } from '../../subgraphs/kernel/personal-data/tagger/words.ts';
import { generator } from './generate/generate.ts';
import { newRandom } from './generate/random.ts';
import type { LabelledText } from './generate/text-builder.ts';

// Learns the weights of the tagger: an averaged structured perceptron on generated texts. The same code makes the same weights.
const TEXTS = Number(process.argv[2] ?? 90_000);
const ROUNDS = Number(process.argv[3] ?? 7);
/** How often a name is hidden from the lexicon, so that the tagger learns to do without. */
const HIDDEN = 0.15;
/** Asked of the right sequence on top, for each token that is wrong: a missed one costs more than one too many. */
const MARGIN = { missed: 3, extra: 1, other: 2 };
const LARGEST_WEIGHT = 127;

interface Example {
  count: number;
  rows: Int32Array[];
  right: Uint8Array;
  fixed: Uint8Array;
}

const known = lexicon();
const words = newWords(known, 1 << 20);
const tokens = newTokens();
const sequence = newSequence();
const random = newRandom(20);
const buffer = new Int32Array(Math.max(MOST_WORD_FEATURES, PLACE_FEATURES));
const wordRows: Int32Array[][] = [];

function rowsOf(slot: number, offset: number): Int32Array {
  const known = (wordRows[slot] ??= Array.from({ length: OFFSETS }, (_, offset) =>
    buffer.slice(0, wordFeatures(words, slot, offset, buffer)),
  ));
  return known[offset] ?? buffer;
}

function prepare({ text, pieces }: LabelledText): Example {
  tokens.nextPattern = 0;
  readTokens(
    text,
    0,
    findPatterns(text, '').filter(({ confidence }) => confidence >= 0.5),
    tokens,
  );
  const right = new Uint8Array(tokens.count);
  const hidden = new Uint8Array(tokens.count);
  for (const { kind, start, end } of pieces) {
    const hide = (kind === 'PERSON' || kind === 'PLACE' || kind === 'ORGANIZATION' || kind === 'STREET') && random.chance(HIDDEN);
    let first = true;
    for (let index = 0; index < tokens.count; index++) {
      if ((tokens.start[index] ?? 0) < start || (tokens.end[index] ?? 0) > end || tokens.kind[index] === TOKEN.PATTERN) continue;
      const tag: Tag = kind === 'NUMBER' ? 'B-NUMBER' : `${first ? 'B' : 'I'}-${kind}`;
      right[index] = TAGS.indexOf(tag);
      if (hide && kind !== 'STREET') hidden[index] = 1;
      first = false;
    }
  }
  readSequence(text, tokens, words, known, sequence, hidden);
  if (hidden.includes(1)) for (let index = 0; index < tokens.count; index++) if (hidden[index] === 1) sequence.phrase[index] = 0;
  const rows = Array.from(right, (_, index) => {
    const all: number[] = [];
    for (let offset = 0; offset < OFFSETS; offset++) all.push(...rowsOf(sequence.slots[index + offset] ?? 0, offset));
    placeFeatures(sequence, words, index, buffer);
    all.push(...buffer.subarray(0, PLACE_FEATURES));
    return Int32Array.from(all);
  });
  return {
    count: tokens.count,
    rows,
    right,
    fixed: sequence.idle.slice(0, tokens.count),
  };
}

const weights = new Float32Array(ROWS * TAG_COUNT);
const sums = new Float64Array(ROWS * TAG_COUNT);
const links = new Float32Array((TAG_COUNT + 1) * TAG_COUNT);
const linkSums = new Float64Array(links.length);
const scores = new Float32Array(1_024 * TAG_COUNT);
const cameFrom = new Uint8Array(1_024 * TAG_COUNT);
const guess = new Uint8Array(1_024);
let steps = 1;

function guessTags({ count, rows, right, fixed }: Example): void {
  for (let index = 0; index < count; index++) {
    const base = index * TAG_COUNT;
    scores.fill(0, base, base + TAG_COUNT);
    for (const row of rows[index] ?? [])
      for (let tag = 0; tag < TAG_COUNT; tag++) scores[base + tag] = (scores[base + tag] ?? 0) + (weights[row * TAG_COUNT + tag] ?? 0);
    const gold = right[index] ?? 0;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      if (tag !== gold)
        scores[base + tag] = (scores[base + tag] ?? 0) + (tag === 0 ? MARGIN.missed : gold === 0 ? MARGIN.extra : MARGIN.other);
      if (fixed[index] === 1 && tag !== 0) scores[base + tag] = -1e6;
    }
  }
  let reached = new Float32Array(TAG_COUNT).fill(-1e9);
  for (const tag of FREE_TAGS) reached[tag] = (scores[tag] ?? 0) + (links[TAG_COUNT * TAG_COUNT + tag] ?? 0);
  for (let index = 1; index < count; index++) {
    const next = new Float32Array(TAG_COUNT).fill(-1e9);
    const base = index * TAG_COUNT;
    const reach = (tag: number, previous: number): void => {
      const score = (reached[previous] ?? 0) + (links[previous * TAG_COUNT + tag] ?? 0) + (scores[base + tag] ?? 0);
      if (score <= (next[tag] ?? 0)) return;
      next[tag] = score;
      cameFrom[base + tag] = previous;
    };
    for (const tag of FREE_TAGS) for (let previous = 0; previous < TAG_COUNT; previous++) reach(tag, previous);
    for (const [first, further] of CONTINUES) for (const previous of [first, further]) reach(further, previous);
    reached = next;
  }
  let tag = reached.indexOf(Math.max(...reached));
  for (let index = count - 1; index >= 0; index--) {
    guess[index] = tag;
    tag = cameFrom[index * TAG_COUNT + tag] ?? 0;
  }
}

function change(row: number, tag: number, by: number): void {
  weights[row * TAG_COUNT + tag] = (weights[row * TAG_COUNT + tag] ?? 0) + by;
  sums[row * TAG_COUNT + tag] = (sums[row * TAG_COUNT + tag] ?? 0) + by * steps;
}

function link(from: number, to: number, by: number): void {
  links[from * TAG_COUNT + to] = (links[from * TAG_COUNT + to] ?? 0) + by;
  linkSums[from * TAG_COUNT + to] = (linkSums[from * TAG_COUNT + to] ?? 0) + by * steps;
}

function learn(example: Example): boolean {
  guessTags(example);
  let wrong = false;
  for (let index = 0; index < example.count; index++) {
    const [gold, tag] = [example.right[index] ?? 0, guess[index] ?? 0];
    if (gold !== tag) {
      wrong = true;
      for (const row of example.rows[index] ?? []) {
        change(row, gold, 1);
        change(row, tag, -1);
      }
    }
    const [goldBefore, before] = index === 0 ? [TAG_COUNT, TAG_COUNT] : [example.right[index - 1] ?? 0, guess[index - 1] ?? 0];
    if (gold !== tag || goldBefore !== before) {
      link(goldBefore, gold, 1);
      link(before, tag, -1);
    }
  }
  steps++;
  return wrong;
}

const make = generator('TUNE', 1);
const examples = Array.from({ length: TEXTS }, () => prepare(make()));
console.log(`${examples.length} texts, ${words.used} different words`);
for (let round = 1; round <= ROUNDS; round++) {
  let wrong = 0;
  for (let index = examples.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [examples[index], examples[other]] = [examples[other] as Example, examples[index] as Example];
  }
  for (const example of examples) if (learn(example)) wrong++;
  console.log(`round ${round}: ${wrong} texts not learnt with their margin`);
}
// The average over all steps, in whole numbers as large as fit.
const average = (value: number, sum: number): number => value - sum / steps;
const sizes = Float32Array.from(weights, (value, index) => Math.abs(average(value, sums[index] ?? 0)))
  .filter((size) => size > 0)
  .toSorted();
// The few that are larger than nearly all others are cut, so that the small ones keep their differences.
const clip = sizes[Math.floor(sizes.length * 0.9998)] ?? 1;
const scale = LARGEST_WEIGHT / clip;
const whole = (value: number, most: number): number => Math.max(-most, Math.min(most, Math.round(value * scale)));
const features = Int8Array.from(weights, (value, index) => whole(average(value, sums[index] ?? 0), LARGEST_WEIGHT));
const transitions = Int16Array.from(links, (value, index) => whole(average(value, linkSums[index] ?? 0), 32_000));
const packed = brotliCompressSync(writeWeights({ features, transitions }));
writeFileSync(join(packagePath('subgraphs', 'kernel', 'personal-data', 'tagger'), 'weights.bin'), packed);
console.log(
  `scale ${scale.toFixed(1)}, ${features.reduce((count, value) => count + (value === 0 ? 0 : 1), 0)} weights, ${packed.length} bytes`,
);
