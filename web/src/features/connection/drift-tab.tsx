import { Radar } from 'lucide-react';
import { useState } from 'react';
import { DriftsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Empty } from '../../ui/states.tsx';
import { DriftList } from '../drift/drift-list.tsx';
import { ObserveButton } from '../drift/observe-button.tsx';
import { Listed } from '../settings/listed.tsx';
import type { Connection } from './use-connection.ts';

const PAGE = 50;

/** How the connection's source has changed. */
export function DriftTab({ connection }: { connection: Connection }) {
  const [first, setFirst] = useState(PAGE);
  const filter = { connectionId: connection.id, objectId: null, statuses: null, severities: null };
  const [result, refresh] = useGraph(DriftsDocument, { filter, first });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[72ch] text-muted">What changed at the source. It is looked at with every sync, and in between.</p>
        <ObserveButton connections={[connection]} onObserved={refresh} />
      </div>
      <Listed
        what="the changes"
        result={result}
        refresh={refresh}
        pick={(data) => data.drifts}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Radar} title="No drift">
            The source is as it was when it was connected.
          </Empty>
        }
      >
        {(drifts) => <DriftList drifts={drifts} />}
      </Listed>
    </>
  );
}
