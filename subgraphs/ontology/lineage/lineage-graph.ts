import type { ModelAttribute, ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { stableId } from '../stable-id.ts';

/** What a node of lineage is, from the source to what is told of it. */
export const LineageKind = { CONNECTION: 'CONNECTION', OBJECT: 'OBJECT', FIELD: 'FIELD', MAPPING: 'MAPPING', ATTRIBUTE: 'ATTRIBUTE', RECORD: 'RECORD', VALUE: 'VALUE', METRIC: 'METRIC' } as const; // prettier-ignore
export type LineageKind = (typeof LineageKind)[keyof typeof LineageKind];

/** Where each kind stands on the screen, sources first. */
export const LAYERS: Readonly<Record<LineageKind, number>> = { CONNECTION: 0, OBJECT: 1, FIELD: 2, MAPPING: 3, ATTRIBUTE: 4, RECORD: 4, VALUE: 5, METRIC: 5 }; // prettier-ignore

/** One thing on the way from a source to a number. `id` tells it from others of its kind. */
export interface LineageItem {
  readonly kind: LineageKind;
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
}

/** That one thing is made of another. */
export interface LineageLink {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
}

export interface LineageGraph {
  readonly items: ReadonlyMap<string, LineageItem>;
  readonly links: readonly LineageLink[];
}

/** A metric and the ids of the attributes it is computed of. */
export interface MetricUse {
  readonly name: string;
  readonly label: string;
  readonly attributes: readonly string[];
}

/** The mapping of a connection that is in force. */
export interface MappingInForce {
  readonly proposalId: string;
  readonly version: number | null;
}

/** Names a thing among all kinds. */
export const keyOf = (kind: LineageKind, id: string): string => `${kind}:${id}`;

/** A column of a source as lineage names it. */
export const fieldKey = (objectId: string, column: string): string => `${objectId}:${column}`;

/** Collects items and links, each once. */
export class GraphDraft implements LineageGraph {
  readonly items = new Map<string, LineageItem>();
  readonly links: LineageLink[] = [];
  readonly #known = new Set<string>();

  /** @returns the item's key */
  add(kind: LineageKind, id: string, label: string, detail: string | null = null): string {
    const key = keyOf(kind, id);
    if (!this.items.has(key)) this.items.set(key, { kind, id, label, detail });
    return key;
  }

  link(from: string, to: string, label: string | null = null): void {
    const key = `${from}→${to}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.links.push({ from, to, label });
  }
}

/** The whole way from connections to metrics, as the model in force, its mappings and the metrics say it. */
export function graphOf(model: SemanticModel, mappings: ReadonlyMap<string, MappingInForce>, metrics: readonly MetricUse[]): GraphDraft {
  const draft = new GraphDraft();
  for (const entity of model.entities) addEntity(draft, entity, mappings);
  for (const { name, label, attributes } of metrics) {
    const used = attributes.map((id) => keyOf('ATTRIBUTE', id)).filter((key) => draft.items.has(key));
    if (used.length === 0) continue;
    const metric = draft.add('METRIC', name, label);
    for (const attribute of used) draft.link(attribute, metric, 'is counted in');
  }
  return draft;
}

function addEntity(draft: GraphDraft, entity: ModelEntity, mappings: ReadonlyMap<string, MappingInForce>): void {
  const attributes = new Map(entity.attributes.map((attribute) => [attribute.name, attribute]));
  for (const attribute of entity.attributes) addAttribute(draft, entity, attribute);
  for (const { id, computed } of entity.attributes)
    for (const name of computed?.inputs ?? []) {
      const input = attributes.get(name);
      if (input !== undefined) draft.link(keyOf('ATTRIBUTE', input.id), keyOf('ATTRIBUTE', id), 'is part of it');
    }
  for (const source of entity.sources) {
    const connection = draft.add('CONNECTION', source.connectionId, source.connectionName);
    const object = draft.add('OBJECT', source.objectId, source.objectName, source.path);
    draft.link(connection, object, 'holds');
    const mapping = mappings.get(source.connectionId);
    for (const { column, attribute: name, confidence } of source.fields) {
      const attribute = attributes.get(name);
      if (attribute === undefined) continue;
      const field = draft.add('FIELD', fieldKey(source.objectId, column), column, source.objectName);
      draft.link(object, field, 'has');
      const to = keyOf('ATTRIBUTE', attribute.id);
      if (mapping === undefined) {
        draft.link(field, to);
        continue;
      }
      const version = mapping.version === null ? '' : `version ${mapping.version}, `;
      const id = stableId(mapping.proposalId, source.objectId, column);
      const mapped = draft.add('MAPPING', id, `${column} → ${attribute.label}`, `${version}${Math.round(confidence * 100)} % sure`);
      draft.link(field, mapped, 'is read by');
      draft.link(mapped, to, 'fills');
    }
  }
}

function addAttribute(draft: GraphDraft, entity: ModelEntity, { id, label }: ModelAttribute): void {
  draft.add('ATTRIBUTE', id, label, entity.label);
}
