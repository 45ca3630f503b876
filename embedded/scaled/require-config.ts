import { ConfigError, type Config } from '../../subgraphs/kernel/config/config.ts';

/** @throws ConfigError when a process of the scaled topology is to run on the embedded database, which belongs to one process */
export function requireSharedDatabase(config: Config, command: string): void {
  if (config.databaseUrl === null)
    throw new ConfigError(
      `\`${command}\` is one process of several and needs a PostgreSQL that they share: set DATABASE_URL or --database.`,
    );
}

/** The address of every subgraph. @throws ConfigError that names those without one */
export function requireSubgraphUrls(config: Config, names: readonly string[]): ReadonlyMap<string, string> {
  const missing = names.filter((name) => config.subgraphUrls[name] === undefined);
  if (missing.length > 0)
    throw new ConfigError(
      `SUBGRAPH_URLS names no address for ${missing.join(', ')}: expected name=http://host:port/graphql, separated by commas.`,
    );
  return new Map(names.map((name) => [name, config.subgraphUrls[name] ?? '']));
}
