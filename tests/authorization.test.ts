import {
  FieldsOnCorrectTypeRule,
  KnownTypeNamesRule,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isObjectType,
  isLeafType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
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

test('for every field of the graph, every way of getting to it and every role the gateway says what the tables say, in the same words', () => {
  const ways = waysTo(schema);
  expect(ways.length).toBeGreaterThan(1_500);
  const wrong: unknown[] = [];
  for (const text of ways) {
    const document = parse(text, { noLocation: true });
    for (const viewer of EVERYBODY) {
      const told = authorization.judge(document, null, grants(viewer)).refusal;
      const meant = tables(document, viewer);
      if (told?.message !== meant?.message || told?.code !== meant?.code)
        wrong.push([text, audienceOf(viewer), told?.message, meant?.message]);
    }
  }
  expect(wrong).toEqual([]);
});

test('what a subgraph can answer by itself it gives to just those whom the gateway lets ask for it', () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const text of waysTo(schema)) {
    const document = parse(text, { noLocation: true });
    const owner = subgraphs.find((subgraph) => answers(subgraph, document));
    if (owner === undefined) continue;
    for (const viewer of EVERYBODY) {
      compared++;
      const [told, own] = [authorization.judge(document, null, grants(viewer)).refusal?.code, owner.check(document, viewer)?.code];
      if (told !== own) wrong.push([text, owner.name, audienceOf(viewer), told, own]);
    }
  }
  expect(compared).toBeGreaterThan(5_000);
  expect(wrong).toEqual([]);
});

/** Whether a subgraph has all that an operation asks for; the operations here leave arguments out. */
function answers({ schema: own }: BuiltSubgraph, document: DocumentNode): boolean {
  const operation = getOperationAST(document);
  if (operation == null || own.getRootType(operation.operation) == null) return false;
  return validate(own, document, [FieldsOnCorrectTypeRule, KnownTypeNamesRule]).length === 0;
}

/** For each field by which an object type is come to, and each field of that type, the shortest operation through both. */
function waysTo(of: GraphQLSchema): string[] {
  const reached = new Set<string>();
  const ways: string[] = [];
  const roots = [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()].flatMap((type) => type ?? []);
  const waiting: Way[] = roots.map((type) => ({ type, around: (inner) => `${type.name.toLowerCase()} { ${inner} }` }));
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    for (const field of Object.values(way.type.getFields())) {
      ways.push(way.around(isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`));
      if (!reached.has(way.type.name)) waiting.push(...waysThrough(of, field, way.around));
    }
    reached.add(way.type.name);
  }
  return ways;
}

interface Way {
  type: GraphQLObjectType;
  around: (inner: string) => string;
}

function waysThrough(of: GraphQLSchema, { name, type }: GraphQLField<unknown, unknown>, around: Way['around']): Way[] {
  const returned = getNamedType(type);
  const members = isAbstractType(returned) ? of.getPossibleTypes(returned) : isObjectType(returned) ? [returned] : [];
  return members.map((member) => ({ type: member, around: (inner) => around(`${name} { ... on ${member.name} { ${inner} } }`) }));
}
