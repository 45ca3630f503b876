import { History as Icon, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ResolutionHistoryDocument } from '../../gql/graphql.ts';
import type { ChangeFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { useUndo } from './use-resolution.ts';
import { CHANGE_KINDS } from './words.ts';

const PAGE = 20;

function sentence(change: ChangeFieldsFragment): string {
  const members = new Set([...change.before, ...change.after].flatMap((group) => group.members)).size;
  const of = plural(members, 'record of a source', 'records of sources');
  if (change.before.length === 0 && change.after.length === 0) return 'no record changed by it';
  return `${plural(change.before.length, 'record')} became ${change.after.length}, made of ${of}`;
}

function Entry({ change, onUndo }: { change: ChangeFieldsFragment; onUndo: () => Promise<unknown> }) {
  const may = useMay('resolution.decide');
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    await onUndo();
    setBusy(false);
  };
  return (
    <li className="grid gap-1 px-4 py-3" data-change={change.kind}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={change.undoneAt ? 'neutral' : 'accent'}>{CHANGE_KINDS[change.kind]}</Badge>
          <span>{sentence(change)}</span>
        </p>
        {may && change.undoneAt === null && change.kind !== 'UNDONE' ? (
          <Button busy={busy} onClick={() => void undo()} data-undo>
            <Undo2 aria-hidden size={15} /> Undo
          </Button>
        ) : null}
      </div>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span>
          {change.by?.displayName ?? 'by the scores'}, {formatMoment(change.at)}
        </span>
        {change.undoneAt ? (
          <span>
            taken back by {change.undoneBy?.displayName ?? 'nobody'}, {formatMoment(change.undoneAt)}
          </span>
        ) : null}
        {change.after.slice(0, 3).map(({ recordId }, index) => (
          <Link key={recordId} to={`/ontology/records/${recordId}`} className="link">
            record {index + 1}
          </Link>
        ))}
      </p>
    </li>
  );
}

/** What became of golden records, of one type or of one record, the newest first; each change can be taken back. */
export function ResolutionHistory({
  entityType,
  recordId,
  refresh: refreshAll,
}: {
  entityType: string | null;
  recordId: string | null;
  refresh: () => void;
}) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(ResolutionHistoryDocument, { entityType, recordId, first });
  const undo = useUndo(() => {
    refresh();
    refreshAll();
  });
  return (
    <Listed
      what="the history"
      result={result}
      refresh={refresh}
      pick={(data) => data.resolutionHistory}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={Icon} title="Nothing has changed">
          Merges, splits and decisions are kept here with who made them, and each can be taken back.
        </Empty>
      }
    >
      {(changes) => (
        <ul className="panel divide-y divide-line" aria-label="Changes of records">
          {changes.map((change) => (
            <Entry key={change.id} change={change} onUndo={() => undo(change.id)} />
          ))}
        </ul>
      )}
    </Listed>
  );
}
