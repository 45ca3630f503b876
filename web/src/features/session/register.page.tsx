import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { RegisterTenantDocument } from '../../gql/graphql.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { keepDeviceProof } from './device-proof.ts';
import { formText } from './form-text.ts';
import { LINK } from './link-look.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { returnPath } from './return-path.ts';
import { SessionFrame } from './session-frame.tsx';
import { useWait } from './use-wait.ts';
import { WaitNote } from './wait-note.tsx';

const FIELDS = ['tenantName', 'displayName', 'email', 'password'] as const;

/** A new company and its first owner. */
export default function RegisterPage() {
  const { session, open } = useSession();
  const run = useRun();
  const [search] = useSearchParams();
  const [about, setAbout] = useState<readonly string[]>([]);
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS, take);
  if (session) return <Navigate to={returnPath(search)} replace />;

  const submit = async (data: FormData) => {
    const text = (name: (typeof FIELDS)[number]) => formText(data, name).trim();
    const input = {
      tenantName: text('tenantName'),
      displayName: text('displayName'),
      email: text('email'),
      password: formText(data, 'password'),
    };
    const opened = await send(run(RegisterTenantDocument, { input }), (given) => given.registerTenant);
    if (!opened) return;
    keepDeviceProof(input.email, opened.deviceProof);
    open(opened);
  };
  const look = () => {
    const data = form.current ? new FormData(form.current) : null;
    if (data) setAbout(FIELDS.slice(0, 3).flatMap((name) => formText(data, name).split(/[\s@.]+/)));
  };

  return (
    <SessionFrame title="Register your company" intro="You become its owner. Your data stays in a space of its own.">
      {left > 0 ? <WaitNote left={left} /> : null}
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field label="Company" name="tenantName" autoComplete="organization" required autoFocus problem={beside.tenantName} />
        <Field label="Your name" name="displayName" autoComplete="name" required problem={beside.displayName} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required onBlur={look} problem={beside.email} />
        <NewPasswordField label="Password" name="password" about={about} problem={beside.password} />
        <Button type="submit" look="primary" busy={busy} disabled={left > 0} className="mt-1 min-h-10">
          {busy ? 'Registering…' : 'Register'}
        </Button>
      </form>
      <p className="text-muted">
        Already registered?{' '}
        <Link to={{ pathname: '/login', search: search.toString() }} className={LINK}>
          Log in
        </Link>
      </p>
    </SessionFrame>
  );
}
