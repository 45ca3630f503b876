import { EXIT } from '../exit-codes.mjs';
import { formatDuration, formatNumber } from '../format/numbers.ts';
import { indent, table } from '../format/table.ts';
import { connectionStatuses, type ConnectionStatus } from '../graph/status.ts';
import type { ServerOptions } from '../options.ts';
import { logIn } from '../server/connect.ts';
import { isReady } from '../server/health.ts';
import { isOurServer } from '../server/process-identity.ts';
import { readServerFile, type ServerFile } from '../server/server-file.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos status`: never starts anything. UNREACHABLE when no server runs, or when it runs and is not ready. */
export async function statusCommand(options: ServerOptions & { json: boolean }, terminal: Terminal): Promise<number> {
  const server = readServerFile(options.dataFolder);
  if (server === null || !isOurServer(server.pid)) {
    if (options.json) terminal.print(JSON.stringify({ running: false, dataFolder: options.dataFolder }, null, 2));
    else terminal.print(`No server runs for ${options.dataFolder}. \`npm start\` starts one.`);
    return EXIT.UNREACHABLE;
  }
  const ready = await isReady(server.url);
  const connections = ready ? await connectionStatuses(await logIn(server, options.dataFolder)) : [];
  if (options.json)
    terminal.print(JSON.stringify({ running: true, ready, ...server, dataFolder: options.dataFolder, connections }, null, 2));
  else terminal.print(statusText(server, ready, options.dataFolder, connections, new Date()));
  return ready ? EXIT.OK : EXIT.UNREACHABLE;
}

/** @param now for how long the server has been up */
export function statusText(server: ServerFile, ready: boolean, dataFolder: string, connections: ConnectionStatus[], now: Date): string {
  const facts = [
    ['Address', server.url],
    ['Ready', ready ? 'yes' : 'no (see server.log in the data folder)'],
    ['Process', `${server.pid}, version ${server.version}, up for ${formatDuration(now.getTime() - Date.parse(server.startedAt))}`],
    ['Data folder', dataFolder],
  ];
  const head = facts.map(([name = '', value = '']) => `${name.padEnd(13)}${value}`).join('\n');
  if (!ready) return head;
  if (connections.length === 0) return `${head}\n\nNothing is connected yet: \`npx autonomos connect files <folder>\`.`;
  const columns = [
    { label: 'Connection' },
    { label: 'Status' },
    { label: 'Mapping' },
    { label: 'Tables', align: 'right' as const },
    { label: 'Rows', align: 'right' as const },
    { label: 'Set aside', align: 'right' as const },
    { label: 'Location', maxWidth: 60 },
  ];
  const rows = connections.map((each) => [
    each.name,
    each.reason === null ? each.status.toLowerCase() : `${each.status.toLowerCase()}: ${each.reason}`,
    each.mapping?.toLowerCase() ?? '–',
    formatNumber(each.tables),
    formatNumber(each.rows),
    formatNumber(each.quarantined),
    each.location,
  ]);
  return `${head}\n\n${indent(table(columns, rows), '')}`;
}
