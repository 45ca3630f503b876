import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RequestErasureDocument } from '../../gql/graphql.ts';
import type { ErasureTreatment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { identifierInputs, IdentifierFields, newIdentifier } from './identifier-fields.tsx';
import type { Identifier } from './identifier-fields.tsx';
import { TREATMENTS } from './words.ts';

/** A person’s wish to be forgotten: by what they are found, and what becomes of records about them. */
export function ForgetForm({ onClose }: { onClose: () => void }) {
  const run = useRun();
  const navigate = useNavigate();
  const [identifiers, setIdentifiers] = useState<readonly Identifier[]>([newIdentifier(0)]);
  const [treatment, setTreatment] = useState<ErasureTreatment>('PSEUDONYMISE');
  const [related, setRelated] = useState(true);
  const { form, busy, problem, beside, send, submitting } = useForm(['identifiers', 'reason']);
  const submit = async (data: FormData) => {
    const input = {
      identifiers: identifierInputs(identifiers),
      treatment,
      includeRelated: related,
      reason: formText(data, 'reason').trim(),
    };
    const asked = await send(run(RequestErasureDocument, { input }), (given) => given.requestErasure);
    if (asked) await navigate(`/settings/privacy/forget/${asked.request.id}`);
  };
  return (
    <Panel title="Whom to forget">
      <form ref={form} className="grid max-w-2xl gap-5" autoComplete="off" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <IdentifierFields identifiers={identifiers} onChange={setIdentifiers} problem={beside.identifiers} />
        <Switch
          label="Look for what belongs to them as well"
          hint="Names, addresses and numbers that stand beside these in the records found, and nowhere else."
          on={related}
          onChange={setRelated}
          name="related"
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium">What becomes of records about them</legend>
          {(Object.keys(TREATMENTS) as ErasureTreatment[]).map((each) => (
            <RadioCard
              key={each}
              name="treatment"
              label={TREATMENTS[each].label}
              hint={TREATMENTS[each].hint}
              checked={treatment === each}
              onChoose={() => setTreatment(each)}
            />
          ))}
        </fieldset>
        <TextArea
          label="Why"
          name="reason"
          rows={2}
          maxLength={500}
          hint="It stays on record: no names or addresses here."
          problem={beside.reason}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Asking…' : 'Look for them'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
