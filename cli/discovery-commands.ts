import type { Command } from 'commander';
import { discoverCommand } from './commands/discover.ts';
import type { CommandTools } from './operator-commands.ts';

interface RawDiscoverOptions {
  policy?: string;
  asOf?: string;
  json: boolean;
}

/** What is found in telemetry, without a server. */
export function addDiscoveryCommands(root: Command, { run, terminal }: Pick<CommandTools, 'run' | 'terminal'>): void {
  root
    .command('discover')
    .description('what runs by the telemetry of a snapshot, log or folder, judged by a policy')
    .argument('<path>', 'a file or folder, see docs/guides/discovery.md; - for standard input')
    .option('--policy <file>', 'a JSON file (default: the default policy)')
    .option('--as-of <date>', 'the moment to judge as of (default: what the snapshot says, else now)')
    .option('--json', 'print JSON', false)
    .action((file: string, { policy, asOf, json }: RawDiscoverOptions) =>
      run(() => discoverCommand(file, { policy: policy ?? null, asOf: asOf ?? null, json }, terminal)),
    );
}
