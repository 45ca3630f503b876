import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { doorOf, PERSISTED_MODES } from '../../gateway/alone/door-of-config.ts';
import { jwtAdmission } from '../../gateway/alone/jwt-admission.ts';
import { readConfig } from '../../gateway/alone/read-config.ts';
import { FIXED_ACCESS } from '../../gateway/door/access-watch.ts';
import { startGateway } from '../../gateway/gateway.ts';
import { loadManifest, NO_DOCUMENTS } from '../../gateway/persisted/manifest.ts';
import { createPersistedDocuments } from '../../gateway/persisted/persisted-documents.ts';
import { localSource } from '../../gateway/sources/local/local-source.ts';
import type { Source } from '../../gateway/sources/source.ts';
import { createSubgraphExecutor } from '../../subgraphs/kernel/federation/execute-subgraph.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { SUBGRAPHS } from './subgraphs/all.ts';
import { schemaOf } from './subgraphs/schema.ts';

/** `local.child.ts <supergraph file> <configuration> <port>`: the door of `autonomos gateway`, over the four subgraphs in this process. */
const [supergraph = '', configuration = '', port] = process.argv.slice(2);
const config = await readConfig(configuration, {});
const { manifest, automatic, mode } = config.persisted;
const logger = createLogger(config.log.level);
const metrics = createMetrics({ processMetrics: true });
const clock = (): Date => new Date();
const openStream = (): Promise<never> => Promise.reject(new Error('nothing is subscribed to here'));

const sources = new Map<string, Source>(
  SUBGRAPHS.map((subgraph) => {
    const execute = createSubgraphExecutor({ name: subgraph.name, schema: schemaOf(subgraph), check: () => null }, logger);
    return [subgraph.name, localSource(subgraph.name, { execute, openStream }, metrics)];
  }),
);
const gateway = await startGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  connect: () => sources,
  authorization: { mode: 'NULL', describe: () => null },
  planning: 'THREADS',
  mode: 'development',
  door: doorOf(config),
  documents: createPersistedDocuments({
    mode: PERSISTED_MODES[mode],
    manifest: manifest === undefined ? NO_DOCUMENTS : await loadManifest(resolve(dirname(configuration), manifest)),
    automatic,
  }),
  journal: null,
  logger,
  metrics,
  clock,
  events: null,
  http: { host: '127.0.0.1', port: Number(port) },
  admission: jwtAdmission({ jwt: null, forwardHeaders: [], clock }),
  access: FIXED_ACCESS,
  readiness: [],
  routes: [],
  clientFolder: null,
});
process.once('SIGTERM', () => void gateway.stop().then(() => process.exit()));
