import type { Random } from '../chaos/random.ts';

/** Names that mean something to objects, to GraphQL, or to neither. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__typename',
  '__schema',
  'first',
  'input',
  'id',
  ' ',
  'ключ',
  '\u0000',
  'a'.repeat(300),
];
const TEXTS = [
  '',
  'x',
  '\ud800',
  '\udc00\ud800',
  '\u0000',
  '\u202e',
  '🧨'.repeat(50),
  "'; drop table users; --",
  '{{7*7}}',
  '../../etc/passwd',
  '<script>',
  'null',
  '\\u0000',
  'ﷺ'.repeat(200),
  '\r\n\r\nGET / HTTP/1.1',
  'Infinity',
];
const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, 5e-324, -(2 ** 63), 1e21];

/** A value of JSON that no well-meaning client would send. */
export function hostileValue(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 4 : 9);
  switch (kind) {
    case 0:
      return random.pick(TEXTS);
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return random.pick([null, true, false]);
    case 3:
      return random.pick([[], {}]);
    case 4:
      return Array.from({ length: random.below(6) }, () => hostileValue(random, depth + 1));
    case 5:
      return nested(random.pick([10, 40, 400, 4_000]), random.fraction() < 0.5);
    case 6:
      return Array.from({ length: random.pick([100, 3_000, 30_000]) }, () => 1);
    default:
      return hostileObject(random, depth);
  }
}

/** An object whose keys are names of the prototype and the like, as own properties, the way JSON gives them. */
export function hostileObject(random: Random, depth = 0): Record<string, unknown> {
  const entries = Array.from({ length: random.below(5) }, () => [hostileName(random), hostileValue(random, depth + 1)] as const);
  return Object.fromEntries(entries);
}

export function hostileName(random: Random): string {
  return random.pick(NAMES);
}

export function hostileText(random: Random): string {
  return random.pick(TEXTS);
}

function nested(levels: number, list: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = list ? [value] : { a: value };
  return value;
}

/** The same text with some characters lost, doubled, swapped or replaced. */
export function mutated(random: Random, text: string): string {
  const characters = text.split('');
  for (let change = 0; change <= random.below(6); change++) {
    const at = random.below(characters.length + 1);
    const what = random.below(5);
    if (what === 0) characters.splice(at, 1 + random.below(4));
    else if (what === 1)
      characters.splice(
        at,
        0,
        random.pick([
          '{',
          '}',
          '(',
          ')',
          '"',
          '"""',
          '$',
          '@',
          '...',
          '!',
          '#',
          '\\',
          ':',
          '[',
          '&',
          '|',
          '\ufeff',
          '\u0000',
          '\ud800',
          '0x',
          '1e999',
        ]),
      );
    else if (what === 2) characters.splice(at, 0, ...characters.slice(random.below(characters.length + 1)).slice(0, 40));
    else if (what === 3) characters.splice(at, 1, String.fromCharCode(random.below(0xffff)));
    else characters.length = Math.max(1, at);
  }
  return characters.join('');
}
