import { fileURLToPath } from 'node:url';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { askCommand } from './commands/ask.ts';
import { connectFilesCommand } from './commands/connect-files.ts';
import { connectPostgresCommand } from './commands/connect-postgres.ts';
import { gatewayCommand } from './commands/gateway.ts';
import { dashboardCommand } from './commands/dashboard.ts';
import { DEMO_ACTIONS, type DemoAction, demoCommand } from './commands/demo.ts';
import { linkCommand } from './commands/link.ts';
import { runsCommand } from './commands/runs.ts';
import { statusCommand } from './commands/status.ts';
import { stopCommand } from './commands/stop.ts';
import { subgraphCommand } from './commands/subgraph.ts';
import { supergraphCheckCommand, supergraphCommand, supergraphComposeCommand, supergraphReleaseCommand } from './commands/supergraph.ts';
import { topologyCommand } from './commands/topology.ts';
import { upCommand } from './commands/up.ts';
import { watchCommand } from './commands/watch.ts';
import { workerCommand } from './commands/worker.ts';
import { EXIT } from './exit-codes.mjs';
import { reportFailure } from './failure.mjs';
import { PERSONAS, type Persona } from './graph/asking.ts';
import { addConnectorCommands } from './connector-commands.ts';
import { addDiscoveryCommands } from './discovery-commands.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { serverOptions, type RawServerOptions } from './options.ts';
import { processTerminal } from './terminal.ts';
import { VERSION } from './version.ts';

const terminal = processTerminal(fileURLToPath(import.meta.url), process.env);

type Action = () => Promise<number>;

/** Runs one command and leaves its exit code; the process ends when nothing is left to do. */
async function run(action: Action): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    terminal.endProgress();
    process.exitCode = reportFailure(error);
  }
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535 (0: any free one).');
  return value;
}

function withServerOptions(command: Command): Command {
  return command
    .option('--data-folder <folder>', 'where the data lives (default: .data beside package.json)')
    .option('--port <number>', 'port to serve on (default: 4000)', port)
    .option('--database <embedded|url>', 'the embedded PostgreSQL, or the URL of another (default: embedded)');
}

type RawProcessOptions = RawServerOptions & { redis?: string };

function withProcessOptions(command: Command): Command {
  return withServerOptions(command).option(
    '--redis <url>',
    'redis:// or rediss:// URL that carries events, cache and locks (default: none)',
  );
}

/** The processes of the scaled topology, each of them and all together. */
function addProcessCommands(root: Command): void {
  const options = (raw: RawProcessOptions) => ({ ...serverOptions(raw, process.env), redis: raw.redis ?? null });

  withProcessOptions(
    root.command('gateway').description('serve the door alone, over the subgraphs of SUBGRAPH_URLS or those of any supergraph'),
  )
    .option('--supergraph <file>', 'serve this Federation 2 supergraph and nothing else: no database, no data folder')
    .option('--config <file>', 'with --supergraph: settings, see docs/guides/gateway.md')
    .option('--host <address>', 'with --supergraph: address to serve on (default: localhost; 0.0.0.0 for everybody)')
    .option('--no-watch', 'with --supergraph: do not follow the file as it changes')
    .action((raw: RawProcessOptions & { supergraph?: string; config?: string; host?: string; watch: boolean }) => {
      const { supergraph = null, config = null, host = null, watch } = raw;
      return run(() => gatewayCommand({ ...options(raw), supergraph, config, host, watch }, terminal));
    });

  withProcessOptions(root.command('subgraph').description('serve one subgraph alone, for gateways').argument('<name>')).action(
    (name: string, raw: RawProcessOptions) => run(() => subgraphCommand(name, options(raw), terminal)),
  );

  withProcessOptions(root.command('worker').description('work on durable runs')).action((raw: RawProcessOptions) =>
    run(() => workerCommand(options(raw), terminal)),
  );

  withProcessOptions(
    root.command('topology').description('run gateways, subgraphs and workers as processes of this machine, until Ctrl-C'),
  ).action((raw: RawProcessOptions) => run(() => topologyCommand(options(raw), terminal)));
}

/** Making one graph of subgraphs: the product's own, or anybody's. */
function addSupergraphCommands(root: Command): void {
  const supergraph = root
    .command('supergraph')
    .description('compose the contracts in schema/ and say what is new since the release')
    .action(() => run(() => supergraphCommand(terminal)));
  supergraph
    .command('check')
    .description('write nothing; fail on what is not committed, and on breaking changes without a mark')
    .action(() => run(() => supergraphCheckCommand(terminal)));
  supergraph
    .command('release')
    .description('what is in schema/ is what is released: changes are told from here on')
    .action(() => run(() => supergraphReleaseCommand(terminal)));
  supergraph
    .command('compose')
    .description('make one supergraph of the subgraphs that a file lists, see docs/guides/partner-subgraphs.md')
    .argument('<path>', 'file that lists subgraphs, or a folder of *.graphql contracts')
    .option('--output <file>', 'where to write it (default: standard output)')
    .action((path: string, raw: { output?: string }) =>
      run(() => supergraphComposeCommand(path, { output: raw.output ?? null }, terminal)),
    );
}

