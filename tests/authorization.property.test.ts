import { composeServices } from '@apollo/composition';
import fc from 'fast-check';
import { execute, parse, validate, type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createAuthorization, type Authorization } from '../gateway/authorization/authorization.ts';
import type { Grants } from '../gateway/context.ts';
import { createEngine, type Engine } from '../gateway/engine/engine.ts';
import { TEST_CONTEXT } from '../gateway/engine/engine.testkit.ts';
import { loadSupergraph } from '../gateway/engine/supergraph.ts';
import type { Source } from '../gateway/sources/source.ts';
import { asking, write } from './support/authorization-documents.ts';
import { PlainJudge, valueOf } from './support/authorization-judge.ts';
import { held, world, type Held, type World } from './support/authorization-worlds.ts';

/** The other one has a default. */
const VARIABLES = { off: false };
const WORLDS = 25;
const OPERATIONS_PER_WORLD = 25;

interface Guarded {
  schema: GraphQLSchema;
  authorization: Authorization;
  engine: Engine;
}

function guard({ sdl }: World, mode: 'REFUSE' | 'NULL'): Guarded {
  const composed = composeServices([{ name: 'all', url: 'http://all', typeDefs: parse(sdl) }]);
  if (composed.errors !== undefined) throw new AggregateError(composed.errors, 'the world does not compose');
  const supergraph = loadSupergraph(composed.supergraphSdl);
  return {
    schema: supergraph.apiSchema,
    authorization: createAuthorization(supergraph, { mode, describe: () => null }),
    engine: createEngine({ supergraph, sources: new Map([['all', sourceOf(supergraph.apiSchema)]]) }),
  };
}

function grantsOf(somebody: Held): Grants {
  return {
    key: JSON.stringify(somebody),
    role: 'anybody',
    authenticated: somebody.authenticated,
    scopes: new Set(somebody.scopes),
    policies: new Set(somebody.policies),
  };
}

const askings = fc.array(fc.tuple(asking, held), { minLength: OPERATIONS_PER_WORLD, maxLength: OPERATIONS_PER_WORLD });

/** Documents whose parts contradict each other are no operations at all. */
function parsed(schema: GraphQLSchema, text: string): DocumentNode | null {
  const document = parse(text, { noLocation: true });
  return validate(schema, document).length === 0 ? document : null;
}

describe('whatever the graph, its rules, the operation and who asks', () => {
  test('a request is refused just when some type that could answer does not give a field', () => {
    fc.assert(
      fc.property(world, askings, (rules, operations) => {
        const { schema, authorization } = guard(rules, 'REFUSE');
        for (const [each, somebody] of operations) {
          const document = parsed(schema, write(each));
          if (document === null) continue;
          const plain = new PlainJudge(rules, each, somebody).paths('ALL');
          const { refusal } = authorization.judge(document, null, grantsOf(somebody));
          const code = somebody.authenticated ? 'FORBIDDEN' : 'UNAUTHENTICATED';
          expect([write(each), refusal?.code ?? null]).toEqual([write(each), plain.length === 0 ? null : code]);
        }
      }),
      { numRuns: WORLDS },
    );
  });

  test('with denied fields left out, nothing of them is in the reply, everything else is, and each place is told of', async () => {
    await fc.assert(
      fc.asyncProperty(world, askings, async (rules, operations) => {
        const { schema, authorization, engine } = guard(rules, 'NULL');
        for (const [each, somebody] of operations) {
          const document = parsed(schema, write(each));
          if (document === null) continue;
          const plain = new PlainJudge(rules, each, somebody);
          const { refusal, permitted, errorsFor } = authorization.judge(document, 'Q', grantsOf(somebody));
          expect(refusal).toBeNull();
          const paths = [...new Set(errorsFor(VARIABLES).map(({ path = [] }) => path.join('.')))].toSorted();
          expect([write(each), paths]).toEqual([write(each), plain.paths('ASKED')]);
          const context = { ...TEST_CONTEXT, grants: grantsOf(somebody) };
          const reply = await engine.execute({ document, operationName: 'Q', variables: VARIABLES, context, permitted });
          expect([write(each), reply]).toEqual([write(each), { data: plain.reply() }]);
          for (const [, type = '', field = ''] of JSON.stringify(reply.data).matchAll(/"(\w+)\.(\w+)"/g))
            expect([write(each), type, field, plain.gives(type, field)]).toEqual([write(each), type, field, true]);
        }
      }),
      { numRuns: WORLDS },
    );
  });
});

/** One subgraph that answers every field by where it stands. */
function sourceOf(schema: GraphQLSchema): Source {
  return {
    name: 'all',
    open: () => Promise.reject(new Error('nothing is subscribed to')),
    close: () => Promise.resolve(),
    async fetch({ document }) {
      const result = await execute({
        schema,
        document,
        typeResolver: (value) => (value as { __typename: string }).__typename,
        fieldResolver: (_source, _args, _context, info) => valueOf(info.parentType.name, info.fieldName, placeOf(info.path)),
      });
      expect(result.errors).toBeUndefined();
      return { data: JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>, errors: [] };
    },
  };
}

/** By the names that the caller gave, as the plan marks them. */
function placeOf(path: GraphQLResolveInfo['path']): string {
  return `${path.prev === undefined ? '' : placeOf(path.prev)}/${String(path.key).replace(/^_a_/, '')}`;
}
