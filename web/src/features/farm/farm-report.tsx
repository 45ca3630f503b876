import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatPercent, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { formatDollars } from '../act/money.ts';
import { Figure } from '../runs/figure.tsx';
import { FORM_WORDS, words } from './looks.ts';
import type { FarmReport } from './report.ts';

const MICROS_PER_DOLLAR = 1_000_000;

/** What a stress test came to: how many ended well, what was broken on purpose, what broke for real, and why. */
export function FarmReportView({ report }: { report: FarmReport }) {
  const { runs, faults, broken } = report;
  return (
    <>
      <Panel title="What came of it" aside={report.form === null ? null : <Badge tone="accent">{FORM_WORDS[report.form].word}</Badge>}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4 xl:grid-cols-8">
          <Figure label="runs">{formatCount(runs.total)}</Figure>
          <Figure label="ended well">
            {formatCount(runs.succeeded)}
            {runs.total > 0 ? (
              <span className="text-sm font-normal text-muted"> {formatPercent(runs.succeeded / runs.total, 0)}</span>
            ) : null}
          </Figure>
          <Figure label="failed">{formatCount(runs.failed)}</Figure>
          <Figure label="stuck">{formatCount(runs.stuck)}</Figure>
          <Figure label="not as foretold">{formatCount(runs.different)}</Figure>
          <Figure label="approvals">{formatCount(report.approvals)}</Figure>
          <Figure label="workers lost">{formatCount(report.workersLost)}</Figure>
          <Figure label="cost">{formatDollars(report.costMicros / MICROS_PER_DOLLAR)}</Figure>
        </dl>
      </Panel>
      <section className="grid gap-3">
        <h2 className="text-md font-semibold">What was broken on purpose</h2>
        <DataTable
          label="Faults"
          rows={faults}
          rowKey={({ kind }) => kind}
          empty="Nothing was."
          columns={[
            { name: 'Fault', cell: ({ kind }) => words(kind) },
            { name: 'Planned', numeric: true, sort: ({ scheduled }) => scheduled, cell: ({ scheduled }) => formatCount(scheduled) },
            { name: 'Took effect', numeric: true, sort: ({ tookEffect }) => tookEffect, cell: ({ tookEffect }) => formatCount(tookEffect) },
            { name: 'Survived', numeric: true, sort: ({ survived }) => survived, cell: ({ survived }) => formatCount(survived) },
          ]}
        />
      </section>
      <section className="grid gap-3">
        <h2 className="text-md font-semibold">What broke, and why</h2>
        {broken.length === 0 ? <p className="text-muted">Nothing did.</p> : null}
        <ul aria-label="What broke" className="grid gap-3">
          {broken.map((each, index) => (
            <li key={index} className="panel grid gap-1.5 p-4">
              <p className="flex flex-wrap items-center gap-2.5">
                <span className="font-medium">{each.workflow}</span>
                <Badge>{words(each.shape)}</Badge>
                <span className="text-sm text-muted">{each.agent}</span>
              </p>
              {each.problem === '' ? null : <p>{each.problem}</p>}
              {each.faults.length > 0 ? (
                <p className="text-sm text-muted">
                  {plural(each.faults.length, 'fault')}: {each.faults.join('; ')}
                </p>
              ) : null}
              {each.differences.length > 0 ? <p className="text-sm text-low">Not as foretold: {each.differences.join('; ')}</p> : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
