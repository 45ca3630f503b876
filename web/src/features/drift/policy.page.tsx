import { RepairRulesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { DriftFrame } from './drift-frame.tsx';
import { PolicyForm } from './policy-form.tsx';

/** What happens by itself when a source changes, and what waits for a person. */
export default function RepairPolicyPage() {
  const [result, refresh] = useGraph(RepairRulesDocument, {});
  const data = known(result);
  return (
    <DriftFrame intro="What may be repaired without asking, and how often sources are looked at between syncs.">
      {result.state === 'loading' && data === null ? <Loading label="Loading the policy" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {data ? <PolicyForm key={JSON.stringify(data.repairPolicy)} policy={data.repairPolicy} entityTypes={data.entityTypes.nodes} /> : null}
    </DriftFrame>
  );
}
