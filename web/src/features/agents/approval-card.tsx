import { useState } from 'react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import type { ApprovalFieldsFragment, Decision } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useMay } from '../../app/use-may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { approvalLook, dueOf } from './approval-looks.ts';
import { EvidenceView } from './evidence-view.tsx';
import { useDecide } from './use-decide.ts';

interface ApprovalCardProps {
  approval: ApprovalFieldsFragment;
  /** The buttons, so that keys can lead to them. */
  buttons?: { approve: RefObject<HTMLButtonElement | null>; reject: RefObject<HTMLButtonElement | null> } | undefined;
  /** On its run's own page a link to the run leads nowhere. */
  ofRun?: boolean;
  onDecided?: (() => void) | undefined;
}

/** One request in full: what will happen, why, on what evidence, until when; and the decision. */
export function ApprovalCard({ approval, buttons, ofRun = false, onDecided }: ApprovalCardProps) {
  const { word, tone, icon: Icon } = approvalLook(approval.status);
  // Here, because the buttons go while a decision is on its way, and come back when it is refused.
  const [problem, setProblem] = useState<Problem | null>(null);
  const [comment, setComment] = useState('');
  const now = useNow();
  const due = dueOf(approval.expiresAt, now);
  const pending = approval.status === 'PENDING';
  return (
    <article aria-label={approval.title} data-approval={approval.id} data-status={approval.status} className="grid gap-5">
      <header className="grid gap-1.5">
        <div className="flex flex-wrap items-center gap-2.5">
          <h2 dir="auto" className="min-w-0 text-lg font-semibold tracking-tight break-words">
            {approval.title}
          </h2>
          <Badge tone={tone}>
            <Icon aria-hidden size={12} /> {word}
          </Badge>
        </div>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>asked {formatMoment(approval.requestedAt)}</span>
          {pending ? <span className={due.soon ? 'font-medium text-medium' : undefined}>{due.text}</span> : null}
          {approval.run && !ofRun ? (
            <Link to={`/runs/${approval.run.id}`} className="link">
              {approval.run.title}
            </Link>
          ) : null}
        </p>
      </header>
      <section className="grid gap-1">
        <h3 className="text-xs font-medium text-muted">What happens when you approve</h3>
        <p dir="auto" className="max-w-[72ch] text-md text-pretty break-words">
          {approval.intent}
        </p>
      </section>
      <section className="grid gap-2">
        <h3 className="text-xs font-medium text-muted">On what evidence</h3>
        <EvidenceView evidence={approval.evidence} />
      </section>
      {problem ? <ProblemNote problem={problem} /> : null}
      {pending ? (
        <Decide
          approval={approval}
          buttons={buttons}
          comment={comment}
          onComment={setComment}
          onProblem={setProblem}
          onDecided={onDecided}
        />
      ) : null}
      {approval.decidedAt ? (
        <p className="border-t border-line pt-4 text-sm text-muted">
          {word} by {approval.decidedBy?.displayName ?? 'somebody'}, {formatMoment(approval.decidedAt)}
          {approval.comment ? <span dir="auto">{`: “${approval.comment}”`}</span> : null}
        </p>
      ) : null}
    </article>
  );
}

interface DecideProps extends Omit<ApprovalCardProps, 'ofRun'> {
  comment: string;
  onComment: (comment: string) => void;
  onProblem: (problem: Problem | null) => void;
}

function Decide({ approval, buttons, comment, onComment, onProblem, onDecided }: DecideProps) {
  const may = useMay('approvals.decide');
  const send = useDecide();
  const [busy, setBusy] = useState<Decision | null>(null);
  if (!may) return <p className="border-t border-line pt-4 text-sm text-muted">Operators and owners decide this.</p>;
  const decide = async (decision: Decision) => {
    setBusy(decision);
    onProblem(null);
    const refused = await send(approval.id, decision, comment);
    setBusy(null);
    if (refused) return onProblem(refused);
    notify('success', decision === 'APPROVE' ? 'Approved' : 'Rejected', approval.title);
    return onDecided?.();
  };
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label={`Answer to: ${approval.title}`}
          placeholder="Say why, or what to do otherwise (optional)"
          value={comment}
          dir="auto"
          maxLength={500}
          onChange={(event) => onComment(event.target.value)}
          className={`${CONTROL} min-w-48 flex-1`}
        />
        <Button
          ref={buttons?.approve}
          look="primary"
          busy={busy !== null}
          aria-keyshortcuts="a"
          onClick={() => void decide('APPROVE')}
          data-approve
        >
          {busy === 'APPROVE' ? 'Approving…' : 'Approve'}
        </Button>
        <Button
          ref={buttons?.reject}
          look="danger"
          busy={busy !== null}
          aria-keyshortcuts="r"
          onClick={() => void decide('REJECT')}
          data-reject
        >
          {busy === 'REJECT' ? 'Rejecting…' : 'Reject'}
        </Button>
      </div>
    </div>
  );
}
