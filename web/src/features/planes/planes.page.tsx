import { Plus } from 'lucide-react';
import { PlanesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';
import { PlaneMap } from './plane-map.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { useMayPlanes } from './use-may-planes.ts';

/** The most planes a company can have. */
export const MOST_PLANES = 100;

/** The planes that connections go through instead of calling point to point, and the company's rules about them. */
export default function PlanesPage() {
  const [result, refresh] = useGraph(PlanesDocument, { first: MOST_PLANES });
  const data = known(result);
  const may = useMayPlanes();
  return (
    <ConnectFrame
      title="Planes"
      intro="What connections go through: API gateways, integration platforms, event buses, warehouses. A policy can forbid direct calls."
      actions={
        may.write ? (
          <ButtonLink look="primary" to="/connections/planes/new">
            <Plus aria-hidden size={16} /> Add a plane
          </ButtonLink>
        ) : null
      }
    >
      {result.state === 'loading' && data === null ? <Loading label="Loading the planes" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && result.problem ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {data ? (
        <>
          <PlaneMap
            planes={data.fabricPlanes.nodes}
            catalogue={data.fabricPlaneCatalogue}
            connections={data.connections.nodes}
            policy={data.planePolicy}
          />
          <PolicyPanel policy={data.planePolicy} catalogue={data.fabricPlaneCatalogue} editable={may.write} />
        </>
      ) : null}
    </ConnectFrame>
  );
}
