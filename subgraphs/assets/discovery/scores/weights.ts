/** How many points a factor comes to at most, and why so many. The points of one score come to 100. */
export interface Weight {
  most: number;
  because: string;
}

/** What every score is made of; factors are computed as a share of these. */
export const WEIGHTS = {
  risk: {
    EXPOSURE: { most: 20, because: 'What stands outside, is known to nobody who governs, and is used by many, can lose the most.' },
    SCOPES: { most: 20, because: 'A granted scope is access that works today, without a password.' },
    DATA: { most: 15, because: 'The harm of a loss is that of the data that are lost.' },
    ANOMALIES: { most: 15, because: 'What changes without a reason is the first thing that is seen of an incident.' },
    ATTESTATION: { most: 10, because: 'Nobody independent has looked, or not lately.' },
    OWNERSHIP: { most: 10, because: 'What nobody answers for, nobody puts right.' },
    AGE: { most: 10, because: 'Access that nobody uses any more is missed by nobody who watches.' },
  },
  cost: {
    CONTRACT: { most: 35, because: 'What is owed by contract is owed whatever happens.' },
    TRANSACTIONS: { most: 25, because: 'What was paid is what it really costs.' },
    WASTE: { most: 25, because: 'What is paid for nothing can be saved at once.' },
    USAGE: { most: 15, because: 'A large sum for many is not dear; the same for one is.' },
  },
  criticality: {
    DEPENDANTS: { most: 35, because: 'When it stops, what needs it stops.' },
    USERS: { most: 30, because: 'When it stops, its users do.' },
    SYSTEM_OF_RECORD: { most: 20, because: 'What it keeps is nowhere else.' },
    TIER: { most: 15, because: 'The business says how important it is, or runs it in production.' },
  },
  systemOfRecord: {
    SAID: { most: 40, because: 'Whoever keeps the CMDB knows; but it is not always kept.' },
    CATEGORY: { most: 20, because: 'Applications of its sort usually are where records begin.' },
    DATA: { most: 15, because: 'Records that matter are kept where they begin.' },
    DEPENDANTS: { most: 15, because: 'Others read from where records begin.' },
    REGISTERED: { most: 10, because: 'What is a system of record is in the CMDB.' },
  },
} as const satisfies Record<string, Record<string, Weight>>;

/** Shares of exposure: outside, ungoverned, and used by so many that a thousand are all. */
export const EXPOSURE = { external: 0.35, ungoverned: 0.35, users: 0.3, allUsers: 1_000 } as const;
/** A scope that one person granted reaches that person's data only. */
export const ONE_PERSON = 0.8;
/** How much an anomaly weighs alone; several together as independent witnesses. */
export const ANOMALY = { SPEND: 0.3, USAGE: 0.3, VOLUME: 0.5, NEW_COUNTRY: 0.5, NEW_DATA_FLOW: 0.6 } as const;
/** Papers: none that holds counts in full, one by the vendor itself half, an expired certificate that is in use nearly in full. */
export const PAPERS = { none: 1, ownWord: 0.5, expiredCertificate: 0.8 } as const;
/** Days beyond the activity window after which unused access counts in full; where nobody knows when it was used, half. */
export const AGE = { fullDays: 365, unknown: 0.5 } as const;
/** Sums that count nothing and in full, in something like euros a year; between them by orders of magnitude. */
export const SPEND = { least: 100, most: 1_000_000 } as const;
export const SPEND_PER_USER = { least: 10, most: 10_000 } as const;
/** Assets that need it, and people who use it, that count in full; between by orders of magnitude. */
export const DEPENDANTS = 31;
export const USERS = 1_000;
/** What is taken from the score where a record says that it is a copy, and none that it is not. */
export const COPY = 40;
