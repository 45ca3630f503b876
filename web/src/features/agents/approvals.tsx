import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ApprovalsDocument, DecideApprovalDocument } from '../../gql/graphql.ts';
import type { ApprovalFieldsFragment, ApprovalStatus, Decision } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { notify } from '../../ui/notify.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';

const PAGE = 30;

const STATUSES: Record<ApprovalStatus, { word: string; tone: Tone }> = {
  PENDING: { word: 'waiting', tone: 'accent' },
  APPROVED: { word: 'approved', tone: 'good' },
  REJECTED: { word: 'rejected', tone: 'bad' },
  EXPIRED: { word: 'expired', tone: 'neutral' },
};

function Decide({ approval }: { approval: ApprovalFieldsFragment }) {
  const run = useRun();
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = async (decision: Decision) => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(DecideApprovalDocument, { id: approval.id, decision, comment: comment.trim() || null });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.decideApproval;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    return notify('success', decision === 'APPROVE' ? 'Approved' : 'Rejected', approval.title);
  };
  return (
    <div className="grid gap-3">
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label={`Comment on: ${approval.title}`}
          placeholder="Comment (optional)"
          value={comment}
          maxLength={500}
          onChange={(event) => setComment(event.target.value)}
          className={`${CONTROL} min-w-48 flex-1`}
        />
        <Button look="primary" busy={busy} onClick={() => void decide('APPROVE')}>
          Approve
        </Button>
        <Button look="danger" busy={busy} onClick={() => void decide('REJECT')}>
          Reject
        </Button>
      </div>
    </div>
  );
}

function Approval({ approval }: { approval: ApprovalFieldsFragment }) {
  const { word, tone } = STATUSES[approval.status];
  const pending = approval.status === 'PENDING';
  const repair = approval.evidence['repairId'];
  return (
    <li className="panel grid gap-3 p-5" data-approval={approval.id} data-status={approval.status}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="grid gap-0.5">
          <h2 className="text-md font-semibold">{approval.title}</h2>
          <p className="text-sm text-muted">
            {approval.run ? (
              <>
                <Link to={`/runs/${approval.run.id}`} className="text-accent underline underline-offset-3">
                  {approval.run.title}
                </Link>
                {' · '}
              </>
            ) : null}
            asked {formatMoment(approval.requestedAt)}
            {pending ? ` · expires ${formatMoment(approval.expiresAt)}` : ''}
          </p>
        </div>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <p>{approval.intent}</p>
      {typeof repair === 'string' ? (
        <Link
          to={`/connections/drift/repairs/${repair}`}
          className="justify-self-start font-medium text-accent underline underline-offset-3"
        >
          Its preview, record by record
        </Link>
      ) : null}
      <Disclosure summary="The evidence">
        <CodeBlock label={`Evidence for: ${approval.title}`} code={JSON.stringify(approval.evidence, null, 2)} />
      </Disclosure>
      {pending ? (
        <Decide approval={approval} />
      ) : approval.decidedAt ? (
        <p className="text-sm text-muted">
          {approval.decidedBy?.displayName ?? 'Somebody'}, {formatMoment(approval.decidedAt)}
          {approval.comment ? `: “${approval.comment}”` : ''}
        </p>
      ) : null}
    </li>
  );
}

/** What waits for a decision first, then what was decided. */
export function Approvals() {
  const [first, setFirst] = useState(PAGE);
  const [approvals, refresh] = useGraph(ApprovalsDocument, { first });
  const data = known(approvals);
  if (approvals.state === 'failed') return <ProblemNote problem={approvals.problem} onRetry={refresh} />;
  if (data === null) return <Loading label="Loading the approvals" />;
  const { nodes, totalCount } = data.approvals;
  if (nodes.length === 0)
    return (
      <Empty icon={ShieldCheck} title="Nothing waits for you">
        When an agent wants to do something that matters, it asks here first: what, why, and on what evidence.
      </Empty>
    );
  const inOrder = nodes.toSorted((a, b) => Number(b.status === 'PENDING') - Number(a.status === 'PENDING'));
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4" aria-label="Approvals">
        {inOrder.map((approval) => (
          <Approval key={approval.id} approval={approval} />
        ))}
      </ul>
      <LoadMore
        shown={nodes.length}
        total={totalCount}
        busy={approvals.state === 'loading'}
        onMore={() => setFirst((count) => count + PAGE)}
      />
    </div>
  );
}
