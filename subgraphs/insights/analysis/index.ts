import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { AnalysisResolver } from './analysis.resolver.ts';
import { AnalysisService } from './analysis.service.ts';

/** Why numbers moved, what is unusual in them, where they go, and what would follow if. */
export function createAnalysis(system: System, knowledge: KnowledgeService): Feature {
  return { resolvers: [new AnalysisResolver(new AnalysisService(system, knowledge))] };
}
