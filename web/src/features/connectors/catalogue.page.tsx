import { SearchX } from 'lucide-react';
import { ConnectorCatalogueDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';
import { ConnectorGrid } from './connector-grid.tsx';

/** Everything that can be connected: what is read from it, what it can do, and whether it was run against the real thing. */
export default function CataloguePage() {
  const [result, refresh] = useGraph(ConnectorCatalogueDocument, {}, { policy: 'cache-first' });
  const data = known(result);
  return (
    <ConnectFrame
      title="Catalogue"
      intro="Everything that can be connected. Nothing at a source is ever changed; each says what it was run against."
    >
      {result.state === 'loading' && data === null ? <Loading label="Loading the catalogue" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {data?.connectors.length === 0 ? (
        <Empty icon={SearchX} title="Nothing can be connected">
          This server was started without any connector.
        </Empty>
      ) : null}
      {data && data.connectors.length > 0 ? <ConnectorGrid connectors={data.connectors} /> : null}
    </ConnectFrame>
  );
}
