import { Link } from 'react-router';
import { ComparedRunsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { PairList } from './pair-list.tsx';
import { sideWords } from './side-words.ts';
import { stepPairs } from './step-pairs.ts';

/** A run beside another one, step by step. */
export function OtherRun({ id, other }: { id: string; other: string }) {
  const [result, refresh] = useGraph(ComparedRunsDocument, { id, other });
  const data = known(result);
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (data === null) return <Loading label="Loading both runs" lines={5} />;
  if (!data.one || !data.other) return <p className="text-muted">One of the two runs is not there any more.</p>;
  const [before, after] = sideWords(data.one, data.other);
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        {before} beside{' '}
        <Link to={`/runs/${other}`} className="link">
          {after}
        </Link>
        .
      </p>
      <PairList pairs={stepPairs(data.one.steps, data.other.steps)} before={before} after={after} />
    </div>
  );
}
