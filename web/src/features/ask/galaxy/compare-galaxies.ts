import { matchNodes } from './match.ts';
import type { GalaxyNode } from './words.ts';

/** One number in two galaxies; null on the side that has it not. */
export interface ComparedNode {
  id: string;
  label: string;
  left: GalaxyNode | null;
  right: GalaxyNode | null;
  /** The right one less the left one, in their unit; null where that says nothing. */
  difference: number | null;
  /** The difference relative to the left one. */
  relative: number | null;
}

function compared(left: GalaxyNode | null, right: GalaxyNode | null, id: string): ComparedNode {
  const one = left ?? right;
  const known = left !== null && right !== null && left.unit === right.unit && left.value !== null && right.value !== null;
  const difference = known ? (right.value ?? 0) - (left.value ?? 0) : null;
  const relative = difference !== null && left?.value ? difference / Math.abs(left.value) : null;
  return {
    id,
    label: left && right && left.label !== right.label ? `${left.label} / ${right.label}` : (one?.label ?? ''),
    left,
    right,
    difference,
    relative,
  };
}

/** Every number of two galaxies: the two answers first, then what both have (the largest differences first), then what only one has. */
export function compareGalaxies(left: readonly GalaxyNode[], right: readonly GalaxyNode[]): ComparedNode[] {
  const sun = (nodes: readonly GalaxyNode[]) => nodes.find(({ orbit }) => orbit === 'CENTRE') ?? null;
  const [a, b] = [sun(left), sun(right)];
  const pairs = matchNodes(
    left.filter((node) => node !== a),
    right.filter((node) => node !== b),
  );
  const both = right.flatMap((node) => {
    const same = left.find(({ id }) => id === pairs.get(node.id));
    return node !== b && same ? [compared(same, node, `both ${node.id}`)] : [];
  });
  const taken = new Set(pairs.values());
  const size = ({ relative }: ComparedNode) => Math.abs(relative ?? 0);
  return [
    compared(a, b, 'centre'),
    ...both.toSorted((one, other) => size(other) - size(one)),
    ...left.filter((node) => node !== a && !taken.has(node.id)).map((node) => compared(node, null, `left ${node.id}`)),
    ...right.filter((node) => node !== b && !pairs.has(node.id)).map((node) => compared(null, node, `right ${node.id}`)),
  ];
}
