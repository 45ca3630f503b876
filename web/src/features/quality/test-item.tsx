import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { FailingRecordsDocument, RemoveDataTestDocument, SaveDataTestDocument } from '../../gql/graphql.ts';
import type { TestFieldsFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import type { QualityType } from './coverage.tsx';
import { TEST_KINDS, TEST_SEVERITIES, TEST_STATUSES } from './words.ts';

const MOST_TESTS = 100;

/** Some of the records that a test does not hold for. */
function Failing({ test }: { test: TestFieldsFragment }) {
  const [result] = useGraph(FailingRecordsDocument, { entityType: test.entityTypeName, first: MOST_TESTS });
  if (result.state === 'loading') return <p className="text-sm text-muted">Loading the records…</p>;
  const records = result.state === 'ready' ? (result.data.dataTests.nodes.find(({ id }) => id === test.id)?.failingRecords ?? []) : [];
  if (records.length === 0) return <p className="text-sm text-muted">No single record can be named.</p>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="Records it fails for">
      {records.map((record) => (
        <li key={record.id}>
          <Link to={`/ontology/records/${record.id}`} className="link">
            {record.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What it asks, with its bounds. */
function asks({ kind, minimum, maximum, maxAgeHours }: TestFieldsFragment): string {
  if (kind === 'RANGE') return `from ${minimum ?? 'anything'} to ${maximum ?? 'anything'}`;
  if (kind === 'FRESHNESS' && maxAgeHours !== null) return `not older than ${maxAgeHours} hours`;
  return TEST_KINDS[kind].hint;
}

interface TestItemProps {
  test: TestFieldsFragment;
  type: QualityType | null;
  may: boolean;
  refresh: () => void;
}

/** One test: what it asks, how it stands, and for which records it does not hold. */
export function TestItem({ test, type, may, refresh }: TestItemProps) {
  const run = useRun();
  const [open, setOpen] = useState(false);
  const { word, tone } = TEST_STATUSES[test.status];
  const named =
    [...(type?.attributes ?? []), ...(type?.relations ?? [])].find(({ name }) => name === test.attribute)?.label ?? test.attribute;
  const remove = async () => {
    const outcome = await run(RemoveDataTestDocument, { id: test.id });
    refresh();
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
  };
  const toggle = async () => {
    const outcome = await run(SaveDataTestDocument, {
      input: { id: test.id, entityType: test.entityTypeName, kind: test.kind, attribute: test.attribute, enabled: !test.enabled },
    });
    refresh();
    const result = outcome.ok ? outcome.data.saveDataTest : null;
    const problem = !outcome.ok ? outcome.problem : result?.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <li className="grid gap-1.5 px-4 py-3" data-test={test.kind} data-status={test.status}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={test.enabled ? tone : 'neutral'}>{test.enabled ? word : 'off'}</Badge>
          <span className="font-medium">
            {type?.label ?? test.entityTypeName}
            {named ? ` – ${named}` : ''}
          </span>
          <span>{TEST_KINDS[test.kind].word}</span>
          {test.severity === 'CRITICAL' ? <Badge tone="warning">{TEST_SEVERITIES.CRITICAL}</Badge> : null}
          {test.proposed ? <Badge>proposed by itself</Badge> : null}
        </p>
        <span className="flex items-center gap-1">
          {test.failing > 0 ? (
            <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {formatCount(test.failing)} {test.failing === 1 ? 'record' : 'records'}
            </Button>
          ) : null}
          {may ? (
            <>
              <Button look="quiet" onClick={() => void toggle()}>
                {test.enabled ? 'Turn off' : 'Turn on'}
              </Button>
              <IconButton
                label={`Remove the test: ${named ?? test.entityTypeName} ${TEST_KINDS[test.kind].word}`}
                onClick={() => void remove()}
              >
                <Trash2 aria-hidden size={15} />
              </IconButton>
            </>
          ) : null}
        </span>
      </div>
      <p className="text-sm text-muted">
        {test.finding ?? asks(test)}
        {test.lastRunAt ? ` · ${formatCount(test.checked)} looked at, ${formatMoment(test.lastRunAt)}` : ''}
        {test.failingSince ? ` · failing since ${formatMoment(test.failingSince)}` : ''}
      </p>
      {open ? <Failing test={test} /> : null}
    </li>
  );
}
