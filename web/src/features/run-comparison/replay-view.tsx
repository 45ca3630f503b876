import { RunReplayDocument } from '../../gql/graphql.ts';
import type { RunReplayQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { stateLook } from '../runs/run-state.ts';
import { PairList } from './pair-list.tsx';
import type { StepPair } from './step-pairs.ts';

type Replay = NonNullable<RunReplayQuery['runReplay']>;

/** A step of a replay as it stands on both sides. */
function pairOf(step: Replay['steps'][number]): StepPair {
  const { key, name, change, status, statusBefore } = step;
  return {
    key,
    name,
    change,
    before:
      statusBefore === null
        ? null
        : { status: statusBefore, input: step.inputBefore, output: step.outputBefore, problem: step.problemBefore },
    after: status === null ? null : { status, input: step.input, output: step.output, problem: step.problem },
  };
}

/** A run worked out once more from what its tools replied then: nothing is called, changed or paid. `version` null: by its own version. */
export function ReplayView({ runId, version }: { runId: string; version: number | null }) {
  const [result, refresh] = useGraph(RunReplayDocument, { runId, version }, { policy: 'network-only' });
  const data = known(result);
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (data === null) return <Loading label="Working it out once more" lines={5} />;
  const replay = data.runReplay;
  if (replay === null) return <p className="text-muted">Only runs of workflows can be replayed.</p>;
  const ended = replay.status === null ? 'stopped where a step has no reply on record' : stateLook(replay.status).word;
  return (
    <div className="grid gap-4" data-replay={replay.same ? 'same' : 'different'}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={replay.same ? 'good' : 'warning'}>{replay.same ? 'the same' : 'not the same'}</Badge>
        <span>
          Worked out once more by version {replay.version.version} from what its tools replied then: {ended}
          {replay.run.status === replay.status ? ', as it was.' : `; it was ${stateLook(replay.run.status).word}.`} Nothing was called, and
          nothing is paid.
        </span>
      </p>
      {replay.problem ? <p className="text-sm text-low">{replay.problem}</p> : null}
      <PairList pairs={replay.steps.map(pairOf)} before="The run" after="The replay" />
    </div>
  );
}
