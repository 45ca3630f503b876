import { createHash } from 'node:crypto';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { underContract, type Contract } from '../authorization/contract/contract.ts';
import { fieldsWithArguments } from './planning/client-names.ts';
import { interfaceObjectsOf } from './planning/concrete-fragments.ts';
import { entityKeysOf, type EntityKeys } from './planning/entity-keys.ts';

/** A composed graph, ready to be planned and executed against. */
export interface Supergraph {
  /** Hash of the SDL: equal ids, equal graphs. */
  id: string;
  sdl: string;
  /** What callers see. */
  apiSchema: GraphQLSchema;
  /** With the join directives and everything that callers do not see. */
  schema: GraphQLSchema;
  /** Names of the subgraphs with the address that composition was told; an empty one is no address. */
  subgraphs: ReadonlyMap<string, string>;
  /** Names of fields that take arguments somewhere. */
  withArguments: ReadonlySet<string>;
  /** Interfaces that some subgraph adds fields to without knowing their types. */
  interfaceObjects: ReadonlySet<string>;
  entityKeys: EntityKeys;
  /** Whether `@defer` may be asked for. */
  defer: boolean;
  /** What the planner works on. */
  federation: FederationSupergraph;
}

/** The text is not a supergraph that can be served. The message says why, in sentences. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}

/** Reads a supergraph, or the part of it that a contract leaves to callers. @throws SupergraphError when it is not one, or needs something that this gateway does not know */
export function loadSupergraph(sdl: string, options: { defer?: boolean; contract?: Contract | null } = {}): Supergraph {
  const { defer = false, contract = null } = options;
  try {
    const federation = FederationSupergraph.build(contract === null ? sdl : underContract(sdl, contract), {
      supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    });
    const schema = federation.schema.toGraphQLJSSchema();
    const subgraphs = [...federation.subgraphsMetadata()].map(({ name, url }) => [name, url] as const);
    return {
      id: createHash('sha256')
        .update(JSON.stringify([sdl, contract]))
        .digest('hex'),
      sdl,
      apiSchema: federation.apiSchema().toGraphQLJSSchema({ includeDefer: defer }),
      schema,
      withArguments: fieldsWithArguments(schema),
      interfaceObjects: interfaceObjectsOf(federation.schema),
      entityKeys: entityKeysOf(federation.schema),
      subgraphs: new Map(subgraphs),
      defer,
      federation,
    };
  } catch (cause) {
    throw new SupergraphError(reasonOf(cause), { cause });
  }
}

function reasonOf(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `This is not a supergraph that can be served: ${reason.trim()} Compose the subgraphs into one file with Federation 2, and serve that.`;
}
