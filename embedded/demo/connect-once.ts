import { z } from 'zod';
import type { DemoGraph } from './graph.ts';

const connectionSchema = z.object({ id: z.string(), name: z.string(), location: z.string() });
const knownReply = z.object({ connections: z.object({ nodes: z.array(connectionSchema) }) });
const startedReply = z.object({
  it: z.union([z.object({ connection: connectionSchema }), z.object({ problems: z.array(z.object({ message: z.string() })) })]),
});

export interface VendorToConnect {
  kind: string;
  /** Where its connection leads to, once there is one. */
  location: string;
  /** What its form is filled in with. */
  values: Readonly<Record<string, string>>;
}

/** The vendor's connection: the one there is, else a new one. */
export async function connectOnce(graph: DemoGraph, { kind, location, values }: VendorToConnect): Promise<{ id: string; name: string }> {
  const { connections } = await graph('query DemoConnections { connections(first: 100) { nodes { id name location } } }', {}, knownReply);
  const known = connections.nodes.find((each) => each.location === location);
  if (known !== undefined) return known;
  const { it } = await graph(
    `mutation DemoConnect($input: SourceInput!) { it: connectSource(input: $input) {
      ... on ConnectionStarted { connection { id name location } } ... on InputRefused { problems { message } } } }`,
    { input: { kind, values: Object.entries(values).map(([name, value]) => ({ name, value })) } },
    startedReply,
  );
  if ('problems' in it) throw new Error(it.problems.map(({ message }) => message).join(' '));
  return it.connection;
}
