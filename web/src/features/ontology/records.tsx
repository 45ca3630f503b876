import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { MergeRecordsDocument, NeverMergeDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCell, formatCount } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ended, useUndo } from '../resolution/use-resolution.ts';
import type { Entity } from './entity.page.tsx';

/** The first records of an entity type; chosen ones can be merged into one, or kept apart for good. */
export function Records({ entity, refresh }: { entity: Entity; refresh: () => void }) {
  const run = useRun();
  const may = useMay('resolution.decide');
  const undo = useUndo(refresh);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { nodes, totalCount } = entity.records;
  const change = async (never: boolean) => {
    const ids = [...picked];
    const result = never
      ? ended(await run(NeverMergeDocument, { ids }), (data) => data.neverMerge)
      : ended(await run(MergeRecordsDocument, { ids }), (data) => data.mergeRecords);
    refresh();
    if ('problem' in result) return notify('error', result.problem.message, result.problem.todo);
    setPicked(new Set());
    return notify('success', never ? 'They are never merged' : 'They are one record now', undefined, {
      label: 'Undo',
      run: () => void undo(result.change.id),
    });
  };
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-md font-semibold">
          Records{' '}
          <span className="font-normal text-muted">
            {totalCount > nodes.length ? `the first ${nodes.length} of ${formatCount(totalCount)}` : formatCount(totalCount)}
          </span>
        </h2>
        {may && picked.size > 1 ? (
          <span className="flex gap-2">
            <Button look="primary" onClick={() => void change(false)} data-merge>
              Merge {picked.size}
            </Button>
            <Button onClick={() => void change(true)} data-never>
              Never merge them
            </Button>
          </span>
        ) : null}
      </div>
      {entity.limitedBy.length > 0 ? <p className="text-sm text-muted">Those your role sees: {entity.limitedBy.join(', ')}.</p> : null}
      {nodes.length === 0 ? (
        <p className="text-muted">
          {entity.limitedBy.length > 0
            ? 'There is none that your role sees.'
            : 'There are no records yet. They appear as soon as a mapping is published.'}
        </p>
      ) : (
        <DataTable
          label="Records"
          rows={nodes}
          rowKey={(record) => record.id}
          columns={[
            {
              name: entity.label,
              cell: (record) => (
                <span className="flex items-center gap-2">
                  {may ? (
                    <input
                      type="checkbox"
                      className="size-4 accent-accent"
                      aria-label={`Choose ${record.title}`}
                      checked={picked.has(record.id)}
                      onChange={(event) =>
                        setPicked((now) =>
                          event.target.checked ? new Set(now).add(record.id) : new Set([...now].filter((each) => each !== record.id)),
                        )
                      }
                    />
                  ) : null}
                  <Link to={`/ontology/records/${record.id}`} data-record={record.id} className="font-medium whitespace-nowrap link">
                    {record.title}
                  </Link>
                </span>
              ),
            },
            ...entity.attributes.map((attribute) => ({
              name: attribute.label,
              numeric: attribute.mask === null && ['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT'].includes(attribute.type),
              cell: (record: (typeof nodes)[number]) => (
                <span className="block max-w-[32ch] truncate whitespace-nowrap">
                  {formatCell(record.values[attribute.name], attribute.mask === null && attribute.type === 'PERCENT' ? 'PERCENT' : null)}
                </span>
              ),
            })),
          ]}
        />
      )}
    </section>
  );
}
