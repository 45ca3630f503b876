import type { FoundColumn } from '../kit/connector.ts';
import { nestedOf, type SourceRecord, valueOf } from '../repairs/apply-rule.ts';
import { sketchValues } from './detection/sketch.ts';
import type { FieldFacts } from './detection/types.ts';

type Column = Pick<FoundColumn, 'name' | 'type' | 'format' | 'currency' | 'nullable' | 'description' | 'profile'>;

/** A column of so few values in so many records holds one of a list. */
const MAX_LISTED = 30;
const MIN_RECORDS_PER_VALUE = 4;
/** Fields within a nested one that are looked at. */
const MAX_NESTED = 40;

/** What detection is told of columns; with records, of their values too. */
export function factsOf(columns: readonly Column[], records: readonly SourceRecord[] | null): FieldFacts[] {
  return columns.map((column, position) => ({
    path: column.name,
    type: column.type,
    nullable: column.nullable,
    position,
    description: column.description,
    enumeration: listedValues(column),
    format: column.format,
    unit: column.currency,
    profile: records === null ? null : sketchOf(records, column.name),
  }));
}

function listedValues({ type, profile }: Column): string[] | null {
  const { distinct, topValues, rows, blanks } = profile;
  const listed =
    (type === 'TEXT' || type === 'BOOLEAN') &&
    distinct > 0 &&
    distinct <= MAX_LISTED &&
    topValues.length >= distinct &&
    rows - blanks >= distinct * MIN_RECORDS_PER_VALUE;
  return listed ? topValues.map(({ value }) => value).toSorted() : null;
}

function sketchOf(records: readonly SourceRecord[], path: string): FieldFacts['profile'] {
  return sketchValues(
    (function* () {
      for (const record of records) yield plainOf(valueOf(record, path));
    })(),
  );
}

const plainOf = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value == null
      ? null
      : JSON.stringify(value);

/** Fields within columns that hold objects, dotted: where something may have moved to. */
export function nestedFacts(columns: readonly Column[], records: readonly SourceRecord[]): FieldFacts[] {
  const paths = new Map<string, 'TEXT' | 'DECIMAL' | 'INTEGER' | 'BOOLEAN'>();
  for (const { name, type } of columns) {
    if (type !== 'TEXT') continue;
    for (const record of records) {
      const inner = nestedOf(record[name]);
      if (inner === null) continue;
      for (const [key, value] of Object.entries(inner)) {
        const path = `${name}.${key}`;
        if (value === null || typeof value === 'object' || (paths.size >= MAX_NESTED && !paths.has(path))) continue;
        const known = paths.get(path);
        const own =
          typeof value === 'number' ? (Number.isInteger(value) ? 'INTEGER' : 'DECIMAL') : typeof value === 'boolean' ? 'BOOLEAN' : 'TEXT';
        paths.set(
          path,
          known === undefined || known === own
            ? own
            : [known, own].every((one) => one === 'INTEGER' || one === 'DECIMAL')
              ? 'DECIMAL'
              : 'TEXT',
        );
      }
    }
  }
  return [...paths].map(([path, type], index) => ({
    path, type, nullable: true, position: columns.length + index, description: null, enumeration: null, format: null, unit: null, profile: sketchOf(records, path),
  })); // prettier-ignore
}

/** Columns that held values and no longer do, in records enough to tell: as good as gone. */
export function emptied(before: readonly Column[], after: readonly Column[]): Set<string> {
  const filled = new Map(before.map(({ name, profile }) => [name, profile.rows > 0 ? 1 - profile.blanks / profile.rows : 0]));
  return new Set(
    after.flatMap(({ name, profile }) =>
      (filled.get(name) ?? 0) >= WAS_FILLED && profile.rows >= MIN_BLANK_RECORDS && profile.blanks >= profile.rows ? [name] : [],
    ),
  );
}

const WAS_FILLED = 0.5;
const MIN_BLANK_RECORDS = 20;

/** Whether numbers of a column have become so much larger or smaller that they may count something else: only values of the same records tell. */
export function inOtherUnits(before: readonly Column[], after: readonly Column[]): boolean {
  const means = new Map(before.map(({ name, profile }) => [name, profile.mean]));
  return after.some(({ name, profile }) => {
    const was = means.get(name) ?? 0;
    if (was === 0 || profile.mean === null || profile.mean === 0) return false;
    const ratio = Math.abs(profile.mean / was);
    return ratio >= SUSPICIOUS_RATIO || ratio <= 1 / SUSPICIOUS_RATIO;
  });
}

const SUSPICIOUS_RATIO = 8;
