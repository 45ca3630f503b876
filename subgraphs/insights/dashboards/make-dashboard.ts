import type { RunQuery } from '../answer/answer-types.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Refusal } from '../compose/interpret.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { chooseWidgets } from './choose.ts';
import { focusOf } from './focus.ts';
import type { Focus } from './focus.ts';
import { type Tell, widgetsOf } from './making.ts';
import type { MadeDashboard } from './made-dashboard.ts';
import type { Overviews } from './overview-file.ts';
import { decidePeriod } from './period.ts';
import { readOverview } from './phrase.ts';
import type { OverviewPhrase } from './phrase.ts';
import { overviewText } from './overview-text.ts';
import type { Shown, Trial } from './trial.ts';
import { lackingText, titleOf } from './wording.ts';

/** Fewer are no dashboard: the questions can be asked one by one. */
const MIN_WIDGETS = 5;
/** Statements for trying widgets. Counted, not timed: the same sentence on the same data makes the same dashboard, however busy the database is. */
const MAX_STATEMENTS = 120;

export interface Making {
  knowledge: Knowledge;
  overviews: Overviews;
  asking: <T>(work: (run: RunQuery) => Promise<T>) => Promise<T>;
  sentence: string;
  persona: PersonaName | null;
  /** YYYY-MM-DD. */
  today: string;
  /** Is told how it goes on. */
  tell: Tell;
}
export type Made = { kind: 'made'; dashboard: MadeDashboard } | { kind: 'refused'; refusal: Refusal };

const refused = (reason: Refusal['reason'], text: string, parts: Partial<Refusal> = {}): Made => ({
  kind: 'refused',
  refusal: { reason, text, notUnderstood: [], missing: [], wouldHelp: [], suggestions: [], tokens: [], ...parts },
});

function textOf(glance: readonly string[], shown: readonly Shown[], focus: Focus, notes: readonly string[], dated: boolean): string {
  const undated = dated ? [...new Set(shown.filter(({ idea }) => !idea.dated).map(({ idea }) => idea.title))] : [];
  return [
    ...glance,
    ...notes,
    ...(undated.length === 0 ? [] : [`Not told for the period, but as it stands: ${undated.join(', ')}.`]),
    ...lackingText(focus.lacking),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The sentence with another period in place of the one it names. */
function otherwise(sentence: string, { periodAt }: OverviewPhrase, instead: string | null): string[] {
  if (instead === null || periodAt === null) return [];
  const [before, after] = [sentence.slice(0, periodAt.start), sentence.slice(periodAt.end)];
  if (instead === '') return [`${before}${after}`.replaceAll(/\s+(?:in|for|of|during)?\s*$/g, '').trim()].filter((each) => each !== '');
  const bare = before.trim() === '' || /\b(?:in|for|of|during)\s+$/i.test(before);
  return [`${before}${bare ? '' : 'in '}${instead}${after}`];
}

/** Makes a dashboard of a sentence on a tenant's own data, or says why there is none. */
export async function makeDashboard({ knowledge, overviews, asking, sentence, persona, today, tell }: Making): Promise<Made> {
  const phrase = readOverview(sentence, today);
  const viewedAs = phrase.persona ?? persona;
  const outcome = focusOf(knowledge, overviews, phrase, viewedAs, today);
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind === 'unavailable')
    return refused('NOT_AVAILABLE', `The connected data has nothing for ${outcome.what}.`, {
      missing: outcome.lacking.map(({ what }) => what),
      wouldHelp: outcome.lacking.map(({ needs }) => `Connect ${needs}.`),
    });
  const { focus } = outcome;
  const context = contextOf(knowledge, today);
  const decided = decidePeriod(context, focus.measures, phrase.period, focus.current);
  if (decided.kind === 'refused') return refused('NO_DATA', decided.text, { suggestions: otherwise(sentence, phrase, decided.instead) });
  const title = titleOf(focus.title, phrase, decided.period);
  tell.title(title);
  const trial: Trial = {
    knowledge,
    frame: { context, period: decided.period, conditions: focus.conditions },
    required: focus.required,
    asking,
    statements: { left: MAX_STATEMENTS },
  };
  const shown = await chooseWidgets(trial, focus, tell.found);
  if (shown.length < MIN_WIDGETS)
    return refused(
      'NO_DATA',
      shown.length === 0
        ? 'The connected data has nothing to show for this.'
        : `The connected data has only ${shown.length} thing${shown.length === 1 ? '' : 's'} to show for this; that is no dashboard.`,
      { suggestions: shown.map(({ question }) => question) },
    );
  return {
    kind: 'made',
    dashboard: {
      sentence,
      persona,
      viewedAs,
      title,
      text: textOf(await overviewText(trial, shown), shown, focus, decided.notes, decided.period !== null),
      widgets: widgetsOf(shown),
    },
  };
}
