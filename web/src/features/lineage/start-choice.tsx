import { useState } from 'react';
import { LineagePartsDocument, LineageStartsDocument } from '../../gql/graphql.ts';
import type { LineageKind } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Choice } from '../../ui/field.tsx';

const STARTS = [
  { value: 'METRIC', label: 'a metric' },
  { value: 'ATTRIBUTE', label: 'an attribute' },
  { value: 'FIELD', label: 'a column of a source' },
] as const;
type Start = (typeof STARTS)[number]['value'];

interface StartChoiceProps {
  kind: string;
  id: string;
  onStart: (kind: LineageKind, id: string) => void;
}

/** Where to look from: a metric, an attribute or a column. */
export function StartChoice({ kind, id, onStart }: StartChoiceProps) {
  const [result] = useGraph(LineageStartsDocument, {}, { policy: 'cache-first' });
  const [picked, setPicked] = useState<Start | null>(null);
  const from = picked ?? STARTS.find(({ value }) => value === kind)?.value ?? 'METRIC';
  const data = known(result);
  const types = data?.entityTypes.nodes ?? [];
  const [type, setType] = useState('');
  const [parts] = useGraph(LineagePartsDocument, { name: type }, { pause: type === '' });
  const attributes = (type === '' ? null : known(parts))?.entityType?.attributes ?? [];
  const options = {
    METRIC: (data?.metrics.nodes ?? []).filter(({ available }) => available).map(({ name, label }) => ({ value: name, label })),
    ATTRIBUTE: attributes.map((each) => ({ value: each.id, label: each.label })),
    FIELD: attributes.flatMap(({ mappings }) =>
      mappings.map((each) => ({ value: `${each.object.id}:${each.column}`, label: `${each.object.name} – ${each.column}` })),
    ),
  }[from];
  const once = [...new Map(options.map((each) => [each.value, each])).values()];
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice
        label="Look from"
        className="w-full sm:w-52"
        value={from}
        options={STARTS}
        onChange={(event) => setPicked(STARTS.find(({ value }) => value === event.target.value)?.value ?? null)}
      />
      {from === 'METRIC' ? null : (
        <Choice
          label="Entity type"
          className="w-full sm:w-56"
          value={type}
          options={[{ value: '', label: 'Choose…' }, ...types.map(({ name, label }) => ({ value: name, label }))]}
          onChange={(event) => setType(event.target.value)}
        />
      )}
      <Choice
        label="Which one"
        className="w-full sm:w-80"
        value={once.some(({ value }) => value === id) && from === kind ? id : ''}
        options={[{ value: '', label: result.state === 'loading' ? 'Loading…' : 'Choose…' }, ...once]}
        onChange={(event) => {
          if (event.target.value !== '') onStart(from, event.target.value);
        }}
      />
    </div>
  );
}
