import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { objectsText, proposalText, quarantineText, syncLine } from '../format/connection.ts';
import { count, formatDuration, formatNumber } from '../format/numbers.ts';
import type { GraphClient } from '../graph/client.ts';
import { sourceObjects, syncRun, type StartedConnection, type SyncRun } from '../graph/connections.ts';
import { acceptProposal, latestProposal, proposalById, sampleQuestions, type MappingProposal } from '../graph/mapping.ts';
import type { ServerOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { waitFor } from '../wait.ts';

export interface ConnectOptions extends ServerOptions {
  name: string | null;
  accept: boolean;
  json: boolean;
}

/** A connection whose sync has begun, and how it came to that. */
export interface ConnectionToFollow {
  client: GraphClient;
  serverUrl: string;
  connection: StartedConnection;
  /** When the command began, in milliseconds. */
  started: number;
  /** The command line that takes the proposed mapping, but for `--accept`. */
  again: string;
  /** What the path of a table is called: `File`. */
  pathLabel: string;
}

/** The work goes on in the server when our patience ends. */
const SYNC_PATIENCE = { first: 100, longest: 1000, total: 30 * 60_000 };
const PROPOSAL_PATIENCE = { first: 100, longest: 1000, total: 2 * 60_000 };
const PUBLISH_PATIENCE = { first: 100, longest: 1000, total: 30 * 60_000 };
const QUESTIONS_PATIENCE = { first: 100, longest: 500, total: 10_000 };

/** Waits for the sync and the proposal, publishes when it is accepted, and shows what came of it. @returns the exit code */
export async function followConnection(
  { client, serverUrl, connection, started, again, pathLabel }: ConnectionToFollow,
  options: ConnectOptions,
  terminal: Terminal,
): Promise<number> {
  const sync = await followSync(client, connection.sync.id, terminal);
  const objects = await sourceObjects(client, connection.id);
  const proposal = await awaitProposal(client, connection.id);
  const published = options.accept ? await publish(client, proposal, terminal) : proposal;
  const questions = options.accept ? await questionsToTry(client) : [];

  if (options.json) {
    const { id, name } = connection;
    terminal.print(JSON.stringify({ connection: { id, name }, sync, objects, proposal: published, sampleQuestions: questions }, null, 2));
    return EXIT.OK;
  }
  const quarantine = quarantineText(objects, terminal.style);
  const sections = [
    objectsText(objects, terminal.style, pathLabel),
    ...(quarantine === null ? [] : [quarantine]),
    proposalText(published, terminal.style),
    options.accept ? publishedText(published, Date.now() - started) : reviewText(connection.id, serverUrl, again),
    ...(questions.length === 0 ? [] : [['Try', ...questions.map((question) => `  npx autonomos ask "${question}"`)].join('\n')]),
  ];
  terminal.print(sections.join('\n\n'));
  return EXIT.OK;
}

async function followSync(client: GraphClient, id: string, terminal: Terminal): Promise<SyncRun> {
  const finished = await waitFor(async () => {
    const run = await syncRun(client, id);
    terminal.progress(syncLine(run));
    return run.status === 'RUNNING' || run.status === 'PAUSED' ? null : run;
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

function reviewText(connectionId: string, url: string, again: string): string {
  const review = `${url.replace(/\/$/, '')}/connections/${connectionId}/mapping`;
  return `This is a proposal. Review and change it at ${review}, or take it as it is: ${again} --accept`;
}
