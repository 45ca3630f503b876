import { Argument, type Command } from 'commander';
import { farmCommand } from './commands/farm.ts';
import { migrateCommand, type MigrateAction } from './commands/migrate.ts';
import { planCommand } from './commands/plan.ts';
import { vaultCommand } from './commands/vault.ts';
import { serverOptions, type RawServerOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** How commands of this program are declared and run. */
export interface CommandTools {
  run: (action: () => Promise<number>) => Promise<void>;
  withServerOptions: (command: Command) => Command;
  terminal: Terminal;
}

interface RawFarmOptions {
  seed?: number;
  report?: string;
  rehearsal?: true;
}

/** What whoever runs the server does to its database. */
export function addOperatorCommands(root: Command, { run, withServerOptions, terminal }: CommandTools): void {
  withServerOptions(
    root
      .command('migrate')
      .description('the tables of the platform: bring up to date, take back, or list what ran')
      .addArgument(new Argument('<action>').choices(['up', 'down', 'history'])),
  )
    .option('--to <name>', 'with down: the migration to go back to')
    .action((action: MigrateAction, raw: RawServerOptions & { to?: string }) =>
      run(() => migrateCommand(action, { ...serverOptions(raw, terminal.environment), to: raw.to ?? null }, terminal)),
    );

  root
    .command('farm')
    .description('stress tests of simulated agents, beside an oracle that knows what has to come of them')
    .addArgument(new Argument('<action>').choices(['run']))
    .argument('<scenario>', 'a JSON file, see docs/guides/farm.md and examples/farm')
    .option('--seed <number>', 'instead of the scenario’s own', Number)
    .option('--report <file>', 'where the scenario, written out, and the whole report go to as JSON')
    .option('--rehearsal', 'in this process and a time of its own instead of on the executor: takes a second, kills nothing')
    .action((_action: string, scenario: string, { seed, report, rehearsal }: RawFarmOptions) =>
      run(() => farmCommand(scenario, { seed: seed ?? null, report: report ?? null, rehearsal: rehearsal ?? false }, terminal)),
    );

  withServerOptions(
    root
      .command('plan')
      .description('which tenant has which plan, or another plan for one')
      .argument('[tenant]', 'its id or its short name')
      .argument('[plan]', 'personal, starter, team, business or enterprise'),
  ).action((tenant: string | undefined, plan: string | undefined, raw: RawServerOptions) =>
    run(() => planCommand(tenant === undefined ? null : { tenant, plan: plan ?? '' }, serverOptions(raw, terminal.environment), terminal)),
  );

  withServerOptions(
    root
      .command('vault')
      .description('rotate: make a new key for stored passwords; the next start of the server seals them anew')
      .addArgument(new Argument('<what>').choices(['rotate'])),
  ).action((_what: string, raw: RawServerOptions) => run(() => vaultCommand(serverOptions(raw, terminal.environment), terminal)));
}
