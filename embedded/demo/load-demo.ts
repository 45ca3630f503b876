import { z } from 'zod';
import { ACCESS } from '../../sandbox/halyard.ts';
import { connectOnce } from './connect-once.ts';
import { DECISIONS, SYSTEMS } from './decisions.ts';
import { followConnection } from './follow-connection.ts';
import { demoGraph } from './graph.ts';

export interface DemoToLoad {
  /** Of the server. */
  url: string;
  ownerKey: string;
  /** Where the vendors are served. */
  sandboxUrl: string;
  signal: AbortSignal;
  /** One line for each thing that is done. */
  onProgress: (message: string) => void;
}

const refused = z.object({ problems: z.array(z.object({ message: z.string() })) });
const sessionReply = z.union([z.object({ token: z.string() }), refused]);
const SESSION = '... on Session { token } ... on InputRefused { problems { message } }';

/**
 * Fills the demo company's workspace through the graph, as its owner would: connects each vendor, waits for the proposals, accepts them. Done
 * again it goes on where it stopped; a vendor that is connected and published already is left as it is.
 */
export async function loadDemo({ url, ownerKey, sandboxUrl, signal, onProgress }: DemoToLoad): Promise<void> {
  const nobody = demoGraph(url, null, signal);
  const own = await nobody(`mutation DemoLogIn($key: String!) { it: logInWithLocalKey(key: $key) { ${SESSION} } }`, { key: ownerKey }, z.object({ it: sessionReply })); // prettier-ignore
  const workspace = await demoGraph(url, tokenOf(own.it), signal)(`mutation DemoWorkspace { it: createDemoWorkspace { ${SESSION} } }`, {}, z.object({ it: sessionReply })); // prettier-ignore
  const graph = demoGraph(url, tokenOf(workspace.it), signal);
  await Promise.all(
    SYSTEMS.map(async ({ kind, objects }) => {
      const { path, secret } = ACCESS[kind];
      const connection = await connectOnce(graph, { kind, address: `${sandboxUrl}/${path}`, secret, objects });
      onProgress(`the demo company: ${connection.name} is connected`);
      await followConnection(graph, connection.id, DECISIONS[kind] ?? {}, signal);
      onProgress(`the demo company: ${connection.name} is unified`);
    }),
  );
}

function tokenOf(session: z.infer<typeof sessionReply>): string {
  if ('token' in session) return session.token;
  throw new Error(session.problems.map(({ message }) => message).join(' '));
}
