import { Download, Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PersonalDataReportDocument } from '../../gql/graphql.ts';
import type { FindingFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { ACTIONS, ALL_TYPES, FOUND_AT, TYPES } from './words.ts';

type Finding = FindingFieldsFragment;

const PAGE = 100;
const HEADER = [
  'source',
  'name',
  'object',
  'column',
  'type',
  'values',
  'estimated',
  'confidence',
  'action',
  'first seen',
  'last seen',
] as const;

function rowOf(each: Finding): readonly unknown[] {
  const { source, sourceName, objectName, columnName, type, count, estimated, confidence, action, firstSeenAt, lastSeenAt } = each;
  return [source, sourceName, objectName, columnName, type, count, estimated, confidence, action, firstSeenAt, lastSeenAt];
}

/** What personal data was found where; never the values themselves. */
export function Report() {
  const [search, setSearch] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const type = ALL_TYPES.find((each) => each === search.get('type')) ?? null;
  const [result, refresh] = useGraph(PersonalDataReportDocument, { type, first });
  const nodes = known(result)?.personalDataReport.nodes ?? [];
  return (
    <section className="grid gap-4" aria-label="What was found">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Choice
          label="Kind"
          className="w-64"
          value={type ?? ''}
          onChange={({ target: { value } }) => setSearch(value === '' ? {} : { type: value }, { replace: true })}
          options={[{ value: '', label: 'Every kind' }, ...ALL_TYPES.map((value) => ({ value, label: TYPES[value] }))]}
        />
        <Button onClick={() => downloadCsv('personal-data', HEADER, nodes.map(rowOf))} disabled={nodes.length === 0}>
          <Download aria-hidden size={15} /> CSV
        </Button>
      </div>
      <Listed
        what="what was found"
        result={result}
        refresh={refresh}
        pick={(data) => data.personalDataReport}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Fingerprint} title={type === null ? 'No personal data was found' : `No ${TYPES[type].toLowerCase()} were found`}>
            Everything that comes in is looked through: connected sources as they are read, questions, and what people tell agents.
          </Empty>
        }
      >
        {(found) => (
          <DataTable
            label="Personal data that was found"
            rows={found}
            rowKey={({ id }) => id}
            columns={[
              { name: 'Where', cell: (each) => <Where finding={each} /> },
              { name: 'What', cell: (each) => TYPES[each.type] },
              { name: 'Values', numeric: true, cell: (each) => `${each.estimated ? 'about ' : ''}${formatCount(each.count)}` },
              { name: 'How sure', cell: (each) => <ConfidenceMark score={each.confidence} /> },
              { name: 'What was done', cell: (each) => <Badge tone={ACTIONS[each.action].tone}>{ACTIONS[each.action].word}</Badge> },
              { name: 'Last seen', cell: (each) => <span className="whitespace-nowrap">{formatDay(each.lastSeenAt)}</span> },
            ]}
          />
        )}
      </Listed>
    </section>
  );
}

function Where({ finding: { source, connection, sourceName, objectName, columnName } }: { finding: Finding }) {
  const place = [objectName, columnName].filter((each) => each !== null).join(' › ');
  return (
    <span className="grid">
      {connection ? (
        <Link to={`/connections/${connection.id}`} className="font-medium hover:underline">
          {sourceName}
        </Link>
      ) : (
        <span className="font-medium">{sourceName || FOUND_AT[source]}</span>
      )}
      {place ? <span className="text-sm text-muted">{place}</span> : null}
    </span>
  );
}
