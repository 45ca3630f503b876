import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { AssetRelationsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { RELATIONS } from './relation-words.ts';
import { RelationGraph } from './relation-graph.tsx';

const PAGE = 100;
const NONE = { nodes: [], totalCount: 0 };

/** What an asset has to do with other assets and with people: drawn, and as a table. */
export function AssetRelations({ id, name }: { id: string; name: string }) {
  const [first, setFirst] = useState(PAGE);
  const navigate = useNavigate();
  const [result, refresh] = useGraph(AssetRelationsDocument, { id, first });
  return (
    <Listed
      what="the relations"
      result={result}
      refresh={refresh}
      pick={({ asset }) => asset?.relations ?? NONE}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={Waypoints} title="No relation is known">
          Records that say what it runs on, signs people in with, talks to or is paid by would show here.
        </Empty>
      }
    >
      {(relations) => (
        <>
          <RelationGraph id={id} name={name} relations={relations} onOpen={(other) => void navigate(`/assets/${other}?tab=relations`)} />
          <DataTable
            label="Relations"
            rows={relations}
            rowKey={({ kind, direction, name: end }) => `${kind} ${direction} ${end}`}
            columns={[
              {
                name: 'It',
                sort: ({ kind, direction }) => RELATIONS[kind][direction],
                cell: ({ kind, direction }) => <span className="whitespace-nowrap">{RELATIONS[kind][direction]}</span>,
              },
              {
                name: 'What',
                sort: (row) => row.name,
                cell: ({ other, name: end }) =>
                  other ? (
                    <Link to={`/assets/${other.id}`} dir="auto" className="link">
                      {other.name}
                    </Link>
                  ) : (
                    <span dir="auto">{end}</span>
                  ),
              },
              { name: 'Says', cell: ({ says }) => <span dir="auto">{says}</span> },
              { name: 'Records', numeric: true, sort: ({ count }) => count, cell: ({ count }) => formatCount(count) },
            ]}
          />
        </>
      )}
    </Listed>
  );
}
