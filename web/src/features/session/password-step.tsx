import { useState } from 'react';
import { Link } from 'react-router';
import { LogInDocument } from '../../gql/graphql.ts';
import type { SessionFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { deviceProof } from './device-proof.ts';
import { formText } from './form-text.ts';
import { LINK } from './link-look.ts';
import { SingleSignOnButton } from './single-sign-on-button.tsx';
import { useWait } from './use-wait.ts';
import { WaitNote } from './wait-note.tsx';

interface PasswordStepProps {
  /** Whose log-in it is, as far as that is known. */
  email?: string;
  /** Where somebody who comes back from single sign-on goes. */
  returnTo: string;
  onOpened: (email: string, session: SessionFieldsFragment) => void;
  onChallenge: (email: string, challenge: string) => void;
}

/** E-mail and password, or the way to the company's own log-in. */
export function PasswordStep({ email: known = '', returnTo, onOpened, onChallenge }: PasswordStepProps) {
  const run = useRun();
  const { left, take } = useWait();
  const [email, setEmail] = useState(known);
  const [hint, setHint] = useState<string | undefined>();
  const { form, busy, problem, beside, clear, fail, send, submitting } = useForm(['email', 'password'], take);
  const address = email.trim();

  const submit = async (data: FormData) => {
    const asked = run(LogInDocument, { email: address, password: formText(data, 'password'), device: deviceProof(address) });
    const given = await send(asked, (reply) => reply.logIn);
    if (given?.__typename === 'Session') onOpened(address, given);
    if (given?.__typename === 'SecondFactorRequired') onChallenge(address, given.challenge);
  };
  return (
    <>
      {left > 0 ? (
        <WaitNote left={left}>A device that has logged in before need not wait, and a new password ends the wait.</WaitNote>
      ) : null}
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={known === ''}
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setHint(undefined);
          }}
          problem={hint ?? beside.email}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          autoFocus={known !== ''}
          problem={beside.password}
        />
        <Link
          to={address === '' ? '/forgot-password' : `/forgot-password?email=${encodeURIComponent(address)}`}
          className={`justify-self-start text-sm ${LINK}`}
        >
          Forgotten your password?
        </Link>
        <Button type="submit" look="primary" busy={busy} disabled={left > 0} className="min-h-10">
          {busy ? 'Logging in…' : 'Log in'}
        </Button>
        <SingleSignOnButton
          email={address}
          returnTo={returnTo}
          onHint={(said) => {
            clear();
            setHint(said);
            form.current?.querySelector<HTMLInputElement>('[name="email"]')?.focus();
          }}
          onProblem={(failed) => {
            if (!take(failed)) fail(failed);
          }}
        />
      </form>
    </>
  );
}
