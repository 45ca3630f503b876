import type { ColumnType, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { labelFrom } from '../matching/labels.ts';
import { words } from '../matching/words.ts';
import { faultOf } from '../transform/check-steps.ts';
import { parseSteps } from '../transform/parse-steps.ts';
import { type AlsoFed, COLUMN_AS_PROPOSED, type TableShaping } from '../transform/shaped.ts';
import type { Transform } from '../transform/steps.ts';
import type { MappingChange } from './changes.ts';
import type { DerivedFieldInput } from './mapping.input.ts';

const ATTRIBUTE_NAME = /^[a-z][A-Za-z0-9]{0,59}$/;
/** One column that feeds more than these is a record of its own. */
const MAX_ALSO = 20;

type Shaped =
  | { readonly kind: 'shaped'; readonly table: TableShaping }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };
type Steps = { readonly steps: Transform } | { readonly reason: string };

/** A table's decisions with what a person wants done to the values of one column; refused when they cannot go through it. */
export function shapeColumn(
  table: TableShaping,
  { column, type }: { readonly column: string; readonly type: ColumnType },
  change: MappingChange,
  object: DiscoveredObject | undefined,
): Shaped {
  if (object === undefined) return { kind: 'refused', field: 'tableId', reason: 'The source no longer has it.' };
  const before = table.columns[column] ?? COLUMN_AS_PROPOSED;
  const wanted = change.type ?? before.type ?? type;
  const transform = change.transforms === null ? null : checked(change.transforms, wanted, column, object);
  if (transform !== null && 'reason' in transform) return { kind: 'refused', field: 'transforms', reason: transform.reason };
  if (change.type !== null && transform === null) {
    const reason = faultOf(before.transform ?? [], change.type, column, object);
    if (reason !== null) return { kind: 'refused', field: 'type', reason };
  }
  const also: AlsoFed[] = [];
  for (const [i, input] of (change.alsoFeeds ?? []).entries()) {
    const fed = alsoOf(input, column, object);
    if ('reason' in fed) return { kind: 'refused', field: `alsoFeeds.${i}`, reason: fed.reason };
    also.push(fed);
  }
  if (also.length > MAX_ALSO) return { kind: 'refused', field: 'alsoFeeds', reason: `One column feeds ${MAX_ALSO} attributes at most.` };
  const shaped = {
    transform: transform?.steps ?? before.transform ?? (change.type === null ? null : []),
    type: change.type ?? before.type ?? (transform === null ? null : type),
    also: change.alsoFeeds === null ? before.also : also,
  };
  return { kind: 'shaped', table: { ...table, columns: { ...table.columns, [column]: shaped } } };
}

function alsoOf(
  { attribute, type, transforms }: DerivedFieldInput,
  column: string,
  object: DiscoveredObject,
): AlsoFed | { reason: string } {
  if (!ATTRIBUTE_NAME.test(attribute)) return { reason: `“${attribute}” is no name of an attribute.` };
  const kept = type ?? 'TEXT';
  const found = checked(transforms, kept, column, object);
  if ('reason' in found) return found;
  const semantic =
    kept === 'TEXT' ? 'CATEGORY' : kept === 'DATE' || kept === 'DATETIME' ? 'DATE' : kept === 'BOOLEAN' ? 'FLAG' : 'QUANTITY';
  return { attribute, label: labelFrom(words(attribute), attribute), type: kept, semantic, canonical: false, transform: found.steps };
}

function checked(inputs: Parameters<typeof parseSteps>[0], type: ColumnType, column: string, object: DiscoveredObject): Steps {
  const parsed = parseSteps(inputs);
  if (parsed.kind === 'refused') return parsed;
  const reason = faultOf(parsed.steps, type, column, object);
  return reason === null ? { steps: parsed.steps } : { reason };
}
