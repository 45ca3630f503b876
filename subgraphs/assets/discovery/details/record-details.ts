/** Who says that somebody owns something. */
export type OwnerSource = 'CMDB' | 'CONTRACT' | 'IDENTITY' | 'REPOSITORY' | 'TAG' | 'CLOUD' | 'ATTESTATION' | 'DEVICE' | 'LOG_INS';

export const RELATION_KINDS = ['RUNS_ON', 'DEPENDS_ON', 'AUTHENTICATES_WITH', 'PAID_BY', 'OWNED_BY', 'TALKS_TO', 'HOLDS_DATA_OF'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Amounts in the currency that is said; texts as they are written; times in milliseconds since 1970. */
export interface SaidContract {
  amount: number | null;
  /** ISO 4217; null where the record does not say. */
  currency: string | null;
  from: number | null;
  to: number | null;
  product: string | null;
  seats: number | null;
}

export interface SaidPayment {
  amount: number;
  currency: string | null;
  at: number | null;
}

/** What an application may do in somebody's name. */
export interface SaidGrant {
  /** Who gives it out: google, microsoft, slack, github, salesforce …; null where nobody says. */
  provider: string | null;
  scopes: readonly string[];
  /** Who granted it; null: an administrator did, for everybody. */
  to: string | null;
  /** When it was granted; left out where nobody says. */
  at?: number;
}

export interface SaidAttestation {
  /** SOC 2, ISO 27001 …, as it is written. */
  standard: string | null;
  issued: number | null;
  expires: number | null;
}

export interface SaidCertificate {
  subject: string | null;
  issuer: string | null;
  from: number | null;
  to: number | null;
}

/** What one record says beyond what admission and class go by; a field that the record does not have is left out. */
export interface RecordDetails {
  /** When it happened or was last true, where the record's plane has no time of its own. */
  at?: number;
  /** Who answers for the asset: an e-mail address, a name, or a team. */
  owner?: string;
  /** Where that is said; by default the record's plane. */
  ownerBy?: OwnerSource;
  department?: string;
  /** Who used it. */
  user?: string;
  /** What it was used on. */
  device?: string;
  environment?: string;
  /** Which cloud, cluster or host it runs on: aws, azure, google, kubernetes … */
  platform?: string;
  /** The cloud's account, project or subscription. */
  account?: string;
  /** A cloud's region, as `eu-west-1`. */
  region?: string;
  /** ISO 3166-1, or as it is written. */
  country?: string;
  tags?: Readonly<Record<string, string>>;
  /** What sort of thing it is: crm, payroll, file sharing … */
  category?: string;
  /** What sorts of data it holds: personal, payment card, health … */
  dataClasses?: readonly string[];
  systemOfRecord?: boolean;
  /** How important the business says that it is. */
  tier?: string;
  scim?: boolean;
  /** How many people may or do use it, where the record counts them. */
  users?: number;
  grant?: SaidGrant;
  contract?: SaidContract;
  payment?: SaidPayment;
  attestation?: SaidAttestation;
  certificate?: SaidCertificate;
  /** What is installed, with its version where there is one. */
  software?: string;
  repository?: string;
  /** Bytes that were sent to it. */
  bytes?: number;
  /** What it has to do with others, by their host, name or id. */
  relations?: readonly { kind: RelationKind; to: string }[];
}
