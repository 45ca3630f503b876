import type { ApprovalFieldsFragment } from '../../gql/graphql.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment, plural } from '../../ui/format.ts';

const WORDS: Readonly<Record<string, string>> = {
  ASKED: 'asked',
  ESCALATED: 'passed on',
  TAKEN_OVER: 'taken over',
  APPROVED: 'approved',
  EDITED: 'approved with changes',
  ANSWERED: 'answered',
  REJECTED: 'rejected',
  EXPIRED: 'expired',
  WITHDRAWN: 'no longer needed',
};

/** What has happened to a request, step by step. */
export function ApprovalHistory({ history }: { history: ApprovalFieldsFragment['history'] }) {
  if (history.length < 2) return null;
  return (
    <Disclosure summary={`What happened so far: ${plural(history.length, 'entry', 'entries')}`} name="approval-history">
      <ol className="grid gap-1.5 text-sm">
        {history.map(({ at, kind, by, message }, index) => (
          <li key={index} className="flex flex-wrap gap-x-3">
            <span className="text-muted">{formatMoment(at)}</span>
            <span className="font-medium">{WORDS[kind] ?? kind.toLowerCase()}</span>
            {by ? <span>by {by.displayName}</span> : null}
            {message === '' ? null : (
              <span dir="auto" className="text-muted">
                {message}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
