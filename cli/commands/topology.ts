import { join } from 'node:path';
import type { Topology } from '../../embedded/scaled/start-topology.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { formatDuration } from '../format/numbers.ts';
import { table, indent } from '../format/table.ts';
import { DEFAULT_PORT } from '../options.ts';
import { findServer } from '../server/connect.ts';
import { processEnvironment, type ProcessOptions } from '../server/serve-process.ts';
import { removeServerFile, writeServerFile } from '../server/server-file.ts';
import { ServerLog } from '../server/server-log.ts';
import { startFailure } from '../server/start-failure.ts';
import { listenForStop } from '../server/stop-signal.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

/** Where each process's log is, in a folder of its own. */
const LOGS = 'logs';

/**
 * `autonomos topology`: the scaled topology on this machine, without containers: two gateways, six subgraphs and two workers as child
 * processes, until told to stop. Other commands find it through the data folder, as they find `autonomos up`.
 */
export async function topologyCommand(options: ProcessOptions, terminal: Terminal): Promise<number> {
  const running = await findServer(options.dataFolder);
  if (running !== null)
    throw new Failure(EXIT.DATA_FOLDER_IN_USE, `${options.dataFolder} is already served at ${running.url} by process ${running.pid}.`);
  const started = Date.now();
  const stop = listenForStop();
  try {
    const topology = await start(options, terminal);
    writeServerFile(options.dataFolder, {
      pid: process.pid,
      url: topology.doors[0] ?? '',
      version: VERSION,
      startedAt: new Date(started).toISOString(),
    });
    terminal.print(readyText(topology, options.dataFolder, Date.now() - started));
    const reason = await stop.told;
    terminal.note(`stopping (${reason})`);
    removeServerFile(options.dataFolder, process.pid);
    await topology.stop();
    terminal.note('stopped');
    return EXIT.OK;
  } finally {
    stop.done();
  }
}

async function start(options: ProcessOptions, terminal: Terminal): Promise<Topology> {
  await import('reflect-metadata');
  const { startTopology } = await import('../../embedded/scaled/start-topology.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = processEnvironment(options, terminal.environment);
  try {
    return await startTopology({
      config: loadConfig(environment),
      environment,
      program: terminal.program,
      logOf(name) {
        const log = new ServerLog(join(options.dataFolder, LOGS, name));
        return (line) => log.write(line);
      },
      onProgress: (message) => terminal.note(message),
    });
  } catch (error) {
    throw startFailure(error, { port: environment['PORT'] ?? String(DEFAULT_PORT), dataFolder: options.dataFolder });
  }
}

function readyText(topology: Topology, dataFolder: string, milliseconds: number): string {
  const facts = [
    ['Addresses', topology.doors.join('  ')],
    ['Log in', `${topology.signInLink}   (works once; \`npx autonomos link\` makes another)`],
    ['Data', dataFolder],
    ['Logs', join(dataFolder, LOGS)],
    ['Stop', 'Ctrl-C'],
  ];
  const columns = [{ label: 'Process' }, { label: 'Address' }, { label: 'Pid', align: 'right' as const }];
  const rows = topology.processes.map(({ name, url, pid }) => [name, url, String(pid() ?? '–')]);
  return [
    `AutonomOS ${VERSION} is ready after ${formatDuration(milliseconds)}, as ${topology.processes.length} processes.`,
    ...facts.map(([name = '', value = '']) => `  ${name.padEnd(11)}${value}`),
    '',
    indent(table(columns, rows), '  '),
  ].join('\n');
}
