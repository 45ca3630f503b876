import type { DataRuleModelQuery } from '../../gql/graphql.ts';
import { Choice } from '../../ui/field.tsx';

export type Model = DataRuleModelQuery['entityTypes']['nodes'];

/** Relations on the way to an attribute, at most. */
const MAX_RELATIONS = 3;
const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label);

interface PathFieldsProps {
  model: Model;
  entityType: string;
  /** Names with dots between them. */
  path: string;
  problem: string | undefined;
  onChange: (path: string) => void;
}

/** A picker for every step of a path: an attribute, or a relation and what it leads to. */
export function PathFields({ model, entityType, path, problem, onChange }: PathFieldsProps) {
  const steps = path === '' ? [] : path.split('.');
  const fields: { type: Model[number]; at: number; value: string }[] = [];
  let type = model.find(({ name }) => name === entityType);
  for (let at = 0; type && at <= MAX_RELATIONS; at += 1) {
    const value: string = steps[at] ?? '';
    fields.push({ type, at, value });
    const relation = type.relations.find(({ name }) => name === value);
    type = relation ? model.find(({ name }) => name === relation.to.name) : undefined;
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {fields.map(({ type: { attributes, relations, label }, at, value }) => (
        <Choice
          key={`${at} ${label}`}
          label={at === 0 ? 'Compared' : `… of the ${label.toLowerCase()}`}
          name={at === 0 ? 'path' : `path-${at}`}
          value={value}
          onChange={({ target }) => onChange([...steps.slice(0, at), target.value].filter((step) => step !== '').join('.'))}
          problem={at === 0 ? problem : undefined}
          options={[
            { value: '', label: at === 0 ? 'Choose…' : 'itself, as its source wrote it' },
            ...attributes.toSorted(byLabel).map((each) => ({ value: each.name, label: each.label })),
            ...(at < MAX_RELATIONS ? relations.toSorted(byLabel).map((each) => ({ value: each.name, label: `${each.label} →` })) : []),
            // A name that is not there any more stays what it is until somebody changes it.
            ...(value === '' || [...attributes, ...relations].some(({ name }) => name === value)
              ? []
              : [{ value, label: `${value} (not there)` }]),
          ]}
        />
      ))}
    </div>
  );
}
