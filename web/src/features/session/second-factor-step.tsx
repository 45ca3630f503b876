import { useState } from 'react';
import { CompleteSecondFactorDocument } from '../../gql/graphql.ts';
import type { SessionFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { formText } from './form-text.ts';
import { useWait } from './use-wait.ts';
import { WaitNote } from './wait-note.tsx';

interface SecondFactorStepProps {
  challenge: string;
  onOpened: (session: SessionFieldsFragment) => void;
  onBack: () => void;
}

/** The code of the authenticator, or one of the recovery codes. */
export function SecondFactorStep({ challenge, onOpened, onBack }: SecondFactorStepProps) {
  const run = useRun();
  const [recovery, setRecovery] = useState(false);
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(['code'], take);
  const submit = async (data: FormData) => {
    const code = formText(data, 'code').replaceAll(/\s/g, '');
    const opened = await send(run(CompleteSecondFactorDocument, { challenge, code }), (given) => given.completeSecondFactor);
    if (opened?.__typename === 'Session') onOpened(opened);
  };
  return (
    <>
      {left > 0 ? <WaitNote left={left}>The code is still needed after that.</WaitNote> : null}
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          key={String(recovery)}
          label={recovery ? 'Recovery code' : 'Code of your authenticator'}
          name="code"
          required
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          spellCheck={false}
          autoCapitalize="none"
          hint={recovery ? 'One of the codes that you kept when you set it up. Each works once.' : 'Six digits, new every half minute.'}
          problem={beside.code}
        />
        <Button type="submit" look="primary" busy={busy} disabled={left > 0} className="min-h-10">
          {busy ? 'Checking…' : 'Log in'}
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-2">
        <Button look="quiet" onClick={() => setRecovery((now) => !now)} data-recovery>
          {recovery ? 'Use the authenticator' : 'Use a recovery code'}
        </Button>
        <Button look="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </>
  );
}
