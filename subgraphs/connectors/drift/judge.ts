import { createHash } from 'node:crypto';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { StoredChange } from '../repairs/repair.entity.ts';
import type { ReadingRule } from '../repairs/rules.ts';
import type { FieldChange, FieldFacts } from './detection/types.ts';
import type { Dependent, DriftSeverity, StoredField } from './drift.entity.ts';
import type { Remedy } from './remedies.ts';

/** What goes by a column, for whoever judges a change of it. */
export interface Depends {
  dependents: Dependent[];
  entities: string[];
  money: boolean;
  key: boolean;
}

/** A drift as it is about to be kept. */
export interface JudgedDrift {
  kind: FieldChange['kind'];
  severity: DriftSeverity;
  field: string | null;
  summary: string;
  before: StoredField[];
  after: StoredField[];
  confidence: number;
  evidence: string[];
  dependents: Dependent[];
  holds: boolean;
  fingerprint: string;
  /** The repair answers it. */
  repaired: boolean;
}

/** What is made of the changes of one object. */
export interface Judgement {
  drifts: JudgedDrift[];
  /** Rules for what changed, and what they do; empty when nothing has to be repaired. */
  rules: ReadingRule[];
  changes: StoredChange[];
  /** The least confidence of them; 0 when something that is needed has no successor. */
  confidence: number;
  holds: boolean;
}

/** Judges changes by what depends on the columns and what can be done about each. */
export function judge(
  changes: readonly FieldChange[],
  dependsOf: (column: string) => Depends,
  remedyOf: (change: FieldChange) => Remedy,
): Judgement {
  const judgement: Judgement = { drifts: [], rules: [], changes: [], confidence: 1, holds: false };
  for (const change of changes) {
    const columns = change.before.map(({ path }) => path);
    const depends = columns.map(dependsOf);
    const needed = depends.some(({ dependents, key }) => dependents.length > 0 || key);
    const remedy = remedyOf(change);
    const acts = remedy.rules.length > 0;
    // Nothing has to be repaired of what nobody needs, unless its successor is plain.
    const repaired = acts && (needed || remedy.structural);
    const holds = needed && remedy.breaks;
    judgement.drifts.push({
      kind: change.kind,
      severity:
        depends.some(({ key }) => key) && remedy.breaks
          ? 'CRITICAL'
          : holds && !acts
            ? 'CRITICAL'
            : needed && remedy.breaks
              ? 'WARNING'
              : 'INFO',
      field: (change.before[0] ?? change.after[0])?.path ?? null,
      summary: summaryOf(change),
      before: change.before.map(stored),
      after: change.after.map(stored),
      confidence: change.confidence,
      evidence: [...change.evidence],
      dependents: uniqueDependents(depends.flatMap(({ dependents }) => dependents)),
      holds,
      fingerprint: fingerprintOf(change),
      repaired,
    });
    if (!holds && !repaired) continue;
    judgement.holds ||= holds;
    judgement.rules.push(...remedy.rules);
    judgement.changes.push(...remedy.changes);
    judgement.confidence = Math.min(judgement.confidence, acts ? remedy.confidence : 0);
  }
  return judgement;
}

const stored = ({ path, type, nullable, format, unit }: FieldFacts): StoredField => ({ path, type, nullable, format, unit });

function uniqueDependents(all: readonly Dependent[]): Dependent[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

/** The same change has the same one. */
export function fingerprintOf({ kind, before, after }: FieldChange): string {
  const sides = [before, after].map((fields) => fields.map(({ path, type }) => [path, type]));
  return createHash('sha256')
    .update(JSON.stringify([kind, ...sides]))
    .digest('base64url')
    .slice(0, 22);
}

/** One of several drifts together. */
export const fingerprintOfAll = (drifts: readonly Pick<JudgedDrift, 'fingerprint'>[]): string =>
  createHash('sha256')
    .update(drifts.map(({ fingerprint }) => fingerprint).toSorted().join(' '))
    .digest('base64url')
    .slice(0, 22); // prettier-ignore

const named = (fields: readonly FieldFacts[]): string => fields.map(({ path }) => path).join(' and ');

function summaryOf({ kind, before, after }: FieldChange): string {
  const [was, is] = [named(before), named(after)];
  const type = (fields: readonly FieldFacts[]): string => (fields[0]?.type as ColumnType | undefined)?.toLowerCase() ?? '';
  switch (kind) {
    case 'ADDED':
      return `${is} is new.`;
    case 'REMOVED':
      return `${was} is no longer there.`;
    case 'RENAMED':
      return `${was} is called ${is} now.`;
    case 'MOVED':
      return `${was} has moved to ${is}.`;
    case 'SPLIT':
      return `${was} was split into ${is}.`;
    case 'MERGED':
      return `${was} were put together into ${is}.`;
    case 'RETYPED':
      return `${was} was ${type(before)} and is ${type(after)}.`;
    case 'UNIT_CHANGED':
      return `${was} is in another unit.`;
    case 'FORMAT_CHANGED':
      return `${was} is written another way.`;
    case 'ENUM_CHANGED':
      return `${was} has other values than before.`;
    case 'NULLABILITY_CHANGED':
      return after[0]?.nullable === true ? `${was} may be empty now.` : `${was} is always filled now.`;
  }
}
