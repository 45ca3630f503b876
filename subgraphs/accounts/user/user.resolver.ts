import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
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
  tenant(@Root() { tenantId }: User, @Ctx() { loaders }: GraphContext): Promise<Tenant | null> {
    // Whoever sees the user sees it from within its tenant; that is not the viewer's in the reply that opens another workspace.
    return tenantLoader(loaders, this.tenants, { tenantId }).load(tenantId);
  }
}
