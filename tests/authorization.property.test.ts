import { composeServices } from '@apollo/composition';
import fc from 'fast-check';
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createAuthorization, type Authorization } from '../gateway/authorization/authorization.ts';
import type { Grants } from '../gateway/context.ts';
import { asking, write } from './support/authorization-documents.ts';
import { PlainJudge, valueOf } from './support/authorization-judge.ts';
import { held, world, type Held, type World } from './support/authorization-worlds.ts';

const WORLDS = 25;
const OPERATIONS_PER_WORLD = 25;

function guard({ sdl }: World, mode: 'REFUSE' | 'NULL'): { schema: GraphQLSchema; authorization: Authorization } {
  const composed = composeServices([{ name: 'all', url: 'http://all', typeDefs: parse(sdl) }]);
  if (composed.errors !== undefined) throw new AggregateError(composed.errors, 'the world does not compose');
  const schema = composed.schema.toAPISchema().toGraphQLJSSchema();
  return { schema, authorization: createAuthorization({ sdl: composed.supergraphSdl, apiSchema: schema }, { mode, describe: () => null }) };
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
          const plain = new PlainJudge(rules, each, somebody).paths();
          const { refusal } = authorization.judge(document, null, grantsOf(somebody));
          const code = somebody.authenticated ? 'FORBIDDEN' : 'UNAUTHENTICATED';
          expect([write(each), refusal?.code ?? null]).toEqual([write(each), plain.length === 0 ? null : code]);
        }
      }),
      { numRuns: WORLDS },
    );
  });

  test('with denied fields left out, nothing of them is in the reply, everything else is, and each place is told of', () => {
    fc.assert(
      fc.property(world, askings, (rules, operations) => {
        const { schema, authorization } = guard(rules, 'NULL');
        for (const [each, somebody] of operations) {
          const document = parsed(schema, write(each));
          if (document === null) continue;
          const plain = new PlainJudge(rules, each, somebody);
          const { refusal, permitted, errors } = authorization.judge(document, 'Q', grantsOf(somebody));
          expect(refusal).toBeNull();
          const paths = [...new Set(errors.map(({ path = [] }) => path.join('.')))].toSorted();
          expect([write(each), paths]).toEqual([write(each), plain.paths()]);
          const left = permitted === null ? document : permitted.document;
          const reply = left === null ? {} : answer(schema, left);
          expect([write(each), matching(reply, plain.reply())]).toEqual([write(each), plain.reply()]);
          for (const [, type = '', field = ''] of JSON.stringify(reply).matchAll(/"(\w+)\.(\w+)"/g))
            expect([write(each), type, field, plain.gives(type, field)]).toEqual([write(each), type, field, true]);
        }
      }),
      { numRuns: WORLDS },
    );
  });
});

function answer(schema: GraphQLSchema, document: DocumentNode): unknown {
  expect(validate(schema, document)).toEqual([]);
  const result = execute({
    schema,
    document,
    typeResolver: (value) => (value as { __typename: string }).__typename,
    fieldResolver(_source, _args, _context, info) {
      const keys: (string | number)[] = [];
      for (let at: typeof info.path | undefined = info.path; at !== undefined; at = at.prev) keys.unshift(at.key);
      return valueOf(info.parentType.name, info.fieldName, `/${keys.join('/')}`);
    },
  });
  if (result instanceof Promise) throw new Error('nothing here waits');
  expect(result.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(result.data)) as unknown;
}

/** Without the `__typename`s that only serve to shape the reply. */
function matching(reply: unknown, expected: unknown): unknown {
  if (Array.isArray(reply) && Array.isArray(expected)) return reply.map((each, index) => matching(each, expected[index]));
  if (typeof reply !== 'object' || reply === null || typeof expected !== 'object' || expected === null) return reply;
  const wanted = expected as Record<string, unknown>;
  const kept = Object.entries(reply).filter(([key]) => key !== '__typename' || key in wanted);
  return Object.fromEntries(kept.map(([key, value]) => [key, matching(value, wanted[key])]));
}
