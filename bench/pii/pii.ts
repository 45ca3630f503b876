import { detectPersonalData } from '../../subgraphs/kernel/personal-data/detect.ts';
import type { Bench } from '../bench.ts';
import { makeSamples, readSamples, type Sample } from './samples.ts';
import { count, figures, together, type Counts } from './score.ts';

const SPEED_UNITS = 4 * 1024 * 1024;
const SPEED_ROUNDS = 3;
const DIGITS = 4;

/** Personal data in labelled texts: what is found, what is not, what is too much; and how fast. */
export const pii: Bench = {
  summary: 'personal data in labelled texts: precision, recall and F2 over spans, and megabytes a second',
  options: {
    data: { kind: 'TEXT', fallback: null, about: 'labelled texts, a .json file or a folder of them; without it texts are made' },
    texts: { kind: 'NUMBER', fallback: 2_000, minimum: 1, about: 'texts that are made' },
    misses: { kind: 'FLAG', about: 'tell every span that was missed or too much' },
  },
  async run(given) {
    const data = given.text('data');
    const samples = data === null ? makeSamples(given.number('texts')) : readSamples(data);
    const known = new Set(samples.flatMap(({ gold }) => gold.map(({ type }) => type)));
    const all = new Map<string, Counts>();
    for (const { text, gold } of samples) {
      const found = detectPersonalData(text);
      const own = new Map<string, Counts>();
      count(found, gold, known, own);
      const { wrong, missed } = together(own);
      if (given.flag('misses') && wrong + missed > 0) tell(text, found, gold, given.say);
      count(found, gold, known, all);
    }
    for (const [type, counts] of [...all].toSorted(([left], [right]) => left.localeCompare(right))) given.say(line(type, counts));
    const sum = together(all);
    given.say(line('all', sum));
    const { precision, recall, f2 } = figures(sum);
    return { precision: rounded(precision), recall: rounded(recall), f2: rounded(f2), mb_per_s: rounded(speed(samples)) };
  },
};

// Megabytes a second of one core, as this thread used it: the best of a few rounds over some megabytes of the same texts.
function speed(samples: readonly Sample[]): number {
  const texts: string[] = [];
  let bytes = 0;
  for (let index = 0; bytes < SPEED_UNITS && samples.length > 0; index++) {
    const text = samples[index % samples.length]?.text ?? '';
    texts.push(text);
    bytes += Buffer.byteLength(text) + 1;
  }
  let best = 0;
  for (let round = 0; round < SPEED_ROUNDS; round++) {
    const started = process.threadCpuUsage();
    for (const text of texts) detectPersonalData(text);
    const { user, system } = process.threadCpuUsage(started);
    best = Math.max(best, bytes / (user + system));
  }
  return best;
}

function tell(
  text: string,
  found: readonly { type: string; start: number; end: number }[],
  gold: readonly { type: string; start: number; end: number }[],
  say: (line: string) => void,
): void {
  const show = (spans: typeof found): string => spans.map(({ type, start, end }) => `${type}=${text.slice(start, end)}`).join(' | ');
  say(
    `${JSON.stringify(text)}\n   gold  ${JSON.stringify(show(gold.toSorted((left, right) => left.start - right.start)))}\n   found ${JSON.stringify(show(found))}`,
  );
}

function line(type: string, counts: Counts): string {
  const { precision, recall, f1, f2 } = figures(counts);
  const cells = [precision, recall, f1, f2].map((value) => value.toFixed(3).padStart(7)).join('');
  return `${type.padEnd(20)}${cells}   ${counts.right} right, ${counts.wrong} too many, ${counts.missed} missed`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
