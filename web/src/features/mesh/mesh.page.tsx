import { Cable } from 'lucide-react';
import { MeshConnectionsDocument, MeshOverviewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';
import { LiveMark } from '../runs/live-mark.tsx';
import { FailedJobs } from './failed-jobs.tsx';
import { HealthMap } from './health-map.tsx';
import { MeshFigures } from './mesh-figures.tsx';
import { VendorTraffic } from './vendor-traffic.tsx';

/** The overview looks again by itself. */
const LOOK_MS = 15_000;
/** The most connections on the map. */
const MOST_CONNECTIONS = 200;

/** All connections at once: how well they are, what changed at their sources, what was healed. */
export default function MeshPage() {
  const [overview, refresh] = useGraph(MeshOverviewDocument, {});
  const [map, refreshMap] = useGraph(MeshConnectionsDocument, { first: MOST_CONNECTIONS });
  useEvery(LOOK_MS, () => {
    refresh();
    refreshMap();
  });
  const mesh = known(overview)?.mesh ?? null;
  const connections = known(map)?.connections ?? null;
  return (
    <ConnectFrame title="Mesh" guide="mesh" intro="How well everything that is connected works, over the last day." actions={<LiveMark />}>
      {overview.state === 'loading' && mesh === null ? <Loading label="Loading the mesh" /> : null}
      {overview.state === 'failed' ? <ProblemNote problem={overview.problem} onRetry={refresh} /> : null}
      {map.state === 'loading' && connections === null ? <Loading label="Loading the health map" lines={2} /> : null}
      {map.state === 'failed' ? <ProblemNote problem={map.problem} onRetry={refreshMap} /> : null}
      {mesh?.connections.total === 0 ? (
        <Empty
          icon={Cable}
          title="No data is connected yet"
          actions={
            <ButtonLink look="primary" to="/connections/new">
              Connect data
            </ButtonLink>
          }
        >
          As soon as something is connected, you see here whether it works.
        </Empty>
      ) : null}
      {mesh && mesh.connections.total > 0 ? <MeshFigures mesh={mesh} /> : null}
      {connections && connections.nodes.length > 0 ? <HealthMap connections={connections.nodes} total={connections.totalCount} /> : null}
      {mesh ? <FailedJobs /> : null}
      {mesh && mesh.vendors.length > 0 ? <VendorTraffic vendors={mesh.vendors} /> : null}
    </ConnectFrame>
  );
}
