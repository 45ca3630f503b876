import { RefreshCw, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ResolveNowDocument, TypeResolutionDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Figure } from '../runs/figure.tsx';
import { Survivorship } from '../record/survivorship.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';
import { Clusters } from './clusters.tsx';
import { ResolutionHistory } from './history.tsx';
import { Queue } from './queue.tsx';
import { PolicyForm, Scores } from './scores.tsx';

/** The workbench of one entity type: pairs to decide, scores and policy, history; which part is in the address. */
export default function TypeResolutionPage() {
  const { name = '' } = useParams();
  const run = useRun();
  const navigate = useNavigate();
  const may = useMay('resolution.manage');
  const [{ part }, set] = useSearchState(['part']);
  const [busy, setBusy] = useState(false);
  const [result, refresh] = useGraph(TypeResolutionDocument, { name });
  const type = result.state === 'ready' ? result.data.entityType : null;
  const labels = useMemo(
    () => new Map([...(type?.attributes ?? []), ...(type?.relations ?? [])].map((each) => [each.name, each.label])),
    [type],
  );
  const resolve = async () => {
    setBusy(true);
    const outcome = await run(ResolveNowDocument, { entityType: name });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const started = outcome.data.resolveNow;
    if (started.__typename === 'InputRefused') {
      const problem = problemOfRefusal(started.problems);
      return notify('error', problem.message, problem.todo);
    }
    return notify('success', 'All records are gone through again', undefined, {
      label: 'Watch it',
      run: () => void navigate(`/runs/${started.run.id}`),
    });
  };
  return (
    <UnifyFrame
      title={type ? `Resolution of ${type.pluralLabel.toLowerCase()}` : 'Resolution'}
      intro="Two records side by side, and the weight of each comparison. Whatever you decide is kept, learned from, and can be taken back."
      actions={
        <>
          <ButtonLink to="/ontology/resolution" look="quiet">
            All entity types
          </ButtonLink>
          {may && type ? (
            <Button busy={busy} onClick={() => void resolve()} data-resolve-now>
              <RefreshCw aria-hidden size={15} /> Resolve now
            </Button>
          ) : null}
        </>
      }
    >
      {result.state === 'loading' ? <Loading label="Loading the resolution" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && !type ? (
        <Empty icon={SearchX} title="There is no such entity type">
          It may have been renamed when the model was changed.
        </Empty>
      ) : null}
      {type ? (
        <>
          <dl className="flex flex-wrap gap-x-10 gap-y-3" data-possible={type.resolution.possible ?? ''}>
            <Figure label="records">{formatCount(type.recordCount)}</Figure>
            <Figure label="made of several">{type.resolution.clusters === null ? '–' : formatCount(type.resolution.clusters)}</Figure>
            <Figure label="merged away">{type.resolution.merged === null ? '–' : formatCount(type.resolution.merged)}</Figure>
            <Figure label="to decide">{type.resolution.possible === null ? '–' : formatCount(type.resolution.possible)}</Figure>
          </dl>
          <div className="-mb-2">
            <Segments
              label="Part"
              value={part === 'clusters' || part === 'scores' || part === 'history' ? part : ''}
              options={[
                { value: '', label: 'Pairs' },
                { value: 'clusters', label: 'Clusters' },
                { value: 'scores', label: 'Scores and policy' },
                { value: 'history', label: 'History' },
              ]}
              onChange={(next) => set({ part: next })}
            />
          </div>
          {part === 'scores' ? (
            <>
              <Scores type={type} />
              <PolicyForm key={type.name} type={type} refresh={refresh} />
              <Survivorship entityType={type.name} labels={labels} />
            </>
          ) : part === 'clusters' ? (
            <Clusters entityType={type.name} refresh={refresh} />
          ) : part === 'history' ? (
            <ResolutionHistory entityType={type.name} recordId={null} refresh={refresh} />
          ) : (
            <Queue entityType={type.name} labels={labels} refresh={refresh} />
          )}
        </>
      ) : null}
    </UnifyFrame>
  );
}
