import { Bounded, newestRank } from './bounded.ts';
import type { SaidAttestation, SaidCertificate, SaidContract } from './record-details.ts';
import { Sketch } from './sketch.ts';
import type { Facets } from './tally.ts';

/** Months, contracts and papers kept of one asset: the newest months, and of the others an evenly drawn sample. */
export const MOST = { months: 36, payments: 144, contracts: 200, attestations: 60, certificates: 60 } as const;

export interface Contract extends SaidContract {
  record: string | null;
  /** Assets that the same contract was matched with, because only the vendor is said. */
  sharedBy: number;
}

export interface Attestation extends SaidAttestation {
  record: string | null;
}

export interface Certificate extends SaidCertificate {
  record: string | null;
}

/** Paid in a month in a currency, in hundredths of it: whole numbers add up to the same in any order. */
export interface Paid {
  hundredths: number;
  count: number;
  record: string | null;
}

/** Use in a month. */
export interface MonthOfUse {
  events: number;
  bytes: number;
  users: Sketch;
  devices: Sketch;
}

/**
 * What all records about one asset say beyond what admission and class go by: scores, findings, owners and relations are made of it. It is gathered
 * while records come in, in any order, and grows with what is different, up to limits, never with the number of records.
 */
export interface AssetDetails {
  facets: Facets;
  /** By month, as `2026-05`, in UTC. */
  months: Bounded<MonthOfUse> | null;
  /** By month and currency. */
  payments: Bounded<Paid> | null;
  contracts: Bounded<Contract> | null;
  attestations: Bounded<Attestation> | null;
  certificates: Bounded<Certificate> | null;
  /** The most people that a record counts as its users. */
  saidUsers: number;
}

export const noDetails = (): AssetDetails => ({
  facets: {}, months: null, payments: null, contracts: null, attestations: null, certificates: null, saidUsers: 0,
}); // prettier-ignore

export const monthsOf = (details: AssetDetails): Bounded<MonthOfUse> => (details.months ??= new Bounded(MOST.months, newestRank));
export const paymentsOf = (details: AssetDetails): Bounded<Paid> => (details.payments ??= new Bounded(MOST.payments, newestRank));
export const contractsOf = (details: AssetDetails): Bounded<Contract> => (details.contracts ??= new Bounded(MOST.contracts));
export const attestationsOf = (details: AssetDetails): Bounded<Attestation> => (details.attestations ??= new Bounded(MOST.attestations));
export const certificatesOf = (details: AssetDetails): Bounded<Certificate> => (details.certificates ??= new Bounded(MOST.certificates));

export const newMonth = (): MonthOfUse => ({ events: 0, bytes: 0, users: new Sketch(), devices: new Sketch() });

/** The month of a moment, as `2026-05`, in UTC; null for no moment that a calendar has. */
export function monthOf(at: number | null | undefined): string | null {
  if (at === null || at === undefined || !(Math.abs(at) < LAST_DAY)) return null;
  const date = new Date(at);
  const month = date.getUTCMonth() + 1;
  return `${date.getUTCFullYear()}-${month < 10 ? '0' : ''}${month}`;
}

/** The end of the year 9999. */
const LAST_DAY = 253_402_300_800_000;
