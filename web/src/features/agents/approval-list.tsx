import type { ApprovalFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatAgo } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { approvalLook, dueOf } from './approval-looks.ts';

interface ApprovalListProps {
  approvals: readonly ApprovalFieldsFragment[];
  current: string;
  chosen: ReadonlySet<string>;
  /** Chooses one for a decision on several, or lets it go; only what whoever looks may decide is offered. */
  onPick: (id: string) => void;
  onGo: (id: string) => void;
}

/** Brings the row that has just become the current one into sight. */
const showIt = (row: HTMLLIElement | null) => row?.scrollIntoView({ block: 'nearest' });

/** The requests in a column: what each is about, since when and until when. */
export function ApprovalList({ approvals, current, chosen, onPick, onGo }: ApprovalListProps) {
  const now = useNow();
  return (
    <ul
      aria-label="Approvals"
      className="panel scroll-thin divide-y divide-line max-h-[38dvh] overflow-y-auto lg:max-h-[calc(100dvh-240px)]"
    >
      {approvals.map((approval) => {
        const { icon: Icon, word, tone } = approvalLook(approval.status);
        const pending = approval.status === 'PENDING';
        const due = dueOf(approval.expiresAt, now);
        const active = approval.id === current;
        return (
          <li
            key={approval.id}
            ref={active ? showIt : null}
            data-approval-row={approval.id}
            className={classes(
              'relative flex items-start gap-3 px-4 py-3 transition-colors',
              active ? 'bg-accent-soft' : 'hover:bg-raised',
            )}
          >
            {pending && approval.canDecide ? (
              <input
                type="checkbox"
                aria-label={`Choose: ${approval.title}`}
                checked={chosen.has(approval.id)}
                onChange={() => onPick(approval.id)}
                className="relative z-10 mt-0.5 size-4.5 shrink-0 accent-accent"
              />
            ) : (
              <Icon
                aria-hidden
                size={17}
                className={classes('mt-0.5 shrink-0', tone === 'good' ? 'text-high' : tone === 'bad' ? 'text-low' : 'text-muted')}
              />
            )}
            <div className="grid min-w-0 flex-1 gap-0.5">
              <button
                type="button"
                dir="auto"
                aria-current={active || undefined}
                onClick={() => onGo(approval.id)}
                className="line-clamp-2 text-left font-medium break-words after:absolute after:inset-0"
              >
                {approval.title}
              </button>
              <p dir="auto" className="truncate text-sm text-muted">
                {approval.intent}
              </p>
              <p className="flex gap-x-2 text-xs text-muted">
                {formatAgo(approval.requestedAt, now)}
                <span className={pending && due.soon ? 'font-medium text-medium' : undefined}>· {pending ? due.text : word}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
