import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { JournalDocument } from '../../gql/graphql.ts';
import type { JournalQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { EntryRow } from './entry-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { journalFilter, KINDS } from './filters.ts';

const PAGE = 50;

type Entry = JournalQuery['journal']['nodes'][number];

/** What was asked, newest first. */
export function Requests() {
  const [search] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(JournalDocument, { filter: journalFilter(search), first });
  return (
    <section className="grid gap-4" aria-label="What was asked">
      <FilterBar chain="REQUESTS" />
      <Listed
        what="the journal"
        result={result}
        refresh={refresh}
        pick={(data) => data.journal}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={ScrollText} title="No request fits">
            {search.size > 0 ? 'Take a filter away to see more.' : 'Requests are written a moment after they were answered.'}
          </Empty>
        }
      >
        {(entries) => (
          <ul className="panel divide-y divide-line" aria-label="Requests">
            {entries.map((entry) => (
              <RequestRow key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}

function whoOf({ user, userId }: Pick<Entry, 'user' | 'userId'>): string {
  return user?.displayName ?? (userId === null ? 'The product' : 'Somebody who is gone');
}

function RequestRow({ entry }: { entry: Entry }) {
  const worked = entry.outcome === 'OK';
  return (
    <EntryRow
      entry={entry}
      title={entry.operation || KINDS[entry.kind]}
      about={`${whoOf(entry)} · ${KINDS[entry.kind].toLowerCase()} · ${formatMoment(entry.at)} · ${formatDuration(entry.durationMs)}`}
      mark={<Badge tone={worked ? 'good' : 'bad'}>{worked ? 'OK' : entry.outcome}</Badge>}
      facts={[
        ['Address', entry.address],
        ['Came over', entry.transport === 'SOCKET' ? 'a socket' : 'HTTP'],
        ['Proved by', entry.credentialKind === null ? null : entry.credentialKind === 'KEY' ? 'an API key' : 'a session'],
        ['Id of that', entry.credentialId],
        ['Cost', entry.cost === null ? null : formatCount(entry.cost)],
        ['Document', entry.documentHash],
        ['Trace', entry.traceId],
        ['Ids handed in', entry.touched.length === 0 ? null : entry.touched.join(', ')],
      ]}
    >
      {entry.requestId && entry.kind !== 'QUERY' ? (
        <Link
          to={`/settings/journal/changes?request=${encodeURIComponent(entry.requestId)}`}
          className="justify-self-start font-medium link"
        >
          What it changed
        </Link>
      ) : null}
    </EntryRow>
  );
}
