import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RunFarmDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { FORM_WORDS } from './looks.ts';
import { FARM_FORMS } from './report.ts';
import { formIn, SCENARIOS, withForm } from './scenarios.ts';

type Size = (typeof SCENARIOS)[number]['key'];

/** A stress test to begin: a size, or a scenario written as JSON. The same seed makes the same schedule. */
export function FarmForm({ onClose }: { onClose: () => void }) {
  const run = useRun();
  const navigate = useNavigate();
  const { form, busy, problem, beside, send, fail, submitting } = useForm(['scenario']);
  const [size, setSize] = useState<Size>('small');
  const [text, setText] = useState(() => JSON.stringify(SCENARIOS[0].scenario, null, 2));
  const start = async () => {
    let scenario: Record<string, unknown>;
    try {
      scenario = JSON.parse(text) as Record<string, unknown>;
    } catch (error) {
      return fail({
        code: 'INVALID_JSON',
        message: 'The scenario is not JSON.',
        todo: error instanceof Error ? error.message : '',
        retry: false,
      });
    }
    const started = await send(run(RunFarmDocument, { scenario }), (data) => data.runFarm);
    return started ? navigate(`/agents/farm/${started.farmRun.id}`) : undefined;
  };
  return (
    <Sheet title="New stress test" onClose={onClose}>
      <form ref={form} className="grid gap-4" noValidate onSubmit={submitting(start)} data-farm-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Segments
          label="Size"
          value={size}
          options={SCENARIOS.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            setSize(key);
            const { scenario } = SCENARIOS.find((each) => each.key === key) ?? SCENARIOS[0];
            setText(withForm(JSON.stringify(scenario, null, 2), formIn(text)));
          }}
        />
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="sr-only">What it runs on</legend>
          {FARM_FORMS.map((each) => (
            <RadioCard
              key={each}
              name="form"
              label={each === 'EXECUTOR' ? 'On the executor' : 'A rehearsal'}
              hint={FORM_WORDS[each].hint}
              checked={formIn(text) === each}
              onChoose={() => setText(withForm(text, each))}
            />
          ))}
        </fieldset>
        <TextArea
          label="Scenario, as JSON"
          name="scenario"
          rows={14}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
          value={text}
          problem={beside['scenario']}
          spellCheck={false}
          hint="The same seed makes the same faults at the same places. What is right is foretold before it begins."
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Begin
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
