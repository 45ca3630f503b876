import { FlaskConical, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { FarmRunsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatAgo } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { Empty } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useNow } from '../../ui/use-now.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Listed } from '../settings/listed.tsx';
import { farmLook } from './looks.ts';

const FarmForm = lazy(async () => ({ default: (await import('./farm-form.tsx')).FarmForm }));

const PAGE = 30;

/** FARM: stress tests that really break things, and what came of them. A new one is begun at ?edit=new. */
export default function FarmPage() {
  const [{ edit }, set] = useSearchState(['edit']);
  const now = useNow();
  const may = useMay('farm.run');
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(FarmRunsDocument, { first });
  const open = (known(result)?.farmRuns.nodes ?? []).some(({ status }) => status === 'RUNNING');
  usePoll(open, refresh);
  useKeys({ c: () => (may ? set({ edit: 'new' }) : undefined) });
  const make = may ? (
    <Button look="primary" aria-keyshortcuts="c" onClick={() => set({ edit: 'new' })} data-new-farm-run>
      <Plus aria-hidden size={16} /> New stress test
    </Button>
  ) : null;
  return (
    <ActFrame
      title="FARM"
      guide="farm"
      intro="A fleet of made-up agents works while tools fail, workers die and networks part. What must come out is foretold; here is what did."
      actions={make}
    >
      <Listed
        what="the stress tests"
        result={result}
        refresh={refresh}
        pick={(data) => data.farmRuns}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={FlaskConical} title="Nothing was put to the test yet" actions={make}>
            A small test takes seconds and touches nothing of yours.
          </Empty>
        }
      >
        {(runs) => (
          <ul aria-label="Stress tests" className="panel divide-y divide-line overflow-hidden">
            {runs.map((each) => {
              const { word, tone } = farmLook(each);
              return (
                <li
                  key={each.id}
                  className="relative grid gap-1.5 px-5 py-4 transition-colors hover:bg-raised"
                  data-farm-run={each.id}
                  data-status={each.status}
                >
                  <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                    <h2 className="font-medium">
                      <Link to={`/agents/farm/${each.id}`} className="after:absolute after:inset-0 hover:underline">
                        {each.name}
                      </Link>
                    </h2>
                    <Badge tone={tone}>{word}</Badge>
                    {each.agrees === false ? <Badge tone="bad">not as foretold</Badge> : null}
                    {each.agrees === true ? <Badge tone="good">as foretold</Badge> : null}
                    <span className="text-sm text-muted sm:ml-auto">{formatAgo(each.startedAt, now)}</span>
                  </div>
                  <p className="text-sm text-muted">
                    {each.total} workflows, seed {each.seed}
                    {each.startedBy ? ` · ${each.startedBy.displayName}` : ''}
                  </p>
                  {each.status === 'RUNNING' ? (
                    <Progress value={each.total === 0 ? null : each.done / each.total} label={`Progress of ${each.name}`} />
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </Listed>
      {may && edit === 'new' ? (
        <Suspense fallback={null}>
          <FarmForm onClose={() => set({ edit: '' })} />
        </Suspense>
      ) : null}
    </ActFrame>
  );
}
