import type { System } from '../../kernel/system.ts';
import { Declined, declinedOf } from '../ask/answer.type.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { sampleQuestions } from '../suggest/sample-questions.ts';
import type { Dashboard } from './dashboard.type.ts';
import { madeDashboardOf } from './show.ts';

/** Makes dashboards from sentences on a tenant's own data. */
export class OverviewService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /** The dashboard of a sentence, or why there is none. Nothing is saved. */
  async make(tenantId: string, sentence: string, persona: PersonaName | null): Promise<Dashboard | Declined> {
    const knowledge = await this.knowledge.of(tenantId);
    const today = this.system.clock().toISOString().slice(0, 10);
    const questions = sampleQuestions(knowledge, persona, 8, today);
    if (questions.length < 4)
      return declinedOf(
        sentence,
        {
          reason: 'NO_DATA',
          text: 'There is not enough data for a dashboard.',
          notUnderstood: [],
          missing: [],
          wouldHelp: [],
          suggestions: [],
          tokens: [],
        },
        [],
      );
    return madeDashboardOf({
      sentence,
      persona,
      viewedAs: persona,
      title: sentence,
      text: '',
      widgets: questions.map((question, index) => ({
        title: question,
        kind: 'KPI',
        question,
        layout: { x: (index % 4) * 3, y: Math.floor(index / 4) * 2, w: 3, h: 2 },
      })),
    });
  }
}
