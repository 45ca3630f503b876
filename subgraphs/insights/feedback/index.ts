import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { AnsweredAgain } from '../verified/answered-again.ts';
import { FeedbackResolver } from './feedback.resolver.ts';
import { FeedbackService } from './feedback.service.ts';

/** What people say of answers, and how questions are read since. */
export function createFeedback(system: System, knowledge: KnowledgeService, again: AnsweredAgain): Feature {
  return {
    resolvers: [new FeedbackResolver(new FeedbackService(system, knowledge), again)],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'answer_feedback', kind: 'QUESTIONS', title: 'what was said of answers', erase: 'VALUES' }],
      retention: [],
    },
  };
}
