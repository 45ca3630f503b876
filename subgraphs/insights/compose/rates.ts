import { phraseKey } from '../language/tokenize.ts';
import type { Filter, MeasureExpression } from '../plan/query-plan.ts';
import type { MeasureChoice } from './attempt.ts';
import type { Candidate, Use } from './candidate.ts';
import type { Context } from './context.ts';
import { countOf } from './measure-choices.ts';
import type { Node } from './node.ts';
import { yesValue } from './remaining.ts';

/** A share of records: those with the flag set among all. */
function shareOf(context: Context, entity: string, filter: Filter, label: string, notNull: Filter): MeasureChoice {
  const count = countOf(context, entity);
  const leaf = (filters: Filter[]): MeasureExpression => ({ kind: 'aggregate', source: 0, function: 'count', of: null, filters });
  return {
    ...count,
    id: `rate:${entity}:${label}`,
    label,
    unit: 'PERCENT',
    expression: { kind: 'combine', operator: '/', left: leaf([filter]), right: leaf([notNull]) },
  };
}

/** `attrition rate`, `churn rate` of a flag or of a status value: how many of all. */
export function rates(context: Context, node: Node, text: string, uses: Use[]): Candidate[] {
  const wanted = phraseKey(text.replace(/\b(?:rate|ratio)\b/i, ''));
  if (wanted === '') return [];
  return context.model.model.entities.flatMap((entity) =>
    entity.attributes.flatMap((attribute): Candidate[] => {
      const field = { path: [], attribute: attribute.name };
      const named = [attribute.label, attribute.name, ...attribute.synonyms].some(
        (name) => phraseKey(name) === wanted || (wanted.length >= 8 && phraseKey(name).slice(0, 6) === wanted.slice(0, 6)),
      );
      const flag = named ? yesValue(context, entity.name, attribute) : null;
      const values = context.profile.entities[entity.name]?.attributes[attribute.name]?.values ?? [];
      const said = ['CATEGORY', 'STATUS'].includes(attribute.semantic)
        ? values.find((value) => [wanted, `${wanted}ed`, `${wanted}d`].includes(value.toLowerCase()))
        : undefined;
      const value = flag ?? said;
      if (value === undefined || value === null) return [];
      const measure = shareOf(
        context,
        entity.name,
        { kind: 'equals', field, values: [value], negated: false },
        `${text.charAt(0).toUpperCase()}${text.slice(1)}${/rate|ratio/i.test(text) ? '' : ' rate'}`,
        { kind: 'blank', field, negated: true },
      );
      return [
        {
          kind: 'measures',
          measures: [measure],
          entity: null,
          uses: [...uses, { node, kind: 'METRIC', meaning: measure.label }],
          score: flag === null ? 0.25 : 0.4,
          notes: [
            {
              text: `The rate is the share of ${entity.pluralLabel} whose ${attribute.label} is ${String(value)}`,
              effect: flag === null ? -0.1 : -0.05,
            },
          ],
          fromMetric: null,
        },
      ];
    }),
  );
}
