import { z } from 'zod';
import { ToolFailure } from '../tool.ts';

const refusalSchema = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string().optional() })).min(1) });

/** @throws ToolFailure when the graph says what has to be corrected, and did nothing */
export function refuse(data: Readonly<Record<string, unknown>> | null): void {
  for (const value of Object.values(data ?? {})) {
    const [problem] = refusalSchema.safeParse(value).data?.problems ?? [];
    if (problem !== undefined) throw new ToolFailure(problem.code, problem.message ?? `The graph refused it: ${problem.code}.`);
  }
}
