import { editDistance, jaroWinkler } from '../matching/string-similarity.ts';

/** Past these the rest stays unresolved: resolution never grows with the product of both sides. */
export const MAX_VALUES = 5_000;
export const MAX_TARGETS = 50_000;
const MAX_CANDIDATES = 40;
const MAX_BUCKET = 400;
const LEAST_SIMILARITY = 0.9;
const LEAST_MARGIN = 0.03;
const LEAST_LENGTH = 5;
const LEGAL_FORMS = new Set(['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc', 'llp', 'plc', 'gmbh', 'ag', 'sa', 'sas', 'bv', 'nv', 'oy', 'ab', 'spa', 'srl', 'pty', 'kg', 'the']); // prettier-ignore

/** A record of the target, by the text that names it. */
export interface TargetText {
  readonly id: string;
  readonly text: string;
}

/** Why a value and a text are taken for the same. */
export const MatchMethod = { FOLDED: 'FOLDED', ALPHANUMERIC: 'ALPHANUMERIC', LEGAL_FORM: 'LEGAL_FORM', SIMILAR: 'SIMILAR' } as const;
export type MatchMethod = (typeof MatchMethod)[keyof typeof MatchMethod];

export interface ReferenceMatch {
  readonly value: string;
  readonly targetId: string;
  readonly matched: string;
  /** 0…1. */
  readonly similarity: number;
  readonly method: MatchMethod;
  readonly evidence: string;
}

interface Prepared {
  readonly target: TargetText;
  readonly alphanumeric: string;
  readonly tokens: readonly string[];
}

/**
 * Finds the one target each value means although it is written differently: case and spaces, then letters and digits alone, then
 * without legal forms, then nearly the same letters. Digits must always agree, and the best must stand clear of the second; else the
 * value stays unresolved. `similar` off (keys that are codes) leaves out the last two steps.
 */
export function resolveReferences(values: readonly string[], targets: readonly TargetText[], similar: boolean): ReferenceMatch[] {
  const prepared = targets
    .slice(0, MAX_TARGETS)
    .map((target) => ({ target, alphanumeric: alphanumeric(target.text), tokens: tokensOf(target.text) }));
  const folded = indexBy(prepared, ({ target }) => fold(target.text));
  const squashed = indexBy(prepared, (entry) => entry.alphanumeric);
  const bare = indexBy(prepared, (entry) => withoutLegalForm(entry.tokens));
  const buckets = similar ? bucketsOf(prepared) : new Map<string, Prepared[]>();
  const matches: ReferenceMatch[] = [];
  for (const value of values.slice(0, MAX_VALUES)) {
    const found =
      only(folded, fold(value), value, MatchMethod.FOLDED, 1, 'the same but for case and spaces') ??
      only(squashed, alphanumeric(value), value, MatchMethod.ALPHANUMERIC, 0.99, 'the same letters and digits') ??
      (similar
        ? (only(bare, withoutLegalForm(tokensOf(value)), value, MatchMethod.LEGAL_FORM, 0.96, 'the same but for the legal form') ??
          nearest(value, buckets))
        : null);
    if (found !== null) matches.push(found);
  }
  return matches;
}

function only(
  index: ReadonlyMap<string, Prepared[]>,
  key: string,
  value: string,
  method: MatchMethod,
  similarity: number,
  why: string,
): ReferenceMatch | null {
  const found = key === '' ? undefined : index.get(key);
  const [first] = found ?? [];
  if (!first || found?.length !== 1) return null;
  return {
    value,
    targetId: first.target.id,
    matched: first.target.text,
    similarity,
    method,
    evidence: `“${value}” is “${first.target.text}”: ${why}`,
  };
}

function nearest(value: string, buckets: ReadonlyMap<string, Prepared[]>): ReferenceMatch | null {
  const key = alphanumeric(value);
  if (key.length < LEAST_LENGTH) return null;
  const tokens = tokensOf(value);
  const scored = candidatesOf(key, buckets)
    .map((candidate) => ({ candidate, similarity: textSimilarity(key, tokens, candidate) }))
    .toSorted((a, b) => b.similarity - a.similarity);
  const [best, second] = scored;
  if (!best || best.similarity < LEAST_SIMILARITY || best.similarity - (second?.similarity ?? 0) < LEAST_MARGIN) return null;
  const { id, text } = best.candidate.target;
  const similarity = Math.round(best.similarity * 1000) / 1000;
  return {
    value,
    targetId: id,
    matched: text,
    similarity,
    method: MatchMethod.SIMILAR,
    evidence: `“${value}” is “${text}”: ${Math.round(similarity * 100)} % alike, digits agree, no other is as close`,
  };
}

/** 0 when digits differ or a word differs by more than a slip, else the mean of edit similarity and Jaro-Winkler. */
function textSimilarity(key: string, tokens: readonly string[], candidate: Prepared): number {
  const other = candidate.alphanumeric;
  if (digits(key) !== digits(other) || key.length < LEAST_LENGTH || other.length < LEAST_LENGTH) return 0;
  const limit = Math.min(3, Math.floor(Math.max(key.length, other.length) / 5));
  const distance = editDistance(key, other, limit);
  if (distance > limit || (tokens.length === candidate.tokens.length && !wordsAgree(tokens, candidate.tokens))) return 0;
  const edits = 1 - distance / Math.max(key.length, other.length);
  return edits < LEAST_SIMILARITY ? 0 : (edits + jaroWinkler(key, other)) / 2;
}

/** Each word may slip by one letter in four: `east` is not `west`, `A` is not `B`. */
function wordsAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, i) => {
    const other = b[i] ?? '';
    const limit = Math.floor(Math.max(word.length, other.length) / 4);
    return editDistance(word, other, limit) <= limit;
  });
}

/** Blocking: texts that share their first three letters, their last three, or a word. */
function blockingKeys(alphanumericText: string, tokens: readonly string[]): string[] {
  return [`^${alphanumericText.slice(0, 3)}`, `$${alphanumericText.slice(-3)}`, ...tokens.filter((token) => token.length >= 4)];
}

function bucketsOf(prepared: readonly Prepared[]): Map<string, Prepared[]> {
  const buckets = new Map<string, Prepared[]>();
  for (const entry of prepared)
    for (const key of new Set(blockingKeys(entry.alphanumeric, entry.tokens))) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [entry]);
      else if (bucket.length < MAX_BUCKET) bucket.push(entry);
    }
  return buckets;
}

function candidatesOf(key: string, buckets: ReadonlyMap<string, Prepared[]>): Prepared[] {
  const shared = new Map<Prepared, number>();
  for (const block of new Set(blockingKeys(key, tokensOf(key))))
    for (const entry of buckets.get(block) ?? [])
      if (Math.abs(entry.alphanumeric.length - key.length) <= 3) shared.set(entry, (shared.get(entry) ?? 0) + 1);
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MAX_CANDIDATES)
    .map(([entry]) => entry);
}

function indexBy(prepared: readonly Prepared[], keyOf: (entry: Prepared) => string): Map<string, Prepared[]> {
  return Map.groupBy(prepared, keyOf);
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function alphanumeric(text: string): string {
  return plain(text).replace(/[^\p{L}\d]+/gu, '');
}

function tokensOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\d]+/u)
    .filter((token) => token !== '');
}

function withoutLegalForm(tokens: readonly string[]): string {
  const kept = tokens.filter((token) => !LEGAL_FORMS.has(token));
  return kept.join(' ').length < LEAST_LENGTH - 1 ? '' : kept.join(' ');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
