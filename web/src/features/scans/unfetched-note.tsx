import type { ReactNode } from 'react';
import type { ScanFieldsFragment } from '../../gql/graphql.ts';
import { Callout } from '../../ui/callout.tsx';
import { plural } from '../../ui/format.ts';

interface UnfetchedNoteProps {
  unfetched: ScanFieldsFragment['unfetched'];
  actions?: ReactNode;
}

/** Feeds that a scan could not fetch, and what to do about each: what it found is as old as what had come from there before. */
export function UnfetchedNote({ unfetched, actions }: UnfetchedNoteProps) {
  return (
    <Callout tone="warning" title={`${plural(unfetched.length, 'feed')} could not be fetched`} actions={actions}>
      <p>What came from there before counts, where anything did.</p>
      <ul className="mt-1 grid gap-1">
        {unfetched.map(({ feed, message, todo }) => (
          <li key={feed.id} data-unfetched={feed.name}>
            <span dir="auto" className="font-medium">
              {feed.name}
            </span>
            : {message} {todo}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
