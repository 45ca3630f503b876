import { useState } from 'react';
import { OverrideValueDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import type { GoldenRecord } from './golden-values.tsx';

interface OverrideSheetProps {
  record: GoldenRecord;
  attribute: GoldenRecord['entityType']['attributes'][number];
  onClose: () => void;
  refresh: () => void;
}

/** A value of one's own for one attribute of a record. It stays whatever the sources send. */
export function OverrideSheet({ record, attribute, onClose, refresh }: OverrideSheetProps) {
  const run = useRun();
  const [value, setValue] = useState(plainText(record.values[attribute.name]));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    const outcome = await run(OverrideValueDocument, { recordId: record.id, attribute: attribute.name, value: value.trim() || null });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.overrideValue;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    onClose();
    return notify('success', 'The value is set', `${attribute.label} of ${record.title} stays so, whatever the sources send.`);
  };
  return (
    <Sheet title={`Set ${attribute.label}`} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={attribute.label}
          hint={`${attribute.type.toLowerCase()}${attribute.unit ? `, ${attribute.unit}` : ''}; empty: the record has none`}
          value={value}
          autoFocus
          onChange={(event) => setValue(event.target.value)}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary" busy={busy}>
            Set it
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
