import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

export const TenantKind = { PERSONAL: 'PERSONAL', ORGANISATION: 'ORGANISATION', DEMO: 'DEMO' } as const;
export type TenantKind = (typeof TenantKind)[keyof typeof TenantKind];
registerEnumType(TenantKind, {
  name: 'TenantKind',
  description: 'What a tenant is.',
  valuesConfig: {
    PERSONAL: { description: 'The tenant of the person who runs an embedded server.' },
    ORGANISATION: { description: 'A company that registered.' },
    DEMO: { description: 'The fictitious company that shows the product; a workspace beside the tenant it was made for.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Tenant', { description: 'A company (or a person) whose data is kept apart from everybody else’s.', simpleResolvers: true })
export class Tenant {
  @Field(() => ID, { description: 'Identifies the tenant for good.' })
  id!: string;

  @Field(() => String, { description: 'What the tenant is called.' })
  name!: string;

  @Field(() => String, { description: 'Short name for addresses, unique over all tenants.' })
  slug!: string;

  @Field(() => TenantKind, { description: 'Whether it is a company, the personal tenant of an embedded server, or the demo company.' })
  kind!: TenantKind;

  @Field(() => String, {
    description: 'Where its days begin, by the IANA name of a time zone: what budgets and schedules have that name none.',
  })
  timeZone!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  createdAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  frozenAt?: Date | null | undefined;
  frozenReason?: string | null | undefined;
  closingAt?: Date | null | undefined;
}

export const SetTenantTimeZoneResult = createUnionType({
  name: 'SetTenantTimeZoneResult',
  description: 'The tenant as it is now, or what has to be corrected.',
  types: () => [Tenant, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : Tenant),
});
