import { LRUCache } from 'lru-cache';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Overviews } from '../dashboards/overview-file.ts';
import type { Making } from '../galaxy/galaxy-facts.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { sampleQuestions } from '../suggest/sample-questions.ts';
import { type HeadlineFacts, headlinesOf } from './headlines.ts';
import type { Personas } from './persona-file.ts';
import { KeyQuestion, PersonaHome } from './persona-home.type.ts';

const MAX_SAMPLES = 8;
/** One of each persona and day. */
const MAX_REMEMBERED = 8;

/** What each persona looks at first, on a tenant's own data. */
export class PersonaService {
  readonly #system: System;
  readonly #knowledge: KnowledgeService;
  readonly #personas: Personas;
  readonly #overviews: Overviews;
  /** Numbers are read once for each state of the data and set of rules. */
  readonly #headlines = new WeakMap<Knowledge, LRUCache<string, Promise<HeadlineFacts[]>>>();

  constructor(system: System, knowledge: KnowledgeService, about: { personas: Personas; overviews: Overviews }) {
    this.#system = system;
    this.#knowledge = knowledge;
    this.#personas = about.personas;
    this.#overviews = about.overviews;
  }

  known(viewer: UserViewer): Promise<Knowledge> {
    return this.#knowledge.of(viewer);
  }

  /** What somebody asks first, and which of it the data answers. */
  async home(viewer: UserViewer, persona: PersonaName): Promise<PersonaHome> {
    const knowledge = await this.#knowledge.of(viewer);
    const { title, cares, questions } = this.#personas[persona];
    const today = this.#today();
    const asked = new Set(questions.map(({ question }) => question));
    const samples = sampleQuestions(knowledge, persona, MAX_SAMPLES + asked.size, today)
      .filter((question) => !asked.has(question))
      .slice(0, MAX_SAMPLES);
    const key = questions.map(({ question, about, needs }): KeyQuestion => {
      const reading = read(knowledge, question, today);
      const answered = { answerable: true, reason: null, text: null, needs: null };
      const { reason, text } = reading.kind === 'refused' ? reading.refusal : answered;
      return Object.assign(
        new KeyQuestion(),
        { question, about },
        reading.kind === 'refused' ? { answerable: false, reason, text, needs } : answered,
      );
    });
    return Object.assign(new PersonaHome(), { persona, title, cares, questions: key, samples });
  }

  /** The numbers they look at first. */
  async headlines(viewer: UserViewer, persona: PersonaName): Promise<HeadlineFacts[]> {
    const knowledge = await this.#knowledge.of(viewer);
    const known = this.#headlines.get(knowledge) ?? new LRUCache<string, Promise<HeadlineFacts[]>>({ max: MAX_REMEMBERED });
    this.#headlines.set(knowledge, known);
    const today = this.#today();
    const key = `${persona} ${today}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const reading = this.#read(viewer, knowledge, persona, today);
    known.set(key, reading);
    // What failed is read anew by the next who asks.
    reading.catch(() => known.get(key) === reading && known.delete(key));
    return reading;
  }

  async #read({ tenantId }: UserViewer, knowledge: Knowledge, persona: PersonaName, today: string): Promise<HeadlineFacts[]> {
    const health = await this.#knowledge.health(tenantId);
    const asking: Making['asking'] = (work) => this.#knowledge.asking(tenantId, work);
    return headlinesOf({ knowledge, asking, health, today }, this.#overviews, persona);
  }

  #today(): string {
    return this.#system.clock().toISOString().slice(0, 10);
  }
}
