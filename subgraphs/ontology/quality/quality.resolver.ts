import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EntityType } from '../catalogue/entity-type.type.ts';
import { CanonicalRecord } from '../catalogue/record.type.ts';
import { keyOf } from '../model/names.ts';
import { type ControlTotal, ControlTotalConnection, controlTotalOf } from './control-total.type.ts';
import { removeTest, saveTest } from './edit-test.ts';
import type { EntityQualityRow } from './quality.entity.ts';
import type { QualityService } from './quality.service.ts';
import {
  DataTest,
  DataTestConnection,
  DataTestSaved,
  EntityQuality,
  SaveDataTestInput,
  SaveDataTestResult,
  dataTestOf,
} from './quality.type.ts';
import type { TestsService } from './tests.service.ts';
import type { TotalsService } from './totals.service.ts';

const MAX_SAMPLE = 50;

interface Services {
  readonly catalogue: CatalogueService;
  readonly quality: QualityService;
  readonly tests: TestsService;
  readonly totals: TotalsService;
}

@Resolver(() => DataTest)
export class DataTestResolver {
  private readonly system: System;
  private readonly services: Services;

  constructor(system: System, services: Services) {
    this.system = system;
    this.services = services;
  }

  @Query(() => DataTestConnection, { description: 'What has to hold of unified records, by entity type.' })
  async dataTests(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many to read, at most.' }) first: number,
    @Arg('entityType', () => String, { nullable: true, description: 'Only those of this entity type.' }) entityType?: string | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<DataTest>> {
    const user = requireUser(viewer);
    const { restricted } = await this.system.dataAccess.of(user);
    const model = await modelOf(loaders, this.services.catalogue, user);
    const named = model.entities.find(({ name }) => name === entityType);
    const wanted = named === undefined ? (entityType ?? null) : keyOf(named);
    const page = await this.services.tests.page(user.tenantId, wanted, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: dataTestOf(node, restricted, model), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => [CanonicalRecord], {
    description: 'Some of the records that fail, as far as you may see them; none where no single record does.',
  })
  async failingRecords(
    @Root() { row }: DataTest,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 50 at most.' }) first: number,
  ): Promise<CanonicalRecord[]> {
    const user = requireUser(viewer);
    const model = await modelOf(loaders, this.services.catalogue, user);
    const entity = model.entities.find((each) => keyOf(each) === row.entityName);
    if (entity === undefined || row.status !== 'FAILING') return [];
    const guard = await guardFor(loaders, this.services.catalogue, user);
    return this.services.tests.failing(user.tenantId, row, entity, guard, Math.max(0, Math.min(first, MAX_SAMPLE)));
  }

  @Mutation(() => SaveDataTestResult, {
    description: 'Makes or changes a data test, and runs it. Problems: TEST_NOT_FOUND, TEST_WITHOUT_TYPE, TEST_UNFIT.',
  })
  async saveDataTest(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveDataTestInput, { description: 'The test as it shall be.' }) input: SaveDataTestInput,
  ): Promise<DataTestSaved | InputRefused> {
    const user = requireUser(viewer);
    const model = await this.services.catalogue.model(user.tenantId);
    const { id, attribute, minimum, maximum, maxAgeHours, tolerance, severity, enabled, entityType, kind } = input;
    const wanted = {
      entityType, kind, id: id ?? null, attribute: attribute ?? null, minimum: minimum ?? null, maximum: maximum ?? null,
      maxAgeHours: maxAgeHours ?? null, tolerance: tolerance ?? null, severity: severity ?? null, enabled: enabled ?? null,
    }; // prettier-ignore
    const saved = await saveTest(this.system, user, model, wanted);
    if (saved.kind === 'refused') return inputRefused(saved.problems);
    const ran = await this.services.quality.runNow(user.tenantId, entityType);
    const { restricted } = await this.system.dataAccess.of(user);
    return Object.assign(new DataTestSaved(), {
      test: dataTestOf(ran?.find((row) => row.id === saved.test.id) ?? saved.test, restricted, model),
    });
  }

  @Mutation(() => Boolean, {
    description: 'Takes a data test away; one that was proposed is switched off. False when there is no such test.',
  })
  async removeDataTest(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The test.' }) id: string): Promise<boolean> {
    const user = requireUser(viewer);
    const of = await removeTest(this.system, user, id);
    if (of === null) return false;
    const model = await this.services.catalogue.model(user.tenantId);
    const named = model.entities.find((each) => keyOf(each) === of);
    if (named !== undefined) await this.services.quality.settle(user.tenantId, model, new Set([named.name]));
    return true;
  }

  @Mutation(() => [DataTest], {
    nullable: true,
    description: 'Runs the data tests of an entity type now; null when nothing of the name is published.',
  })
  async runDataTests(
    @Ctx() { viewer }: GraphContext,
    @Arg('entityType', () => String, { description: 'Name of the entity type.' }) entityType: string,
  ): Promise<DataTest[] | null> {
    const user = requireUser(viewer);
    const tests = await this.services.quality.runNow(user.tenantId, entityType);
    const { restricted } = await this.system.dataAccess.of(user);
    const model = await this.services.catalogue.model(user.tenantId);
    return tests?.map((test) => dataTestOf(test, restricted, model)) ?? null;
  }
}

@Resolver()
export class ControlTotalResolver {
  private readonly system: System;
  private readonly totals: TotalsService;

  constructor(system: System, totals: TotalsService) {
    this.system = system;
    this.totals = totals;
  }

  @Query(() => ControlTotalConnection, {
    description:
      'What of a connection’s records got where, newest first; none for those whom rules about data restrict: totals count all records.',
  })
  async controlTotals(
    @Ctx() { viewer }: GraphContext,
    @Arg('connectionId', () => ID, { description: 'The connection.' }) connectionId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<ControlTotal>> {
    const user = requireUser(viewer);
    const wanted = pageOf(first, after);
    const { restricted } = await this.system.dataAccess.of(user);
    if (restricted) return connectionFrom<ControlTotal>(wanted, [], 0, (total) => [total.id]);
    const page = await this.totals.page(user.tenantId, connectionId, wanted);
    const edges = page.edges.map(({ node, cursor }) => ({ node: controlTotalOf(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }
}

/** What the quality of records adds to their entity type. */
@Resolver(() => EntityType)
export class EntityQualityResolver {
  private readonly system: System;
  private readonly services: Pick<Services, 'catalogue' | 'quality'>;

  constructor(system: System, services: Pick<Services, 'catalogue' | 'quality'>) {
    this.system = system;
    this.services = services;
  }

  @FieldResolver(() => EntityQuality, {
    nullable: true,
    name: 'quality',
    description: 'How good its records are; null before they were looked at.',
  })
  async qualityOf(@Root() { name }: EntityType, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityQuality | null> {
    const user = requireUser(viewer);
    const { entities } = await modelOf(loaders, this.services.catalogue, user);
    const entity = entities.find((each) => each.name === name);
    const row = await loaders
      .get<EntityQualityRow>('ontology.quality', (keys) => this.services.quality.quality(user.tenantId, keys))
      .load(entity === undefined ? name : keyOf(entity));
    if (row === null) return null;
    const { restricted } = await this.system.dataAccess.of(user);
    const { score, failing, reasons, changedAt } = row;
    return Object.assign(new EntityQuality(), { score, failing, reasons: restricted ? [] : reasons, changedAt });
  }
}
