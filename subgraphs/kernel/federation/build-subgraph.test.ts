import { GraphQLError, type ExecutionResult } from 'graphql';
import { Arg, Directive, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commonErrors } from '../errors/common.errors.ts';
import { EVERYONE, OPERATORS, defineActions, type ActionTable } from '../permissions/actions.ts';
import { compilePermissions } from '../permissions/compile-permissions.ts';
import { applyPermissionShield } from '../permissions/permission-shield.ts';
import { createLogger } from '../telemetry/logger.ts';
import { ROLES, type Role, type Viewer } from '../viewer/viewer.ts';
import { buildSubgraph, type BuiltSubgraph } from './build-subgraph.ts';
import { createGraphContext } from './context.ts';
import { createSubgraphExecutor, type SubgraphExecutor } from './execute-subgraph.ts';
import type { SubgraphModule } from './subgraph-module.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A thing.', simpleResolvers: true })
class Gadget {
  @Field(() => String, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;
}

/** Which resolvers ran: a guarded one that was refused must not be among them. */
let ran: string[] = [];

@Resolver(() => Gadget)
class GadgetResolver {
  @Query(() => [Gadget], { description: 'All.' })
  gadgets(): Gadget[] {
    ran.push('gadgets');
    return [gadget('1')];
  }

  @Mutation(() => Gadget, { description: 'Makes one.' })
  makeGadget(@Arg('id', () => String, { description: 'Its id.' }) id: string): Gadget {
    ran.push('makeGadget');
    return gadget(id);
  }

  @Query(() => String, { description: 'Fails.' })
  fail(@Arg('foreseen', () => Boolean, { description: 'How.' }) foreseen: boolean): string {
    throw foreseen ? commonErrors.NOT_FOUND({ what: 'gadget' }) : new Error('canary-internal');
  }

  @FieldResolver(() => String, { description: 'Costs something to know.' })
  cost(@Root() parent: Gadget): string {
    ran.push('cost');
    return `cost of ${parent.id}`;
  }
}

const gadget = (id: string): Gadget => Object.assign(new Gadget(), { id, label: `gadget ${id}` });

const actions = defineActions({
  look: { description: 'looking', audience: EVERYONE, covers: ['Query', 'Gadget'] },
  cost: { description: 'reading costs', audience: OPERATORS, covers: ['Gadget.cost', 'Mutation'] },
});

const moduleWith = (table: ActionTable): SubgraphModule => ({
  name: 'gadgets',
  resolvers: [new GadgetResolver()],
  references: [{ name: 'Gadget', type: Gadget, resolve: ({ id = '' }) => (id === '1' ? gadget(id) : null) }],
  actions: table,
  consumers: [],
});

const viewerOf = (role: Role | null): Viewer =>
  role === null ? { kind: 'anonymous' } : { kind: 'user', tenantId: 't', userId: 'u', role };

let built: BuiltSubgraph;
let execute: SubgraphExecutor;
beforeAll(async () => {
  built = await buildSubgraph(moduleWith(actions));
  execute = createSubgraphExecutor(built, createLogger('silent'));
});
beforeEach(() => {
  ran = [];
});

async function ask(query: string, role: Role | null, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  try {
    return await execute({ query, variables }, createGraphContext({ viewer: viewerOf(role) }));
  } catch (error) {
    return { errors: [new GraphQLError('refused', { originalError: error as Error })] };
  }
}
const codeOf = ({ errors }: ExecutionResult): unknown => errors?.[0]?.extensions['code'];
const ENTITIES = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Gadget { label } } }';

describe('a subgraph', () => {
  test('answers a member, computed fields included', async () => {
    expect(await ask('{ gadgets { id label cost } }', 'OPERATOR')).toMatchObject({
      data: { gadgets: [{ id: '1', label: 'gadget 1', cost: 'cost of 1' }] },
    });
  });

  test('resolves references by its own loader: what is there, and null for what is not', async () => {
    const of = ['1', '2'].map((id) => ({ __typename: 'Gadget', id }));
    expect(await ask(ENTITIES, 'VIEWER', { of })).toMatchObject({ data: { _entities: [{ label: 'gadget 1' }, null] } });
  });

  test('prints a Federation 2 contract with its keys and descriptions', () => {
    expect(built.sdl).toContain('@link(url: "https://specs.apollo.dev/federation/');
    expect(built.sdl).toMatch(/type Gadget @key\(fields: "id"\)/);
    expect(built.sdl).toContain('Costs something to know.');
  });

  test('is not built when an action forgets a field', async () => {
    await expect(buildSubgraph(moduleWith({ look: { ...actions.look, covers: ['Query'] } }))).rejects.toThrowError('Gadget.id');
  });

  test('shows a foreseen error with its advice and does not touch the others', async () => {
    const foreseen = await ask('{ fail(foreseen: true) }', 'VIEWER');
    expect(foreseen.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', todo: expect.any(String) });
    const unforeseen = await ask('{ fail(foreseen: false) }', 'VIEWER');
    expect(unforeseen.errors?.[0]?.originalError?.message).toBe('canary-internal');
  });
});

describe('the first fence, on documents', () => {
  test.each(['{ gadgets { cost } }', '{ gadgets { name: cost } }', 'mutation { makeGadget(id: "x") { id } }'])(
    '%s is refused before any resolver runs',
    async (query) => {
      expect(codeOf(await ask(query, 'VIEWER'))).toBe('FORBIDDEN');
      expect(codeOf(await ask(query, null))).toBe('UNAUTHENTICATED');
      expect(ran).toEqual([]);
    },
  );

  test('entities are no way around it', async () => {
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Gadget { cost } } }';
    expect(codeOf(await ask(query, 'VIEWER', { of: [{ __typename: 'Gadget', id: '1' }] }))).toBe('FORBIDDEN');
    expect(ran).toEqual([]);
  });
});

describe('the second fence, at execution, when the first one is not there', () => {
  const unchecked = async (query: string, role: Role | null): Promise<ExecutionResult> =>
    createSubgraphExecutor({ ...built, check: () => null }, createLogger('silent'))(
      { query },
      createGraphContext({ viewer: viewerOf(role) }),
    );

  test('guards root fields', async () => {
    const refused = await unchecked('mutation { makeGadget(id: "x") { id } }', 'VIEWER');
    expect(codeOf(refused)).toBe('FORBIDDEN');
    expect(codeOf(await unchecked('mutation { makeGadget(id: "x") { id } }', null))).toBe('UNAUTHENTICATED');
    expect(ran).toEqual([]);
    for (const role of ROLES.filter((each) => OPERATORS.includes(each)))
      expect(await unchecked('mutation { makeGadget(id: "x") { id } }', role)).toMatchObject({ data: { makeGadget: { id: 'x' } } });
  });

  test('guards computed fields', async () => {
    expect(codeOf(await unchecked('{ gadgets { cost } }', 'VIEWER'))).toBe('FORBIDDEN');
    expect(ran).toEqual(['gadgets']);
    expect(await unchecked('{ gadgets { cost } }', 'OPERATOR')).toMatchObject({ data: { gadgets: [{ cost: 'cost of 1' }] } });
  });

  test('denies a root field it was not told of', async () => {
    const permissions = compilePermissions(built.schema, actions);
    const schema = applyPermissionShield(built.schema, permissions, { Query: [], Mutation: [] });
    const run = createSubgraphExecutor({ ...built, schema, check: () => null }, createLogger('silent'));
    const result = await run({ query: '{ gadgets { id } }' }, createGraphContext({ viewer: viewerOf('OWNER') }));
    expect(codeOf(result)).toBe('FORBIDDEN');
  });
});
