import { useState } from 'react';
import { ConfirmSecondFactorDocument, StartSecondFactorDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useWait } from '../session/use-wait.ts';
import { WaitNote } from '../session/wait-note.tsx';
import { useForm } from '../settings/use-form.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Step = { kind: 'password' } | { kind: 'scan'; secret: string; uri: string } | { kind: 'codes'; codes: readonly string[] };

/** Sets the second factor up: the password, the QR code, a first code, and the recovery codes. */
export default function Enrol({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const run = useRun();
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(['password', 'code'], take);
  if (step.kind === 'codes') return <RecoveryCodes codes={step.codes} onDone={onDone} />;

  const start = async (data: FormData) => {
    const started = await send(
      run(StartSecondFactorDocument, { password: formText(data, 'password') }),
      (given) => given.startSecondFactor,
    );
    if (started) setStep({ kind: 'scan', secret: started.secret, uri: started.uri });
  };
  const confirm = async (data: FormData) => {
    const code = formText(data, 'code').replaceAll(/\s/g, '');
    const confirmed = await send(run(ConfirmSecondFactorDocument, { code }), (given) => given.confirmSecondFactor);
    if (confirmed) setStep({ kind: 'codes', codes: confirmed.recoveryCodes });
  };
  return (
    <form key={step.kind} ref={form} className="grid gap-4" onSubmit={submitting(step.kind === 'password' ? start : confirm)}>
      {left > 0 ? <WaitNote left={left} /> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {step.kind === 'password' ? (
        <div className="max-w-md">
          <PasswordField
            label="Your password"
            name="password"
            autoComplete="current-password"
            required
            autoFocus
            problem={beside.password}
          />
        </div>
      ) : (
        <div className="flex flex-wrap gap-6">
          <QrCode text={step.uri} label="QR code for your authenticator" />
          <div className="grid min-w-0 flex-1 basis-72 content-start gap-4">
            <p>Scan it with an authenticator, such as the one of your phone or your password manager.</p>
            <p className="text-sm">
              <span className="text-muted">Or type this into it:</span>
              <code className="block font-mono break-all select-all" data-secret>
                {step.secret.match(/.{1,4}/g)?.join(' ')}
              </code>
            </p>
            <Field
              label="The code that it shows"
              name="code"
              required
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              hint="Six digits, new every half minute."
              problem={beside.code}
              className="max-w-56"
            />
          </div>
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={busy} disabled={left > 0}>
          {step.kind === 'password' ? 'Go on' : 'Turn it on'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
