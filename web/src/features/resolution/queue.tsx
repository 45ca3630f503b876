import { CheckCheck } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { DecidePairDocument, ResolutionPairsDocument } from '../../gql/graphql.ts';
import type { PairStatus } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { notify } from '../../ui/notify.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Listed } from '../settings/listed.tsx';
import { PairCard } from './pair-card.tsx';
import type { Pair } from './pair-values.tsx';
import { ended, useUndo } from './use-resolution.ts';
import { PAIR_STATUSES } from './words.ts';

const PAGE = 20;

function save(entityType: string, pairs: readonly Pair[]): void {
  downloadCsv(
    `pairs-${entityType}`,
    ['one', 'other', 'state', 'weight', 'probability', 'evidence'],
    pairs.map((pair) => [
      pair.a?.title,
      pair.b?.title,
      PAIR_STATUSES[pair.status].word,
      pair.weight,
      pair.probability,
      pair.comparisons.map(({ sentence }) => sentence ?? '').join(' '),
    ]),
  );
}

/** Pairs of records that may be one, decided by button or key: a the same, r different, u undoes, j and k move. A decision shows at once. */
export function Queue({
  entityType,
  labels,
  refresh: refreshAll,
}: {
  entityType: string;
  labels: ReadonlyMap<string, string>;
  refresh: () => void;
}) {
  const run = useRun();
  const may = useMay('resolution.decide');
  const [{ status: asked, pair: at }, set] = useSearchState(['status', 'pair']);
  const status: PairStatus = asked === 'MATCH' || asked === 'NON_MATCH' ? asked : 'POSSIBLE';
  const [first, setFirst] = useState(PAGE);
  const [gone, setGone] = useState<ReadonlyMap<string, PairStatus>>(new Map());
  const undoable = useRef<string[]>([]);
  const [result, refresh] = useGraph(ResolutionPairsDocument, { entityType, status, first });
  const both = useCallback(() => {
    refresh();
    refreshAll();
  }, [refresh, refreshAll]);
  const undo = useUndo(both);
  const pairs = (known(result)?.resolutionPairs.nodes ?? []).filter(({ id }) => (gone.get(id) ?? status) === status);
  const index = Math.max(
    0,
    pairs.findIndex(({ id }) => id === at),
  );
  const current = pairs[index];

  const takeBack = async (changeId: string, pairId: string | null) => {
    undoable.current = undoable.current.filter((each) => each !== changeId);
    if ((await undo(changeId)) === null) setGone((now) => new Map([...now].filter(([each]) => pairId !== null && each !== pairId)));
  };
  const decide = async (pair: Pair, same: boolean) => {
    const next = pairs[index + 1] ?? pairs[index - 1];
    setGone((now) => new Map(now).set(pair.id, same ? 'MATCH' : 'NON_MATCH'));
    set({ pair: next && next.id !== pair.id ? next.id : '' });
    const result = ended(await run(DecidePairDocument, { id: pair.id, decision: same ? 'MATCH' : 'NON_MATCH' }), (data) => data.decidePair);
    if ('problem' in result) {
      setGone((now) => new Map([...now].filter(([each]) => each !== pair.id)));
      set({ pair: pair.id });
      return notify('error', result.problem.message, result.problem.todo);
    }
    undoable.current.push(result.change.id);
    both();
    return notify('success', same ? 'They are one record now' : 'They stay apart', `${pair.a?.title ?? ''} · ${pair.b?.title ?? ''}`, {
      label: 'Undo',
      run: () => void takeBack(result.change.id, pair.id),
    });
  };
  const go = (step: number) => {
    const next = pairs[Math.min(pairs.length - 1, Math.max(0, index + step))];
    if (!next) return;
    set({ pair: next.id });
    requestAnimationFrame(() => document.querySelector('[data-pair][data-current]')?.scrollIntoView({ block: 'nearest' }));
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    a: () => void (may && current && current.status !== 'MATCH' && decide(current, true)),
    r: () => void (may && current && current.status !== 'NON_MATCH' && decide(current, false)),
    u() {
      const last = undoable.current.at(-1);
      if (may && last !== undefined) void takeBack(last, null);
    },
  });

  return (
    <section className="grid gap-4" aria-label="Pairs">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Segments
          label="Which pairs"
          value={status}
          options={[
            { value: 'POSSIBLE', label: 'To decide' },
            { value: 'MATCH', label: 'The same' },
            { value: 'NON_MATCH', label: 'Different' },
          ]}
          onChange={(next) => set({ status: next === 'POSSIBLE' ? '' : next, pair: '' })}
        />
        <p className="text-sm text-muted max-lg:hidden">
          <kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> the same · <kbd>r</kbd> different · <kbd>u</kbd> undo
        </p>
        {pairs.length > 0 ? (
          <Button className="ml-auto" onClick={() => save(entityType, pairs)}>
            Save as CSV
          </Button>
        ) : null}
      </div>
      <Listed
        what="the pairs"
        result={result}
        refresh={refresh}
        pick={({ resolutionPairs }) => ({
          nodes: pairs,
          totalCount: Math.max(pairs.length, resolutionPairs.totalCount - (resolutionPairs.nodes.length - pairs.length)),
        })}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={CheckCheck} title={status === 'POSSIBLE' ? 'Nothing to decide' : 'No such pair'}>
            {status === 'POSSIBLE'
              ? 'No two records look alike enough to ask about, and not enough to be sure. New ones are compared as they come.'
              : 'No pair stands so. Pairs that are decided are found here.'}
          </Empty>
        }
      >
        {(nodes) => (
          <ul className="grid gap-3" aria-label="Pairs of records">
            {nodes.map((pair) => (
              <PairCard
                key={pair.id}
                pair={pair}
                labels={labels}
                current={pair.id === current?.id}
                may={may}
                onCurrent={() => set({ pair: pair.id })}
                onDecide={(same) => void decide(pair, same)}
              />
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}
