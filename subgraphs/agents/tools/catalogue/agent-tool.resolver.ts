import { z } from 'zod';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { connectionFrom, type ConnectionOf, type Page, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { Tools } from '../tool.ts';
import { AgentTool, AgentToolConnection } from './agent-tool.type.ts';

const cursorSchema = z.tuple([z.string()]);

@Resolver(() => AgentTool)
export class AgentToolResolver {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  @Query(() => AgentToolConnection, { description: 'What the company’s agents can do, by name.' })
  async tools(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<AgentTool>> {
    const page = pageOf(first, after);
    const all = (await this.#tools.list(requireUser(viewer).tenantId)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const nodes = all.map(({ name, title, description, complexity, effect, schema }) =>
      Object.assign(new AgentTool(), { name, title, description, complexity, effect, schema }),
    );
    return connectionFrom(
      page,
      nodes.filter(({ name }) => name > start(page)),
      nodes.length,
      ({ name }) => [name],
    );
  }
}

/** @throws BAD_CURSOR */
function start({ after }: Page): string {
  if (after === null) return '';
  const { data, error } = cursorSchema.safeParse(after);
  if (error !== undefined) throw commonErrors.BAD_CURSOR({}, { cause: error });
  return data[0];
}
