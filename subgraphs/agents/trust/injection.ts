import { decodedIn } from './decode.ts';
import { hiddenIn } from './hidden-text.ts';
import { normalise } from './normalise.ts';
import { SIGNALS } from './signals.ts';

/** From here on a text is taken for one that gives orders to agents. */
export const INJECTION_FROM = 0.8;
/** From here on it is told of. */
export const SUSPECT_FROM = 0.4;
/** Of longer texts the beginning and the end are looked at. */
const MAX_CHARACTERS = 100_000;
/** Neither orders nor what hides them fit into less. */
const MIN_CHARACTERS = 10;
const MAX_DEPTH = 2;
const WORD = /^[\w.:/#-]{0,23}$/;

/** How much a text looks like orders to agents, and why. */
export interface Suspicion {
  /** 0…1 */
  score: number;
  signals: readonly { name: string; weight: number; says: string }[];
}

const NOTHING: Suspicion = { score: 0, signals: [] };

/**
 * How much a text looks like it gives orders to agents that read it. Each signal counts once, and together they count as if they were independent.
 * The same text always scores the same; no model is asked.
 */
export function suspicionOf(text: string): Suspicion {
  if (text.length < MIN_CHARACTERS || WORD.test(text)) return NOTHING;
  const half = MAX_CHARACTERS / 2;
  return scoreOf(signalsIn(text.length <= MAX_CHARACTERS ? text : `${text.slice(0, half)}\n${text.slice(-half)}`, 0));
}

/** In a sentence, for people. */
export function inWords({ signals }: Suspicion): string {
  return `It ${signals.map(({ says }) => says).join(', ')}.`;
}

function signalsIn(text: string, depth: number): Suspicion['signals'][number][] {
  const normal = normalise(text);
  const found: Suspicion['signals'][number][] = SIGNALS.filter(({ pattern }) => pattern.test(normal.text)).map(
    ({ name, weight, says }) => ({
      name,
      weight,
      says,
    }),
  );
  if (normal.mixedWords > 0) found.push({ name: 'lookalikes', weight: 0.3, says: 'has words in letters of several scripts' });
  if (normal.spacedWords > 0) found.push({ name: 'spaced', weight: 0.3, says: 'has words written letter by letter' });
  const hidden = hiddenIn(text);
  if (hidden !== null && hidden.tags > 0) found.push({ name: 'tags', weight: 0.85, says: 'holds a text that people cannot see' });
  if (hidden !== null && hidden.zeroWidth >= 3)
    found.push({ name: 'zero-width', weight: 0.4, says: 'has characters without width within words' });
  if (hidden !== null && hidden.bidi > 0) found.push({ name: 'bidi', weight: 0.45, says: 'turns the order of its letters around' });
  if (depth < MAX_DEPTH)
    for (const decoded of decodedIn(text)) {
      const within = signalsIn(decoded, depth + 1);
      if (within.length > 0) found.push({ name: 'encoded', weight: 0.4, says: 'hides that in a code' }, ...within);
    }
  return found;
}

function scoreOf(found: readonly Suspicion['signals'][number][]): Suspicion {
  if (found.length === 0) return NOTHING;
  const signals = [...new Map(found.map((signal) => [signal.name, signal])).values()];
  return { score: 1 - signals.reduce((left, { weight }) => left * (1 - weight), 1), signals };
}
