import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { User } from '../dashboards/dashboard.type.ts';
import type { SavedOperationRow } from './saved-operation.entity.ts';
import { savedOperationErrors } from './saved-operation.errors.ts';
import { mayChange, type SavedOperationService } from './saved-operation.service.ts';
import {
  OperationRemoved,
  OperationSaved,
  RemoveOperationResult,
  SavedOperation,
  SavedOperationConnection,
  SaveOperationInput,
  SaveOperationResult,
} from './saved-operation.type.ts';

function shown(viewer: UserViewer, row: SavedOperationRow): SavedOperation {
  const { id, name, document, variables, persona = null, shared, updatedAt } = row;
  const createdBy = Object.assign(new User(), { id: row.createdBy });
  const what = { id, name, document, variables, persona, shared, createdBy, updatedAt };
  return Object.assign(new SavedOperation(), what, { editable: mayChange(viewer, row) });
}

@Resolver()
export class SavedOperationResolver {
  readonly #saved: SavedOperationService;

  constructor(saved: SavedOperationService) {
    this.#saved = saved;
  }

  @Query(() => SavedOperationConnection, { description: 'Operations that are kept: your own and those of the company, last saved first.' })
  async savedOperations(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<SavedOperation>> {
    const user = requireUser(viewer);
    const page = await this.#saved.page(user, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: shown(user, node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => SaveOperationResult, {
    description:
      'Keeps an operation for yourself, or for the company. Errors: SAVED_OPERATION_INVALID, SAVED_OPERATION_NAME_TAKEN, SAVED_OPERATION_UNKNOWN, SAVED_OPERATION_NOT_SHARED, TOO_MANY_SAVED_OPERATIONS.',
  })
  async saveOperation(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveOperationInput, { description: 'The operation.' }) input: SaveOperationInput,
  ): Promise<OperationSaved | InputRefused> {
    const user = requireUser(viewer);
    const saved = await this.#saved.save(user, input);
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new OperationSaved(), { operation: shown(user, saved) });
  }

  @Mutation(() => RemoveOperationResult, { description: 'Removes an operation that you keep. Errors: SAVED_OPERATION_UNKNOWN.' })
  async removeOperation(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<OperationRemoved | InputRefused> {
    return (await this.#saved.remove(requireUser(viewer), id))
      ? Object.assign(new OperationRemoved(), { id })
      : inputRefused([inputProblem(savedOperationErrors.SAVED_OPERATION_UNKNOWN({}), 'id')]);
  }
}
