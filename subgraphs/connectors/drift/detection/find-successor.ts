import { vocabularyOf, descriptionWords, type Vocabulary } from './descriptions.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { familyOf, normalType, typeSimilarity } from './type-family.ts';
import type { ChangeContext, FieldFacts, ObjectFacts } from './types.ts';

/** A field that may have taken the place of one that went. */
export interface Candidate {
  field: FieldFacts;
  /** 0…1. */
  score: number;
  evidence: string[];
}

/** Which field took the place of one that went. */
export interface Successor {
  /** The likeliest first, at most `MAX_RANKED`. */
  ranked: readonly Candidate[];
  /** The one that it certainly is; null where the evidence is thin. */
  decided: Candidate | null;
}

export interface Versions {
  before: ObjectFacts;
  after: ObjectFacts;
  context: ChangeContext;
}

const MAX_RANKED = 5;
/** How a candidate came to be there weighs what else speaks for it. */
const ADDED_NOW = 1;
const ADDED_LATELY = 0.92;
const CHANGED_NOW = 0.75;
const THERE_BEFORE = 0.4;
/** A decision without values needs a name that is kin, and a description that says the same… */
const SURE_NAME = 0.6;
const SURE_DESCRIPTION = 0.8;
/** …or the same description, of so many words, whatever the name. */
const SAME_DESCRIPTION = 0.98;
const TELLING_WORDS = 8;
/** So far the next candidate has to be behind. */
const SURE_LEAD = 0.12;
/** With values of the same records: share that agrees. */
const SURE_AGREEMENT = 0.98;
const REFUTED_AGREEMENT = 0.5;
/** So many fields that go at once may have been gathered in an object that comes with it. */
const GATHERED = 2;
/** Without keys: share of different values that both have, of so many. */
const SURE_OVERLAP = 0.9;
const MANY_DISTINCT = 30;
/** A field whose values are few agrees with others by chance. */
const MIN_DISTINCT = 3;

/** Looks for the field that took the place of one that went: ranks what there is, and decides only on evidence that is not thin. */
export function findSuccessor(gone: FieldFacts, versions: Versions): Successor {
  const vocabulary = vocabularyOf([...versions.before.fields, ...versions.after.fields]);
  return successorAmong(gone, versions, vocabulary);
}

/** As `findSuccessor`, with a vocabulary that was learnt once. */
export function successorAmong(gone: FieldFacts, versions: Versions, vocabulary: Vocabulary): Successor {
  const known = new Map(versions.before.fields.map((field) => [field.path, field]));
  const weighed = versions.after.fields
    .filter(({ path }) => path !== gone.path)
    .map((field) => weigh(gone, field, known.get(field.path) ?? null, versions, vocabulary))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = weighed;
  const lead = (best?.score ?? 0) - (next?.score ?? 0);
  return {
    ranked: weighed.slice(0, MAX_RANKED).map(({ field, score, evidence }) => ({ field, score, evidence })),
    decided: best !== undefined && best.sure && lead >= SURE_LEAD ? best : null,
  };
}

interface Weighed extends Candidate {
  sure: boolean;
}

function weigh(gone: FieldFacts, there: FieldFacts, known: FieldFacts | null, versions: Versions, vocabulary: Vocabulary): Weighed {
  const { addedLately, values } = versions.context;
  const likeness = likenessOf(gone, there, vocabulary);
  const agreement = values?.agreement(gone.path, there.path) ?? null;
  const isNew = known === null || addedLately.has(there.path);
  const changed = known !== null && normalType(known.type) !== normalType(there.type);
  const gathered = known === null && familyOf(there.type) === 'OBJECT' && goneTogether(versions) >= GATHERED;
  const when = known === null ? ADDED_NOW : isNew ? ADDED_LATELY : changed ? CHANGED_NOW : THERE_BEFORE;
  const schema = schemaScore(likeness, gathered) * when;
  const score = agreement === null ? schema : agreement < REFUTED_AGREEMENT ? schema * agreement : 0.3 * schema + 0.7 * agreement;
  return {
    field: there,
    score,
    evidence: evidenceOf(gone, there, likeness, agreement, known, isNew),
    sure: isNew && isSure(gone, there, likeness, agreement, versions),
  };
}

