import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import { forecastFor, type ForecastOutcome } from './foretell.ts';
import { anomaliesOf, type AnomaliesFacts } from './unusual.ts';
import { whatIf, type Supposition, type WhatIfOutcome } from './what-if/what-if.ts';
import { whyMoved, type WhyFacts } from './why/why.ts';

/** What is told of a number beside its value; read on the data of the moment, as far as the viewer sees it. */
export class AnalysisService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  async why(viewer: UserViewer, { plan }: AnswerFacts): Promise<WhyFacts | null> {
    const knowledge = await this.knowledge.of(viewer);
    return this.knowledge.asking(viewer.tenantId, (run) => whyMoved(knowledge, run, plan, this.today()));
  }

  async anomalies(viewer: UserViewer, { plan }: AnswerFacts): Promise<AnomaliesFacts> {
    const knowledge = await this.knowledge.of(viewer);
    return this.knowledge.asking(viewer.tenantId, (run) => anomaliesOf(knowledge, run, plan, this.today()));
  }

  async forecast(viewer: UserViewer, { plan }: AnswerFacts, count: number | null, grain: CalendarUnit | null): Promise<ForecastOutcome> {
    const knowledge = await this.knowledge.of(viewer);
    return this.knowledge.asking(viewer.tenantId, (run) => forecastFor(knowledge, run, plan, { today: this.today(), count, grain }));
  }

  async whatIf(viewer: UserViewer, supposed: Supposition): Promise<{ knowledge: Knowledge; outcome: WhatIfOutcome }> {
    const knowledge = await this.knowledge.of(viewer);
    const outcome = await this.knowledge.asking(viewer.tenantId, (run) => whatIf(knowledge, run, supposed, this.today()));
    return { knowledge, outcome };
  }

  /** What the viewer's questions are read with. */
  known(viewer: UserViewer): Promise<Knowledge> {
    return this.knowledge.of(viewer);
  }

  private today(): string {
    return this.system.clock().toISOString().slice(0, 10);
  }
}
