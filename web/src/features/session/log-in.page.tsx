import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { SessionFieldsFragment } from '../../gql/graphql.ts';
import { useSession } from '../../graph/session.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { keepDeviceProof } from './device-proof.ts';
import { LINK } from './link-look.ts';
import { PasswordStep } from './password-step.tsx';
import { returnPath } from './return-path.ts';
import { SecondFactorStep } from './second-factor-step.tsx';
import { SessionFrame } from './session-frame.tsx';
import { problemOfAddress } from './single-sign-on-problem.ts';

type Step = { kind: 'password' } | { kind: 'second factor'; email: string; challenge: string };

/** E-mail and password, then the second factor where there is one. Comes back to the page that was wanted. */
export default function LogInPage() {
  const { session, ended, open } = useSession();
  const [search] = useSearchParams();
  const [step, setStep] = useState<Step>({ kind: 'password' });
  if (session) return <Navigate to={returnPath(search)} replace />;

  const enter = (email: string, opened: SessionFieldsFragment) => {
    keepDeviceProof(email, opened.deviceProof);
    open(opened);
  };
  if (step.kind === 'second factor')
    return (
      <SessionFrame title="One more step" intro="Your account asks for a second factor.">
        <SecondFactorStep
          challenge={step.challenge}
          onOpened={(opened) => enter(step.email, opened)}
          onBack={() => setStep({ kind: 'password' })}
        />
      </SessionFrame>
    );
  const problem = problemOfAddress(search);
  return (
    <SessionFrame
      title="Log in"
      intro={ended !== null ? 'Your session has ended. Log in to go on where you were.' : 'Ask your company’s data in plain English.'}
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      <PasswordStep
        returnTo={returnPath(search)}
        onOpened={enter}
        onChallenge={(email, challenge) => setStep({ kind: 'second factor', email, challenge })}
      />
      <p className="text-muted">
        New here?{' '}
        <Link to={{ pathname: '/register', search: search.toString() }} className={LINK}>
          Register your company
        </Link>
      </p>
    </SessionFrame>
  );
}
