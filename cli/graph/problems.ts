import { z } from 'zod';

/** The refusal every command of the graph can answer with. */
export const refusal = z.object({
  __typename: z.literal('InputRefused'),
  problems: z.array(z.object({ code: z.string(), field: z.string().nullable(), message: z.string(), todo: z.string() })),
});

/** A refusal as lines for a person: what is wrong, then what to do. */
export function describeRefusal(refused: z.infer<typeof refusal>): string {
  return refused.problems.map((problem) => `${problem.message}\n  ${problem.todo} (${problem.code})`).join('\n');
}
