import { Combine } from 'lucide-react';
import { Link } from 'react-router';
import { ResolutionOverviewDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';

const MOST_TYPES = 60;
const count = (value: number | null) => (value === null ? '–' : formatCount(value));

/** Which entity types are resolved, and where a person is asked. */
export default function ResolutionPage() {
  const [result, refresh] = useGraph(ResolutionOverviewDocument, { first: MOST_TYPES });
  const types = result.state === 'ready' ? result.data.entityTypes.nodes : [];
  const inOrder = types.toSorted(
    (a, b) => (b.resolution.possible ?? 0) - (a.resolution.possible ?? 0) || Number(b.resolution.enabled) - Number(a.resolution.enabled),
  );
  return (
    <UnifyFrame
      title="Resolution"
      guide="resolution"
      intro="Which records of different sources are the same thing: merged where that is sure, asked about where it is not, always reversible."
    >
      {result.state === 'loading' ? <Loading label="Loading the entity types" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && types.length === 0 ? (
        <Empty icon={Combine} title="Nothing to resolve yet">
          Once two sources hold the same kind of thing, records that mean the same are found here.
        </Empty>
      ) : null}
      {inOrder.length > 0 ? (
        <DataTable
          label="Entity types"
          rows={inOrder}
          rowKey={({ name }) => name}
          columns={[
            {
              name: 'Entity type',
              cell: (type) => (
                <Link to={`/ontology/resolution/${encodeURIComponent(type.name)}`} data-resolution={type.name} className="font-medium link">
                  {type.pluralLabel}
                </Link>
              ),
            },
            {
              name: 'State',
              cell: ({ resolution }) => (
                <Badge tone={resolution.enabled ? 'good' : 'neutral'}>{resolution.enabled ? 'resolved' : 'as the sources have it'}</Badge>
              ),
            },
            { name: 'Records', numeric: true, cell: ({ recordCount }) => formatCount(recordCount) },
            { name: 'Of several', numeric: true, cell: ({ resolution }) => count(resolution.clusters) },
            { name: 'Merged', numeric: true, cell: ({ resolution }) => count(resolution.merged) },
            {
              name: 'To decide',
              numeric: true,
              cell: ({ resolution }) =>
                resolution.possible ? <Badge tone="accent">{formatCount(resolution.possible)}</Badge> : count(resolution.possible),
            },
          ]}
        />
      ) : null}
    </UnifyFrame>
  );
}
