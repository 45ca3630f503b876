import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import type { ClosureService } from './closure/closure.service.ts';
import type { ExportService } from './export/export.service.ts';
import type { FreezeService } from './freeze.service.ts';
import { CloseTenantResult, ClosureProof, ExportTenantResult, FreezeTenantResult, TenantClosing, TenantExport } from './lifecycle.type.ts';

export interface LifecycleServices {
  freezing: FreezeService;
  exports: ExportService;
  closures: ClosureService;
}

@Resolver()
export class LifecycleResolver {
  private readonly services: LifecycleServices;

  constructor(services: LifecycleServices) {
    this.services = services;
  }

  @Mutation(() => FreezeTenantResult, { description: 'From now on everything can be read and nothing changed, until it is thawed.' })
  async freezeTenant(
    @Ctx() { viewer }: GraphContext,
    @Arg('reason', () => String, { description: 'Why, in a sentence; everybody in the workspace reads it.' }) reason: string,
  ): Promise<Tenant | InputRefused> {
    const frozen = await this.services.freezing.freeze(requireUser(viewer), reason);
    return Array.isArray(frozen) ? inputRefused(frozen) : frozen;
  }

  @Mutation(() => Tenant, { description: 'Lets changes be made again.' })
  unfreezeTenant(@Ctx() { viewer }: GraphContext): Promise<Tenant> {
    return this.services.freezing.thaw(requireUser(viewer));
  }

  @Mutation(() => ExportTenantResult, {
    description: 'Takes everything of the workspace out into one archive, in the background. Freeze it first for a state of one moment.',
  })
  async exportTenant(@Ctx() { viewer }: GraphContext): Promise<TenantExport | InputRefused> {
    const begun = await this.services.exports.begin(requireUser(viewer));
    return Array.isArray(begun) ? inputRefused(begun) : begun;
  }

  @Query(() => [TenantExport], { description: 'The newest exports of the workspace; each is kept for seven days.' })
  tenantExports(@Ctx() { viewer }: GraphContext): Promise<TenantExport[]> {
    return this.services.exports.list(requireUser(viewer));
  }

  @Mutation(() => CloseTenantResult, {
    description: 'Closes the workspace for good: nobody enters any more, and everything in it is removed in the background.',
  })
  async closeTenant(
    @Ctx() { viewer }: GraphContext,
    @Arg('confirm', () => String, { description: 'The name of the workspace, as it is shown.' }) confirm: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why; kept with the proof.' }) reason: string | null,
    @Arg('withoutExport', () => Boolean, { defaultValue: false, description: 'True: no export is wanted.' }) withoutExport: boolean,
  ): Promise<TenantClosing | InputRefused> {
    const begun = await this.services.closures.begin(requireUser(viewer), { confirm, reason: reason ?? null, withoutExport });
    return Array.isArray(begun) ? inputRefused(begun) : Object.assign(new TenantClosing(), { receipt: begun });
  }

  @Query(() => ClosureProof, { nullable: true, description: 'What became of a workspace that was closed, for whoever holds the receipt.' })
  closureProof(@Arg('receipt', () => ID, { description: 'As `closeTenant` gave it.' }) receipt: string): Promise<ClosureProof | null> {
    return this.services.closures.proof(receipt);
  }
}
