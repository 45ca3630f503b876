import type { Command } from 'commander';
import { connectorNewCommand } from './commands/connector-new.ts';
import type { CommandTools } from './operator-commands.ts';

/** What whoever writes connectors does. */
export function addConnectorCommands(root: Command, { run, terminal }: Pick<CommandTools, 'run' | 'terminal'>): void {
  root
    .command('connector')
    .description('connectors of one’s own, in a checkout of the repository')
    .command('new')
    .description('the files of a new connector that passes the conformance suite as it is')
    .argument('<name>', 'lower-case words with hyphens: acme-crm')
    .action((name: string) => run(() => connectorNewCommand(name, terminal)));
}
