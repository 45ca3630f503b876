import { Plus, X } from 'lucide-react';
import { ViewTypesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { DraftCondition, DraftMetric } from './draft-metric.ts';
import { AGGREGATES, choicesOf, oneOf } from './words.ts';

const COMPARES: Record<DraftCondition['compare'], string> = {
  is: 'is one of',
  not: 'is none of',
  above: 'is more than',
  blank: 'is empty',
  filled: 'is not empty',
};
const MOMENTS = new Set(['DATE', 'DATETIME']);

interface MetricComputingProps {
  draft: DraftMetric;
  onChange: (next: Partial<DraftMetric>) => void;
}

/** What a metric is computed of: records of one entity type, or other metrics. */
export function MetricComputing({ draft, onChange }: MetricComputingProps) {
  const [types] = useGraph(ViewTypesDocument, {}, { policy: 'cache-first' });
  const all = known(types)?.entityTypes.nodes ?? [];
  const attributes = all.find(({ name }) => name === draft.entity)?.attributes ?? [];
  const condition = (place: number, next: Partial<DraftCondition>) =>
    onChange({ where: draft.where.map((each, index) => (index === place ? { ...each, ...next } : each)) });
  return (
    <Panel title="How it is computed">
      <div className="grid gap-4">
        <div>
          <Segments
            label="Computed of"
            value={draft.way}
            options={[
              { value: 'records', label: 'Of records' },
              { value: 'formula', label: 'Of other metrics' },
            ]}
            onChange={(way) => onChange({ way })}
          />
        </div>
        {draft.way === 'formula' ? (
          <Field
            label="Formula"
            name="formula"
            hint="Names of metrics and arithmetic: revenue - costs, revenue / before(revenue, year) - 1, running(new_customers)"
            required
            value={draft.formula}
            onChange={(event) => onChange({ formula: event.target.value })}
          />
        ) : (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Choice
                label="Records of"
                name="entity"
                value={draft.entity}
                options={[{ value: '', label: 'Choose…' }, ...all.map(({ name, label }) => ({ value: name, label }))]}
                onChange={(event) => onChange({ entity: event.target.value, of: '', time: '', where: [] })}
              />
              <Choice
                label="Becomes one number by"
                value={draft.aggregate}
                options={choicesOf(AGGREGATES)}
                onChange={(event) => onChange({ aggregate: oneOf(AGGREGATES, event.target.value) ?? draft.aggregate })}
              />
              {draft.aggregate === 'COUNT' ? null : (
                <Field
                  label="Of"
                  name="of"
                  hint="An attribute, or arithmetic: quantity * price"
                  list="metric-attributes"
                  value={draft.of}
                  onChange={(event) => onChange({ of: event.target.value })}
                />
              )}
              <Choice
                label="Placed in time by"
                value={draft.time}
                options={[
                  { value: '', label: 'Nothing' },
                  ...attributes.filter(({ type }) => MOMENTS.has(type)).map(({ name, label }) => ({ value: name, label })),
                ]}
                onChange={(event) => onChange({ time: event.target.value })}
              />
            </div>
            <datalist id="metric-attributes">
              {attributes.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </datalist>
            {draft.where.map((each, place) => (
              // Conditions have no name of their own: their place is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <fieldset key={place} className="flex flex-wrap items-end gap-3">
                <legend className="sr-only">Condition {place + 1}</legend>
                <Choice
                  label="Only where"
                  value={each.attribute}
                  options={[{ value: '', label: 'Choose…' }, ...attributes.map(({ name, label }) => ({ value: name, label }))]}
                  onChange={(event) => condition(place, { attribute: event.target.value })}
                />
                <Choice
                  label="Compared"
                  value={each.compare}
                  options={choicesOf(COMPARES)}
                  onChange={(event) => condition(place, { compare: oneOf(COMPARES, event.target.value) ?? each.compare })}
                />
                {each.compare === 'blank' || each.compare === 'filled' ? null : (
                  <Field
                    label="With"
                    value={each.value}
                    inputMode={each.compare === 'above' ? 'decimal' : 'text'}
                    onChange={(event) => condition(place, { value: event.target.value })}
                  />
                )}
                <IconButton
                  label={`Remove condition ${place + 1}`}
                  onClick={() => onChange({ where: draft.where.filter((_, index) => index !== place) })}
                >
                  <X aria-hidden size={16} />
                </IconButton>
              </fieldset>
            ))}
            <Button
              className="justify-self-start"
              disabled={attributes.length === 0}
              onClick={() => onChange({ where: [...draft.where, { attribute: '', compare: 'is', value: '' }] })}
            >
              <Plus aria-hidden size={15} /> Only some records
            </Button>
          </>
        )}
      </div>
    </Panel>
  );
}
