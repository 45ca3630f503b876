import { Split } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { SplitRecordDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCell, formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ended, useUndo } from '../resolution/use-resolution.ts';
import type { GoldenRecord } from './golden-values.tsx';

/** The records of sources that a record is made of, side by side; some of them can be split off. */
export function Members({ record, refresh }: { record: GoldenRecord; refresh: () => void }) {
  const run = useRun();
  const may = useMay('resolution.decide');
  const undo = useUndo(refresh);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { nodes, totalCount } = record.members;
  if (nodes.length === 0) return null;
  const attributes = record.entityType.attributes.filter(({ name }) =>
    nodes.some((member) => formatCell(member.values[name], null) !== '–'),
  );
  const split = async () => {
    setBusy(true);
    const result = ended(await run(SplitRecordDocument, { id: record.id, members: [...picked] }), (data) => data.splitRecord);
    setBusy(false);
    refresh();
    if ('problem' in result) return notify('error', result.problem.message, result.problem.todo);
    setPicked(new Set());
    return notify(
      'success',
      'Split off',
      `${plural(picked.size, 'record')} of a source left ${record.title}. They are never merged again by themselves.`,
      {
        label: 'Undo',
        run: () => void undo(result.change.id),
      },
    );
  };
  const pick = (id: string, on: boolean) =>
    setPicked((now) => (on ? new Set(now).add(id) : new Set([...now].filter((each) => each !== id))));
  return (
    <section className="grid gap-3" data-members={totalCount}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-md font-semibold">
          Made of <span className="font-normal text-muted">{plural(totalCount, 'record of a source', 'records of sources')}</span>
        </h2>
        {may && totalCount > 1 ? (
          <Button busy={busy} disabled={picked.size === 0 || picked.size >= totalCount} onClick={() => void split()} data-split>
            <Split aria-hidden size={15} /> Split off {picked.size > 0 ? picked.size : 'the chosen'}
          </Button>
        ) : null}
      </div>
      <DataTable
        label="Records of sources, side by side"
        rows={[...attributes.map(({ name, label }) => ({ name, label })), { name: ' synced', label: 'Synced' }]}
        rowKey={({ name }) => name}
        columns={[
          { name: 'Attribute', cell: ({ label }) => <span className="text-muted">{label}</span> },
          ...nodes.map((member) => ({
            name: `${member.connection.name} ${member.key}`,
            cell: ({ name }: { name: string }) => (
              <span className="block max-w-[32ch] break-words">
                {name === ' synced' ? (member.syncedAt ? formatMoment(member.syncedAt) : '–') : formatCell(member.values[name], null)}
              </span>
            ),
          })),
        ]}
      />
      <ul className="grid gap-1.5 text-sm" aria-label="Members">
        {nodes.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1" data-member={member.key}>
            {may && totalCount > 1 ? (
              <label className="inline-flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={picked.has(member.id)}
                  onChange={(event) => pick(member.id, event.target.checked)}
                />
                {member.connection.name} <span className="font-mono text-xs">{member.key}</span>
              </label>
            ) : (
              <span>
                {member.connection.name} <span className="font-mono text-xs">{member.key}</span>
              </span>
            )}
            <Link to={`/connections/${member.connection.id}/objects/${member.object.id}`} className="link">
              {member.object.name}
            </Link>
            <Link
              to={`/connections/flow/trace?${new URLSearchParams({ object: member.object.id, key: member.key }).toString()}`}
              className="link"
            >
              its way here
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
