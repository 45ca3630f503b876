import { getNamedType, isAbstractType, isObjectType, isLeafType, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { describeSubgraphs } from '../embedded/describe-system.ts';
import { createAuthorization, type Authorization } from '../gateway/authorization/authorization.ts';
import { grantsOf } from '../gateway/authorization/grants.ts';
import { compose } from '../schema/print/compose.ts';
import type { BuiltSubgraph } from '../subgraphs/kernel/federation/build-subgraph.ts';
import { audienceOf } from '../subgraphs/kernel/permissions/actions.ts';
import { createDocumentCheck, type DocumentCheck } from '../subgraphs/kernel/permissions/check-document.ts';
import { compilePermissions } from '../subgraphs/kernel/permissions/compile-permissions.ts';
import { mergeActions } from '../subgraphs/kernel/permissions/merge-actions.ts';
import { ROLES, type Viewer } from '../subgraphs/kernel/viewer/viewer.ts';

const EVERYBODY: readonly Viewer[] = [
  { kind: 'anonymous' },
  ...ROLES.map((role) => ({ kind: 'user' as const, tenantId: 'tenant', userId: 'user', role })),
];

let subgraphs: BuiltSubgraph[];
let schema: GraphQLSchema;
let authorization: Authorization;
let grants: ReturnType<typeof grantsOf>;
/** The tables themselves, asked without the directives made of them. */
let tables: DocumentCheck;

beforeAll(async () => {
  subgraphs = await describeSubgraphs();
  const { api, supergraphSdl } = compose(subgraphs);
  schema = api;
  const actions = mergeActions(subgraphs.map((each) => each.actions));
  grants = grantsOf(actions);
  tables = createDocumentCheck(api, compilePermissions(api, actions));
  const describeAction = (policy: string): string | null => actions[policy]?.description ?? null;
  authorization = createAuthorization({ sdl: supergraphSdl, apiSchema: api }, { mode: 'REFUSE', describe: describeAction });
});

test('for every field of the graph and every role the gateway says what the subgraphs’ tables say, in the same words', () => {
  const ways = waysTo(schema);
  expect(ways.size).toBeGreaterThan(500);
  const wrong: unknown[] = [];
  for (const [coordinate, text] of ways) {
    const document = parse(text, { noLocation: true });
    for (const viewer of EVERYBODY) {
      const told = authorization.judge(document, null, grants(viewer)).refusal;
      const meant = tables(document, viewer);
      if (told?.message !== meant?.message || told?.code !== meant?.code)
        wrong.push([coordinate, text, audienceOf(viewer), told?.message, meant?.message]);
    }
  }
  expect(wrong).toEqual([]);
});

/** An operation for each field of each object type: the shortest way to it from a root. */
function waysTo(of: GraphQLSchema): Map<string, string> {
  const ways = new Map<string, string>();
  const reached = new Set<string>();
  const roots = [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()].flatMap((type) => type ?? []);
  const waiting: { type: GraphQLObjectType; around: (inner: string) => string }[] = roots.map((type) => ({
    type,
    around: (inner) => `${type.name.toLowerCase()} { ${inner} }`,
  }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { type, around } = next;
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      ways.set(`${type.name}.${field.name}`, around(isLeafType(returned) ? field.name : `${field.name} { __typename }`));
      const members = isAbstractType(returned) ? of.getPossibleTypes(returned) : isObjectType(returned) ? [returned] : [];
      for (const member of members)
        waiting.push({ type: member, around: (inner) => around(`${field.name} { ... on ${member.name} { ${inner} } }`) });
    }
  }
  return ways;
}
