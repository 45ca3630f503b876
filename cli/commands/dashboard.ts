import { EXIT } from '../exit-codes.mjs';
import { declinedText } from '../format/answer.ts';
import { dashboardText } from '../format/dashboard.ts';
import type { Persona } from '../graph/asking.ts';
import { generateDashboard } from '../graph/dashboard.ts';
import type { ServerOptions } from '../options.ts';
import { chooseWorkspace } from '../server/choose-workspace.ts';
import type { Terminal } from '../terminal.ts';
import { declinedJson } from './ask.ts';
import { dashboardJson } from './dashboard-json.ts';

/** `autonomos dashboard "<sentence>"`. Ends with OK for a dashboard and DECLINED when there is none; both are printed. */
export async function dashboardCommand(
  sentence: string,
  options: ServerOptions & { persona: Persona | null; demo: boolean; json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { client, workspace } = await chooseWorkspace(options, terminal);
  const result = await generateDashboard(client, sentence, options.persona);
  if (result.__typename === 'Declined') {
    terminal.print(options.json ? JSON.stringify({ ...declinedJson(result), workspace }, null, 2) : declinedText(result, terminal.style));
    return EXIT.DECLINED;
  }
  terminal.print(options.json ? JSON.stringify({ ...dashboardJson(result), workspace }, null, 2) : dashboardText(result, terminal.style));
  return EXIT.OK;
}
