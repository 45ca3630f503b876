import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { LogInDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from './form-text.ts';
import { returnPath } from './return-path.ts';
import { SessionFrame } from './session-frame.tsx';

export default function LogInPage() {
  const { session, expired, open } = useSession();
  const run = useRun();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (session) return <Navigate to={returnPath(search)} replace />;

  const submit = async (form: FormData) => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(LogInDocument, { email: formText(form, 'email').trim(), password: formText(form, 'password') });
    setBusy(false);
    if (!outcome.ok) setProblem(outcome.problem);
    else if (outcome.data.logIn.__typename === 'Session') open(outcome.data.logIn);
    else setProblem(problemOfRefusal(outcome.data.logIn.problems));
  };

  return (
    <SessionFrame
      title="Log in"
      intro={expired ? 'Your session has ended. Log in to go on where you were.' : 'Ask your company’s data in plain English.'}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" look="primary" busy={busy} className="mt-1 min-h-10">
          {busy ? 'Logging in…' : 'Log in'}
        </Button>
      </form>
      <p className="text-muted">
        New here?{' '}
        <Link to={{ pathname: '/register', search: search.toString() }} className="font-medium text-accent underline underline-offset-3">
          Register your company
        </Link>
      </p>
    </SessionFrame>
  );
}
