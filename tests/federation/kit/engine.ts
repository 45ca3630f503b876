import { createEngine } from '../../../gateway/engine/engine.ts';
import { loadSupergraph } from '../../../gateway/engine/supergraph.ts';
import type { Source } from '../../../gateway/sources/source.ts';
import { testContext } from './context.ts';
import { plainReply, type Run } from './runner.ts';

/** The gateway's own engine. */
export function runEngine(supergraphSdl: string, sources: ReadonlyMap<string, Source>): Run {
  const engine = createEngine({ supergraph: loadSupergraph(supergraphSdl), sources });
  return async ({ document, variables, operationName }) =>
    plainReply(await engine.execute({ document, operationName, variables, context: testContext(), permitted: null }));
}
