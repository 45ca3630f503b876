import { createServer, type AddressInfo } from 'node:net';
import { SUBGRAPH_NAMES } from './subgraph-names.ts';
import type { ProcessPlan } from './supervised-child.ts';

const GATEWAYS = 2;
const WORKERS = 2;
const HOST = '127.0.0.1';

/**
 * The processes of the scaled topology on one machine, in the order in which they may be started and, backwards, stopped.
 * @param environment what all of them have in common: where the database and Redis are
 * @param port of the first gateway, the second takes the next one; 0: any free ones
 */
export async function planProcesses(environment: Readonly<Record<string, string | undefined>>, port: number): Promise<ProcessPlan[]> {
  const inner = await freePorts(SUBGRAPH_NAMES.length + WORKERS + (port === 0 ? GATEWAYS : 0));
  const doors = port === 0 ? inner.splice(0, GATEWAYS) : Array.from({ length: GATEWAYS }, (_, door) => port + door);
  const gatewayUrl = `http://${HOST}:${doors[0] ?? 0}`;
  const plan = (name: string, args: string[], at: number, own: Record<string, string> = {}): ProcessPlan => ({
    name,
    args,
    environment: { ...environment, ...own, HOST, PORT: String(at), GATEWAY_URL: gatewayUrl, OTEL_SERVICE_NAME: `autonomos-${name}` },
    origin: `http://${HOST}:${at}`,
  });
  const subgraphs = SUBGRAPH_NAMES.map((name, index) => plan(name, ['subgraph', name], inner[index] ?? 0));
  const workers = inner.slice(SUBGRAPH_NAMES.length).map((at, index) => plan(`worker-${index + 1}`, ['worker'], at));
  const addresses = subgraphs.map(({ name, origin }) => `${name}=${origin}/graphql`).join(',');
  const gateways = doors.map((at, index) => plan(`gateway-${index + 1}`, ['gateway'], at, { SUBGRAPH_URLS: addresses }));
  return [...subgraphs, ...workers, ...gateways];
}

/** Ports that nobody listens on at this moment, all different. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve, reject) => {
        probe.once('error', reject);
        probe.listen(0, HOST, resolve);
      });
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  for (const probe of probes) probe.close();
  return ports;
}
