import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf, recordById } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { CanonicalRecord } from '../catalogue/record.type.ts';
import { membersOf, provenanceOf } from './golden.loader.ts';
import { goldenErrors } from './golden.errors.ts';
import type { Asking, GoldenService } from './golden.service.ts';
import { OverrideValueResult, ValueSet } from './golden.type.ts';
import type { OverridesService, Setting } from './overrides.service.ts';
import { ValueProvenance } from './provenance.type.ts';
import { type RecordMember, RecordMemberConnection } from './record-member.type.ts';

interface Parts {
  readonly catalogue: CatalogueService;
  readonly golden: GoldenService;
  readonly overrides: OverridesService;
}

const RECORD = 'Id of the record.';
const ATTRIBUTE = 'Name of the attribute.';

@Resolver(() => CanonicalRecord)
export class GoldenRecordResolver {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  @FieldResolver(() => RecordMemberConnection, { description: 'The records of sources it is made of, in the order of their ids.' })
  async members(
    @Root() record: CanonicalRecord,
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<RecordMember>> {
    return membersOf(context.loaders, this.parts.golden, await this.asking(context), record, pageOf(first, after));
  }

  @FieldResolver(() => [ValueProvenance], { description: 'Where each of its values comes from, and why it was chosen.' })
  async provenance(@Root() record: CanonicalRecord, @Ctx() context: GraphContext): Promise<ValueProvenance[]> {
    return provenanceOf(context.loaders, this.parts.golden, await this.asking(context), record);
  }

  @Mutation(() => OverrideValueResult, {
    description: 'Sets a value of a unified record, whatever sources say, now and later. Taken back by `clearOverride`.',
  })
  async overrideValue(
    @Ctx() context: GraphContext,
    @Arg('recordId', () => ID, { description: RECORD }) recordId: string,
    @Arg('attribute', () => String, { description: ATTRIBUTE }) attribute: string,
    @Arg('value', () => String, {
      nullable: true,
      description: 'The value as text: `12.5`, `true`, `2026-03-31`; null: there is none.',
    })
    value?: string | null,
  ): Promise<ValueSet | InputRefused> {
    return this.change(context, recordId, attribute, (setting) => this.parts.overrides.set(setting, value ?? null));
  }

  @Mutation(() => OverrideValueResult, { description: 'Takes back a value that somebody has set: what sources say counts again.' })
  async clearOverride(
    @Ctx() context: GraphContext,
    @Arg('recordId', () => ID, { description: RECORD }) recordId: string,
    @Arg('attribute', () => String, { description: ATTRIBUTE }) attribute: string,
  ): Promise<ValueSet | InputRefused> {
    return this.change(context, recordId, attribute, (setting) => this.parts.overrides.clear(setting));
  }

  private async change(
    context: GraphContext,
    recordId: string,
    attribute: string,
    work: (setting: Setting) => Promise<DomainError | null>,
  ): Promise<ValueSet | InputRefused> {
    const user = requireUser(context.viewer);
    const find = (): Promise<CanonicalRecord | null> => recordById(context.loaders, this.parts.catalogue, user, recordId);
    const record = await find();
    if (record === null) return inputRefused([inputProblem(goldenErrors.RECORD_NOT_FOUND({}), 'recordId')]);
    const error = await work({ asking: await this.asking(context), userId: user.userId, record, attribute });
    if (error !== null) return inputRefused([inputProblem(error, error.code === 'VALUE_OF_WRONG_TYPE' ? 'value' : 'attribute')]);
    context.loaders.forget();
    // A rule may hide what it has just become.
    return Object.assign(new ValueSet(), { record: (await find()) ?? record });
  }

  private async asking({ viewer, loaders }: GraphContext): Promise<Asking> {
    const user = requireUser(viewer);
    const model = await modelOf(loaders, this.parts.catalogue, user);
    return { tenantId: user.tenantId, model, guard: await guardFor(loaders, this.parts.catalogue, user) };
  }
}
