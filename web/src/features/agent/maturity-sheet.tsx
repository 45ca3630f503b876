import { useState } from 'react';
import { SetAgentMaturityDocument } from '../../gql/graphql.ts';
import type { AgentFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { MaturityBar } from './maturity-bar.tsx';
import { stageLook } from './stages.ts';

/** Which stage a score belongs to. */
const stageAt = (maturity: number) =>
  maturity > 0.9 ? 'AUTONOMOUS' : maturity >= 0.7 ? 'SUPERVISED' : maturity >= 0.5 ? 'INTERN' : 'STUDENT';

/** How far an agent is trusted, set by a person with a reason; in force everywhere at once. */
export function MaturitySheet({ agent, onClose }: { agent: AgentFieldsFragment; onClose: () => void }) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(['maturity', 'reason']);
  const [percent, setPercent] = useState(Math.round(agent.maturity * 100));
  const [reason, setReason] = useState('');
  const maturity = percent / 100;
  const stage = stageAt(maturity);
  const save = async () => {
    const saved = await send(
      run(SetAgentMaturityDocument, { id: agent.id, version: agent.version, maturity, reason }),
      (data) => data.setAgentMaturity,
    );
    if (!saved) return;
    notify('success', `${agent.name} is ${stageLook(saved.agent.stage).word} now`);
    onClose();
  };
  return (
    <Sheet title={`Maturity of ${agent.name}`} onClose={onClose}>
      <form ref={form} className="grid gap-5" noValidate onSubmit={submitting(save)} data-maturity-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-2">
          <label className="grid gap-1.5 text-sm font-medium">
            Score, 0 to 100: {percent}
            <input
              type="range"
              name="maturity"
              min={0}
              max={100}
              value={percent}
              className="w-full accent-accent"
              onChange={(event) => setPercent(Number(event.target.value))}
            />
          </label>
          <MaturityBar maturity={maturity} stage={stage} />
          <p>
            <span className="font-medium">{stageLook(stage).word}:</span> {stageLook(stage).may}
          </p>
        </div>
        <Field
          label="Why"
          name="reason"
          value={reason}
          problem={beside['reason'] ?? beside['maturity']}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy} disabled={percent === Math.round(agent.maturity * 100)}>
            Set the maturity
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
