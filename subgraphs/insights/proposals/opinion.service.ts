import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { tierOf } from '../answer/tier.ts';
import { Answer, type Declined } from '../ask/answer.type.ts';
import { Confidence } from '../ask/confidence.type.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { showPlan } from '../plan/graph/show-plan.ts';
import type { PlanService } from '../query/plan.service.ts';
import { ModelOpinion, type OpinionKind } from './opinion.type.ts';
import { type Opinion, opinionText, type SecondOpinion } from './second-opinion.ts';

/** What a second reading adds to the confidence of ours, and what another one takes. */
const AGREES = 0.05;
const DIFFERS = -0.15;
/** A reading that our own rules do not confirm is never told as nearly sure. */
const ADOPTED = -0.25;
const BEST = 0.99;

/** Puts a language model's reading of a question beside ours, and says what that does to the answer. */
export class OpinionService {
  readonly #second: SecondOpinion;
  readonly #plans: PlanService;

  constructor(second: SecondOpinion, plans: PlanService) {
    this.#second = second;
    this.#plans = plans;
  }

  /** Begins to ask; side by side with whatever comes next. Never rejects. @param onText is told of what is written, piece by piece */
  begin(
    viewer: UserViewer,
    knowledge: Knowledge,
    question: string,
    today: string,
    onText: (piece: string) => void,
  ): Promise<Opinion | null> {
    return this.#second.of(viewer.tenantId, knowledge, { question, today, onText });
  }

  /** The answer as it is with the model's reading beside it; where ours declined, the model's own if it holds. */
  async settle(
    viewer: UserViewer,
    knowledge: Knowledge,
    asked: { question: string; persona: PersonaName | null },
    ours: Answer | Declined,
    opinion: Opinion | null,
  ): Promise<Answer | Declined> {
    if (opinion === null) return ours;
    if (ours instanceof Answer) {
      const kind: OpinionKind = opinion.proposed === null ? 'NONE' : opinion.proposed.differs.length === 0 ? 'AGREES' : 'DIFFERS';
      return withOpinion(ours, opinion, kind);
    }
    // Only what was not understood: what is not permitted, missing or no question stays so, whoever reads it.
    if (opinion.proposed === null || opinion.proposed.ours || ours.reason !== 'NOT_UNDERSTOOD') return ours;
    const adopted = await this.#plans.adopt(viewer, knowledge, { ...asked, plan: opinion.proposed.plan });
    return adopted instanceof Answer ? withOpinion(Object.assign(adopted, { question: asked.question }), opinion, 'ADOPTED') : ours;
  }
}

function withOpinion(answer: Answer, opinion: Opinion, kind: OpinionKind): Answer {
  const text = opinionText(opinion);
  const effect = { AGREES, DIFFERS, ADOPTED, NONE: 0 }[kind];
  return Object.assign(answer, {
    confidence: effect === 0 ? answer.confidence : judged(answer.confidence, text, effect),
    opinion: Object.assign(new ModelOpinion(), {
      kind,
      text,
      trouble: opinion.trouble,
      model: opinion.model,
      differences: opinion.proposed?.differs ?? [],
      plan: opinion.proposed === null ? null : showPlan(opinion.proposed.plan),
      tokens: opinion.tokens,
      milliseconds: opinion.milliseconds,
    }),
  });
}

function judged(confidence: Confidence, text: string, effect: number): Confidence {
  const score = Math.round(Math.max(0.05, Math.min(BEST, confidence.score + effect)) * 1_000) / 1_000;
  return Object.assign(new Confidence(), confidence, {
    score,
    tier: tierOf(score, confidence.reading + effect),
    reasons: [...confidence.reasons, { text, effect }],
  });
}
