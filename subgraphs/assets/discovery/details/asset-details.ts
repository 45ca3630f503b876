import type { Evidence } from '../gather/evidence.ts';

/** What all records about one asset say beyond what admission and class go by: scores, findings, owners and relations are made of it. */
export interface AssetDetails {
  /** How many records name somebody as its owner. */
  owners: Map<string, number>;
}

export const noDetails = (): AssetDetails => ({ owners: new Map() });

/** Takes in what a record says, in any order of records. What is kept grows with what is different, never with the number of records. */
export function addDetails({ owners }: AssetDetails, { details }: Evidence): void {
  if (details?.owner !== undefined) owners.set(details.owner, (owners.get(details.owner) ?? 0) + 1);
}
