import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { decodeAnswerId } from '../ask/answer-id.ts';
import { Answer, Declined } from '../ask/answer.type.ts';
import type { AskService } from '../ask/ask.service.ts';
import { isPlanId } from '../query/plan-id.ts';
import type { PlanService } from '../query/plan.service.ts';
import { verifiedErrors } from './verified.errors.ts';

/** Answers by their ids, asked again on the data of the day. */
export class AnsweredAgain {
  private readonly asking: Pick<AskService, 'ask'>;
  private readonly plans: Pick<PlanService, 'answerAgain'>;

  constructor(asking: Pick<AskService, 'ask'>, plans: Pick<PlanService, 'answerAgain'>) {
    this.asking = asking;
    this.plans = plans;
  }

  /** The answer of an id, or why there is none. @throws ANSWER_ID_INVALID */
  async answer(viewer: UserViewer, id: string): Promise<Answer | DomainError> {
    const result = await this.result(viewer, id);
    if (result instanceof Answer) return result;
    return verifiedErrors.NOT_AN_ANSWER({ reason: result instanceof Declined ? result.text : 'it is answered otherwise.' });
  }

  /** The answer of an id, or that it is declined; or why it is neither. @throws ANSWER_ID_INVALID */
  async told(viewer: UserViewer, id: string): Promise<Answer | Declined | DomainError> {
    const result = await this.result(viewer, id);
    return result instanceof Answer || result instanceof Declined
      ? result
      : verifiedErrors.NOT_AN_ANSWER({ reason: 'it is answered otherwise.' });
  }

  private result(viewer: UserViewer, id: string): Promise<unknown> {
    if (isPlanId(id)) return this.plans.answerAgain(viewer, id);
    const { question, persona } = decodeAnswerId(id);
    return this.asking.ask(viewer, question, persona);
  }
}
