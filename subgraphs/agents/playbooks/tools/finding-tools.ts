import { z } from 'zod';
import type { FindingKeeper } from '../../findings/finding-keeper.ts';
import { type Tool, ToolFailure } from '../../tools/tool.ts';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { reportSchema } from '../report.ts';

const MAX_REPORTS = 20;
const MAX_PROPOSALS = 20;
const keepInput = z.strictObject({
  /** null: an analysis that could not be made; nothing is known of what it looks at. All of them: the sweep has failed. */
  reports: z.array(reportSchema.nullable()).max(MAX_REPORTS),
  propose: z.int().min(0).max(MAX_PROPOSALS).default(5),
});
const settleInput = z.strictObject({
  finding: z.uuid(),
  what: z.enum(['APPROVED', 'EDITED', 'RESPONDED', 'REJECTED', 'EXPIRED', 'DONE']),
  comment: z.string().max(2_000).nullish(),
});

/** Tools that keep what was found, and what became of it. Both may be called again: the same twice is once. */
export function findingTools(keeper: FindingKeeper): readonly Tool[] {
  const keep: Tool = {
    name: 'findings.keep',
    title: 'Keep findings',
    description: 'Keeps what analyses found, notes what is gone, and has people asked about the gravest that are new.',
    complexity: 1,
    input: keepInput,
    schema: z.toJSONSchema(keepInput, { io: 'input' }),
    effect: 'KEYED',
    describe: () => ({ intent: 'Keep what was found, and ask people about the gravest of it', touches: null }),
    call: async (call) => {
      const { reports, propose } = keepInput.parse(call.input);
      const told = reports.filter((report) => report !== null);
      if (reports.length > 0 && told.length === 0)
        throw new ToolFailure('ANALYSES_FAILED', 'None of the analyses could be made, so nothing is known of what they look at.');
      return { output: await guarded(() => keeper.keep(call, told, propose)) };
    },
  };
  const settle: Tool = {
    name: 'findings.settle',
    title: 'Settle a finding',
    description: 'Notes what was decided about the finding that a run asks about, or that what was proposed is done.',
    complexity: 1,
    input: settleInput,
    schema: z.toJSONSchema(settleInput, { io: 'input' }),
    effect: 'KEYED',
    call: async (call) => {
      const { finding, what, comment = null } = settleInput.parse(call.input);
      return { output: { status: await guarded(() => keeper.settle(call, finding, what, comment)) } };
    },
  };
  return [keep, settle];
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
    throw error;
  }
}
