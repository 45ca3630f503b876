import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import { Declined } from '../ask/answer.type.ts';
import { SaveDashboardInput, WidgetInput } from '../dashboards/dashboard.input.ts';

/** Holds what people ask and save against the tenant's policies for personal data, before anything reads or stores it. */
export class QuestionGuard {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The question as it may be asked, or why it may not. */
  async question(tenantId: string, question: string): Promise<string | Declined> {
    const screened = await screenTexts(this.system, tenantId, 'QUESTIONS', [question]);
    if (screened.kind === 'PASSED') return screened.texts[0] ?? question;
    const { message, extensions } = ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    return Object.assign(new Declined(), {
      question: `(held back: ${inWords(screened.types)})`,
      reason: 'PERSONAL_DATA' as const,
      text: message,
      notUnderstood: [],
      missing: [],
      wouldHelp: [extensions.todo],
      interpretation: [],
      suggestions: [],
    });
  }

  /** A dashboard as it may be saved, or what has to be corrected. */
  async dashboard(tenantId: string, input: SaveDashboardInput): Promise<SaveDashboardInput | InputProblem[]> {
    const texts = [input.title, input.sentence, input.note ?? '', ...input.widgets.flatMap(({ title, question }) => [title, question])];
    const screened = await screenTexts(this.system, tenantId, 'QUESTIONS', texts, true);
    if (screened.kind === 'BLOCKED') return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) }))];
    const [title = input.title, sentence = input.sentence, note = '', ...rest] = screened.texts;
    const widgets = input.widgets.map((widget, index) =>
      Object.assign(new WidgetInput(), widget, {
        title: rest[index * 2] ?? widget.title,
        question: rest[index * 2 + 1] ?? widget.question,
      }),
    );
    return Object.assign(new SaveDashboardInput(), input, { title, sentence, note: note === '' ? null : note, widgets });
  }
}
