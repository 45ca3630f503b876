import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Tenant } from '../tenant/tenant.type.ts';

export const TenantStatus = { ACTIVE: 'ACTIVE', FROZEN: 'FROZEN', CLOSING: 'CLOSING' } as const;
export type TenantStatus = (typeof TenantStatus)[keyof typeof TenantStatus];
registerEnumType(TenantStatus, {
  name: 'TenantStatus',
  description: 'How a tenant stands.',
  valuesConfig: {
    ACTIVE: { description: 'As usual.' },
    FROZEN: { description: 'Everything can be read and nothing changed.' },
    CLOSING: { description: 'It is being removed; nobody enters it any more.' },
  },
});

export const TenantExportStatus = { RUNNING: 'RUNNING', READY: 'READY', FAILED: 'FAILED', EXPIRED: 'EXPIRED' } as const;
export type TenantExportStatus = (typeof TenantExportStatus)[keyof typeof TenantExportStatus];
registerEnumType(TenantExportStatus, {
  name: 'TenantExportStatus',
  description: 'How an export stands.',
  valuesConfig: {
    RUNNING: { description: 'It is being made.' },
    READY: { description: 'It can be downloaded.' },
    FAILED: { description: 'It was not made; its run says why.' },
    EXPIRED: { description: 'It is not kept any longer.' },
  },
});

@ObjectType({
  description: 'Everything of a tenant in one archive: a row a line, a file of rows a table, and a manifest.',
  simpleResolvers: true,
})
export class TenantExport {
  @Field(() => ID, { description: 'Identifies the export.' })
  id!: string;

  @Field(() => TenantExportStatus, { description: 'How it stands.' })
  status!: TenantExportStatus;

  @Field(() => ID, { description: 'The durable run that makes it.' })
  runId!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was complete.' })
  finishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'Until when it is kept.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Files in it so far.' })
  files!: number;

  @Field(() => Float, { description: 'Rows in it so far.' })
  rows!: number;

  @Field(() => Float, { description: 'Its size so far, packed, in bytes.' })
  bytes!: number;

  @Field(() => String, { description: 'Where it is downloaded, with the same authorisation as the graph.' })
  path!: string;
}

@ObjectType({ description: 'How many there are of something.', simpleResolvers: true })
export class ClosureCount {
  @Field(() => String, { description: 'A table, or a kind of thing outside the database.' })
  name!: string;

  @Field(() => Float, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Something that has to hold when a tenant is gone.', simpleResolvers: true })
export class ClosureCheck {
  @Field(() => String, { description: 'What holds, as a sentence.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it does.' })
  passed!: boolean;
}

@ObjectType({
  description: 'That a tenant is gone with everything in it: what there was, what there is, and how that was looked at.',
  simpleResolvers: true,
})
export class ClosureProof {
  @Field(() => ID, { description: 'The tenant that was.' })
  tenantId!: string;

  @Field(() => String, { description: 'What it was called.' })
  tenantName!: string;

  @Field(() => GraphQLDateTime, { description: 'When its closure was asked for.' })
  requestedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When everything was gone; null: it is still under way.' })
  finishedAt!: Date | null;

  @Field(() => [ClosureCount], { description: 'What there was when the closure began.' })
  before!: ClosureCount[];

  @Field(() => [ClosureCount], { description: 'What there was when it had ended: nothing.' })
  after!: ClosureCount[];

  @Field(() => [ClosureCheck], { description: 'What was looked at in the catalogue of the database.' })
  checks!: ClosureCheck[];

  @Field(() => String, {
    nullable: true,
    description: 'Seals all of this with a key that only this server has; null: it is still under way.',
  })
  seal!: string | null;

  @Field(() => Boolean, { description: 'Whether the seal is this server’s and nothing was changed since.' })
  genuine!: boolean;
}

@ObjectType({ description: 'A closure has begun; from here on nobody enters.', simpleResolvers: true })
export class TenantClosing {
  @Field(() => String, { description: 'Shown once: with it `closureProof` says what became of the tenant. Keep it.' })
  receipt!: string;
}

const refusable = <T extends new () => object>(name: string, description: string, type: T) =>
  createUnionType({
    name,
    description,
    types: () => [type, InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : type) as typeof InputRefused,
  });

export const FreezeTenantResult = refusable('FreezeTenantResult', 'The tenant as it stands now, or what to correct.', Tenant);
export const ExportTenantResult = refusable('ExportTenantResult', 'The export that was begun, or why there is none.', TenantExport);
export const CloseTenantResult = refusable('CloseTenantResult', 'That the closure has begun, or what to correct.', TenantClosing);
