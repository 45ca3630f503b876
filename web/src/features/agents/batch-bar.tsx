import { useState } from 'react';
import { DecideApprovalsDocument } from '../../gql/graphql.ts';
import type { ApprovalFieldsFragment, Decision } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';

/** Several requests decided at once, after one look at what they are. */
export function BatchBar({ approvals, onDone }: { approvals: readonly ApprovalFieldsFragment[]; onDone: () => void }) {
  const run = useRun();
  const [comment, setComment] = useState('');
  const [asking, setAsking] = useState<Decision | null>(null);
  const count = plural(approvals.length, 'request');
  const decide = async (decision: Decision): Promise<Problem | null> => {
    const outcome = await run(DecideApprovalsDocument, { ids: approvals.map(({ id }) => id), decision, comment: comment.trim() || null });
    if (!outcome.ok) return outcome.problem;
    const { decideApprovals } = outcome.data;
    if (decideApprovals.__typename === 'InputRefused') return problemOfRefusal(decideApprovals.problems);
    const { results } = decideApprovals;
    const failed = results.find(({ problems }) => problems.length > 0);
    const refused = failed ? problemOfRefusal(failed.problems) : null;
    const done = results.filter(({ problems }) => problems.length === 0).length;
    if (done > 0) notify('success', `${plural(done, 'request')} ${decision === 'APPROVE' ? 'approved' : 'rejected'}`);
    if (!refused) onDone();
    return refused;
  };
  return (
    <div
      className="panel rise flex flex-wrap items-center gap-3 px-4 py-2.5"
      role="group"
      aria-label="Decide several"
      data-batch={approvals.length}
    >
      <p className="mr-auto font-medium">{count} chosen</p>
      <Button look="quiet" onClick={onDone}>
        Choose none
      </Button>
      <Button look="primary" onClick={() => setAsking('APPROVE')}>
        Approve {approvals.length}
      </Button>
      <Button look="danger" onClick={() => setAsking('REJECT')}>
        Reject {approvals.length}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={`${asking === 'APPROVE' ? 'Approve' : 'Reject'} ${count}?`}
          keep="Not now"
          action={asking === 'APPROVE' ? 'Approve all of them' : 'Reject all of them'}
          look={asking === 'APPROVE' ? 'primary' : 'danger'}
          onClose={() => setAsking(null)}
          onConfirm={() => decide(asking)}
        >
          <ul className="grid list-disc gap-1 pl-5">
            {approvals.map(({ id, title, intent }) => (
              <li key={id} dir="auto">
                <span className="font-medium">{title}</span>
                <span className="block text-sm text-muted">{intent}</span>
              </li>
            ))}
          </ul>
          <Field
            label="Why"
            name="comment"
            value={comment}
            maxLength={500}
            hint="For all of them; may be left empty."
            onChange={(event) => setComment(event.target.value)}
          />
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
