import { Download, RotateCcw, SearchX } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { FarmRunDetailDocument, RunFarmDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { download } from '../../ui/download.ts';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { FarmReportView } from './farm-report.tsx';
import { farmLook, verdictWord } from './looks.ts';
import { reportOf } from './report.ts';

/** /agents/farm/:id: one stress test, under way or with its report. */
export default function FarmRunPage() {
  const { id = '' } = useParams();
  const run = useRun();
  const navigate = useNavigate();
  const may = useMay('farm.run');
  const [result, refresh] = useGraph(FarmRunDetailDocument, { id });
  const data = known(result);
  const farm = data?.farmRun ?? null;
  usePoll(farm?.status === 'RUNNING', refresh);
  const report = reportOf(farm?.report);
  const again = async (scenario: Record<string, unknown>) => {
    const outcome = await run(RunFarmDocument, { scenario });
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const { runFarm } = outcome.data;
    if (runFarm.__typename === 'FarmStarted') return navigate(`/agents/farm/${runFarm.farmRun.id}`);
    const { message, todo } = problemOfRefusal(runFarm.problems);
    return notify('error', message, todo);
  };
  return (
    <>
      <BackLink to="/agents/farm">Stress tests</BackLink>
      <Page
        title={farm?.name ?? 'Stress test'}
        intro={farm ? `Seed ${farm.seed}, ${farm.total} workflows, ${formatMoment(farm.startedAt)}` : null}
        actions={
          farm ? (
            <>
              <Button
                onClick={() =>
                  download(farm.name, 'json', new Blob([JSON.stringify(farm.scenario, null, 2)], { type: 'application/json' }))
                }
              >
                <Download aria-hidden size={15} /> Scenario
              </Button>
              {may && farm.status !== 'RUNNING' ? (
                <Button look="primary" onClick={() => void again(farm.scenario)}>
                  <RotateCcw aria-hidden size={15} /> The same again
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the stress test" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && farm === null ? (
          <Empty icon={SearchX} title="There is no such stress test" actions={<ButtonLink to="/agents/farm">All stress tests</ButtonLink>}>
            The link may be old.
          </Empty>
        ) : null}
        {farm ? (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-farm-verdict={farm.verdict ?? farm.status}>
              <Badge tone={farmLook(farm).tone}>{farmLook(farm).word}</Badge>
              {farm.status === 'RUNNING' ? (
                <Progress
                  value={farm.total === 0 ? null : farm.done / farm.total}
                  label="Progress of the stress test"
                  className="min-w-40 flex-1"
                />
              ) : null}
              {farm.foretold ? <span className="text-muted">foretold: {verdictWord(farm.foretold)}</span> : null}
            </div>
            {farm.agrees === false ? (
              <Callout tone="bad" title="It did not come out as foretold">
                Either a promise was broken, or what was foretold is wrong. What differs stands with each run below.
              </Callout>
            ) : null}
            {report ? <FarmReportView report={report} /> : null}
            <Disclosure summary="The scenario, written out">
              <CodeBlock code={JSON.stringify(farm.scenario, null, 2)} label="Scenario" />
            </Disclosure>
          </>
        ) : null}
      </Page>
    </>
  );
}
