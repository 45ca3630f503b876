import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { SetResolutionPolicyDocument } from '../../gql/graphql.ts';
import type { TypeResolutionQuery, WithinSource } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Histogram } from '../../ui/charts/histogram.tsx';
import { formatWeight } from '../../ui/charts/weights.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Field } from '../../ui/field.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { WITHIN_SOURCE } from './words.ts';

export type TypeOf = NonNullable<TypeResolutionQuery['entityType']>;

/** How the scores of pairs are spread, and where they are cut. */
export function Scores({ type }: { type: TypeOf }) {
  const { histogram, model, policy } = type.resolution;
  if (model === null)
    return (
      <p className="text-muted">
        Nothing has been learned yet: records are compared once two tables feed this type, or when you say so below.
      </p>
    );
  const match = policy.matchThreshold ?? model.matchThreshold;
  const possible = policy.possibleThreshold ?? model.possibleThreshold;
  const labels = new Map(type.attributes.map(({ name, label }) => [name, label]));
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Panel>
        <Histogram
          title="Scores of compared pairs, in bits of evidence"
          counted="Pairs"
          bins={histogram.map(({ from, to, pairs }) => ({ from, to, count: pairs }))}
          format={formatWeight}
          look={(middle) => (middle >= match ? 'fill-high' : middle >= possible ? 'fill-medium' : 'fill-control')}
          marks={[
            { at: possible, label: 'asked from' },
            { at: match, label: 'merged from' },
          ]}
        />
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          <span>left: different</span>
          <span>between the lines: a person is asked</span>
          <span>right: merged</span>
        </p>
      </Panel>
      <section className="grid content-start gap-2">
        <p className="text-sm text-muted">
          Learned from {formatCount(model.records)} records without anybody telling, {formatMoment(model.learnedAt)}.
        </p>
        <DataTable
          label="What records are compared by"
          rows={model.fields}
          rowKey={({ name, kind }) => `${name} ${kind}`}
          columns={[
            { name: 'Compared', cell: ({ name }) => labels.get(name) ?? name },
            { name: 'As', cell: ({ kind }) => kind.toLowerCase() },
            { name: 'Equal says, at most', numeric: true, cell: ({ most }) => formatWeight(most) },
            { name: 'Different says, at most', numeric: true, cell: ({ least }) => formatWeight(least) },
          ]}
        />
      </section>
    </div>
  );
}

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace('−', '-')));

/** What may be merged without asking. */
export function PolicyForm({ type, refresh }: { type: TypeOf; refresh: () => void }) {
  const { policy, model, enabled } = type.resolution;
  const run = useRun();
  const may = useMay('resolution.manage');
  const [on, setOn] = useState(enabled);
  const [within, setWithin] = useState<WithinSource>(policy.withinSource);
  const [oneEach, setOneEach] = useState(policy.oneEach);
  const [match, setMatch] = useState(policy.matchThreshold?.toString() ?? '');
  const [possible, setPossible] = useState(policy.possibleThreshold?.toString() ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const input = {
      entityType: type.name,
      enabled: on,
      withinSource: within,
      oneEach,
      matchThreshold: numberOf(match),
      possibleThreshold: numberOf(possible),
    };
    const outcome = await run(SetResolutionPolicyDocument, { input });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.setResolutionPolicy;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    return notify('success', 'The policy holds from now on', 'Records are gone through again where that changes anything.');
  };
  return (
    <Panel title="What may be merged">
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Switch
          label={`Find ${type.pluralLabel.toLowerCase()} that are the same`}
          on={on}
          disabled={!may}
          onChange={setOn}
          name="resolution"
        />
        <fieldset className="grid gap-2 sm:grid-cols-3" disabled={!may}>
          <legend className="mb-2 text-sm font-medium">Records of one source that look alike</legend>
          {(Object.keys(WITHIN_SOURCE) as WithinSource[]).map((each) => (
            <RadioCard
              key={each}
              name="within"
              label={WITHIN_SOURCE[each].label}
              hint={WITHIN_SOURCE[each].hint}
              checked={within === each}
              onChoose={() => setWithin(each)}
            />
          ))}
        </fieldset>
        <Switch
          label="One record of each source at most"
          hint="People may still merge more."
          on={oneEach}
          disabled={!may}
          onChange={setOneEach}
          name="one-each"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Ask a person from"
            hint={model ? `As learned: ${formatWeight(model.possibleThreshold)}` : 'Bits of evidence; as learned when empty'}
            inputMode="decimal"
            value={possible}
            disabled={!may}
            onChange={(event) => setPossible(event.target.value)}
          />
          <Field
            label="Merge without asking from"
            hint={model ? `As learned: ${formatWeight(model.matchThreshold)}` : 'Bits of evidence; as learned when empty'}
            inputMode="decimal"
            value={match}
            disabled={!may}
            onChange={(event) => setMatch(event.target.value)}
          />
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
        {may ? (
          <Button type="submit" look="primary" busy={busy} className="justify-self-start">
            Set the policy
          </Button>
        ) : (
          <p className="text-sm text-muted">Your role may not change this.</p>
        )}
      </form>
    </Panel>
  );
}
