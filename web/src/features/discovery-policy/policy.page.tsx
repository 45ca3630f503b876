import { DiscoveryRulesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyVersions } from './policy-versions.tsx';

/** /assets/policy: by what is judged what runs. An older version to look at is in the address (?version=). */
export default function PolicyPage() {
  const [{ version: asked }, set] = useSearchState(['version']);
  const version = /^\d+$/.test(asked) ? Number(asked) : null;
  const [inForce, refresh] = useGraph(DiscoveryRulesDocument, { version: null });
  const [shown] = useGraph(DiscoveryRulesDocument, { version });
  const [usual] = useGraph(DiscoveryRulesDocument, { version: 0 }, { policy: 'cache-first' });
  const now = known(inForce)?.discoveryPolicy ?? null;
  const looked = shown.state === 'ready' ? shown.data.discoveryPolicy : null;
  const standard = known(usual)?.discoveryPolicy ?? null;
  return (
    <DiscoverFrame
      title="Policy"
      intro="By what is judged what runs: what is admitted, what counts as governed, what is outside. Every version is kept; scans name theirs."
    >
      {inForce.state === 'failed' ? <ProblemNote problem={inForce.problem} onRetry={refresh} /> : null}
      {shown.state === 'failed' ? <ProblemNote problem={shown.problem} /> : null}
      {now === null || looked === null || standard === null ? (
        shown.state === 'failed' || inForce.state === 'failed' ? null : (
          <Loading label="Loading the policy" lines={8} />
        )
      ) : (
        <>
          {looked.version === now.version ? null : (
            <Callout
              title={`This is ${looked.version === 0 ? 'the default' : `version ${looked.version}`}`}
              actions={<Button onClick={() => set({ version: '' })}>Show what is in force</Button>}
            >
              {now.version === 0 ? 'The default' : `Version ${now.version}`} is in force. Saved from here, it becomes the next version.
            </Callout>
          )}
          <PolicyEditor
            key={`${looked.version} ${now.version}`}
            start={looked}
            inForce={now}
            usual={standard}
            onSaved={() => {
              set({ version: '' });
              refresh();
            }}
          />
        </>
      )}
      <PolicyVersions inForce={now?.version ?? null} onShow={(each) => set({ version: String(each) })} />
    </DiscoverFrame>
  );
}
