import type { Finding } from '../finding.ts';
import { lexicon } from '../lexicon/lexicon.ts';
import { newDecoder } from './decode.ts';
import { MOST_WORD_FEATURES, OFFSETS, PLACE_FEATURES, placeFeatures, wordFeatures } from './features.ts';
import { newSequence, readSequence } from './sequence.ts';
import { TAG_COUNT, TAGS, type Piece, type PieceKind } from './tags.ts';
import { MOST_TOKENS, newTokens, readTokens } from './tokens.ts';
import { loadWeights, type Weights } from './weights.ts';
import { MOST_WORDS, newWords } from './words.ts';

/** Finds the pieces of a text: persons, organisations, places and the parts of addresses. */
export interface Tagger {
  /** Sorted, without overlaps. @param patterns what is told by its form already, sorted: never part of a piece */
  pieces: (text: string, patterns: readonly Finding[]) => Piece[];
}

const VECTOR = OFFSETS * TAG_COUNT;
const KINDS = TAGS.map((tag) => tag.slice(2) as PieceKind);
const STARTS = TAGS.map((tag) => tag.startsWith('B-'));

let usual: Tagger | null = null;

/** The tagger of the product, made when first asked for. It keeps what it works with, so a thread has one. */
export function tagger(): Tagger {
  return (usual ??= newTagger(loadWeights()));
}

/**
 * A linear model over a window of five tokens. What a word adds by itself is summed once per different word and kept, so that a token
 * costs five additions of short vectors and a dozen rows of the weights.
 */
export function newTagger({ features, transitions }: Weights): Tagger {
  const known = lexicon();
  const tokens = newTokens();
  const sequence = newSequence();
  const words = newWords(known);
  const decoder = newDecoder(transitions);
  const vectors = new Int16Array(MOST_WORDS * VECTOR);
  const rows = new Int32Array(Math.max(MOST_WORD_FEATURES, PLACE_FEATURES));
  let summed = 0;
  return { pieces };

  function pieces(text: string, patterns: readonly Finding[]): Piece[] {
    const found: Piece[] = [];
    tokens.nextPattern = 0;
    for (let from = 0; from < text.length;) {
      from = readTokens(text, from, patterns, tokens);
      if (words.used + MOST_TOKENS >= MOST_WORDS) {
        words.forget();
        summed = 0;
      }
      readSequence(text, tokens, words, known, sequence, null);
      for (; summed < words.used; summed++) sumWord(summed);
      for (let index = 0; index < tokens.count; index++) score(index);
      decoder.decode(tokens.count, sequence.idle);
      collect(found);
    }
    return found;
  }

  function sumWord(slot: number): void {
    for (let offset = 0; offset < OFFSETS; offset++) {
      const base = slot * VECTOR + offset * TAG_COUNT;
      vectors.fill(0, base, base + TAG_COUNT);
      const count = wordFeatures(words, slot, offset, rows);
      for (let feature = 0; feature < count; feature++) {
        const row = (rows[feature] ?? 0) * TAG_COUNT;
        for (let tag = 0; tag < TAG_COUNT; tag++) vectors[base + tag] = (vectors[base + tag] ?? 0) + (features[row + tag] ?? 0);
      }
    }
  }

  function score(index: number): void {
    const { scores } = decoder;
    const base = index * TAG_COUNT;
    if (sequence.idle[index] === 1) return;
    const { slots } = sequence;
    const far = (slots[index] ?? 0) * VECTOR;
    const left = (slots[index + 1] ?? 0) * VECTOR + TAG_COUNT;
    const here = (slots[index + 2] ?? 0) * VECTOR + 2 * TAG_COUNT;
    const right = (slots[index + 3] ?? 0) * VECTOR + 3 * TAG_COUNT;
    const farRight = (slots[index + 4] ?? 0) * VECTOR + 4 * TAG_COUNT;
    placeFeatures(sequence, words, index, rows);
    // Written out, since nothing else takes as long: each score is stored once.
    const a = (rows[0] ?? 0) * TAG_COUNT;
    const b = (rows[1] ?? 0) * TAG_COUNT;
    const c = (rows[2] ?? 0) * TAG_COUNT;
    const d = (rows[3] ?? 0) * TAG_COUNT;
    const e = (rows[4] ?? 0) * TAG_COUNT;
    const f = (rows[5] ?? 0) * TAG_COUNT;
    const g = (rows[6] ?? 0) * TAG_COUNT;
    const h = (rows[7] ?? 0) * TAG_COUNT;
    const i = (rows[8] ?? 0) * TAG_COUNT;
    const j = (rows[9] ?? 0) * TAG_COUNT;
    const k = (rows[10] ?? 0) * TAG_COUNT;
    const l = (rows[11] ?? 0) * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const alone =
        (vectors[far + tag] ?? 0) +
        (vectors[left + tag] ?? 0) +
        (vectors[here + tag] ?? 0) +
        (vectors[right + tag] ?? 0) +
        (vectors[farRight + tag] ?? 0);
      const some = (features[a + tag] ?? 0) + (features[b + tag] ?? 0) + (features[c + tag] ?? 0) + (features[d + tag] ?? 0);
      const more = (features[e + tag] ?? 0) + (features[f + tag] ?? 0) + (features[g + tag] ?? 0) + (features[h + tag] ?? 0);
      const rest = (features[i + tag] ?? 0) + (features[j + tag] ?? 0) + (features[k + tag] ?? 0) + (features[l + tag] ?? 0);
      scores[base + tag] = alone + some + more + rest;
    }
  }

  function collect(found: Piece[]): void {
    let open: Piece | null = null;
    for (let index = 0; index < tokens.count; index++) {
      const tag = decoder.tags[index] ?? 0;
      if (tag === 0) open = null;
      else if (STARTS[tag] === true || open === null) {
        open = { kind: KINDS[tag] ?? 'PERSON', start: tokens.start[index] ?? 0, end: tokens.end[index] ?? 0 };
        found.push(open);
      } else open.end = tokens.end[index] ?? 0;
    }
  }
}
