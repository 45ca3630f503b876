import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Measure, PlanName, QuotaPeriod } from '../../kernel/limits/plans.ts';
import type { RateKind } from '../../kernel/limits/rates.ts';

const RateKindEnum = { READ: 'READ', WRITE: 'WRITE', UPLOAD: 'UPLOAD' } as const satisfies Record<RateKind, RateKind>;
registerEnumType(RateKindEnum, {
  name: 'RateKind',
  description: 'What is counted by the minute.',
  valuesConfig: {
    READ: { description: 'Queries, and subscriptions that are opened.' },
    WRITE: { description: 'Mutations, log-in attempts among them.' },
    UPLOAD: { description: 'Files that are sent.' },
  },
});

const MeasureEnum = { REQUESTS: 'REQUESTS', RECORDS: 'RECORDS', RUNS: 'RUNS', TOKENS: 'TOKENS' } as const satisfies Record<
  Measure,
  Measure
>;
registerEnumType(MeasureEnum, {
  name: 'UsageMeasure',
  description: 'What a plan has so much of.',
  valuesConfig: {
    REQUESTS: { description: 'Operations of the graph.' },
    RECORDS: { description: 'Records of sources that were new or had changed.' },
    RUNS: { description: 'Durable runs that were started.' },
    TOKENS: { description: 'Tokens of language models.' },
  },
});

const PeriodEnum = { DAY: 'DAY', MONTH: 'MONTH' } as const satisfies Record<QuotaPeriod, QuotaPeriod>;
registerEnumType(PeriodEnum, {
  name: 'QuotaPeriod',
  description: 'How long a quota lasts, in UTC.',
  valuesConfig: { DAY: { description: 'A day.' }, MONTH: { description: 'A calendar month.' } },
});

const PlanEnum = {
  PERSONAL: 'PERSONAL', STARTER: 'STARTER', TEAM: 'TEAM', BUSINESS: 'BUSINESS', ENTERPRISE: 'ENTERPRISE',
} as const satisfies Record<PlanName, PlanName>; // prettier-ignore
registerEnumType(PlanEnum, {
  name: 'TenantPlan',
  description: 'What a tenant may use; given by whoever runs the server.',
  valuesConfig: {
    PERSONAL: { description: 'One’s own machine and demo companies: no quotas.' },
    STARTER: { description: 'A small company that tries it.' },
    TEAM: { description: 'A company; what one has that registers, unless the server is set up otherwise.' },
    BUSINESS: { description: 'A large company.' },
    ENTERPRISE: { description: 'No quotas.' },
  },
});

@ObjectType({
  description: 'How fast the viewer may go: a bucket of tokens that fills by the minute; what costs more takes more.',
  simpleResolvers: true,
})
export class RateLimit {
  @Field(() => RateKindEnum, { description: 'What is counted.' })
  kind!: RateKind;

  @Field(() => Int, { description: 'Tokens that come back in a minute.' })
  perMinute!: number;

  @Field(() => Int, { description: 'Tokens of a full bucket: what may be used at once.' })
  burst!: number;

  @Field(() => Int, { description: 'Tokens that the viewer has now.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, { description: 'When the bucket is full, if nothing is taken until then.' })
  fullAt!: Date;
}

@ObjectType({ description: 'How much of something the tenant’s plan has.', simpleResolvers: true })
export class Quota {
  @Field(() => MeasureEnum, { description: 'What is counted.' })
  measure!: Measure;

  @Field(() => PeriodEnum, { description: 'Over which time.' })
  period!: QuotaPeriod;

  @Field(() => Float, { description: 'What was used in this period, up to a few seconds ago.' })
  used!: number;

  @Field(() => Float, { nullable: true, description: 'What there is in a period; null: as much as the server can do.' })
  maximum!: number | null;

  @Field(() => Float, { nullable: true, description: 'What is left of it; null: no end.' })
  remaining!: number | null;

  @Field(() => GraphQLDateTime, { description: 'When the next period begins.' })
  resetsAt!: Date;
}

@ObjectType({ description: 'What the viewer and the tenant may use.', simpleResolvers: true })
export class Limits {
  @Field(() => PlanEnum, { description: 'The tenant’s plan.' })
  plan!: PlanName;

  @Field(() => Boolean, { description: 'Whether rates are enforced; an operator can turn that off.' })
  ratesEnforced!: boolean;

  @Field(() => [RateLimit], { description: 'How fast the viewer may go.' })
  rates!: RateLimit[];

  @Field(() => [Quota], { description: 'How much the tenant may use.' })
  quotas!: Quota[];
}

@ObjectType({ description: 'What the tenant used on one day, in UTC.', simpleResolvers: true })
export class UsageDay {
  @Field(() => String, { description: 'The day, such as 2026-11-21.' })
  day!: string;

  @Field(() => Float, { description: 'Operations of the graph.' })
  requests!: number;

  @Field(() => Float, { description: 'Records of sources that were new or had changed.' })
  records!: number;

  @Field(() => Float, { description: 'Durable runs that were started.' })
  runs!: number;

  @Field(() => Float, { description: 'Tokens of language models.' })
  tokens!: number;
}
