import { useEffect, useRef, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { LogInWithLinkDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { firstPlace } from './first-place.ts';
import { returnPath } from './return-path.ts';
import { SecondFactorStep } from './second-factor-step.tsx';
import { SessionFrame } from './session-frame.tsx';

const NO_CODE: Problem = {
  code: 'LINK_WITHOUT_CODE',
  message: 'This link carries no code.',
  todo: 'Open the whole link that the terminal printed, or log in with your password.',
  retry: false,
};

/** /welcome#<code>: a one-time link, as the terminal prints it. The code is in the fragment so that it reaches no server log. */
export default function WelcomePage() {
  const { session, open } = useSession();
  const run = useRun();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  // The code works once; a second run of the effect must not spend it again.
  const spent = useRef(false);

  useEffect(() => {
    if (spent.current) return;
    spent.current = true;
    const code = decodeURIComponent(window.location.hash.slice(1));
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    if (!code) {
      setProblem(NO_CODE);
      return;
    }
    const enter = async () => {
      const outcome = await run(LogInWithLinkDocument, { code });
      if (!outcome.ok) return setProblem(outcome.problem);
      const result = outcome.data.logInWithLink;
      if (result.__typename === 'SecondFactorRequired') return setChallenge(result.challenge);
      if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
      const to = returnPath(new URLSearchParams(window.location.search));
      open(to === '/' ? await firstPlace(result) : result);
      return navigate(to, { replace: true });
    };
    void enter();
  }, [run, open, navigate]);

  if (session && window.location.hash === '' && problem?.code === NO_CODE.code) return <Navigate to="/" replace />;
  if (challenge !== null && !session)
    return (
      <SessionFrame title="One more step" intro="Your account asks for a second factor.">
        <SecondFactorStep
          challenge={challenge}
          onOpened={(opened) => {
            open(opened);
            void navigate(returnPath(new URLSearchParams(window.location.search)), { replace: true });
          }}
          onBack={() => void navigate('/login')}
        />
      </SessionFrame>
    );
  return (
    <SessionFrame title="Welcome" intro={problem ? 'The link did not work.' : 'Opening your space…'}>
      {problem ? (
        <>
          <ProblemNote problem={problem} />
          <ButtonLink look="primary" to="/login">
            Log in with a password
          </ButtonLink>
        </>
      ) : (
        <p role="status" className="text-muted">
          One moment.
        </p>
      )}
    </SessionFrame>
  );
}
