import type { Lexicon } from '../language/lexicon-builder.ts';
import type { Meaning } from '../language/meaning.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Interpretation } from './attempt.ts';
import type { Node } from './node.ts';

/** What one piece of feedback teaches: a phrase was taken, or should be taken, for something. */
export interface LearntLink {
  /** The stems of the phrase. */
  phrase: string;
  /** What it was taken for, in people's words. */
  meaning: string;
  /** 1: rightly; −1: wrongly. */
  weight: number;
  /** The metric that is meant from now on. */
  metric?: string | undefined;
}

/** What people's feedback says of words, as far as it is counted. */
export interface Learnt {
  /** By phrase and meaning: how much likelier a reading is, within ±MOST. */
  weights: ReadonlyMap<string, number>;
  /** Phrases that mean a metric since somebody said so. */
  metrics: ReadonlyMap<string, string>;
}

/** What one piece of feedback counts, and all of it at most: words and data always count more. */
const EACH = 0.06;
const MOST = 0.18;
/** What a reading that was called wrong costs of the confidence at most. */
const DOUBTED = 0.15;

const keyOf = (phrase: string, meaning: string): string => JSON.stringify([phrase, meaning]);
const held = (weight: number): number => Math.max(-MOST, Math.min(MOST, weight));

/** What many pieces of feedback teach together; the latest first. */
export function learntFrom(links: readonly LearntLink[]): Learnt {
  const weights = new Map<string, number>();
  const metrics = new Map<string, string>();
  for (const { phrase, meaning, weight, metric } of links) {
    const key = keyOf(phrase, meaning);
    weights.set(key, held((weights.get(key) ?? 0) + EACH * Math.sign(weight)));
    if (metric !== undefined && weight > 0 && !metrics.has(phrase)) metrics.set(phrase, metric);
  }
  return { weights, metrics };
}

class Overlaid extends Map<string, Meaning[]> {
  readonly under: Map<string, Meaning[]>;

  constructor(over: Iterable<[string, Meaning[]]>, under: Map<string, Meaning[]>) {
    super();
    this.under = under;
    for (const [key, meanings] of over) super.set(key, meanings);
  }

  override get(key: string): Meaning[] | undefined {
    return super.get(key) ?? this.under.get(key);
  }

  override has(key: string): boolean {
    return super.has(key) || this.under.has(key);
  }
}

/** The lexicon with the phrases that people have said to mean a metric. */
export function taught(lexicon: Lexicon, learnt: Learnt | undefined): Lexicon {
  if (learnt === undefined || learnt.metrics.size === 0) return lexicon;
  const over = [...learnt.metrics].map(([phrase, metric]): [string, Meaning[]] => {
    const known = (lexicon.phrases.get(phrase) ?? []).filter((meaning) => meaning.kind !== 'metric' || meaning.metric !== metric);
    return [phrase, [{ kind: 'metric', metric, match: 'label' }, ...known]];
  });
  return { ...lexicon, phrases: new Overlaid(over, lexicon.phrases) };
}

/** A reading as likely as feedback makes it, with the reason. */
export function weighed(learnt: Learnt | undefined, nodes: readonly Node[], interpretation: Interpretation): Interpretation {
  if (learnt === undefined || learnt.weights.size === 0) return interpretation;
  let sum = 0;
  for (const node of nodes) {
    const meaning = interpretation.attempt.used.get(node.index)?.meaning;
    const weight = meaning == null ? undefined : learnt.weights.get(keyOf(phraseKey(node.item.text), meaning));
    if (meaning == null || weight === undefined || weight === 0) continue;
    sum += weight;
    const said =
      weight > 0
        ? `Feedback says that "${node.item.text}" means ${meaning}`
        : `Feedback says that "${node.item.text}" does not mean ${meaning}`;
    interpretation.attempt.notes.push({ text: said, effect: weight > 0 ? 0.005 : Math.max(-DOUBTED, weight) });
  }
  return { ...interpretation, score: interpretation.score + held(sum) };
}
