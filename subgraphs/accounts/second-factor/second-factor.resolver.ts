import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { arrivalOf } from '../session/arrival.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';

import { ViewerType } from '../session/session.type.ts';
import type { SecondFactorService } from './second-factor.service.ts';
import {
  ConfirmSecondFactorResult,
  RemoveSecondFactorResult,
  SecondFactor,
  SecondFactorConfirmed,
  SecondFactorRemoved,
  SecondFactorStarted,
  StartSecondFactorResult,
} from './second-factor.type.ts';

@Resolver(() => ViewerType)
export class SecondFactorResolver {
  private readonly service: SecondFactorService;

  constructor(service: SecondFactorService) {
    this.service = service;
  }

  @FieldResolver(() => SecondFactor, {
    nullable: true,
    description: 'The second step of logging in with a password; null when there is none.',
  })
  secondFactor(@Root() { viewer }: ViewerType): Promise<SecondFactor | null> {
    return this.service.status(viewer);
  }

  @Mutation(() => StartSecondFactorResult, { description: 'Begins to set up an authenticator; goes on with confirmSecondFactor.' })
  startSecondFactor(
    @Ctx() context: GraphContext,
    @Arg('password', () => String, { description: 'The viewer’s password.' }) password: string,
  ): Promise<SecondFactorStarted | InputRefused> {
    const work = async (): Promise<SecondFactorStarted> =>
      Object.assign(new SecondFactorStarted(), await this.service.start(requireUser(context.viewer), password, arrivalOf(context)));
    return refusalAsResult(work, 'password');
  }

  @Mutation(() => ConfirmSecondFactorResult, { description: 'Puts the authenticator in force, by a code that it shows.' })
  confirmSecondFactor(
    @Ctx() context: GraphContext,
    @Arg('code', () => String, { description: 'Six digits.' }) code: string,
  ): Promise<SecondFactorConfirmed | InputRefused> {
    const work = async (): Promise<SecondFactorConfirmed> => {
      const recoveryCodes = await this.service.confirm(requireUser(context.viewer), code, arrivalOf(context));
      return Object.assign(new SecondFactorConfirmed(), { recoveryCodes });
    };
    return refusalAsResult(work, 'code');
  }

  @Mutation(() => RemoveSecondFactorResult, { description: 'Takes the second step away again.' })
  removeSecondFactor(
    @Ctx() context: GraphContext,
    @Arg('code', () => String, { description: 'Six digits of the authenticator, or a recovery code.' }) code: string,
  ): Promise<SecondFactorRemoved | InputRefused> {
    const work = async (): Promise<SecondFactorRemoved> => {
      await this.service.remove(requireUser(context.viewer), code, arrivalOf(context));
      return Object.assign(new SecondFactorRemoved(), { removed: true });
    };
    return refusalAsResult(work, 'code');
  }
}
