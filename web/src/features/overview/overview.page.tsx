import { ArrowRight, Sparkles } from 'lucide-react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { useViewer } from '../../app/viewer.ts';
import type { OverviewQuery } from '../../gql/graphql.ts';
import { OverviewDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { formatCount } from '../../ui/format.ts';
import { DemoButton } from '../workspaces/demo-button.tsx';
import { workspaceName } from '../workspaces/workspace-name.ts';
import { DemoHero } from './demo-hero.tsx';
import { HeroSky } from './hero-sky.tsx';
import { Now } from './now.tsx';
import { Pipeline } from './pipeline.tsx';
import { nextStepOf, stagesOf } from './stages.ts';

function Next({ data }: { data: OverviewQuery }) {
  const step = nextStepOf(data);
  if (!step) return null;
  return (
    <section
      aria-label="Next step"
      data-next-step
      className="sky relative overflow-hidden [--sky-x:88%] rounded-xl border border-line p-6 sm:p-8"
    >
      <HeroSky />
      <div className="relative grid max-w-[60ch] gap-2">
        <h2 className="text-lg font-semibold tracking-tight">{step.title}</h2>
        <p className="text-md text-muted">{step.text}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <ButtonLink to={step.path} look="primary">
            {step.action} <ArrowRight aria-hidden size={16} />
          </ButtonLink>
          {data.connections.totalCount === 0 ? <DemoButton /> : null}
        </div>
      </div>
    </section>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <Panel title="Questions to start with">
      {questions.length === 0 ? (
        <p className="text-muted">Once data is connected and its mapping accepted, questions that it can answer appear here.</p>
      ) : (
        <ul className="grid gap-1" aria-label="Questions to start with">
          {questions.map((question) => (
            <li key={question}>
              <Link
                to={askPath(question)}
                data-question={question}
                className="group flex min-h-10 items-center gap-3 rounded-md px-3 py-1.5 transition-colors hover:bg-raised"
              >
                <Sparkles aria-hidden size={15} className="shrink-0 text-accent" />
                <span className="min-w-0 flex-1">{question}</span>
                <ArrowRight
                  aria-hidden
                  size={15}
                  className="shrink-0 text-muted opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
                />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Entities({ data }: { data: OverviewQuery }) {
  const nodes = data.entityTypes.nodes.toSorted((a, b) => b.recordCount - a.recordCount).slice(0, 8);
  const most = Math.max(1, ...nodes.map((each) => each.recordCount));
  return (
    <Panel title="What you have">
      {nodes.length === 0 ? (
        <p className="text-muted">
          Nothing is unified yet. Accounts, deals, products – whatever your files hold – are listed here with their counts.
        </p>
      ) : (
        <ul className="grid gap-1" aria-label="Entity types">
          {nodes.map((entity) => (
            <li key={entity.id}>
              <Link
                to={`/ontology/${encodeURIComponent(entity.name)}`}
                className="grid gap-1 rounded-md px-3 py-1.5 transition-colors hover:bg-raised"
              >
                <span className="flex justify-between gap-3">
                  <span>{entity.pluralLabel}</span>
                  <span className="font-medium">{formatCount(entity.recordCount)}</span>
                </span>
                <span aria-hidden className="h-1 rounded-full bg-raised">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${Math.max(1, (entity.recordCount / most) * 100)}%` }}
                  />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export default function OverviewPage() {
  const viewer = useViewer();
  const [overview, refresh] = useGraph(OverviewDocument, {});
  return (
    <Page
      title="Overview"
      intro={
        viewer ? `Everything ${workspaceName(viewer.tenant)} knows, from source to action.` : 'Everything you know, from source to action.'
      }
    >
      {overview.state === 'loading' ? <Loading label="Loading the overview" /> : null}
      {overview.state === 'failed' ? <ProblemNote problem={overview.problem} onRetry={refresh} /> : null}
      {overview.state === 'ready' ? (
        <>
          {viewer?.tenant.demo ? <DemoHero name={workspaceName(viewer.tenant)} data={overview.data} /> : <Next data={overview.data} />}
          <Now />
          <Pipeline stages={stagesOf(overview.data)} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Questions questions={overview.data.sampleQuestions} />
            <Entities data={overview.data} />
          </div>
        </>
      ) : null}
    </Page>
  );
}
