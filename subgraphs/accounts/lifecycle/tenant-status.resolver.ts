import { GraphQLDateTime } from 'graphql-scalars';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.type.ts';
import { TenantStatus } from './lifecycle.type.ts';

/** How a tenant stands. */
@Resolver(() => Tenant)
export class TenantStatusResolver {
  @FieldResolver(() => TenantStatus, { description: 'How it stands.' })
  status(@Root() { frozenAt, closingAt }: Tenant): TenantStatus {
    if (closingAt != null) return 'CLOSING';
    return frozenAt == null ? 'ACTIVE' : 'FROZEN';
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: 'Since when it is frozen; null: it is not.' })
  frozenAt(@Root() { frozenAt }: Tenant): Date | null {
    return frozenAt ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is frozen.' })
  frozenReason(@Root() { frozenReason }: Tenant): string | null {
    return frozenReason ?? null;
  }
}
