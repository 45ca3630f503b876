import { Route, Table2, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { LineageDocument } from '../../gql/graphql.ts';
import type { LineageDirection, LineageKind } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';
import { Impact } from './impact.tsx';
import { LINEAGE_KINDS } from './kinds.ts';
import { LineageGraph, moreKey } from './lineage-graph.tsx';
import { LineageTable } from './lineage-table.tsx';
import { StartChoice } from './start-choice.tsx';
import { narrow } from './ways.ts';

/** The most boxes in one column of the drawing before the rest is folded into one. */
const MOST_IN_LAYER = 16;
const WAYS: readonly { value: LineageDirection; label: string }[] = [
  { value: 'BOTH', label: 'Both ways' },
  { value: 'UP', label: 'Comes from' },
  { value: 'DOWN', label: 'Is made into' },
];

/** From any number or value to its source and back; what is looked at, and how, is in the address. */
export default function LineagePage() {
  const [{ kind, id, way, as, find, node, all }, set] = useSearchState(['kind', 'id', 'way', 'as', 'find', 'node', 'all']);
  const asked = kind in LINEAGE_KINDS && id !== '';
  const direction = WAYS.find(({ value }) => value === way)?.value ?? 'BOTH';
  const of = { kind: asked ? (kind as LineageKind) : 'METRIC', id } as const;
  const [result, refresh] = useGraph(LineageDocument, { of, direction }, { pause: !asked });
  const lineage = asked && result.state === 'ready' ? result.data.lineage : null;
  const start = `${kind}:${id}`;
  const chosen = lineage?.nodes.find(({ key }) => key === (node || start)) ?? null;
  const shown = useMemo(() => {
    const whole = new Set(all.split(' ').filter(Boolean).map(Number));
    return narrow(lineage?.nodes ?? [], lineage?.edges ?? [], { find, most: MOST_IN_LAYER, whole, always: new Set([start, node]) });
  }, [lineage, find, all, start, node]);
  return (
    <UnifyFrame
      title="Lineage"
      guide="lineage"
      intro="From any number or value to the column, the file and the source it comes from, and from a column to all that is made of it."
    >
      <StartChoice kind={kind} id={id} onStart={(nextKind, nextId) => set({ kind: nextKind, id: nextId, node: '', all: '', find: '' })} />
      {!asked ? (
        <Empty icon={Route} title="Choose where to look from">
          A metric shows what it is counted from. A column shows what a change of it would touch.
        </Empty>
      ) : null}
      {asked && result.state === 'loading' ? <Loading label="Loading the lineage" lines={6} /> : null}
      {asked && result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {lineage && lineage.nodes.length === 0 ? (
        <Empty icon={Route} title="There is nothing of this name">
          It may have been renamed or removed, or nothing is made of it yet.
        </Empty>
      ) : null}
      {lineage && lineage.nodes.length > 0 ? (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <Segments label="Which way" value={direction} options={WAYS} onChange={(next) => set({ way: next })} />
            <Segments
              label="How it is shown"
              value={as === 'table' ? 'table' : ''}
              options={[
                { value: '', label: 'Graph', icon: Workflow },
                { value: 'table', label: 'Table', icon: Table2 },
              ]}
              onChange={(next) => set({ as: next })}
            />
            <Field
              label="Find in it"
              type="search"
              className="w-full sm:w-60"
              value={find}
              onChange={(event) => set({ find: event.target.value })}
            />
            <p role="status" className="min-h-10 content-center text-sm text-muted">
              {plural(lineage.nodes.length, 'thing')}
              {lineage.truncated ? ', and the ways go on' : ''}
            </p>
          </div>
          {as === 'table' ? (
            <LineageTable
              nodes={narrow(lineage.nodes, lineage.edges, { find, most: Infinity, whole: new Set(), always: new Set() }).nodes}
              edges={lineage.edges}
            />
          ) : (
            <LineageGraph
              shown={shown}
              edges={lineage.edges}
              chosen={chosen?.key ?? null}
              onChoose={(key) => {
                const layer = [...shown.hidden.keys()].find((each) => moreKey(each) === key);
                if (layer === undefined) set({ node: key });
                else set({ all: `${all} ${layer}`.trim() });
              }}
            />
          )}
          {chosen ? <Impact node={chosen} lineage={lineage} start={chosen.key === start} /> : null}
        </>
      ) : null}
    </UnifyFrame>
  );
}
