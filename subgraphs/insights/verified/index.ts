import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { AnsweredAgain } from './answered-again.ts';
import { VerifiedResolver } from './verified.resolver.ts';
import { VerifiedService } from './verified.service.ts';

/** Answers that somebody stands for. */
export function createVerified(system: System, knowledge: KnowledgeService, again: AnsweredAgain): Feature {
  return {
    resolvers: [new VerifiedResolver(new VerifiedService(system, knowledge), again)],
    privacy: {
      places: [
        { scope: 'PLATFORM', table: 'verified_answer', kind: 'QUESTIONS', title: 'verified answers and their questions', erase: 'VALUES' },
      ],
      retention: [],
    },
  };
}
