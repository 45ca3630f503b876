import { ConfigError } from '../../subgraphs/kernel/config/config.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { Supergraph } from '../engine/supergraph.ts';
import { httpSource } from '../sources/remote/http-source.ts';
import type { RemoteSubgraph } from '../sources/remote/remote-subgraph.ts';
import type { Source } from '../sources/source.ts';
import type { AloneConfig } from './config-schema.ts';

/**
 * Reaches each subgraph of a supergraph at the address that the configuration has for it, or else the supergraph.
 * @throws ConfigError that names those without one
 */
export function connectSubgraphs(
  config: AloneConfig['subgraphs'],
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): (supergraph: Supergraph) => ReadonlyMap<string, Source> {
  return ({ subgraphs }) => {
    const unknown = Object.keys(config).filter((name) => !subgraphs.has(name));
    if (unknown.length > 0) logger.warn({ subgraphs: unknown }, 'the configuration names subgraphs that the supergraph does not have');
    const addressed = [...subgraphs].map(([name, address]) => ({ name, url: config[name]?.url ?? address, settings: config[name] }));
    const missing = addressed.filter(({ url }) => !isHttp(url)).map(({ name }) => name);
    if (missing.length > 0)
      throw new ConfigError(
        `The supergraph has no http:// address for ${missing.join(', ')}: set subgraphs.${missing[0]}.url in the file that --config names.`,
      );
    return new Map(
      addressed.map(({ name, url, settings }) => {
        return [
          name,
          httpSource({ name, url, viewerSecret: null, ...(settings === undefined ? {} : remoteOf(settings)) }, metrics, logger),
        ];
      }),
    );
  };
}

type Settings = NonNullable<AloneConfig['subgraphs'][string]>;

function remoteOf({ headers, websocketUrl, timeoutMs, connections, retries, joinQueries }: Settings): Partial<RemoteSubgraph> {
  return {
    headers,
    webSocketUrl: websocketUrl ?? null,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    limits: {
      ...(connections === undefined ? {} : { connections }),
      ...(retries === undefined ? {} : { retries }),
      ...(joinQueries === undefined ? {} : { joinEqual: joinQueries }),
    },
  };
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
