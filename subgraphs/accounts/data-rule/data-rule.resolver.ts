import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import { ColumnMaskInput, RowRuleInput } from './data-rule.input.ts';
import type { DataRuleService } from './data-rule.service.ts';
import {
  ColumnMask,
  ColumnMaskConnection,
  DataRuleRemoved,
  RemoveDataRuleResult,
  RowRule,
  RowRuleConnection,
  SaveColumnMaskResult,
  SaveRowRuleResult,
} from './data-rule.type.ts';
import { columnMaskOf, rowRuleOf } from './data-rule.view.ts';

const FIRST = 'How many, 1 to 500.';
const AFTER = 'Where the last page ended.';

function shown<Row, Type>(page: ConnectionOf<Row>, show: (row: Row) => Type): ConnectionOf<Type> {
  return { ...page, nodes: page.nodes.map(show), edges: page.edges.map(({ node, cursor }) => ({ node: show(node), cursor })) };
}

@Resolver(() => RowRule)
export class RowRuleResolver {
  private readonly rules: DataRuleService;
  private readonly users: UserService;

  constructor(rules: DataRuleService, users: UserService) {
    this.rules = rules;
    this.users = users;
  }

  @Query(() => RowRuleConnection, { description: 'Which records members see, by name of the rule.' })
  async rowRules(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<RowRule>> {
    const user = requireUser(viewer);
    const model = await this.model(loaders, user.tenantId);
    return shown(await this.rules.rowRules(user, pageOf(first, after)), (row) => rowRuleOf(row, model));
  }

  @Query(() => ColumnMaskConnection, { description: 'Which values members do not see as they are, by name of the mask.' })
  async columnMasks(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<ColumnMask>> {
    const user = requireUser(viewer);
    const model = await this.model(loaders, user.tenantId);
    return shown(await this.rules.columnMasks(user, pageOf(first, after)), (row) => columnMaskOf(row, model));
  }

  @Mutation(() => SaveRowRuleResult, { description: 'Saves a row rule; it holds at once, everywhere.' })
  async saveRowRule(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => RowRuleInput, { description: 'The rule.' }) input: RowRuleInput,
  ): Promise<RowRule | InputRefused> {
    const user = requireUser(viewer);
    const saved = await this.rules.saveRowRule(user, input);
    return Array.isArray(saved) ? inputRefused(saved) : rowRuleOf(saved, await this.rules.model(user.tenantId));
  }

  @Mutation(() => SaveColumnMaskResult, { description: 'Saves a mask; it holds at once, everywhere.' })
  async saveColumnMask(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ColumnMaskInput, { description: 'The mask.' }) input: ColumnMaskInput,
  ): Promise<ColumnMask | InputRefused> {
    const user = requireUser(viewer);
    const saved = await this.rules.saveColumnMask(user, input);
    return Array.isArray(saved) ? inputRefused(saved) : columnMaskOf(saved, await this.rules.model(user.tenantId));
  }

  @Mutation(() => RemoveDataRuleResult, { description: 'Removes a row rule or a mask.' })
  async removeDataRule(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<DataRuleRemoved | InputRefused> {
    const removed = await this.rules.remove(requireUser(viewer), id);
    return Array.isArray(removed) ? inputRefused(removed) : Object.assign(new DataRuleRemoved(), { id });
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who changed it last; null when they belong to the tenant no longer.' })
  changedBy(@Root() { changedBy }: RowRule, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.users, requireUser(viewer)).load(changedBy);
  }

  private async model(loaders: GraphContext['loaders'], tenantId: string): Promise<SemanticModel> {
    const loader = loaders.get<SemanticModel>('accounts.rule-model', async (ids) => {
      const model = await this.rules.model(tenantId);
      return ids.map(() => model);
    });
    return (await loader.load(tenantId)) ?? { version: 1, entities: [] };
  }
}

@Resolver(() => ColumnMask)
export class ColumnMaskResolver {
  private readonly users: UserService;

  constructor(users: UserService) {
    this.users = users;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who changed it last; null when they belong to the tenant no longer.' })
  changedBy(@Root() { changedBy }: ColumnMask, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.users, requireUser(viewer)).load(changedBy);
  }
}
