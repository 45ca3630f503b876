import type { Feature } from '../../kernel/federation/feature.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { isPlanId } from '../query/plan-id.ts';
import { decodeAnswerId } from './answer-id.ts';
import { Answer } from './answer.type.ts';
import { AskProgressResolver } from './ask-progress.resolver.ts';
import { type AskParts, AskResolver } from './ask.resolver.ts';

/** Questions in English, and what they come to. */
export function createAsking({ asking, guard, plans }: AskParts): Feature {
  return {
    resolvers: [new AskResolver({ asking, guard, plans }), new AskProgressResolver(asking, guard)],
    references: [
      {
        name: 'Answer',
        type: Answer,
        resolve: async ({ id = '' }, { viewer }) => {
          const user = requireUser(viewer);
          const { question, persona } = isPlanId(id) ? { question: '', persona: null } : decodeAnswerId(id);
          const result = isPlanId(id) ? await plans.answerAgain(user, id) : await asking.ask(user, question, persona);
          return result instanceof Answer ? result : null;
        },
      },
    ],
  };
}
