import { Ctx, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { MeshService } from './mesh.service.ts';
import { Mesh } from './mesh.type.ts';

@Resolver(() => Mesh)
export class MeshResolver {
  private readonly service: MeshService;

  constructor(service: MeshService) {
    this.service = service;
  }

  @Query(() => Mesh, { description: 'How well all connections are, and what happened to them within the last day.' })
  mesh(@Ctx() { viewer }: GraphContext): Promise<Mesh> {
    return this.service.mesh(requireUser(viewer));
  }
}