function program(): Command {
  const root = new Command('autonomos')
    .description('One graph over everything a company runs: connect, unify, ask.')
    .version(VERSION)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();

  withServerOptions(root.command('up').description('serve everything at one address, until Ctrl-C'))
    .option('--open', 'open the browser, logged in', false)
    .action((raw: RawServerOptions & { open: boolean }) =>
      run(() => upCommand({ ...serverOptions(raw, process.env), open: raw.open }, terminal)),
    );

  withServerOptions(root.command('status').description('what runs, and what is connected'))
    .option('--json', 'print JSON', false)
    .action((raw: RawServerOptions & { json: boolean }) =>
      run(() => statusCommand({ ...serverOptions(raw, process.env), json: raw.json }, terminal)),
    );

  withServerOptions(root.command('stop').description('end the server of the data folder')).action((raw: RawServerOptions) =>
    run(() => stopCommand(serverOptions(raw, process.env), terminal)),
  );

  withServerOptions(root.command('link').description('a fresh address that logs you in in the browser')).action((raw: RawServerOptions) =>
    run(() => linkCommand(serverOptions(raw, process.env), terminal)),
  );

  withServerOptions(root.command('ask').description('ask a question in plain English').argument('<question>', 'in quotes'))
    .addOption(new Option('--persona <persona>', 'whose view of the business').choices([...PERSONAS]))
    .option('--after <id>', 'id of the answer that the question follows, as --json prints it')
    .option('--demo', 'ask the demo company', false)
    .option('--json', 'print JSON', false)
    .action((question: string, raw: RawServerOptions & { persona?: Persona; after?: string; demo: boolean; json: boolean }) =>
      run(() =>
        askCommand(
          question,
          {
            ...serverOptions(raw, process.env),
            persona: raw.persona ?? null,
            after: raw.after ?? null,
            demo: raw.demo,
            json: raw.json,
          },
          terminal,
        ),
      ),
    );

  withServerOptions(
    root
      .command('demo')
      .description('the demo company: load it, delete it, or see how far it is')
      .addArgument(new Argument('<action>').choices([...DEMO_ACTIONS])),
  )
    .option('--json', 'print JSON', false)
    .action((action: DemoAction, raw: RawServerOptions & { json: boolean }) =>
      run(() => demoCommand(action, { ...serverOptions(raw, process.env), json: raw.json }, terminal)),
    );

  withServerOptions(
    root
      .command('dashboard')
      .description('a dashboard for a sentence: "2017 results", "CFO dashboard"')
      .argument('<sentence>', 'in quotes'),
  )
    .addOption(new Option('--persona <persona>', 'whose view of the business').choices([...PERSONAS]))
    .option('--demo', 'of the demo company', false)
    .option('--json', 'print JSON', false)
    .action((sentence: string, raw: RawServerOptions & { persona?: Persona; demo: boolean; json: boolean }) =>
      run(() =>
        dashboardCommand(
          sentence,
          { ...serverOptions(raw, process.env), persona: raw.persona ?? null, demo: raw.demo, json: raw.json },
          terminal,
        ),
      ),
    );

  withServerOptions(root.command('runs').description('what is at work, and what was'))
    .option('--json', 'print JSON', false)
    .action((raw: RawServerOptions & { json: boolean }) =>
      run(() => runsCommand({ ...serverOptions(raw, process.env), json: raw.json }, terminal)),
    );

  withServerOptions(root.command('watch').description('follow a run to its end').argument('<run>', 'id of the run'))
    .option('--after <cursor>', 'only what happened behind this cursor')
    .option('--json', 'print each event as a line of JSON', false)
    .action((id: string, raw: RawServerOptions & { after?: string; json: boolean }) =>
      run(() => watchCommand(id, { ...serverOptions(raw, process.env), after: raw.after ?? null, json: raw.json }, terminal)),
    );

  const connect = root.command('connect').description('connect a source');
  withServerOptions(connect.command('files').description('a folder of CSV and JSON files').argument('<folder>'))
    .option('--name <name>', 'what to call the connection (default: the name of the folder)')
    .option('--accept', 'take the proposed mapping as it is', false)
    .option('--json', 'print JSON', false)
    .action((folder: string, raw: RawServerOptions & { name?: string; accept: boolean; json: boolean }) =>
      run(() =>
        connectFilesCommand(
          folder,
          { ...serverOptions(raw, process.env), name: raw.name ?? null, accept: raw.accept, json: raw.json },
          terminal,
        ),
      ),
    );
  withServerOptions(
    connect.command('postgres').description('a PostgreSQL database').argument('<url>', 'postgres://user:password@host:port/database'),
  )
    .option('--name <name>', 'what to call the connection (default: the name of the database)')
    .option('--schema <schemas...>', 'only these schemas (default: all that the login may read)')
    .option('--accept', 'take the proposed mapping as it is', false)
    .option('--json', 'print JSON', false)
    .action((url: string, raw: RawServerOptions & { name?: string; schema?: string[]; accept: boolean; json: boolean }) => {
      const { name = null, schema: schemas = null, accept, json } = raw;
      return run(() => connectPostgresCommand(url, { ...serverOptions(raw, process.env), name, schemas, accept, json }, terminal));
    });

  addOperatorCommands(root, { run, withServerOptions, terminal });
  addConnectorCommands(root, { run, terminal });
  addDiscoveryCommands(root, { run, terminal });

  addProcessCommands(root);
  addSupergraphCommands(root);
  return root;
}

try {
  await program().parseAsync();
} catch (error) {
  // Commander has printed its message already; asking for help or the version is no mistake.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
}
