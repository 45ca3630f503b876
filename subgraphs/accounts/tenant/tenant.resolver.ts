import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { UserService } from '../user/user.service.ts';
import { type User, UserConnection } from '../user/user.type.ts';
import { tenantLoader } from './tenant.loader.ts';
import type { TenantService } from './tenant.service.ts';
import { SetTenantTimeZoneResult, Tenant } from './tenant.type.ts';

@Resolver(() => Tenant)
export class TenantResolver {
  private readonly tenants: TenantService;
  private readonly users: UserService;

  constructor(tenants: TenantService, users: UserService) {
    this.tenants = tenants;
    this.users = users;
  }

  @Query(() => Tenant, { description: 'The tenant of whoever is logged in.' })
  tenant(@Ctx() { viewer, loaders }: GraphContext): Promise<Tenant | null> {
    const user = requireUser(viewer);
    return tenantLoader(loaders, this.tenants, user).load(user.tenantId);
  }

  @Mutation(() => SetTenantTimeZoneResult, {
    description: 'Says where the days of the tenant begin. Budgets and schedules that are there keep theirs. Errors: TIME_ZONE_UNKNOWN.',
  })
  async setTenantTimeZone(
    @Ctx() { viewer }: GraphContext,
    @Arg('timeZone', () => String, { description: 'The time zone, by its IANA name.' }) timeZone: string,
  ): Promise<Tenant | InputRefused> {
    const set = await this.tenants.setTimeZone(requireUser(viewer), timeZone);
    return Array.isArray(set) ? inputRefused(set) : set;
  }

  @FieldResolver(() => Boolean, { description: 'Whether everything in it is made up: the demo company.' })
  demo(@Root() tenant: Tenant): boolean {
    return tenant.kind === 'DEMO';
  }

  @FieldResolver(() => UserConnection, { description: 'The people of the tenant, oldest first.' })
  members(
    @Root() _tenant: Tenant,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<User>> {
    return this.users.page(requireUser(viewer), pageOf(first, after));
  }
}
