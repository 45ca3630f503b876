import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { SignInMethodsDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';

interface SingleSignOnButtonProps {
  email: string;
  /** Where to go afterwards. */
  returnTo: string;
  /** What to say at the e-mail. */
  onHint: (hint: string) => void;
  onProblem: (problem: Problem) => void;
}

/** Leaves for the log-in of somebody’s own company, which their address tells. */
export function SingleSignOnButton({ email, returnTo, onHint, onProblem }: SingleSignOnButtonProps) {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    if (email === '') return onHint('Enter your e-mail first: it says which company’s log-in is yours.');
    setBusy(true);
    const outcome = await run(SignInMethodsDocument, { email });
    setBusy(false);
    if (!outcome.ok) return onProblem(outcome.problem);
    const way = outcome.data.signInMethods.singleSignOn;
    if (!way) return onHint('Single sign-on is not set up for this address. Log in with your password.');
    const url = new URL(way.url, window.location.href);
    if (returnTo !== '/') url.searchParams.set('to', returnTo);
    return window.location.assign(url);
  };
  return (
    <Button busy={busy} onClick={() => void leave()} className="min-h-10" data-single-sign-on>
      <KeyRound aria-hidden size={16} /> Use single sign-on
    </Button>
  );
}
