import type { Evidence } from '../gather/evidence.ts';
import type { Refusal } from '../gather/gatherer.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import type { Reading } from './format.ts';
import { readTelemetry } from './read-telemetry.ts';
import type { Problem, RecordRead, Silence } from './record-read.ts';

export interface Counted {
  read: number;
  /** Read, and taken in as evidence. */
  taken: number;
  refused: number;
  /** Read, and said nothing of what runs. */
  kept: number;
}

/** A record, or part of its evidence, that is kept out. */
export interface KeptOut {
  list: string;
  record: string;
  number: number;
  problem: Problem;
  says?: string;
}

/** What became of a file: of every list `read` is `taken` + `refused` + `kept`. */
export interface TelemetryReading {
  /** The format's code; null for a file that cannot be read. */
  format: string | null;
  lists: ReadonlyMap<string, Counted>;
  /** How many records said nothing, by reason; a snapshot does not say why. */
  silent: ReadonlyMap<Silence, number>;
  /** The first refused records; `lists` counts all of them. */
  refused: readonly KeptOut[];
  /** Whether all of it could be read to its end. */
  whole: boolean;
}

const MOST_TOLD = 10_000;

/**
 * Reads a file of any form, a snapshot too, and hands its evidence over. Nothing that is in a file makes it throw.
 * @param take takes evidence in and says why it is refused, or null
 */
export async function takeTelemetry(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  reading: Reading,
  take: (evidence: Evidence) => Refusal | null,
): Promise<TelemetryReading> {
  const telemetry = await readTelemetry(bytes, fileName, reading);
  switch (telemetry.kind) {
    case 'UNREADABLE':
      return { format: null, lists: new Map(), silent: new Map(), refused: [telemetry.refused], whole: false };
    case 'SNAPSHOT':
      return { format: telemetry.code, silent: new Map(), ...(await readSnapshot(telemetry.chunks, reading.asOf, take)) };
    case 'RECORDS': {
      const tally = new Tally(take);
      for await (const record of telemetry.records) tally.add(record);
      return { format: telemetry.code, ...tally.counts };
    }
  }
}

class Tally {
  readonly counts = { lists: new Map<string, Counted>(), silent: new Map<Silence, number>(), refused: new Array<KeptOut>(), whole: true };
  readonly #take: (evidence: Evidence) => Refusal | null;

  constructor(take: (evidence: Evidence) => Refusal | null) {
    this.#take = take;
  }

  add(record: RecordRead): void {
    const { lists, silent } = this.counts;
    const counted = lists.get(record.list) ?? { read: 0, taken: 0, refused: 0, kept: 0 };
    lists.set(record.list, counted);
    counted.read += 1;
    switch (record.kind) {
      case 'EVIDENCE': {
        const refusals = record.evidence.map((evidence) => this.#take(evidence)).filter((refusal) => refusal !== null);
        // A record of several pieces of evidence is taken in as long as one of them is.
        if (refusals.length < record.evidence.length) counted.taken += 1;
        else counted.refused += 1;
        const [problem] = refusals;
        if (problem !== undefined) this.#tell({ ...record, problem });
        return;
      }
      case 'SILENT':
        counted.kept += 1;
        silent.set(record.reason, (silent.get(record.reason) ?? 0) + 1);
        return;
      case 'REFUSED':
        counted.refused += 1;
        if (record.problem === 'TRUNCATED') this.counts.whole = false;
        this.#tell(record);
    }
  }

  #tell({ list, record, number, problem, says }: KeptOut): void {
    if (this.counts.refused.length < MOST_TOLD)
      this.counts.refused.push({ list, record, number, problem, ...(says === undefined ? {} : { says }) });
  }
}
