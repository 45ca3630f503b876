import type { Command } from 'commander';
import { replayCommand } from './commands/replay.ts';
import { runsCommand } from './commands/runs.ts';
import { watchCommand } from './commands/watch.ts';
import type { CommandTools } from './operator-commands.ts';
import { serverOptions, type RawServerOptions } from './options.ts';

/** What is looked at of runs. */
export function addRunCommands(root: Command, { run, withServerOptions, terminal }: CommandTools): void {
  withServerOptions(root.command('runs').description('what is at work, and what was'))
    .option('--json', 'print JSON', false)
    .action((raw: RawServerOptions & { json: boolean }) =>
      run(() => runsCommand({ ...serverOptions(raw, terminal.environment), json: raw.json }, terminal)),
    );

  withServerOptions(root.command('watch').description('follow a run to its end').argument('<run>', 'id of the run'))
    .option('--after <cursor>', 'only what happened behind this cursor')
    .option('--json', 'print each event as a line of JSON', false)
    .action((id: string, raw: RawServerOptions & { after?: string; json: boolean }) =>
      run(() => watchCommand(id, { ...serverOptions(raw, terminal.environment), after: raw.after ?? null, json: raw.json }, terminal)),
    );

  withServerOptions(
    root
      .command('replay')
      .description('go through a run of a workflow again with the answers it was given, and compare; nothing is called')
      .argument('<run>', 'id of the run'),
  )
    .option('--by <version>', 'by this version of its workflow instead of its own', Number)
    .option('--json', 'print JSON', false)
    .action((id: string, raw: RawServerOptions & { by?: number; json: boolean }) =>
      run(() => replayCommand(id, { ...serverOptions(raw, terminal.environment), version: raw.by ?? null, json: raw.json }, terminal)),
    );
}
