import { z } from 'zod';
import type { DemoGraph } from './graph.ts';

const connectionSchema = z.object({ id: z.string(), name: z.string(), location: z.string() });
const knownReply = z.object({ connections: z.object({ nodes: z.array(connectionSchema) }) });
const startedReply = z.object({
  it: z.union([z.object({ connection: connectionSchema }), z.object({ problems: z.array(z.object({ message: z.string() })) })]),
});

export interface VendorToConnect {
  kind: string;
  address: string;
  secret: string;
  /** Which of its objects are read; null: all. */
  objects: string | null;
}

/** The vendor's connection: the one there is, else a new one. */
export async function connectOnce(
  graph: DemoGraph,
  { kind, address, secret, objects }: VendorToConnect,
): Promise<{ id: string; name: string }> {
  const { connections } = await graph('query DemoConnections { connections(first: 100) { nodes { id name location } } }', {}, knownReply);
  const known = connections.nodes.find(({ location }) => location === address);
  if (known !== undefined) return known;
  const given = { address, secret, ...(objects === null ? {} : { objects }) };
  const values = Object.entries(given).map(([name, value]) => ({ name, value }));
  const { it } = await graph(
    `mutation DemoConnect($input: SourceInput!) { it: connectSource(input: $input) {
      ... on ConnectionStarted { connection { id name location } } ... on InputRefused { problems { message } } } }`,
    { input: { kind, values } },
    startedReply,
  );
  if ('problems' in it) throw new Error(it.problems.map(({ message }) => message).join(' '));
  return it.connection;
}
