import { markUnseenRemoved } from '../objects/landing.ts';
import type { Landing } from './landing.ts';

/** Marks what this sync did not see of an object as removed, in batches. @returns how many records */
export async function removeUnseen(landing: Landing, objectId: string): Promise<number> {
  for (let total = 0; ;) {
    const removed = await landing.write(async (unit) => ({ next: null, value: await markUnseenRemoved(unit, objectId, landing.syncId) }));
    total += removed;
    if (removed === 0) return total;
  }
}
