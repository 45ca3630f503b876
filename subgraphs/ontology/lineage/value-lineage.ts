import type { CanonicalRecord } from '../catalogue/record.type.ts';
import type { ValueProvenance } from '../golden/provenance.type.ts';
import { type GraphDraft, fieldKey, keyOf } from './lineage-graph.ts';

/**
 * Adds one value of a record to the graph: it comes from a record of a source through the mapping of that source's columns, or is worked out
 * of other attributes, and is counted in what its attribute is counted in. @returns its key
 */
export function addValue(draft: GraphDraft, record: CanonicalRecord, { attribute, member, fields, overridden }: ValueProvenance): string {
  const found = record.entity.attributes.find(({ name }) => name === attribute);
  const said = overridden === null ? record.title : `${record.title}, set by a person`;
  const value = draft.add('VALUE', `${record.id}:${attribute}`, found?.label ?? attribute, said);
  if (member !== null && overridden === null) {
    const objectId = member.object.id;
    const source = record.entity.sources.find((candidate) => candidate.objectId === objectId);
    const row = draft.add('RECORD', `${objectId}:${member.key}`, member.key, source?.objectName ?? null);
    draft.link(keyOf('OBJECT', objectId), row, 'holds');
    draft.link(row, value, 'says so');
    for (const column of fields) {
      const field = keyOf('FIELD', fieldKey(objectId, column));
      const mapping = draft.links.find(({ from }) => from === field)?.to;
      if (mapping?.startsWith('MAPPING:') === true) draft.link(mapping, value, 'reads it');
    }
  }
  for (const name of found?.computed?.inputs ?? []) {
    const input = record.entity.attributes.find((each) => each.name === name);
    if (input !== undefined) draft.link(keyOf('ATTRIBUTE', input.id), value, 'is part of it');
  }
  const counted = draft.links.filter(({ from }) => found !== undefined && from === keyOf('ATTRIBUTE', found.id));
  for (const { to } of counted) draft.link(value, to, 'is counted in');
  return value;
}
