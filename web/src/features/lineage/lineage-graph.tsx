import { useCallback, useMemo } from 'react';
import type { LineageQuery } from '../../gql/graphql.ts';
import type { DrawnEdge, DrawnNode } from '../../ui/graph/drawing.ts';
import { GraphView, LegendItem } from '../../ui/graph/graph-view.tsx';
import { layeredLayout } from '../../ui/graph/layered-layout.ts';
import { LINEAGE_KINDS, LINEAGE_LAYERS } from './kinds.ts';
import type { Shown } from './ways.ts';

type Node = LineageQuery['lineage']['nodes'][number];

/** The key of the box that stands for what a crowded layer leaves out. */
export const moreKey = (layer: number): string => `more:${layer}`;

interface LineageGraphProps {
  shown: Shown<Node>;
  edges: LineageQuery['lineage']['edges'];
  chosen: string | null;
  onChoose: (key: string) => void;
}

/** Lineage drawn in columns, from sources to numbers. */
export function LineageGraph({ shown, edges, chosen, onChoose }: LineageGraphProps) {
  const nodes = useMemo(
    () => [
      ...shown.nodes.map((node): DrawnNode & { layer: string } => {
        const { word, hue } = LINEAGE_KINDS[node.kind];
        const detail = node.detail ?? word;
        return {
          id: node.key,
          layer: String(node.layer),
          label: node.label,
          detail,
          hue,
          description: `${node.label}, ${word}${node.detail ? `, ${node.detail}` : ''}`,
        };
      }),
      ...[...shown.hidden].map(([layer, count]): DrawnNode & { layer: string } => ({
        id: moreKey(layer),
        layer: String(layer),
        label: `and ${count} more`,
        detail: 'show them all',
        hue: 'operations',
        faint: true,
        description: `${count} more, show them all`,
      })),
    ],
    [shown],
  );
  const lines = useMemo(() => {
    const known = new Set(shown.nodes.map(({ key }) => key));
    return edges
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map((edge): DrawnEdge => ({ id: `${edge.from}>${edge.to}`, from: edge.from, to: edge.to, label: edge.label ?? '' }));
  }, [edges, shown]);
  const layOut = useCallback((width: number) => layeredLayout(nodes, lines, LINEAGE_LAYERS, width), [nodes, lines]);
  const kinds = [...new Set(shown.nodes.map(({ kind }) => kind))];
  return (
    <GraphView
      label="Lineage, from sources on the left to numbers on the right"
      nodes={nodes}
      edges={lines}
      layOut={layOut}
      columns
      chosen={chosen}
      onChoose={onChoose}
      legend={kinds.map((kind) => (
        <LegendItem key={kind} hue={LINEAGE_KINDS[kind].hue}>
          {LINEAGE_KINDS[kind].word}
        </LegendItem>
      ))}
    />
  );
}
