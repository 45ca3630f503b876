import type { RepairDetailQuery } from '../../gql/graphql.ts';
import { Choice, Field } from '../../ui/field.tsx';
import type { Edit } from './edits.ts';

interface ChangeEditorProps {
  column: string;
  candidates: readonly string[];
  available: NonNullable<RepairDetailQuery['repair']>['available'];
  edit: Edit;
  onEdit: (edit: Edit) => void;
}

/** How one column is to be read instead: from another field, from several put together, times a factor, or not at all. */
export function ChangeEditor({ column, candidates, available, edit, onEdit }: ChangeEditorProps) {
  const likely = available.filter(({ path }) => candidates.includes(path));
  const sorted = [...likely, ...available.filter(({ path }) => !candidates.includes(path))];
  const options = sorted.map(({ path, type }) => ({
    value: path,
    label: `${path} (${type.toLowerCase()})${candidates.includes(path) ? ' – likely' : ''}`,
  }));
  const [first = '', second = ''] = edit.from;
  const pick = (one: string, two: string) => onEdit({ ...edit, leaveOut: false, from: [one, two].filter(Boolean) });
  return (
    <fieldset className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <legend className="sr-only">How {column} is read</legend>
      <Choice
        label="Read from"
        value={edit.leaveOut ? '' : first}
        disabled={edit.leaveOut}
        onChange={(event) => pick(event.target.value, second)}
        options={[{ value: '', label: 'Choose a field…' }, ...options]}
      />
      <Choice
        label="and then"
        value={second}
        disabled={edit.leaveOut || first === ''}
        onChange={(event) => pick(first, event.target.value)}
        options={[{ value: '', label: 'nothing else' }, ...options]}
      />
      <Field
        label="Times"
        inputMode="decimal"
        placeholder="1"
        value={edit.factor}
        disabled={edit.leaveOut}
        onChange={(event) => onEdit({ ...edit, factor: event.target.value })}
      />
      <label className="flex min-h-10 items-center gap-2.5">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={edit.leaveOut}
          onChange={(event) => onEdit({ ...edit, leaveOut: event.target.checked })}
        />
        It is gone for good
      </label>
    </fieldset>
  );
}
