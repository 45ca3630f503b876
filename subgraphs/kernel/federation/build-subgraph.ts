import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, print, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray, type PubSub } from 'type-graphql';
import type { ActionTable } from '../permissions/actions.ts';
import { compilePermissions, expandActions } from '../permissions/compile-permissions.ts';
import { createDocumentCheck, type DocumentCheck } from '../permissions/check-document.ts';
import { applyPermissionShield } from '../permissions/permission-shield.ts';
import { withPolicies } from '../permissions/policy-directives.ts';
import { COST_IMPORTS, withListSizes } from './cost-directives.ts';
import type { SubgraphModule } from './subgraph-module.ts';

const IMPORTS = ['@key', '@shareable', '@external', '@requires', '@provides', '@tag', '@inaccessible', '@policy', ...COST_IMPORTS];
const FEDERATION_LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(IMPORTS)})`;

export interface BuiltSubgraph {
  name: string;
  schema: GraphQLSchema;
  /** The subgraph's contract, as committed in schema/<name>.graphql. */
  sdl: string;
  check: DocumentCheck;
  /** The module's action table with every coverage spelled out as `Type.field`. */
  actions: ActionTable;
}

/** TypeGraphQL asks for one before it makes subscriptions; ours are followed by the gateway. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('subscriptions are followed by the gateway');
  },
};

type ResolverClass = new (...args: never[]) => object;

/**
 * TypeGraphQL classes → a Federation 2 subgraph with reference resolvers and both permission fences.
 * @throws when a field of the schema is covered by no action of the module's table.
 */
export async function buildSubgraph(module: SubgraphModule): Promise<BuiltSubgraph> {
  const byClass = new Map(module.resolvers.map((instance) => [instance.constructor, instance]));
  const classes = [...byClass.keys()] as unknown as NonEmptyArray<ResolverClass>;
  const plain = await buildSchema({
    resolvers: classes,
    orphanedTypes: module.references.map((reference) => reference.type),
    skipCheck: true,
    validate: false,
    container: { get: (cls) => byClass.get(cls) },
    pubSub: NO_PUB_SUB,
  });
  const actions = expandActions(plain, module.actions);
  const guarded = print(withPolicies(parse(printSchemaWithDirectives(plain), { noLocation: true }), actions));
  const sdl = withListSizes(`${FEDERATION_LINK}\n\n${guarded}\n`);
  const resolvers = createResolversMap(plain);
  const referenced = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: withReferences(resolvers, module) as never }]);

  const permissions = compilePermissions(plain, module.actions);
  const computed = Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => [type, Object.keys(fields).filter((field) => isComputed(plain, type, field))]),
  );
  const schema = applyPermissionShield(referenced, permissions, computed);
  return { name: module.name, schema, sdl, check: createDocumentCheck(schema, permissions), actions };
}

/** Only `buildSubgraphSchema` knows where it looks for reference resolvers: added any other way they are never called. */
function withReferences(resolvers: Readonly<Record<string, object>>, module: SubgraphModule): Record<string, object> {
  const references = module.references.map(({ name, resolve }) => [name, { ...resolvers[name], __resolveReference: resolve }] as const);
  return { ...resolvers, ...Object.fromEntries(references) };
}

function isComputed(schema: GraphQLSchema, typeName: string, field: string): boolean {
  const type = schema.getType(typeName);
  return type !== undefined && 'getFields' in type && field in type.getFields() && 'resolve' in (type.getFields()[field] ?? {});
}
