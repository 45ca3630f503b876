import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { objectsText, proposalText, quarantineText, syncLine } from '../format/connection.ts';
import { count, formatDuration, formatNumber } from '../format/numbers.ts';
import type { GraphClient } from '../graph/client.ts';
import {
  connectFolder,
  connectionOfFolder,
  sourceObjects,
  startSync,
  syncRun,
  type StartedConnection,
  type SyncRun,
} from '../graph/connections.ts';
import { acceptProposal, latestProposal, proposalById, sampleQuestions, type MappingProposal } from '../graph/mapping.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';
import { waitFor } from '../wait.ts';

export interface ConnectOptions extends ServerOptions {
  name: string | null;
  accept: boolean;
  json: boolean;
}

/** The work goes on in the server when our patience ends. */
const SYNC_PATIENCE = { first: 100, longest: 1000, total: 30 * 60_000 };
const PROPOSAL_PATIENCE = { first: 100, longest: 1000, total: 2 * 60_000 };
const PUBLISH_PATIENCE = { first: 100, longest: 1000, total: 30 * 60_000 };
const QUESTIONS_PATIENCE = { first: 100, longest: 500, total: 10_000 };

/** `autonomos connect files <folder>`: connect, land, propose a mapping, and with `--accept` publish it. */
export async function connectFilesCommand(folder: string, options: ConnectOptions, terminal: Terminal): Promise<number> {
  const started = Date.now();
  const { server, client } = await connectToServer(options, terminal);
  const connection = await connectOrReadAgain(client, folder, options.name, terminal);

  const sync = await followSync(client, connection.sync.id, terminal);
  const objects = await sourceObjects(client, connection.id);
  const proposal = await awaitProposal(client, connection.id);
  const published = options.accept ? await publish(client, proposal, terminal) : proposal;
  const questions = options.accept ? await questionsToTry(client) : [];

  if (options.json) {
    terminal.print(
      JSON.stringify(
        { connection: { id: connection.id, name: connection.name }, sync, objects, proposal: published, sampleQuestions: questions },
        null,
        2,
      ),
    );
    return EXIT.OK;
  }
  const quarantine = quarantineText(objects, terminal.style);
  const sections = [
    objectsText(objects, terminal.style),
    ...(quarantine === null ? [] : [quarantine]),
    proposalText(published, terminal.style),
    options.accept ? publishedText(published, Date.now() - started) : reviewText(connection.id, server.url, folder),
    ...(questions.length === 0 ? [] : [['Try', ...questions.map((question) => `  npx autonomos ask "${question}"`)].join('\n')]),
  ];
  terminal.print(sections.join('\n\n'));
  return EXIT.OK;
}

/** A folder is connected once: named again, it is read again, and only what changed in it changes anything. Another `--name` makes another connection. */
async function connectOrReadAgain(
  client: GraphClient,
  folder: string,
  name: string | null,
  terminal: Terminal,
): Promise<StartedConnection> {
  const absolute = withoutLinks(resolve(folder));
  const known = await connectionOfFolder(client, absolute);
  if (known !== null && (name === null || name === known.name)) {
    terminal.note(`this folder is connected as “${known.name}” already (${known.id}): reading it again`);
    return { ...known, sync: await startSync(client, known.id) };
  }
  const connection = await connectFolder(client, absolute, name);
  terminal.note(`connected as “${connection.name}” (${connection.id})`);
  return connection;
}

/** The folder as the server names it; one that is not there is left for the server to refuse. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

async function followSync(client: GraphClient, id: string, terminal: Terminal): Promise<SyncRun> {
  const finished = await waitFor(async () => {
    const run = await syncRun(client, id);
    terminal.progress(syncLine(run));
    return run.status === 'RUNNING' ? null : run;
  }, SYNC_PATIENCE);
  terminal.endProgress();
  if (finished === null) throw tooLong('the synchronisation');
  if (finished.status !== 'SUCCEEDED') {
    throw new Failure(
      EXIT.FAILED,
      finished.problem === null
        ? 'the synchronisation failed.'
        : `${finished.problem.message}\n  ${finished.problem.todo} (${finished.problem.code})`,
    );
  }
  return finished;
}

async function awaitProposal(client: GraphClient, connectionId: string): Promise<MappingProposal> {
  const proposal = await waitFor(() => latestProposal(client, connectionId), PROPOSAL_PATIENCE);
  if (proposal === null) throw tooLong('working out a mapping');
  return proposal;
}

/** Accepts what still waits for it; one that is published already (the same folder again, nothing changed) is left as it is. */
async function publish(client: GraphClient, proposal: MappingProposal, terminal: Terminal): Promise<MappingProposal> {
  if (proposal.status === 'PROPOSED') await acceptProposal(client, proposal.id);
  const published = await waitFor(async () => {
    const current = await proposalById(client, proposal.id);
    terminal.progress(`${current.status.toLowerCase()}: ${formatNumber(current.recordsUnified)} records unified`);
    return current.status === 'PROPOSED' || current.status === 'PUBLISHING' ? null : current;
  }, PUBLISH_PATIENCE);
  terminal.endProgress();
  if (published === null) throw tooLong('publishing');
  if (published.status !== 'PUBLISHED') {
    const { problem } = published;
    throw new Failure(
      EXIT.FAILED,
      problem === null
        ? `the mapping ended as ${published.status.toLowerCase()}.`
        : `${problem.message}\n  ${problem.todo} (${problem.code})`,
    );
  }
  return published;
}

function tooLong(what: string): Failure {
  return new Failure(
    EXIT.FAILED,
    `${what} takes longer than this command waits. The server goes on: \`npx autonomos status\` shows how far it is.`,
  );
}

/** A courtesy at the end: that none can be had does not make a failure of what was done. */
async function questionsToTry(client: GraphClient): Promise<string[]> {
  try {
    const known = await waitFor(async () => nonEmpty(await sampleQuestions(client)), QUESTIONS_PATIENCE);
    return known ?? [];
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

const nonEmpty = (questions: string[]): string[] | null => (questions.length > 0 ? questions : null);

function publishedText(published: MappingProposal, elapsed: number): string {
  return `Published ${count(published.tables.length, 'entity type')} with ${count(published.recordsUnified, 'record')} in ${formatDuration(elapsed)}.`;
}

function reviewText(connectionId: string, url: string, folder: string): string {
  const review = `${url.replace(/\/$/, '')}/connections/${connectionId}/mapping`;
  return `This is a proposal. Review and change it at ${review}, or take it as it is: npx autonomos connect files ${JSON.stringify(folder)} --accept`;
}
