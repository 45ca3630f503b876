import { Arg, Ctx, Mutation, Resolver, createUnionType } from 'type-graphql';
import { InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { ConnectionStarted } from '../connections/connection.type.ts';
import type { ConnectVendorService } from './connect-vendor.service.ts';
import { ConnectVendorInput } from './vendor.input.ts';

const ConnectVendorResult = createUnionType({
  name: 'ConnectVendorResult',
  description: 'The connection, or what has to be corrected first.',
  types: () => [ConnectionStarted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ConnectionStarted),
});

@Resolver()
export class ConnectVendorResolver {
  private readonly vendors: ConnectVendorService;

  constructor(vendors: ConnectVendorService) {
    this.vendors = vendors;
  }

  @Mutation(() => ConnectVendorResult, { description: 'Connects a vendor’s API and starts its first sync.' })
  async connectVendor(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ConnectVendorInput, { description: 'Which API.' }) input: ConnectVendorInput,
  ): Promise<ConnectionStarted | InputRefused> {
    const { vendor, address, secret, name = null } = input;
    const result = await this.vendors.connect(requireUser(viewer), { vendor, address, secret, name });
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ConnectionStarted(), result);
  }
}
