import { composeServices, parse } from './root-packages.ts';
import { SUBGRAPHS } from './subgraphs/all.ts';

/** The supergraph of the four, each at the URL that its name has. @throws Error when they do not fit together */
export function composeSupergraph(urls: ReadonlyMap<string, string>): string {
  const services = SUBGRAPHS.map(({ name, typeDefs }) => ({ name, url: urls.get(name) ?? '', typeDefs: parse(typeDefs) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined)
    throw new Error(`the subgraphs do not compose: ${(errors ?? []).map(({ message }) => message).join('; ')}`);
  return supergraphSdl;
}
