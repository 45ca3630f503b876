import { SecurityDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';

/** How one logs in, and where one is logged in. */
export default function SecurityPage() {
  const [result, refresh] = useGraph(SecurityDocument, {});
  const viewer = result.state === 'ready' ? result.data.viewer : null;
  return (
    <Page title="Security" intro="How you log in, and where you are logged in.">
      {result.state === 'loading' ? <Loading label="Loading how you log in" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {viewer ? (
        <>
          <PasswordPanel hasPassword={viewer.hasPassword} />
          <SecondFactorPanel factor={viewer.secondFactor} hasPassword={viewer.hasPassword} onChange={refresh} />
        </>
      ) : null}
      <OpenSessions />
    </Page>
  );
}
