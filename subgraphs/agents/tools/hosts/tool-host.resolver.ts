import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { ToolHostService } from './tool-host.service.ts';
import { SaveToolHostInput, SaveToolHostResult, ToolHost, ToolHostConnection, ToolHostSaved } from './tool-host.type.ts';

@Resolver(() => ToolHost)
export class ToolHostResolver {
  readonly #hosts: ToolHostService;

  constructor(hosts: ToolHostService) {
    this.#hosts = hosts;
  }

  @Query(() => ToolHostConnection, { description: 'The hosts outside that agents may call, by name; none else.' })
  toolHosts(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ToolHost>> {
    return this.#hosts.page(requireUser(viewer), pageOf(first, after));
  }

  @Mutation(() => SaveToolHostResult, { description: 'Lets agents call a host outside, with headers that are sent along and never shown.' })
  async saveToolHost(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveToolHostInput, { description: 'The host.' }) { host, headers }: SaveToolHostInput,
  ): Promise<ToolHostSaved | InputRefused> {
    const saved = await this.#hosts.save(requireUser(viewer), { host, headers });
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new ToolHostSaved(), { host: saved });
  }

  @Mutation(() => Boolean, { description: 'Agents may call this host no longer; false when it was not there.' })
  removeToolHost(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The host.' }) id: string): Promise<boolean> {
    return this.#hosts.remove(requireUser(viewer), id);
  }
}
