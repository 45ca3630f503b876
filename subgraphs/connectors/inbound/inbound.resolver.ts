import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import { receivesMessages } from './inbound-kinds.ts';
import type { InboundService } from './inbound.service.ts';
import { InboundEndpoint, InboundSecretRotated } from './inbound.type.ts';

@Resolver(() => Connection)
export class InboundResolver {
  private readonly inbound: InboundService;
  private readonly publicUrl: string;

  constructor(inbound: InboundService, publicUrl: string) {
    this.inbound = inbound;
    this.publicUrl = publicUrl;
  }

  @FieldResolver(() => InboundEndpoint, {
    nullable: true,
    name: 'inbound',
    description: 'Where its source sends messages to; null for sources that are read.',
  })
  async inboundEndpoint(@Root() { id, kind }: Connection, @Ctx() { viewer, loaders }: GraphContext): Promise<InboundEndpoint | null> {
    if (!receivesMessages(kind)) return null;
    const user = requireUser(viewer);
    const row = await loaders.get('connectors.inbound', (ids) => this.inbound.endpoints(user, ids)).load(id);
    const { received = 0, lastReceivedAt = null } = row ?? {};
    return Object.assign(new InboundEndpoint(), { address: `${this.publicUrl}/inbound/${id}`, received, lastReceivedAt });
  }

  @Mutation(() => InboundSecretRotated, {
    description:
      'Makes another secret that messages to a connection are signed with, and shows it once. Errors: CONNECTION_NOT_FOUND, INBOUND_NONE.',
  })
  async rotateInboundSecret(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
  ): Promise<InboundSecretRotated> {
    return Object.assign(new InboundSecretRotated(), await this.inbound.rotate(requireUser(viewer), id));
  }
}
