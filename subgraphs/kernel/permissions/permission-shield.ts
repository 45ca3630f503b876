import { createRequire } from 'node:module';
import util from 'node:util';
import type { GraphQLSchema } from 'graphql';
import type { IMiddlewareGenerator } from 'graphql-middleware';
import type { IRule } from 'graphql-shield';
import type * as Shield from 'graphql-shield';
import { commonErrors } from '../errors/common.errors.ts';
import type { GraphContext } from '../federation/context.ts';
import { rightsOf } from './actions.ts';
import type { Permissions } from './compile-permissions.ts';

// graphql-shield calls util.isUndefined, gone since Node 23; put back before it loads. Both packages are loaded as CommonJS so that
// they share one copy of graphql-middleware.
Object.assign(util, { isUndefined: (value: unknown) => value === undefined });
const load = createRequire(import.meta.url);
const { shield, rule, allow } = load('graphql-shield') as typeof Shield;
const { applyMiddleware } = load('graphql-middleware') as {
  applyMiddleware: (schema: GraphQLSchema, ...middleware: IMiddlewareGenerator<unknown, GraphContext, unknown>[]) => GraphQLSchema;
};

/** Coordinates that have a resolver of their own: root fields and computed fields; plain ones are guarded by the document check. */
export type GuardedFields = Readonly<Record<string, readonly string[]>>;

/** The second fence: the same permissions again at execution, in front of every resolver of ours. Fields it does not know are denied. */
export function applyPermissionShield(schema: GraphQLSchema, permissions: Permissions, guarded: GuardedFields): GraphQLSchema {
  const rules: Record<string, Record<string, IRule>> = {};
  for (const [type, fields] of Object.entries(guarded)) {
    if (schema.getType(type) === undefined) continue;
    const known: Record<string, IRule> = Object.fromEntries(fields.map((field) => [field, guardOf(permissions, type, field)]));
    if (type === 'Query' || type === 'Mutation' || type === 'Subscription') known['*'] = deniedUnknown;
    if (type === 'Query') Object.assign(known, { _service: allow, _entities: allow });
    rules[type] = known;
  }
  return applyMiddleware(schema, shield(rules, { allowExternalErrors: true, fallbackRule: allow }) as never);
}

const deniedUnknown: IRule = rule('unknown root field', { cache: 'no_cache' })(() => commonErrors.FORBIDDEN({ action: 'this field' }));

function guardOf(permissions: Permissions, type: string, field: string): IRule {
  return rule(`${type}.${field}`, { cache: 'no_cache' })((_parent: unknown, _args: unknown, context: GraphContext) => {
    const refusal = permissions.refusal(rightsOf(context.viewer), type, field);
    if (refusal === null) return true;
    return context.viewer.kind === 'anonymous' ? commonErrors.UNAUTHENTICATED({}) : commonErrors.FORBIDDEN(refusal);
  });
}
