import { assertValidSchema } from 'graphql';
import { createAuthorization } from '../authorization/authorization.ts';
import type { AuthorizationMode } from '../authorization/verdict.ts';
import { createEngine, type EngineOptions } from '../engine/engine.ts';
import type { Supergraph } from '../engine/supergraph.ts';
import type { Source } from '../sources/source.ts';
import { Generation } from './generation.ts';

/** What is made of a supergraph, and how. */
export interface GenerationOptions {
  /** Reads a supergraph. @throws SupergraphError when it cannot be served */
  load: (sdl: string) => Supergraph;
  /** How its subgraphs are reached. @throws when one of them cannot be */
  connect: (supergraph: Supergraph) => ReadonlyMap<string, Source>;
  /** What becomes of what callers may not ask; `describe` completes “Your role does not allow …” for a policy it knows. */
  authorization: { mode: AuthorizationMode; describe: (policy: string) => string | null };
  /** Where new operations are planned: in threads of their own, so that those that are planned already go on meanwhile, or here. */
  planning?: EngineOptions['planning'];
  /** Is told of each plan that was made, how many seconds it took. */
  planned: (seconds: number) => void;
}

/** Something that is worked out of each supergraph; what it returns puts it in place. */
export type Maker = (supergraph: Supergraph) => () => void;

/** Makes everything that serving a supergraph takes, or nothing. @throws what `load` and `connect` throw, and whatever keeps it from being served */
export function makeGeneration(sdl: string, options: GenerationOptions, makers: readonly Maker[]): Generation {
  const supergraph = options.load(sdl);
  // Apollo Server would find out when it is too late.
  assertValidSchema(supergraph.apiSchema);
  const authorization = createAuthorization(supergraph, options.authorization);
  const made = makers.map((make) => make(supergraph));
  const sources = options.connect(supergraph);
  try {
    const engine = createEngine({ supergraph, sources, planning: options.planning ?? 'HERE', planned: options.planned });
    for (const keep of made) keep();
    return new Generation({ supergraph, engine, authorization, sources });
  } catch (error) {
    // Nothing has gone through them yet.
    for (const source of sources.values()) void source.close().catch(() => undefined);
    throw error;
  }
}
