import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { SaveTimeMoneyDocument } from '../../gql/graphql.ts';
import type { FiscalYearNaming, QuarterMeaning, TimeMoneyFieldsFragment, WeekStart } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const NAMED: Record<FiscalYearNaming, string> = { START: 'the year it starts in', END: 'the year it ends in' };
const QUARTERS: Record<QuarterMeaning, string> = { CALENDAR: 'of the calendar: Q1 is January to March', FISCAL: 'of the fiscal year' };
const WEEKS: Record<WeekStart, string> = { MONDAY: 'Monday', SUNDAY: 'Sunday', SATURDAY: 'Saturday' };

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const oneOf = <Value extends string>(words: Record<Value, string>, value: string, now: Value): Value =>
  value in words ? (value as Value) : now;

/** How the company counts time and money. It holds for every question from now on. */
export function CalendarForm({ settings, refresh }: { settings: TimeMoneyFieldsFragment; refresh: () => void }) {
  const run = useRun();
  const may = useMay('insights-settings.write');
  const [draft, setDraft] = useState({ ...settings, reportingCurrency: settings.reportingCurrency ?? '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (next: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    const { fiscalYearStartMonth, fiscalYearNamedBy, quarters, weekStart, reportingCurrency } = draft;
    setBusy(true);
    setProblem(null);
    const outcome = await run(SaveTimeMoneyDocument, {
      input: {
        fiscalYearStartMonth,
        fiscalYearNamedBy,
        quarters,
        weekStart,
        reportingCurrency: reportingCurrency.trim().toUpperCase() || null,
      },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveInsightsSettings;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    return notify('success', 'It holds from now on', 'Every question counts by it.');
  };
  return (
    <Panel title="Calendar and currency">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={!may} className="grid gap-4 sm:grid-cols-2">
          <legend className="sr-only">How time and money are counted</legend>
          <Choice
            label="The fiscal year starts in"
            value={String(draft.fiscalYearStartMonth)}
            options={MONTHS.map((label, index) => ({ value: String(index + 1), label }))}
            onChange={(event) => change({ fiscalYearStartMonth: Number(event.target.value) })}
          />
          <Choice
            label="and is called after"
            value={draft.fiscalYearNamedBy}
            options={options(NAMED)}
            onChange={(event) => change({ fiscalYearNamedBy: oneOf(NAMED, event.target.value, draft.fiscalYearNamedBy) })}
          />
          <Choice
            label="Quarters are"
            value={draft.quarters}
            options={options(QUARTERS)}
            onChange={(event) => change({ quarters: oneOf(QUARTERS, event.target.value, draft.quarters) })}
          />
          <Choice
            label="Weeks start on"
            value={draft.weekStart}
            options={options(WEEKS)}
            onChange={(event) => change({ weekStart: oneOf(WEEKS, event.target.value, draft.weekStart) })}
          />
          <Field
            label="Amounts are told in"
            name="currency"
            hint="Three letters such as USD; empty: each in its own, never mixed"
            maxLength={3}
            value={draft.reportingCurrency}
            onChange={(event) => change({ reportingCurrency: event.target.value })}
          />
        </fieldset>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          {may ? (
            <Button type="submit" look="primary" busy={busy}>
              Save
            </Button>
          ) : (
            <p className="text-sm text-muted">Your role may not change this.</p>
          )}
          {settings.changedAt ? (
            <p className="text-sm text-muted">
              {settings.changedBy?.displayName ?? 'Somebody'}, {formatMoment(settings.changedAt)}
            </p>
          ) : null}
        </div>
      </form>
    </Panel>
  );
}
