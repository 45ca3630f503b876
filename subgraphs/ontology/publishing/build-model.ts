import type { ModelAttribute, ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { ProposedTable } from '../matching/proposal.ts';
import { widerType } from '../matching/types.ts';
import { stableId } from '../stable-id.ts';
import { type ResolutionPolicies, goldenEntities, sourceTableOf, tablesOf } from '../golden/tables.ts';
import type { ObjectBinding, RelationBinding } from './binding.ts';
import { ColumnNames, tableOf } from './columns.ts';
import { type DerivedParts, deriveParts } from './derive.ts';
import { titleOf } from './title.ts';
import { withNumbers } from './numbers.ts';

/** An accepted table and the connection it comes from. */
export interface AcceptedTable {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly table: ProposedTable;
}

export interface BuiltModel {
  readonly model: SemanticModel;
  readonly bindings: readonly ObjectBinding[];
}

interface Draft {
  readonly entity: Omit<ModelEntity, 'titleAttribute'>;
  readonly names: ColumnNames;
  readonly attributes: Map<string, ModelAttribute>;
  readonly relations: Map<string, ModelRelation>;
}

/**
 * Puts the accepted tables of all connections together into the tenant's semantic model and says how each object fills its table.
 * Pure: columns and types that `previous` had are kept (types only ever widen), so that publishing never has to drop anything.
 */
export function buildModel(
  tenantId: string,
  version: number,
  proposed: readonly AcceptedTable[],
  ontology: CanonicalOntology,
  previous: SemanticModel | null,
  policies: ResolutionPolicies = new Map(),
): BuiltModel {
  const accepted = proposed.map((source) => ({ ...source, table: withNumbers(source.table) }));
  const golden = goldenEntities(accepted, ontology, previous, policies);
  const drafts = new Map<string, Draft>();
  const links = new Map<AcceptedTable, Map<string, string>>();
  for (const source of accepted) {
    const draft = drafts.get(source.table.entity) ?? newDraft(tenantId, source.table, previous, golden);
    drafts.set(source.table.entity, draft);
    addAttributes(draft, source, tenantId, previous);
    links.set(source, addRelations(draft, source, previous));
  }
  const derived = new Map<AcceptedTable, DerivedParts>();
  for (const source of accepted) {
    const draft = drafts.get(source.table.entity);
    if (draft !== undefined)
      derived.set(
        source,
        deriveParts(source.table, ontology, (spec) => addDerived(draft, spec, tenantId, previous)),
      );
  }
  for (const source of accepted) addSource(drafts.get(source.table.entity), source, links.get(source), derived.get(source));
  const entities = [...drafts.values()].map(finish);
  return {
    model: { version, entities },
    bindings: accepted.map((source) => bindingOf(source, drafts, links.get(source), derived.get(source), accepted)),
  };
}

function newDraft(tenantId: string, table: ProposedTable, previous: SemanticModel | null, golden: ReadonlySet<string>): Draft {
  const before = previous?.entities.find((entity) => entity.name === table.entity);
  const columns = [
    ...(before?.attributes ?? []).map((attribute) => attribute.column),
    ...(before?.relations ?? []).flatMap((relation) => [relation.column, relation.sourceColumn]),
  ];
  return {
    entity: {
      id: stableId(tenantId, table.entity),
      name: table.entity,
      label: table.label,
      pluralLabel: table.pluralLabel,
      synonyms: [],
      canonical: table.canonical,
      ...tablesOf(before === undefined ? tableOf(table.entity) : sourceTableOf(before), golden.has(table.entity)),
      attributes: [],
      relations: [],
      sources: [],
    },
    names: new ColumnNames(columns),
    attributes: new Map(),
    relations: new Map(),
  };
}

function addAttributes(draft: Draft, source: AcceptedTable, tenantId: string, previous: SemanticModel | null): void {
  draft.entity.synonyms.push(...source.table.synonyms.filter((text) => !draft.entity.synonyms.includes(text)));
  for (const field of source.table.fields) {
    if (field.relation !== null) continue;
    const known = draft.attributes.get(field.attribute);
    if (known !== undefined) {
      known.type = widerType(known.type, field.type);
      known.synonyms.push(...field.synonyms.filter((text) => !known.synonyms.includes(text)));
      if (known.currency !== field.currency) known.currency = null;
      continue;
    }
    const before = attributeOf(previous, draft.entity.name, field.attribute);
    draft.attributes.set(field.attribute, {
      id: stableId(tenantId, draft.entity.name, field.attribute),
      name: field.attribute,
      label: field.label,
      type: before === undefined ? field.type : widerType(before.type, field.type),
      semantic: field.semantic,
      canonical: field.canonical ? field.attribute : null,
      column: before?.column ?? draft.names.attribute(field.attribute),
      synonyms: [...field.synonyms],
      description: field.description,
      currency: field.currency,
    });
  }
}

/** Relations by the name the field proposed → the name in the model, which differs when another source's leads elsewhere. */
function addRelations(draft: Draft, source: AcceptedTable, previous: SemanticModel | null): Map<string, string> {
  const names = new Map<string, string>();
  for (const field of source.table.fields) {
    if (field.relation === null) continue;
    const known = draft.relations.get(field.attribute);
    const name =
      known === undefined || known.target === field.relation.target ? field.attribute : `${field.attribute}${field.relation.target}`;
    names.set(field.attribute, name);
    const same = draft.relations.get(name);
    if (same !== undefined) {
      same.synonyms.push(...field.synonyms.filter((text) => !same.synonyms.includes(text)));
      continue;
    }
    const before = previous?.entities
      .find((entity) => entity.name === draft.entity.name)
      ?.relations.find((relation) => relation.name === name);
    const columns = before ?? draft.names.relation(name);
    draft.relations.set(name, {
      name,
      label: field.label,
      synonyms: [...field.synonyms],
      target: field.relation.target,
      column: columns.column,
      sourceColumn: columns.sourceColumn,
    });
  }
  return names;
}

function addDerived(draft: Draft, spec: Omit<ModelAttribute, 'id' | 'column'>, tenantId: string, previous: SemanticModel | null): string {
  const known = draft.attributes.get(spec.name);
  if (known !== undefined) return known.column;
  const column = attributeOf(previous, draft.entity.name, spec.name)?.column ?? draft.names.attribute(spec.name);
  draft.attributes.set(spec.name, { ...spec, id: stableId(tenantId, draft.entity.name, spec.name), column });
  return column;
}

function addSource(
  draft: Draft | undefined,
  source: AcceptedTable,
  links: ReadonlyMap<string, string> | undefined,
  derived: DerivedParts | undefined,
): void {
  const { table } = source;
  const fields = table.fields.map((field) => ({
    column: field.column,
    attribute: links?.get(field.attribute) ?? field.attribute,
    confidence: field.confidence,
  }));
  draft?.entity.sources.push({
    connectionId: source.connectionId,
    connectionName: source.connectionName,
    objectId: table.objectId,
    objectName: table.objectName,
    path: table.path,
    fields: [...fields, ...(derived?.fields ?? [])],
  });
}

function finish(draft: Draft): ModelEntity {
  const attributes = [...draft.attributes.values()];
  return {
    ...draft.entity,
    attributes,
    relations: [...draft.relations.values()],
    titleAttribute: titleOf(attributes, draft.entity.canonical),
  };
}

function bindingOf(
  source: AcceptedTable,
  drafts: ReadonlyMap<string, Draft>,
  links: ReadonlyMap<string, string> | undefined,
  derived: DerivedParts | undefined,
  accepted: readonly AcceptedTable[],
): ObjectBinding {
  const draft = drafts.get(source.table.entity);
  const fields = source.table.fields.flatMap((field) => {
    const attribute = field.relation === null ? draft?.attributes.get(field.attribute) : undefined;
    return attribute === undefined
      ? []
      : [{ column: attribute.column, type: attribute.type, source: field.column, transform: field.transform }];
  });
  const relations = source.table.fields.flatMap((field): RelationBinding[] => {
    const relation = draft?.relations.get(links?.get(field.attribute) ?? field.attribute);
    const target = accepted.find((other) => other.table.objectId === field.relation?.targetObjectId);
    if (field.relation === null || relation === undefined || target === undefined) return [];
    const key = target.table.fields.find((candidate) => candidate.column === field.relation?.targetColumn);
    return [
      {
        name: relation.name,
        column: relation.column,
        sourceColumn: relation.sourceColumn,
        source: field.column,
        targetTable: filledTable(drafts.get(target.table.entity), target.table.entity),
        targetObjectId: target.table.objectId,
        targetColumn: field.relation.targetColumn,
        similar: key !== undefined && key.relation === null && key.type === 'TEXT' && key.semantic !== 'IDENTIFIER',
      },
    ];
  });
  return {
    connectionId: source.connectionId,
    objectId: source.table.objectId,
    entity: source.table.entity,
    table: filledTable(draft, source.table.entity),
    fields,
    ...(source.table.unpivot ? { unpivot: source.table.unpivot } : {}),
    valueMaps: derived?.valueMaps ?? [],
    concats: derived?.concats ?? [],
    relations,
  };
}

/** The table that sources fill. */
function filledTable(draft: Draft | undefined, entity: string): string {
  return draft === undefined ? tableOf(entity) : sourceTableOf(draft.entity);
}

function attributeOf(model: SemanticModel | null, entity: string, name: string): ModelAttribute | undefined {
  return model?.entities.find((candidate) => candidate.name === entity)?.attributes.find((attribute) => attribute.name === name);
}
