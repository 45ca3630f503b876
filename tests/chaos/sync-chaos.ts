import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectFolder, startSync } from '../../cli/graph/connections.ts';
import { acceptProposal } from '../../cli/graph/mapping.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { compareUnified, type Difference } from './compare.ts';
import { connectionOf, connectionState, isAway, mappingOf, runState } from './graph.ts';
import type { ChaosOptions } from './options.ts';
import { randomFrom, type Random } from './random.ts';
import { RunWatcher } from './run-watcher.ts';
import type { Server } from './server.ts';
import { changeTables, makeTables, writeTables, type Table } from './source-files.ts';

const POLL_MS = 150;
/** A sync that does not end within this, kills and all, has not gone on by itself. */
const ROUND_MS = 300_000;
/** Every so many rounds a new source is connected, discovered, mapped and published. */
const FRESH_EVERY = 3;

/** A folder that is connected, or will be. */
interface Source {
  folder: string;
  name: string;
  tables: Table[];
  connectionId: string | null;
}

type Kind = 'first' | 'again';

/** Rounds of syncs, during which the server is killed until it has been often enough. */
export class SyncChaos {
  readonly #server: Server;
  readonly #options: ChaosOptions;
  readonly #random: Random;
  readonly #workFolder: string;
  readonly #sources: Source[] = [];
  /** How long an undisturbed round takes, by kind, in milliseconds: kills fall anywhere in it. */
  readonly #lasts: Record<Kind, number> = { first: 0, again: 0 };
  readonly #say: (line: string) => void;
  kills = 0;
  readonly total: Difference = { lost: 0, doubled: 0, examples: [] };

  constructor(server: Server, options: ChaosOptions, workFolder: string, say: (line: string) => void) {
    this.#server = server;
    this.#options = options;
    this.#random = randomFrom(options.seed);
    this.#workFolder = workFolder;
    this.#say = say;
  }

  /** @throws Error when a sync fails, or does not end */
  async run(): Promise<void> {
    await this.#server.start();
    await this.#round(this.#newSource(), { disturbed: false });
    await this.#round(this.#sources[0]!, { disturbed: false });
    for (let round = 0; this.kills < this.#options.kills; round += 1) {
      const source = round % FRESH_EVERY === 0 ? this.#newSource() : this.#random.pick(this.#sources);
      await this.#round(source, { disturbed: true });
    }
  }

  #newSource(): Source {
    // Letters only: a number would be read as another year's or part's file of the same table.
    const name = `s${String(this.#sources.length).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;
    const source = {
      folder: join(this.#workFolder, name),
      name,
      tables: makeTables(name, this.#options.rows, this.#random),
      connectionId: null,
    };
    this.#sources.push(source);
    return source;
  }

  async #round(source: Source, { disturbed }: { disturbed: boolean }): Promise<void> {
    const kind: Kind = source.connectionId === null ? 'first' : 'again';
    if (kind === 'again') changeTables(source.tables, this.#random);
    writeTables(source.folder, source.tables);
    const began = Date.now();
    const killsBefore = this.kills;
    let over = false;
    const killing = disturbed ? this.#killNowAndThen(this.#lasts[kind], () => over) : Promise.resolve();
    const watching = new RunWatcher(this.#server);
    const syncing = this.#sync(source, watching).finally(() => {
      over = true;
    });
    await Promise.all([syncing, killing]);
    await this.#compareEvents(source, watching);
    if (!disturbed) this.#lasts[kind] = Date.now() - began;
    await this.#compare(source);
    const { lost, doubled } = this.total;
    this.#say(
      `${source.name} ${kind}: ${this.kills - killsBefore} kills, ${Date.now() - began} ms; so far ${this.kills} kills, lost ${lost}, doubled ${doubled}`,
    );
  }

  /** Kills at random moments of the round, each time after the server was up again, until the round or the kills are over. */
  async #killNowAndThen(lastsMs: number, isOver: () => boolean): Promise<void> {
    while (this.kills < this.#options.kills) {
      await pause(this.#random.fraction() * lastsMs);
      if (isOver()) return;
      await this.#server.kill();
      this.kills += 1;
    }
  }

  /** Starts a sync and sees it through, as a person with a browser would: accepts the mapping when asked, and waits. */
  async #sync(source: Source, watching: RunWatcher): Promise<void> {
    let syncBefore: string | null = null;
    if (source.connectionId === null) {
      source.connectionId = await this.#insist(async (client) => {
        return (await connectionOf(client, source.folder)) ?? (await connectFolder(client, source.folder, source.name)).id;
      });
    } else {
      const { connectionId } = source;
      syncBefore = await this.#insist(async (client) => (await connectionState(client, connectionId)).latestSync?.id ?? null);
      // A kill may take the answer but not the sync: asked again, it is there.
      await this.#insist(async (client) => {
        const { latestSync } = await connectionState(client, connectionId);
        if (latestSync?.id === syncBefore) await startSync(client, connectionId);
      });
    }
    const { connectionId } = source;
    const deadline = Date.now() + ROUND_MS;
    const sync = await this.#insist((client) => this.#newSync(client, connectionId, syncBefore));
    watching.watch(sync);
    while (!(await this.#insist((client) => this.#isDone(client, connectionId, sync)))) {
      if (Date.now() > deadline) throw new Error(`${source.name}: the sync did not end by itself\n${this.#server.lastLines()}`);
      await pause(POLL_MS);
    }
  }

  /** The sync that this round is about; its run has the same id. */
  async #newSync(client: GraphClient, connectionId: string, syncBefore: string | null): Promise<string> {
    const { latestSync } = await connectionState(client, connectionId);
    if (latestSync === null || latestSync.id === syncBefore) throw new Error('the sync that was started is not there');
    return latestSync.id;
  }

  async #isDone(client: GraphClient, connectionId: string, sync: string): Promise<boolean> {
    const { mappingProposal } = await connectionState(client, connectionId);
    const run = await runState(client, sync);
    if (run?.status === 'FAILED' || run?.status === 'CANCELLED') throw new Error(`the run ${run.status}: ${run.problem}`);
    if (mappingProposal?.status === 'PROPOSED') await acceptProposal(client, mappingProposal.id);
    return run?.status === 'SUCCEEDED';
  }

  async #compareEvents(source: Source, watching: RunWatcher): Promise<void> {
    const { lost, doubled, examples } = await this.#insist((client) => watching.compare(client));
    this.total.lost += lost;
    this.total.doubled += doubled;
    this.total.examples.push(...examples.map((example) => `${source.name}: ${example}`));
  }

  async #compare(source: Source): Promise<void> {
    const difference = await this.#insist(async (client) =>
      compareUnified(client, source.tables, await mappingOf(client, source.connectionId ?? '')),
    );
    this.total.lost += difference.lost;
    this.total.doubled += difference.doubled;
    this.total.examples.push(...difference.examples);
  }

  /** Asks again for as long as the server is away. */
  async #insist<T>(ask: (client: GraphClient) => Promise<T>): Promise<T> {
    const deadline = Date.now() + ROUND_MS;
    for (;;) {
      try {
        return await ask(await this.#server.client());
      } catch (error) {
        if (!isAway(error) || Date.now() > deadline) throw error;
        await pause(POLL_MS);
      }
    }
  }
}
