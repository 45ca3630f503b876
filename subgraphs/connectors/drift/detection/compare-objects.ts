import { vocabularyOf } from './descriptions.ts';
import { type Candidate, type Versions, successorAmong } from './find-successor.ts';
import { findParts } from './find-parts.ts';
import { leafOf, parentOf } from './names.ts';
import { normalType } from './type-family.ts';
import { knownFactor, unitFactor } from './unit-change.ts';
import type { ChangeContext, FieldChange, FieldFacts, ObjectFacts, ValueEvidence } from './types.ts';

const NOTHING_KNOWN: ChangeContext = { addedLately: new Set(), values: null };

/**
 * What has changed of an object between two times. What its schema says is told as it is; a removal and an addition become one change (renamed, moved,
 * split, merged) only on evidence, and stay two where it is thin.
 */
export function compareObjects(before: ObjectFacts, after: ObjectFacts, context: ChangeContext = NOTHING_KNOWN): FieldChange[] {
  const was = new Map(before.fields.map((field) => [field.path, field]));
  const is = new Map(after.fields.map((field) => [field.path, field]));
  const removed = before.fields.filter(({ path }) => !is.has(path));
  const added = after.fields.filter(({ path }) => !was.has(path));
  const successors = pairUp(removed, { before, after, context });
  const rest = {
    removed: removed.filter((field) => !successors.some(({ gone }) => gone === field)),
    added: added.filter((field) => !successors.some(({ candidate }) => candidate.field === field)),
  };
  const parts = findParts(rest.removed, rest.added, context.values);
  const used = new Set(parts.flatMap((change) => [...change.before, ...change.after]));
  return [
    ...before.fields.flatMap((field) => {
      const now = is.get(field.path);
      return now === undefined ? [] : changesWithin(field, now, context.values);
    }),
    ...successors.flatMap(({ gone, candidate }) => [
      successorChange(gone, candidate),
      ...changesWithin(gone, candidate.field, context.values),
    ]),
    ...parts,
    ...rest.removed.filter((field) => !used.has(field)).map((field) => certain('REMOVED', [field], [], `${field.path} is no longer there`)),
    ...rest.added.filter((field) => !used.has(field)).map((field) => certain('ADDED', [], [field], `${field.path} is new`)),
  ];
}

interface Pair {
  gone: FieldFacts;
  candidate: Candidate;
}

/** Fields that went with the one that certainly took their place; none that two of them lay claim to. */
function pairUp(removed: readonly FieldFacts[], versions: Versions): Pair[] {
  if (removed.length === 0) return [];
  const vocabulary = vocabularyOf([...versions.before.fields, ...versions.after.fields]);
  const pairs = removed.flatMap((gone) => {
    const { decided } = successorAmong(gone, versions, vocabulary);
    return decided === null ? [] : [{ gone, candidate: decided }];
  });
  const claims = Map.groupBy(pairs, ({ candidate }) => candidate.field);
  return pairs.filter(({ candidate }) => claims.get(candidate.field)?.length === 1);
}

function successorChange(gone: FieldFacts, { field, score, evidence }: Candidate): FieldChange {
  const moved = parentOf(gone.path) !== parentOf(field.path);
  return { kind: moved ? 'MOVED' : 'RENAMED', before: [gone], after: [field], confidence: Math.min(0.99, score), evidence };
}

function certain(kind: FieldChange['kind'], before: FieldFacts[], after: FieldFacts[], ...evidence: string[]): FieldChange {
  return { kind, before, after, confidence: 1, evidence };
}

/** What has changed of a field that is the same one. */
function changesWithin(before: FieldFacts, after: FieldFacts, values: ValueEvidence | null): FieldChange[] {
  const changes: FieldChange[] = [];
  const note = (kind: FieldChange['kind'], said: string): void => void changes.push(certain(kind, [before], [after], said));
  const name = leafOf(after.path);
  const nullability =
    before.nullable === after.nullable ? null : after.nullable ? `${name} may be empty now` : `${name} is always filled now`;
  const enumeration = enumerationChange(before, after);
  // Of another type it is another field: what else it may hold now comes with the type.
  if (normalType(before.type) !== normalType(after.type)) {
    const evidence = [`${name} was ${before.type} and is ${after.type}`, nullability, enumeration].filter((one) => one !== null);
    return [certain('RETYPED', [before], [after], ...evidence)];
  }
  if (nullability !== null) note('NULLABILITY_CHANGED', nullability);
  if (enumeration !== null) note('ENUM_CHANGED', enumeration);
  if (before.format !== after.format)
    note('FORMAT_CHANGED', `${name} was written ${before.format ?? 'plainly'} and is ${after.format ?? 'plain'}`);
  const unit = unitChange(before, after, values);
  if (unit !== null) changes.push(unit);
  return changes;
}

function enumerationChange({ enumeration: old }: FieldFacts, { enumeration: now }: FieldFacts): string | null {
  if (old === null && now === null) return null;
  const [before, after] = [new Set(old ?? []), new Set(now ?? [])];
  const gone = [...before].filter((value) => !after.has(value));
  const came = [...after].filter((value) => !before.has(value));
  if (gone.length === 0 && came.length === 0) return null;
  if (old === null) return 'its values are listed now';
  if (now === null) return 'its values are no longer listed';
  const said = [came.length === 0 ? null : `new values: ${listed(came)}`, gone.length === 0 ? null : `values that went: ${listed(gone)}`];
  return said.filter((one) => one !== null).join('; ');
}

const MAX_LISTED = 8;
const listed = (values: readonly string[]): string =>
  values.length <= MAX_LISTED ? values.join(', ') : `${values.slice(0, MAX_LISTED).join(', ')} and ${values.length - MAX_LISTED} more`;

function unitChange(before: FieldFacts, after: FieldFacts, values: ValueEvidence | null): FieldChange | null {
  const ratio = values?.ratio(before.path, after.path) ?? null;
  const byKeys = ratio === null ? null : knownFactor(ratio);
  // Where the same records were compared, they know better than the distribution does.
  const factor = ratio === null ? unitFactor(before, after) : byKeys;
  const declared = before.unit !== after.unit && before.unit !== null && after.unit !== null;
  if (factor === null && !declared) return null;
  const evidence = [
    ...(declared ? [`the unit was ${before.unit} and is ${after.unit}`] : []),
    ...(factor === null
      ? []
      : [
          byKeys === null
            ? `all its quantiles differ by the factor ${said(factor)}`
            : `in the same records it differs by the factor ${said(factor)}`,
        ]),
  ];
  return {
    kind: 'UNIT_CHANGED', before: [before], after: [after], evidence, confidence: byKeys !== null ? 0.97 : declared ? 0.9 : 0.7,
    ...(factor === null ? {} : { factor }),
  }; // prettier-ignore
}

const said = (factor: number): string =>
  factor >= 1 ? factor.toLocaleString('en-US') : `1/${Math.round(1 / factor).toLocaleString('en-US')}`;
