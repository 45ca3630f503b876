import { z } from 'zod';
import { DISCOVERED_LOCATION } from '../../subgraphs/connectors/discovered/discovered-definition.ts';
import { ACCESS, TELEMETRY } from '../../sandbox/halyard.ts';
import { connectOnce, type VendorToConnect } from './connect-once.ts';
import { DECISIONS, SYSTEMS } from './decisions.ts';
import { followConnection } from './follow-connection.ts';
import { demoGraph } from './graph.ts';
import { scanOnce } from './scan-once.ts';

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
 * Fills the demo company's workspace through the graph, as its owner would: connects each vendor, waits for the proposals, accepts them,
 * and scans what the company runs. Done
 * again it goes on where it stopped; a vendor that is connected and published already is left as it is.
 */
export async function loadDemo({ url, ownerKey, sandboxUrl, signal, onProgress }: DemoToLoad): Promise<void> {
  const nobody = demoGraph(url, null, signal);
  const own = await nobody(`mutation DemoLogIn($key: String!) { it: logInWithLocalKey(key: $key) { ${SESSION} } }`, { key: ownerKey }, z.object({ it: sessionReply })); // prettier-ignore
  const workspace = await demoGraph(url, tokenOf(own.it), signal)(`mutation DemoWorkspace { it: createDemoWorkspace { ${SESSION} } }`, {}, z.object({ it: sessionReply })); // prettier-ignore
  const graph = demoGraph(url, tokenOf(workspace.it), signal);
  const unify = async (vendor: VendorToConnect): Promise<void> => {
    const connection = await connectOnce(graph, vendor);
    onProgress(`the demo company: ${connection.name} is connected`);
    await followConnection(graph, connection.id, DECISIONS[vendor.kind] ?? {}, signal);
    onProgress(`the demo company: ${connection.name} is unified`);
  };
  const discover = async (): Promise<void> => {
    await scanOnce(graph, { url: `${sandboxUrl}/${TELEMETRY.path}`, secret: TELEMETRY.secret }, signal);
    onProgress('the demo company: what it runs is scanned');
    await unify({ kind: 'DISCOVERED', location: DISCOVERED_LOCATION, values: {} });
  };
  const systems = SYSTEMS.map(({ kind, objects }) => {
    const { path, secret } = ACCESS[kind];
    const address = `${sandboxUrl}/${path}`;
    return unify({ kind, location: address, values: { address, secret, ...(objects === null ? {} : { objects }) } });
  });
  await Promise.all([...systems, discover()]);
}

function tokenOf(session: z.infer<typeof sessionReply>): string {
  if ('token' in session) return session.token;
  throw new Error(session.problems.map(({ message }) => message).join(' '));
}
