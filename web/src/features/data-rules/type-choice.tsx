import { Choice } from '../../ui/field.tsx';
import type { Model } from './path-fields.tsx';

interface TypeChoiceProps {
  model: Model;
  value: string;
  /** What stands for no type at all. */
  none: string;
  problem: string | undefined;
  onChange: (name: string) => void;
}

/** One of the published entity types. */
export function TypeChoice({ model, value, none, problem, onChange }: TypeChoiceProps) {
  const known = model.some(({ name }) => name === value) || value === '';
  return (
    <Choice
      label="Entity type"
      name="entityType"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      problem={problem}
      options={[
        { value: '', label: none },
        ...model.toSorted((a, b) => a.label.localeCompare(b.label)).map(({ name, label }) => ({ value: name, label })),
        ...(known ? [] : [{ value, label: `${value} (not there)` }]),
      ]}
    />
  );
}
