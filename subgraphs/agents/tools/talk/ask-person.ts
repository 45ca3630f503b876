import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { ToolFailure, type Tool } from '../tool.ts';

/** Steps with this tool are questions: whoever carries the run puts them to people and lets go of it. */
export const ASK_PERSON = 'ask-person';

const input = z.strictObject({
  question: z.string().trim().min(1).max(1_000).describe('What somebody is to say, in a sentence.'),
  facts: z.record(z.string().max(100), z.json()).default({}).describe('What there is to know for it, by name.'),
});

/** Asks people something that no data say. Gives `{ decision, comment, payload, decidedBy }`; an answer in words is the comment of RESPONDED. */
export function askPersonTool(): Tool {
  return defineTool({
    name: ASK_PERSON,
    title: 'Ask a person',
    description:
      'Puts a question to whoever is accountable and waits for it: they say yes or no, or answer in words. Gives decision, comment and who decided.',
    complexity: 2,
    // Never done over, and only said in a dry run.
    effect: 'KEYED',
    input,
    describe: ({ question }) => ({ intent: question, touches: null }),
    call: () => Promise.reject(new ToolFailure('QUESTION_NOT_ASKED', 'Only steps of runs can put questions to people.')),
  });
}
