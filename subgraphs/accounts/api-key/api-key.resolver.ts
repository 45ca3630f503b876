import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { grantable } from '../../kernel/api-keys/scopes.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { permittedActions } from '../../kernel/permissions/actions.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import { CreateApiKeyInput } from './api-key.input.ts';
import type { ApiKeyService } from './api-key.service.ts';
import { ApiKey, ApiKeyConnection, type ApiKeyMade, CreateApiKeyResult, RotateApiKeyResult, Scope } from './api-key.type.ts';

interface Deps {
  system: System;
  keys: ApiKeyService;
  users: UserService;
}

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => ApiKeyConnection, { description: 'API keys, newest first: all of the company’s for owners and admins, your own otherwise.' })
  apiKeys(
    @Ctx() { viewer }: GraphContext,
    @Arg('accountId', () => ID, { nullable: true, description: 'Only those of this user or service account.' }) accountId: string | null,
    @Arg('working', () => Boolean, { defaultValue: false, description: 'Only those that work.' }) working: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ApiKey>> {
    return this.deps.keys.page(requireUser(viewer), pageOf(first, after), { accountId: accountId ?? null, working });
  }

  @Query(() => [Scope], { description: 'The actions that keys can be limited to.' })
  scopes(@Ctx() { viewer }: GraphContext): Scope[] {
    const { actions } = this.deps.system;
    const allowed = new Set(permittedActions(actions, requireUser(viewer)));
    return grantable(actions).map((name) => ({ name, description: actions[name]?.description ?? '', allowed: allowed.has(name) }));
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes an API key for yourself or for a service account.' })
  async createApiKey(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
  ): Promise<ApiKeyMade | InputRefused> {
    const { name, serviceAccountId = null, scopes = null, expiresInDays = null } = input;
    const made = await this.deps.keys.create(requireUser(viewer), { name, serviceAccountId, scopes, expiresInDays });
    return Array.isArray(made) ? inputRefused(made) : made;
  }

  @Mutation(() => RotateApiKeyResult, {
    description:
      'Makes a key that takes the place of another, with the same name, scopes and lifetime. Errors: API_KEY_NOT_FOUND, API_KEY_NOT_YOURS.',
  })
  async rotateApiKey(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The key to be replaced.' }) id: string,
    @Arg('overlapHours', () => Int, { defaultValue: 24, description: 'How long it works on beside the new one, 0 to 168.' })
    overlapHours: number,
  ): Promise<ApiKeyMade | InputRefused> {
    const made = await this.deps.keys.rotate(requireUser(viewer), id, overlapHours);
    return Array.isArray(made) ? inputRefused(made) : made;
  }

  @Mutation(() => Boolean, { description: 'Takes a key back at once; false when there is none that works.' })
  revokeApiKey(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The key.' }) id: string): Promise<boolean> {
    return this.deps.keys.revoke(requireUser(viewer), id);
  }

  @FieldResolver(() => User, { nullable: true, description: 'The account it acts as.' })
  account(@Root() { userId }: ApiKey, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.deps.users, requireUser(viewer)).load(userId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who made it and answers for it; null: somebody who has left, and the key does nothing.',
  })
  madeBy(@Root() { madeById }: ApiKey, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.deps.users, requireUser(viewer)).load(madeById);
  }

  @FieldResolver(() => ApiKey, { nullable: true, description: 'The key that takes its place.' })
  async replacedBy(@Root() { replacedById }: ApiKey, @Ctx() { viewer, loaders }: GraphContext): Promise<ApiKey | null> {
    const user = requireUser(viewer);
    if (replacedById === null) return null;
    return loaders.get<ApiKey | null>('accounts.api-key', (ids) => this.deps.keys.load(user, ids)).load(replacedById);
  }
}
