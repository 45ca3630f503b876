import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { MappingPolicyDocument, SetMappingPolicyDocument } from '../../gql/graphql.ts';
import type { MappingPolicyQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';

/** A share as a whole percentage in a field, and back. */
const percent = (share: number) => String(Math.round(share * 1000) / 10);

function Form({ policy, refresh }: { policy: MappingPolicyQuery['mappingPolicy']; refresh: () => void }) {
  const run = useRun();
  const may = useMay('mappings.policy');
  const [on, setOn] = useState(policy.autoAccept);
  const [auto, setAuto] = useState(percent(policy.thresholds.auto));
  const [review, setReview] = useState(percent(policy.thresholds.review));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(SetMappingPolicyDocument, {
      input: { autoAccept: on, auto: Number(auto) / 100, review: Number(review) / 100 },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.setMappingPolicy;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    return notify('success', 'The policy holds from now on');
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Switch
        label="Accept by itself what is sure"
        hint="A proposal is published without asking when every column of it is at least as sure as below."
        on={on}
        disabled={!may}
        onChange={setOn}
        name="auto-accept"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Sure from (%)" inputMode="decimal" value={auto} disabled={!may} onChange={(event) => setAuto(event.target.value)} />
        <Field
          label="Left as it is below (%)"
          hint="Between the two a person reviews"
          inputMode="decimal"
          value={review}
          disabled={!may}
          onChange={(event) => setReview(event.target.value)}
        />
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {may ? (
        <Button type="submit" busy={busy} className="justify-self-start">
          Set the policy
        </Button>
      ) : null}
    </form>
  );
}

/** From how sure on columns are mapped by themselves, and when a person is asked. */
export function MappingPolicyPanel() {
  const [result, refresh] = useGraph(MappingPolicyDocument, {});
  if (result.state !== 'ready') return null;
  const { mappingPolicy } = result.data;
  return (
    <Panel title="What may be mapped by itself">
      <Form key={JSON.stringify(mappingPolicy)} policy={mappingPolicy} refresh={refresh} />
    </Panel>
  );
}
