import type { SyncFieldsFragment } from '../../gql/graphql.ts';
import { formatCount } from '../../ui/format.ts';
import { Figure } from '../runs/figure.tsx';

/** What a sync has brought over so far. */
export function SyncFigures({ sync }: { sync: SyncFieldsFragment }) {
  return (
    <>
      <Figure label="rows new or changed">{formatCount(sync.recordsLanded)}</Figure>
      <Figure label="unchanged">{formatCount(sync.recordsUnchanged)}</Figure>
      <Figure label="gone at the source">{formatCount(sync.recordsRemoved)}</Figure>
      <Figure label="set aside">{formatCount(sync.recordsQuarantined)}</Figure>
    </>
  );
}
