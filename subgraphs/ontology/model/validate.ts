import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { ExpressionFault } from './expression/ast.ts';
import { checked } from './expression/check.ts';
import { parsed } from './expression/parse.ts';
import { modelErrors } from './model.errors.ts';
import { orderOf } from './computed-order.ts';

const MAX_ENTITY_TYPES = 300;
const MAX_ATTRIBUTES = 800;

/** What keeps a model from being published, wherever it comes from: a mapping may have taken a name that an edit has given. */
export function faultsOf(model: SemanticModel, ontology: CanonicalOntology): DomainError[] {
  const names = model.entities.map(({ name }) => name.toLowerCase());
  const twice = model.entities.filter(({ name }, i) => names.indexOf(name.toLowerCase()) !== i);
  return [
    ...twice.map(({ name }) => modelErrors.ONTOLOGY_NAME_TAKEN({ name, where: 'by another entity type' })),
    ...(names.length > MAX_ENTITY_TYPES
      ? [modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `There are ${MAX_ENTITY_TYPES} entity types at most.` })]
      : []),
    ...model.entities.flatMap((entity) => [...namesIn(entity), ...expressionsIn(entity, ontology), ...cyclesIn(entity)]),
  ];
}

function namesIn({ name: entity, attributes, relations }: ModelEntity): DomainError[] {
  const names = [...attributes, ...relations].map(({ name }) => name);
  const folded = names.map((name) => name.toLowerCase());
  const twice = names.filter((_, i) => folded.indexOf(folded[i] ?? '') !== i);
  const many = attributes.length > MAX_ATTRIBUTES;
  return [
    ...[...new Set(twice)].map((name) => modelErrors.ONTOLOGY_NAME_TAKEN({ name, where: `in ${entity}` })),
    ...(many ? [modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `${entity} has more than ${MAX_ATTRIBUTES} attributes.` })] : []),
  ];
}

/** An expression may read attributes of the shipped ontology that the tenant has not: they count as empty. */
function expressionsIn(entity: ModelEntity, ontology: CanonicalOntology): DomainError[] {
  const shipped = entity.canonical === null ? [] : (ontology.byName.get(entity.canonical)?.attributes ?? []);
  const typeOf = (name: string) =>
    (entity.attributes.find((each) => each.name === name) ?? shipped.find((each) => each.name === name))?.type;
  return entity.attributes.flatMap(({ name, computed }) => {
    if (computed == null) return [];
    try {
      checked(parsed(computed.expression), typeOf);
      return [];
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      return [modelErrors.ONTOLOGY_EXPRESSION_INVALID({ name: `${entity.name}.${name}`, fault: error.message })];
    }
  });
}

function cyclesIn(entity: ModelEntity): DomainError[] {
  const order = orderOf(entity);
  return 'cycle' in order ? [modelErrors.ONTOLOGY_COMPUTED_CYCLE({ path: order.cycle.join(' → ') })] : [];
}
