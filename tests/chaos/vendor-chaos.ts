import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';
import { syncRun } from '../../cli/graph/connections.ts';
import { companyAsOf } from '../../sandbox/company/company.ts';
import { everyFailure } from '../../sandbox/failures/failure.ts';
import { ACCESS, vendorsOfCompany } from '../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../sandbox/http/server.ts';
import type { Difference } from './compare.ts';
import { isAway } from './graph.ts';
import { LandedRecords } from './landed.ts';
import type { ChaosOptions } from './options.ts';
import { randomFrom, type Random } from './random.ts';
import type { Server } from './server.ts';
import { Wire } from './wire.ts';

const VENDORS = ['SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE'] as const;
type VendorName = (typeof VENDORS)[number];
const POLL_MS = 100;
const ROUND_MS = 300_000;
/** How likely each kind of failure is for a request, and what Retry-After says. */
const FAILURE_RATE = 0.04;
const RETRY_AFTER_SECONDS = 0.05;
/** Streams of a connection at once: each may have to ask for the page again that it was at. */
const STREAMS = 4;

const connectReply = z.object({
  connectVendor: z.object({ connection: z.object({ id: z.string() }), sync: z.object({ id: z.string() }) }),
});
const syncReply = z.object({ syncConnection: z.object({ sync: z.object({ id: z.string() }) }) });

/** Syncs over vendors that fail in every way, during which the server is killed; what lands is compared with what landed of the same vendors in peace. */
export class VendorChaos {
  readonly #server: Server;
  readonly #options: ChaosOptions;
  readonly #random: Random;
  readonly #landed: LandedRecords;
  readonly #say: (line: string) => void;
  readonly #wire = new Wire();
  #upAgainAt = 0;
  kills = 0;
  readonly total: Difference = { lost: 0, doubled: 0, examples: [] };

  constructor(server: Server, options: ChaosOptions, databaseUrl: string, say: (line: string) => void) {
    this.#server = server;
    this.#options = options;
    this.#random = randomFrom(options.seed);
    this.#landed = new LandedRecords(databaseUrl);
    this.#say = say;
  }

  /** @throws Error when a sync fails, or does not end */
  async run(): Promise<void> {
    const company = companyAsOf(new Date());
    const calm = await startSandbox({ vendors: vendorsOfCompany(company), port: 0 });
    const failures = everyFailure(`seed ${this.#options.seed}`, FAILURE_RATE, RETRY_AFTER_SECONDS);
    const flaky = await startSandbox({ vendors: vendorsOfCompany(company).map((vendor) => this.#wire.watch(vendor)), port: 0, failures });
    try {
      await this.#server.start();
      const undisturbed = new Map<VendorName, { id: string; lastsMs: number }>();
      for (const vendor of VENDORS) {
        const began = Date.now();
        const { id, sync } = await this.#connect(vendor, calm, `${vendor} in peace`);
        await this.#untilLanded(sync);
        undisturbed.set(vendor, { id, lastsMs: Date.now() - began });
      }
      for (let round = 0; this.kills < this.#options.kills; round++) await this.#round(round, flaky, undisturbed);
      this.#say(`failures that took effect: ${JSON.stringify(flaky.failed())}`);
    } finally {
      await Promise.all([calm.close(), flaky.close()]);
    }
  }

  async #round(round: number, flaky: Sandbox, undisturbed: ReadonlyMap<VendorName, { id: string; lastsMs: number }>): Promise<void> {
    const vendor = VENDORS[round % VENDORS.length] ?? 'STRIPE';
    const { id: reference, lastsMs } = undisturbed.get(vendor) ?? { id: '', lastsMs: 0 };
    this.#wire.forget();
    const began = Date.now();
    const { id, sync } = await this.#connect(vendor, flaky, `${vendor} ${round}`);
    const killed: number[] = [];
    await this.#disturb(sync, lastsMs, killed);
    const first = await this.#judge(id, reference, sync, killed);
    // And everything once more, over what is there.
    const again = await this.#insist(async (client) => {
      const query = 'mutation Again($id: ID!) { syncConnection(id: $id, complete: true) { sync { id } } }';
      return (await client.request(query, { id }, syncReply)).syncConnection.sync.id;
    });
    const later: number[] = [];
    await this.#disturb(again, lastsMs, later);
    const second = await this.#judge(id, reference, again, later);
    const { lost, doubled } = this.total;
    this.#say(
      `${vendor}: ${killed.length + later.length} kills, ${Date.now() - began} ms, pages asked for again after a kill: ${Math.max(first, second)}; so far ${this.kills} kills, lost ${lost}, doubled ${doubled}`,
    );
  }

  /** Kills at random moments while the sync runs, and sees it to its end. */
  async #disturb(sync: string, lastsMs: number, killed: number[]): Promise<void> {
    let over = false;
    const killing = async (): Promise<void> => {
      while (this.kills < this.#options.kills) {
        await pause(this.#random.fraction() * lastsMs);
        if (over) return;
        killed.push(Date.now());
        this.kills += 1;
        await this.#server.kill();
        this.#upAgainAt = Date.now();
      }
    };
    const syncing = this.#untilLanded(sync).finally(() => {
      over = true;
    });
    await Promise.all([syncing, killing()]);
  }

  /** @returns how many pages were asked for again, at most after one kill */
  async #judge(id: string, reference: string, sync: string, killed: readonly number[]): Promise<number> {
    const { lost, doubled, examples } = await this.#landed.compare(id, reference);
    const pages = this.#wire.askedAgain(await this.#landed.landingBegan(sync), killed);
    this.total.lost += lost;
    this.total.doubled += doubled;
    this.total.examples.push(...examples);
    if (pages.length > STREAMS)
      throw new Error(
        `${pages.length} pages were asked for again after a kill; each of ${STREAMS} streams may ask for one:\n${pages.join('\n')}`,
      );
    return pages.length;
  }

  async #connect(vendor: VendorName, sandbox: Sandbox, name: string): Promise<{ id: string; sync: string }> {
    const { path, secret } = ACCESS[vendor];
    const query = `mutation Connect($input: ConnectVendorInput!) { connectVendor(input: $input) { ... on ConnectionStarted { connection { id } sync { id } } } }`;
    const input = { vendor, address: `${sandbox.url}/${path}`, secret, name };
    const { connectVendor } = await this.#insist((client) => client.request(query, { input }, connectReply));
    return { id: connectVendor.connection.id, sync: connectVendor.sync.id };
  }

  async #untilLanded(sync: string): Promise<void> {
    const began = Date.now();
    for (;;) {
      const { status, problem } = await this.#insist((client) => syncRun(client, sync));
      if (status === 'SUCCEEDED') return;
      if (status !== 'RUNNING') throw new Error(`the sync ended ${status}: ${problem?.code} ${problem?.message}`);
      // Starting again takes time that is not the sync's.
      if (Date.now() > Math.max(began, this.#upAgainAt) + ROUND_MS)
        throw new Error(`the sync did not end by itself\n${this.#server.lastLines()}`);
      await pause(POLL_MS);
    }
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
