import type { SubgraphModule } from './subgraph-module.ts';
import { joinPrivacy } from '../privacy/privacy-registry.ts';

/** One feature of a subgraph: what its folder adds to it. */
export type Feature = Partial<Omit<SubgraphModule, 'name' | 'actions' | 'start' | 'stop'>> & Pick<SubgraphModule, 'start' | 'stop'>;

/** All features as one subgraph; they start in order and stop in the opposite one. */
export function joinFeatures(features: readonly Feature[]): Omit<SubgraphModule, 'name' | 'actions'> {
  return {
    resolvers: features.flatMap(({ resolvers = [] }) => resolvers),
    references: features.flatMap(({ references = [] }) => references),
    consumers: features.flatMap(({ consumers = [] }) => consumers),
    routes: features.flatMap(({ routes = [] }) => routes),
    streams: Object.assign({}, ...features.map(({ streams = {} }) => streams)) as NonNullable<SubgraphModule['streams']>,
    workflows: features.flatMap(({ workflows = [] }) => workflows),
    sealed: features.flatMap(({ sealed = [] }) => sealed),
    privacy: joinPrivacy(features.flatMap(({ privacy }) => (privacy === undefined ? [] : [privacy]))),
    async start() {
      for (const feature of features) await feature.start?.();
    },
    async stop() {
      for (const feature of features.toReversed()) await feature.stop?.();
    },
  };
}
