import { useState } from 'react';
import { Link } from 'react-router';
import type { ApprovalFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { RaciView } from '../act/raci-view.tsx';
import { ApprovalFacts } from './approval-facts.tsx';
import { ApprovalHistory } from './approval-history.tsx';
import { approvalLook, dueOf } from './approval-looks.ts';
import { ApprovalPayload, jsonText } from './approval-payload.tsx';
import { DecidePanel } from './decide-panel.tsx';
import type { DecisionButtons } from './decide-panel.tsx';
import { EvidenceView } from './evidence-view.tsx';

interface ApprovalCardProps {
  approval: ApprovalFieldsFragment;
  /** The buttons, so that keys can lead to them. */
  buttons?: DecisionButtons | undefined;
  /** On its run's own page a link to the run leads nowhere. */
  ofRun?: boolean;
  onDecided?: (() => void) | undefined;
}

/** What happens when nobody decides in time. */
const AFTER = {
  REJECT: 'then it is rejected',
  APPROVE: 'then it is approved',
  ESCALATE: 'then it is passed on',
} as const;

/** One request in full: what will happen, why, on what evidence, until when; and the decision. */
export function ApprovalCard({ approval, buttons, ofRun = false, onDecided }: ApprovalCardProps) {
  const { word, tone, icon: Icon } = approvalLook(approval.status);
  // Here, because the buttons go while a decision is on its way, and come back when it is refused.
  const [problem, setProblem] = useState<Problem | null>(null);
  const [comment, setComment] = useState('');
  const [draft, setDraft] = useState<string | null>(null);
  const now = useNow();
  const due = dueOf(approval.dueAt ?? approval.expiresAt, now);
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
          {pending && approval.agent ? <span>{AFTER[approval.onExpiry]}</span> : null}
          {pending && approval.escalation && approval.escalation.level > 0 ? (
            <span className="font-medium text-medium">passed on to {approval.escalation.to}</span>
          ) : null}
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
      <ApprovalFacts approval={approval} />
      {approval.payload == null ? null : (
        <section className="grid gap-2">
          <h3 className="text-xs font-medium text-muted">What will be done, word by word</h3>
          <ApprovalPayload approval={approval} draft={pending ? draft : null} problem={undefined} onDraft={setDraft} />
        </section>
      )}
      <section className="grid gap-2">
        <h3 className="text-xs font-medium text-muted">On what evidence</h3>
        <EvidenceView evidence={approval.evidence} />
      </section>
      {approval.raci ? (
        <Disclosure summary="Who does it, who decides it, who is told">
          <RaciView raci={approval.raci} />
        </Disclosure>
      ) : null}
      <ApprovalHistory history={approval.history} />
      {problem ? <ProblemNote problem={problem} /> : null}
      {pending ? (
        <DecidePanel
          approval={approval}
          buttons={buttons}
          comment={comment}
          onComment={setComment}
          draft={draft}
          onDraft={(edit) => setDraft(edit ? jsonText(approval.payload) : null)}
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
