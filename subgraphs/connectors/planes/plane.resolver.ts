import { Arg, Ctx, FieldResolver, ID, Int, Mutation, ObjectType, Field, Query, Resolver, Root, createUnionType } from 'type-graphql';
import { type InputProblem, InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import { byId } from '../id.ts';
import { FabricPlaneDescription, planeCatalogue } from './plane-catalogue.type.ts';
import type { PlaneChecks } from './plane-checks.ts';
import { CreateFabricPlaneInput, type FabricPlaneSettingInput, UpdateFabricPlaneInput } from './plane.input.ts';
import { FabricPlaneJob } from './plane-job.type.ts';
import { planeLoader } from './plane.loader.ts';
import type { PlaneService } from './plane.service.ts';
import { FabricPlane, FabricPlaneConnection, FabricPlaneSetting } from './plane.type.ts';

@ObjectType({ description: 'A plane was made or changed.', simpleResolvers: true })
class FabricPlaneSaved {
  @Field(() => FabricPlane, { description: 'The plane as it is now.' })
  plane!: FabricPlane;
}

/** What making or changing a plane gives. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the union's type cannot be written down
const savedOr = (name: string) =>
  createUnionType({
    name,
    description: 'The plane, or what has to be corrected first.',
    types: () => [FabricPlaneSaved, InputRefused] as const,
    resolveType: (value: object) => ('problems' in value ? InputRefused : FabricPlaneSaved),
  });
const CreateFabricPlaneResult = savedOr('CreateFabricPlaneResult');
const UpdateFabricPlaneResult = savedOr('UpdateFabricPlaneResult');

@Resolver(() => FabricPlane)
export class PlaneResolver {
  private readonly planes: PlaneService;
  private readonly checks: PlaneChecks;

  constructor(planes: PlaneService, checks: PlaneChecks) {
    this.planes = planes;
    this.checks = checks;
  }

  @Query(() => FabricPlaneConnection, { description: 'The company’s fabric planes, newest first.' })
  fabricPlanes(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<FabricPlane>> {
    return this.planes.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => FabricPlane, { nullable: true, description: 'One fabric plane; null when there is no such one.' })
  fabricPlane(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<FabricPlane | null> {
    return byId(id, () => planeLoader(context, this.planes).load(id));
  }

  @Query(() => [FabricPlaneDescription], { description: 'Every kind of fabric plane there is: what it does, and how one is made.' })
  fabricPlaneCatalogue(): FabricPlaneDescription[] {
    return planeCatalogue();
  }

  @Mutation(() => CreateFabricPlaneResult, { description: 'Makes a fabric plane that connections can go through.' })
  async createFabricPlane(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CreateFabricPlaneInput, { description: 'The plane.' }) input: CreateFabricPlaneInput,
  ): Promise<FabricPlaneSaved | InputRefused> {
    const { kind, name = null, address = null, secret = null, settings } = input;
    return saved(await this.planes.create(requireUser(viewer), { kind, name, address, secret, settings: byName(settings) }));
  }

  @Mutation(() => UpdateFabricPlaneResult, {
    description: 'Changes a fabric plane, for all connections that go through it. Errors: PLANE_NOT_FOUND.',
  })
  async updateFabricPlane(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => UpdateFabricPlaneInput, { description: 'What it is to be.' }) input: UpdateFabricPlaneInput,
  ): Promise<FabricPlaneSaved | InputRefused> {
    const { id, name = null, address = null, secret = null, settings = null } = input;
    const change = { id, name, address, secret, settings: settings === null ? null : byName(settings) };
    return saved(await this.planes.update(requireUser(viewer), change));
  }

  @Mutation(() => Boolean, { description: 'Removes a fabric plane; false when it was not there. Errors: PLANE_IN_USE.' })
  removeFabricPlane(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The plane.' }) id: string): Promise<boolean> {
    return this.planes.remove(requireUser(viewer), id);
  }

  @Mutation(() => FabricPlane, { description: 'Looks now how a plane is, and gives it as it was found. Errors: PLANE_NOT_FOUND.' })
  testFabricPlane(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The plane.' }) id: string): Promise<FabricPlane> {
    return this.checks.test(requireUser(viewer), id);
  }

  @FieldResolver(() => [FabricPlaneSetting], { description: 'What else it was given, without its secret.' })
  settings(@Root() { settings }: FabricPlane): FabricPlaneSetting[] {
    return Object.entries(settings).map(([name, value]) => ({ name, value }));
  }

  @FieldResolver(() => [Connection], { description: 'Connections that go through it, by name; at most 100.' })
  connections(@Root() { id }: FabricPlane, @Ctx() { viewer }: GraphContext): Promise<Connection[]> {
    return this.planes.connections(requireUser(viewer), id);
  }

  @FieldResolver(() => [FabricPlaneJob], {
    nullable: true,
    description:
      'Its latest jobs, asked for at this moment; null of kinds that have none; only integration platforms and Airbyte do. Errors: PLANE_UNREACHABLE, PLANE_SECRET_REFUSED.',
  })
  jobs(
    @Root() { id }: FabricPlane,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): Promise<FabricPlaneJob[] | null> {
    return this.checks.jobs(requireUser(viewer), id, first);
  }
}

const byName = (settings: readonly FabricPlaneSettingInput[]): Record<string, string> =>
  Object.fromEntries(settings.map(({ name, value }) => [name, value]));

const saved = (result: FabricPlane | InputProblem[]): FabricPlaneSaved | InputRefused =>
  Array.isArray(result) ? inputRefused(result) : Object.assign(new FabricPlaneSaved(), { plane: result });
