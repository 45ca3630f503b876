import { EXIT } from '../exit-codes.mjs';
import { answerText, clarificationText, declinedText } from '../format/answer.ts';
import { dashboardText } from '../format/dashboard.ts';
import { ask, type Asked } from '../graph/ask.ts';
import type { Declined, Persona } from '../graph/asking.ts';
import type { ServerOptions } from '../options.ts';
import { chooseWorkspace } from '../server/choose-workspace.ts';
import type { Terminal } from '../terminal.ts';
import { dashboardJson } from './dashboard-json.ts';

/** `autonomos ask "<question>"`. Ends with OK for an answer or a dashboard and DECLINED when there is none or it asks back; all are printed. */
export async function askCommand(
  question: string,
  options: ServerOptions & { persona: Persona | null; after: string | null; demo: boolean; json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { client, workspace } = await chooseWorkspace(options, terminal);
  const result = await ask(client, question, options.persona, options.after);
  terminal.print(options.json ? JSON.stringify({ ...asJson(result), workspace }, null, 2) : asText(result, terminal));
  return result.__typename === 'Declined' || result.__typename === 'Clarification' ? EXIT.DECLINED : EXIT.OK;
}

function asText(result: Asked, { style }: Terminal): string {
  if (result.__typename === 'Clarification') return clarificationText(result, style);
  if (result.__typename === 'Declined') return declinedText(result, style);
  return result.__typename === 'Answer' ? answerText(result, style) : dashboardText(result, style);
}

/** What `--json` prints: the graph's own fields, and `status` instead of the type's name. */
export function asJson(result: Asked): Record<string, unknown> {
  if (result.__typename === 'Declined') return declinedJson(result);
  if (result.__typename === 'Clarification') {
    const { __typename: _kind, ...asked } = result;
    return { ...asked, status: 'ASKED_BACK' };
  }
  if (result.__typename === 'Dashboard') return { question: result.sentence, ...dashboardJson(result) };
  const { __typename: _type, question, text, ...rest } = result;
  return { question, status: 'ANSWERED', text, ...rest };
}

/** What `--json` prints of what is not answered. */
export function declinedJson({ __typename: _type, question, reason, text, ...rest }: Declined): Record<string, unknown> {
  return { question, status: 'DECLINED', reason, text, ...rest };
}
