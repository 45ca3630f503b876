import { ShieldCheck } from 'lucide-react';
import { QualityOverviewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';
import { Coverage } from './coverage.tsx';
import { DataTests } from './data-tests.tsx';
import { Totals } from './totals.tsx';

const MOST_TYPES = 60;

/** How good unified records are: tests of each entity type, and totals compared from source to record. */
export default function QualityPage() {
  const [{ part }, set] = useSearchState(['part']);
  const [result, refresh] = useGraph(QualityOverviewDocument, { first: MOST_TYPES });
  const data = known(result);
  return (
    <UnifyFrame
      title="Quality"
      intro="What is tested of your records, and whether counts and sums are the same at the source and here. What fails lowers the confidence of answers that depend on it."
    >
      {result.state === 'loading' && data === null ? <Loading label="Loading the quality" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {data && data.entityTypes.nodes.length === 0 ? (
        <Empty icon={ShieldCheck} title="Nothing to test yet">
          As soon as records are unified, tests are proposed from what your sources look like.
        </Empty>
      ) : null}
      {data && data.entityTypes.nodes.length > 0 ? (
        <>
          <div className="-mb-2">
            <Segments
              label="Part"
              value={part === 'tests' || part === 'totals' ? part : ''}
              options={[
                { value: '', label: 'By entity type' },
                { value: 'tests', label: 'Tests' },
                { value: 'totals', label: 'Control totals' },
              ]}
              onChange={(next) => set({ part: next })}
            />
          </div>
          {part === 'tests' ? (
            <DataTests types={data.entityTypes.nodes} refreshAll={refresh} />
          ) : part === 'totals' ? (
            <Totals connections={data.connections.nodes} />
          ) : (
            <Coverage types={data.entityTypes.nodes} />
          )}
        </>
      ) : null}
    </UnifyFrame>
  );
}
