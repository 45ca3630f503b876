import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Said } from '../conversation/conversation.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import { Persona } from '../metrics/metric-enums.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { FewEach } from '../progress/few-each.ts';
import { stepCursor, toldUntil } from '../progress/step-cursor.ts';
import { STEP_WAIT } from '../progress/watched.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { isPlanId } from '../query/plan-id.ts';
import { decodeAnswerId } from './answer-id.ts';
import { Answer } from './answer.type.ts';
import { AskProgress, AskStep } from './ask-progress.type.ts';
import type { Asked, AskService } from './ask.service.ts';
import type { AskTell } from './asking-steps.ts';
import { QuestionsUnderWay } from './questions-under-way.ts';

/** Who asks, by what they proved to be: what is answered depends on the role, and a key may be limited further. */
const keyOf = ({ tenantId, userId, role, credential, scopes }: UserViewer): string =>
  JSON.stringify([tenantId, userId, role, credential?.id ?? null, scopes ?? null]);

@Resolver()
export class AskProgressResolver {
  readonly #asking: AskService;
  readonly #guard: QuestionGuard;
  readonly #waiting = new FewEach();
  readonly #questions = new QuestionsUnderWay();

  constructor(asking: AskService, guard: QuestionGuard) {
    this.#asking = asking;
    this.#guard = guard;
  }

  @Query(() => AskProgress, {
    description:
      'The same as `ask`, told step by step: ask again with the cursor of the step before until it is DONE. A step waits up to three seconds for something new; each person may have a few questions at a time.',
  })
  async askProgress(
    @Ctx() { viewer }: GraphContext,
    @Arg('question', () => String, { description: 'The question, at most 1 000 characters.' }) question: string,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes; told from the question when it is not said.' })
    persona?: Persona | null,
    @Arg('follows', () => ID, { nullable: true, description: 'Id of the answer that the question follows (“and per country?”).' })
    follows?: string | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the step before; left out for the first.' }) after?:
      | string
      | null,
  ): Promise<AskProgress> {
    const user = requireUser(viewer);
    const what = [question.slice(0, MAX_QUESTION_LENGTH + 1), persona ?? null, follows ?? null];
    const told = toldUntil(what, after);
    // What a plan that somebody gave was about was never asked in words: who follows it begins anew.
    const before = follows == null || isPlanId(follows) ? null : decodeAnswerId(follows);
    const [who, name] = [keyOf(user), JSON.stringify(what)];
    const asking = this.#questions.begin(who, name, (tell) => this.#ask(user, { question, persona: persona ?? null, before }, tell));
    const since = told.run === asking.run ? told : { run: asking.run, version: -1, delivered: 0 };
    await this.#waiting.wait(user.userId, (released) => asking.seen.changed(since.version, STEP_WAIT, released));
    const { state, version, ended } = asking.seen;
    const result = ended ? await asking.result : null;
    if (ended) this.#questions.forget(who, name, asking);
    return Object.assign(new AskProgress(), {
      cursor: stepCursor(what, { run: asking.run, version, delivered: state.written.length }),
      stage: ended ? ('DONE' as const) : (state.steps.at(-1)?.stage ?? ('READING' as const)),
      steps: state.steps.map((each) => Object.assign(new AskStep(), each)),
      written: state.written.slice(since.delivered),
      result,
      answerId: result instanceof Answer ? result.id : null,
    });
  }

  async #ask(
    user: UserViewer,
    { question, persona, before }: { question: string; persona: PersonaName | null; before: Said['before'] },
    tell: AskTell,
  ): Promise<Asked> {
    tell.stage('READING');
    const allowed = await this.#guard.question(user.tenantId, question.slice(0, MAX_QUESTION_LENGTH + 1));
    return typeof allowed === 'string' ? this.#asking.ask(user, allowed, persona, before, tell) : allowed;
  }
}
