import { createEngine } from '../../../gateway/engine/engine.ts';
import { loadSupergraph } from '../../../gateway/engine/supergraph.ts';
import type { Source } from '../../../gateway/sources/source.ts';
import { testContext } from './context.ts';
import { plainReply, type Run, type TestReply } from './runner.ts';

/** The gateway's own engine. */
export function runEngine(supergraphSdl: string, sources: ReadonlyMap<string, Source>): Run {
  const engine = createEngine({ supergraph: loadSupergraph(supergraphSdl), sources });
  return async ({ document, variables, operationName }) =>
    plainReply(await engine.execute({ document, operationName, variables, context: testContext(), permitted: null }));
}

/** The same, with what is deferred put back into its place: the reply is what it would have been without `@defer`. */
export function runDeferring(supergraphSdl: string, sources: ReadonlyMap<string, Source>): Run {
  const engine = createEngine({ supergraph: loadSupergraph(supergraphSdl, { defer: true }), sources });
  return async ({ document, variables, operationName }) => {
    const reply = await engine.respondInParts({ document, operationName, variables, context: testContext(), permitted: null });
    if (!('initial' in reply)) return plainReply(asJson(reply));
    const whole = plainReply(asJson(reply.initial));
    const errors = [...whole.errors];
    for await (const { parts } of reply.deliveries) {
      for (const { part, data, errors: more } of parts) {
        mergeAt(whole.data, part.path, data?.toJSON() ?? null);
        errors.push(...plainReply({ errors: more }).errors);
      }
    }
    return { data: whole.data, errors };
  };
}

type Data = Record<string | number, unknown>;

function asJson({
  data,
  errors,
}: {
  data: { toJSON(): unknown } | null | undefined;
  errors: readonly unknown[];
}): Parameters<typeof plainReply>[0] {
  return { data: data?.toJSON() ?? null, errors: errors as TestReply['errors'] as [] };
}

function mergeAt(data: unknown, path: readonly (string | number)[], part: unknown): void {
  const place = path.reduce<unknown>((value, step) => (value as Data)[step], data);
  merge(place as Data, part as Data);
}

function merge(into: Data, from: Data | null): void {
  for (const [key, value] of Object.entries(from ?? {})) {
    const known = into[key];
    if (typeof known === 'object' && known !== null && typeof value === 'object' && value !== null) merge(known as Data, value as Data);
    else into[key] = value;
  }
}
