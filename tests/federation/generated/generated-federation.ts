import { runApollo } from '../kit/apollo.ts';
import { runDeferring, runEngine } from '../kit/engine.ts';
import type { Run } from '../kit/runner.ts';
import { testSources } from '../kit/sources.ts';
import { apiSchemaOf, composeSubgraphs } from '../kit/subgraphs.ts';
import type { GraphQLSchema } from 'graphql';
import type { Model } from './model.ts';
import { runMonolith } from './monolith.ts';
import { realize } from './realize.ts';
import { modulesOf, worldSubgraph } from './subgraph.ts';

/** A generated federation, executed in three ways. */
export interface GeneratedFederation {
  apiSchema: GraphQLSchema;
  /** All data behind one schema: what is right. */
  monolith: Run;
  engine: Run;
  /** With its parts put together. */
  deferring: Run;
  apollo: Run;
  /** For whoever reads a counterexample. */
  describe: () => string;
}

/** The federation a model stands for; null when its subgraphs do not compose, which is nobody's fault here. */
export function generatedFederation(model: Model): GeneratedFederation | null {
  const world = realize(model);
  const modules = modulesOf(world);
  const supergraphSdl = composed(modules);
  if (supergraphSdl === null) return null;
  const schemas = new Map(Object.entries(modules).map(([name, { sdl }]) => [name, worldSubgraph(world, name, sdl)]));
  const sources = testSources(schemas, new Map());
  const apiSchema = apiSchemaOf(supergraphSdl);
  return {
    apiSchema,
    monolith: runMonolith(world, apiSchema),
    engine: runEngine(supergraphSdl, sources),
    deferring: runDeferring(supergraphSdl, sources),
    apollo: runApollo(supergraphSdl, sources),
    describe: () =>
      [`seed ${model.seed}`, ...Object.entries(modules).map(([name, { sdl }]) => `# ${name}\n${sdl.split('\n').slice(4).join('\n')}`)].join(
        '\n',
      ),
  };
}

/** Composition itself runs out of stack on some circles of requirements. */
function composed(modules: ReturnType<typeof modulesOf>): string | null {
  try {
    const sdl = composeSubgraphs(modules);
    return typeof sdl === 'string' ? sdl : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
