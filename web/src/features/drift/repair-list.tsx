import { Link } from 'react-router';
import type { RepairFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { REPAIR_STATUSES } from './words.ts';

/** What a repair does, in a line: "amount ← total_amount". */
export function changesLine(repair: Pick<RepairFieldsFragment, 'changes'>): string {
  return repair.changes.map(({ column, from }) => `${column} ← ${from.length === 0 ? '?' : from.join(' + ')}`).join(', ');
}

/** Repairs, each leading to its preview and decision. */
export function RepairList({ repairs }: { repairs: readonly RepairFieldsFragment[] }) {
  return (
    <ul className="panel divide-y divide-line" aria-label="Repairs">
      {repairs.map((repair) => {
        const { word, tone } = REPAIR_STATUSES[repair.status];
        return (
          <li
            key={repair.id}
            data-repair={repair.id}
            data-status={repair.status}
            className="relative grid gap-1 px-4 py-3 transition-colors hover:bg-raised has-focus-visible:bg-raised"
          >
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <Link to={`/connections/drift/repairs/${repair.id}`} className="font-medium after:absolute after:inset-0">
                {repair.object.name} of {repair.connection.name}
              </Link>
              <Badge tone={tone}>{word}</Badge>
              {repair.automatic ? <Badge>by itself</Badge> : null}
              <ConfidenceMark score={repair.confidence} className="sm:ml-auto" />
            </p>
            <p className="truncate font-mono text-sm">{changesLine(repair)}</p>
            <p className="text-sm text-muted">
              {plural(repair.affected, 'record')} ·{' '}
              {repair.status === 'PROPOSED'
                ? `proposed ${formatMoment(repair.proposedAt)}, to be decided until ${formatMoment(repair.expiresAt)}`
                : `${repair.decidedAt ? formatMoment(repair.decidedAt) : formatMoment(repair.proposedAt)}${repair.decidedBy ? ` by ${repair.decidedBy.displayName}` : ''}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
