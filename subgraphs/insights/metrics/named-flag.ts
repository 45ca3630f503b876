import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { MetricComputation } from './bound-metric.ts';
import type { MetricDefinition } from './metric-definition.ts';

/** Whether a column's name ends in one of the names: sources put their own prefixes before it (`custentity it approved`). */
function isCalled(attribute: ModelAttribute, names: readonly string[]): boolean {
  const said = [attribute.label, attribute.name].map(phraseKey);
  return names.map(phraseKey).some((name) => said.some((label) => label === name || label.endsWith(` ${name}`)));
}

/** A metric that counts the records whose yes-or-no column of a name says so. Empty when no table has such a column, or several have. */
export function namedFlag(definition: MetricDefinition, model: ModelIndex): MetricComputation[] {
  const { flag } = definition;
  if (flag === undefined) return [];
  const found = model.model.entities.flatMap((entity) =>
    entity.attributes
      .filter((attribute) => attribute.type === 'BOOLEAN' && isCalled(attribute, flag.names))
      .map((attribute) => ({ entity, attribute })),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const { entity, attribute } = only;
  return [
    {
      sources: [
        {
          entity: entity.name,
          filters: [{ kind: 'equals', field: { path: [], attribute: attribute.name }, values: [flag.is], negated: false }],
          timeField: definition.asOf === true ? null : mainTime(model, entity.name),
        },
      ],
      expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] },
      currency: null,
      note: `${definition.label} are the ${entity.pluralLabel} whose ${attribute.label} is ${flag.is ? 'yes' : 'no'}`,
      certainty: 0.9,
    },
  ];
}
