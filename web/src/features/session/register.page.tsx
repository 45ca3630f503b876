import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { RegisterTenantDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from './form-text.ts';
import { returnPath } from './return-path.ts';
import { SessionFrame } from './session-frame.tsx';

const FIELDS = ['tenantName', 'displayName', 'email', 'password'] as const;
type FieldName = (typeof FIELDS)[number];

function fieldOf(path: string | null): FieldName | null {
  const last = path?.split('.').at(-1);
  return FIELDS.find((name) => name === last) ?? null;
}

export default function RegisterPage() {
  const { session, open } = useSession();
  const run = useRun();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [fieldProblems, setFieldProblems] = useState<Partial<Record<FieldName, string>>>({});
  if (session) return <Navigate to={returnPath(search)} replace />;

  const submit = async (form: FormData) => {
    const value = (name: FieldName) => formText(form, name);
    setBusy(true);
    setProblem(null);
    setFieldProblems({});
    const outcome = await run(RegisterTenantDocument, {
      input: {
        tenantName: value('tenantName').trim(),
        displayName: value('displayName').trim(),
        email: value('email').trim(),
        password: value('password'),
      },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.registerTenant;
    if (result.__typename === 'Session') return open(result);
    const atFields = result.problems.flatMap((each) => {
      const field = fieldOf(each.field);
      return field ? [[field, `${each.message} ${each.todo}`.trim()] as const] : [];
    });
    setFieldProblems(Object.fromEntries(atFields));
    const elsewhere = result.problems.filter((each) => fieldOf(each.field) === null);
    if (elsewhere.length > 0) setProblem(problemOfRefusal(elsewhere));
  };

  return (
    <SessionFrame title="Register your company" intro="You become its owner. Your data stays in a space of its own.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field label="Company" name="tenantName" autoComplete="organization" required autoFocus problem={fieldProblems.tenantName} />
        <Field label="Your name" name="displayName" autoComplete="name" required problem={fieldProblems.displayName} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required problem={fieldProblems.email} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint="A few words you can remember are better than one odd word."
          problem={fieldProblems.password}
        />
        <Button type="submit" look="primary" busy={busy} className="mt-1 min-h-10">
          {busy ? 'Registering…' : 'Register'}
        </Button>
      </form>
      <p className="text-muted">
        Already registered?{' '}
        <Link to={{ pathname: '/login', search: search.toString() }} className="font-medium text-accent underline underline-offset-3">
          Log in
        </Link>
      </p>
    </SessionFrame>
  );
}
