import { History } from 'lucide-react';
import { useState } from 'react';
import { ConnectionSyncsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { Backfill } from './backfill.tsx';
import { SyncBars } from './sync-bars.tsx';
import { SyncObjects } from './sync-objects.tsx';
import { SyncTable } from './sync-table.tsx';
import type { Connection } from './use-connection.ts';

const PAGE = 30;

/** The history of syncs: how much each brought over and how long it took. */
export function SyncsTab({ connection, refresh: refreshConnection }: { connection: Connection; refresh: () => void }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(ConnectionSyncsDocument, { id: connection.id, first });
  return (
    <>
      {connection.latestSync ? <SyncObjects sync={connection.latestSync} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-md font-semibold">History</h2>
        <Backfill
          connection={connection}
          onStarted={() => {
            refreshConnection();
            refresh();
          }}
        />
      </div>
      <Listed
        what="the syncs"
        result={result}
        refresh={refresh}
        pick={(data) => data.connection?.syncs ?? { nodes: [], totalCount: 0 }}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={History} title="It has not been read yet">
            Each time the source is read, it stands here with what it brought over.
          </Empty>
        }
      >
        {(syncs) => (
          <>
            {syncs.length > 1 ? (
              <Panel title="The latest syncs">
                <SyncBars syncs={syncs} />
              </Panel>
            ) : null}
            <SyncTable syncs={syncs} />
          </>
        )}
      </Listed>
    </>
  );
}
