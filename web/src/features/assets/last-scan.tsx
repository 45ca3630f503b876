import { Radar } from 'lucide-react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ScansDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Empty } from '../../ui/states.tsx';
import { UnfetchedNote } from '../scans/unfetched-note.tsx';
import { DemoButton } from '../workspaces/demo-button.tsx';

/** How fresh the catalogue is: before the first scan how applications get into it, after one which feeds it could not fetch. */
export function LastScan({ empty }: { empty: boolean }) {
  const mayScan = useMay('discovery.scan');
  const mayAdd = useMay('discovery.write');
  const [result] = useGraph(ScansDocument, { first: 1 });
  const scans = known(result)?.scans;
  const last = scans?.nodes[0];
  if (last && last.unfetched.length > 0)
    return (
      <UnfetchedNote
        unfetched={last.unfetched}
        actions={
          <Link to={`/assets/scans/${last.id}`} className="link">
            Look at scan {last.number}
          </Link>
        }
      />
    );
  if (!empty && scans?.totalCount !== 0) return null;
  const actions = (
    <>
      {mayScan ? (
        <ButtonLink to="/assets/scans" look="primary">
          Scan telemetry
        </ButtonLink>
      ) : null}
      {mayAdd ? <ButtonLink to="/assets/scans?add=feed">Add a feed</ButtonLink> : null}
      <ButtonLink to="/connections/new">Connect data</ButtonLink>
      <DemoButton />
    </>
  );
  const how =
    'Drop exports and logs of sensors, identity providers, clouds or books, or have them fetched or sent; a scan then says what runs, who owns it and what it risks.';
  return empty ? (
    <Empty icon={Radar} title="The catalogue is empty" actions={actions}>
      {how} Connections and the tables they bring are listed by themselves.
    </Empty>
  ) : (
    <Callout title="Nothing has been scanned yet" actions={actions}>
      Here is what connections brought. {how}
    </Callout>
  );
}
