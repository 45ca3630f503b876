import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { NO_USER_DATA, type UserData } from '../../kernel/data-access/data-rule.ts';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import type { User } from '../user/user.type.ts';
import { maskProblems, rowRuleProblems } from './check-input.ts';
import { ColumnMaskInput, RowRuleInput, UserAttributesInput } from './data-rule.input.ts';
import type { DataRuleService } from './data-rule.service.ts';
import { MemberAttributes, MemberAttributesConnection, SetUserAttributesResult } from './data-rule.type.ts';
import { draftOf } from './data-rule.view.ts';
import { previewOf } from './preview.ts';
import { DataAccessPreview } from './preview.type.ts';

interface Deps {
  system: System;
  rules: DataRuleService;
  users: UserService;
}

@Resolver(() => MemberAttributes)
export class MemberDataResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => DataAccessPreview, {
    nullable: true,
    description: 'What a member sees of the data, also with a rule that is not saved yet; null when there is no such member.',
  })
  async dataAccessPreview(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('userId', () => ID, { description: 'The member.' }) userId: string,
    @Arg('rowRule', () => RowRuleInput, { nullable: true, description: 'A row rule as if it were saved.' }) rowRule?: RowRuleInput | null,
    @Arg('columnMask', () => ColumnMaskInput, { nullable: true, description: 'A mask as if it were saved.' }) mask?: ColumnMaskInput | null,
  ): Promise<DataAccessPreview | null> {
    const { system, rules, users } = this.deps;
    const admin = requireUser(viewer);
    const user = z.uuid().safeParse(userId).success ? await userLoader(loaders, users, admin).load(userId) : null;
    if (user === null) return null;
    // What could not be saved is not previewed: it is as if it were not there.
    const draft = draftOf(
      rowRule != null && rowRuleProblems(rowRule).length === 0 ? rowRule : null,
      mask != null && maskProblems(mask).length === 0 ? mask : null,
    );
    const member = { tenantId: admin.tenantId, userId: user.id, role: user.role };
    const preview = await previewOf(system, member, await rules.model(admin.tenantId), draft);
    return Object.assign(new DataAccessPreview(), { user, ...preview });
  }

  @Query(() => MemberAttributesConnection, { description: 'What members are to rules about data, those longest in the tenant first.' })
  async userAttributes(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<MemberAttributes>> {
    const admin = requireUser(viewer);
    const page = await this.deps.users.page(admin, pageOf(first, after));
    const ids = page.nodes.map(({ id }) => id);
    const data = await this.deps.rules.memberData(admin.tenantId, ids);
    const show = (user: User): MemberAttributes => memberOf(user, data[ids.indexOf(user.id)] ?? NO_USER_DATA);
    return { ...page, nodes: page.nodes.map(show), edges: page.edges.map(({ node, cursor }) => ({ node: show(node), cursor })) };
  }

  @Mutation(() => SetUserAttributesResult, { description: 'Says what a member is, for rules to compare with.' })
  async setUserAttributes(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => UserAttributesInput, { description: 'The member, groups and attributes.' }) input: UserAttributesInput,
  ): Promise<MemberAttributes | InputRefused> {
    const { rules } = this.deps;
    const admin = requireUser(viewer);
    const set = await rules.setUserAttributes(admin, input);
    if (Array.isArray(set)) return inputRefused(set);
    const [data] = await rules.memberData(admin.tenantId, [set.id]);
    return memberOf(set, data ?? NO_USER_DATA);
  }
}

function memberOf(user: User, { groups, attributes }: UserData): MemberAttributes {
  const named = Object.entries(attributes).map(([name, values]) => ({ name, values }));
  return Object.assign(new MemberAttributes(), { user, groups, attributes: named.toSorted((a, b) => (a.name < b.name ? -1 : 1)) });
}
