import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { RetentionRulesDocument, RunRetentionDocument, SetRetentionRuleDocument } from '../../gql/graphql.ts';
import type { RetentionFieldsFragment } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatCount, formatDay, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';

type Rule = RetentionFieldsFragment;

/** For how long each kind of thing is kept, within what the platform allows. */
export default function Retention() {
  const run = useRun();
  const navigate = useNavigate();
  const may = useViewer()?.actions.includes('privacy.configure') ?? false;
  const [result, refresh] = useGraph(RetentionRulesDocument, {});
  const [busy, setBusy] = useState(false);
  if (result.state === 'loading') return <Loading label="Loading the rules" />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const preview = async () => {
    setBusy(true);
    const outcome = await run(RunRetentionDocument, { dryRun: true });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return navigate(`/runs/${outcome.data.runRetention.runId}`);
  };
  return (
    <section className="grid gap-4" aria-label="Retention">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[72ch] text-muted">
          What is older is deleted once a day. A preview counts what would go now, and deletes nothing; it is a run that you can watch.
        </p>
        {may ? (
          <Button busy={busy} onClick={() => void preview()} data-preview>
            Preview what would go
          </Button>
        ) : null}
      </div>
      <ul className="panel divide-y divide-line" aria-label="Rules">
        {result.data.retentionRules.map((rule) => (
          <RuleRow key={`${rule.kind} ${rule.days}`} rule={rule} may={may} />
        ))}
      </ul>
    </section>
  );
}

function keptFor(days: number | null): string {
  return days === null ? 'Kept for good' : `Kept ${plural(days, 'day')}`;
}

function RuleRow({ rule, may }: { rule: Rule; may: boolean }) {
  const run = useRun();
  const [editing, setEditing] = useState(false);
  const { form, busy, problem, beside, send, submitting } = useForm(['days']);
  const save = async (days: number | null, undoing = false) => {
    const before = rule.days;
    const saved = await send(run(SetRetentionRuleDocument, { kind: rule.kind, days }), (given) => given.setRetentionRule);
    if (!saved) return;
    setEditing(false);
    notify(
      'success',
      `${rule.title}: ${keptFor(saved.rule.days).toLowerCase()}`,
      undefined,
      undoing ? undefined : { label: 'Undo', run: () => void save(before, true) },
    );
  };
  const bounds = `${formatCount(rule.minimumDays)} to ${formatCount(rule.maximumDays)} days`;
  return (
    <li className="grid gap-3 p-4" data-retention={rule.kind} data-days={rule.days ?? ''}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">{rule.title}</p>
          <p className="text-sm text-muted">
            {rule.lastRunAt
              ? `Last seen to on ${formatDay(rule.lastRunAt)}: ${plural(rule.lastDeleted ?? 0, 'entry', 'entries')} went.`
              : 'Not seen to yet.'}
          </p>
        </div>
        <p className="font-medium">{keptFor(rule.days)}</p>
        {rule.chosen ? <Badge tone="accent">your choice</Badge> : <Badge>platform’s</Badge>}
        {may && !editing ? (
          <Button onClick={() => setEditing(true)} aria-label={`Change: ${rule.title}`}>
            Change
          </Button>
        ) : null}
      </div>
      {editing ? (
        <form ref={form} className="flex flex-wrap items-start gap-3" onSubmit={submitting((data) => save(Number(formText(data, 'days'))))}>
          <Field
            label="Days"
            name="days"
            type="number"
            inputMode="numeric"
            required
            autoFocus
            min={rule.minimumDays}
            max={rule.maximumDays}
            defaultValue={rule.days ?? ''}
            hint={bounds}
            problem={beside.days}
            className="w-44"
          />
          <div className="flex flex-wrap gap-2 pt-6">
            <Button type="submit" look="primary" busy={busy}>
              Save
            </Button>
            {rule.chosen ? (
              <Button busy={busy} onClick={() => void save(null)}>
                Back to the platform’s
              </Button>
            ) : null}
            <Button look="quiet" onClick={() => setEditing(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
    </li>
  );
}
