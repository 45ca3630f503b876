import type { System } from '../../kernel/system.ts';
import type { ColumnClass } from '../../kernel/privacy/screening/screening.ts';
import type { Connector, FoundObject, FoundTable, SourceRef } from '../kit/connector.ts';
import type { Ingress } from '../privacy/ingress.ts';
import { screeningFor } from '../privacy/table-screening.ts';
import { readFound, withoutAside } from '../repairs/read-found.ts';
import type { TableReading } from '../repairs/read-page.ts';
import type { AvailableField } from '../repairs/repair.entity.ts';
import { composeRules } from '../repairs/rules.ts';
import { compareObjects } from './detection/compare-objects.ts';
import { findSuccessor } from './detection/find-successor.ts';
import type { FieldChange, ObjectFacts } from './detection/types.ts';
import { emptied, factsOf, inOtherUnits, nestedFacts } from './facts.ts';
import { fingerprintOf, fingerprintOfAll, judge, type Judgement } from './judge.ts';
import { type KnownObject, dependsIn } from './known-objects.ts';
import { valueEvidence } from './pairs.ts';
import { remedyOf } from './remedies.ts';
import { type Sample, sampleTable } from './sample.ts';

/** What is looked at, and through what. */
export interface LookFrom {
  system: System;
  tenantId: string;
  connector: Connector;
  source: SourceRef;
  signal: AbortSignal;
  ingress: Ingress;
  classes: ReadonlyMap<string, readonly ColumnClass[]>;
}

/** What a look at one table came to. */
export interface Look {
  known: KnownObject;
  path: string;
  /** The table as the source has it. */
  source: FoundTable;
  /** The table by stable names, as the reading in force, or the one that a repair brings, has it. */
  table: FoundTable;
  reading: Omit<TableReading, 'undo'> | null;
  judgement: Judgement;
  /** Of all its changes together. */
  fingerprint: string;
  available: AvailableField[];
  sample: Sample | null;
}

/** Fields of so many kinds that changed are looked into; beyond it is another table. */
const MAX_CHANGES = 200;

/** Compares a table with how it was known, with the values of the same records where it matters. @returns null when nothing is known of it, or changed */
export async function lookAt(from: LookFrom, object: FoundObject, known: KnownObject): Promise<Look | null> {
  if (object.found.kind === 'SKIPPED' || known.columns.length === 0) return null;
  const source = object.found;
  const order = known.columns.map(({ name }) => name);
  const table = readFound(known.rules, order, source);
  const changes = compare(object.name, known, table, null);
  const suspicious = inOtherUnits(known.columns, table.columns);
  const unchanged = (): Look | null =>
    table.columns.some(({ aside }) => aside === true) ? lookOf(object.path, known, source, table) : null;
  if (changes.length === 0 && !suspicious) return unchanged();
  const sample = suspicious || changes.some((change) => mattersIn(change)) ? await sampleOf(from, object.path, known, table, source) : null;
  const compared = (sample === null ? changes : compare(object.name, known, table, sample))
    .filter((change) => !known.dismissed.has(fingerprintOf(change)))
    .slice(0, MAX_CHANGES);
  if (compared.length === 0) return unchanged();
  const types = new Map(known.columns.map(({ name, type }) => [name, type]));
  const before = factsIn(object.name, known.columns, sample?.before ?? null);
  const after = factsAfter(object.name, known, table, sample);
  const context = { addedLately: new Set<string>(), values: valueEvidence(sample?.pairs ?? []) };
  const judgement = judge(
    compared,
    (column) => dependsIn(known, column),
    (change) =>
      remedyOf(change, {
        sample,
        typeOf: (column) => types.get(column) ?? 'TEXT',
        candidatesOf(column) {
          const gone = before.fields.find(({ path }) => path === column);
          return gone === undefined ? [] : findSuccessor(gone, { before, after, context }).ranked.map(({ field }) => field.path);
        },
      }),
  );
  const available = after.fields.map(({ path, type }) => ({ path, type: type as AvailableField['type'] }));
  const fingerprint = fingerprintOfAll(judgement.drifts.filter(({ holds, repaired }) => holds || repaired));
  return { ...lookOf(object.path, known, source, table), judgement, fingerprint, available, sample };
}

/** A look that has found nothing yet. */
function lookOf(path: string, known: KnownObject, source: FoundTable, table: FoundTable): Look {
  const judgement: Judgement = { drifts: [], rules: [], changes: [], confidence: 1, holds: false };
  return { known, path, source, table: withoutAside(table), reading: null, judgement, fingerprint: '', available: [], sample: null };
}

/** The look as it is once its repair is in force. */
export function repairedLook(look: Look, version: number): Look {
  const rules = composeRules(look.known.rules, look.judgement.rules);
  const order = look.known.columns.map(({ name }) => name);
  const table = withoutAside(readFound(rules, order, look.source));
  return { ...look, table, reading: { version, rules, columns: table.columns.map(({ name }) => name) } };
}

/** Only what came, or may be empty, needs no look at values. */
function mattersIn({ kind, before, after }: FieldChange): boolean {
  if (kind === 'ENUM_CHANGED') return (before[0]?.enumeration ?? []).some((value) => !(after[0]?.enumeration ?? []).includes(value));
  return kind !== 'ADDED' && kind !== 'NULLABILITY_CHANGED';
}

function sampleOf(from: LookFrom, path: string, known: KnownObject, table: FoundTable, source: FoundTable): Promise<Sample> {
  const classes = from.classes.get(path) ?? [];
  const screening = screeningFor({ name: known.name, path, key: known.key, columns: source.columns, classes }, from.ingress);
  const columns = table.columns.map(({ name }) => name);
  return sampleTable(from.system, from.tenantId, from, {
    objectId: known.objectId, path, table: source, key: known.key, rules: known.rules, columns, screening,
  }); // prettier-ignore
}

function compare(name: string, known: KnownObject, table: FoundTable, sample: Sample | null): FieldChange[] {
  const values = valueEvidence(sample?.pairs ?? []);
  const before = factsIn(name, known.columns, sample?.before ?? null);
  const changes = compareObjects(before, factsAfter(name, known, table, sample), { addedLately: new Set(), values });
  const drifted = table.rowCount === 0 ? changes.filter(({ kind }) => kind === 'REMOVED' || kind === 'ADDED') : changes;
  // Fields within a column are there to be found, not to be told of.
  const columns = new Set(table.columns.flatMap((column) => (column.aside === true ? [] : [column.name])));
  return drifted.filter(({ kind, after }) => kind !== 'ADDED' || after.every(({ path }) => columns.has(path)));
}

const factsIn = (object: string, columns: Parameters<typeof factsOf>[0], records: Parameters<typeof factsOf>[1]): ObjectFacts => ({
  object,
  fields: factsOf(columns, records),
});

function factsAfter(object: string, known: KnownObject, table: FoundTable, sample: Sample | null): ObjectFacts {
  const gone = emptied(known.columns, table.columns);
  const columns = table.columns.filter(({ name }) => !gone.has(name));
  const facts = factsOf(columns, sample?.after ?? null);
  return { object, fields: sample === null ? facts : [...facts, ...nestedFacts(columns, sample.after)] };
}
