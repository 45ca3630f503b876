import { GraphQLJSON } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { Run, RunStep } from './run.type.ts';
import { unlessRestricted } from '../unless-restricted.ts';

/** What runs were given and gave may hold values of records: it is not for those whom rules about data restrict. */
@Resolver(() => Run)
export class RunValuesResolver {
  private readonly dataAccess: DataAccess;

  constructor(dataAccess: DataAccess) {
    this.dataAccess = dataAccess;
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  input(@Root() { input }: Run, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, input, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  output(@Root() { output }: Run, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, output, null);
  }
}

/** The same of their steps. */
@Resolver(() => RunStep)
export class StepValuesResolver {
  private readonly dataAccess: DataAccess;

  constructor(dataAccess: DataAccess) {
    this.dataAccess = dataAccess;
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  input(@Root() { input }: RunStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, input, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  output(@Root() { output }: RunStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, output, null);
  }
}
