import { useState } from 'react';
import { SaveEntityViewDocument, ViewTypesDocument } from '../../gql/graphql.ts';
import type { EntityViewOperator } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { ALONE, OPERATORS } from './words.ts';

const PARAMETER = '@';

/** A new view: its name, the fields it gives, and what records it gives; a value that begins with @ is asked for as a parameter. */
export function ViewSheet({ onClose, refresh }: { onClose: () => void; refresh: () => void }) {
  const run = useRun();
  const [types] = useGraph(ViewTypesDocument, {}, { policy: 'cache-first' });
  const [name, setName] = useState('');
  const [type, setType] = useState('');
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());
  const [path, setPath] = useState('');
  const [operator, setOperator] = useState<EntityViewOperator>('EQUALS');
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const all = known(types)?.entityTypes.nodes ?? [];
  const attributes = all.find((each) => each.name === type)?.attributes ?? [];
  const asked = value.startsWith(PARAMETER) ? value.slice(1).trim() : null;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const compared = ALONE.includes(operator) ? {} : asked === null ? { value } : { parameter: asked };
    const outcome = await run(SaveEntityViewDocument, {
      input: {
        name: name.trim(),
        entityType: type,
        fields: attributes.filter((each) => fields.has(each.name)).map((each) => ({ path: each.name })),
        filter: path === '' ? [] : [{ path, operator, ...compared }],
        parameters:
          path === '' || asked === null
            ? []
            : [{ name: asked, required: true, type: attributes.find((each) => each.name === path)?.type ?? 'TEXT' }],
      },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveEntityView;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    onClose();
    return notify('success', 'The view is saved', result.view.name);
  };
  return (
    <Sheet title="New view" onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" name="name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
          <Choice
            label="Entity type"
            name="entityType"
            value={type}
            options={[{ value: '', label: 'Choose…' }, ...all.map((each) => ({ value: each.name, label: each.label }))]}
            onChange={(event) => {
              setType(event.target.value);
              setFields(new Set());
              setPath('');
            }}
          />
        </div>
        {attributes.length > 0 ? (
          <>
            <fieldset className="grid gap-x-5 sm:grid-cols-2">
              <legend className="mb-1 text-sm font-medium">Fields</legend>
              {attributes.map((each) => (
                <label key={each.id} className="inline-flex min-h-8 items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={fields.has(each.name)}
                    onChange={(event) =>
                      setFields((now) =>
                        event.target.checked ? new Set(now).add(each.name) : new Set([...now].filter((one) => one !== each.name)),
                      )
                    }
                  />
                  {each.label}
                </label>
              ))}
            </fieldset>
            <div className="grid gap-4 sm:grid-cols-3">
              <Choice
                label="Only where"
                value={path}
                options={[{ value: '', label: 'All records' }, ...attributes.map((each) => ({ value: each.name, label: each.label }))]}
                onChange={(event) => setPath(event.target.value)}
              />
              {path === '' ? null : (
                <Choice
                  label="Compared"
                  value={operator}
                  options={(Object.keys(OPERATORS) as EntityViewOperator[]).map((each) => ({ value: each, label: OPERATORS[each] }))}
                  onChange={(event) => setOperator(event.target.value as EntityViewOperator)}
                />
              )}
              {path === '' || ALONE.includes(operator) ? null : (
                <Field label="With" hint="@name asks for it each time" value={value} onChange={(event) => setValue(event.target.value)} />
              )}
            </div>
          </>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary" busy={busy} disabled={name.trim() === '' || fields.size === 0}>
            Save it
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
