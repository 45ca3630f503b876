import { EXIT } from '../exit-codes.mjs';
import { answerText, declinedText } from '../format/answer.ts';
import { ask, type Answer, type Declined, type Persona } from '../graph/ask.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos ask "<question>"`. Ends with OK for an answer and DECLINED when there is none; both are printed. */
export async function askCommand(
  question: string,
  options: ServerOptions & { persona: Persona | null; json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { client } = await connectToServer(options, terminal);
  const result = await ask(client, question, options.persona);
  if (options.json) terminal.print(JSON.stringify(asJson(result), null, 2));
  else terminal.print(result.__typename === 'Answer' ? answerText(result, terminal.style) : declinedText(result, terminal.style));
  return result.__typename === 'Answer' ? EXIT.OK : EXIT.DECLINED;
}

/** What `--json` prints: the graph's own fields, and `status` instead of the type's name. */
export function asJson(result: Answer | Declined): Record<string, unknown> {
  if (result.__typename === 'Answer') {
    const { __typename: _type, question, text, ...rest } = result;
    return { question, status: 'ANSWERED', text, ...rest };
  }
  const { __typename: _type, question, reason, text, ...rest } = result;
  return { question, status: 'DECLINED', reason, text, ...rest };
}
