import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Token, TokenAlternative } from '../ask/token.type.ts';
import type { PlanService } from './plan.service.ts';

@Resolver(() => Token)
export class TokenResolver {
  private readonly service: PlanService;

  constructor(service: PlanService) {
    this.service = service;
  }

  @FieldResolver(() => [TokenAlternative], {
    description: 'What it can be exchanged for, at most six: each gives another question that can be answered.',
  })
  alternatives(@Ctx() { viewer }: GraphContext, @Root() token: Token): Promise<TokenAlternative[]> {
    return this.service.alternatives(requireUser(viewer), token);
  }
}
