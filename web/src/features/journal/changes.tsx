import { FileDiff } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AuditTrailDocument } from '../../gql/graphql.ts';
import type { AuditTrailQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { DiffTable } from './diff-table.tsx';
import { EntryRow } from './entry-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { auditFilter } from './filters.ts';

const PAGE = 50;

type Entry = AuditTrailQuery['auditTrail']['nodes'][number];

/** What changed, before and after, newest first. */
export default function Changes() {
  const [search] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(AuditTrailDocument, { filter: auditFilter(search), first });
  return (
    <section className="grid gap-4" aria-label="What changed">
      <FilterBar chain="CHANGES" />
      <Listed
        what="the changes"
        result={result}
        refresh={refresh}
        pick={(data) => data.auditTrail}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={FileDiff} title="No change fits">
            {search.size > 0 ? 'Take a filter away to see more.' : 'Everything that changes from now on is here, before and after.'}
          </Empty>
        }
      >
        {(entries) => (
          <ul className="panel divide-y divide-line" aria-label="Changes">
            {entries.map((entry) => (
              <ChangeRow key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}

function ChangeRow({ entry }: { entry: Entry }) {
  const { action, subjectType, subjectId, user, userId, at, before, after, erased, requestId } = entry;
  const who = user?.displayName ?? (userId === null ? 'The product' : 'Somebody who is gone');
  return (
    <EntryRow
      entry={entry}
      title={action}
      about={`${who} · ${subjectType} · ${formatMoment(at)}`}
      mark={erased ? <Badge>erased</Badge> : undefined}
      facts={[
        ['Kind', subjectType],
        ['Id', subjectId],
      ]}
    >
      {erased ? (
        <p>Before and after were erased since, because somebody had to be forgotten. That it happened, when and by whom stays.</p>
      ) : (
        <DiffTable before={before} after={after} />
      )}
      {requestId ? (
        <Link to={`/settings/journal?request=${encodeURIComponent(requestId)}`} className="justify-self-start font-medium link">
          The request it came of
        </Link>
      ) : null}
    </EntryRow>
  );
}
