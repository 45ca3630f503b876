import { expect, test } from 'vitest';
import { describeSystem } from '../describe-system.ts';
import { subgraphFactories } from '../subgraphs.ts';
import { loadSubgraph } from './load-subgraph.ts';
import { SUBGRAPH_ROUTES } from './proxied-routes.ts';
import { SUBGRAPH_NAMES } from './subgraph-names.ts';

test('a process that serves one subgraph serves the same one as a process that serves all', async () => {
  for (const { name, create, entities } of subgraphFactories) expect(await loadSubgraph(name)).toEqual({ create, entities });
  expect(await loadSubgraph('toString')).toBeNull();
});

test('a gateway knows the subgraphs and their plain routes without their code', () => {
  const system = describeSystem();
  const modules = subgraphFactories.map(({ create }) => create(system));
  expect(modules.map(({ name }) => name).toSorted()).toEqual([...SUBGRAPH_NAMES]);
  const routes = modules.flatMap((module) =>
    (module.routes ?? []).map(({ method, prefix }) => ({ subgraph: module.name, method, prefix })),
  );
  expect(SUBGRAPH_ROUTES).toEqual(routes);
});
