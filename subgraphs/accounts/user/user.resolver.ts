import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { tenantLoader } from '../tenant/tenant.loader.ts';
import type { TenantService } from '../tenant/tenant.service.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import { User } from './user.type.ts';

@Resolver(() => User)
export class UserResolver {
  private readonly tenants: TenantService;

  constructor(tenants: TenantService) {
    this.tenants = tenants;
  }

  @FieldResolver(() => Tenant, { description: 'The tenant the user belongs to.' })
  tenant(@Root() _user: User, @Ctx() { viewer, loaders }: GraphContext): Promise<Tenant | null> {
    const me = requireUser(viewer);
    // A user is only ever visible within the viewer's own tenant.
    return tenantLoader(loaders, this.tenants, me).load(me.tenantId);
  }
}
