import type { DrawnEdge, DrawnNode, Hue } from './drawing.ts';

/** A node that belongs to a group of its kind. */
export interface GroupedNode extends DrawnNode {
  group: string;
}

/** What stands for many nodes: an id that says which, and how many. */
export interface Cluster {
  id: string;
  label: string;
  hue: Hue;
  members: readonly GroupedNode[];
}

export interface Clustered {
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
  /** What can be opened, by id. */
  clusters: ReadonlyMap<string, Cluster>;
}

/** A cluster of at most so many opens into its nodes, a larger one into smaller clusters. */
const OPENS = 60;
/** Parts that a large cluster falls into. */
const MOST_PARTS = 24;
/** Lines between what is shown: the heaviest. */
const MOST_LINES = 400;

const byLabel = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function short(label: string): string {
  return label.length > 12 ? `${label.slice(0, 11)}…` : label;
}

function clusterOf(id: string, label: string, members: readonly GroupedNode[]): Cluster {
  return { id, label, members, hue: members[0]?.hue ?? 'finance' };
}

/** The parts of a large cluster: its nodes in the order of their names, as many in each. */
function partsOf({ id, members }: Cluster): Cluster[] {
  const size = Math.max(OPENS, Math.ceil(members.length / MOST_PARTS));
  return Array.from({ length: Math.ceil(members.length / size) }, (_, index) => {
    const part = members.slice(index * size, (index + 1) * size);
    return clusterOf(`${id}/${index}`, `${short(part[0]?.label ?? '')} – ${short(part.at(-1)?.label ?? '')}`, part);
  });
}

/**
 * Gathers many nodes in clusters by their group; those in `open` are shown as what they hold. Lines run between what is
 * shown, several as one. Pure: the same nodes give the same clusters, in whatever order they come.
 */
export function clustered(nodes: readonly GroupedNode[], edges: readonly DrawnEdge[], open: ReadonlySet<string>): Clustered {
  const sorted = nodes.toSorted((a, b) => byLabel.compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
  const shown: DrawnNode[] = [];
  const clusters = new Map<string, Cluster>();
  const standsFor = new Map<string, string>();
  const show = (cluster: Cluster): void => {
    clusters.set(cluster.id, cluster);
    if (open.has(cluster.id) && cluster.members.length > OPENS) return partsOf(cluster).forEach(show);
    if (open.has(cluster.id)) {
      for (const node of cluster.members) {
        shown.push(node);
        standsFor.set(node.id, node.id);
      }
      return undefined;
    }
    const count = cluster.members.length.toLocaleString('en-US');
    shown.push({
      id: cluster.id,
      label: cluster.label,
      detail: `${count} inside`,
      hue: cluster.hue,
      description: `${cluster.label}: ${count} inside. Choose to open.`,
    });
    for (const node of cluster.members) standsFor.set(node.id, cluster.id);
    return undefined;
  };
  const groups = [...Map.groupBy(sorted, ({ group }) => group)].toSorted(([a], [b]) => byLabel.compare(a, b));
  for (const [group, members] of groups) show(clusterOf(`group:${group}`, group, members));
  const lines = new Map<string, { from: string; to: string; count: number; first: DrawnEdge }>();
  for (const edge of edges) {
    const from = standsFor.get(edge.from);
    const to = standsFor.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const key = [from, to].toSorted().join('>');
    const line = lines.get(key);
    if (line) line.count += 1;
    else lines.set(key, { from, to, count: 1, first: edge });
  }
  const heaviest = [...lines].toSorted(([, a], [, b]) => b.count - a.count).slice(0, MOST_LINES);
  return {
    nodes: shown,
    clusters,
    edges: heaviest.map(([id, { from, to, count, first }]) => ({ id, from, to, label: count === 1 ? first.label : `${count} lines` })),
  };
}
