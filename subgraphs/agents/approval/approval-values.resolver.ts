import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { unlessRestricted } from '../unless-restricted.ts';
import { Approval } from './approval.type.ts';

/** What steps ask people with may hold values of records: it is not for those whom rules about data restrict. */
@Resolver(() => Approval)
export class ApprovalValuesResolver {
  private readonly dataAccess: DataAccess;

  constructor(dataAccess: DataAccess) {
    this.dataAccess = dataAccess;
  }

  @FieldResolver(() => GraphQLJSONObject)
  async evidence(@Root() { evidence, path }: Approval, @Ctx() context: GraphContext): Promise<Record<string, unknown>> {
    return path === null ? evidence : unlessRestricted(this.dataAccess, context, evidence, {});
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  payload(@Root() { payload }: Approval, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, payload, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  editedPayload(@Root() { editedPayload }: Approval, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, editedPayload, null);
  }
}
