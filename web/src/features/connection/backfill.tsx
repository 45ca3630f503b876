import { History } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { BackfillDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import type { Connection } from './use-connection.ts';

/** Reads some objects once more from a day on; where the next sync goes on stays as it was. */
export function Backfill({ connection: { id, objects }, onStarted }: { connection: Connection; onStarted: () => void }) {
  const run = useRun();
  const [open, setOpen] = useState(false);
  const [since, setSince] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const may = useMay('syncs.write');
  const tables = objects.nodes.filter((each) => each.status === 'READY');
  const start = async (): Promise<Problem | null> => {
    const chosen = tables.filter((each) => !left.has(each.id)).map((each) => each.id);
    if (chosen.length === 0) return { code: 'NOTHING_CHOSEN', message: 'No table is chosen.', todo: 'Choose at least one.', retry: false };
    const outcome = await run(BackfillDocument, {
      id,
      since: since === '' ? null : `${since}T00:00:00Z`,
      objects: chosen.length === tables.length ? null : chosen,
    });
    if (!outcome.ok) return outcome.problem;
    onStarted();
    return null;
  };
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} data-backfill>
        <History aria-hidden size={15} /> Backfill
      </Button>
      {open ? (
        <ConfirmDialog
          title="Read some of it once more"
          keep="Not now"
          action="Read it"
          look="primary"
          onClose={() => setOpen(false)}
          onConfirm={start}
        >
          <p className="text-muted">Records land on those that are there, so nothing is doubled. The schedule goes on as before.</p>
          <Field
            label="From this day on"
            type="date"
            className="max-w-60"
            value={since}
            hint="Everything when left empty, or where the source cannot tell."
            onChange={(event) => setSince(event.target.value)}
          />
          <fieldset>
            <legend className="mb-1 text-sm font-medium">Tables</legend>
            <div className="scroll-thin grid max-h-60 gap-x-6 overflow-y-auto sm:grid-cols-2">
              {tables.map((each) => (
                <Checkbox
                  key={each.id}
                  label={<span className="truncate">{each.name}</span>}
                  checked={!left.has(each.id)}
                  onChange={() => {
                    const next = new Set(left);
                    if (!next.delete(each.id)) next.add(each.id);
                    setLeft(next);
                  }}
                />
              ))}
            </div>
          </fieldset>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
