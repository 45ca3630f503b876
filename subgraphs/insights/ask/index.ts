import type { Feature } from '../../kernel/federation/feature.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { decodeAnswerId } from './answer-id.ts';
import { Answer } from './answer.type.ts';
import { AskResolver } from './ask.resolver.ts';
import type { AskService } from './ask.service.ts';

/** Questions in English, and what they come to. */
export function createAsking(asking: AskService, guard: QuestionGuard): Feature {
  return {
    resolvers: [new AskResolver(asking, guard)],
    references: [
      {
        name: 'Answer',
        type: Answer,
        resolve: async ({ id = '' }, { viewer }) => {
          const { question, persona } = decodeAnswerId(id);
          const result = await asking.ask(requireUser(viewer), question, persona);
          return result instanceof Answer ? result : null;
        },
      },
    ],
  };
}
