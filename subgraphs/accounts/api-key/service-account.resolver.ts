import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import { ChangeServiceAccountInput, CreateServiceAccountInput } from './api-key.input.ts';
import type { ServiceAccountService } from './service-account.service.ts';
import { SaveServiceAccountResult, ServiceAccount, ServiceAccountConnection, type ServiceAccountSaved } from './service-account.type.ts';

@Resolver(() => ServiceAccount)
export class ServiceAccountResolver {
  private readonly accounts: ServiceAccountService;
  private readonly users: UserService;

  constructor(accounts: ServiceAccountService, users: UserService) {
    this.accounts = accounts;
    this.users = users;
  }

  @Query(() => ServiceAccountConnection, { description: 'The company’s service accounts, oldest first.' })
  serviceAccounts(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ServiceAccount>> {
    return this.accounts.page(requireUser(viewer), pageOf(first, after));
  }

  @Mutation(() => SaveServiceAccountResult, { description: 'Makes an account for a program.' })
  async createServiceAccount(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CreateServiceAccountInput, { description: 'The account.' }) input: CreateServiceAccountInput,
  ): Promise<ServiceAccountSaved | InputRefused> {
    const account = await this.accounts.create(requireUser(viewer), input);
    return Array.isArray(account) ? inputRefused(account) : { account };
  }

  @Mutation(() => SaveServiceAccountResult, {
    description: 'Changes a service account; its keys have the new role at once. Errors: SERVICE_ACCOUNT_NOT_FOUND.',
  })
  async changeServiceAccount(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ChangeServiceAccountInput, { description: 'What it is to be.' }) input: ChangeServiceAccountInput,
  ): Promise<ServiceAccountSaved | InputRefused> {
    const { id, name = null, role = null } = input;
    const account = await this.accounts.change(requireUser(viewer), id, { name, role });
    return Array.isArray(account) ? inputRefused(account) : { account };
  }

  @Mutation(() => Boolean, { description: 'Removes a service account; its keys work no longer. False when it was not there.' })
  removeServiceAccount(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<boolean> {
    return this.accounts.remove(requireUser(viewer), id);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who made it; null: somebody who has left.' })
  createdBy(@Root() { createdById }: ServiceAccount, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return createdById === null ? Promise.resolve(null) : userLoader(loaders, this.users, requireUser(viewer)).load(createdById);
  }
}