const goneTogether = ({ before, after }: Versions): number => {
  const there = new Set(after.fields.map(({ path }) => path));
  return before.fields.filter(({ path }) => !there.has(path)).length;
};

/** What the schema alone says, 0…1. `gathered`: an object came as several fields went, which it may hold now. */
function schemaScore(
  { name, description, type: alike, enumeration, overlap, mentioned, stateOfFlag }: Likeness,
  gathered: boolean,
): number {
  const kin = Math.max(name, mentioned ? 0.8 : 0, stateOfFlag ? 0.55 : 0, gathered ? 0.3 : 0);
  const type = gathered ? Math.max(alike, 0.8) : alike;
  const parts: [number, number][] = [
    [kin, 0.42],
    [type, 0.13],
    // Without a description half of what it could say is taken for said against it.
    description === null ? [0.35, 0.2] : [description, 0.38],
  ];
  if (enumeration !== null) parts.push([enumeration, 0.25]);
  if (overlap !== null) parts.push([overlap, 0.6]);
  const weight = parts.reduce((sum, [, one]) => sum + one, 0);
  return parts.reduce((sum, [value, one]) => sum + value * one, 0) / weight;
}

function isSure(
  gone: FieldFacts,
  there: FieldFacts,
  { name, description, overlap }: Likeness,
  agreement: number | null,
  versions: Versions,
): boolean {
  const compatible = typeSimilarity(gone.type, there.type) >= 0.9;
  if (agreement !== null)
    return (
      agreement >= SURE_AGREEMENT &&
      (gone.profile?.distinct ?? MIN_DISTINCT) >= MIN_DISTINCT &&
      typeSimilarity(gone.type, there.type) >= 0.35
    );
  if (!compatible || (overlap !== null && overlap < REFUTED_AGREEMENT)) return false;
  const many = Math.min(gone.profile?.distinct ?? 0, there.profile?.distinct ?? 0) >= MANY_DISTINCT;
  if (overlap !== null && many && overlap >= SURE_OVERLAP && name >= SURE_NAME) return true;
  if (description === null) return false;
  const telling = descriptionWords(gone.description ?? '').length >= TELLING_WORDS && isOnlyTheirs(gone, there, versions);
  return (name >= SURE_NAME && description >= SURE_DESCRIPTION) || (telling && description >= SAME_DESCRIPTION);
}

/** No other field is described so: what many have in common tells nothing of one. */
function isOnlyTheirs(gone: FieldFacts, there: FieldFacts, { before, after }: Versions): boolean {
  const words = (field: FieldFacts): string => descriptionWords(field.description ?? '').join(' ');
  const own = new Set([words(gone), words(there)]);
  return [...before.fields, ...after.fields].every(
    (field) => field.path === gone.path || field.path === there.path || !own.has(words(field)),
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function evidenceOf(
  gone: FieldFacts,
  there: FieldFacts,
  { name, description, type, enumeration, overlap, mentioned, stateOfFlag }: Likeness,
  agreement: number | null,
  known: FieldFacts | null,
  isNew: boolean,
): string[] {
  const said: string[] = [];
  if (agreement !== null) said.push(`the same value in ${percent(agreement)} of the records that were compared`);
  if (overlap !== null) said.push(`${percent(overlap)} of their different values are the same`);
  if (name >= 0.5) said.push(`the names are ${percent(name)} alike`);
  if (description !== null)
    said.push(description >= SAME_DESCRIPTION ? 'the descriptions are the same' : `the descriptions are ${percent(description)} alike`);
  if (enumeration !== null) said.push(`${percent(enumeration)} of the listed values are the same`);
  if (mentioned) said.push('one description names the other field');
  if (stateOfFlag) said.push(`${gone.path} was a flag, ${there.path} holds a state`);
  if (type < 0.9) said.push(`the type is another: ${gone.type}, now ${there.type}`);
  said.push(
    known === null
      ? `${there.path} came as ${gone.path} went`
      : isNew
        ? `${there.path} came shortly before`
        : `${there.path} was there before`,
  );
  return said;
}
