import { Link } from 'react-router';
import type { TriageFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatAgo, formatDay, formatMoment, plural } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { codeWords, SEVERITIES } from '../discover/words.ts';
import { STATUSES } from './looks.ts';
import type { Decision } from './use-triage.ts';

interface FindingRowProps {
  finding: TriageFieldsFragment;
  people: readonly { value: string; label: string }[];
  /** Whether the asset is named: not on the asset’s own page. */
  named: boolean;
  current: boolean;
  may: boolean;
  onCurrent: () => void;
  onAccept: () => void;
  onDecide: (decision: Decision) => void;
}

/** One finding: what is the matter, why, what to do, who takes care of it, and the ways to decide about it. */
export function FindingRow({ finding, people, named, current, may, onCurrent, onAccept, onDecide }: FindingRowProps) {
  const now = useNow();
  const { severity, status, asset, evidence } = finding;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus within it says which one the keys are about
    <li
      className={classes(
        'panel grid gap-x-6 gap-y-3 p-4 lg:grid-cols-[minmax(0,1fr)_auto]',
        current && 'outline-2 -outline-offset-2 outline-accent',
      )}
      data-finding={finding.code}
      data-status={status}
      data-current={current || undefined}
      onFocus={onCurrent}
    >
      <div className="grid min-w-0 content-start gap-2">
        <div className="grid gap-1">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Badge tone={SEVERITIES[severity].tone}>{SEVERITIES[severity].word}</Badge>
            <span dir="auto" className="font-semibold">
              {finding.title}
            </span>
            <Badge tone={STATUSES[status].tone}>
              {STATUSES[status].word}
              {finding.acceptedUntil ? ` until ${formatDay(finding.acceptedUntil)}` : ''}
            </Badge>
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            {named && asset ? (
              <Link to={`/assets/${asset.id}`} className="link">
                {asset.name}
              </Link>
            ) : null}
            <span>{codeWords(finding.code)}</span>
            <span title={formatMoment(finding.firstSeenAt)}>first seen {formatAgo(finding.firstSeenAt, now)}</span>
            {finding.timesOpened > 1 ? <span>opened {plural(finding.timesOpened, 'time')}</span> : null}
          </p>
        </div>
        <p dir="auto" className="max-w-[90ch]">
          {finding.detail}
        </p>
        {finding.remedy ? (
          <p dir="auto" className="max-w-[90ch]">
            <span className="text-muted">To do: </span>
            {finding.remedy}
          </p>
        ) : null}
        {finding.comment ? (
          <p dir="auto" className="text-sm">
            “{finding.comment}”{finding.decider ? <span className="text-muted"> {finding.decider.displayName}</span> : null}
          </p>
        ) : null}
        {evidence.length > 0 ? (
          <Disclosure summary={`Evidence (${evidence.length})`}>
            <ul className="grid gap-1 text-sm">
              {evidence.map(({ plane, record, says }, index) => (
                <li key={index} dir="auto">
                  {says} <span className="font-mono text-xs break-all text-muted">{[plane, record].filter(Boolean).join(' ')}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
      {may ? (
        <div className="flex flex-wrap content-start items-end justify-end gap-2 lg:w-56">
          <Choice
            label="Taken care of by"
            className="w-full"
            value={finding.assignee?.id ?? ''}
            options={people}
            onChange={(event) => onDecide({ kind: 'ASSIGN', userId: event.target.value || null })}
          />
          {status === 'OPEN' ? <Button onClick={onAccept}>Accept…</Button> : null}
          {status === 'OPEN' || status === 'ACCEPTED' ? (
            <Button onClick={() => onDecide({ kind: 'RESOLVE', comment: null })}>Resolve</Button>
          ) : null}
          {status === 'OPEN' ? null : <Button onClick={() => onDecide({ kind: 'REOPEN' })}>Re-open</Button>}
        </div>
      ) : finding.assignee ? (
        <p className="text-sm text-muted">Taken care of by {finding.assignee.displayName}.</p>
      ) : null}
    </li>
  );
}
