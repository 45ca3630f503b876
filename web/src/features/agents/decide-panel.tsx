import { useId, useState } from 'react';
import type { RefObject } from 'react';
import type { ApprovalFieldsFragment, Decision } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { useDecide } from './use-decide.ts';

/** The buttons that keys lead to. */
export interface DecisionButtons {
  approve: RefObject<HTMLButtonElement | null>;
  reject: RefObject<HTMLButtonElement | null>;
  edit: RefObject<HTMLButtonElement | null>;
  comment: RefObject<HTMLInputElement | null>;
}

const DONE: Record<Decision, string> = { APPROVE: 'Approved', EDIT: 'Approved with changes', RESPOND: 'Answered', REJECT: 'Rejected' };

interface DecidePanelProps {
  approval: ApprovalFieldsFragment;
  buttons: DecisionButtons | undefined;
  comment: string;
  onComment: (comment: string) => void;
  /** The payload as it is being edited; null while it is not. */
  draft: string | null;
  onDraft: (edit: boolean) => void;
  onProblem: (problem: Problem | null) => void;
  onDecided: (() => void) | undefined;
}

/** Approve, change and approve, answer, or reject. Whoever may not is told why. */
export function DecidePanel({ approval, buttons, comment, onComment, draft, onDraft, onProblem, onDecided }: DecidePanelProps) {
  const send = useDecide();
  const why = useId();
  const [busy, setBusy] = useState<Decision | null>(null);
  if (!approval.canDecide)
    return (
      <p className="border-t border-line pt-4 text-sm text-muted" data-cannot-decide>
        {approval.whyNot ?? 'Operators and owners decide this.'}
      </p>
    );
  const decide = async (decision: Decision) => {
    const payload = decision === 'EDIT' ? parsed(draft ?? '') : null;
    if (payload?.ok === false)
      return onProblem({ code: 'INVALID_JSON', message: 'What you wrote is not JSON.', todo: payload.why, retry: false });
    setBusy(decision);
    onProblem(null);
    const refused = await send(approval.id, decision, comment, payload?.ok ? payload.value : undefined);
    setBusy(null);
    if (refused) return onProblem(refused);
    notify('success', DONE[decision], approval.title);
    return onDecided?.();
  };
  const reasonMissing = approval.needsReason && comment.trim() === '';
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="grid gap-1.5">
        <input
          ref={buttons?.comment}
          aria-label={`Answer to: ${approval.title}`}
          aria-describedby={approval.needsReason ? why : undefined}
          aria-keyshortcuts="c"
          placeholder={approval.needsReason ? 'Say why you decide this in somebody’s place' : 'Say why, or what to do otherwise (optional)'}
          value={comment}
          dir="auto"
          maxLength={500}
          onChange={(event) => onComment(event.target.value)}
          className={CONTROL}
        />
        {approval.needsReason ? (
          <p id={why} className="text-sm text-muted">
            Somebody else is asked for this. You may decide it, with a reason.
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {draft === null ? (
          <Button
            ref={buttons?.approve}
            look="primary"
            busy={busy !== null}
            disabled={reasonMissing}
            aria-keyshortcuts="a"
            onClick={() => void decide('APPROVE')}
            data-approve
          >
            {busy === 'APPROVE' ? 'Approving…' : 'Approve'}
          </Button>
        ) : (
          <>
            <Button look="primary" busy={busy !== null} disabled={reasonMissing} onClick={() => void decide('EDIT')} data-approve-edited>
              {busy === 'EDIT' ? 'Approving…' : 'Approve with my changes'}
            </Button>
            <Button onClick={() => onDraft(false)}>Leave it as it was</Button>
          </>
        )}
        {draft === null && approval.canEdit ? (
          <Button ref={buttons?.edit} busy={busy !== null} aria-keyshortcuts="e" onClick={() => onDraft(true)} data-edit-payload>
            Change it first
          </Button>
        ) : null}
        {approval.canRespond ? (
          <Button busy={busy !== null} disabled={comment.trim() === ''} onClick={() => void decide('RESPOND')} data-respond>
            {busy === 'RESPOND' ? 'Sending…' : 'Answer only'}
          </Button>
        ) : null}
        <Button
          ref={buttons?.reject}
          look="danger"
          busy={busy !== null}
          disabled={reasonMissing}
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

function parsed(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'Mend it and try again.' };
  }
}
