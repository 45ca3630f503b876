import { TextArea, Choice, Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { nameFrom } from './draft-metric.ts';
import type { DraftMetric } from './draft-metric.ts';
import { choicesOf, DIRECTIONS, DOMAINS, oneOf, UNITS } from './words.ts';

interface MetricWordsProps {
  draft: DraftMetric;
  /** A metric that is there keeps its name. */
  fixedName: boolean;
  onChange: (next: Partial<DraftMetric>) => void;
}

/** What a metric is called and means. */
export function MetricWords({ draft, fixedName, onChange }: MetricWordsProps) {
  const named = fixedName || (draft.name !== '' && draft.name !== nameFrom(draft.label));
  return (
    <Panel title="What it means">
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="What people call it"
            name="label"
            required
            maxLength={80}
            value={draft.label}
            onChange={(event) => onChange({ label: event.target.value, ...(named ? {} : { name: nameFrom(event.target.value) }) })}
          />
          <Field
            label="Name"
            name="name"
            hint="Small letters, digits and underscores"
            required
            disabled={fixedName}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </div>
        <Field
          label="What it tells, in a sentence"
          name="description"
          required
          value={draft.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        <TextArea
          label="How it is computed, exactly"
          name="definition"
          required
          rows={2}
          value={draft.definition}
          onChange={(event) => onChange({ definition: event.target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Who defines it so"
            hint="A standard, a policy, a body"
            value={draft.source}
            onChange={(event) => onChange({ source: event.target.value })}
          />
          <Field
            label="Other words for it"
            hint="Between commas; questions may use them"
            value={draft.synonyms}
            onChange={(event) => onChange({ synonyms: event.target.value })}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <Choice
            label="It counts"
            value={draft.unit}
            options={choicesOf(UNITS)}
            onChange={(event) => onChange({ unit: oneOf(UNITS, event.target.value) ?? draft.unit })}
          />
          <Choice
            label="Which way is good"
            value={draft.goodDirection}
            options={choicesOf(DIRECTIONS)}
            onChange={(event) => onChange({ goodDirection: oneOf(DIRECTIONS, event.target.value) ?? draft.goodDirection })}
          />
          <Choice
            label="About"
            value={draft.domain}
            options={choicesOf(DOMAINS)}
            onChange={(event) => onChange({ domain: oneOf(DOMAINS, event.target.value) ?? draft.domain })}
          />
        </div>
      </div>
    </Panel>
  );
}
