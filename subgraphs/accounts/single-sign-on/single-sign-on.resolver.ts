import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { arrivalOf } from '../session/arrival.ts';
import type { PasswordCheck } from '../session/password-check.ts';
import type { SingleSignOnService } from './single-sign-on.service.ts';
import {
  ConfigureSingleSignOnInput,
  ConfigureSingleSignOnResult,
  SignInMethods,
  SingleSignOn,
  SingleSignOnRemoved,
} from './single-sign-on.type.ts';

@Resolver()
export class SingleSignOnResolver {
  private readonly service: SingleSignOnService;
  private readonly check: PasswordCheck;

  constructor(service: SingleSignOnService, check: PasswordCheck) {
    this.service = service;
    this.check = check;
  }

  @Query(() => SignInMethods, {
    description: 'How the person with this address can log in. Too many questions are refused with TOO_MANY_ATTEMPTS.',
  })
  async signInMethods(
    @Ctx() context: GraphContext,
    @Arg('email', () => String, { description: 'The address somebody wants to log in with.' }) email: string,
  ): Promise<SignInMethods> {
    await this.check.asked('methods', arrivalOf(context));
    return this.service.methodsOf(email);
  }

  @Query(() => SingleSignOn, { nullable: true, description: 'Through which identity provider the tenant’s people log in; null: none.' })
  singleSignOn(@Ctx() { viewer }: GraphContext): Promise<SingleSignOn | null> {
    return this.service.read(requireUser(viewer));
  }

  @Mutation(() => ConfigureSingleSignOnResult, {
    description: 'Sets up the identity provider of the tenant’s people, once it has answered.',
  })
  async configureSingleSignOn(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ConfigureSingleSignOnInput, { description: 'The provider, and who may come in.' })
    input: ConfigureSingleSignOnInput,
  ): Promise<SingleSignOn | InputRefused> {
    const result = await this.service.configure(requireUser(viewer), input);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new SingleSignOn(), result);
  }

  @Mutation(() => SingleSignOnRemoved, { description: 'Takes the identity provider away; whoever has no password asks for one by mail.' })
  async removeSingleSignOn(@Ctx() { viewer }: GraphContext): Promise<SingleSignOnRemoved> {
    return Object.assign(new SingleSignOnRemoved(), { removed: await this.service.remove(requireUser(viewer)) });
  }
}
