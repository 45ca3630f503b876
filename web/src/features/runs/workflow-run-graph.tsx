import { useMemo } from 'react';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { formatDuration, span } from '../../ui/duration.ts';
import type { Hue } from '../../ui/graph/drawing.ts';
import { useTick } from '../../ui/use-tick.ts';
import { shapeOf } from '../workflows/shape.ts';
import { WorkflowGraph } from '../workflows/workflow-graph.tsx';
import type { StepLook } from '../workflows/workflow-graph.tsx';
import { isOpen, stateLook } from './run-state.ts';
import type { Step } from './run-state.ts';
import { staticPath, standOf } from './stand-of.ts';

const HUES: Readonly<Record<string, Hue>> = {
  SUCCEEDED: 'growth',
  FAILED: 'people',
  CANCELLED: 'people',
  WAITING: 'operations',
  RUNNING: 'product',
};
const LEGEND: readonly { hue: Hue; word: string }[] = [
  { hue: 'growth', word: 'done' },
  { hue: 'product', word: 'running' },
  { hue: 'operations', word: 'waiting' },
  { hue: 'people', word: 'failed or stopped' },
  { hue: 'finance', word: 'to come, or not needed' },
];

function lookOf(steps: readonly Step[], now: Date): StepLook {
  const status = standOf(steps);
  const [only] = steps;
  const took = steps.length === 1 && only ? span(only.startedAt, only.finishedAt, now) : null;
  const done = steps.filter((step) => step.status === 'SUCCEEDED').length;
  const { word } = stateLook(status);
  const detail = steps.length > 1 ? `${word} · ${done} of ${steps.length}` : took === null ? word : `${word} · ${formatDuration(took)}`;
  return { hue: HUES[status] ?? 'finance', detail, faint: status === 'PENDING' || status === 'SKIPPED' };
}

interface WorkflowRunGraphProps {
  run: RunFieldsFragment;
  definition: unknown;
  step: string | null;
  onStep: (key: string | null) => void;
}

/** A run of a workflow on the drawing of its workflow, moving while it runs; of steps that are done several times it says how many are. */
export default function WorkflowRunGraph({ run, definition, step, onStep }: WorkflowRunGraphProps) {
  const now = useTick(isOpen(run.status));
  const shape = useMemo(() => shapeOf(definition), [definition]);
  const looks = useMemo(() => {
    const groups = Map.groupBy(run.steps, ({ key }) => staticPath(key));
    return new Map([...groups].map(([path, steps]) => [path, lookOf(steps, now)]));
  }, [run.steps, now]);
  if (shape === null) return null;
  return (
    <WorkflowGraph
      label={`${run.title} as a drawing${isOpen(run.status) ? ', under way' : ''}`}
      steps={shape.steps}
      chosen={step === null ? null : staticPath(step)}
      onChoose={(path) => {
        const first = run.steps.find(({ key }) => staticPath(key) === path);
        onStep(first === undefined || first.key === step ? null : first.key);
      }}
      looks={looks}
      legend={LEGEND}
    />
  );
}
