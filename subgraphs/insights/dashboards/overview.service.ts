import { LRUCache } from 'lru-cache';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Declined } from '../ask/answer.type.ts';
import { declinedOf } from '../ask/answer.type.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { sampleQuestions } from '../suggest/sample-questions.ts';
import type { Dashboard } from './dashboard.type.ts';
import { isOverview } from './is-overview.ts';
import type { MadeDashboard } from './made-dashboard.ts';
import { beginMaking, type DashboardMaking, type Tell } from './making.ts';
import { makeDashboard, type Made } from './make-dashboard.ts';
import type { Overviews } from './overview-file.ts';
import { madeDashboardOf } from './show.ts';

/** Suggestions beside a refusal. */
const MAX_SUGGESTIONS = 4;

/** Dashboards that are remembered for each state of a tenant's data and each set of rules about who sees it. */
const MAX_REMEMBERED = 50;

/** Makes dashboards from sentences on a tenant's own data. */
export class OverviewService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  /** What dashboards are about. */
  readonly overviews: Overviews;

  private readonly remembering = new WeakMap<Knowledge, LRUCache<string, DashboardMaking>>();

  constructor(system: System, knowledge: KnowledgeService, overviews: Overviews) {
    this.system = system;
    this.knowledge = knowledge;
    this.overviews = overviews;
  }

  /** Whether a question asks for an overview, which a dashboard answers better than one number. */
  async isAskedBy(viewer: UserViewer, question: string): Promise<boolean> {
    return isOverview(await this.knowledge.of(viewer), this.overviews, question.trim(), this.today());
  }

  /** The dashboard of a sentence before GraphQL; null when there is none. */
  async made(viewer: UserViewer, sentence: string, persona: PersonaName | null): Promise<MadeDashboard | null> {
    const { making } = await this.begin(viewer, sentence, persona);
    const made = await making.made;
    return made.kind === 'made' ? made.dashboard : null;
  }

  /** The dashboard of a sentence, or why there is none. Nothing is saved. */
  async make(viewer: UserViewer, sentence: string, persona: PersonaName | null): Promise<Dashboard | Declined> {
    const { making, asked, knowledge, today } = await this.begin(viewer, sentence, persona);
    return this.shown(viewer, await making.made, { asked, persona, knowledge, today });
  }

  /** What can be told of a dashboard while it is made, and it or the refusal once it is. */
  async watch(
    viewer: UserViewer,
    sentence: string,
    persona: PersonaName | null,
  ): Promise<DashboardMaking & { shown: () => Promise<Dashboard | Declined> }> {
    const { making, asked, knowledge, today } = await this.begin(viewer, sentence, persona);
    return { ...making, shown: async () => this.shown(viewer, await making.made, { asked, persona, knowledge, today }) };
  }

  private shown(
    viewer: UserViewer,
    made: Made,
    { asked, persona, knowledge, today }: { asked: string; persona: PersonaName | null; knowledge: Knowledge; today: string },
  ): Dashboard | Declined {
    if (made.kind === 'made') return madeDashboardOf(made.dashboard, viewer.tenantId);
    const { refusal } = made;
    const more = refusal.suggestions.length > 0 ? [] : sampleQuestions(knowledge, persona, MAX_SUGGESTIONS, today);
    return declinedOf(asked, refusal, [...refusal.suggestions, ...more].slice(0, MAX_SUGGESTIONS));
  }

  private async begin(viewer: UserViewer, sentence: string, persona: PersonaName | null) {
    const asked = sentence.trim().slice(0, MAX_QUESTION_LENGTH);
    const knowledge = await this.knowledge.of(viewer);
    const today = this.today();
    const asking: Parameters<typeof makeDashboard>[0]['asking'] = (work) => this.knowledge.asking(viewer.tenantId, work);
    const making = this.remembered(knowledge, JSON.stringify([asked, persona, today]), (tell) =>
      makeDashboard({ knowledge, overviews: this.overviews, asking, sentence: asked, persona, today, tell }),
    );
    return { making, asked, knowledge, today };
  }

  /** What was made on the same data for the same eyes is not made again; whoever asks while it is being made waits for it. */
  private remembered(knowledge: Knowledge, key: string, make: (tell: Tell) => Promise<Made>): DashboardMaking {
    const known = this.remembering.get(knowledge) ?? new LRUCache<string, DashboardMaking>({ max: MAX_REMEMBERED });
    this.remembering.set(knowledge, known);
    const found = known.get(key);
    if (found !== undefined) return found;
    const making = beginMaking(make);
    known.set(key, making);
    // What failed is made anew by the next who asks.
    making.made.catch(() => known.get(key) === making && known.delete(key));
    return making;
  }

  private today(): string {
    return this.system.clock().toISOString().slice(0, 10);
  }
}
