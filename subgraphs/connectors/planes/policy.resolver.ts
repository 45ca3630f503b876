import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root, createUnionType } from 'type-graphql';
import { InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import { PlanePolicyInput } from './plane.input.ts';
import { planeLoader } from './plane.loader.ts';
import type { PlaneService } from './plane.service.ts';
import { FabricPlane } from './plane.type.ts';
import type { PlanePolicyService } from './policy.service.ts';
import { PlanePolicy } from './policy.type.ts';

@ObjectType({ description: 'A connection goes through another plane from now on.', simpleResolvers: true })
class ConnectionPlaneSet {
  @Field(() => Connection, { description: 'The connection.' })
  connection!: Connection;
}

const SetConnectionPlaneResult = createUnionType({
  name: 'SetConnectionPlaneResult',
  description: 'The connection, or what has to be corrected first.',
  types: () => [ConnectionPlaneSet, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : ConnectionPlaneSet),
});

@Resolver(() => Connection)
export class PlanePolicyResolver {
  private readonly policies: PlanePolicyService;
  private readonly planes: PlaneService;

  constructor(policies: PlanePolicyService, planes: PlaneService) {
    this.policies = policies;
    this.planes = planes;
  }

  @Query(() => PlanePolicy, { description: 'The company’s rules about fabric planes.' })
  planePolicy(@Ctx() { viewer }: GraphContext): Promise<PlanePolicy> {
    return this.policies.read(requireUser(viewer));
  }

  @Mutation(() => PlanePolicy, {
    description: 'Sets the rules about fabric planes. They hold from the next call to any source on, for connections that are there too.',
  })
  setPlanePolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => PlanePolicyInput, { description: 'The rules.' }) { allowedKinds, directAllowed }: PlanePolicyInput,
  ): Promise<PlanePolicy> {
    return this.policies.set(requireUser(viewer), { allowedKinds: allowedKinds ?? null, directAllowed });
  }

  @Mutation(() => SetConnectionPlaneResult, {
    description: 'Has a connection go through another plane, or through none. Errors: CONNECTION_NOT_FOUND.',
  })
  async setConnectionPlane(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Arg('planeId', () => ID, { nullable: true, description: 'The plane; left out: none, a direct call.' }) planeId: string | null,
  ): Promise<ConnectionPlaneSet | InputRefused> {
    const set = await this.policies.setPlane(requireUser(viewer), id, planeId ?? null);
    return Array.isArray(set) ? inputRefused(set) : { connection: set };
  }

  @FieldResolver(() => FabricPlane, {
    nullable: true,
    description: 'The fabric plane it goes through; null: none, it calls its source directly.',
  })
  plane(@Root() { planeId }: Connection & { planeId?: string | null }, @Ctx() context: GraphContext): Promise<FabricPlane | null> | null {
    return planeId == null ? null : planeLoader(context, this.planes).load(planeId);
  }
}
