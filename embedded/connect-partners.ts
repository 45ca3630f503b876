import { readFileSync } from 'node:fs';
import type { Supergraph } from '../gateway/engine/supergraph.ts';
import { httpSource } from '../gateway/sources/remote/http-source.ts';
import type { Source } from '../gateway/sources/source.ts';
import { ConfigError, type Config } from '../subgraphs/kernel/config/config.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import type { System } from '../subgraphs/kernel/system.ts';

/** The supergraph that is to be served: the product's own, or one that has partners' subgraphs as well. @throws ConfigError */
export function readSupergraph({ supergraphFile }: Config): string {
  if (supergraphFile === null) return readFileSync(packagePath('schema', 'supergraph.graphql'), 'utf8');
  try {
    return readFileSync(supergraphFile, 'utf8');
  } catch (cause) {
    throw new ConfigError(`SUPERGRAPH_FILE cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

/** The product's own subgraphs as they are reached here, and partners' at the addresses that the supergraph has for them. */
export function withPartners(
  own: readonly Source[],
  { metrics, logger }: Pick<System, 'metrics' | 'logger'>,
): (supergraph: Supergraph) => ReadonlyMap<string, Source> {
  const known = new Map(own.map((source) => [source.name, source]));
  return ({ subgraphs }) => {
    const partners = [...subgraphs].filter(([name]) => !known.has(name));
    return new Map([
      ...known,
      ...partners.map(([name, url]) => [name, httpSource({ name, url, viewerSecret: null }, metrics, logger)] as const),
    ]);
  };
}
