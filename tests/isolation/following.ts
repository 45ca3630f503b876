import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { eventually } from '../testkit/eventually.ts';
import { socketClient, type Told } from '../testkit/socket-client.ts';
import type { Knowledge } from './knowledge.ts';
import { probesOf, type Probe, type Recipes } from './probes.ts';
import type { World } from './world.ts';

/** What one subscription told: everything of it as one reply, so that it is looked through like any other. */
export interface Followed {
  probe: Probe;
  results: ExecutionResult[];
  /** Codes it was refused or ended with. */
  codes: unknown[];
}

/** Every subscription that this knowledge allows, at the public door. */
export function subscriptionsOf(world: World, known: Knowledge, recipes: Recipes): Probe[] {
  return world.doors.filter(({ name }) => name === 'gateway').flatMap((door) => probesOf(door, 'subscription', known, recipes));
}

const SENTINEL = 'subscription Sentinel { tenantFeed { title } }';
/** Marks after which a stream that still tells nothing has nothing to tell. */
const ENOUGH_MARKS = 5;

/**
 * Follows each of these as somebody, until it has ended, or a second stream that was opened behind it tells what was written since: `last`
 * writes something that the follower's own tenant is told, and gives a text of it. Null: nothing of the follower's own can come, so all
 * have to end.
 */
export async function followAll(
  world: World,
  probes: readonly Probe[],
  token: string | null,
  last: (() => Promise<string>) | null,
): Promise<Followed[]> {
  await using client = socketClient(world.gatewayUrl, token);
  const followed: Followed[] = [];
  for (const probe of probes) {
    const told = client.follow(probe.query, probe.variables);
    const sentinel = last === null ? null : client.follow(SENTINEL);
    const marks: string[] = [];
    await eventually(`an end of ${probe.query.slice(0, 60)}`, async () => {
      if (told.end !== null || last === null || sentinel === null) return told.end !== null;
      marks.push(await last());
      return tells(sentinel, marks) && (told.results.length > 0 || marks.length > ENOUGH_MARKS);
    });
    followed.push({
      probe,
      results: told.results.map(({ data, errors }) => ({
        data: data ?? null,
        ...(errors === undefined ? {} : { errors }),
      })) as ExecutionResult[],
      codes: codesOf(told),
    });
    told.stop();
    sentinel?.stop();
  }
  return followed;
}

function tells({ results }: Told, marks: readonly string[]): boolean {
  const text = JSON.stringify(results);
  return marks.some((mark) => text.includes(mark));
}

function codesOf({ end }: Told): unknown[] {
  if (end === null || end === 'complete') return [];
  return end.errors?.map(({ extensions }) => extensions?.['code']) ?? [end.code];
}

/** Writes something harmless that the tenant's feed tells. @returns what is told of it */
export async function leaveMark(world: World, token: string): Promise<string> {
  const mark = `mark ${randomUUID()}`;
  await world.emit(token, mark);
  return mark;
}
