import { useCallback, useMemo } from 'react';
import type { DrawnNode, Hue } from '../../ui/graph/drawing.ts';
import { GraphView, LegendItem } from '../../ui/graph/graph-view.tsx';
import { layeredLayout } from '../../ui/graph/layered-layout.ts';
import { drawSteps } from './drawing.ts';
import { KINDS, kindLook } from './kinds.ts';
import type { ShapedStep } from './shape.ts';

/** How a step stands in a run. */
export interface StepLook {
  hue: Hue;
  /** The line below its name. */
  detail: string;
  faint: boolean;
}

interface WorkflowGraphProps {
  label: string;
  steps: readonly ShapedStep[];
  chosen: string | null;
  onChoose: (path: string) => void;
  /** In a run: how each step stands, by its address. */
  looks?: ReadonlyMap<string, StepLook>;
  legend?: readonly { hue: Hue; word: string }[];
}

/** A workflow as a drawing: its steps from left to right, each right of all it depends on. */
export function WorkflowGraph({ label, steps, chosen, onChoose, looks, legend }: WorkflowGraphProps) {
  const { placed, edges, columns } = useMemo(() => drawSteps(steps), [steps]);
  const nodes = useMemo(
    () =>
      placed.map(({ step, column }): DrawnNode & { layer: string } => {
        const { word, hue } = kindLook(step.kind);
        const look = looks?.get(step.path);
        const detail = look?.detail ?? (step.about === '' ? word : `${word} · ${step.about}`);
        return {
          id: step.path,
          layer: String(column),
          label: step.title,
          detail,
          hue: look?.hue ?? hue,
          description: `${step.title}, ${detail}`,
          ...(look?.faint ? { faint: true } : {}),
        };
      }),
    [placed, looks],
  );
  const layers = useMemo(
    () => Array.from({ length: columns }, (_, index) => ({ key: String(index + 1), label: `Stage ${index + 1}` })),
    [columns],
  );
  const layOut = useCallback((width: number) => layeredLayout(nodes, edges, layers, width), [nodes, edges, layers]);
  const shown = legend ?? KINDS.filter(({ kinds }) => placed.some(({ step }) => kinds.includes(step.kind)));
  return (
    <GraphView
      label={label}
      nodes={nodes}
      edges={edges}
      layOut={layOut}
      columns
      chosen={chosen}
      onChoose={onChoose}
      legend={shown.map(({ hue, word }) => (
        <LegendItem key={word} hue={hue}>
          {word}
        </LegendItem>
      ))}
    />
  );
}
