import { Check, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { AcceptRepairDocument, RejectRepairDocument, RollBackRepairDocument } from '../../gql/graphql.ts';
import type { RepairDetailQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import type { Refusal } from '../connect/use-form-problems.ts';
import { ChangeRow } from './change-row.tsx';
import { changeInputs } from './edits.ts';
import type { Edits } from './edits.ts';

type Repair = NonNullable<RepairDetailQuery['repair']>;
type Decided = { __typename: 'RepairDecided' } | { __typename: 'InputRefused'; problems: readonly Refusal[] };

/** What the repair does about each column, to be accepted as it is, edited, rejected, or taken back once it was applied. */
export function RepairDecision({ repair, refresh }: { repair: Repair; refresh: () => void }) {
  const run = useRun();
  const [edits, setEdits] = useState<Edits>({});
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<'nothing' | 'reject' | 'roll back'>('nothing');
  const [problem, setProblem] = useState<Problem | null>(null);
  const may = useMay('drift.decide');
  const decidable = may && (repair.status === 'PROPOSED' || repair.status === 'REJECTED' || repair.status === 'EXPIRED');
  const incomplete = repair.changes.some(
    ({ column, from }) => from.length === 0 && !edits[column]?.leaveOut && !edits[column]?.from.length,
  );
  const edited = changeInputs(edits).length > 0;

  const decide = async <Data,>(outcome: Promise<Outcome<Data>>, pick: (data: Data) => Decided): Promise<Problem | null> => {
    const ended = await outcome;
    if (!ended.ok) return ended.problem;
    const result = pick(ended.data);
    refresh();
    return result.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
  };
  const accept = async () => {
    setBusy(true);
    const refused = await decide(
      run(AcceptRepairDocument, { id: repair.id, changes: edited ? changeInputs(edits) : null }),
      (data) => data.acceptRepair,
    );
    setBusy(false);
    setProblem(refused);
    if (refused === null) notify('success', 'The repair is applied', 'What waited in quarantine is brought in now.');
  };
  return (
    <Panel title={repair.status === 'APPLIED' ? 'What it does' : 'What it would do'}>
      <div className="grid gap-5">
        {problem ? <ProblemNote problem={problem} /> : null}
        <ul className="grid gap-3">
          {repair.changes.map((change) => (
            <ChangeRow
              key={change.column}
              change={change}
              available={repair.available}
              edit={edits[change.column]}
              editable={decidable}
              onEdit={(edit) => setEdits((now) => ({ ...now, [change.column]: edit }))}
            />
          ))}
        </ul>
        {decidable ? (
          <div className="flex flex-wrap items-center gap-2">
            <Button look="primary" busy={busy} disabled={incomplete} onClick={() => void accept()} data-accept-repair>
              <Check aria-hidden size={16} /> {edited ? 'Accept with my changes' : 'Accept'}
            </Button>
            {repair.status === 'PROPOSED' ? (
              <Button onClick={() => setAsking('reject')} data-reject-repair>
                <X aria-hidden size={16} /> Reject
              </Button>
            ) : null}
            {incomplete ? <span className="text-sm text-muted">Say for every column what it is read from, or leave it out.</span> : null}
          </div>
        ) : null}
        {may && repair.status === 'APPLIED' ? (
          <Button look="danger" className="justify-self-start" onClick={() => setAsking('roll back')} data-roll-back>
            <RotateCcw aria-hidden size={15} /> Roll back
          </Button>
        ) : null}
      </div>
      {asking === 'reject' ? (
        <ConfirmDialog
          title="Reject this repair?"
          keep="Not yet"
          action="Reject"
          look="danger"
          onClose={() => setAsking('nothing')}
          onConfirm={() => decide(run(RejectRepairDocument, { id: repair.id }), (data) => data.rejectRepair)}
        >
          <p>
            The records that wait go on waiting, and what has landed stays as it is. You can still accept it later, as long as the change is
            there.
          </p>
        </ConfirmDialog>
      ) : null}
      {asking === 'roll back' ? (
        <ConfirmDialog
          title="Take this repair back?"
          keep="Keep it"
          action="Roll back"
          look="danger"
          onClose={() => setAsking('nothing')}
          onConfirm={() => decide(run(RollBackRepairDocument, { id: repair.id }), (data) => data.rollBackRepair)}
        >
          <p>The object is read as before it, and the values that it changed are put back. The change at the source is open again then.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
