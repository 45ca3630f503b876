import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { type GraphDraft, keyOf } from './lineage-graph.ts';

/** Where one value comes from: the record of a source that gives it, and the column of that source. */
export interface ValueOrigin {
  readonly connectionId: string;
  readonly objectId: string;
  readonly sourceKey: string;
}

/**
 * Adds one value of a record to the graph: it comes from a record of a source through the mapping of that source's column, and is counted
 * in what its attribute is counted in. @returns its key, or null when the record has no such attribute
 */
export function addValue(draft: GraphDraft, record: CanonicalRecord, attribute: string, origins: readonly ValueOrigin[]): string | null {
  const found = record.entity.attributes.find(({ name }) => name === attribute);
  if (found === undefined) return null;
  const value = draft.add('VALUE', `${record.id}:${attribute}`, found.label, record.title);
  for (const origin of origins) addOrigin(draft, record, { value, attribute: found.name, origin });
  const counted = draft.links.filter(({ from }) => from === keyOf('ATTRIBUTE', found.id));
  for (const { to } of counted) draft.link(value, to, 'is counted in');
  return value;
}

function addOrigin(draft: GraphDraft, { entity }: CanonicalRecord, of: { value: string; attribute: string; origin: ValueOrigin }): void {
  const { objectId, sourceKey } = of.origin;
  const source = entity.sources.find((candidate) => candidate.objectId === objectId);
  const row = draft.add('RECORD', `${objectId}:${sourceKey}`, sourceKey, source?.objectName ?? null);
  draft.link(keyOf('OBJECT', objectId), row, 'holds');
  draft.link(row, of.value, 'says so');
  for (const { column } of source?.fields.filter(({ attribute }) => attribute === of.attribute) ?? []) {
    const field = keyOf('FIELD', `${objectId}:${column}`);
    const mapping = draft.links.find(({ from }) => from === field)?.to;
    if (mapping?.startsWith('MAPPING:') === true) draft.link(mapping, of.value, 'reads it');
  }
}
