import { useCallback, useMemo } from 'react';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { formatDuration, span } from '../../ui/duration.ts';
import type { DrawnEdge, DrawnNode, Hue } from '../../ui/graph/drawing.ts';
import { GraphView, LegendItem } from '../../ui/graph/graph-view.tsx';
import { layeredLayout } from '../../ui/graph/layered-layout.ts';
import { useTick } from '../../ui/use-tick.ts';
import { isOpen, stateLook } from './run-state.ts';

const HUES: Readonly<Record<string, Hue>> = {
  PENDING: 'finance',
  RUNNING: 'finance',
  WAITING: 'operations',
  SUCCEEDED: 'growth',
  FAILED: 'people',
  CANCELLED: 'people',
  SKIPPED: 'finance',
  PAUSED: 'operations',
  COMPENSATING: 'operations',
};

const hueOf = (status: string): Hue => HUES[status] ?? 'finance';

type Box = DrawnNode & { layer: string };

interface RunGraphProps {
  run: RunFieldsFragment;
  step: string | null;
  onStep: (key: string | null) => void;
}

/** A run as a drawing: what it works on, its steps one after another, and the decision it waits or waited for. */
export default function RunGraph({ run, step, onStep }: RunGraphProps) {
  const now = useTick(false);
  const nodes = useMemo(() => {
    const steps = run.steps.map((each): Box => {
      const took = span(each.startedAt, each.finishedAt, now);
      const { word } = stateLook(each.status);
      const detail = took === null || each.status === 'PENDING' ? word : `${word} · ${formatDuration(took)}`;
      const faint = each.status === 'PENDING' || each.status === 'SKIPPED';
      return {
        id: each.key,
        layer: each.key,
        label: each.name,
        detail,
        hue: hueOf(each.status),
        description: `${each.name}, ${detail}`,
        faint,
      };
    });
    const source = run.connection?.name ?? run.title;
    const about: Box = { id: ':source', layer: ':source', label: source, detail: run.agent.name, hue: 'product', description: `${source}, followed by the ${run.agent.name}` }; // prettier-ignore
    const approval = run.approval?.status.toLowerCase() ?? '';
    const asked: Box = { id: ':approval', layer: 'MAP', label: 'Your decision', detail: approval, hue: 'operations', description: `A person’s decision, ${approval}` }; // prettier-ignore
    return [about, ...steps, ...(run.approval && run.steps.some(({ key }) => key === 'MAP') ? [asked] : [])];
  }, [run, now]);
  const edges = useMemo(() => {
    const chain = nodes.filter(({ id }) => id !== ':approval');
    const links = chain.slice(1).map(({ id, faint }, index): DrawnEdge => {
      const from = chain[index]?.id ?? '';
      return { id: `${from}>${id}`, from, to: id, label: '', faint: faint === true };
    });
    const next = run.steps[run.steps.findIndex(({ key }) => key === 'MAP') + 1];
    const decided = nodes.some(({ id }) => id === ':approval') && next;
    return decided ? [...links, { id: ':approval>', from: ':approval', to: next.key, label: '' }] : links;
  }, [nodes, run.steps]);
  const layers = useMemo(
    () => [{ key: ':source', label: 'What it is about' }, ...run.steps.map(({ key }, index) => ({ key, label: `Step ${index + 1}` }))],
    [run.steps],
  );
  const layOut = useCallback((width: number) => layeredLayout(nodes, edges, layers, width), [nodes, edges, layers]);
  const states = [...new Set(run.steps.map(({ status }) => status))];
  return (
    <GraphView
      label={`${run.title} as a drawing${isOpen(run.status) ? ', under way' : ''}`}
      nodes={nodes}
      edges={edges}
      layOut={layOut}
      columns
      chosen={step}
      onChoose={(id) => onStep(id === step || id.startsWith(':') ? null : id)}
      legend={states.map((state) => (
        <LegendItem key={state} hue={hueOf(state)}>
          {stateLook(state).word}
        </LegendItem>
      ))}
    />
  );
}
