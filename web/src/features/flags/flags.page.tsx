import { useViewer } from '../../app/viewer.ts';
import { FeatureFlagsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { FlagRow } from './flag-row.tsx';

const AREAS: Record<string, string> = {
  WORKSPACES: 'Workspaces',
  CONNECTORS: 'Connecting',
  LIVE: 'Live',
  ACCESS: 'Access',
  NOTIFICATIONS: 'Notifications',
};

/** What is switched on or off for the whole company, each with its reason. */
export default function FlagsPage() {
  const may = useViewer()?.actions.includes('flags.write') ?? false;
  const [result, refresh] = useGraph(FeatureFlagsDocument, {});
  const flags = result.state === 'ready' ? result.data.featureFlags : [];
  return (
    <Page
      title="Feature flags"
      intro="What is switched on or off for your whole company. It holds at once; who did it and why is in the audit trail."
    >
      {result.state === 'loading' ? <Loading label="Loading the flags" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {[...Map.groupBy(flags, ({ area }) => area)].map(([area, members]) => (
        <Panel key={area} title={AREAS[area] ?? area}>
          <ul className="divide-y divide-line" aria-label={AREAS[area] ?? area}>
            {members.map((flag) => (
              <FlagRow key={flag.key} flag={flag} may={may} onChange={refresh} />
            ))}
          </ul>
        </Panel>
      ))}
    </Page>
  );
}
