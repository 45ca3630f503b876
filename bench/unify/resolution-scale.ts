import { randomOf } from '../../subgraphs/ontology/resolution/engine/random.ts';
import { resolveList } from '../../subgraphs/ontology/resolution/engine/resolve-list.ts';
import type { ComparedField, RecordList, ResolvableRecord } from '../../subgraphs/ontology/resolution/engine/types.ts';

const FIELDS: ComparedField[] = [
  { name: 'name', kind: 'ORGANISATION' },
  { name: 'contact', kind: 'PERSON' },
  { name: 'street', kind: 'ADDRESS' },
  { name: 'city', kind: 'PLACE' },
  { name: 'phone', kind: 'PHONE' },
  { name: 'founded', kind: 'DATE' },
];
const SYLLABLES = 'ba be bo da de di do fa fe ga go ha he ja ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(' '); // prettier-ignore
const FORMS = ['Ltd', 'Inc', 'GmbH', 'Limited', 'LLC', ''];
// Of ten records seven are originals and three are copies with errors.
const BLOCK = 10;
const ORIGINALS = 7;
const MEGABYTE = 1024 * 1024;

/** Seconds, memory and slope of resolving generated records, one size after another. */
export function measureScale(sizes: readonly number[], say: (line: string) => void): Record<string, unknown>[] {
  const results: Record<string, number>[] = [];
  for (const size of sizes) {
    globalThis.gc?.();
    const started = performance.now();
    const { clusterOf, compared } = resolveList(generated(size), FIELDS, { linkOnly: false, seed: 7 });
    const seconds = (performance.now() - started) / 1000;
    const mb = process.memoryUsage().rss / MEGABYTE;
    const before = results.at(-1);
    const slope = before === undefined ? 1 : Math.log(seconds / (before['seconds'] ?? 1)) / Math.log(size / (before['records'] ?? 1));
    const result = { records: size, seconds: round(seconds), mb: Math.round(mb), slope: round(slope), compared, ...figures(clusterOf) };
    results.push(result);
    say(JSON.stringify(result));
  }
  return results;
}

function figures(clusterOf: Uint32Array): { p: number; r: number; f1: number } {
  let [right, taken, wanted] = [0, 0, 0];
  const members = Map.groupBy(clusterOf.keys(), (at) => clusterOf[at] ?? 0);
  for (const group of members.values()) {
    taken += (group.length * (group.length - 1)) / 2;
    for (const [at, a] of group.entries()) for (const b of group.slice(at + 1)) if (entityOf(a) === entityOf(b)) right += 1;
  }
  for (let at = 0; at < clusterOf.length; at += 1) if (at % BLOCK >= ORIGINALS) wanted += 1;
  const [p, r] = [right / Math.max(1, taken), right / Math.max(1, wanted)];
  return { p: round(p), r: round(r), f1: round((2 * p * r) / Math.max(1e-9, p + r)) };
}

function entityOf(at: number): number {
  const within = at % BLOCK;
  return at - within + (within < ORIGINALS ? within : (within - ORIGINALS) * 2);
}

// The same record for the same position, made when it is asked for: nothing of them lies in memory.
function generated(length: number): RecordList {
  return { length, at: recordAt };
}

function recordAt(at: number): ResolvableRecord {
  const entity = entityOf(at);
  const random = randomOf(entity * 2_654_435_761);
  const values: Record<string, string | null> = {
    name: `${word(random, 2_000)} ${word(random, 400)} ${FORMS[Math.floor(random() * FORMS.length)] ?? ''}`,
    contact: `${word(random, 300)} ${word(random, 8_000)}`,
    street: `${Math.ceil(random() * 300)} ${word(random, 3_000)} Street`,
    city: word(random, 500),
    phone: `0${String(Math.floor(random() * 1e9)).padStart(9, '0')}`,
    founded: `${1900 + Math.floor(random() * 120)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`,
  };
  if (entity === at) return { id: String(at), source: 'a', values };
  const error = randomOf(at * 40_503 + 1);
  for (const [name, value] of Object.entries(values)) {
    const chance = error();
    if (chance < 0.1) values[name] = null;
    else if (chance < 0.35 && value !== null) values[name] = misspelt(value, error);
  }
  return { id: String(at), source: 'b', values };
}

// A word out of so many, the first far commoner than the last.
function word(random: () => number, many: number): string {
  const pick = randomOf(Math.floor(random() ** 2 * many) * 7_919 + many);
  const syllables = Array.from({ length: 2 + Math.floor(pick() * 2) }, () => SYLLABLES[Math.floor(pick() * SYLLABLES.length)] ?? '');
  const text = syllables.join('');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function misspelt(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length - 1));
  return random() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
