import { useViewer } from '../../app/viewer.ts';
import { OverviewDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { PersonaSwitch } from '../ask/persona-switch.tsx';
import { workspaceName } from '../workspaces/workspace-name.ts';
import { AskStrip } from './ask-strip.tsx';
import { DemoHero } from './demo-hero.tsx';
import { FirstData } from './first-data.tsx';
import { Headlines } from './headlines.tsx';
import { Missing } from './missing.tsx';
import { NextStep } from './next-step.tsx';
import { Now } from './now.tsx';
import { Pipeline } from './pipeline.tsx';
import { Recent } from './recent.tsx';
import { Since } from './since.tsx';
import { stagesOf } from './stages.ts';
import { useHomePersona } from './use-home-persona.ts';
import { Waits } from './waits.tsx';

/** The home: what somebody looks at first, asks first and has to decide; for whom, is in the address. */
export default function OverviewPage() {
  const viewer = useViewer();
  const [persona, choose] = useHomePersona();
  const [overview, refresh] = useGraph(OverviewDocument, {});
  const data = overview.state === 'ready' ? overview.data : null;
  const askable = data !== null && data.entityTypes.totalCount > 0;
  const empty = data !== null && data.connections.totalCount === 0 && !viewer?.tenant.demo;
  return (
    <Page
      title="Overview"
      intro="What matters now, what to ask next and what waits for you, from source to action."
      actions={data === null || askable ? <PersonaSwitch persona={persona} onPersona={choose} /> : null}
    >
      {overview.state === 'loading' ? <Loading label="Loading the overview" lines={6} /> : null}
      {overview.state === 'failed' ? <ProblemNote problem={overview.problem} onRetry={refresh} /> : null}
      {data && empty ? <FirstData /> : null}
      {data && !empty ? (
        <>
          {viewer?.tenant.demo ? (
            <DemoHero name={workspaceName(viewer.tenant)} tenantId={viewer.tenant.id} quiet={persona !== null} data={data} />
          ) : (
            <NextStep data={data} />
          )}
          {askable ? <AskStrip persona={persona} /> : null}
          {askable ? <Headlines persona={persona} /> : null}
          <Now />
        </>
      ) : null}
      {data ? <Pipeline stages={stagesOf(data)} /> : null}
      {data && !empty ? (
        <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
          <Waits data={data} persona={persona} />
          <Since />
          <Recent data={data} />
          {askable && persona ? <Missing persona={persona} /> : null}
        </div>
      ) : null}
    </Page>
  );
}
