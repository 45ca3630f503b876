import { Group } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { MergeRecordsDocument, NeverMergeDocument, ResolutionClustersDocument, VerifyRecordDocument } from '../../gql/graphql.ts';
import type { ResolutionClustersQuery } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatWeight } from '../../ui/charts/weights.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { ended, useUndo } from './use-resolution.ts';

const PAGE = 30;

type Cluster = ResolutionClustersQuery['resolutionClusters']['nodes'][number];

function Sources({ cluster: { memberCount, record } }: { cluster: Cluster }) {
  const shown = record.members.nodes;
  return (
    <span className="grid text-sm">
      {shown.map(({ id, key, connection }) => (
        <span key={id} className="truncate">
          {connection.name} <span className="font-mono text-xs text-muted">{key}</span>
        </span>
      ))}
      {memberCount > shown.length ? <span className="text-muted">and {formatCount(memberCount - shown.length)} more</span> : null}
    </span>
  );
}

/** Records that are made of several, the largest first: what holds each together, confirmed or split on its own page; chosen ones can be merged or kept apart. */
export function Clusters({ entityType, refresh: refreshAll }: { entityType: string; refresh: () => void }) {
  const run = useRun();
  const may = useMay('resolution.decide');
  const [first, setFirst] = useState(PAGE);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [result, refresh] = useGraph(ResolutionClustersDocument, { entityType, first });
  const both = () => {
    refresh();
    refreshAll();
  };
  const undo = useUndo(both);
  const change = async (never: boolean) => {
    const ids = [...picked];
    const changed = never
      ? ended(await run(NeverMergeDocument, { ids }), (data) => data.neverMerge)
      : ended(await run(MergeRecordsDocument, { ids }), (data) => data.mergeRecords);
    both();
    if ('problem' in changed) return notify('error', changed.problem.message, changed.problem.todo);
    setPicked(new Set());
    return notify('success', never ? 'They are never merged' : 'They are one record now', undefined, {
      label: 'Undo',
      run: () => void undo(changed.change.id),
    });
  };
  const verify = async ({ id, verified, record }: Cluster) => {
    const outcome = await run(VerifyRecordDocument, { id, verified: !verified });
    both();
    const done = outcome.ok ? outcome.data.verifyRecord : null;
    const problem = !outcome.ok ? outcome.problem : done?.__typename === 'InputRefused' ? problemOfRefusal(done.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
    else notify('success', verified ? 'No longer confirmed' : 'Confirmed', record.title);
  };
  const pick = (id: string, on: boolean) =>
    setPicked((now) => (on ? new Set(now).add(id) : new Set([...now].filter((each) => each !== id))));
  return (
    <section className="grid gap-4" aria-label="Clusters">
      {may ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button look="primary" disabled={picked.size < 2} onClick={() => void change(false)} data-merge>
            Merge {picked.size > 1 ? picked.size : 'the chosen'}
          </Button>
          <Button disabled={picked.size < 2} onClick={() => void change(true)} data-never>
            Never merge them
          </Button>
          <p className="text-sm text-muted">To split one, open it and choose what leaves it.</p>
        </div>
      ) : null}
      <Listed
        what="the clusters"
        result={result}
        refresh={refresh}
        pick={(data) => data.resolutionClusters}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Group} title="No record is made of several">
            Either no two sources speak of the same thing, or rules about data limit what you see.
          </Empty>
        }
      >
        {(clusters) => (
          <DataTable
            label="Records made of several"
            rows={clusters}
            rowKey={({ id }) => id}
            columns={[
              {
                name: 'Record',
                cell: ({ id, record }) => (
                  <span className="flex items-start gap-2.5">
                    {may ? (
                      <input
                        type="checkbox"
                        aria-label={`Choose ${record.title}`}
                        className="mt-1 size-4 shrink-0 accent-accent"
                        checked={picked.has(id)}
                        onChange={(event) => pick(id, event.target.checked)}
                      />
                    ) : null}
                    <Link to={`/ontology/records/${id}`} data-cluster={id} className="font-medium link">
                      {record.title}
                    </Link>
                  </span>
                ),
              },
              { name: 'Made of', cell: (cluster) => <Sources cluster={cluster} /> },
              { name: 'Members', numeric: true, cell: ({ memberCount }) => formatCount(memberCount) },
              { name: 'Tables', numeric: true, cell: ({ sources }) => formatCount(sources) },
              {
                name: 'Weakest link',
                cell: ({ weakest }) =>
                  weakest === null ? (
                    <span className="text-muted">held by people</span>
                  ) : (
                    <span className="whitespace-nowrap">{formatWeight(weakest)} bits</span>
                  ),
              },
              {
                name: 'State',
                cell: (cluster) => (
                  <span className="flex flex-wrap items-center gap-2">
                    {cluster.verified ? <Badge tone="good">confirmed</Badge> : <Badge>by the scores</Badge>}
                    {may ? (
                      <Button look="quiet" className="min-h-7 px-2 text-sm" onClick={() => void verify(cluster)}>
                        {cluster.verified ? 'Take back' : 'Confirm'}
                      </Button>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Listed>
      {picked.size > 0 ? (
        <p role="status" className="sr-only">
          {plural(picked.size, 'record')} chosen
        </p>
      ) : null}
    </section>
  );
}
