import type { VendorPage } from './vendor.ts';

/** Pages that bring nothing and go nowhere, in a row, after which there is nothing more to be had. */
const MAX_STUCK = 5;
/** Pages in a row with records that all came before, although each is told to be another one. */
const MAX_BARREN = 200;
/** Rounds in a row that bring records and nothing new: the same page may come once more by mistake, and claim to be the last. */
const MAX_FRUITLESS = 3;
/** Rounds that begin again at the end of the one before. */
const MAX_ROUNDS = 1_000;

/** A page, and how its reader tells how many of its records had not come before. */
export interface HonestPage {
  page: VendorPage;
  told: (news: number) => void;
}

/** The vendor gives the same page again and again and calls it another. */
export class Endless extends Error {
  override readonly name = 'Endless';
}

/**
 * The pages of a table, whatever the vendor says about their end: after the page that is told to be the last one, it is asked once more from there, until
 * nothing new comes; a table that is told to go on and brings nothing new ends as well.
 * @throws Endless when records come that do not move on
 */
export async function* honestPages(read: (from: unknown) => AsyncIterable<VendorPage>, from: unknown): AsyncGenerator<HonestPage> {
  let cursor = from;
  let stuck = 0;
  let fruitless = 0;
  let barren = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let news = 0;
    let came = 0;
    for await (const page of read(cursor)) {
      const moved = JSON.stringify(page.cursor) !== JSON.stringify(cursor);
      cursor = page.cursor;
      let fresh = page.records.length;
      yield { page, told: (count) => void (fresh = count) };
      news += fresh;
      came += page.records.length;
      stuck = moved || fresh > 0 ? 0 : stuck + 1;
      barren = fresh > 0 || page.records.length === 0 ? 0 : barren + 1;
      if (barren >= MAX_BARREN) throw new Endless('it moves on and brings what came before');
      if (stuck < MAX_STUCK) continue;
      if (page.records.length === 0) return;
      throw new Endless('it goes on and brings nothing new');
    }
    // Without a cursor there is no place to ask from.
    if (came === 0 || cursor === null || cursor === undefined) return;
    fruitless = news === 0 ? fruitless + 1 : 0;
    if (fruitless >= MAX_FRUITLESS) return;
  }
}
