import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../../subgraphs/kernel/config/config.ts';
import { createLogger, type Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { startTracing } from '../../subgraphs/kernel/telemetry/tracing.ts';
import { FIXED_ACCESS } from '../door/access-watch.ts';
import { startGateway, type Gateway } from '../gateway.ts';
import { NO_DOCUMENTS, readManifest } from '../persisted/manifest.ts';
import { createPersistedDocuments, type PersistedDocuments, type PersistedOptions } from '../persisted/persisted-documents.ts';
import { reportDocuments } from '../persisted/report.ts';
import type { AloneConfig } from './config-schema.ts';
import { connectSubgraphs } from './connect-subgraphs.ts';
import { doorOf, PERSISTED_MODES } from './door-of-config.ts';
import { jwtAdmission } from './jwt-admission.ts';
import { DEFAULT_CONFIG, readConfig } from './read-config.ts';
import { watchFile } from './watch-file.ts';

export interface AloneOptions {
  /** File of the supergraph. */
  supergraph: string;
  /** File of the configuration; null: the defaults. */
  config: string | null;
  host: string;
  port: number;
  /** Whether the supergraph is followed as its file changes. */
  watch: boolean;
  environment: Readonly<Record<string, string | undefined>>;
  /** Where log lines go; standard output when left out. */
  logDestination?: { write: (line: string) => void };
}

export interface AloneGateway {
  url: string;
  stop(): Promise<void>;
}

/**
 * A gateway over a supergraph file and nothing else: no database, no data folder.
 * @throws ConfigError, SupergraphError, ManifestError what is wrong with the files; EADDRINUSE when the port is taken
 */
export async function startAlone(options: AloneOptions): Promise<AloneGateway> {
  await using opened = new AsyncDisposableStack();
  const config = options.config === null ? DEFAULT_CONFIG : await readConfig(options.config, options.environment);
  const supergraphSdl = await readNamed(options.supergraph, 'supergraph');
  const logger = createLogger(config.log.level, options.logDestination);
  const { endpoint = null, ratio = 1 } = config.tracing ?? {};
  opened.adopt(startTracing({ endpoint, ratio, serviceName: 'gateway' }), (tracing) => tracing.stop());
  const metrics = createMetrics({ processMetrics: true });
  const clock = (): Date => new Date();
  const gateway = opened.adopt(
    await startGateway({
      supergraphSdl,
      connect: connectSubgraphs(config.subgraphs, { logger, metrics }),
      authorization: { mode: config.authorization.denied === 'refuse' ? 'REFUSE' : 'NULL', describe: () => null },
      contract: config.contract ?? null,
      planning: 'THREADS',
      // Hiding names from error messages is of use only where nobody may ask for them.
      mode: config.introspection === true ? 'development' : 'production',
      door: doorOf(config),
      documents: await documentsOf(config, options.config, reportDocuments({ metrics, logger })),
      journal: null,
      logger,
      metrics,
      clock,
      events: null,
      http: {
        host: options.host,
        port: options.port,
        graceMs: config.drainMs,
        origins: config.cors.origins === '*' ? '*' : new Set(config.cors.origins),
        timeoutMs: config.timeoutMs,
      },
      admission: jwtAdmission({ jwt: config.jwt ?? null, forwardHeaders: config.forwardHeaders, clock }),
      access: FIXED_ACCESS,
      readiness: [],
      routes: [],
      clientFolder: null,
    }),
    (started) => started.stop(),
  );
  if (options.watch) opened.defer(follow(options.supergraph, supergraphSdl, gateway, logger));
  const owned = opened.move();
  return { url: gateway.url, stop: () => owned.disposeAsync() };
}

async function readNamed(path: string, what: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`The ${what} ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  });
}

async function documentsOf(
  { persisted }: AloneConfig,
  file: string | null,
  found: NonNullable<PersistedOptions['found']>,
): Promise<PersistedDocuments> {
  const { manifest, automatic, mode } = persisted;
  const read = manifest === undefined ? NO_DOCUMENTS : readManifest(await readNamed(resolve(dirname(file ?? '.'), manifest), 'manifest'));
  return createPersistedDocuments({ mode: PERSISTED_MODES[mode], manifest: read, automatic, found });
}

function follow(path: string, text: string, gateway: Gateway, logger: Logger): () => void {
  return watchFile(path, text, {
    changed(sdl) {
      try {
        if (gateway.replaceSupergraph(sdl)) logger.info({ path }, 'another supergraph is served');
      } catch (error) {
        logger.error(
          { path, reason: error instanceof Error ? error.message : String(error) },
          'the supergraph was not taken; the one before goes on',
        );
      }
    },
    failed: (error) => logger.error({ path, err: error }, 'the supergraph cannot be read; the one before goes on'),
  });
}
