import { useCallback, useMemo } from 'react';
import type { AssetRelationsQuery } from '../../gql/graphql.ts';
import type { DrawnEdge, DrawnNode } from '../../ui/graph/drawing.ts';
import { GraphView } from '../../ui/graph/graph-view.tsx';
import { layeredLayout } from '../../ui/graph/layered-layout.ts';
import { RELATIONS } from './relation-words.ts';

/** Columns of the drawing: each relation reads from left to right. */
const LAYERS = [
  { key: 'IN', label: 'What has to do with it' },
  { key: 'IT', label: 'This asset' },
  { key: 'OUT', label: 'What it has to do with' },
] as const;

type LayeredNode = DrawnNode & { layer: string };
type Relation = NonNullable<AssetRelationsQuery['asset']>['relations']['nodes'][number];

interface RelationGraphProps {
  id: string;
  name: string;
  relations: readonly Relation[];
  onOpen: (assetId: string) => void;
}

/** An asset in the midst of what it has to do with. Choosing another asset opens it. */
export function RelationGraph({ id, name, relations, onOpen }: RelationGraphProps) {
  const { nodes, edges } = useMemo(() => drawn(id, name, relations), [id, name, relations]);
  const layOut = useCallback((width: number) => layeredLayout(nodes, edges, LAYERS, width), [nodes, edges]);
  const open = (node: string) => {
    if (node !== id && relations.some(({ other }) => other?.id === node)) onOpen(node);
  };
  return <GraphView label={`Relations of ${name}`} nodes={nodes} edges={edges} layOut={layOut} columns chosen={id} onChoose={open} />;
}

/** Boxes and lines, one box for each end and one line for each way that it has to do with the asset. */
function drawn(id: string, name: string, relations: readonly Relation[]): { nodes: LayeredNode[]; edges: DrawnEdge[] } {
  const nodes = new Map<string, LayeredNode>([
    [id, { id, layer: 'IT', label: name, detail: 'this asset', hue: 'product', description: `${name}, this asset` }],
  ]);
  const edges = relations.map(({ kind, direction, name: end, other }): DrawnEdge => {
    const key = other?.id ?? `end:${end}`;
    const label = RELATIONS[kind][direction];
    if (!nodes.has(key)) {
      const detail = other ? 'asset' : 'not an asset';
      nodes.set(key, {
        id: key,
        layer: direction,
        label: other?.name ?? end,
        detail,
        hue: other ? 'operations' : 'people',
        description: `${name} ${label} ${end}`,
      });
    }
    return direction === 'OUT'
      ? { id: `${kind}>${key}`, from: id, to: key, label: RELATIONS[kind].OUT }
      : { id: `${kind}<${key}`, from: key, to: id, label: RELATIONS[kind].OUT };
  });
  return { nodes: [...nodes.values()], edges };
}
