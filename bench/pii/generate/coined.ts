import type { Random } from './random.ts';

const ORDER = 3;
const EDGE = '\u0001';
const SHORTEST = 4;
const LONGEST = 18;
const ATTEMPTS = 20;

/** Makes up words that look like those of a list: what no lexicon can know. */
export function coiner(words: readonly string[]): (random: Random) => string {
  const follows = new Map<string, string[]>();
  for (const word of words) {
    const padded = EDGE.repeat(ORDER) + word + EDGE;
    for (let at = ORDER; at < padded.length; at++) {
      const key = padded.slice(at - ORDER, at);
      const list = follows.get(key);
      if (list === undefined) follows.set(key, [padded.charAt(at)]);
      else list.push(padded.charAt(at));
    }
  }
  return (random) => {
    let made = '';
    for (let attempt = 0; attempt < ATTEMPTS && made.length < SHORTEST; attempt++) {
      made = '';
      while (made.length < LONGEST) {
        const unit = random.pick(follows.get((EDGE.repeat(ORDER) + made).slice(-ORDER)) ?? [EDGE]);
        if (unit === EDGE) break;
        made += unit;
      }
    }
    return made;
  };
}
