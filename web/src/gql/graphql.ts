/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which proposal to accept, and with which changes. */
export type AcceptMappingInput = {
  /** Changes to make first; none when left out. */
  changes?: Array<MappingChange> | null | undefined;
  /** The proposal. */
  proposalId: string | number;
};

/** A policy to save: what becomes of an action. The first one in order that fits decides. */
export type ActionPolicyInput = {
  /** Name of the action, or a pattern: `graph.mutate`, `graph.*`, `*`. */
  action?: string;
  /** Only this agent, instead of a pilot. */
  agentId?: string | number | null | undefined;
  /** Only from this many dollars on. */
  amountFrom?: number | null | undefined;
  /** Only up to this many dollars. */
  amountTo?: number | null | undefined;
  /** Whether it is in force. */
  enabled?: boolean;
  /** The policy to change; left out for a new one, which comes last. */
  id?: string | number | null | undefined;
  /** Only actions that are at most this complex. */
  maxComplexity?: number;
  /** Only actions that are at least this complex, 1 to 4. */
  minComplexity?: number;
  /** What people call it, 1 to 120 characters; judgements name it. */
  name: string;
  /** What becomes of it, within what the agent’s stage and the workspace’s mode allow. */
  outcome: PolicyOutcome;
  /** Only agents that look after this; left out: all. */
  pilot?: Pilot | null | undefined;
  /** With a span of amounts: whether it also holds where no amount is known. */
  withoutAmount?: boolean;
};

/** A new feed: an upload, a folder, an address, or a webhook. */
export type AddTelemetryFeedInput = {
  /** Absolute path of a folder of the server that may be read. */
  folder?: string | null | undefined;
  /** What to call it, 1 to 200 characters. */
  name: string;
  /** An upload (createUpload) that all files have been sent to; the feed keeps them from then on. */
  uploadId?: string | number | null | undefined;
  /** An address that every scan fetches from. */
  url?: TelemetryAddressInput | null | undefined;
  /** Whether it is to be an address of this server that others send telemetry to. */
  webhook?: boolean | null | undefined;
};

/** How far one run of an agent may go; what is left out stays as it is. */
export type AgentLimitsInput = {
  /** Actions, or patterns of them, that it never does, at most 200. */
  forbidden?: Array<string> | null | undefined;
  /** Dollars that one run may cost; 1 of a new agent. */
  maxCost?: number | null | undefined;
  /** Steps of one run, 1 to 500; 20 of a new agent. */
  maxSteps?: number | null | undefined;
  /** Tokens that one run may use; 200 000 of a new agent. */
  maxTokens?: number | null | undefined;
};

/** How far an agent has got, by its maturity: what it may do by itself. */
export type AgentStage =
  /** Above 0.9: it does what policies let it do. */
  | 'AUTONOMOUS'
  /** 0.5 to below 0.7: it shows and asks; every change it wants is proposed to a person. */
  | 'INTERN'
  /** Below 0.5: it shows things; whatever else it is asked for it has to be trained for first. */
  | 'STUDENT'
  /** 0.7 to 0.9: it changes things while people are told to watch; it deletes nothing by itself. */
  | 'SUPERVISED';

/** What a question asks for beside a number or a list. */
export type AnswerAsks =
  /** What is unusual in it. */
  | 'ANOMALIES'
  /** What it is likely to be: value and rows are a forecast. */
  | 'FORECAST'
  /** Nothing more. */
  | 'NUMBER'
  /** What would follow if a driver changed: value and rows are supposed. */
  | 'WHAT_IF'
  /** Why it moved. */
  | 'WHY';

/** What somebody thinks of an answer. */
export type AnswerRating =
  /** It answers something else. */
  | 'BAD'
  /** It answers what was meant. */
  | 'GOOD';

/** Whether an API key works. */
export type ApiKeyStatus =
  /** It works. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** Another key takes its place; it works until it expires. */
  | 'REPLACED'
  /** Somebody took it back. */
  | 'REVOKED';

/** How an approval stands. */
export type ApprovalStatus =
  /** A person said yes. */
  | 'APPROVED'
  /** Nobody decided in time, or what was asked for is no longer there. */
  | 'EXPIRED'
  /** It waits for a person. */
  | 'PENDING'
  /** A person said no; nothing happens. */
  | 'REJECTED'
  /** A person answered instead of deciding; the agent goes on with the answer. */
  | 'RESPONDED';

/** What happens to an approval. */
export type ApprovalStep =
  /** Somebody answered instead of deciding. */
  | 'ANSWERED'
  /** It may be done. */
  | 'APPROVED'
  /** An agent asked. */
  | 'ASKED'
  /** It may be done as somebody changed it. */
  | 'EDITED'
  /** Nobody decided in time, so the next are asked too. */
  | 'ESCALATED'
  /** Nobody decided in time. */
  | 'EXPIRED'
  /** It must not be done. */
  | 'REJECTED'
  /** An owner decided instead of those who are accountable. */
  | 'TAKEN_OVER'
  /** Nobody has to decide it any more. */
  | 'WITHDRAWN';

/** What is being done for an answer. */
export type AskStage =
  /** The result is there. */
  | 'DONE'
  /** Our own answer is there; the language model’s reading is waited for. */
  | 'MODEL'
  /** Your data are asked, and a language model where one is set up. */
  | 'QUERYING'
  /** The question is read. */
  | 'READING';

/** Whether an application is used. */
export type AssetActivity =
  /** Nothing says when. */
  | 'NONE'
  /** It was seen, or logged in to, within the policy’s window. */
  | 'RECENT'
  /** The last time was before that window. */
  | 'STALE';

/** Why an application is part of the graph, or is not. */
export type AssetAdmission =
  /** Rejected: nobody may use it. */
  | 'BANNED'
  /** Admitted: it stands in the cloud’s own inventory. */
  | 'CLOUD'
  /** Rejected: the policy does not look at it. */
  | 'EXCLUDED'
  /** Admitted: the company governs it. */
  | 'GOVERNED'
  /** Rejected: it is plumbing. */
  | 'INFRASTRUCTURE'
  /** Rejected: its host ends in no public suffix. */
  | 'NO_PUBLIC_SUFFIX'
  /** Admitted: enough sources saw it. */
  | 'SEEN'
  /** Rejected: too few sources saw it lately. */
  | 'TOO_FEW_SOURCES';

/** What the policy makes of an application. */
export type AssetClass =
  /** Nothing of the above. */
  | 'CLEAN'
  /** External, not used any more, and governed by nobody. */
  | 'PARKED'
  /** External, in use, and governed by nobody. */
  | 'SHADOW'
  /** Governed, not used any more, and still paid for. */
  | 'ZOMBIE';

/** What the inventory can be narrowed by: the fields of `AssetFilter` that have few values. */
export type AssetDimension =
  /** `activity`. */
  | 'ACTIVITY'
  /** `admissions`; counted whether admitted or rejected. */
  | 'ADMISSION'
  /** `admitted`. */
  | 'ADMITTED'
  /** `classes`. */
  | 'CLASS'
  /** `external`. */
  | 'EXTERNAL'
  /** `governed`. */
  | 'GOVERNED'
  /** `kind`. */
  | 'KIND'
  /** `reasons`; these are asked for all together, so a count is of what is left when the reason is added. */
  | 'REASON'
  /** `removed`. */
  | 'REMOVED'
  /** `withoutOwner`. */
  | 'WITHOUT_OWNER';

/** Which assets to list; what is left out does not narrow. */
export type AssetFilter = {
  /** Only applications that are used so. */
  activity?: AssetActivity | null | undefined;
  /** Only applications that were admitted or rejected for one of these. */
  admissions?: Array<AssetAdmission> | null | undefined;
  /** false: only applications that were rejected; otherwise only assets that are part of the graph. */
  admitted?: boolean | null | undefined;
  /** Only applications of these classes. */
  classes?: Array<AssetClass> | null | undefined;
  /** true: only applications outside of the company; false: only its own. */
  external?: boolean | null | undefined;
  /** true: only applications that are governed; false: only those that are not. */
  governed?: boolean | null | undefined;
  /** Only assets of this kind. */
  kind?: AssetKind | null | undefined;
  /** Only assets whose risk is at least this, 0 to 100. */
  minRisk?: number | null | undefined;
  /** Only applications that have all of these reasons. */
  reasons?: Array<AssetReasonCode> | null | undefined;
  /** true: only assets whose connection was removed, or which no scan meets any more; otherwise only those still there. */
  removed?: boolean | null | undefined;
  /** Only assets whose name or place contains this text, whatever its case. */
  search?: string | null | undefined;
  /** true: only assets nobody owns; false: only those somebody does. */
  withoutOwner?: boolean | null | undefined;
};

/** Which findings about assets to list; what is left out does not narrow. */
export type AssetFindingFilter = {
  /** Only findings about this asset. */
  assetId?: string | number | null | undefined;
  /** Only findings that this person takes care of. */
  assigneeId?: string | number | null | undefined;
  /** Only findings of these kinds. */
  codes?: Array<string> | null | undefined;
  /** Only findings that matter so much. */
  severities?: Array<FindingSeverity> | null | undefined;
  /** Only findings that stand so; left out: open ones. */
  statuses?: Array<FindingStatus> | null | undefined;
  /** true: only findings that nobody takes care of; false: only those that somebody does. */
  unassigned?: boolean | null | undefined;
};

/** What an application is known under. */
export type AssetKeyKind =
  /** A domain that can be registered. */
  | 'DOMAIN'
  /** A name: no record has a domain. */
  | 'NAME'
  /** A host that ends in no public suffix: it is known in one network only. */
  | 'UNLISTED';

/** What an asset stands for. */
export type AssetKind =
  /** An application, service or system that telemetry tells of. */
  | 'APPLICATION'
  /** A connected source. */
  | 'CONNECTION'
  /** A table-like thing of a source, also one that is not read. */
  | 'DATA_OBJECT';

/** What assets are listed in the order of. */
export type AssetOrder =
  /** What they cost, the dearest first. */
  | 'COST'
  /** How much depends on them, the most critical first. */
  | 'CRITICALITY'
  /** Their names. */
  | 'NAME'
  /** What they risk, the riskiest first. */
  | 'RISK';

/** Why an application is judged as it is. */
export type AssetReasonCode =
  /** The company governs it. */
  | 'GOVERNED'
  /** It stands in the cloud’s own inventory. */
  | 'HAS_CLOUD'
  /** The CMDB knows it, and the record counts by the policy. */
  | 'HAS_CMDB'
  /** Discovery saw it. */
  | 'HAS_DISCOVERY'
  /** The books know it. */
  | 'HAS_FINANCE'
  /** The identity provider knows it, and the record counts by the policy. */
  | 'HAS_IDP'
  /** It is still paid for. */
  | 'HAS_ONGOING_FINANCE'
  /** Somebody has attested its security. */
  | 'HAS_SECURITY_ATTESTATION'
  /** No record of the CMDB counts. */
  | 'NO_CMDB'
  /** No record of the identity provider counts. */
  | 'NO_IDP'
  /** Nobody has attested its security. */
  | 'NO_SECURITY_ATTESTATION'
  /** The policy excludes or bans it. */
  | 'POLICY_EXCLUDED'
  /** It was used within the policy’s window. */
  | 'RECENT_ACTIVITY'
  /** It was last used before the policy’s window. */
  | 'STALE_ACTIVITY'
  /** Nobody governs it. */
  | 'UNGOVERNED'
  /** Another product of its vendor is governed. */
  | 'VENDOR_GOVERNED';

/** What an asset has to do with something else. */
export type AssetRelationKind =
  /** People sign in to it with the other. */
  | 'AUTHENTICATES_WITH'
  /** It does not work without the other. */
  | 'DEPENDS_ON'
  /** It can read what the other holds. */
  | 'HOLDS_DATA_OF'
  /** A person or department answers for it. */
  | 'OWNED_BY'
  /** A department pays for it. */
  | 'PAID_BY'
  /** It runs on a cloud, a cluster or a host. */
  | 'RUNS_ON'
  /** It sends data to the other. */
  | 'TALKS_TO';

/** What an attribute means beyond its type; drives metrics, resolution and language. */
export type AttributeSemantic =
  /** Money that may be summed. */
  | 'AMOUNT'
  /** One of few values. */
  | 'CATEGORY'
  /** When something happened. */
  | 'DATE'
  /** An e-mail address. */
  | 'EMAIL'
  /** Yes or no. */
  | 'FLAG'
  /** Tells one record from another. */
  | 'IDENTIFIER'
  /** What people call the record. */
  | 'NAME'
  /** A person’s name. */
  | 'PERSON'
  /** A telephone number. */
  | 'PHONE'
  /** A city, country or region. */
  | 'PLACE'
  /** Money for one of something. */
  | 'PRICE'
  /** A count that may be summed. */
  | 'QUANTITY'
  /** A ratio or score. */
  | 'RATE'
  /** A category that changes over a record’s life. */
  | 'STATUS'
  /** Free text. */
  | 'TEXT'
  /** A web address. */
  | 'URL';

/** The rule of one attribute. */
export type AttributeSurvivorshipInput = {
  /** Name of the attribute. */
  attribute: string;
  /** The rule; null: the one for attributes of its kind. */
  rule?: SurvivorshipRule | null | undefined;
};

/** The kind of values an attribute has. */
export type AttributeType =
  /** Yes or no. */
  | 'BOOLEAN'
  /** A day. */
  | 'DATE'
  /** A moment, in UTC. */
  | 'DATETIME'
  /** A number. */
  | 'DECIMAL'
  /** A whole number. */
  | 'INTEGER'
  /** An amount of money. */
  | 'MONEY'
  /** A share, kept as a fraction: 0.12 is 12 %. */
  | 'PERCENT'
  /** Text. */
  | 'TEXT';

/** Which changes; all that is said has to fit. */
export type AuditFilter = {
  /** Actions that begin like this: `connection.` */
  action?: string | null | undefined;
  /** From then on. */
  from?: string | null | undefined;
  /** Made by the request of this id. */
  requestId?: string | null | undefined;
  /** Of this thing. */
  subjectId?: string | number | null | undefined;
  /** Of this kind of thing: `Connection`. */
  subjectType?: string | null | undefined;
  /** Before then. */
  to?: string | null | undefined;
  /** By this user. */
  userId?: string | number | null | undefined;
};

/** How much all agents of a workspace may do by themselves, whatever their stage and the policies. */
export type AutonomyMode =
  /** As much as their stage and the policies allow. */
  | 'FULL'
  /** Nothing at all. */
  | 'OFF'
  /** They look and ask; every change is proposed to a person. */
  | 'PROPOSE_ONLY'
  /** They change things while people are told to watch. */
  | 'SUPERVISED';

/** What happens when a budget is reached. */
export type BudgetAction =
  /** Nothing is done that would pass it. */
  | 'BLOCK'
  /** People are told, and agents go on. */
  | 'WARN';

/** What a budget holds for. */
export type BudgetScope =
  /** For one agent, or for each agent by itself. */
  | 'AGENT'
  /** For each run by itself, of one agent or of any. */
  | 'RUN'
  /** For all agents together. */
  | 'TENANT';

/** After what time a budget begins anew. */
export type BudgetWindow =
  /** From midnight to midnight in its time zone. */
  | 'DAY'
  /** From the first of a month to the next in its time zone. */
  | 'MONTH'
  /** Never. */
  | 'TOTAL'
  /** From Monday to Monday in its time zone. */
  | 'WEEK';

/** How long the periods are. */
export type CalendarGrain =
  /** Days. */
  | 'DAY'
  /** Months. */
  | 'MONTH'
  /** Quarters of the calendar year. */
  | 'QUARTER'
  /** Weeks, from Monday. */
  | 'WEEK'
  /** Calendar years. */
  | 'YEAR';

/** What a channel is to be from now on; what is left out stays as it is. */
export type ChangeNotificationChannelInput = {
  /** A token of the Slack app; an empty text takes it away. */
  botToken?: string | null | undefined;
  /** The channel. */
  id: string | number;
  /** Kinds that are sent; an empty list: all. */
  kinds?: Array<string> | null | undefined;
  /** What matters less is not sent. */
  minimumSeverity?: NotificationSeverity | null | undefined;
  /** What people call it. */
  name?: string | null | undefined;
  /** Whether it rests. */
  paused?: boolean | null | undefined;
  /** What the Slack app signs with; an empty text takes it away. */
  signingSecret?: string | null | undefined;
};

/** What a service account is to be from now on; what is left out stays as it is. */
export type ChangeServiceAccountInput = {
  /** The service account. */
  id: string | number;
  /** What it is for, 1 to 100 characters. */
  name?: string | null | undefined;
  /** What it may do; no more than you may. */
  role?: Role | null | undefined;
};

/** What is to be otherwise about a feed; what is left out stays. */
export type ChangeTelemetryFeedInput = {
  /** The feed. */
  id: string | number;
  /** What to call it, 1 to 200 characters. */
  name?: string | null | undefined;
  /** Another address, of a feed that has one. Without a secret the one there is stays, while scheme, host and port do. */
  url?: TelemetryAddressInput | null | undefined;
};

/** What a ticket is to be; what is left out stays as it is. */
export type ChangeTicketInput = {
  /** The member who sees to it. */
  assigneeId?: string | number | null | undefined;
  /** The ticket. */
  id: string | number;
  /** What there is to say about that, at most 1 000 characters. */
  note?: string | null | undefined;
  /** How it stands. */
  status?: TicketStatus | null | undefined;
};

/** How an answer is best shown. */
export type ChartKind =
  /** Its course over time, filled to nought. */
  | 'AREA'
  /** The groups side by side. */
  | 'BAR'
  /** What is left from stage to stage. */
  | 'FUNNEL'
  /** The one number on a scale. */
  | 'GAUGE'
  /** Two ways to group it, across and down, by how deep the colour is. */
  | 'HEAT_MAP'
  /** Its course over time. */
  | 'LINE'
  /** The one number. */
  | 'NUMBER'
  /** The parts of a whole. */
  | 'PIE'
  /** Two numbers of each group against one another. */
  | 'SCATTER'
  /** The parts of each time or group upon one another. */
  | 'STACKED'
  /** The rows as a table. */
  | 'TABLE'
  /** What each group adds, one after the other, to the whole. */
  | 'WATERFALL';

/** Whether a source is asked. */
export type CircuitState =
  /** It is asked. */
  | 'CLOSED'
  /** One request tries whether it is back. */
  | 'HALF_OPEN'
  /** It failed several times in a row and is left alone for a while. */
  | 'OPEN';

/** A mask to save. It names one attribute of an entity type, or a kind of attributes. */
export type ColumnMaskInput = {
  /** The attribute. */
  attribute?: string | null | undefined;
  /** Whom it restricts. */
  audience: RuleAudienceInput;
  /** The entity type; left out with a kind: all of them. */
  entityType?: string | null | undefined;
  /** The mask to change; left out for a new one. */
  id?: string | number | null | undefined;
  /** How much of the values is left. */
  mode: MaskMode;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** The kind of attributes, instead of one. */
  sensitive?: SensitiveKind | null | undefined;
};

/** How alike two values are. */
export type ComparisonLevel =
  /** Close. */
  | 'CLOSE'
  /** Different. */
  | 'DIFFERENT'
  /** Something alike. */
  | 'LIKE'
  /** One of the two has none. */
  | 'MISSING'
  /** Nearly the same. */
  | 'NEAR'
  /** The same. */
  | 'SAME';

/** How far an answer can be trusted, in three steps. */
export type ConfidenceTier =
  /** Read rightly as good as surely (0.94 and more), and little is wrong with the data (a score of 0.85 and more). */
  | 'HIGH'
  /** Less than 0.7: check it. */
  | 'LOW'
  /** 0.7 and more. */
  | 'MEDIUM';

/** An identity provider, and who of its people may come in. */
export type ConfigureSingleSignOnInput = {
  /** What we are called there. */
  clientId: string;
  /** Our secret there; the one there is when left out. */
  clientSecret?: string | null | undefined;
  /** VIEWER, ANALYST or OPERATOR. */
  defaultRole: Role;
  /** Domains of the e-mail addresses that may come in, 1 to 50. */
  domains: Array<string>;
  /** The provider’s issuer, such as https://login.example.com/tenant. */
  issuer: string;
  /** Whether newcomers become members by logging in. */
  justInTime: boolean;
};

/** Which files to connect: exactly one of folder and uploadId. */
export type ConnectFilesInput = {
  /** Absolute path of a folder on the server, below one that its operator allows. */
  folder?: string | null | undefined;
  /** What to call the connection; the folder’s name when left out. */
  name?: string | null | undefined;
  /** An upload whose files have all been sent. */
  uploadId?: string | number | null | undefined;
};

/** How well a connection is. */
export type ConnectionHealthStatus =
  /** It works, but not as it should; reasons say why. */
  | 'DEGRADED'
  /** It does not work; reasons say why and what to do. */
  | 'FAILING'
  /** Its syncs succeed and its data is as fresh as it should be. */
  | 'HEALTHY'
  /** No sync has ended yet. */
  | 'UNKNOWN';

/** What kind of source a connection reaches. */
export type ConnectionKind =
  /** A Google BigQuery project. */
  | 'BIGQUERY'
  /** Datadog’s monitoring, through its API. */
  | 'DATADOG'
  /** The applications that scans found. */
  | 'DISCOVERED'
  /** Events that Amazon EventBridge delivers. */
  | 'EVENTBRIDGE'
  /** A folder on the server, or an upload, of CSV, JSON, NDJSON, Parquet and Excel files. */
  | 'FILES'
  /** HubSpot’s CRM, through its API. */
  | 'HUBSPOT'
  /** Topics of Apache Kafka. */
  | 'KAFKA'
  /** Metronome’s usage metering, through its API. */
  | 'METRONOME'
  /** A MongoDB database or cluster. */
  | 'MONGODB'
  /** Streams of NATS JetStream. */
  | 'NATS'
  /** NetSuite, through SuiteQL. */
  | 'NETSUITE'
  /** A REST API that an OpenAPI document describes. */
  | 'OPENAPI'
  /** A PostgreSQL database. */
  | 'POSTGRES'
  /** Salesforce, through its REST API. */
  | 'SALESFORCE'
  /** A Snowflake database. */
  | 'SNOWFLAKE'
  /** Stripe, through its API. */
  | 'STRIPE'
  /** The database of a Supabase project. */
  | 'SUPABASE'
  /** Signed messages that a source sends by itself. */
  | 'WEBHOOK'
  /** Zendesk Support, through its API. */
  | 'ZENDESK';

/** How a connection is. */
export type ConnectionStatus =
  /** Its objects and their columns are being found out. */
  | 'DISCOVERING'
  /** The last sync failed; statusReason says why. */
  | 'FAILED'
  /** Its sync was paused and waits to be resumed. */
  | 'PAUSED'
  /** The last sync succeeded. */
  | 'READY'
  /** Its records are landing. */
  | 'SYNCING';

/** What a kind of source is for. */
export type ConnectorCategory =
  /** Any API that is described. */
  | 'API'
  /** Subscriptions, invoices and usage. */
  | 'BILLING'
  /** Customers and deals. */
  | 'CRM'
  /** A database. */
  | 'DATABASE'
  /** What is sent as it happens. */
  | 'EVENTS'
  /** Files. */
  | 'FILES'
  /** Books and expenses. */
  | 'FINANCE'
  /** How software runs. */
  | 'OBSERVABILITY'
  /** Tickets. */
  | 'SUPPORT'
  /** A data warehouse. */
  | 'WAREHOUSE';

/** Something a person agreed to. */
export type ConsentInput = {
  /** When it was given; left out: now. */
  at?: string | null | undefined;
  /** What proves it, at most 2 000 characters; personal data in it is replaced. */
  evidence: string;
  /** Why the data may be processed. */
  legalBasis: LegalBasis;
  /** What for, at most 200 characters. */
  purpose: string;
  /** Where it was given: a form, a contract. */
  source: string;
  /** Their e-mail address, telephone number or key; kept as a keyed hash. */
  subject: string;
};

/** Whether it holds. */
export type ConsentState =
  /** It was given. */
  | 'GRANTED'
  /** It was taken back. */
  | 'WITHDRAWN';

/** An agent of the tenant’s own. It starts as an intern, with no tools but those given. */
export type CreateAgentInput = {
  /** What a model is told before it works as this agent, at most 20 000 characters. */
  instructions?: string | null | undefined;
  /** How far one run of it may go. */
  limits?: AgentLimitsInput | null | undefined;
  /** What to call it, 1 to 80 characters; no other agent may be called so. */
  name: string;
  /** What it is there for, 1 to 500 characters. */
  purpose: string;
  /** Who answers for what it does. */
  raci?: RaciInput | null | undefined;
  /** Tools it may use, by name or pattern, at most 200. */
  tools?: Array<string> | null | undefined;
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** Days until it stops working, 1 to 366; left out: it works until it is revoked. */
  expiresInDays?: number | null | undefined;
  /** What it is for, 1 to 100 characters. */
  name: string;
  /** Names of actions it is limited to, such as `records.read`, or whole areas, such as `records.*`; left out: all that the account may. */
  scopes?: Array<string> | null | undefined;
  /** The service account it acts as; left out: yourself. */
  serviceAccountId?: string | number | null | undefined;
};

/** A new fabric plane. */
export type CreateFabricPlaneInput = {
  /** Where it is; left out, where planes of this kind usually are. */
  address?: string | null | undefined;
  /** What kind of plane it is. */
  kind: FabricPlaneKind;
  /** What to call it; the kind’s name when left out. */
  name?: string | null | undefined;
  /** What opens it. It is sealed and never shown again. */
  secret?: string | null | undefined;
  /** The other fields of its form. */
  settings?: Array<FabricPlaneSettingInput>;
};

/** A new channel. */
export type CreateNotificationChannelInput = {
  /** Of a Slack app with the scope users:read.email: knows people by their address, who else say once who they are. */
  botToken?: string | null | undefined;
  /** How it is spoken to. */
  kind: NotificationChannelKind;
  /** Kinds that are sent; left out: all. */
  kinds?: Array<string> | null | undefined;
  /** What matters less is not sent. */
  minimumSeverity?: NotificationSeverity;
  /** What people call it, 1 to 100 characters. */
  name: string;
  /** Of a Slack app: what it signs with, so that approvals can be decided in Slack. */
  signingSecret?: string | null | undefined;
  /** The whole address, with whatever makes it secret. */
  url: string;
};

/** A new service account. */
export type CreateServiceAccountInput = {
  /** What it is for, 1 to 100 characters. */
  name: string;
  /** What it may do; no more than you may. */
  role?: Role;
};

/** A value that was picked in a widget. Exactly one of dashboardId and state. */
export type CrossFilterInput = {
  /** A dashboard: a saved one, one made from a sentence, or a refined one. */
  dashboardId?: string | number | null | undefined;
  /** The dashboard as it stands, with changes that were not saved. */
  state?: DashboardStateInput | null | undefined;
  /** The value, as the widget shows it, at most 200 characters: a name, a category, a month. */
  value: string;
  /** The widget it was picked in: its id, as it was handed in or shown. */
  widget: string | number;
};

/** What a dashboard is exported as. */
export type DashboardExportFormat =
  /** The numbers, one table under the other. */
  | 'CSV'
  /** Layout, questions, operations and numbers. */
  | 'JSON';

/** A query of this graph, and what it came to. */
export type DashboardFromOperationInput = {
  /** The document, one query, at most 8 000 characters. */
  document: string;
  /** Which operation of the document. */
  operationName?: string | null | undefined;
  /** What it answered, as JSON: you run it, so that it shows what you may see. At most 200 000 characters. */
  result: string;
  /** What the dashboard is to be called; made of the operation otherwise. */
  title?: string | null | undefined;
  /** Its variables. */
  variables?: Record<string, unknown> | null | undefined;
};

/** When to take snapshots of a dashboard. */
export type DashboardScheduleInput = {
  /** Cron expression of five fields: “0 7 * * 1” is Mondays at seven. At least 15 minutes apart. */
  cron: string;
  /** IANA name of a time zone, such as Europe/Oslo; UTC when left out. */
  timeZone?: string | null | undefined;
};

/** A dashboard as it stands on a screen, saved or not. */
export type DashboardStateInput = {
  /** Through whose eyes its questions are asked. */
  persona?: Persona | null | undefined;
  /** The sentence it was made from; empty when it was made by hand. */
  sentence?: string;
  /** What people call it, 1 to 120 characters. */
  title: string;
  /** Its widgets, 1 to 40; their ids come back in `changes`. */
  widgets: Array<WidgetInput>;
};

/** What a data test asks. */
export type DataTestKind =
  /** The newest value is not older than `maxAgeHours`. */
  | 'FRESHNESS'
  /** Values are not below `minimum` nor above `maximum`. */
  | 'RANGE'
  /** Every record that names another leads to it. */
  | 'REFERENTIAL'
  /** Every record has a value. */
  | 'REQUIRED'
  /** No two records have the same value. */
  | 'UNIQUE'
  /** There are no fewer records than `minimum`, and no more than `maximum`. */
  | 'VOLUME';

/** How much it matters when a data test fails. */
export type DataTestSeverity =
  /** Answers are much less certain. */
  | 'CRITICAL'
  /** Answers are a little less certain. */
  | 'WARNING';

/** How a data test came out. */
export type DataTestStatus =
  /** It does not hold. */
  | 'FAILING'
  /** It holds. */
  | 'PASSING'
  /** What it is about is not published any more, or is of another kind. */
  | 'UNFIT'
  /** It has not run yet. */
  | 'UNKNOWN';

/** The order of the numbers in a date. */
export type DateOrder =
  /** Day, month, year. */
  | 'DMY'
  /** Month, day, year. */
  | 'MDY'
  /** Year, month, day. */
  | 'YMD';

/** What a person decides. */
export type Decision =
  /** It may be done. */
  | 'APPROVE'
  /** It may be done as they changed it. */
  | 'EDIT'
  /** It must not be done. */
  | 'REJECT'
  /** They answer instead of deciding; the agent goes on with the answer. */
  | 'RESPOND';

/** Why a question is not answered. */
export type DeclineReason =
  /** It can mean several things that differ. */
  | 'AMBIGUOUS'
  /** It is SQL or a program; questions are asked in plain English. */
  | 'CODE'
  /** There is no word in it. */
  | 'EMPTY'
  /** It asks what can be asked: the suggestions are examples. */
  | 'HELP'
  /** It tells the system how to behave in place of asking about data. */
  | 'INSTRUCTIONS'
  /** The connected data cannot tell. */
  | 'NOT_AVAILABLE'
  /** It is in a language other than English. */
  | 'NOT_ENGLISH'
  /** It would tell of values that your role does not see. */
  | 'NOT_PERMITTED'
  /** Words that matter were not understood. */
  | 'NOT_UNDERSTOOD'
  /** There is no data for what was asked. */
  | 'NO_DATA'
  /** It asks for another company's data. */
  | 'OTHER_COMPANY'
  /** It holds personal data that the policy keeps out of questions. */
  | 'PERSONAL_DATA'
  /** It asks nothing about the business. */
  | 'SMALL_TALK'
  /** It is longer than a question may be. */
  | 'TOO_LONG';

/** What goes by a column. */
export type DependentKind =
  /** An attribute of the published model. */
  | 'ATTRIBUTE'
  /** An entity type of the published model. */
  | 'ENTITY'
  /** Records are told apart by it. */
  | 'KEY'
  /** A metric. */
  | 'METRIC';

/** One more attribute that a column shall feed. */
export type DerivedFieldInput = {
  /** The attribute, in camelCase. */
  attribute: string;
  /** How it comes from the column, in order. */
  transforms: Array<TransformStepInput>;
  /** The kind of its values; text when left out. */
  type?: AttributeType | null | undefined;
};

/** The part of the business a number belongs to. */
export type Domain =
  /** Money earned, spent and owed. */
  | 'FINANCE'
  /** Customers and sales. */
  | 'GROWTH'
  /** Orders, service and daily work. */
  | 'OPERATIONS'
  /** Those who work for the business. */
  | 'PEOPLE'
  /** What is sold and how it is used. */
  | 'PRODUCT';

/** Which drifts; what is left out does not matter. */
export type DriftFilter = {
  /** Only those of this connection. */
  connectionId?: string | number | null | undefined;
  /** Only those of this source object. */
  objectId?: string | number | null | undefined;
  /** Only those that matter so much. */
  severities?: Array<DriftSeverity> | null | undefined;
  /** Only those that stand like one of these. */
  statuses?: Array<DriftStatus> | null | undefined;
};

/** How an object has changed at its source. */
export type DriftKind =
  /** A field is new. */
  | 'ADDED'
  /** A field has other values than those it had. */
  | 'ENUM_CHANGED'
  /** Values are written another way. */
  | 'FORMAT_CHANGED'
  /** Several fields became one. */
  | 'MERGED'
  /** A field stands within another one now, or no longer does. */
  | 'MOVED'
  /** A field may be empty now, or no longer is. */
  | 'NULLABILITY_CHANGED'
  /** A field is no longer there, and nothing certainly took its place. */
  | 'REMOVED'
  /** A field has another name. */
  | 'RENAMED'
  /** A field is of another type. */
  | 'RETYPED'
  /** One field became several. */
  | 'SPLIT'
  /** Numbers are in another unit. */
  | 'UNIT_CHANGED';

/** How much a drift matters, by what goes by what has changed. */
export type DriftSeverity =
  /** Records cannot be told apart, or something that is needed has no successor. */
  | 'CRITICAL'
  /** Nothing goes by it. */
  | 'INFO'
  /** Something goes by it; it is repaired, or can be. */
  | 'WARNING';

/** What became of a drift. */
export type DriftStatus =
  /** A person said to take the object as it is now. */
  | 'DISMISSED'
  /** The source is again as it was, or has changed otherwise. */
  | 'GONE'
  /** It is there. Where something goes by it, records of the object wait in quarantine. */
  | 'OPEN'
  /** Nothing goes by it: the object is taken as it is now. */
  | 'PASSED'
  /** The object is read another way, so that nothing has changed downstream. */
  | 'REPAIRED';

/** How two numbers hang together. */
export type EdgeRelation =
  /** One is a part of the other. */
  | 'COMPONENT'
  /** They may move together. */
  | 'CORRELATE'
  /** One moves the other. */
  | 'DRIVER'
  /** One is the other measured against a third. */
  | 'RATIO';

/** What a person says of an effect in doubt. */
export type EffectOutcome =
  /** It is not done again: its step fails. */
  | 'GIVE_UP'
  /** It happened: the run goes on. */
  | 'HAPPENED'
  /** It did not happen: it is done again. */
  | 'NOT_HAPPENED';

/** What is known of something that an agent does. */
export type EffectStatus =
  /** It happened. */
  | 'DONE'
  /** Whether it happened was not found out, and it is not tried again. */
  | 'GIVEN_UP'
  /** It was cut off: nobody knows whether it happened. A person has to say. */
  | 'IN_DOUBT'
  /** It did not happen, and may be tried again. */
  | 'NOT_DONE'
  /** It is about to be done, or being done. */
  | 'PLANNED';

/** Where an entity type comes from. */
export type EntityOrigin =
  /** A table of the tenant's own that fits no canonical entity. */
  | 'ADOPTED'
  /** The ontology that is shipped. */
  | 'CANONICAL'
  /** Somebody made it. */
  | 'CUSTOM';

/** A condition; with a value or a parameter, but for IS_EMPTY and IS_NOT_EMPTY. */
export type EntityViewConditionInput = {
  /** How to compare. */
  operator: EntityViewOperator;
  /** Name of a parameter. */
  parameter?: string | null | undefined;
  /** Name of an attribute, or of a relation, a dot, and an attribute of what it leads to: account.industry. */
  path: string;
  /** A value: numbers, true, false, days and moments as ISO 8601. */
  value?: string | null | undefined;
};

/** One value that a view shows. */
export type EntityViewFieldInput = {
  /** What the view calls it; left out: as its path, with an underscore for the dot. */
  name?: string | null | undefined;
  /** Name of an attribute, or of a relation, a dot, and an attribute of what it leads to: account.industry. */
  path: string;
};

/** How a view compares. */
export type EntityViewOperator =
  /** As much or more, then or later. */
  | 'AT_LEAST'
  /** As much or less, then or earlier. */
  | 'AT_MOST'
  /** The text is in it, whatever its case. */
  | 'CONTAINS'
  /** The same. */
  | 'EQUALS'
  /** There is none. */
  | 'IS_EMPTY'
  /** There is one. */
  | 'IS_NOT_EMPTY'
  /** Less, or earlier. */
  | 'LESS'
  /** More, or later. */
  | 'MORE'
  /** Another one, or none. */
  | 'NOT_EQUALS'
  /** It begins with the text, whatever its case. */
  | 'STARTS_WITH';

/** What to order by. */
export type EntityViewOrderInput = {
  /** Whether the greatest come first. */
  descending?: boolean;
  /** Name of an attribute, or of a relation, a dot, and an attribute of what it leads to: account.industry. */
  path: string;
};

/** What whoever reads a view may say. */
export type EntityViewParameterInput = {
  /** Its name. */
  name: string;
  /** Whether it has to be given. */
  required?: boolean;
  /** The kind of its values. */
  type: AttributeType;
};

/** How a request to be forgotten stands. */
export type ErasureStatus =
  /** A second person has to confirm what was found. */
  | 'AWAITING_CONFIRMATION'
  /** It was taken back. */
  | 'CANCELLED'
  /** There is a certificate. */
  | 'DONE'
  /** The person is being forgotten. */
  | 'ERASING'
  /** Its run failed; resumed, it goes on. */
  | 'FAILED'
  /** The person is looked for. */
  | 'SEARCHING';

/** What becomes of records about a person. */
export type ErasureTreatment =
  /** Records about the person go; where they are only mentioned, what identifies them is replaced. */
  | 'ERASE'
  /** What identifies the person is replaced for good; numbers stay, so that sums stay right. */
  | 'PSEUDONYMISE';

/** Which kind of telemetry something comes from. */
export type EvidencePlane =
  /** The cloud’s own inventory. */
  | 'CLOUD'
  /** The list of what the company says it runs. */
  | 'CMDB'
  /** Sensors that see what is used: browsers, DNS, proxies, endpoints. */
  | 'DISCOVERY'
  /** The books: contracts and payments. */
  | 'FINANCE'
  /** The identity provider. */
  | 'IDP'
  /** Attestations of security. */
  | 'SECURITY';

/** What one unit of a currency was in another on a day. */
export type ExchangeRateInput = {
  /** The currency of which one unit is meant, three letters. */
  base: string;
  /** The day, YYYY-MM-DD. */
  day: string;
  /** The currency it is told in. */
  quote: string;
  /** How many units of `quote` one of `base` was. */
  rate: number;
  /** Who said so, such as `ECB`; answers that convert by it name it. */
  source?: string | null | undefined;
};

/** What a plane does for the connections that go through it. */
export type FabricPlaneCapability =
  /** It passes our requests on to the vendor. */
  | 'CARRIES_REQUESTS'
  /** Events come from it. */
  | 'DELIVERS_EVENTS'
  /** Tables in it are read. */
  | 'HOLDS_TABLES'
  /** It says how much is left of a limit, and is slowed down for. */
  | 'LIMITS_TRAFFIC'
  /** Its jobs can be asked for (FabricPlane.jobs). */
  | 'SHOWS_JOBS'
  /** Each request carries an id that its logs know. */
  | 'TRACES_REQUESTS';

/** What planes of a kind are for. */
export type FabricPlaneCategory =
  /** Requests to vendors’ APIs go through it. */
  | 'API_GATEWAY'
  /** It brings data by jobs of its own to what is connected. */
  | 'DATA_MOVEMENT'
  /** Its messages are records. */
  | 'EVENT_BUS'
  /** An integration platform that sends what it carries to signed webhooks. */
  | 'IPAAS'
  /** Its tables are read with SQL. */
  | 'WAREHOUSE';

/** What a field of a plane’s form takes. */
export type FabricPlaneFieldKind =
  /** true or false. */
  | 'BOOLEAN'
  /** One of the choices. */
  | 'CHOICE'
  /** A number. */
  | 'NUMBER'
  /** A secret: it is sealed and never shown again. */
  | 'SECRET'
  /** A text. */
  | 'TEXT';

/** How a job at a plane is. */
export type FabricPlaneJobStatus =
  /** Somebody cancelled it. */
  | 'CANCELLED'
  /** It failed, wholly or in part. */
  | 'FAILED'
  /** It runs. */
  | 'RUNNING'
  /** It is done. */
  | 'SUCCEEDED'
  /** The plane says something that we do not know. */
  | 'UNKNOWN'
  /** It waits for its turn. */
  | 'WAITING';

/** What kind of fabric plane it is. */
export type FabricPlaneKind =
  /** Airbyte brings the data to a database or warehouse that is connected; its jobs are shown here. */
  | 'AIRBYTE'
  /** Requests to vendors go through API proxies of Apigee, with the key of an app or a token of its client credentials. */
  | 'APIGEE'
  /** Tables of a BigQuery project, by its jobs API and a service account. Nothing is written. */
  | 'BIGQUERY'
  /** Flows of Celigo send records to signed webhooks; their jobs are shown here. */
  | 'CELIGO'
  /** Events of a bus come in over an API destination, with its key; each is a record of its detail-type. */
  | 'EVENTBRIDGE'
  /** Topics of a Kafka cluster: the messages are JSON, their keys identify records, a message without a value deletes one. */
  | 'KAFKA'
  /** Requests to vendors go through a Kong gateway: its routes, its keys and limits, its correlation id. */
  | 'KONG'
  /** Streams of NATS JetStream: a durable consumer for each connection, acknowledged once records have landed. */
  | 'NATS'
  /** Tables of a Snowflake database, by its SQL API and key-pair authentication. Nothing is written. */
  | 'SNOWFLAKE'
  /** Workflows of Tray (tray.io) send records to signed webhooks; what they executed is shown here. */
  | 'TRAY'
  /** Recipes of Workato send records to signed webhooks; their jobs are shown here. */
  | 'WORKATO';

/** One setting of a plane. */
export type FabricPlaneSettingInput = {
  /** Its name in the form (fabricPlaneCatalogue). */
  name: string;
  /** Its value; empty: left out. */
  value: string;
};

/** How a plane is. */
export type FabricPlaneStatus =
  /** It answers, but not as it should: slow, limited, or it does not let us in. */
  | 'DEGRADED'
  /** It does not answer. */
  | 'DOWN'
  /** It was not looked at yet, or cannot be asked. */
  | 'UNKNOWN'
  /** It answered as it should when it was last looked at. */
  | 'UP';

/** How a stress test stands. */
export type FarmStatus =
  /** It was ended before it was over. */
  | 'ENDED'
  /** It is over, and there is a report. */
  | 'FINISHED'
  /** It goes on. */
  | 'RUNNING';

/** How many of a stress test’s workflows came through. */
export type FarmVerdict =
  /** At least 80 of 100. */
  | 'DEGRADED'
  /** Fewer. */
  | 'FAIL'
  /** At least 95 of 100. */
  | 'PASS';

/** How much something matters. */
export type FeedSeverity =
  /** Something failed. */
  | 'ERROR'
  /** Good to know. */
  | 'INFO'
  /** Something was brought to a good end. */
  | 'SUCCESS'
  /** Somebody should look. */
  | 'WARNING';

/** What a pilot can do about a finding. */
export type FindingAction =
  /** Tries records again that were set aside. */
  | 'REPLAY_QUARANTINE'
  /** Revokes an API key. */
  | 'REVOKE_KEY'
  /** Syncs a connection. */
  | 'SYNC_CONNECTION'
  /** Opens a ticket for a person. */
  | 'TICKET';

/** Which findings to list; what is left out does not narrow. */
export type FindingFilter = {
  /** Only those of this agent. */
  agentId?: string | number | null | undefined;
  /** Only those of these analyses. */
  kinds?: Array<string> | null | undefined;
  /** Only those that stand like one of these. */
  statuses?: Array<PilotFindingStatus> | null | undefined;
};

/** What a finding leads to. */
export type FindingLinkKind =
  /** An API key. */
  | 'API_KEY'
  /** A decision that waits. */
  | 'APPROVAL'
  /** A system of the inventory. */
  | 'ASSET'
  /** A connection. */
  | 'CONNECTION'
  /** A change of a source. */
  | 'DRIFT'
  /** Records of an entity type; the id is its name. */
  | 'ENTITY'
  /** A metric; the id is its name. */
  | 'METRIC'
  /** A proposed repair. */
  | 'REPAIR'
  /** A table of a source. */
  | 'SOURCE_OBJECT'
  /** A person. */
  | 'USER';

/** How much a finding matters. */
export type FindingSeverity =
  /** Answers are wrong or missing, or harm is likely, until it is put right. */
  | 'CRITICAL'
  /** Good to know. */
  | 'INFO'
  /** Somebody should look at it. */
  | 'WARNING';

/** How a finding about an asset stands. */
export type FindingStatus =
  /** Somebody lets it be, until a day or for good. */
  | 'ACCEPTED'
  /** Somebody should do something about it. */
  | 'OPEN'
  /** It is gone, or somebody says so; it opens again when it is found again. */
  | 'RESOLVED';

/** What a number of a finding counts. */
export type FindingUnit =
  /** Things. */
  | 'COUNT'
  /** Days. */
  | 'DAYS'
  /** Money in the tenant’s currency. */
  | 'MONEY'
  /** Money a month in the tenant’s currency. */
  | 'MONEY_PER_MONTH'
  /** Hundredths. */
  | 'PERCENT';

/** What became of a moment of a schedule. */
export type FiringStatus =
  /** A run could not be begun. */
  | 'FAILED'
  /** A run will begin when another has ended. */
  | 'QUEUED'
  /** No run begins. */
  | 'SKIPPED'
  /** A run has begun. */
  | 'STARTED';

/** Which calendar year gives a fiscal year its number. */
export type FiscalYearNaming =
  /** The one it ends in. */
  | 'END'
  /** The one it starts in. */
  | 'START';

/** Where records are on their way from a source to the agents that work with them. */
export type FlowStageKind =
  /** Seen to the end by the agent that follows them. */
  | 'AGENT'
  /** Screened, and kept as the source wrote them or set aside. */
  | 'LANDED'
  /** Written as records of the business, by the mapping in force. */
  | 'MAPPED'
  /** Counted in the metrics made of them. */
  | 'METRIC'
  /** Linked to the records they name. */
  | 'RESOLVED'
  /** Read from the source. */
  | 'SOURCE';

/** A way to go on with a series. */
export type ForecastMethod =
  /** A trend that wears off. */
  | 'DAMPED_TREND'
  /** Level, trend and season, each smoothed. */
  | 'HOLT_WINTERS'
  /** The same with a season that grows with the level. */
  | 'HOLT_WINTERS_FACTORS'
  /** It stays as it was last. */
  | 'LAST_VALUE'
  /** A season before, with the growth since. */
  | 'SEASON_AND_TREND'
  /** As a season before. */
  | 'SEASON_BEFORE'
  /** A level, older values counting less. */
  | 'SMOOTHED'
  /** A straight line that outliers do not bend. */
  | 'TREND';

/** What kind of value a form asks for. */
export type FormFieldKind =
  /** `true` or `false`. */
  | 'BOOLEAN'
  /** One of the choices. */
  | 'CHOICE'
  /** A number. */
  | 'NUMBER'
  /** Text that is sealed and never shown again. */
  | 'SECRET'
  /** Text. */
  | 'TEXT';

/** A value of a connector’s form. */
export type FormValueInput = {
  /** The field’s name. */
  name: string;
  /** Its value; numbers and truth values as text. */
  value: string;
};

/** Which way a number should move. */
export type GoodDirection =
  /** Less is better. */
  | 'DOWN'
  /** Neither is better by itself. */
  | 'NEUTRAL'
  /** More is better. */
  | 'UP';

/** What becomes of what an agent was about to do. */
export type GovernanceVerdict =
  /** It is not done. */
  | 'DENY'
  /** It is done. */
  | 'EXECUTE'
  /** A person decides first. */
  | 'PROPOSE'
  /** It is done while people are told to watch. */
  | 'SUPERVISE'
  /** It is not done; the agent has to be trained first. */
  | 'TRAIN';

/** Something that identifies a person. */
export type IdentifierInput = {
  /** What it is. */
  kind: IdentifierKind;
  /** For KEY: the table or file whose key it is. */
  table?: string | null | undefined;
  /** The value. */
  value: string;
};

/** By what a person is found. */
export type IdentifierKind =
  /** A whole e-mail address. */
  | 'EMAIL'
  /** The key of a record, such as a customer number, with the table it is of. */
  | 'KEY'
  /** A full name. Namesakes are found too: the preview says how many there are. */
  | 'NAME'
  /** A telephone number, best with its country code; spaces and signs do not matter. */
  | 'PHONE';

/** How the tenant counts time and money; what is left out stays as it is. */
export type InsightsSettingsInput = {
  /** Which calendar year gives a fiscal year its number. */
  fiscalYearNamedBy?: FiscalYearNaming | null | undefined;
  /** The month its fiscal year starts in, 1 to 12. */
  fiscalYearStartMonth?: number | null | undefined;
  /** What quarters and halves are where a question does not say. */
  quarters?: QuarterMeaning | null | undefined;
  /** Three capital letters; null takes it away, left out it stays. */
  reportingCurrency?: string | null | undefined;
  /** The day its weeks start on. */
  weekStart?: WeekStart | null | undefined;
};

/** What is wrong with an entry. */
export type JournalBreach =
  /** It is not what was written there: it was changed, put in, or moved. */
  | 'CHANGED'
  /** It stands behind the end. */
  | 'EXTRA'
  /** What says that older entries were deleted by a rule was not made by this server. */
  | 'FORGED'
  /** There is none where one has to be. */
  | 'MISSING';

/** One of the two chains that are kept of a tenant. */
export type JournalChain =
  /** What changed: `auditTrail`. */
  | 'CHANGES'
  /** What was asked: `journal`. */
  | 'REQUESTS';

/** Which requests; all that is said has to fit. */
export type JournalFilter = {
  /** True: only those that failed; false: only those that did not. */
  failed?: boolean | null | undefined;
  /** From then on. */
  from?: string | null | undefined;
  /** Of one of these kinds. */
  kinds?: Array<JournalKind> | null | undefined;
  /** Whose operation’s name begins like this, whatever the case. */
  operation?: string | null | undefined;
  /** With this result: `OK`, or the code of an error. */
  outcome?: string | null | undefined;
  /** With this request id. */
  requestId?: string | null | undefined;
  /** Before then. */
  to?: string | null | undefined;
  /** That were handed this id. */
  touched?: string | number | null | undefined;
  /** Of this user. */
  userId?: string | number | null | undefined;
};

/** What kind of request it was. */
export type JournalKind =
  /** Something was downloaded. */
  | 'EXPORT'
  /** Somebody known proved who they are, or failed to. */
  | 'LOG_IN'
  /** Something was to be changed. */
  | 'MUTATION'
  /** Something was read. */
  | 'QUERY'
  /** Refused before it was known what is asked, or no operation of the graph, such as an upload. */
  | 'REQUEST'
  /** Something began to be followed. */
  | 'SUBSCRIPTION'
  /** Something is not followed any more. */
  | 'SUBSCRIPTION_END';

/** An end of a chain that was seen before. */
export type KnownHeadInput = {
  /** Its hash. */
  hash: string;
  /** Its place. */
  sequence: number;
};

/** How an entry of the ledger stands. */
export type LedgerState =
  /** Given back: nothing was spent. */
  | 'RELEASED'
  /** Set aside for what is being done. */
  | 'RESERVED'
  /** Spent. */
  | 'SETTLED';

/** Why personal data may be processed; Article 6 of the GDPR. */
export type LegalBasis =
  /** The person agreed. */
  | 'CONSENT'
  /** A contract with the person needs it. */
  | 'CONTRACT'
  /** The law demands it. */
  | 'LEGAL_OBLIGATION'
  /** An interest that outweighs the person’s. */
  | 'LEGITIMATE_INTERESTS'
  /** A task in the public interest needs it. */
  | 'PUBLIC_TASK'
  /** Somebody’s life depends on it. */
  | 'VITAL_INTERESTS';

/** Which way lineage is followed. */
export type LineageDirection =
  /** Both. */
  | 'BOTH'
  /** What is made of it: what a change of it would touch. */
  | 'DOWN'
  /** What it comes from. */
  | 'UP';

/** What a thing on the way from a source to a number is. */
export type LineageKind =
  /** An attribute of an entity type; its id. */
  | 'ATTRIBUTE'
  /** A source that was connected; its id. */
  | 'CONNECTION'
  /** A column of it; the id of the object, a colon, and the column. */
  | 'FIELD'
  /** What reads a column into an attribute; the id of the field mapping. */
  | 'MAPPING'
  /** A metric; its name. */
  | 'METRIC'
  /** A table or file of a source; its id. */
  | 'OBJECT'
  /** A record of a source; the id of the object, a colon, and its key there. */
  | 'RECORD'
  /** One value of a unified record; the id of the record, a colon, and the name of the attribute. */
  | 'VALUE';

/** What is looked at. */
export type LineageSubject = {
  /** Which one, as its kind says. */
  id: string | number;
  /** What it is. */
  kind: LineageKind;
};

/** Where one connection of a mapping job stands. */
export type MappedConnectionState =
  /** Its mapping is accepted and being published. */
  | 'ACCEPTED'
  /** It could not be accepted or published. */
  | 'FAILED'
  /** It is less sure than asked for: a person has to look. */
  | 'LEFT'
  /** Nothing is proposed for it. */
  | 'NOTHING'
  /** Its mapping is in force. */
  | 'PUBLISHED'
  /** Its turn has not come. */
  | 'WAITING';

/** A change to a proposal: another entity type for a table, another attribute for one of its columns, or nothing at all for it. */
export type MappingChange = {
  /** What else the column feeds, all of it; null keeps it. */
  alsoFeeds?: Array<DerivedFieldInput> | null | undefined;
  /** Attribute the column shall become, canonical or a new name; needed with `fieldId`. */
  attribute?: string | null | undefined;
  /** Entity type the table shall become, canonical or a new name; null keeps it. */
  entityName?: string | null | undefined;
  /** The field mapping it is about; null when it is about the table only. */
  fieldId?: string | number | null | undefined;
  /** Whether the column of `fieldId` is to feed nothing, whatever else the change says; false takes that back, null leaves it as it is. */
  leaveOut?: boolean | null | undefined;
  /** The table mapping it is about. */
  tableId: string | number;
  /** What is done to the values of the column, in order; an empty list leaves them as they landed, null as they are proposed. */
  transforms?: Array<TransformStepInput> | null | undefined;
  /** The kind of values the column has after `transforms`; null keeps it. */
  type?: AttributeType | null | undefined;
  /** Whether each cell of the table becomes an observation, as `suggestedUnpivot` says; null leaves it as proposed. */
  unpivot?: boolean | null | undefined;
};

/** Where a mapping job stands. */
export type MappingJobStatus =
  /** It was ended before its time; what it accepted stays. */
  | 'CANCELLED'
  /** A mapping could not be accepted or published; `connections` says which. */
  | 'FAILED'
  /** It decides, or waits until what it accepted is published. */
  | 'RUNNING'
  /** Everything was decided, published or left. */
  | 'SUCCEEDED';

/** What is done with a proposed field, by how sure the matcher is and by the policy. */
export type MappingLevel =
  /** Sure enough to be accepted without a person. */
  | 'AUTO'
  /** Nothing is proposed for it: it stays the tenant’s own, or is too unsure to be taken. */
  | 'LEAVE'
  /** Worth a person’s look. */
  | 'REVIEW';

/** A field of a source and an attribute, and how far they are the same. */
export type MappingPairInput = {
  /** The attribute, in camelCase. */
  attribute: string;
  /** Entity type of the attribute, in PascalCase. */
  entityType: string;
  /** The field’s name at its source. */
  field: string;
  /** What the object of the field is called at its source: a table, a file, an object of an API. */
  object: string;
  /** How far they are the same: 1 the same, 0 not at all. */
  score: number;
};

/** What shall be done with proposed mappings. */
export type MappingPolicyInput = {
  /** Confidence from which on a field is AUTO; 0.9 when left out. */
  auto?: number | null | undefined;
  /** Whether proposals in which every field is AUTO or LEAVE are accepted without a person. */
  autoAccept: boolean;
  /** Confidence from which on a field is REVIEW; 0.5 when left out. */
  review?: number | null | undefined;
};

/** What kind of evidence a reason is. */
export type MappingReasonKind =
  /** What the source says of the column. */
  | 'DESCRIPTION'
  /** It tells records apart, or names those of another table. */
  | 'KEY'
  /** Words of both are used for the same thing. */
  | 'MEANING'
  /** The column’s name is, or is like, one of the attribute’s. */
  | 'NAME'
  /** Earlier decisions about columns like it. */
  | 'PAST'
  /** A person chose it. */
  | 'PERSON'
  /** Other columns or attributes that were nearer. */
  | 'RIVALS'
  /** The type of its values. */
  | 'TYPE'
  /** What its values look like. */
  | 'VALUES'
  /** The vendor documents it. */
  | 'VENDOR';

/** Where a mapping proposal stands. */
export type MappingStatus =
  /** Publishing failed; it can be accepted again. */
  | 'FAILED'
  /** Waits for a person to accept it. */
  | 'PROPOSED'
  /** In force; its records are unified. */
  | 'PUBLISHED'
  /** Accepted; typed tables are being defined and filled. */
  | 'PUBLISHING'
  /** Replaced by a newer proposal. */
  | 'SUPERSEDED';

/** How much of a masked value is left. */
export type MaskMode =
  /** Nothing: it cannot be read, asked for, grouped, filtered or sorted by. */
  | 'HIDE'
  /** A part to recognise it by: a first letter, last digits, a size. It can only be shown. */
  | 'PARTIAL'
  /** A made-up name, the same for the same value: it can be counted and grouped by. */
  | 'PSEUDONYM';

/** How the numbers of records become one. */
export type MetricAggregate =
  /** Their average. */
  | 'AVERAGE'
  /** How many. */
  | 'COUNT'
  /** How many different ones. */
  | 'COUNT_DISTINCT'
  /** The highest. */
  | 'MAX'
  /** The one in the middle. */
  | 'MEDIAN'
  /** The lowest. */
  | 'MIN'
  /** Added up. */
  | 'SUM';

/** One way to compute a metric from records of one entity type. */
export type MetricBindingInput = {
  /** How the numbers of records become one. */
  aggregate: MetricAggregate;
  /** Name of the entity type, such as `Order`. */
  entity: string;
  /** What is added up: an attribute, or arithmetic of them such as `quantity * product.price` or `days(createdDate, closeDate)`. Left out to count records. */
  of?: string | null | undefined;
  /** How several moments become one number; left out, they are taken together. */
  overTime?: MetricOverTime | null | undefined;
  /** The date they ended; left out, what began stands for good. */
  spanEnd?: string | null | undefined;
  /** For records that stand for a while: the date they began. Told as of the end of each period. */
  spanStart?: string | null | undefined;
  /** The date that places a record in time. */
  time?: string | null | undefined;
  /** All of this has to hold. */
  where?: Array<MetricConditionInput>;
};

/** What has to hold of a record to be counted; say exactly one thing of one attribute. */
export type MetricConditionInput = {
  /** It is more than this. */
  above?: number | null | undefined;
  /** Name of the attribute; `account.country` reaches through a relation. */
  attribute: string;
  /** True: it has no value; false: it has one. */
  blank?: boolean | null | undefined;
  /** It is a date more than so many days ago. */
  daysAgo?: number | null | undefined;
  /** It is one of these. */
  is?: Array<string> | null | undefined;
  /** It is none of these; records without it count. */
  not?: Array<string> | null | undefined;
};

/** Which metrics to read; all that is said has to hold. */
export type MetricFilter = {
  /** Whether the tenant's data can compute it. */
  available?: boolean | null | undefined;
  /** The part of the business it belongs to. */
  domain?: Domain | null | undefined;
  /** What sort of number it is. */
  kind?: MetricKind | null | undefined;
  /** Where its definition comes from. */
  origin?: MetricOrigin | null | undefined;
  /** Whom it concerns. */
  persona?: Persona | null | undefined;
  /** Text that the name, label or a synonym has. */
  text?: string | null | undefined;
};

/** The definition of a metric. It has bindings or a formula, one of them. */
export type MetricInput = {
  /** Ways to compute it; the first that the data allows is taken. 10 at most. */
  bindings?: Array<MetricBindingInput>;
  /** How it is computed, exactly, in words. */
  definition: string;
  /** What it tells, in a sentence. */
  description: string;
  /** The part of the business it belongs to. */
  domain: Domain;
  /** Arithmetic over other metrics by name: `revenue - costs`, `revenue / before(revenue, year) - 1`, `running(new_customers)`, `receivables / revenue * period_days`. */
  formula?: string | null | undefined;
  /** Which way it should move. */
  goodDirection: GoodDirection;
  /** What people call it, 1 to 80 characters. */
  label: string;
  /** Stable name in small letters, digits and underscores; that of a built-in metric takes its place. */
  name: string;
  /** Whom it concerns. */
  personas?: Array<Persona>;
  /** Who defines it so: a standard, a policy, a body. */
  source?: string;
  /** Other words for it that questions may use, 40 at most. */
  synonyms?: Array<string>;
  /** What it counts. */
  unit: Unit;
};

/** What sort of number a metric is, which says how it may be added up. */
export type MetricKind =
  /** The average of records: never added up. */
  | 'AVERAGE'
  /** How many records. */
  | 'COUNT'
  /** All up to a moment. */
  | 'CUMULATIVE'
  /** Computed from other metrics. */
  | 'DERIVED'
  /** How many different ones: parts do not add up. */
  | 'DISTINCT'
  /** What changed from the period before. */
  | 'PERIOD_OVER_PERIOD'
  /** How things stand at a moment: the last one of a period, added up over everything but time. */
  | 'POINT_IN_TIME'
  /** One number divided by another, each added up first. */
  | 'RATIO'
  /** Added up over records and time. */
  | 'SUM';

/** Where the definition of a metric comes from. */
export type MetricOrigin =
  /** Made from the tenant's own entity types and sheets. */
  | 'AUTOMATIC'
  /** Comes with the product. */
  | 'BUILT_IN'
  /** Defined by somebody of the tenant. */
  | 'OWN';

/** How several moments become one number, where they are not simply taken together. */
export type MetricOverTime =
  /** The average of the moments. */
  | 'AVERAGE'
  /** The first moment. */
  | 'FIRST'
  /** The last moment, as of a balance. */
  | 'LAST'
  /** Everything up to the moment. */
  | 'RUNNING';

/** How one metric has to do with another. */
export type MetricRelation =
  /** One is part of the other. */
  | 'COMPONENT'
  /** They tend to move together. */
  | 'CORRELATE'
  /** One moves the other. */
  | 'DRIVER'
  /** One is computed as a ratio with the other. */
  | 'RATIO';

/** What of a metric is watched for. */
export type MetricWatchKind =
  /** That it is not what trend and season say. */
  | 'ANOMALY'
  /** That it moved by a share of the period before. */
  | 'CHANGE'
  /** That it is beyond a value. */
  | 'THRESHOLD';

/** What becomes of moments that are more than a minute ago when a server is there again. */
export type MisfirePolicy =
  /** A run for each, of the latest ones as many as are allowed. */
  | 'RUN_ALL'
  /** One run for all of them. */
  | 'RUN_ONCE'
  /** No run. */
  | 'SKIP';

/** Whose language model is asked. */
export type ModelOrigin =
  /** The company’s own; its tokens are counted, and never refused. */
  | 'OWN'
  /** The one this server was set up with; its tokens count against the plan. */
  | 'SERVER';

/** A language model of your own: any service that speaks OpenAI’s API. */
export type ModelProviderInput = {
  /** The key; sealed, and never told again. Left out, the one that is there stays, at the same address. */
  apiKey?: string | null | undefined;
  /** Address of the service, such as https://api.openai.com/v1; https, unless it is on the server’s own network. */
  baseUrl: string;
  /** What a million tokens that the dearest of the models reads cost, in dollars; budgets of agents count with it. */
  inputPrice?: number | null | undefined;
  /** The models, in the order in which they are tried; 1 to 4. */
  models: Array<string>;
  /** What a million tokens that the dearest of the models writes cost, in dollars; budgets of agents count with it. */
  outputPrice?: number | null | undefined;
};

/** How a channel is spoken to. */
export type NotificationChannelKind =
  /** A Slack incoming webhook, or what understands the same. */
  | 'SLACK'
  /** JSON by POST, signed. */
  | 'WEBHOOK';

/** What became of a delivery. */
export type NotificationDeliveryStatus =
  /** It was given up. */
  | 'DEAD'
  /** The other side took it. */
  | 'DELIVERED'
  /** It is being sent, or will be tried again. */
  | 'PENDING';

/** How you want to be told of one kind of thing. */
export type NotificationPreferenceInput = {
  /** By mail. */
  email: boolean;
  /** In the inbox. */
  inbox: boolean;
  /** The kind. */
  kind: string;
};

/** How much a notification matters. */
export type NotificationSeverity =
  /** Somebody should look. */
  | 'ATTENTION'
  /** Good to know. */
  | 'INFO'
  /** Somebody should act. */
  | 'URGENT';

/** What becomes of an approval that nobody decides in time. */
export type OnExpiry =
  /** It is done. */
  | 'APPROVE'
  /** The next are asked: administrators, then owners; then it is not done. */
  | 'ESCALATE'
  /** It is not done. */
  | 'REJECT';

/** One edit of the business model. What is left out stays as it is. Names are those of the draft at that moment. */
export type OntologyChange = {
  /** The attribute it is about; of ADD_RELATION the one whose values link. */
  attribute?: string | null | undefined;
  /** What it is. */
  description?: string | null | undefined;
  /** The entity type it is about; needed by all but ADD_ENTITY_TYPE. */
  entityType?: string | null | undefined;
  /** What it is worked out of: attributes of the same type, numbers, ’texts’, + - * /, comparisons, and, or, not, if(), coalesce(), round(), mean(), concat(), days() … */
  expression?: string | null | undefined;
  /** What to do. */
  kind: OntologyChangeKind;
  /** What people call it. */
  label?: string | null | undefined;
  /** Name of what is added, or another one: SalesTeam, closeDate. */
  name?: string | null | undefined;
  /** What people call several of it. */
  pluralLabel?: string | null | undefined;
  /** The relation it is about. */
  relation?: string | null | undefined;
  /** What it means. */
  semantic?: AttributeSemantic | null | undefined;
  /** What else people call it; takes the place of all there were. */
  synonyms?: Array<string> | null | undefined;
  /** The type a relation leads to, or one is merged into. */
  target?: string | null | undefined;
  /** The target’s attribute whose values link. */
  targetAttribute?: string | null | undefined;
  /** The kind of its values. */
  type?: AttributeType | null | undefined;
  /** A currency code of money; else what it is counted in, such as kg. */
  unit?: string | null | undefined;
};

/** Edits of the business model. */
export type OntologyChangeKind =
  /** An attribute of entityType: name, and type, semantic, unit, label …; computed where it has an expression. */
  | 'ADD_ATTRIBUTE'
  /** A type of the tenant’s own: name, and label, pluralLabel, description, synonyms. */
  | 'ADD_ENTITY_TYPE'
  /** A link from entityType to target, by equal values of attribute and targetAttribute. */
  | 'ADD_RELATION'
  /** Another name, type, unit, expression … of attribute. */
  | 'CHANGE_ATTRIBUTE'
  /** Another name, label, pluralLabel, description or synonyms of entityType. */
  | 'CHANGE_ENTITY_TYPE'
  /** Another name, label, description or synonyms of relation. */
  | 'CHANGE_RELATION'
  /** Records of entityType become records of target. */
  | 'MERGE_ENTITY_TYPES'
  /** Takes attribute out, when somebody made it and nothing uses it; its values stay where they are. */
  | 'REMOVE_ATTRIBUTE'
  /** Takes entityType out, when somebody made it and nothing uses it; its table stays. */
  | 'REMOVE_ENTITY_TYPE'
  /** Takes relation out, when somebody made it. */
  | 'REMOVE_RELATION'
  /** Takes back all edits of entityType, or of its attribute or relation. */
  | 'REVERT';

/** What happened to a part of the business model. */
export type OntologyDifferenceAction =
  /** It is new. */
  | 'ADDED'
  /** One of its properties changed. */
  | 'CHANGED'
  /** Its records belong to another entity type now. */
  | 'MERGED'
  /** It is gone. */
  | 'REMOVED';

/** Whose changes stand where two people changed the same thing. */
export type OntologyDraftSide =
  /** Those of the draft. */
  | 'MINE'
  /** Those published meanwhile. */
  | 'THEIRS';

/** Parts of the business model. */
export type OntologySubject =
  /** An attribute of one. */
  | 'ATTRIBUTE'
  /** An entity type. */
  | 'ENTITY_TYPE'
  /** A relation of one. */
  | 'RELATION';

/** What a version of the business model came of. */
export type OntologyVersionKind =
  /** Somebody published edits. */
  | 'EDIT'
  /** A mapping was accepted. */
  | 'MAPPING'
  /** A connection was removed. */
  | 'REMOVAL'
  /** Somebody went back to the edits of an earlier version. */
  | 'ROLL_BACK';

/** What a language model’s reading of a question did to the answer. */
export type OpinionKind =
  /** Ours had none; its reading holds against the model of the company and is taken. */
  | 'ADOPTED'
  /** It reads the question the same way: the answer is surer. */
  | 'AGREES'
  /** It reads it otherwise: ours is taken, and is less sure. */
  | 'DIFFERS'
  /** There is none: ours stands alone. */
  | 'NONE';

/** How directly a node belongs to the answer in the centre. */
export type Orbit =
  /** The answer itself. */
  | 'CENTRE'
  /** A part of it, by its definition. */
  | 'EXACT'
  /** It may matter. */
  | 'HYPOTHESIS'
  /** It moves the answer. */
  | 'LIKELY';

/** What becomes of values that no case names. */
export type OtherValues =
  /** They become blank. */
  | 'BLANK'
  /** They stay as they are. */
  | 'KEEP'
  /** They are set aside and counted; the record stays, and the value in what landed. */
  | 'QUARANTINE';

/** What becomes of a moment while as many runs go on as may side by side. */
export type OverlapPolicy =
  /** Another run begins, however many there are. */
  | 'ALLOW'
  /** One begins when another has ended. */
  | 'QUEUE'
  /** None begins. */
  | 'SKIP';

/** What a person says of two records. */
export type PairDecision =
  /** They are the same thing. */
  | 'MATCH'
  /** They are not, and never are to be merged. */
  | 'NON_MATCH';

/** What is thought of two records. */
export type PairStatus =
  /** They are the same thing. */
  | 'MATCH'
  /** They are not; kept where a person said so. */
  | 'NON_MATCH'
  /** They may be: a person is asked. */
  | 'POSSIBLE';

/** How somebody who answers for an action is named. */
export type PartyKind =
  /** An agent. */
  | 'AGENT'
  /** Everybody who has the role. */
  | 'ROLE'
  /** One person. */
  | 'USER';

/** A role whose members answer for an action. */
export type PartyRole =
  /** Admins. */
  | 'ADMIN'
  /** Analysts. */
  | 'ANALYST'
  /** Operators. */
  | 'OPERATOR'
  /** Owners. */
  | 'OWNER'
  /** Viewers. */
  | 'VIEWER';

/** How an archive about a person stands. */
export type PersonExportStatus =
  /** It is being made. */
  | 'COLLECTING'
  /** Its time is over. */
  | 'EXPIRED'
  /** Its run failed; resumed, it goes on. */
  | 'FAILED'
  /** It can be downloaded. */
  | 'READY';

/** Through whose eyes a question is asked. */
export type Persona =
  /** Finance. */
  | 'CFO'
  /** Operations. */
  | 'COO'
  /** Revenue. */
  | 'CRO'
  /** Technology. */
  | 'CTO';

/** What happens to personal data where it comes in. */
export type PersonalDataAction =
  /** It comes in, and nothing is said. */
  | 'ALLOW'
  /** A record with it is set aside without the value; a question with it is refused. */
  | 'BLOCK'
  /** A pseudonym takes its place: the same value always has the same, so that joins survive. */
  | 'REDACT'
  /** It comes in, and the report says so. */
  | 'WARN';

/** Where personal data was found. */
export type PersonalDataFoundAt =
  /** In what people told agents. */
  | 'AGENT_INPUTS'
  /** In a connected source. */
  | 'CONNECTION'
  /** In questions or dashboards. */
  | 'QUESTIONS';

/** Where something about a person may stand. */
export type PersonalDataPlace =
  /** Approvals and comments on them. */
  | 'APPROVALS'
  /** Unified records. */
  | 'CANONICAL'
  /** The event log. */
  | 'EVENTS'
  /** The journal and the audit trail. */
  | 'JOURNAL'
  /** What is known of sources and their values: profiles, examples, mappings. */
  | 'MODEL'
  /** Notifications. */
  | 'NOTIFICATIONS'
  /** Anything else. */
  | 'OTHER'
  /** Records that were set aside. */
  | 'QUARANTINE'
  /** Questions and dashboards. */
  | 'QUESTIONS'
  /** Records as they came from their source. */
  | 'RAW'
  /** Runs and their steps. */
  | 'RUNS'
  /** People of the workspace. */
  | 'USERS';

/** A policy for personal data; it takes the place of the one for the same source and type. */
export type PersonalDataPolicyInput = {
  /** What is to happen; null removes the policy. */
  action?: PersonalDataAction | null | undefined;
  /** For CONNECTION: its id. */
  connectionId?: string | number | null | undefined;
  /** For CONNECTIONS: their kind, such as FILES. */
  connectionKind?: string | null | undefined;
  /** Where it holds. */
  source: PersonalDataSource;
  /** The type; left out: every type that has no policy of its own. */
  type?: PersonalDataType | null | undefined;
};

/** Where personal data comes in. */
export type PersonalDataSource =
  /** What people tell agents, such as comments on approvals. */
  | 'AGENT_INPUTS'
  /** Everywhere. */
  | 'ANY'
  /** One connection. */
  | 'CONNECTION'
  /** All connections of a kind. */
  | 'CONNECTIONS'
  /** Questions, and the sentences of dashboards. */
  | 'QUESTIONS';

/** A kind of personal data that is looked for. */
export type PersonalDataType =
  /** A postal address. */
  | 'ADDRESS'
  /** An age. */
  | 'AGE'
  /** The number of a payment card, with a right check digit. */
  | 'CARD'
  /** A date of birth. */
  | 'DATE_OF_BIRTH'
  /** Any date or time. */
  | 'DATE_TIME'
  /** The number of a driving licence. */
  | 'DRIVER_LICENSE'
  /** An e-mail address. */
  | 'EMAIL'
  /** The number of a bank account. */
  | 'IBAN'
  /** An address on the internet. */
  | 'IP'
  /** A place. */
  | 'LOCATION'
  /** A nationality. */
  | 'NATIONALITY'
  /** A number by which a state knows a person. */
  | 'NATIONAL_ID'
  /** An organisation. */
  | 'ORGANIZATION'
  /** A person’s name. */
  | 'PERSON'
  /** A telephone number. */
  | 'PHONE'
  /** A form of address. */
  | 'TITLE'
  /** An address on the web. */
  | 'URL'
  /** A social security number of the United States. */
  | 'US_SSN';

/** What an agent looks after. */
export type Pilot =
  /** What the tenant has made it for. */
  | 'CUSTOM'
  /** Data that is connected. */
  | 'DATAOPS'
  /** Money that is spent. */
  | 'FINOPS'
  /** Money that is earned. */
  | 'REVOPS'
  /** Data that must be protected. */
  | 'SECOPS';

/** How grave it is. */
export type PilotFindingSeverity =
  /** It does harm now. */
  | 'CRITICAL'
  /** Somebody should look at it soon. */
  | 'HIGH'
  /** Good to know. */
  | 'LOW'
  /** Somebody should look at it. */
  | 'MEDIUM';

/** How what a pilot found stands. */
export type PilotFindingStatus =
  /** It is being done. */
  | 'ACCEPTED'
  /** What was proposed was done; what came of it shows when the pilot looks again. */
  | 'DONE'
  /** Nobody has been asked about it yet. */
  | 'OPEN'
  /** A person is asked what to do. */
  | 'PROPOSED'
  /** A person did not want it, or nobody decided in time. */
  | 'REJECTED'
  /** It is not there any more. */
  | 'RESOLVED';

/** The company’s rules about fabric planes. */
export type PlanePolicyInput = {
  /** Kinds that connections may go through; left out: all. */
  allowedKinds?: Array<FabricPlaneKind> | null | undefined;
  /** Whether connections may call their source directly, through no plane. */
  directAllowed: boolean;
};

/** What a policy makes of an action. */
export type PolicyOutcome =
  /** It is not done. */
  | 'DENY'
  /** It is done. */
  | 'EXECUTE'
  /** A person decides first. */
  | 'PROPOSE'
  /** It is done while people are told to watch. */
  | 'SUPERVISE';

/** Which records in quarantine; what is left out does not matter. */
export type QuarantineFilter = {
  /** Only those with this code. */
  code?: string | null | undefined;
  /** Only those of this connection. */
  connectionId?: string | number | null | undefined;
  /** Only those of this source object. */
  objectId?: string | number | null | undefined;
};

/** What quarters and halves are where a question does not say. */
export type QuarterMeaning =
  /** Q1 is January to March. */
  | 'CALENDAR'
  /** Q1 is the first quarter of the fiscal year. */
  | 'FISCAL';

/** How long a quota lasts, in UTC. */
export type QuotaPeriod =
  /** A day. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH';

/** Who answers for an action, at most 20 of each kind. */
export type RaciInput = {
  /** Who answers for it and may approve it. */
  accountable: Array<RaciPartyInput>;
  /** Who is asked for a view before it is decided. */
  consulted?: Array<RaciPartyInput>;
  /** Who is told afterwards. */
  informed?: Array<RaciPartyInput>;
  /** Who does it, besides the agent itself. */
  responsible?: Array<RaciPartyInput>;
};

/** Somebody who answers for an action: a person or an agent by id, or a role. */
export type RaciPartyInput = {
  /** Id of the person or agent. */
  id?: string | number | null | undefined;
  /** How it is named. */
  kind: PartyKind;
  /** The role. */
  role?: PartyRole | null | undefined;
};

/** What is counted by the minute. */
export type RateKind =
  /** Queries, and subscriptions that are opened. */
  | 'READ'
  /** Files that are sent. */
  | 'UPLOAD'
  /** Mutations, log-in attempts among them. */
  | 'WRITE';

/** How a source was compared with what landed of it. */
export type ReconciliationMethod =
  /** The source told the keys of all its records. */
  | 'KEYS'
  /** It could not be asked: a bus gives each message once, or the table is gone. */
  | 'NONE'
  /** All its records were read once more; nothing of them was kept. */
  | 'RECORDS';

/** What to refine, and how. Exactly one of dashboardId and state. */
export type RefineDashboardInput = {
  /** The `before` of the last refinement: what “undo” goes back to. */
  before?: string | number | null | undefined;
  /** A dashboard: a saved one, one made from a sentence, or a refined one. */
  dashboardId?: string | number | null | undefined;
  /** The dashboard as it stands, with changes that were not saved. */
  state?: DashboardStateInput | null | undefined;
  /** What to change, in plain English, at most 500 characters: “add a pipeline chart and make revenue bigger”. */
  text: string;
  /** Of a saved one: the version that was seen. Another one is a conflict; left out, whatever is there now is refined. */
  version?: number | null | undefined;
};

/** A new tenant and its first person. */
export type RegisterTenantInput = {
  /** What to call the owner; 1 to 100 characters. */
  displayName: string;
  /** Address the owner logs in with. */
  email: string;
  /** At least 10 characters. */
  password: string;
  /** What the company is called; 1 to 100 characters. */
  tenantName: string;
};

/** From which end a relation is looked at. */
export type RelationDirection =
  /** The other is what runs on, depends on, talks to the asset. */
  | 'IN'
  /** The asset is what runs on, depends on, talks to the other. */
  | 'OUT';

/** How one column of a repair is to be read instead. */
export type RepairChangeInput = {
  /** The column, as in the repair’s changes. */
  column: string;
  /** What numbers are multiplied with. */
  factor?: number | null | undefined;
  /** Fields to read it from, of those that are available; several are put together. */
  from?: Array<string> | null | undefined;
  /** Whether the column is gone for good. */
  leaveOut?: boolean;
  /** What stands between several; a blank when left out. */
  separator?: string | null | undefined;
  /** Values that are called otherwise now. */
  values?: Array<RepairValueInput> | null | undefined;
};

/** Which repairs; what is left out does not matter. */
export type RepairFilter = {
  /** Only those of this connection. */
  connectionId?: string | number | null | undefined;
  /** Only those of this source object. */
  objectId?: string | number | null | undefined;
  /** Only those that stand like one of these. */
  statuses?: Array<RepairStatus> | null | undefined;
};

/** What is to change of the policy; what is left out stays. */
export type RepairPolicyInput = {
  /** Whether repairs that are sure and not critical are applied without asking. */
  automatic?: boolean | null | undefined;
  /** Entity types, by name, of which everything is critical; at most 100. */
  criticalEntities?: Array<string> | null | undefined;
  /** Whether what tells records apart is critical. */
  criticalKeys?: boolean | null | undefined;
  /** Whether amounts of money are critical. */
  criticalMoney?: boolean | null | undefined;
  /** How sure a repair has to be for that, 0 to 1. */
  minimumConfidence?: number | null | undefined;
  /** Minutes between two looks at a connection, 15 or more; 0: only syncs look. */
  observeEveryMinutes?: number | null | undefined;
};

/** How a repair stands. */
export type RepairStatus =
  /** The object is read as it says. */
  | 'APPLIED'
  /** Nobody decided in time, or the source has changed again. */
  | 'EXPIRED'
  /** It waits for a person; records of its object wait in quarantine. */
  | 'PROPOSED'
  /** A person turned it down; as long as its drift is there it can still be accepted. */
  | 'REJECTED'
  /** It was applied, and taken back. */
  | 'ROLLED_BACK';

/** What a value of the source stands for. */
export type RepairValueInput = {
  /** What the source says now. */
  from: string;
  /** What it was called before. */
  to: string;
};

/** How a step of a replay compares with the same step of the run. */
export type ReplayChange =
  /** The run had no such step. */
  | 'ADDED'
  /** It came to the same, but is asked with something else: by another version, or because a person had edited what was asked. */
  | 'INPUT'
  /** The replay has no such step. */
  | 'REMOVED'
  /** It ended otherwise, or with another output. */
  | 'RESULT'
  /** It came to the same. */
  | 'SAME'
  /** The run has nothing that could answer it, and without it the replay does not go on. */
  | 'UNANSWERED';

/** A person’s wish to be forgotten. */
export type RequestErasureInput = {
  /** By what they are found, 1 to 20. */
  identifiers: Array<IdentifierInput>;
  /** Whether names, addresses and numbers that stand beside these in the records found, and there only, are looked for as well. */
  includeRelated?: boolean;
  /** Why, at most 500 characters; no personal data. */
  reason?: string;
  /** What becomes of records about them. */
  treatment?: ErasureTreatment;
};

/** What became of golden records. */
export type ResolutionChangeKind =
  /** Pairs were decided. */
  | 'DECIDED'
  /** Several became one. */
  | 'MERGED'
  /** They were declared never to be one. */
  | 'NEVER'
  /** One became several. */
  | 'SPLIT'
  /** An earlier change was taken back. */
  | 'UNDONE';

/** How records of an entity type are to be resolved; what is left out is as it comes. */
export type ResolutionPolicyInput = {
  /** Whether they are at all. */
  enabled?: boolean | null | undefined;
  /** Name of the entity type. */
  entityType: string;
  /** Evidence, in bits, from which records are merged without asking. */
  matchThreshold?: number | null | undefined;
  /** Whether one thing has one record of each source at most. */
  oneEach?: boolean | null | undefined;
  /** Evidence, in bits, from which a person is asked. */
  possibleThreshold?: number | null | undefined;
  /** What is done about records of one source that look alike. */
  withinSource?: WithinSource | null | undefined;
};

/** What is kept for a time and then deleted. */
export type RetentionKind =
  /** Approvals that were decided. */
  | 'APPROVALS'
  /** The event log that clients and consumers follow. */
  | 'EVENTS'
  /** Archives made for persons. */
  | 'EXPORTS'
  /** Reports of personal data not seen any more. */
  | 'FINDINGS'
  /** Replies kept for idempotency keys. */
  | 'IDEMPOTENCY'
  /** The journal of requests and of changes. */
  | 'JOURNAL'
  /** Mapping proposals that others replaced. */
  | 'MAPPINGS'
  /** Notifications and what was sent of them. */
  | 'NOTIFICATIONS'
  /** Records that were set aside. */
  | 'QUARANTINE'
  /** Saved dashboards that nobody changed. */
  | 'QUESTIONS'
  /** Raw records that are no longer at their source. */
  | 'RAW'
  /** What became of records that are the same, and values set on records that are gone. */
  | 'RESOLUTION'
  /** Runs that have ended, with their steps. */
  | 'RUNS'
  /** Scans that others followed, what they thought of applications, and findings that are resolved. */
  | 'SCANS'
  /** Sessions and sign-in links that have ended. */
  | 'SESSIONS'
  /** What was used, day by day. */
  | 'USAGE';

/** Which proposal to change, and how. */
export type ReviseMappingInput = {
  /** Changes to make. */
  changes: Array<MappingChange>;
  /** The proposal; it must wait for a decision. */
  proposalId: string | number;
};

/** What a person may do in their tenant. */
export type Role =
  /** Everything but closing the tenant. */
  | 'ADMIN'
  /** A program that acts for the tenant within its limits. */
  | 'AGENT'
  /** Asks and builds dashboards. */
  | 'ANALYST'
  /** Connects sources, accepts mappings, decides approvals. */
  | 'OPERATOR'
  /** Everything, including closing the tenant. */
  | 'OWNER'
  /** Reads. */
  | 'VIEWER';

/** A row rule to save: those it restricts see only records that meet it. */
export type RowRuleInput = {
  /** Whom it restricts. */
  audience: RuleAudienceInput;
  /** Whether records that lead to a hidden record are hidden with it. */
  cascade?: boolean;
  /** The entity type, such as Account. */
  entityType: string;
  /** The rule to change; left out for a new one. */
  id?: string | number | null | undefined;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** How it compares. */
  operator?: RuleOperator;
  /** The attribute compared, over at most three to-one relations: `region`, `account.region`. */
  path: string;
  /** The member's own attribute that holds the values, such as region. */
  userAttribute?: string | null | undefined;
  /** What it compares with, at most 200 values; left out when the member’s attribute says it. */
  values?: Array<string> | null | undefined;
};

/** Whom a rule restricts. */
export type RuleAudienceInput = {
  /** Whether it is everybody but those, owners aside. */
  everybodyBut?: boolean;
  /** Those who belong to one of these groups, at most 50. */
  groups?: Array<string>;
  /** Those who have one of these roles. Owners only when OWNER is among them. */
  roles?: Array<Role>;
};

/** How a row rule compares. */
export type RuleOperator =
  /** Records with one of the values are visible. */
  | 'IN'
  /** Records with any other value are visible; those without a value are not. */
  | 'NOT_IN';

/** Why a run of a workflow began. */
export type RunCause =
  /** It is part of a stress test. */
  | 'FARM'
  /** A person started it. */
  | 'PERSON'
  /** A step of another run is a run of its own. */
  | 'RUN'
  /** Its time had come. */
  | 'SCHEDULE';

/** What happened to a run. */
export type RunEventKind =
  /** An agent asks people for a decision. */
  | 'APPROVAL_ASKED'
  /** People decided, or the time ran out. */
  | 'APPROVAL_DECIDED'
  /** Nobody decided in time, so the next are asked. */
  | 'APPROVAL_ESCALATED'
  /** It was asked to end. */
  | 'CANCELLING'
  /** What was done is being undone. */
  | 'COMPENSATING'
  /** It ended; `status` says how. */
  | 'FINISHED'
  /** Another run was made of it, from one of its steps on. */
  | 'FORKED'
  /** It was decided whether an agent may do something; `verdict` says what. */
  | 'JUDGED'
  /** A person has it rest. */
  | 'PAUSED'
  /** A step got further. */
  | 'PROGRESSED'
  /** It goes on after it had ended. */
  | 'RESUMED'
  /** A step failed and is tried again. */
  | 'RETRYING'
  /** It was started. */
  | 'STARTED'
  /** A step ended. */
  | 'STEP_FINISHED'
  /** A step began. */
  | 'STEP_STARTED'
  /** Another process goes on with it. */
  | 'TAKEN_OVER'
  /** An agent began to use a tool. */
  | 'TOOL_CALLED'
  /** The tool did it, or failed. */
  | 'TOOL_RETURNED'
  /** Tokens or money were used. */
  | 'USAGE'
  /** A person has to decide. */
  | 'WAITING';

/** Whether a run of a workflow does what its steps say. */
export type RunMode =
  /** It reads, and says what it would do. */
  | 'DRY'
  /** It does it. */
  | 'LIVE';

/** How a run stands. */
export type RunStatus =
  /** A person ended it. */
  | 'CANCELLED'
  /** It ended without; `problem` says why. */
  | 'FAILED'
  /** It is at work. */
  | 'RUNNING'
  /** It did what it set out to do. */
  | 'SUCCEEDED'
  /** A person has to decide before it goes on. */
  | 'WAITING';

/** What a budget is to be. */
export type SaveBudgetInput = {
  /** AGENT and RUN: only of this agent; left out: of each agent. */
  agentId?: string | number | null | undefined;
  /** Whether it holds. */
  enabled?: boolean;
  /** The version that was read: refused when somebody else has changed it since. */
  expectedVersion?: number | null | undefined;
  /** The one to change; left out for a new one. */
  id?: string | number | null | undefined;
  /** Dollars that may be spent; 0 lets nothing be spent. */
  limit?: number | null | undefined;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** What happens when it is reached. */
  onReaching?: BudgetAction;
  /** What it holds for. */
  scope: BudgetScope;
  /** The time zone, by its IANA name, in which days, weeks and months begin; left out: the tenant’s. */
  timeZone?: string | null | undefined;
  /** Tokens that may be used. */
  tokenLimit?: number | null | undefined;
  /** After what time it begins anew; a budget of runs is TOTAL. */
  window: BudgetWindow;
};

/** A dashboard to save, whole. */
export type SaveDashboardInput = {
  /** The saved dashboard to change; left out (or the id of an unsaved one) for a new one. */
  id?: string | number | null | undefined;
  /** What was done since the last save, at most 500 characters; stands beside the version. */
  note?: string | null | undefined;
  /** Through whose eyes its questions are asked. */
  persona?: Persona | null | undefined;
  /** The sentence it was made from, at most 1 000 characters; empty when it was made by hand. */
  sentence: string;
  /** What people call it, 1 to 120 characters. */
  title: string;
  /** The version that was edited; 0 for a new one. */
  version?: number;
  /** Its widgets, 1 to 500. */
  widgets: Array<WidgetInput>;
};

/** A template to keep. */
export type SaveDashboardTemplateInput = {
  /** What it shows, at most 1 000 characters. */
  description?: string;
  /** The template to take the place of; left out for a new one. */
  id?: string | number | null | undefined;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** The dashboard it is made of. */
  state: DashboardStateInput;
};

/** A data test as it shall be. */
export type SaveDataTestInput = {
  /** The attribute, or the relation of REFERENTIAL. */
  attribute?: string | null | undefined;
  /** Whether it is run; it is when left out. */
  enabled?: boolean | null | undefined;
  /** Name of the entity type. */
  entityType: string;
  /** The test to change; a new one when left out. */
  id?: string | number | null | undefined;
  /** What it asks. */
  kind: DataTestKind;
  /** FRESHNESS: how old the newest value may be. */
  maxAgeHours?: number | null | undefined;
  /** Most: a number, a day as YYYY-MM-DD, TODAY, or a number of records. */
  maximum?: string | null | undefined;
  /** Least: a number, a day as YYYY-MM-DD, or a number of records. */
  minimum?: string | null | undefined;
  /** How much it matters; WARNING when left out. */
  severity?: DataTestSeverity | null | undefined;
  /** Share of what is checked that may fail; none when left out. */
  tolerance?: number | null | undefined;
};

/** A policy to save. */
export type SaveDiscoveryPolicyInput = {
  /** The version it was made from: when somebody saved another one meanwhile, nothing is saved. */
  expectedVersion: number;
  /** Why it was changed; at most 500 characters are kept. */
  note?: string | null | undefined;
  /** The policy, in the form that `discoveryPolicy` shows or the one of discovery exports; what is left out has its default. */
  policy: unknown;
};

/** A view to be saved; one of the same name is replaced. */
export type SaveEntityViewInput = {
  /** Name of the entity type whose records it shows. */
  entityType: string;
  /** What it shows; 100 at most. */
  fields: Array<EntityViewFieldInput>;
  /** Which records; all conditions hold. */
  filter?: Array<EntityViewConditionInput> | null | undefined;
  /** Its name. */
  name: string;
  /** Its order; by id when left out. */
  order?: Array<EntityViewOrderInput> | null | undefined;
  /** What its conditions take from whoever reads it. */
  parameters?: Array<EntityViewParameterInput> | null | undefined;
  /** Refuse it when the view is no longer at this version; 0: there is none. */
  version?: number | null | undefined;
};

/** A server whose tools agents may use. */
export type SaveMcpServerInput = {
  /** Names of the tools that agents may use, at most 200. */
  allowedTools?: Array<string>;
  /** Lower case letters, digits and hyphens. One that is there already is changed. */
  name: string;
  /** Sent along as a bearer token. It is sealed, and never shown again; left out: the one that there is stays, unless the server is another; null: none. */
  token?: string | null | undefined;
  /** The address of its streamable HTTP endpoint. */
  url: string;
};

/** A watch to save. */
export type SaveMetricWatchInput = {
  /** Which way. */
  direction?: WatchDirection;
  /** Periods it is looked at in; of each the last whole one. */
  grain?: CalendarGrain;
  /** The watch to change; left out for a new one. */
  id?: string | number | null | undefined;
  /** What is watched for. */
  kind: MetricWatchKind;
  /** Name of the metric. */
  metric: string;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** Whether it is to be left alone for now. */
  paused?: boolean;
  /** THRESHOLD: the value, shares as fractions; CHANGE: percent, more than 0; ANOMALY: left out. */
  threshold?: number | null | undefined;
};

/** An operation to keep. */
export type SaveOperationInput = {
  /** The document: one operation or several, at most 20 000 characters. */
  document: string;
  /** The one to save over; left out for a new one. */
  id?: string | number | null | undefined;
  /** What people call it, 1 to 120 characters; one of each name among yours, and among those of the company. */
  name: string;
  /** Whose work it is for. */
  persona?: Persona | null | undefined;
  /** Whether everybody of the company is to see it; operators may have that. */
  shared?: boolean;
  /** Its variables, at most 8 000 characters. */
  variables?: Record<string, unknown> | null | undefined;
};

/** What a schedule is to be. */
export type SaveScheduleInput = {
  /** The agent that is to do it. */
  agentId: string | number;
  /** ONCE: when; INTERVAL: the first moment, left out: one interval from now. */
  at?: string | null | undefined;
  /** CRON: minute, hour, day, month, weekday. */
  cron?: string | null | undefined;
  /** EVENT: seconds from the first event to the run, 0 to 86 400. */
  debounceSeconds?: number;
  /** Whether its runs only show what they would do. */
  dryRun?: boolean;
  /** EVENT: name of the input that is given the last event. */
  eventInput?: string | null | undefined;
  /** INTERVAL: seconds from one moment to the next, at least 60. */
  everySeconds?: number | null | undefined;
  /** The version that was read: refused when somebody else has changed it since. */
  expectedVersion?: number | null | undefined;
  /** The one to change; left out for a new one. */
  id?: string | number | null | undefined;
  /** What the workflow is started with, at most 8 000 characters. */
  input?: Record<string, unknown> | null | undefined;
  /** RUN_ALL: how many missed moments are run, 1 to 50. */
  maxCatchUp?: number;
  /** SKIP, QUEUE: how many of its runs go on side by side at most, 1 to 100. */
  maxConcurrent?: number;
  /** QUEUE: how many wait at most, 1 to 1 000. */
  maxQueued?: number;
  /** What becomes of moments at which no server was there. */
  misfire?: MisfirePolicy;
  /** What people call it, 1 to 120 characters. */
  name: string;
  /** EVENT: what it waits for. */
  on?: ScheduleEvent | null | undefined;
  /** EVENT: only of this entity type, metric, connection, object or watch. */
  onlyFor?: string | null | undefined;
  /** What becomes of a moment while earlier runs are not over. */
  overlap?: OverlapPolicy;
  /** CRON: the time zone, by its IANA name, whose clock holds; left out: the tenant’s. */
  timeZone?: string | null | undefined;
  /** What decides when. */
  timing: ScheduleTiming;
  /** Name of the workflow. */
  workflow: string;
  /** The version to run; left out: the one that is published then. */
  workflowVersion?: number | null | undefined;
};

/** A host that agents may call. */
export type SaveToolHostInput = {
  /** Headers that are sent along with every call, at most 10. */
  headers?: Array<ToolHeaderInput>;
  /** Its name or address, with a port where it is not the usual one. One that is there already is replaced. */
  host: string;
};

/** What became of an application from one scan to another. */
export type ScanChangeKind =
  /** Both found it, and judge it differently. */
  | 'CHANGED'
  /** The newer scan did not find it. */
  | 'GONE'
  /** The older scan did not find it. */
  | 'NEW';

/** What a scan reads. */
export type ScanMode =
  /** All telemetry there is. */
  | 'FULL'
  /** Only files that have come since the scan before; what that one knew is kept. */
  | 'INCREMENTAL';

/** How a scan goes. */
export type ScanStatus =
  /** Somebody cancelled it. */
  | 'CANCELLED'
  /** It came to no end; see its problem. */
  | 'FAILED'
  /** It runs, or waits for its turn. */
  | 'RUNNING'
  /** What it found is in the graph. */
  | 'SUCCEEDED';

/** Whether a number happened, is expected, or was planned. */
export type Scenario =
  /** What happened. */
  | 'ACTUAL'
  /** What was planned. */
  | 'BUDGET'
  /** What is expected. */
  | 'FORECAST';

/** What a schedule can wait for. */
export type ScheduleEvent =
  /** Records of the business model have changed. */
  | 'CANONICAL_CHANGED'
  /** A source has changed its shape. */
  | 'DRIFT_DETECTED'
  /** A watched metric stands out. */
  | 'METRIC_ALERTED';

/** When to sync by itself: exactly one of everyMinutes and cron. */
export type ScheduleInput = {
  /** Cron expression: minute, hour, day, month, weekday. */
  cron?: string | null | undefined;
  /** Minutes from one start to the next, 5 to 44 640. */
  everyMinutes?: number | null | undefined;
  /** IANA name of a time zone, such as Europe/Oslo; UTC when left out. */
  timeZone?: string | null | undefined;
};

/** How a schedule says when. */
export type ScheduleKind =
  /** At the moments a cron expression names, in a time zone. */
  | 'CRON'
  /** Every so many minutes. */
  | 'EVERY';

/** Whether a schedule is on. */
export type ScheduleStatus =
  /** It begins runs. */
  | 'ACTIVE'
  /** It has no moment to come. */
  | 'DONE'
  /** A person has switched it off; moments that pass meanwhile are not caught up on. */
  | 'PAUSED';

/** What decides when a schedule begins a run. */
export type ScheduleTiming =
  /** A clock: a moment within an hour that is skipped comes when that hour is over; one within an hour that is doubled comes once, unless it is every hour. */
  | 'CRON'
  /** Something that happens. */
  | 'EVENT'
  /** Time that passes, whatever clocks show. */
  | 'INTERVAL'
  /** One moment. */
  | 'ONCE';

/** A kind of attributes that a mask covers wherever they are. */
export type SensitiveKind =
  /** E-mail addresses. */
  | 'EMAIL'
  /** Names of people. */
  | 'PERSON'
  /** Telephone numbers. */
  | 'PHONE'
  /** What people earn: numbers whose name says salary, wage, pay, bonus. */
  | 'SALARY';

/** How a session began. */
export type SessionWay =
  /** An invitation was accepted. */
  | 'INVITATION'
  /** With a one-time link. */
  | 'LINK'
  /** With the key in the data folder of a personal machine. */
  | 'LOCAL_KEY'
  /** With e-mail and password, and the second factor where there is one. */
  | 'PASSWORD'
  /** The tenant was registered. */
  | 'REGISTRATION'
  /** Through the identity provider of the company. */
  | 'SINGLE_SIGN_ON'
  /** From another workspace of the same person. */
  | 'WORKSPACE';

/** How it became known which member a user of Slack is. */
export type SlackLinkWay =
  /** They said so while they were logged in. */
  | 'CONFIRMED'
  /** Slack has confirmed the same e-mail address. */
  | 'EMAIL';

/** Type of a column, inferred from all its values. */
export type SourceFieldType =
  /** Yes or no. */
  | 'BOOLEAN'
  /** Days. */
  | 'DATE'
  /** Moments in time, in UTC. */
  | 'DATETIME'
  /** Numbers with a fraction. */
  | 'DECIMAL'
  /** Whole numbers. */
  | 'INTEGER'
  /** Amounts of money. */
  | 'MONEY'
  /** Percentages; they land as fractions. */
  | 'PERCENT'
  /** Text, codes, anything else. */
  | 'TEXT';

/** Which source to try or to connect: a connector’s form, filled in. */
export type SourceInput = {
  /** Which kind of source. */
  kind: ConnectionKind;
  /** What to call the connection; a usual name when left out. */
  name?: string | null | undefined;
  /** The fabric plane to go through; directly when left out. */
  planeId?: string | number | null | undefined;
  /** The form’s values; secrets are sealed and never shown again. */
  values: Array<FormValueInput>;
};

/** Whether an object is a table. */
export type SourceObjectStatus =
  /** A table whose records land. */
  | 'READY'
  /** No table: empty, binary, without a header, documentation, gone. statusReason says which. */
  | 'SKIPPED';

/** How to scan; without anything all telemetry is read, as of the moment it says. */
export type StartScanInput = {
  /** The moment to judge as of; left out: the latest that the telemetry says to be of, or came at, else now. */
  asOf?: string | null | undefined;
  /** What to read; left out: FULL. */
  mode?: ScanMode | null | undefined;
  /** A scan to repeat: the same files, moment and version of the policy, which gives the same digest. Nothing else may be given. */
  replayOf?: string | number | null | undefined;
};

/** A run of a workflow to be started. */
export type StartWorkflowInput = {
  /** The agent that does it. */
  agentId: string | number;
  /** Id of the run; the same one again starts nothing new. Left out: a new one. */
  id?: string | number | null | undefined;
  /** What the workflow asks for, by name. */
  input?: unknown;
  /** Whether it does what its steps say. */
  mode?: RunMode;
  /** Number of its version; left out: the one that is published. */
  version?: number | null | undefined;
  /** Name of the workflow. */
  workflow: string;
};

/** How a step of a run stands. */
export type StepStatus =
  /** The run was cancelled while it was at work. */
  | 'CANCELLED'
  /** It ended without. */
  | 'FAILED'
  /** It has not begun. */
  | 'PENDING'
  /** It is at work. */
  | 'RUNNING'
  /** It was not needed. */
  | 'SKIPPED'
  /** It is done. */
  | 'SUCCEEDED'
  /** A person has to decide before it goes on. */
  | 'WAITING';

/** What becomes of a step that was done when its run is undone. */
export type StepUndoing =
  /** It could not be undone. */
  | 'NOT_UNDONE'
  /** It is being undone. */
  | 'UNDOING'
  /** It was undone. */
  | 'UNDONE';

/** What a suggestion completes a question with. */
export type SuggestionKind =
  /** An attribute to split by. */
  | 'DIMENSION'
  /** A kind of record. */
  | 'ENTITY'
  /** A metric. */
  | 'METRIC'
  /** A whole question. */
  | 'QUESTION'
  /** A period. */
  | 'TIME'
  /** A value of the data. */
  | 'VALUE';

/** How the values of unified records of an entity type are to be chosen. */
export type SurvivorshipInput = {
  /** Name of the entity type. */
  entityType: string;
  /** Attributes whose rule is set; the others stay as they are. */
  rules?: Array<AttributeSurvivorshipInput> | null | undefined;
  /** Connections, the most trusted first; those left out come behind. Empty: as by default. Left out: as it is. */
  trust?: Array<string | number> | null | undefined;
};

/** How a value is chosen among those of the records that are one. Blank values never win. */
export type SurvivorshipRule =
  /** That of the record that says most. */
  | 'COMPLETE'
  /** The longest text. */
  | 'LONGEST'
  /** What most records say, however it is written; of those that tie, that of the most trusted connection. */
  | 'MAJORITY'
  /** The one that changed last. */
  | 'RECENT'
  /** That of the most trusted connection. */
  | 'TRUST';

/** What a sync reads. */
export type SyncMode =
  /** Some objects once more from a moment on; where the next sync goes on stays as it was. */
  | 'BACKFILL'
  /** Everything. */
  | 'FULL'
  /** What is new or changed, where the source tells it; else everything. */
  | 'INCREMENTAL';

/** How the landing of one object goes. */
export type SyncObjectStatus =
  /** Everything readable of it has landed. */
  | 'DONE'
  /** It could not be read to its end; problem says why. Resumed, the sync reads it again. */
  | 'FAILED'
  /** It vanished from the source while the sync ran. */
  | 'GONE'
  /** Its records are being brought over. */
  | 'LANDING'
  /** Its turn has not come. */
  | 'PENDING';

/** What a sync is doing. */
export type SyncPhase =
  /** Finding objects, columns, types and keys. */
  | 'DISCOVERING'
  /** Nothing any more. */
  | 'FINISHED'
  /** Bringing the records over. */
  | 'LANDING';

/** How a sync went. */
export type SyncStatus =
  /** Somebody stopped it. What had landed is kept; resumed, it goes on. */
  | 'CANCELLED'
  /** It stopped; problem says why. What had landed is kept. */
  | 'FAILED'
  /** Somebody paused it; resumed, it goes on where it is. */
  | 'PAUSED'
  /** It is under way. */
  | 'RUNNING'
  /** Everything readable has landed. */
  | 'SUCCEEDED';

/** An address that telemetry is fetched from. */
export type TelemetryAddressInput = {
  /** Where it is, over https; http within the server’s own network only. Further pages are followed by their Link headers. */
  address: string;
  /** The header that the secret is sent in; left out: `authorization`, as a bearer token unless the secret names its scheme. */
  header?: string | null | undefined;
  /** What is sent in that header; sealed, never shown. Left out: nothing is sent. */
  secret?: string | null | undefined;
};

/** Where telemetry comes from. */
export type TelemetryFeedKind =
  /** A folder of the server; every scan reads what is in it then. */
  | 'FOLDER'
  /** Files that were sent. */
  | 'UPLOAD'
  /** An address; every scan fetches what is there then. */
  | 'URL'
  /** An address of this server that others send to, signed; every scan reads all that came. */
  | 'WEBHOOK';

/** How an export stands. */
export type TenantExportStatus =
  /** It is not kept any longer. */
  | 'EXPIRED'
  /** It was not made; its run says why. */
  | 'FAILED'
  /** It can be downloaded. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** What a tenant is. */
export type TenantKind =
  /** The fictitious company that shows the product; a workspace beside the tenant it was made for. */
  | 'DEMO'
  /** A company that registered. */
  | 'ORGANISATION'
  /** The tenant of the person who runs an embedded server. */
  | 'PERSONAL';

/** What a tenant may use; given by whoever runs the server. */
export type TenantPlan =
  /** A large company. */
  | 'BUSINESS'
  /** No quotas. */
  | 'ENTERPRISE'
  /** One’s own machine and demo companies: no quotas. */
  | 'PERSONAL'
  /** A small company that tries it. */
  | 'STARTER'
  /** A company; what one has that registers, unless the server is set up otherwise. */
  | 'TEAM';

/** How a tenant stands. */
export type TenantStatus =
  /** As usual. */
  | 'ACTIVE'
  /** It is being removed; nobody enters it any more. */
  | 'CLOSING'
  /** Everything can be read and nothing changed. */
  | 'FROZEN';

/** How much a ticket matters. */
export type TicketPriority =
  /** Before the others. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** In its turn. */
  | 'NORMAL';

/** How a ticket stands. */
export type TicketStatus =
  /** It was seen to. */
  | 'DONE'
  /** Nobody will see to it. */
  | 'DROPPED'
  /** Somebody has to see to it. */
  | 'OPEN';

/** What a stretch of a question was taken for. */
export type TokenKind =
  /** How numbers are put together. */
  | 'AGGREGATE'
  /** A comparison or a negation. */
  | 'COMPARE'
  /** What it is split by, or an attribute. */
  | 'DIMENSION'
  /** A kind of record. */
  | 'ENTITY'
  /** Only holds the sentence together. */
  | 'FILLER'
  /** The number asked for. */
  | 'METRIC'
  /** An order, such as top 5. */
  | 'RANK'
  /** A period or a date. */
  | 'TIME'
  /** Not understood. */
  | 'UNKNOWN'
  /** A value of the data. */
  | 'VALUE';

/** What calling a tool twice comes to. */
export type ToolEffect =
  /** It happens once: a repeated call gets the first reply. */
  | 'KEYED'
  /** It changes something that keeps no account of calls; one that was cut off is in doubt until somebody says what became of it. */
  | 'OUTSIDE'
  /** It changes nothing. */
  | 'READ';

/** A header that is sent along with calls of a host. */
export type ToolHeaderInput = {
  /** Its name: `authorization`. */
  name: string;
  /** Its value. It is sealed, and never shown again. */
  value: string;
};

/** What happened to a record on its way. */
export type TraceStepKind =
  /** An agent’s run about it ended. */
  | 'FOLLOWED'
  /** This version of it was kept. */
  | 'LANDED'
  /** It was written as a record of the business. */
  | 'MAPPED'
  /** Metrics were bound to it. */
  | 'MEASURED'
  /** It did not fit and was set aside. */
  | 'QUARANTINED'
  /** The sync that read this version of it began. */
  | 'READ'
  /** It was gone from the source. */
  | 'REMOVED'
  /** Its fields were read by a repair of what the source had changed. */
  | 'REPAIRED'
  /** It was linked to the records it names. */
  | 'RESOLVED'
  /** Personal data in its columns was dealt with by policy. */
  | 'SCREENED'
  /** A later sync found it unchanged. */
  | 'SEEN';

/** Values or words, and what they become. */
export type TransformCaseInput = {
  /** Values, or words of WORDS in lower case. */
  from: Array<string>;
  /** What they become. */
  to: string;
};

/** One thing that can be done to a landed value on its way to an attribute. */
export type TransformKind =
  /** Reads text as the number, date or flag it says: `decimal`, `dates`, `blanks`. */
  | 'COERCE'
  /** The value and those of other columns together: `columns`, `separator`. */
  | 'CONCAT'
  /** Another currency at the rate of a day: `from` or `fromColumn`, `to`, `onColumn`. The original stays beside it. */
  | 'CURRENCY'
  /** One piece of the value: `separator`, `part`, `rest`. */
  | 'SPLIT'
  /** Another unit of the same dimension: `from`, `to`. */
  | 'UNIT'
  /** Whole values, compared without case and signs, become others: `cases`, `otherwise`. */
  | 'VALUES'
  /** Words found in the value become a value: `cases`, `fallback`. */
  | 'WORDS';

/** One step of what is to be done to a landed value; give the settings that its kind has. */
export type TransformStepInput = {
  /** COERCE: what stands for nothing. */
  blanks?: Array<string> | null | undefined;
  /** VALUES, WORDS: what becomes of what. */
  cases?: Array<TransformCaseInput> | null | undefined;
  /** CONCAT: the other columns. */
  columns?: Array<string> | null | undefined;
  /** COERCE: the order in dates; left out: they are no dates, but as ISO 8601 says. */
  dates?: DateOrder | null | undefined;
  /** COERCE: the sign before decimals, `.` when left out. */
  decimal?: string | null | undefined;
  /** WORDS: what everything else becomes. */
  fallback?: string | null | undefined;
  /** UNIT, CURRENCY: what the numbers are in. */
  from?: string | null | undefined;
  /** CURRENCY: the column that says what the amounts are in. */
  fromColumn?: string | null | undefined;
  /** What it does. */
  kind: TransformKind;
  /** CURRENCY: the column with the day whose rate is taken. */
  onColumn?: string | null | undefined;
  /** VALUES: what becomes of others; KEEP when left out. */
  otherwise?: OtherValues | null | undefined;
  /** SPLIT: 1 is the first piece, -1 the last. */
  part?: number | null | undefined;
  /** SPLIT: whether what follows the piece is kept too. */
  rest?: boolean | null | undefined;
  /** SPLIT, CONCAT: what stands between pieces. */
  separator?: string | null | undefined;
  /** UNIT, CURRENCY: what they become. */
  to?: string | null | undefined;
};

/** Whether a movement is good news. */
export type TrendDirection =
  /** It moves the other way. */
  | 'DECLINING'
  /** It moves the way it should. */
  | 'IMPROVING'
  /** It hardly moves. */
  | 'STABLE';

/** What a number counts. */
export type Unit =
  /** How many. */
  | 'COUNT'
  /** A length of time in days. */
  | 'DAYS'
  /** An amount of money. */
  | 'MONEY'
  /** A plain number in the unit of its source. */
  | 'NUMBER'
  /** A share as a fraction: 0.12 is 12 %. */
  | 'PERCENT';

/** What is said of an agent; what is left out stays as it is. */
export type UpdateAgentInput = {
  /** What a model is told before it works as this agent, at most 20 000 characters. */
  instructions?: string | null | undefined;
  /** How far one run of it may go. */
  limits?: AgentLimitsInput | null | undefined;
  /** What to call it, 1 to 80 characters. */
  name?: string | null | undefined;
  /** What it is there for, 1 to 500 characters. */
  purpose?: string | null | undefined;
  /** Who answers for what it does. */
  raci?: RaciInput | null | undefined;
  /** Why it is changed; kept with the version. */
  reason?: string | null | undefined;
  /** Tools it may use, by name or pattern, at most 200. */
  tools?: Array<string> | null | undefined;
};

/** What a fabric plane is to be from now on; what is left out stays as it is. */
export type UpdateFabricPlaneInput = {
  /** Where it is. With another address the secret has to be given too. */
  address?: string | null | undefined;
  /** The plane. */
  id: string | number;
  /** What people call it. */
  name?: string | null | undefined;
  /** What opens it from now on. */
  secret?: string | null | undefined;
  /** Settings to change, by name; an empty value takes one out. */
  settings?: Array<FabricPlaneSettingInput> | null | undefined;
};

/** What a plan has so much of. */
export type UsageMeasure =
  /** Records of sources that were new or had changed. */
  | 'RECORDS'
  /** Operations of the graph. */
  | 'REQUESTS'
  /** Durable runs that were started. */
  | 'RUNS'
  /** Tokens of language models. */
  | 'TOKENS';

/** Something a member is, for rules to compare with. */
export type UserAttributeInput = {
  /** Its name, 1 to 60 characters, such as region. */
  name: string;
  /** Its values, at most 200. */
  values: Array<string>;
};

/** What a member is; replaces what was said before. */
export type UserAttributesInput = {
  /** Attributes, at most 50, each name once. */
  attributes?: Array<UserAttributeInput>;
  /** Groups the member belongs to, at most 50. */
  groups?: Array<string>;
  /** The member. */
  userId: string | number;
};

/** The short answer to a yes-or-no question. */
export type VerdictAnswer =
  /** It is not so. */
  | 'NO'
  /** The data does not decide it. */
  | 'UNCLEAR'
  /** It is so. */
  | 'YES';

/** What a verdict was judged against. */
export type VerdictBasis =
  /** What was planned for the same period. */
  | 'BUDGET'
  /** Whether there are any such records. */
  | 'EXISTENCE'
  /** A limit: the one the question names, or nought. */
  | 'LIMIT'
  /** Nothing to judge against was found. */
  | 'NONE'
  /** Another number of the same period. */
  | 'OTHER_METRIC'
  /** The period before, and which direction is good. */
  | 'PREVIOUS_PERIOD';

/** How rows of a result with the same label come to one value. */
export type ViewAggregate =
  /** The mean of their numbers. */
  | 'AVERAGE'
  /** How many rows there are. */
  | 'COUNT'
  /** Each row is shown as it is. */
  | 'NONE'
  /** Their numbers added up. */
  | 'SUM';

/** A field of a row that is shown. */
export type ViewValueInput = {
  /** What it is called. */
  label: string;
  /** From a row to the value. */
  path: Array<string>;
  /** What its numbers count. */
  unit?: Unit | null | undefined;
};

/** How far back to look. */
export type VitalsWindow =
  /** A day, in parts of half an hour. */
  | 'DAY'
  /** One hour, in parts of two minutes. */
  | 'HOUR'
  /** Six hours, in parts of ten minutes. */
  | 'HOURS_6'
  /** Seven days, in parts of four hours. */
  | 'WEEK';

/** Which way is watched for. */
export type WatchDirection =
  /** Too high, or up. */
  | 'ABOVE'
  /** Too low, or down. */
  | 'BELOW'
  /** Both. */
  | 'EITHER';

/** The day a week starts on. */
export type WeekStart =
  /** Weeks run from Monday to Sunday. */
  | 'MONDAY'
  /** Weeks run from Saturday to Friday. */
  | 'SATURDAY'
  /** Weeks run from Sunday to Saturday. */
  | 'SUNDAY';

/** A driver that is supposed to change: by exactly one of percent, amount and value. */
export type WhatIfChangeInput = {
  /** By so much, in its unit; shares as fractions. */
  by?: number | null | undefined;
  /** By so many percent: −10 is a tenth less. */
  byPercent?: number | null | undefined;
  /** Name of the metric that changes. */
  metric: string;
  /** To this value, in its unit; shares as fractions. */
  to?: number | null | undefined;
};

/** What is supposed, and of what the outcome is wanted. */
export type WhatIfInput = {
  /** What changes, one to five. */
  changes: Array<WhatIfChangeInput>;
  /** First day of the period looked at; left out: from the beginning. */
  from?: string | null | undefined;
  /** Name of the metric whose outcome is wanted; left out: everything that follows. */
  metric?: string | null | undefined;
  /** Day behind its last; left out: to the end. */
  to?: string | null | undefined;
};

/** How a number hangs together with its groups. */
export type WhyKind =
  /** Groups differ in weight and in rate: what each added is its rate and its mix. */
  | 'RATIO'
  /** Groups add up to it. */
  | 'SUM'
  /** Groups do not add up to it: only the parts of its formula are told. */
  | 'WHOLE';

/** What became of a widget. */
export type WidgetChangeKind =
  /** It is new. */
  | 'ADDED'
  /** It asks or shows something else, or is called otherwise. */
  | 'CHANGED'
  /** It is as it was. */
  | 'KEPT'
  /** Only its place or size is another. */
  | 'MOVED';

/** A widget of a dashboard to save. */
export type WidgetInput = {
  /** Its id when it was on the saved dashboard already; a new one is given otherwise. */
  id?: string | number | null | undefined;
  /** How its answer is shown. */
  kind: WidgetKind;
  /** Where it stands. */
  layout: WidgetLayoutInput;
  /** The question it asks, 1 to 1 000 characters. */
  question: string;
  /** What stands above it, 1 to 120 characters. */
  title: string;
  /** Of a widget that shows the result of an operation: which, and what of it. */
  view?: WidgetViewInput | null | undefined;
};

/** How a widget shows its answer. */
export type WidgetKind =
  /** The rows of the answer over time, filled to nought. */
  | 'AREA'
  /** The rows of the answer side by side. */
  | 'BAR'
  /** The rows of the answer as parts of a whole. */
  | 'DONUT'
  /** The rows of the answer as stages: what is left from one to the next. */
  | 'FUNNEL'
  /** The one number on a scale: a share between nought and all. */
  | 'GAUGE'
  /** Two ways to group it, across and down, by how deep the colour is. */
  | 'HEAT_MAP'
  /** The one number, what it was before, and its course. */
  | 'KPI'
  /** The rows of the answer over time. */
  | 'LINE'
  /** Two numbers of each row against one another. */
  | 'SCATTER'
  /** The parts of each time or group upon one another. */
  | 'STACKED'
  /** The rows of the answer as a table. */
  | 'TABLE'
  /** The sentence of the answer. */
  | 'TEXT'
  /** What each row adds, one after the other, to the whole. */
  | 'WATERFALL';

/** Where a widget stands: 12 columns, rows of 56 px, from the top left. */
export type WidgetLayoutInput = {
  /** Rows it takes, 1 to 40. */
  h: number;
  /** Columns it takes, 1 to 12; it ends at column 12. */
  w: number;
  /** First column, 0 to 11. */
  x: number;
  /** First row, 0 to 4 000. */
  y: number;
};

/** The operation a widget runs, and which part of its result it shows. */
export type WidgetViewInput = {
  /** How rows of the same label come to one value. */
  aggregate?: ViewAggregate;
  /** The document, one query, at most 8 000 characters. */
  document: string;
  /** From a row to what names it. */
  label?: Array<string> | null | undefined;
  /** Name of the operation in the document. */
  operationName?: string | null | undefined;
  /** From the data of the result to the number or the list. */
  path: Array<string>;
  /** From a row to what tells its series apart. */
  series?: Array<string> | null | undefined;
  /** What is shown of each row. */
  values: Array<ViewValueInput>;
  /** Its variables. */
  variables?: Record<string, unknown> | null | undefined;
};

/** What is done about records of one source that look alike. */
export type WithinSource =
  /** They are merged as those of different sources are. */
  | 'MERGE'
  /** Nothing: a source tells its own records apart. */
  | 'OFF'
  /** People are asked; nothing is merged by itself. */
  | 'PROPOSE';

/** Where a workflow comes from. */
export type WorkflowOrigin =
  /** It came with the product. */
  | 'BUILT_IN'
  /** Somebody of the tenant made it. */
  | 'TENANT';

/** How a version of a workflow stands. */
export type WorkflowVersionStatus =
  /** Saved; runs only where it is named, such as for a dry run. */
  | 'DRAFT'
  /** What runs that name no version go by. */
  | 'PUBLISHED'
  /** It was published; runs that began with it go on with it. */
  | 'RETIRED';

export type PaletteThingsQueryVariables = Exact<{ [key: string]: never; }>;


export type PaletteThingsQuery = { dashboards: { nodes: Array<{ id: string, title: string }> }, runs: { nodes: Array<{ id: string, title: string, status: RunStatus, startedAt: string }> }, entityTypes: { nodes: Array<{ id: string, name: string, pluralLabel: string, recordCount: number }> }, connections: { nodes: Array<{ id: string, name: string }> } };

export type RaciPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type RaciPeopleQuery = { tenant: { id: string, members: { nodes: Array<{ id: string, displayName: string, email: string }> } } };

export type AgentToolsQueryVariables = Exact<{
  first: number;
}>;


export type AgentToolsQuery = { tools: { totalCount: number, nodes: Array<{ name: string, title: string, description: string, effect: ToolEffect, complexity: number }> } };

export type ToolHostFieldsFragment = { id: string, host: string, headerNames: Array<string>, savedAt: string };

export type ToolHostsQueryVariables = Exact<{
  first: number;
}>;


export type ToolHostsQuery = { toolHosts: { totalCount: number, nodes: Array<{ id: string, host: string, headerNames: Array<string>, savedAt: string }> } };

export type SaveToolHostMutationVariables = Exact<{
  input: SaveToolHostInput;
}>;


export type SaveToolHostMutation = { saveToolHost:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ToolHostSaved', host: { id: string, host: string, headerNames: Array<string>, savedAt: string } }
   };

export type RemoveToolHostMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveToolHostMutation = { removeToolHost: boolean };

export type McpServerFieldsFragment = { id: string, name: string, url: string, hasToken: boolean, allowedTools: Array<string>, offeredTools: Array<string>, problem: string | null, askedAt: string | null };

export type McpServersQueryVariables = Exact<{
  first: number;
}>;


export type McpServersQuery = { mcpServers: { totalCount: number, nodes: Array<{ id: string, name: string, url: string, hasToken: boolean, allowedTools: Array<string>, offeredTools: Array<string>, problem: string | null, askedAt: string | null }> } };

export type SaveMcpServerMutationVariables = Exact<{
  input: SaveMcpServerInput;
}>;


export type SaveMcpServerMutation = { saveMcpServer:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'McpServerSaved', server: { id: string, name: string, url: string, hasToken: boolean, allowedTools: Array<string>, offeredTools: Array<string>, problem: string | null, askedAt: string | null } }
   };

export type AskMcpServerMutationVariables = Exact<{
  id: string | number;
}>;


export type AskMcpServerMutation = { askMcpServer: { id: string, name: string, url: string, hasToken: boolean, allowedTools: Array<string>, offeredTools: Array<string>, problem: string | null, askedAt: string | null } };

export type RemoveMcpServerMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMcpServerMutation = { removeMcpServer: boolean };

export type RaciPartyFieldsFragment = { kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null };

export type AgentFieldsFragment = { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } };

export type AgentDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type AgentDetailQuery = { agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, outcomes: { open: number, proposed: number, done: number, resolved: number, improvements: Array<{ unit: FindingUnit, findings: number, before: number, after: number }> }, playbooks: Array<{ name: string, title: string, description: string, suggestedSchedule: string, analyses: Array<{ name: string, title: string, description: string }> }>, runs: { totalCount: number, nodes: Array<{ id: string, title: string, status: RunStatus, startedAt: string, finishedAt: string | null, problem: string | null }> }, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } | null };

export type AgentVersionsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type AgentVersionsQuery = { agent: { id: string, versions: { totalCount: number, nodes: Array<{ version: number, name: string, changedAt: string, reason: string | null, changedBy: { id: string, displayName: string } | null, changes: Array<{ field: string, before: string, after: string }> }> } } | null };

export type CreateAgentMutationVariables = Exact<{
  input: CreateAgentInput;
}>;


export type CreateAgentMutation = { createAgent:
    | { __typename: 'AgentSaved', agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type UpdateAgentMutationVariables = Exact<{
  id: string | number;
  version: number;
  input: UpdateAgentInput;
}>;


export type UpdateAgentMutation = { updateAgent:
    | { __typename: 'AgentSaved', agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SetAgentMaturityMutationVariables = Exact<{
  id: string | number;
  version: number;
  maturity: number;
  reason: string;
}>;


export type SetAgentMaturityMutation = { setAgentMaturity:
    | { __typename: 'AgentSaved', agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type EnableAgentMutationVariables = Exact<{
  id: string | number;
}>;


export type EnableAgentMutation = { enableAgent:
    | { __typename: 'AgentSaved', agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DisableAgentMutationVariables = Exact<{
  id: string | number;
}>;


export type DisableAgentMutation = { disableAgent:
    | { __typename: 'AgentSaved', agent: { id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, version: number, maturity: number, stage: AgentStage, instructions: string, tools: Array<string>, changedAt: string, changedBy: { id: string, displayName: string } | null, limits: { maxSteps: number, maxCost: number, maxTokens: number, forbidden: Array<string> }, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveAgentMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveAgentMutation = { removeAgent:
    | { __typename: 'AgentRemoved', id: string }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ApprovalsQueryVariables = Exact<{
  status?: ApprovalStatus | null | undefined;
  mine: boolean;
}>;


export type ApprovalsQuery = { approvals: { totalCount: number, nodes: Array<{ id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, path: string | null, tool: string | null, payload: unknown, editedPayload: unknown, cost: number | null, tokens: number | null, touches: number | null, dueAt: string | null, onExpiry: OnExpiry, canDecide: boolean, needsReason: boolean, whyNot: string | null, canEdit: boolean, canRespond: boolean, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null, agent: { id: string, name: string } | null, startedBy: { id: string, displayName: string } | null, escalation: { level: number, at: string, to: string } | null, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } | null, history: Array<{ at: string, kind: ApprovalStep, message: string | null, by: { id: string, displayName: string } | null }> }> } };

export type ApprovalFieldsFragment = { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, path: string | null, tool: string | null, payload: unknown, editedPayload: unknown, cost: number | null, tokens: number | null, touches: number | null, dueAt: string | null, onExpiry: OnExpiry, canDecide: boolean, needsReason: boolean, whyNot: string | null, canEdit: boolean, canRespond: boolean, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null, agent: { id: string, name: string } | null, startedBy: { id: string, displayName: string } | null, escalation: { level: number, at: string, to: string } | null, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } | null, history: Array<{ at: string, kind: ApprovalStep, message: string | null, by: { id: string, displayName: string } | null }> };

export type ApprovalChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ApprovalChangedSubscription = { approvalChanged: { cursor: string, kind: ApprovalStep, approvalId: string, approval: { id: string, status: ApprovalStatus } | null } };

export type PendingApprovalsQueryVariables = Exact<{ [key: string]: never; }>;


export type PendingApprovalsQuery = { approvals: { totalCount: number } };

export type DecideApprovalMutationVariables = Exact<{
  id: string | number;
  decision: Decision;
  comment?: string | null | undefined;
  payload?: unknown;
}>;


export type DecideApprovalMutation = { decideApproval:
    | { __typename: 'ApprovalDecided', approval: { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, path: string | null, tool: string | null, payload: unknown, editedPayload: unknown, cost: number | null, tokens: number | null, touches: number | null, dueAt: string | null, onExpiry: OnExpiry, canDecide: boolean, needsReason: boolean, whyNot: string | null, canEdit: boolean, canRespond: boolean, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null, agent: { id: string, name: string } | null, startedBy: { id: string, displayName: string } | null, escalation: { level: number, at: string, to: string } | null, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } | null, history: Array<{ at: string, kind: ApprovalStep, message: string | null, by: { id: string, displayName: string } | null }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DecideApprovalsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  decision: Decision;
  comment?: string | null | undefined;
}>;


export type DecideApprovalsMutation = { decideApprovals:
    | { __typename: 'ApprovalsDecided', results: Array<{ id: string, approval: { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, path: string | null, tool: string | null, payload: unknown, editedPayload: unknown, cost: number | null, tokens: number | null, touches: number | null, dueAt: string | null, onExpiry: OnExpiry, canDecide: boolean, needsReason: boolean, whyNot: string | null, canEdit: boolean, canRespond: boolean, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null, agent: { id: string, name: string } | null, startedBy: { id: string, displayName: string } | null, escalation: { level: number, at: string, to: string } | null, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } | null, history: Array<{ at: string, kind: ApprovalStep, message: string | null, by: { id: string, displayName: string } | null }> } | null, problems: Array<{ code: string, field: string | null, message: string, todo: string }> }> }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type FleetQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetQuery = { agents: { nodes: Array<{ id: string, name: string, pilot: Pilot, purpose: string, enabled: boolean, stage: AgentStage, maturity: number, runs: { totalCount: number, nodes: Array<{ id: string, title: string, status: RunStatus, startedAt: string, finishedAt: string | null, problem: string | null }> } }> } };

export type RunFigureFieldsFragment = { started: number, succeeded: number, failed: number, cancelled: number, working: number, waiting: number, steps: number, stepsFailed: number, medianSeconds: number | null, p95Seconds: number | null };

export type AgentVitalsQueryVariables = Exact<{
  window: VitalsWindow;
}>;


export type AgentVitalsQuery = { agentVitals: { at: string, since: string, waitingApprovals: number, runs: { started: number, succeeded: number, failed: number, cancelled: number, working: number, waiting: number, steps: number, stepsFailed: number, medianSeconds: number | null, p95Seconds: number | null }, agents: Array<{ agent: { id: string, name: string }, runs: { started: number, succeeded: number, failed: number, cancelled: number, working: number, waiting: number, steps: number, stepsFailed: number, medianSeconds: number | null, p95Seconds: number | null } }>, functions: Array<{ tool: string, calls: number, failed: number, tokens: number, cost: number, medianSeconds: number | null, p95Seconds: number | null }>, series: Array<{ at: string, started: number, succeeded: number, failed: number, medianSeconds: number | null }> } };

export type OneApprovalQueryVariables = Exact<{
  id: string | number;
}>;


export type OneApprovalQuery = { approval: { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, path: string | null, tool: string | null, payload: unknown, editedPayload: unknown, cost: number | null, tokens: number | null, touches: number | null, dueAt: string | null, onExpiry: OnExpiry, canDecide: boolean, needsReason: boolean, whyNot: string | null, canEdit: boolean, canRespond: boolean, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null, agent: { id: string, name: string } | null, startedBy: { id: string, displayName: string } | null, escalation: { level: number, at: string, to: string } | null, raci: { responsible: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, accountable: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, consulted: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }>, informed: Array<{ kind: PartyKind, role: PartyRole | null, user: { id: string, displayName: string } | null, agent: { id: string, name: string } | null }> } | null, history: Array<{ at: string, kind: ApprovalStep, message: string | null, by: { id: string, displayName: string } | null }> } | null };

export type ContributionFieldsFragment = { dimension: string, label: string, before: number | null, after: number | null, change: number, share: number | null, formattedChange: string | null };

export type AnswerWhyQueryVariables = Exact<{
  id: string | number;
}>;


export type AnswerWhyQuery = { answer:
    | { __typename: 'Answer', id: string, why: { text: string, kind: WhyKind, period: string, versus: string, change: number, splits: Array<{ dimension: string, telling: number, contributions: Array<{ dimension: string, label: string, before: number | null, after: number | null, change: number, share: number | null, formattedChange: string | null }> }>, components: Array<{ dimension: string, label: string, before: number | null, after: number | null, change: number, share: number | null, formattedChange: string | null }> } | null }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type AnswerAnomaliesQueryVariables = Exact<{
  id: string | number;
}>;


export type AnswerAnomaliesQuery = { answer:
    | { __typename: 'Answer', id: string, anomalies: Array<{ period: string, start: string, value: number, expected: number, good: boolean | null, text: string }> }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type AnswerForecastQueryVariables = Exact<{
  id: string | number;
  periods?: number | null | undefined;
}>;


export type AnswerForecastQuery = { answer:
    | { __typename: 'Answer', id: string, forecast:
        | { __typename: 'Forecast', text: string, label: string, unit: Unit, method: ForecastMethod, backTestError: number | null, history: number, points: Array<{ period: string, start: string, value: number, low: number, high: number }> }
        | { __typename: 'NoForecast', reason: string }
       }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type TrendFieldsFragment = { direction: TrendDirection, change: number | null, goodDirection: GoodDirection };

export type ConfidenceFieldsFragment = { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> };

export type TokenFieldsFragment = { id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null };

export type GalaxyFieldsFragment = { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, period: string | null, sameConditions: boolean, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string, correlation: { r: number, changes: number } | null }> };

export type AnswerFieldsFragment = { id: string, question: string, readAs: string | null, persona: Persona | null, asks: AnswerAsks, chart: ChartKind, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown> | null>, sql: string, limitedBy: Array<string>, followUps: Array<string>, verified: { id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } } | null, verdict: { answer: VerdictAnswer, basis: VerdictBasis, text: string } | null, plan: { json: Record<string, unknown> }, metric: { name: string, label: string, definition: string, description: string, goodDirection: GoodDirection } | null, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number | null, share: number | null }>, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> }, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }>, lineage: Array<{ entity: string, columns: Array<string>, connection: { id: string, name: string }, object: { id: string, name: string }, attributes: Array<{ id: string, label: string }> }>, galaxy: { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, period: string | null, sameConditions: boolean, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string, correlation: { r: number, changes: number } | null }> } };

export type DeclinedFieldsFragment = { question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> };

export type ClarificationFieldsFragment = { question: string, text: string, choices: Array<{ label: string, question: string }>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> };

export type AskQueryVariables = Exact<{
  question: string;
  persona?: Persona | null | undefined;
  after?: string | number | null | undefined;
}>;


export type AskQuery = { ask:
    | { __typename: 'Answer', id: string, question: string, readAs: string | null, persona: Persona | null, asks: AnswerAsks, chart: ChartKind, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown> | null>, sql: string, limitedBy: Array<string>, followUps: Array<string>, verified: { id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } } | null, verdict: { answer: VerdictAnswer, basis: VerdictBasis, text: string } | null, plan: { json: Record<string, unknown> }, metric: { name: string, label: string, definition: string, description: string, goodDirection: GoodDirection } | null, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number | null, share: number | null }>, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> }, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }>, lineage: Array<{ entity: string, columns: Array<string>, connection: { id: string, name: string }, object: { id: string, name: string }, attributes: Array<{ id: string, label: string }> }>, galaxy: { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, period: string | null, sameConditions: boolean, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string, correlation: { r: number, changes: number } | null }> } }
    | { __typename: 'Clarification', question: string, text: string, choices: Array<{ label: string, question: string }>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
    | { __typename: 'Dashboard', id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> }
    | { __typename: 'Declined', question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
   };

export type AskProgressQueryVariables = Exact<{
  question: string;
  persona?: Persona | null | undefined;
  follows?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type AskProgressQuery = { askProgress: { cursor: string, stage: AskStage, written: string, steps: Array<{ stage: AskStage, beganAt: number }>, result:
      | { __typename: 'Answer', id: string, question: string, readAs: string | null, persona: Persona | null, asks: AnswerAsks, chart: ChartKind, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown> | null>, sql: string, limitedBy: Array<string>, followUps: Array<string>, verified: { id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } } | null, verdict: { answer: VerdictAnswer, basis: VerdictBasis, text: string } | null, plan: { json: Record<string, unknown> }, metric: { name: string, label: string, definition: string, description: string, goodDirection: GoodDirection } | null, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number | null, share: number | null }>, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> }, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }>, lineage: Array<{ entity: string, columns: Array<string>, connection: { id: string, name: string }, object: { id: string, name: string }, attributes: Array<{ id: string, label: string }> }>, galaxy: { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, period: string | null, sameConditions: boolean, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string, correlation: { r: number, changes: number } | null }> } }
      | { __typename: 'Clarification', question: string, text: string, choices: Array<{ label: string, question: string }>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
      | { __typename: 'Dashboard', id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> }
      | { __typename: 'Declined', question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
     | null } };

export type TokenAlternativesQueryVariables = Exact<{
  id: string | number;
}>;


export type TokenAlternativesQuery = { answer:
    | { __typename: 'Answer', id: string, interpretation: Array<{ id: string, alternatives: Array<{ label: string, question: string }> }> }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type SuggestQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SuggestQuery = { suggest: Array<{ text: string, completion: string, kind: SuggestionKind }> };

export type SampleQuestionsQueryVariables = Exact<{
  persona?: Persona | null | undefined;
  first: number;
}>;


export type SampleQuestionsQuery = { sampleQuestions: Array<string> };

export type VerifiedFieldsFragment = { id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } };

export type VerifyAnswerMutationVariables = Exact<{
  id: string | number;
  note?: string | null | undefined;
}>;


export type VerifyAnswerMutation = { verifyAnswer:
    | { __typename: 'AnswerVerified', verified: { id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveVerifiedAnswerMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveVerifiedAnswerMutation = { removeVerifiedAnswer:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'VerificationRemoved' }
   };

export type RateAnswerMutationVariables = Exact<{
  id: string | number;
  rating: AnswerRating;
  correction?: string | null | undefined;
}>;


export type RateAnswerMutation = { rateAnswer:
    | { __typename: 'AnswerRated', feedback: { id: string, rating: AnswerRating } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type AnswerOpinionQueryVariables = Exact<{
  id: string | number;
}>;


export type AnswerOpinionQuery = { answer:
    | { __typename: 'Answer', id: string, opinion: { kind: OpinionKind, text: string, differences: Array<string>, model: string | null } | null }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type AssetMapQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AssetMapQuery = { assets: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, class: AssetClass | null, scores: { risk: { value: number }, cost: { value: number }, criticality: { value: number } } | null, relations: { nodes: Array<{ kind: AssetRelationKind, direction: RelationDirection, name: string, other: { id: string } | null }> } }> } };

export type ScoreFieldsFragment = { value: number, factors: Array<{ code: string, points: number, says: string }> };

export type EvidenceFieldsFragment = { plane: EvidencePlane, says: string, record: string | null, at: string | null, count: number };

export type AssetDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type AssetDetailQuery = { asset: { id: string, name: string, kind: AssetKind, key: string | null, keyKind: AssetKeyKind | null, admitted: boolean, admission: AssetAdmission | null, class: AssetClass | null, activity: AssetActivity | null, governed: boolean | null, external: boolean | null, recordCount: number | null, firstSeenAt: string, lastSeenAt: string, removedAt: string | null, connection: { id: string, name: string } | null, object: { id: string } | null, parent: { id: string, name: string } | null, governedBy: { id: string, name: string } | null, copyOf: { id: string, name: string } | null, owner: { id: string, displayName: string } | null, scores: { risk: { value: number, factors: Array<{ code: string, points: number, says: string }> }, cost: { value: number, factors: Array<{ code: string, points: number, says: string }> }, criticality: { value: number, factors: Array<{ code: string, points: number, says: string }> }, systemOfRecord: { value: number, factors: Array<{ code: string, points: number, says: string }> } } | null, reasons: Array<{ code: AssetReasonCode, text: string, evidence: Array<{ plane: EvidencePlane, says: string, record: string | null, at: string | null, count: number }> }>, findings: Array<{ id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null }>, ownerSuggestions: Array<{ who: string, source: string, confidence: number, tied: boolean, says: string, record: string | null }> } | null };

export type AssetRelationsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type AssetRelationsQuery = { asset: { id: string, relations: { totalCount: number, nodes: Array<{ kind: AssetRelationKind, direction: RelationDirection, name: string, count: number, says: string, record: string | null, other: { id: string, name: string } | null }> } } | null };

export type AssetEvidenceQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type AssetEvidenceQuery = { asset: { id: string, evidence: { totalCount: number, nodes: Array<{ plane: EvidencePlane, says: string, record: string | null, at: string | null, count: number }> } } | null };

export type AssetHistoryQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type AssetHistoryQuery = { asset: { id: string, history: { totalCount: number, nodes: Array<{ admitted: boolean, admission: AssetAdmission, class: AssetClass, activity: AssetActivity, scores: { risk: { value: number }, cost: { value: number }, criticality: { value: number } }, since: { id: string, number: number, asOf: string | null } | null, until: { id: string, number: number } | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } } | null };

export type AssignOwnerMutationVariables = Exact<{
  assetId: string | number;
  userId?: string | number | null | undefined;
}>;


export type AssignOwnerMutation = { assignOwner:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OwnerAssigned', asset: { id: string, owner: { id: string, displayName: string } | null } }
   };

export type AssetRowFragment = { id: string, name: string, kind: AssetKind, key: string | null, class: AssetClass | null, admission: AssetAdmission | null, activity: AssetActivity | null, governed: boolean | null, recordCount: number | null, firstSeenAt: string, lastSeenAt: string, removedAt: string | null, scores: { risk: { value: number }, cost: { value: number }, criticality: { value: number } } | null, connection: { id: string, name: string } | null, owner: { id: string, displayName: string } | null, findings: Array<{ id: string, severity: FindingSeverity }> };

export type AssetsQueryVariables = Exact<{
  filter?: AssetFilter | null | undefined;
  order: AssetOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type AssetsQuery = { assets: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: AssetKind, key: string | null, class: AssetClass | null, admission: AssetAdmission | null, activity: AssetActivity | null, governed: boolean | null, recordCount: number | null, firstSeenAt: string, lastSeenAt: string, removedAt: string | null, scores: { risk: { value: number }, cost: { value: number }, criticality: { value: number } } | null, connection: { id: string, name: string } | null, owner: { id: string, displayName: string } | null, findings: Array<{ id: string, severity: FindingSeverity }> }> } };

export type AssetFacetsQueryVariables = Exact<{
  filter?: AssetFilter | null | undefined;
}>;


export type AssetFacetsQuery = { assetFacets: Array<{ dimension: AssetDimension, values: Array<{ value: string, count: number }> }> };

export type BudgetUsageFieldsFragment = { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null };

export type BudgetFieldsFragment = { id: string, name: string, scope: BudgetScope, window: BudgetWindow, timeZone: string, limit: number | null, tokenLimit: number | null, onReaching: BudgetAction, enabled: boolean, version: number, updatedAt: string, updatedBy: { id: string, displayName: string }, agent: { id: string, name: string } | null, usage: { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null } };

export type BudgetsQueryVariables = Exact<{
  first: number;
}>;


export type BudgetsQuery = { budgets: { totalCount: number, nodes: Array<{ id: string, name: string, scope: BudgetScope, window: BudgetWindow, timeZone: string, limit: number | null, tokenLimit: number | null, onReaching: BudgetAction, enabled: boolean, version: number, updatedAt: string, updatedBy: { id: string, displayName: string }, agent: { id: string, name: string } | null, usage: { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null } }> } };

export type BudgetDetailQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type BudgetDetailQuery = { budget: { id: string, name: string, scope: BudgetScope, window: BudgetWindow, timeZone: string, limit: number | null, tokenLimit: number | null, onReaching: BudgetAction, enabled: boolean, version: number, updatedAt: string, usages: { totalCount: number, nodes: Array<{ startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null }> }, updatedBy: { id: string, displayName: string }, agent: { id: string, name: string } | null, usage: { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null } } | null, ledger: { totalCount: number, nodes: Array<{ id: string, state: LedgerState, path: string, reserved: number, reservedTokens: number, spent: number | null, spentTokens: number | null, over: boolean, reservedAt: string, settledAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null }> } };

export type BudgetAlertsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BudgetAlertsSubscription = { budgetAlerts: { cursor: string, at: string, name: string, mark: number, refused: boolean, spent: number, limit: number | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, budget: { id: string, name: string, scope: BudgetScope, window: BudgetWindow, timeZone: string, limit: number | null, tokenLimit: number | null, onReaching: BudgetAction, enabled: boolean, version: number, updatedAt: string, updatedBy: { id: string, displayName: string }, agent: { id: string, name: string } | null, usage: { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null } } | null } };

export type AgentNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type AgentNamesQuery = { agents: { nodes: Array<{ id: string, name: string }> } };

export type SaveBudgetMutationVariables = Exact<{
  input: SaveBudgetInput;
}>;


export type SaveBudgetMutation = { saveBudget:
    | { __typename: 'BudgetSaved', budget: { id: string, name: string, scope: BudgetScope, window: BudgetWindow, timeZone: string, limit: number | null, tokenLimit: number | null, onReaching: BudgetAction, enabled: boolean, version: number, updatedAt: string, updatedBy: { id: string, displayName: string }, agent: { id: string, name: string } | null, usage: { startsAt: string | null, endsAt: string | null, spent: number, reserved: number, left: number | null, spentTokens: number, reservedTokens: number, leftTokens: number | null, share: number, marks: Array<number>, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, forecast: { spent: number, tokens: number, share: number | null, reachesLimitAt: string | null, basis: string } | null } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveBudgetMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveBudgetMutation = { removeBudget:
    | { __typename: 'BudgetRemoved', id: string }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SyncFieldsFragment = { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null };

export type HealthFieldsFragment = { status: ConnectionHealthStatus, since: string | null, lastSuccessAt: string | null, lastFailureAt: string | null, consecutiveFailures: number, freshnessSeconds: number | null, lagSeconds: number | null, expectedEverySeconds: number | null, reasons: Array<{ code: string, message: string, todo: string }>, breaker: { state: CircuitState, nextProbeAt: string | null }, errorBudget: { left: number, syncs: number, failedSyncs: number, requests: number, failedRequests: number }, healing: { attempts: number, lastAttemptAt: string | null, nextAttemptAt: string | null, waitsForPerson: boolean } | null };

export type ScheduleFieldsFragment = { kind: ScheduleKind, everyMinutes: number | null, cron: string | null, timeZone: string, nextAt: string, lastStartedAt: string | null, problem: { code: string, message: string, todo: string } | null };

export type ConnectionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ConnectionsQuery = { connections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: ConnectionKind, location: string, status: ConnectionStatus, statusReason: string | null, createdAt: string, health: { status: ConnectionHealthStatus, reasons: Array<{ code: string, message: string, todo: string }> }, schedule: { kind: ScheduleKind, everyMinutes: number | null, cron: string | null } | null, objects: { totalCount: number }, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null }> } };

export type ConnectionDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectionDetailQuery = { connection: { id: string, name: string, kind: ConnectionKind, location: string, status: ConnectionStatus, statusReason: string | null, createdAt: string, createdBy: { id: string, displayName: string } | null, settings: Array<{ name: string, value: string }>, health: { status: ConnectionHealthStatus, since: string | null, lastSuccessAt: string | null, lastFailureAt: string | null, consecutiveFailures: number, freshnessSeconds: number | null, lagSeconds: number | null, expectedEverySeconds: number | null, reasons: Array<{ code: string, message: string, todo: string }>, breaker: { state: CircuitState, nextProbeAt: string | null }, errorBudget: { left: number, syncs: number, failedSyncs: number, requests: number, failedRequests: number }, healing: { attempts: number, lastAttemptAt: string | null, nextAttemptAt: string | null, waitsForPerson: boolean } | null }, schedule: { kind: ScheduleKind, everyMinutes: number | null, cron: string | null, timeZone: string, nextAt: string, lastStartedAt: string | null, problem: { code: string, message: string, todo: string } | null } | null, plane: { id: string, name: string, kind: FabricPlaneKind, status: FabricPlaneStatus } | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, objects: Array<{ name: string, status: SyncObjectStatus, records: number, changed: number, unchanged: number, removed: number, quarantined: number, progress: number, object: { id: string } | null, problem: { code: string, message: string, todo: string } | null }>, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null, entityTypes: Array<{ id: string, name: string, pluralLabel: string, recordCount: number }>, objects: { totalCount: number, nodes: Array<{ id: string, name: string, path: string, status: SourceObjectStatus, statusReason: string | null, rowCount: number, quarantinedCount: number }> } } | null };

export type QuarantinedRecordsQueryVariables = Exact<{
  objectId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type QuarantinedRecordsQuery = { sourceObject: { id: string, name: string, quarantinedCount: number, quarantined: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, line: number, code: string, reason: string, raw: string }> } } | null };

export type ServerFolderQueryVariables = Exact<{
  path?: string | null | undefined;
}>;


export type ServerFolderQuery = { serverFolder: { path: string | null, parent: string | null, folders: Array<{ name: string, path: string, bytes: number | null }>, files: Array<{ name: string, path: string, bytes: number | null }> } };

export type CreateUploadMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateUploadMutation = { createUpload: { id: string, path: string, maxFileBytes: number } };

export type ConnectFilesMutationVariables = Exact<{
  input: ConnectFilesInput;
}>;


export type ConnectFilesMutation = { connectFiles:
    | { __typename: 'ConnectionStarted', connection: { id: string, name: string }, sync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SyncConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type SyncConnectionMutation = { syncConnection: { sync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } } };

export type RemoveConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveConnectionMutation = { removeConnection: boolean };

export type ChangeConnectionPasswordMutationVariables = Exact<{
  id: string | number;
  password: string;
}>;


export type ChangeConnectionPasswordMutation = { changeConnectionPassword:
    | { __typename: 'ConnectionPasswordChanged', connection: { id: string } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ConnectionSyncsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type ConnectionSyncsQuery = { connection: { id: string, syncs: { totalCount: number, nodes: Array<{ id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null }> } } | null };

export type SourceObjectDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceObjectDetailQuery = { sourceObject: { id: string, name: string, path: string, status: SourceObjectStatus, statusReason: string | null, rowCount: number, quarantinedCount: number, notes: Array<string>, reconciliation: { at: string, method: ReconciliationMethod, complete: boolean, finding: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, schema: { id: string, discoveredAt: string, fingerprint: string, primaryKey: { columns: Array<string>, evidence: Array<string> } | null, foreignKeys: Array<{ columns: Array<string>, targetColumns: Array<string>, coverage: number, target: { id: string, name: string } }>, fields: Array<{ name: string, type: SourceFieldType, nullable: boolean, blankCount: number, distinctCount: number, examples: Array<string>, format: string | null, currency: string | null, description: string | null, evidence: Array<string> }> } | null } | null };

export type SourceObjectSampleQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type SourceObjectSampleQuery = { sourceObject: { id: string, sample: Array<Record<string, unknown>> } | null };

export type ReconcileConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type ReconcileConnectionMutation = { reconcileConnection: { run: { id: string } } };

export type ConnectionInboundQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectionInboundQuery = { connection: { id: string, watching: boolean, inbound: { address: string, lastReceivedAt: string | null, received: number } | null } | null };

export type RotateInboundSecretMutationVariables = Exact<{
  id: string | number;
}>;


export type RotateInboundSecretMutation = { rotateInboundSecret: { secret: string, connection: { id: string } } };

export type SetWatchingMutationVariables = Exact<{
  connectionId: string | number;
  watching: boolean;
}>;


export type SetWatchingMutation = { setWatching:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'WatchingSet', connection: { id: string, watching: boolean } }
   };

export type SetScheduleMutationVariables = Exact<{
  id: string | number;
  schedule?: ScheduleInput | null | undefined;
}>;


export type SetScheduleMutation = { setSchedule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleChanged', connection: { id: string, schedule: { kind: ScheduleKind, everyMinutes: number | null, cron: string | null, timeZone: string, nextAt: string, lastStartedAt: string | null, problem: { code: string, message: string, todo: string } | null } | null } }
   };

export type PauseSyncMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseSyncMutation = { pauseSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } };

export type ResumeSyncMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeSyncMutation = { resumeSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } };

export type CancelSyncMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelSyncMutation = { cancelSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } };

export type BackfillMutationVariables = Exact<{
  id: string | number;
  since?: string | null | undefined;
  objects?: Array<string | number> | string | number | null | undefined;
}>;


export type BackfillMutation = { backfillConnection: { sync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } } };

export type SetConnectionPlaneMutationVariables = Exact<{
  id: string | number;
  planeId?: string | number | null | undefined;
}>;


export type SetConnectionPlaneMutation = { setConnectionPlane:
    | { __typename: 'ConnectionPlaneSet', connection: { id: string, plane: { id: string, name: string, kind: FabricPlaneKind, status: FabricPlaneStatus } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ConnectorFieldsFragment = { kind: ConnectionKind, label: string, description: string, category: ConnectorCategory, verified: boolean, verification: string, capabilities: { incremental: boolean, deletes: boolean, schedules: boolean, live: boolean } };

export type ConnectorCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorCatalogueQuery = { connectors: Array<{ kind: ConnectionKind, label: string, description: string, category: ConnectorCategory, verified: boolean, verification: string, capabilities: { incremental: boolean, deletes: boolean, schedules: boolean, live: boolean } }> };

export type ConnectorFormsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorFormsQuery = { connectors: Array<{ kind: ConnectionKind, label: string, description: string, category: ConnectorCategory, verified: boolean, verification: string, form: Array<{ name: string, label: string, kind: FormFieldKind, required: boolean, help: string | null, where: string | null, fallback: string | null, choices: Array<{ value: string, label: string }> }>, capabilities: { incremental: boolean, deletes: boolean, schedules: boolean, live: boolean } }>, fabricPlanes: { nodes: Array<{ id: string, name: string, kind: FabricPlaneKind, status: FabricPlaneStatus }> }, fabricPlaneCatalogue: Array<{ kind: FabricPlaneKind, label: string, carries: Array<ConnectionKind> }>, planePolicy: { allowedKinds: Array<FabricPlaneKind>, directAllowed: boolean } };

export type TestSourceMutationVariables = Exact<{
  input: SourceInput;
}>;


export type TestSourceMutation = { testSource:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SourceTested', objects: Array<string>, milliseconds: number }
   };

export type ConnectSourceMutationVariables = Exact<{
  input: SourceInput;
}>;


export type ConnectSourceMutation = { connectSource:
    | { __typename: 'ConnectionStarted', connection: { id: string, name: string }, sync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type WidgetOutlineFragment = { id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null };

export type DashboardOutlineFragment = { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> };

export type DashboardSummaryFragment = { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number } }> };

export type WidgetAnswerFieldsFragment = { id: string, question: string, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown> | null>, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number | null, share: number | null }>, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } };

export type DashboardsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DashboardsQuery = { dashboards: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number } }> }> } };

export type GenerateDashboardQueryVariables = Exact<{
  sentence: string;
  persona?: Persona | null | undefined;
}>;


export type GenerateDashboardQuery = { generateDashboard:
    | { __typename: 'Dashboard', id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> }
    | { __typename: 'Declined', question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ id: string, text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
   };

export type SavedDashboardQueryVariables = Exact<{
  id: string | number;
}>;


export type SavedDashboardQuery = { dashboard: { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> } | null };

export type WidgetResultQueryVariables = Exact<{
  question: string;
  persona?: Persona | null | undefined;
}>;


export type WidgetResultQuery = { ask:
    | { __typename: 'Answer', id: string, question: string, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown> | null>, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number | null, share: number | null }>, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }
    | { __typename: 'Clarification', text: string, choices: Array<{ label: string, question: string }> }
    | { __typename: 'Dashboard', id: string, title: string }
    | { __typename: 'Declined', reason: DeclineReason, text: string, wouldHelp: Array<string>, suggestions: Array<string> }
   };

export type SaveDashboardMutationVariables = Exact<{
  input: SaveDashboardInput;
}>;


export type SaveDashboardMutation = { saveDashboard:
    | { __typename: 'DashboardConflict', current: { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> } }
    | { __typename: 'DashboardSaved', dashboard: { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, message: string, todo: string }> }
   };

export type DeleteDashboardMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteDashboardMutation = { deleteDashboard:
    | { __typename: 'DashboardDeleted', id: string }
    | { __typename: 'InputRefused', problems: Array<{ code: string, message: string, todo: string }> }
   };

export type RefineDashboardQueryVariables = Exact<{
  input: RefineDashboardInput;
}>;


export type RefineDashboardQuery = { refineDashboard:
    | { __typename: 'DashboardConflict', current: { id: string, version: number } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, message: string, todo: string }> }
    | { __typename: 'RefinedDashboard', before: string, done: string, removed: Array<string>, dashboard: { id: string, title: string }, changes: Array<{ was: string | null, kind: WidgetChangeKind, widget: { id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null } }>, problems: Array<{ code: string, message: string, todo: string }> }
   };

export type WidgetDimensionsQueryVariables = Exact<{
  id: string | number;
}>;


export type WidgetDimensionsQuery = { answer:
    | { __typename: 'Answer', id: string, metric: { name: string, dimensions: Array<{ label: string, values: number | null }> } | null }
    | { __typename: 'Clarification' }
    | { __typename: 'Dashboard' }
    | { __typename: 'Declined' }
   };

export type CrossFilterQueryVariables = Exact<{
  input: CrossFilterInput;
}>;


export type CrossFilterQuery = { crossFilterDashboard:
    | { __typename: 'DashboardConflict' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, message: string, todo: string }> }
    | { __typename: 'RefinedDashboard', done: string, changes: Array<{ was: string | null, kind: WidgetChangeKind, widget: { id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null } }>, problems: Array<{ code: string, message: string, todo: string }> }
   };

export type DashboardFromOperationQueryVariables = Exact<{
  input: DashboardFromOperationInput;
}>;


export type DashboardFromOperationQuery = { dashboardFromOperation:
    | { __typename: 'Dashboard', id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DashboardVersionsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type DashboardVersionsQuery = { dashboardVersions: { totalCount: number, nodes: Array<{ version: number, title: string, note: string | null, savedAt: string, savedBy: { id: string, displayName: string }, dashboard: { title: string, widgets: Array<{ title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number } }> } }> } };

export type RestoreDashboardVersionMutationVariables = Exact<{
  id: string | number;
  version: number;
  over: number;
}>;


export type RestoreDashboardVersionMutation = { restoreDashboardVersion:
    | { __typename: 'DashboardConflict', current: { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> } }
    | { __typename: 'DashboardSaved', dashboard: { id: string, title: string, sentence: string, persona: Persona | null, saved: boolean, version: number, text: string, updatedAt: string | null, createdBy: { id: string, displayName: string } | null, widgets: Array<{ id: string, title: string, kind: WidgetKind, question: string, layout: { x: number, y: number, w: number, h: number }, operation: { query: string, variables: Record<string, unknown>, operationName: string }, view: { path: Array<string>, label: Array<string> | null, series: Array<string> | null, aggregate: ViewAggregate, values: Array<{ path: Array<string>, label: string, unit: Unit | null }> } | null }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DashboardSnapshotsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type DashboardSnapshotsQuery = { dashboard: { id: string, schedule: { cron: string, timeZone: string, nextAt: string } | null } | null, dashboardSnapshots: { totalCount: number, nodes: Array<{ id: string, takenAt: string, scheduled: boolean, version: number, title: string, takenBy: { id: string, displayName: string }, widgets: Array<{ title: string, formattedValue: string | null, text: string, answered: boolean }> }> } };

export type TakeDashboardSnapshotMutationVariables = Exact<{
  id: string | number;
}>;


export type TakeDashboardSnapshotMutation = { takeDashboardSnapshot:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SnapshotTaken', snapshot: { id: string } }
   };

export type SetDashboardScheduleMutationVariables = Exact<{
  id: string | number;
  schedule?: DashboardScheduleInput | null | undefined;
}>;


export type SetDashboardScheduleMutation = { setDashboardSchedule:
    | { __typename: 'DashboardScheduled' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ExportDashboardQueryVariables = Exact<{
  id: string | number;
  format: DashboardExportFormat;
}>;


export type ExportDashboardQuery = { exportDashboard: { content: string, fileName: string, mediaType: string } | null };

export type DashboardTemplatesQueryVariables = Exact<{
  first: number;
}>;


export type DashboardTemplatesQuery = { dashboardTemplates: { totalCount: number, nodes: Array<{ id: string, name: string, description: string, persona: Persona | null, builtIn: boolean, widgetCount: number | null }> } };

export type UseDashboardTemplateQueryVariables = Exact<{
  id: string | number;
}>;


export type UseDashboardTemplateQuery = { useDashboardTemplate:
    | { __typename: 'Declined', text: string, wouldHelp: Array<string> }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RefinedDashboard', dashboard: { id: string } }
   };

export type SaveDashboardTemplateMutationVariables = Exact<{
  input: SaveDashboardTemplateInput;
}>;


export type SaveDashboardTemplateMutation = { saveDashboardTemplate:
    | { __typename: 'DashboardTemplateSaved', template: { id: string, name: string } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RowRuleFieldsFragment = { id: string, name: string, entityType: string, path: string, operator: RuleOperator, values: Array<string>, userAttribute: string | null, cascade: boolean, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } };

export type ColumnMaskFieldsFragment = { id: string, name: string, entityType: string | null, attribute: string | null, sensitive: SensitiveKind | null, mode: MaskMode, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } };

export type RowRulesQueryVariables = Exact<{
  first: number;
}>;


export type RowRulesQuery = { rowRules: { totalCount: number, nodes: Array<{ id: string, name: string, entityType: string, path: string, operator: RuleOperator, values: Array<string>, userAttribute: string | null, cascade: boolean, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } }> } };

export type ColumnMasksQueryVariables = Exact<{
  first: number;
}>;


export type ColumnMasksQuery = { columnMasks: { totalCount: number, nodes: Array<{ id: string, name: string, entityType: string | null, attribute: string | null, sensitive: SensitiveKind | null, mode: MaskMode, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } }> } };

export type DataRuleModelQueryVariables = Exact<{ [key: string]: never; }>;


export type DataRuleModelQuery = { entityTypes: { nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, attributes: Array<{ id: string, name: string, label: string }>, relations: Array<{ name: string, label: string, to: { id: string, name: string } }> }> } };

export type MemberAttributesQueryVariables = Exact<{
  first: number;
}>;


export type MemberAttributesQuery = { userAttributes: { totalCount: number, nodes: Array<{ groups: Array<string>, user: { id: string, displayName: string, email: string, role: Role }, attributes: Array<{ name: string, values: Array<string> }> }> } };

export type DataAccessPreviewQueryVariables = Exact<{
  userId: string | number;
  rowRule?: RowRuleInput | null | undefined;
  columnMask?: ColumnMaskInput | null | undefined;
}>;


export type DataAccessPreviewQuery = { dataAccessPreview: { restricted: boolean, types: Array<{ entityType: string, label: string, visible: number, total: number, rowRules: Array<string>, masks: Array<{ attribute: string, label: string, mode: MaskMode, masks: Array<string> }> }> } | null };

export type SaveRowRuleMutationVariables = Exact<{
  input: RowRuleInput;
}>;


export type SaveRowRuleMutation = { saveRowRule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RowRule', id: string, name: string, entityType: string, path: string, operator: RuleOperator, values: Array<string>, userAttribute: string | null, cascade: boolean, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } }
   };

export type SaveColumnMaskMutationVariables = Exact<{
  input: ColumnMaskInput;
}>;


export type SaveColumnMaskMutation = { saveColumnMask:
    | { __typename: 'ColumnMask', id: string, name: string, entityType: string | null, attribute: string | null, sensitive: SensitiveKind | null, mode: MaskMode, problem: string | null, audience: { roles: Array<Role>, groups: Array<string>, everybodyBut: boolean } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveDataRuleMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDataRuleMutation = { removeDataRule:
    | { __typename: 'DataRuleRemoved', id: string }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SetUserAttributesMutationVariables = Exact<{
  input: UserAttributesInput;
}>;


export type SetUserAttributesMutation = { setUserAttributes:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MemberAttributes', groups: Array<string>, user: { id: string, displayName: string }, attributes: Array<{ name: string, values: Array<string> }> }
   };

export type PeopleQueryVariables = Exact<{
  first: number;
}>;


export type PeopleQuery = { tenant: { id: string, members: { nodes: Array<{ id: string, displayName: string, email: string }> } } };

export type DiscoveryRulesQueryVariables = Exact<{
  version?: number | null | undefined;
}>;


export type DiscoveryRulesQuery = { discoveryPolicy: { version: number, policy: unknown, note: string | null, savedAt: string | null, author: { id: string, displayName: string } | null } };

export type DiscoveryRuleVersionsQueryVariables = Exact<{
  first: number;
}>;


export type DiscoveryRuleVersionsQuery = { discoveryPolicyVersions: { totalCount: number, nodes: Array<{ version: number, note: string | null, savedAt: string | null, author: { id: string, displayName: string } | null }> } };

export type DiscoveryRulesPreviewQueryVariables = Exact<{
  policy: unknown;
  scanId?: string | number | null | undefined;
}>;


export type DiscoveryRulesPreviewQuery = { previewDiscoveryPolicy:
    | { __typename: 'DiscoveryPolicyPreview', changed: number, shownByScanOnly: Array<string>, ignored: Array<string>, scan: { id: string, number: number, asOf: string | null }, before: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number }, after: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number }, changes: Array<{ key: string, kind: ScanChangeKind, asset: { id: string, name: string } | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type CountsFragment = { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number };

export type SaveDiscoveryRulesMutationVariables = Exact<{
  input: SaveDiscoveryPolicyInput;
}>;


export type SaveDiscoveryRulesMutation = { saveDiscoveryPolicy:
    | { __typename: 'DiscoveryPolicySaved', policy: { version: number } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DriftFieldsFragment = { id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, field: string | null, summary: string, confidence: number, holds: boolean, detectedAt: string, closedAt: string | null, dependents: Array<{ kind: DependentKind, name: string, label: string }>, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, proposal: { id: string, status: RepairStatus, automatic: boolean } | null };

export type RepairFieldsFragment = { id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> };

export type DriftsQueryVariables = Exact<{
  filter?: DriftFilter | null | undefined;
  first: number;
}>;


export type DriftsQuery = { drifts: { totalCount: number, nodes: Array<{ id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, field: string | null, summary: string, confidence: number, holds: boolean, detectedAt: string, closedAt: string | null, dependents: Array<{ kind: DependentKind, name: string, label: string }>, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, proposal: { id: string, status: RepairStatus, automatic: boolean } | null }> } };

export type DriftDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type DriftDetailQuery = { drift: { evidence: Array<string>, id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, field: string | null, summary: string, confidence: number, holds: boolean, detectedAt: string, closedAt: string | null, before: Array<{ path: string, type: string, nullable: boolean, format: string | null, unit: string | null }>, after: Array<{ path: string, type: string, nullable: boolean, format: string | null, unit: string | null }>, dependents: Array<{ kind: DependentKind, name: string, label: string }>, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, proposal: { id: string, status: RepairStatus, automatic: boolean } | null } | null };

export type RepairsQueryVariables = Exact<{
  filter?: RepairFilter | null | undefined;
  first: number;
}>;


export type RepairsQuery = { repairs: { totalCount: number, nodes: Array<{ id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> }> } };

export type RepairDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type RepairDetailQuery = { repair: { evidence: Array<string>, id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, available: Array<{ path: string, type: string }>, preview: Array<{ before: Record<string, unknown> | null, after: Record<string, unknown> }>, drifts: Array<{ id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, summary: string }>, approval: { id: string } | null, run: { id: string } | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> } | null };

export type RepairRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RepairRulesQuery = { repairPolicy: { automatic: boolean, minimumConfidence: number, criticalKeys: boolean, criticalMoney: boolean, criticalEntities: Array<string>, observeEveryMinutes: number | null }, entityTypes: { nodes: Array<{ id: string, name: string, pluralLabel: string }> } };

export type ObserveConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type ObserveConnectionMutation = { observeConnection:
    | { __typename: 'ConnectionObserved', observedAt: string, drifts: Array<{ id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, field: string | null, summary: string, confidence: number, holds: boolean, detectedAt: string, closedAt: string | null, dependents: Array<{ kind: DependentKind, name: string, label: string }>, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, proposal: { id: string, status: RepairStatus, automatic: boolean } | null }> }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type DismissDriftMutationVariables = Exact<{
  id: string | number;
}>;


export type DismissDriftMutation = { dismissDrift:
    | { __typename: 'DriftDismissed', drift: { id: string, kind: DriftKind, severity: DriftSeverity, status: DriftStatus, field: string | null, summary: string, confidence: number, holds: boolean, detectedAt: string, closedAt: string | null, dependents: Array<{ kind: DependentKind, name: string, label: string }>, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, proposal: { id: string, status: RepairStatus, automatic: boolean } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type AcceptRepairMutationVariables = Exact<{
  id: string | number;
  changes?: Array<RepairChangeInput> | RepairChangeInput | null | undefined;
}>;


export type AcceptRepairMutation = { acceptRepair:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RepairDecided', repair: { id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, run: { id: string } | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> } }
   };

export type RejectRepairMutationVariables = Exact<{
  id: string | number;
}>;


export type RejectRepairMutation = { rejectRepair:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RepairDecided', repair: { id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> } }
   };

export type RollBackRepairMutationVariables = Exact<{
  id: string | number;
}>;


export type RollBackRepairMutation = { rollBackRepair:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RepairDecided', repair: { id: string, status: RepairStatus, confidence: number, automatic: boolean, reason: string | null, affected: number, proposedAt: string, expiresAt: string, decidedAt: string | null, run: { id: string } | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string, kind: ConnectionKind }, object: { id: string, name: string }, changes: Array<{ column: string, kind: string, from: Array<string>, how: string, confidence: number, candidates: Array<string> }> } }
   };

export type SetRepairPolicyMutationVariables = Exact<{
  input: RepairPolicyInput;
}>;


export type SetRepairPolicyMutation = { setRepairPolicy:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RepairPolicySet', policy: { automatic: boolean, minimumConfidence: number, criticalKeys: boolean, criticalMoney: boolean, criticalEntities: Array<string>, observeEveryMinutes: number | null } }
   };

export type EffectFieldsFragment = { id: string, path: string, tool: string, status: EffectStatus, input: unknown, output: unknown, problem: string | null, plannedAt: string, settledAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, settledBy: { id: string, displayName: string } | null };

export type EffectsQueryVariables = Exact<{
  first: number;
  runId?: string | number | null | undefined;
  status?: EffectStatus | null | undefined;
}>;


export type EffectsQuery = { effects: { totalCount: number, nodes: Array<{ id: string, path: string, tool: string, status: EffectStatus, input: unknown, output: unknown, problem: string | null, plannedAt: string, settledAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, settledBy: { id: string, displayName: string } | null }> } };

export type SettleEffectMutationVariables = Exact<{
  id: string | number;
  outcome: EffectOutcome;
}>;


export type SettleEffectMutation = { settleEffect:
    | { __typename: 'EffectSettled', effect: { id: string, path: string, tool: string, status: EffectStatus, input: unknown, output: unknown, problem: string | null, plannedAt: string, settledAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, settledBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type FarmRunFieldsFragment = { id: string, name: string, seed: number, status: FarmStatus, done: number, total: number, verdict: FarmVerdict | null, foretold: FarmVerdict | null, agrees: boolean | null, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string } };

export type FarmRunsQueryVariables = Exact<{
  first: number;
}>;


export type FarmRunsQuery = { farmRuns: { totalCount: number, nodes: Array<{ id: string, name: string, seed: number, status: FarmStatus, done: number, total: number, verdict: FarmVerdict | null, foretold: FarmVerdict | null, agrees: boolean | null, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string } }> } };

export type FarmRunDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type FarmRunDetailQuery = { farmRun: { scenario: Record<string, unknown>, report: Record<string, unknown> | null, id: string, name: string, seed: number, status: FarmStatus, done: number, total: number, verdict: FarmVerdict | null, foretold: FarmVerdict | null, agrees: boolean | null, startedAt: string, finishedAt: string | null, run: { id: string, status: RunStatus } | null, startedBy: { id: string, displayName: string } } | null };

export type RunFarmMutationVariables = Exact<{
  scenario: Record<string, unknown>;
}>;


export type RunFarmMutation = { runFarm:
    | { __typename: 'FarmStarted', farmRun: { id: string, name: string, seed: number, status: FarmStatus, done: number, total: number, verdict: FarmVerdict | null, foretold: FarmVerdict | null, agrees: boolean | null, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type PilotFindingFieldsFragment = { id: string, kind: string, title: string, detail: string, reasons: Array<string>, severity: PilotFindingSeverity, status: PilotFindingStatus, evidence: Record<string, unknown>, firstSeenAt: string, lastSeenAt: string, timesSeen: number, decidedAt: string | null, doneAt: string | null, resolvedAt: string | null, comment: string | null, agent: { id: string, name: string, pilot: Pilot } | null, links: Array<{ kind: FindingLinkKind, id: string, label: string }>, proposal: { action: FindingAction, intent: string, benefit: number | null, benefitUnit: FindingUnit | null, touches: number | null, reversible: boolean } | null, measure: { label: string, unit: FindingUnit, before: number, latest: number, after: number | null }, run: { id: string, title: string, status: RunStatus } | null };

export type FindingsQueryVariables = Exact<{
  first: number;
  filter?: FindingFilter | null | undefined;
}>;


export type FindingsQuery = { findings: { totalCount: number, nodes: Array<{ id: string, kind: string, title: string, detail: string, reasons: Array<string>, severity: PilotFindingSeverity, status: PilotFindingStatus, evidence: Record<string, unknown>, firstSeenAt: string, lastSeenAt: string, timesSeen: number, decidedAt: string | null, doneAt: string | null, resolvedAt: string | null, comment: string | null, agent: { id: string, name: string, pilot: Pilot } | null, links: Array<{ kind: FindingLinkKind, id: string, label: string }>, proposal: { action: FindingAction, intent: string, benefit: number | null, benefitUnit: FindingUnit | null, touches: number | null, reversible: boolean } | null, measure: { label: string, unit: FindingUnit, before: number, latest: number, after: number | null }, run: { id: string, title: string, status: RunStatus } | null }> } };

export type DismissFindingMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type DismissFindingMutation = { dismissFinding:
    | { __typename: 'FindingChanged' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ProposeFindingMutationVariables = Exact<{
  id: string | number;
}>;


export type ProposeFindingMutation = { proposeFinding:
    | { __typename: 'FindingChanged' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type FlagFieldsFragment = { key: string, area: string, description: string, enabled: boolean, default: boolean, reason: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null };

export type FeatureFlagsQueryVariables = Exact<{ [key: string]: never; }>;


export type FeatureFlagsQuery = { featureFlags: Array<{ key: string, area: string, description: string, enabled: boolean, default: boolean, reason: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null }> };

export type SetFeatureFlagMutationVariables = Exact<{
  key: string;
  enabled?: boolean | null | undefined;
  reason: string;
}>;


export type SetFeatureFlagMutation = { setFeatureFlag:
    | { __typename: 'FeatureFlag', key: string, area: string, description: string, enabled: boolean, default: boolean, reason: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type GovernanceFieldsFragment = { autonomyMode: AutonomyMode, alwaysConfirm: Array<string>, version: number, changedAt: string | null, changedBy: { id: string, displayName: string } | null };

export type ActionPolicyFieldsFragment = { id: string, name: string, position: number, enabled: boolean, pilot: Pilot | null, action: string, minComplexity: number, maxComplexity: number, amountFrom: number | null, amountTo: number | null, withoutAmount: boolean, outcome: PolicyOutcome, changedAt: string, agent: { id: string, name: string } | null, changedBy: { id: string, displayName: string } | null };

export type GovernanceQueryVariables = Exact<{ [key: string]: never; }>;


export type GovernanceQuery = { governance: { autonomyMode: AutonomyMode, alwaysConfirm: Array<string>, version: number, changedAt: string | null, changedBy: { id: string, displayName: string } | null }, actionPolicies: { totalCount: number, nodes: Array<{ id: string, name: string, position: number, enabled: boolean, pilot: Pilot | null, action: string, minComplexity: number, maxComplexity: number, amountFrom: number | null, amountTo: number | null, withoutAmount: boolean, outcome: PolicyOutcome, changedAt: string, agent: { id: string, name: string } | null, changedBy: { id: string, displayName: string } | null }> }, policyTemplates: { nodes: Array<{ key: string, title: string, description: string, rules: Array<{ name: string, outcome: PolicyOutcome }> }> } };

export type GovernanceDecisionsQueryVariables = Exact<{
  first: number;
  agentId?: string | number | null | undefined;
  verdict?: GovernanceVerdict | null | undefined;
  runId?: string | number | null | undefined;
}>;


export type GovernanceDecisionsQuery = { governanceDecisions: { totalCount: number, nodes: Array<{ id: string, action: string, path: string | null, complexity: number | null, amount: number | null, verdict: GovernanceVerdict, rule: string, reason: string, version: number, findings: Array<string>, decidedAt: string, agent: { id: string, name: string } | null, run: { id: string, title: string } | null }> } };

export type SetAutonomyModeMutationVariables = Exact<{
  mode: AutonomyMode;
}>;


export type SetAutonomyModeMutation = { setAutonomyMode:
    | { __typename: 'GovernanceSaved', governance: { autonomyMode: AutonomyMode, alwaysConfirm: Array<string>, version: number, changedAt: string | null, changedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SetAlwaysConfirmMutationVariables = Exact<{
  actions: Array<string> | string;
}>;


export type SetAlwaysConfirmMutation = { setAlwaysConfirm:
    | { __typename: 'GovernanceSaved', governance: { autonomyMode: AutonomyMode, alwaysConfirm: Array<string>, version: number, changedAt: string | null, changedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SaveActionPolicyMutationVariables = Exact<{
  input: ActionPolicyInput;
}>;


export type SaveActionPolicyMutation = { saveActionPolicy:
    | { __typename: 'ActionPolicySaved', policy: { id: string, name: string, position: number, enabled: boolean, pilot: Pilot | null, action: string, minComplexity: number, maxComplexity: number, amountFrom: number | null, amountTo: number | null, withoutAmount: boolean, outcome: PolicyOutcome, changedAt: string, agent: { id: string, name: string } | null, changedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveActionPolicyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveActionPolicyMutation = { removeActionPolicy:
    | { __typename: 'ActionPolicyRemoved', id: string }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ReorderActionPoliciesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReorderActionPoliciesMutation = { reorderActionPolicies:
    | { __typename: 'ActionPoliciesOrdered' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ApplyPolicyTemplateMutationVariables = Exact<{
  key: string;
}>;


export type ApplyPolicyTemplateMutation = { applyPolicyTemplate:
    | { __typename: 'ActionPoliciesOrdered' }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type JudgeActionQueryVariables = Exact<{
  agentId: string | number;
  action: string;
  complexity: number;
  amount?: number | null | undefined;
}>;


export type JudgeActionQuery = { judgeAction: { verdict: GovernanceVerdict, reason: string, rule: string, version: number } };

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { connections: { totalCount: number, nodes: Array<{ id: string, name: string, mappingProposal: { id: string, status: MappingStatus } | null, latestSync: { id: string, status: SyncStatus } | null }> }, entityTypes: { totalCount: number }, dashboards: { totalCount: number } };

export type QuestionsForQueryVariables = Exact<{
  persona: Persona;
}>;


export type QuestionsForQuery = { sampleQuestions: Array<string> };

export type InboxQueryVariables = Exact<{
  first: number;
  unreadOnly: boolean;
}>;


export type InboxQuery = { unreadNotifications: number, notifications: { totalCount: number, nodes: Array<{ id: string, kind: string, severity: NotificationSeverity, title: string, body: string, link: string | null, times: number, toldAt: string, readAt: string | null }> } };

export type MarkNotificationsReadMutationVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: number };

export type NotificationPreferenceFieldsFragment = { kind: string, label: string, description: string, severity: NotificationSeverity, inbox: boolean, email: boolean };

export type NotificationPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationPreferencesQuery = { notificationPreferences: Array<{ kind: string, label: string, description: string, severity: NotificationSeverity, inbox: boolean, email: boolean }> };

export type SaveNotificationPreferencesMutationVariables = Exact<{
  preferences: Array<NotificationPreferenceInput> | NotificationPreferenceInput;
}>;


export type SaveNotificationPreferencesMutation = { saveNotificationPreferences:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'NotificationPreferencesSaved', preferences: Array<{ kind: string, label: string, description: string, severity: NotificationSeverity, inbox: boolean, email: boolean }> }
   };

export type NotificationChannelFieldsFragment = { id: string, kind: NotificationChannelKind, name: string, host: string, kinds: Array<string> | null, minimumSeverity: NotificationSeverity, paused: boolean, createdAt: string, actionsUrl: string | null, takesDecisions: boolean };

export type NotificationChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationChannelsQuery = { notificationChannels: Array<{ id: string, kind: NotificationChannelKind, name: string, host: string, kinds: Array<string> | null, minimumSeverity: NotificationSeverity, paused: boolean, createdAt: string, actionsUrl: string | null, takesDecisions: boolean }> };

export type CreateNotificationChannelMutationVariables = Exact<{
  input: CreateNotificationChannelInput;
}>;


export type CreateNotificationChannelMutation = { createNotificationChannel:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'NotificationChannelMade', secret: string | null, channel: { id: string, kind: NotificationChannelKind, name: string, host: string, kinds: Array<string> | null, minimumSeverity: NotificationSeverity, paused: boolean, createdAt: string, actionsUrl: string | null, takesDecisions: boolean } }
   };

export type ChangeNotificationChannelMutationVariables = Exact<{
  input: ChangeNotificationChannelInput;
}>;


export type ChangeNotificationChannelMutation = { changeNotificationChannel:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'NotificationChannelChanged', channel: { id: string, kind: NotificationChannelKind, name: string, host: string, kinds: Array<string> | null, minimumSeverity: NotificationSeverity, paused: boolean, createdAt: string, actionsUrl: string | null, takesDecisions: boolean } }
   };

export type RemoveNotificationChannelMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveNotificationChannelMutation = { removeNotificationChannel: boolean };

export type NotificationDeliveryFieldsFragment = { id: string, channelId: string, kind: string, title: string, status: NotificationDeliveryStatus, attempts: number, replyStatus: number | null, problem: string | null, createdAt: string, nextAt: string | null, finishedAt: string | null };

export type TestNotificationChannelMutationVariables = Exact<{
  id: string | number;
}>;


export type TestNotificationChannelMutation = { testNotificationChannel: { id: string, channelId: string, kind: string, title: string, status: NotificationDeliveryStatus, attempts: number, replyStatus: number | null, problem: string | null, createdAt: string, nextAt: string | null, finishedAt: string | null } };

export type NotificationDeliveriesQueryVariables = Exact<{
  first: number;
  status?: NotificationDeliveryStatus | null | undefined;
}>;


export type NotificationDeliveriesQuery = { notificationDeliveries: { totalCount: number, nodes: Array<{ id: string, channelId: string, kind: string, title: string, status: NotificationDeliveryStatus, attempts: number, replyStatus: number | null, problem: string | null, createdAt: string, nextAt: string | null, finishedAt: string | null }> } };

export type RetryDeliveryMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryDeliveryMutation = { retryDelivery: { id: string, channelId: string, kind: string, title: string, status: NotificationDeliveryStatus, attempts: number, replyStatus: number | null, problem: string | null, createdAt: string, nextAt: string | null, finishedAt: string | null } };

export type JournalQueryVariables = Exact<{
  filter?: JournalFilter | null | undefined;
  first: number;
}>;


export type JournalQuery = { journal: { totalCount: number, nodes: Array<{ id: string, sequence: number, at: string, userId: string | null, credentialKind: string | null, credentialId: string | null, requestId: string | null, traceId: string | null, hash: string, address: string | null, transport: string, kind: JournalKind, operation: string, documentHash: string | null, outcome: string, cost: number | null, durationMs: number, touched: Array<string>, user: { id: string, displayName: string } | null }> } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first: number;
}>;


export type AuditTrailQuery = { auditTrail: { totalCount: number, nodes: Array<{ id: string, sequence: number, at: string, userId: string | null, requestId: string | null, hash: string, action: string, subjectType: string, subjectId: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null, erased: boolean, user: { id: string, displayName: string } | null }> } };

export type VerifyJournalQueryVariables = Exact<{
  chain: JournalChain;
  after: number;
  known?: KnownHeadInput | null | undefined;
}>;


export type VerifyJournalQuery = { verifyJournal: { verified: number, erased: number, next: number | null, deletedUpTo: number, broken: { sequence: number, breach: JournalBreach } | null, head: { sequence: number, hash: string } | null } };

export type JournalPeopleQueryVariables = Exact<{
  first: number;
}>;


export type JournalPeopleQuery = { tenant: { id: string, members: { nodes: Array<{ id: string, displayName: string }> } } };

export type ApiKeyFieldsFragment = { id: string, name: string, start: string, scopes: Array<string> | null, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, lastUsedFrom: string | null, account: { id: string, displayName: string, email: string } | null, madeBy: { id: string, displayName: string } | null };

export type ApiKeysQueryVariables = Exact<{
  first: number;
  working: boolean;
}>;


export type ApiKeysQuery = { apiKeys: { totalCount: number, nodes: Array<{ id: string, name: string, start: string, scopes: Array<string> | null, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, lastUsedFrom: string | null, account: { id: string, displayName: string, email: string } | null, madeBy: { id: string, displayName: string } | null }> } };

export type KeyScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type KeyScopesQuery = { scopes: Array<{ name: string, description: string, allowed: boolean }> };

export type ServiceAccountsQueryVariables = Exact<{
  first: number;
}>;


export type ServiceAccountsQuery = { serviceAccounts: { totalCount: number, nodes: Array<{ id: string, name: string, role: Role, createdAt: string, createdBy: { id: string, displayName: string } | null }> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey:
    | { __typename: 'ApiKeyMade', secret: string, key: { id: string, name: string, start: string, scopes: Array<string> | null, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, lastUsedFrom: string | null, account: { id: string, displayName: string, email: string } | null, madeBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RotateApiKeyMutationVariables = Exact<{
  id: string | number;
  overlapHours: number;
}>;


export type RotateApiKeyMutation = { rotateApiKey:
    | { __typename: 'ApiKeyMade', secret: string, key: { id: string, name: string, start: string, scopes: Array<string> | null, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, lastUsedFrom: string | null, account: { id: string, displayName: string, email: string } | null, madeBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

export type CreateServiceAccountMutationVariables = Exact<{
  input: CreateServiceAccountInput;
}>;


export type CreateServiceAccountMutation = { createServiceAccount:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ServiceAccountSaved', account: { id: string, name: string, role: Role } }
   };

export type ChangeServiceAccountMutationVariables = Exact<{
  input: ChangeServiceAccountInput;
}>;


export type ChangeServiceAccountMutation = { changeServiceAccount:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ServiceAccountSaved', account: { id: string, name: string, role: Role } }
   };

export type RemoveServiceAccountMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveServiceAccountMutation = { removeServiceAccount: boolean };

export type FrozenNoteQueryVariables = Exact<{ [key: string]: never; }>;


export type FrozenNoteQuery = { tenant: { id: string, frozenAt: string | null, frozenReason: string | null } };

export type TenantStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantStandingQuery = { tenant: { id: string, name: string, status: TenantStatus, frozenAt: string | null, frozenReason: string | null } };

export type FreezeTenantMutationVariables = Exact<{
  reason: string;
}>;


export type FreezeTenantMutation = { freezeTenant:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Tenant', id: string, status: TenantStatus, frozenAt: string | null, frozenReason: string | null }
   };

export type UnfreezeTenantMutationVariables = Exact<{ [key: string]: never; }>;


export type UnfreezeTenantMutation = { unfreezeTenant: { id: string, status: TenantStatus, frozenAt: string | null, frozenReason: string | null } };

export type TenantExportFieldsFragment = { id: string, status: TenantExportStatus, runId: string, createdAt: string, finishedAt: string | null, expiresAt: string, files: number, rows: number, bytes: number, path: string };

export type TenantExportsQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantExportsQuery = { tenantExports: Array<{ id: string, status: TenantExportStatus, runId: string, createdAt: string, finishedAt: string | null, expiresAt: string, files: number, rows: number, bytes: number, path: string }> };

export type ExportTenantMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportTenantMutation = { exportTenant:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TenantExport', id: string, status: TenantExportStatus, runId: string, createdAt: string, finishedAt: string | null, expiresAt: string, files: number, rows: number, bytes: number, path: string }
   };

export type CloseTenantMutationVariables = Exact<{
  confirm: string;
  reason?: string | null | undefined;
  withoutExport: boolean;
}>;


export type CloseTenantMutation = { closeTenant:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TenantClosing', receipt: string }
   };

export type ClosureProofQueryVariables = Exact<{
  receipt: string | number;
}>;


export type ClosureProofQuery = { closureProof: { tenantId: string, tenantName: string, requestedAt: string, finishedAt: string | null, seal: string | null, genuine: boolean, before: Array<{ name: string, count: number }>, after: Array<{ name: string, count: number }>, checks: Array<{ name: string, passed: boolean }> } | null };

export type LineageQueryVariables = Exact<{
  of: LineageSubject;
  direction: LineageDirection;
}>;


export type LineageQuery = { lineage: { truncated: boolean, nodes: Array<{ key: string, kind: LineageKind, id: string, label: string, detail: string | null, layer: number, connection: { id: string } | null, object: { id: string, connection: { id: string } } | null, entityType: { id: string, name: string, label: string } | null }>, edges: Array<{ from: string, to: string, label: string | null }> } };

export type LineageStartsQueryVariables = Exact<{ [key: string]: never; }>;


export type LineageStartsQuery = { entityTypes: { nodes: Array<{ id: string, name: string, label: string }> }, metrics: { nodes: Array<{ name: string, label: string, available: boolean }> } };

export type LineagePartsQueryVariables = Exact<{
  name: string;
}>;


export type LineagePartsQuery = { entityType: { id: string, attributes: Array<{ id: string, label: string, mappings: Array<{ id: string, column: string, object: { id: string, name: string } }> }> } | null };

export type StepFieldsFragment = { sentence: string, step: { kind: TransformKind, blanks: Array<string> | null, columns: Array<string> | null, dates: DateOrder | null, decimal: string | null, fallback: string | null, from: string | null, fromColumn: string | null, onColumn: string | null, otherwise: OtherValues | null, part: number | null, rest: boolean | null, separator: string | null, to: string | null, cases: Array<{ from: Array<string>, to: string }> | null } };

export type ProposalFieldsFragment = { id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, connection: { id: string, name: string }, problem: { code: string, field: string | null, message: string, todo: string } | null, tables: Array<{ id: string, entityName: string, entityLabel: string, adopted: boolean, confidence: number, evidence: Array<string>, unpivoted: boolean, object: { id: string, name: string, rowCount: number, quarantinedCount: number, schema: { id: string, fields: Array<{ name: string, type: SourceFieldType, blankCount: number, examples: Array<string> }> } | null }, suggestedUnpivot: { confidence: number, evidence: Array<string>, cells: Array<string> } | null, fields: Array<{ id: string, column: string, attribute: string, attributeLabel: string, canonical: boolean, type: AttributeType, relatesTo: string | null, leftOut: boolean, level: MappingLevel, confidence: number, evidence: Array<string>, learned: { decisions: number } | null, alternatives: Array<{ attribute: string, label: string, confidence: number }> }> }> };

export type ConnectionProposalQueryVariables = Exact<{
  connectionId: string | number;
}>;


export type ConnectionProposalQuery = { connection: { id: string, name: string, mappingProposal: { id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, connection: { id: string, name: string }, problem: { code: string, field: string | null, message: string, todo: string } | null, tables: Array<{ id: string, entityName: string, entityLabel: string, adopted: boolean, confidence: number, evidence: Array<string>, unpivoted: boolean, object: { id: string, name: string, rowCount: number, quarantinedCount: number, schema: { id: string, fields: Array<{ name: string, type: SourceFieldType, blankCount: number, examples: Array<string> }> } | null }, suggestedUnpivot: { confidence: number, evidence: Array<string>, cells: Array<string> } | null, fields: Array<{ id: string, column: string, attribute: string, attributeLabel: string, canonical: boolean, type: AttributeType, relatesTo: string | null, leftOut: boolean, level: MappingLevel, confidence: number, evidence: Array<string>, learned: { decisions: number } | null, alternatives: Array<{ attribute: string, label: string, confidence: number }> }> }> } | null, objects: { nodes: Array<{ id: string, name: string, status: SourceObjectStatus, statusReason: string | null }> } } | null };

export type ProposalProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ProposalProgressQuery = { mappingProposal: { id: string, status: MappingStatus, recordsUnified: number, decidedAt: string | null, problem: { code: string, field: string | null, message: string, todo: string } | null } | null };

export type CanonicalEntitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type CanonicalEntitiesQuery = { canonicalEntities: Array<{ name: string, label: string, description: string, attributes: Array<{ name: string, label: string, type: AttributeType, description: string | null }> }> };

export type ReviseMappingMutationVariables = Exact<{
  input: ReviseMappingInput;
}>;


export type ReviseMappingMutation = { reviseMapping:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingRevised', proposal: { id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, connection: { id: string, name: string }, problem: { code: string, field: string | null, message: string, todo: string } | null, tables: Array<{ id: string, entityName: string, entityLabel: string, adopted: boolean, confidence: number, evidence: Array<string>, unpivoted: boolean, object: { id: string, name: string, rowCount: number, quarantinedCount: number, schema: { id: string, fields: Array<{ name: string, type: SourceFieldType, blankCount: number, examples: Array<string> }> } | null }, suggestedUnpivot: { confidence: number, evidence: Array<string>, cells: Array<string> } | null, fields: Array<{ id: string, column: string, attribute: string, attributeLabel: string, canonical: boolean, type: AttributeType, relatesTo: string | null, leftOut: boolean, level: MappingLevel, confidence: number, evidence: Array<string>, learned: { decisions: number } | null, alternatives: Array<{ attribute: string, label: string, confidence: number }> }> }> } }
   };

export type AcceptMappingMutationVariables = Exact<{
  input: AcceptMappingInput;
}>;


export type AcceptMappingMutation = { acceptMapping:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingAccepted', proposal: { id: string, status: MappingStatus } }
   };

export type FieldTransformsQueryVariables = Exact<{
  id: string | number;
}>;


export type FieldTransformsQuery = { similarPastMappings: Array<{ accepted: boolean, similarity: number, pair: { id: string, object: string, field: string, entityType: string, attribute: string, times: number } }>, fieldMapping: { id: string, column: string, reasons: Array<{ kind: MappingReasonKind, text: string, weight: number }>, transforms: Array<{ sentence: string, step: { kind: TransformKind, blanks: Array<string> | null, columns: Array<string> | null, dates: DateOrder | null, decimal: string | null, fallback: string | null, from: string | null, fromColumn: string | null, onColumn: string | null, otherwise: OtherValues | null, part: number | null, rest: boolean | null, separator: string | null, to: string | null, cases: Array<{ from: Array<string>, to: string }> | null } }>, suggestedTransforms: Array<{ confidence: number, evidence: Array<string>, type: AttributeType, transforms: Array<{ sentence: string, step: { kind: TransformKind, blanks: Array<string> | null, columns: Array<string> | null, dates: DateOrder | null, decimal: string | null, fallback: string | null, from: string | null, fromColumn: string | null, onColumn: string | null, otherwise: OtherValues | null, part: number | null, rest: boolean | null, separator: string | null, to: string | null, cases: Array<{ from: Array<string>, to: string }> | null } }> }>, alsoFeeds: Array<{ attribute: string, label: string, type: AttributeType, transforms: Array<{ sentence: string }> }> } | null };

export type TransformPreviewQueryVariables = Exact<{
  fieldId: string | number;
  transforms?: Array<TransformStepInput> | TransformStepInput | null | undefined;
  type?: AttributeType | null | undefined;
}>;


export type TransformPreviewQuery = { transformPreview:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TransformPreview', records: number, blank: number, setAside: number, values: Array<{ before: string, after: string | null, records: number, setAside: boolean }> }
   | null };

export type MappingsQueryVariables = Exact<{
  first: number;
}>;


export type MappingsQuery = { mappingProposals: { totalCount: number, nodes: Array<{ id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, decidedBy: { id: string, displayName: string } | null, connection: { id: string, name: string }, tables: Array<{ id: string, entityLabel: string }> }> } };

export type JobFieldsFragment = { id: string, status: MappingJobStatus, progress: number, autoAcceptAbove: number, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string }, connections: Array<{ state: MappedConnectionState, reason: string | null, proposed: number, accepted: number, left: number, landed: number | null, unified: number | null, quarantined: number | null, connection: { id: string, name: string } }> };

export type MappingJobsQueryVariables = Exact<{
  first: number;
}>;


export type MappingJobsQuery = { mappingJobs: { totalCount: number, nodes: Array<{ id: string, status: MappingJobStatus, progress: number, autoAcceptAbove: number, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string }, connections: Array<{ state: MappedConnectionState, reason: string | null, proposed: number, accepted: number, left: number, landed: number | null, unified: number | null, quarantined: number | null, connection: { id: string, name: string } }> }> }, connections: { nodes: Array<{ id: string, name: string }> } };

export type MappingPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type MappingPolicyQuery = { mappingPolicy: { autoAccept: boolean, changedAt: string | null, thresholds: { auto: number, review: number } } };

export type SetMappingPolicyMutationVariables = Exact<{
  input: MappingPolicyInput;
}>;


export type SetMappingPolicyMutation = { setMappingPolicy:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingPolicySet', policy: { autoAccept: boolean, changedAt: string | null, thresholds: { auto: number, review: number } } }
   };

export type StartMappingJobMutationVariables = Exact<{
  connectionIds: Array<string | number> | string | number;
  autoAcceptAbove?: number | null | undefined;
}>;


export type StartMappingJobMutation = { startMappingJob:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingJobStarted', job: { id: string, status: MappingJobStatus, progress: number, autoAcceptAbove: number, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string }, connections: Array<{ state: MappedConnectionState, reason: string | null, proposed: number, accepted: number, left: number, landed: number | null, unified: number | null, quarantined: number | null, connection: { id: string, name: string } }> } }
   };

export type CancelMappingJobMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelMappingJobMutation = { cancelMappingJob: { id: string, status: MappingJobStatus, progress: number, autoAcceptAbove: number, startedAt: string, finishedAt: string | null, startedBy: { id: string, displayName: string }, connections: Array<{ state: MappedConnectionState, reason: string | null, proposed: number, accepted: number, left: number, landed: number | null, unified: number | null, quarantined: number | null, connection: { id: string, name: string } }> } | null };

export type MappingPairsQueryVariables = Exact<{
  first: number;
}>;


export type MappingPairsQuery = { mappingPolicy: { matcher: { fittedAt: string, pairs: number, rightBefore: number, rightAfter: number } | null }, mappingPairs: { totalCount: number, nodes: Array<{ id: string, object: string, field: string, entityType: string, attribute: string, score: number, times: number, at: string }> } };

export type ImportMappingPairsMutationVariables = Exact<{
  pairs: Array<MappingPairInput> | MappingPairInput;
}>;


export type ImportMappingPairsMutation = { importMappingPairs:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingPairsImported', matcher: { pairs: number, rightBefore: number, rightAfter: number } }
   };

export type RemoveMappingPairsMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveMappingPairsMutation = { removeMappingPairs: { changedAt: string | null, matcher: { fittedAt: string } | null } };

export type MembersQueryVariables = Exact<{
  first: number;
}>;


export type MembersQuery = { tenant: { id: string, members: { totalCount: number, nodes: Array<{ id: string, displayName: string, email: string, role: Role, createdAt: string }> } } };

export type InvitationsQueryVariables = Exact<{
  first: number;
}>;


export type InvitationsQuery = { tenant: { id: string, invitations: { totalCount: number, nodes: Array<{ id: string, email: string, role: Role, createdAt: string, expiresAt: string }> } } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  role: Role;
}>;


export type InviteMemberMutation = { inviteMember:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Invitation', id: string, email: string }
   };

export type RevokeInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInvitationMutation = { revokeInvitation:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Invitation', id: string, email: string, role: Role }
   };

export type ChangeMemberRoleMutationVariables = Exact<{
  userId: string | number;
  role: Role;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'User', id: string, displayName: string, role: Role }
   };

export type RemoveMemberMutationVariables = Exact<{
  userId: string | number;
}>;


export type RemoveMemberMutation = { removeMember:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MemberRemoved', userId: string }
   };

export type FailedJobsQueryVariables = Exact<{
  first: number;
  connectionId?: string | number | null | undefined;
}>;


export type FailedJobsQuery = { failedJobs: { totalCount: number, nodes: Array<{ id: string, code: string, message: string, todo: string, failedAt: string, step: string, tries: number, canRequeue: boolean, superseded: boolean, checkpoint: string | null, run: { id: string, title: string, connection: { id: string, name: string } | null } }> } };

export type RequeueJobsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type RequeueJobsMutation = { requeueJobs: { runs: Array<{ id: string, status: RunStatus }>, refused: Array<{ id: string, problem: { code: string, message: string, todo: string } }> } };

export type DiscardJobMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardJobMutation = { discardJob:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'JobDiscarded' }
   };

export type TraceOfRecordQueryVariables = Exact<{
  objectId: string | number;
  key: string;
}>;


export type TraceOfRecordQuery = { recordTrace: { key: string, version: string | null, removed: boolean, modelVersion: number | null, object: { id: string, name: string, connection: { id: string, name: string } } | null, record: { id: string } | null, steps: Array<{ kind: TraceStepKind, at: string | null, done: boolean, title: string, run: { id: string } | null, sync: { id: string } | null }>, runs: Array<{ id: string, title: string, status: RunStatus }> } | null };

export type TraceObjectsQueryVariables = Exact<{
  first: number;
}>;


export type TraceObjectsQuery = { connections: { nodes: Array<{ id: string, name: string, objects: { nodes: Array<{ id: string, name: string, status: SourceObjectStatus }> } }> } };

export type MeshOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type MeshOverviewQuery = { mesh: { at: string, driftEvents24h: number, healed24h: number, errorBudgetLeft: number, recordsLanded24h: number, quarantined: number, connections: { total: number, healthy: number, degraded: number, failing: number, unknown: number, waitingForPerson: number }, repairs24h: { automatic: number, approved: number, rejected: number, rolledBack: number, waiting: number }, freshness: { p50: number | null, p95: number | null }, lag: { p50: number | null, p95: number | null }, vendors: Array<{ kind: ConnectionKind, requests: number, failures: number, retries: number, limited: number, waitedSeconds: number }> } };

export type MeshConnectionsQueryVariables = Exact<{
  first: number;
}>;


export type MeshConnectionsQuery = { connections: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ConnectionKind, health: { status: ConnectionHealthStatus, freshnessSeconds: number | null, reasons: Array<{ code: string, message: string, todo: string }>, errorBudget: { left: number }, healing: { nextAttemptAt: string | null, waitsForPerson: boolean } | null } }> } };

export type FlowFieldsFragment = { at: string, minutes: number, stages: Array<{ stage: FlowStageKind, records: number, ratePerMinute: number, inFlight: number, lagSeconds: number | null, lagP95Seconds: number | null, waitingSeconds: number | null, minutes: Array<{ at: string, records: number }> }>, slowest: { stage: FlowStageKind, seconds: number, why: string, connection: { id: string, name: string } | null } | null };

export type RecordFlowQueryVariables = Exact<{
  minutes: number;
  connectionId?: string | number | null | undefined;
}>;


export type RecordFlowQuery = { flow: { at: string, minutes: number, stages: Array<{ stage: FlowStageKind, records: number, ratePerMinute: number, inFlight: number, lagSeconds: number | null, lagP95Seconds: number | null, waitingSeconds: number | null, minutes: Array<{ at: string, records: number }> }>, slowest: { stage: FlowStageKind, seconds: number, why: string, connection: { id: string, name: string } | null } | null } };

export type FlowChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  minutes: number;
}>;


export type FlowChangesSubscription = { flowChanged: { cursor: string, at: string, flow: { at: string, minutes: number, stages: Array<{ stage: FlowStageKind, records: number, ratePerMinute: number, inFlight: number, lagSeconds: number | null, lagP95Seconds: number | null, waitingSeconds: number | null, minutes: Array<{ at: string, records: number }> }>, slowest: { stage: FlowStageKind, seconds: number, why: string, connection: { id: string, name: string } | null } | null } } };

export type MetricOutlineFragment = { name: string, label: string, description: string, source: string, unit: Unit, domain: Domain, kind: MetricKind, origin: MetricOrigin, available: boolean, missing: Array<string>, version: number };

export type MetricSpecFieldsFragment = { name: string, label: string, synonyms: Array<string>, description: string, definition: string, source: string, unit: Unit, goodDirection: GoodDirection, domain: Domain, personas: Array<Persona>, formula: string | null, bindings: Array<{ entity: string, aggregate: MetricAggregate, of: string | null, time: string | null, spanStart: string | null, spanEnd: string | null, overTime: MetricOverTime | null, where: Array<{ attribute: string, is: Array<string> | null, not: Array<string> | null, blank: boolean | null, above: number | null, daysAgo: number | null }> }> };

export type MetricsQueryVariables = Exact<{
  filter?: MetricFilter | null | undefined;
  first: number;
}>;


export type MetricsQuery = { metrics: { totalCount: number, nodes: Array<{ name: string, label: string, description: string, source: string, unit: Unit, domain: Domain, kind: MetricKind, origin: MetricOrigin, available: boolean, missing: Array<string>, version: number }> } };

export type MetricDetailQueryVariables = Exact<{
  name: string;
}>;


export type MetricDetailQuery = { metric: { definition: string, goodDirection: GoodDirection, synonyms: Array<string>, personas: Array<Persona>, grain: string | null, note: string | null, scenarios: Array<Scenario>, name: string, label: string, description: string, source: string, unit: Unit, domain: Domain, kind: MetricKind, origin: MetricOrigin, available: boolean, missing: Array<string>, version: number, dimensions: Array<{ label: string, entity: string, values: number | null }>, hierarchies: Array<{ label: string, levels: Array<string> }>, related: Array<{ name: string, label: string, relation: MetricRelation, explanation: string }>, spec: { name: string, label: string, synonyms: Array<string>, description: string, definition: string, source: string, unit: Unit, goodDirection: GoodDirection, domain: Domain, personas: Array<Persona>, formula: string | null, bindings: Array<{ entity: string, aggregate: MetricAggregate, of: string | null, time: string | null, spanStart: string | null, spanEnd: string | null, overTime: MetricOverTime | null, where: Array<{ attribute: string, is: Array<string> | null, not: Array<string> | null, blank: boolean | null, above: number | null, daysAgo: number | null }> }> } } | null };

export type MetricVersionsQueryVariables = Exact<{
  name: string;
  first: number;
}>;


export type MetricVersionsQuery = { metricVersions: { totalCount: number, nodes: Array<{ version: number, changedAt: string, changedBy: { id: string, displayName: string }, spec: { definition: string } }> } };

export type TestMetricQueryVariables = Exact<{
  input: MetricInput;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type TestMetricQuery = { testMetric:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricTested', formattedValue: string | null, recordCount: number, sql: string, columns: Array<string>, rows: Array<{ cells: Array<string> }> }
   };

export type SaveMetricMutationVariables = Exact<{
  input: MetricInput;
  version: number;
}>;


export type SaveMetricMutation = { saveMetric:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricSaved', metric: { name: string, label: string, description: string, source: string, unit: Unit, domain: Domain, kind: MetricKind, origin: MetricOrigin, available: boolean, missing: Array<string>, version: number } }
   };

export type RestoreMetricMutationVariables = Exact<{
  name: string;
  version: number;
}>;


export type RestoreMetricMutation = { restoreMetric:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricSaved', metric: { name: string, label: string, description: string, source: string, unit: Unit, domain: Domain, kind: MetricKind, origin: MetricOrigin, available: boolean, missing: Array<string>, version: number } }
   };

export type RemoveMetricMutationVariables = Exact<{
  name: string;
}>;


export type RemoveMetricMutation = { removeMetric:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricRemoved', name: string }
   };

export type VerifiedAnswersQueryVariables = Exact<{
  first: number;
}>;


export type VerifiedAnswersQuery = { verifiedAnswers: { totalCount: number, nodes: Array<{ persona: Persona | null, id: string, question: string, note: string | null, stale: boolean, verifiedAt: string, verifiedBy: { id: string, displayName: string } }> } };

export type WatchFieldsFragment = { id: string, name: string, kind: MetricWatchKind, direction: WatchDirection, threshold: number | null, grain: CalendarGrain, paused: boolean, createdAt: string, createdBy: { id: string, displayName: string }, metric: { name: string, label: string, unit: Unit } | null };

export type MetricWatchesQueryVariables = Exact<{
  first: number;
}>;


export type MetricWatchesQuery = { metricWatches: { totalCount: number, nodes: Array<{ id: string, name: string, kind: MetricWatchKind, direction: WatchDirection, threshold: number | null, grain: CalendarGrain, paused: boolean, createdAt: string, createdBy: { id: string, displayName: string }, metric: { name: string, label: string, unit: Unit } | null }> } };

export type MetricAlertsQueryVariables = Exact<{
  first: number;
}>;


export type MetricAlertsQuery = { metricAlerts: { totalCount: number, nodes: Array<{ id: string, at: string, period: string, direction: WatchDirection, text: string, watch: { id: string, name: string, metric: { name: string, label: string } | null } | null }> } };

export type WatchableMetricsQueryVariables = Exact<{ [key: string]: never; }>;


export type WatchableMetricsQuery = { metrics: { nodes: Array<{ name: string, label: string }> } };

export type SaveMetricWatchMutationVariables = Exact<{
  input: SaveMetricWatchInput;
}>;


export type SaveMetricWatchMutation = { saveMetricWatch:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricWatchSaved', watch: { id: string, name: string, kind: MetricWatchKind, direction: WatchDirection, threshold: number | null, grain: CalendarGrain, paused: boolean, createdAt: string, createdBy: { id: string, displayName: string }, metric: { name: string, label: string, unit: Unit } | null } }
   };

export type RemoveMetricWatchMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMetricWatchMutation = { removeMetricWatch:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MetricWatchRemoved' }
   };

export type WhatIfMetricFieldsFragment = { original: number | null, changed: number | null, change: number | null, relative: number | null, formattedOriginal: string | null, formattedChanged: string | null, metric: { name: string, label: string, unit: Unit, goodDirection: GoodDirection } };

export type WhatIfQueryVariables = Exact<{
  input: WhatIfInput;
}>;


export type WhatIfQuery = { whatIf:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'WhatIf', text: string, assumptions: Array<string>, drivers: Array<{ original: number | null, changed: number | null, change: number | null, relative: number | null, formattedOriginal: string | null, formattedChanged: string | null, metric: { name: string, label: string, unit: Unit, goodDirection: GoodDirection } }>, affected: Array<{ original: number | null, changed: number | null, change: number | null, relative: number | null, formattedOriginal: string | null, formattedChanged: string | null, metric: { name: string, label: string, unit: Unit, goodDirection: GoodDirection } }> }
   };

export type MetricChoicesQueryVariables = Exact<{
  first: number;
}>;


export type MetricChoicesQuery = { metrics: { nodes: Array<{ name: string, label: string, unit: Unit }> } };

export type ModelProviderFieldsFragment = { id: string, baseUrl: string | null, models: Array<string>, inputPrice: number | null, outputPrice: number | null, origin: ModelOrigin, updatedAt: string | null };

export type ModelProviderQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelProviderQuery = { modelProvider: { id: string, baseUrl: string | null, models: Array<string>, inputPrice: number | null, outputPrice: number | null, origin: ModelOrigin, updatedAt: string | null } | null };

export type SetModelProviderMutationVariables = Exact<{
  input: ModelProviderInput;
}>;


export type SetModelProviderMutation = { setModelProvider:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ModelProviderSet', provider: { id: string, baseUrl: string | null, models: Array<string>, inputPrice: number | null, outputPrice: number | null, origin: ModelOrigin, updatedAt: string | null } }
   };

export type RemoveModelProviderMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveModelProviderMutation = { removeModelProvider: { removed: boolean } };

export type TestModelProviderMutationVariables = Exact<{ [key: string]: never; }>;


export type TestModelProviderMutation = { testModelProvider: { works: boolean, text: string, model: string | null, milliseconds: number } };

export type DifferenceFragment = { action: OntologyDifferenceAction, subject: OntologySubject, entityType: string, name: string, property: string | null, before: string | null, after: string | null };

export type OntologyDraftQueryVariables = Exact<{ [key: string]: never; }>;


export type OntologyDraftQuery = { ontologyDraft: { id: string, revision: number, basedOn: number, updatedAt: string, behind: boolean, diff: Array<{ action: OntologyDifferenceAction, subject: OntologySubject, entityType: string, name: string, property: string | null, before: string | null, after: string | null }>, problems: Array<{ code: string, field: string | null, message: string, todo: string }> } | null };

export type ModelPartsQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelPartsQuery = { entityTypes: { nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, description: string | null, synonyms: Array<string>, origin: EntityOrigin, attributes: Array<{ id: string, name: string, label: string, type: AttributeType, semantic: string | null, unit: string | null, description: string | null, synonyms: Array<string>, computed: { expression: string } | null }>, relations: Array<{ name: string, label: string, description: string | null, to: { id: string, name: string } }> }> } };

export type OntologyVersionsQueryVariables = Exact<{
  first: number;
}>;


export type OntologyVersionsQuery = { ontologyVersions: { totalCount: number, nodes: Array<{ version: number, kind: OntologyVersionKind, publishedAt: string, note: string | null, restored: number | null, entityTypeCount: number, publishedBy: { id: string, displayName: string } | null, changes: Array<{ action: OntologyDifferenceAction, subject: OntologySubject, entityType: string, name: string, property: string | null, before: string | null, after: string | null }> }> } };

export type EditOntologyMutationVariables = Exact<{
  changes: Array<OntologyChange> | OntologyChange;
  revision?: number | null | undefined;
}>;


export type EditOntologyMutation = { editOntology:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OntologyEdited', draft: { id: string, revision: number, basedOn: number, updatedAt: string, behind: boolean, diff: Array<{ action: OntologyDifferenceAction, subject: OntologySubject, entityType: string, name: string, property: string | null, before: string | null, after: string | null }>, problems: Array<{ code: string, field: string | null, message: string, todo: string }> } }
   };

export type RebaseOntologyDraftMutationVariables = Exact<{
  keep: OntologyDraftSide;
}>;


export type RebaseOntologyDraftMutation = { rebaseOntologyDraft:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OntologyEdited', draft: { id: string, revision: number, behind: boolean } }
   };

export type DiscardOntologyDraftMutationVariables = Exact<{ [key: string]: never; }>;


export type DiscardOntologyDraftMutation = { discardOntologyDraft: boolean };

export type PublishOntologyMutationVariables = Exact<{
  note?: string | null | undefined;
}>;


export type PublishOntologyMutation = { publishOntology:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OntologyPublished', version: { version: number } }
   };

export type RollBackOntologyMutationVariables = Exact<{
  version: number;
  note?: string | null | undefined;
}>;


export type RollBackOntologyMutation = { rollBackOntology:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OntologyPublished', version: { version: number } }
   };

export type FeedEventFieldsFragment = { id: string, cursor: string, at: string, topic: string, severity: FeedSeverity, title: string, detail: string | null, run: { title: string, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, approval: { id: string, status: ApprovalStatus } | null };

export type FeedQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FeedQuery = { feed: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, cursor: string, at: string, topic: string, severity: FeedSeverity, title: string, detail: string | null, run: { title: string, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, approval: { id: string, status: ApprovalStatus } | null }> } };

export type TenantFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TenantFeedSubscription = { tenantFeed: { id: string, cursor: string, at: string, topic: string, severity: FeedSeverity, title: string, detail: string | null, run: { title: string, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, approval: { id: string, status: ApprovalStatus } | null } };

export type EntityTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type EntityTypesQuery = { entityTypes: { totalCount: number, nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, description: string | null, origin: EntityOrigin, recordCount: number, attributes: Array<{ id: string, name: string }>, relations: Array<{ name: string, label: string, to: { id: string, name: string, label: string } }>, connections: Array<{ id: string, name: string }> }> }, mappingProposals: { totalCount: number, nodes: Array<{ id: string, status: MappingStatus, createdAt: string, connection: { id: string, name: string }, tables: Array<{ id: string }> }> } };

export type EntityTypeDetailQueryVariables = Exact<{
  name: string;
  first: number;
}>;


export type EntityTypeDetailQuery = { entityType: { id: string, name: string, label: string, pluralLabel: string, description: string | null, origin: EntityOrigin, recordCount: number, limitedBy: Array<string>, attributes: Array<{ id: string, name: string, label: string, type: AttributeType, semantic: string | null, unit: string | null, description: string | null, mask: MaskMode | null, mappings: Array<{ id: string, column: string, confidence: number, object: { id: string, name: string } }> }>, relations: Array<{ name: string, label: string, resolvedCount: number, nearCount: number, unresolvedCount: number, to: { id: string, name: string, label: string }, nearMatches: Array<{ value: string, matched: string, similarity: number, records: number, evidence: string }> }>, records: { totalCount: number, nodes: Array<{ id: string, title: string, values: Record<string, unknown> }> } } | null };

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { assets: { totalCount: number }, connections: { totalCount: number, nodes: Array<{ id: string, name: string, status: ConnectionStatus, objects: { totalCount: number }, mappingProposal: { id: string, status: MappingStatus } | null }> }, entityTypes: { totalCount: number, nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, recordCount: number }> }, metrics: { totalCount: number, nodes: Array<{ name: string, available: boolean }> }, approvals: { totalCount: number } };

export type HeadlineFieldsFragment = { label: string, question: string, period: string | null, value: number, unit: Unit, formattedValue: string, goodDirection: GoodDirection, sparkline: Array<number>, metric: { name: string }, delta: { absolute: number, relative: number | null, previousValue: number, versus: string } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier } };

export type PersonaHeadlinesQueryVariables = Exact<{
  persona: Persona;
}>;


export type PersonaHeadlinesQuery = { personaHome: { persona: Persona, headlines: Array<{ label: string, question: string, period: string | null, value: number, unit: Unit, formattedValue: string, goodDirection: GoodDirection, sparkline: Array<number>, metric: { name: string }, delta: { absolute: number, relative: number | null, previousValue: number, versus: string } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier } }> } };

export type PersonaHomeQueryVariables = Exact<{
  persona: Persona;
}>;


export type PersonaHomeQuery = { personaHome: { persona: Persona, title: string, cares: string, samples: Array<string>, questions: Array<{ question: string, about: string, answerable: boolean, text: string | null, needs: string | null }>, alerts: Array<{ id: string, at: string, text: string, period: string, watch: { id: string, metric: { name: string, label: string } | null } | null }>, dashboards: Array<{ id: string, title: string }> } };

export type WaitingForMeQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingForMeQuery = { approvals: { totalCount: number, nodes: Array<{ id: string, title: string, intent: string, requestedAt: string, expiresAt: string }> }, failedJobs: { totalCount: number, nodes: Array<{ id: string, message: string, failedAt: string, superseded: boolean, run: { id: string, title: string } }> } };

export type PlaneFieldsFragment = { id: string, kind: FabricPlaneKind, name: string, address: string, status: FabricPlaneStatus, statusReason: string | null, latencyMs: number | null, checkedAt: string | null, createdAt: string, settings: Array<{ name: string, value: string }> };

export type PlanesQueryVariables = Exact<{
  first: number;
}>;


export type PlanesQuery = { fabricPlanes: { totalCount: number, nodes: Array<{ id: string, kind: FabricPlaneKind, name: string, address: string, status: FabricPlaneStatus, statusReason: string | null, latencyMs: number | null, checkedAt: string | null, createdAt: string, settings: Array<{ name: string, value: string }> }> }, planePolicy: { allowedKinds: Array<FabricPlaneKind>, directAllowed: boolean, changedAt: string | null, refusedConnections: Array<{ id: string, name: string, kind: ConnectionKind }> }, fabricPlaneCatalogue: Array<{ kind: FabricPlaneKind, label: string, category: FabricPlaneCategory, description: string, verified: boolean, triedWith: string, capabilities: Array<FabricPlaneCapability>, carries: Array<ConnectionKind>, form: Array<{ name: string, label: string, kind: FabricPlaneFieldKind, required: boolean, help: string, fallback: string | null, choices: Array<string> }> }>, connections: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ConnectionKind, status: ConnectionStatus, plane: { id: string } | null }> } };

export type PlaneJobsQueryVariables = Exact<{
  id: string | number;
}>;


export type PlaneJobsQuery = { fabricPlane: { id: string, jobs: Array<{ id: string, name: string, status: FabricPlaneJobStatus, startedAt: string | null, finishedAt: string | null, records: number | null, bytes: number | null, failures: number | null, problem: string | null }> | null } | null };

export type CreatePlaneMutationVariables = Exact<{
  input: CreateFabricPlaneInput;
}>;


export type CreatePlaneMutation = { createFabricPlane:
    | { __typename: 'FabricPlaneSaved', plane: { id: string, kind: FabricPlaneKind, name: string, address: string, status: FabricPlaneStatus, statusReason: string | null, latencyMs: number | null, checkedAt: string | null, createdAt: string, settings: Array<{ name: string, value: string }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type UpdatePlaneMutationVariables = Exact<{
  input: UpdateFabricPlaneInput;
}>;


export type UpdatePlaneMutation = { updateFabricPlane:
    | { __typename: 'FabricPlaneSaved', plane: { id: string, kind: FabricPlaneKind, name: string, address: string, status: FabricPlaneStatus, statusReason: string | null, latencyMs: number | null, checkedAt: string | null, createdAt: string, settings: Array<{ name: string, value: string }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemovePlaneMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePlaneMutation = { removeFabricPlane: boolean };

export type TestPlaneMutationVariables = Exact<{
  id: string | number;
}>;


export type TestPlaneMutation = { testFabricPlane: { id: string, kind: FabricPlaneKind, name: string, address: string, status: FabricPlaneStatus, statusReason: string | null, latencyMs: number | null, checkedAt: string | null, createdAt: string, settings: Array<{ name: string, value: string }> } };

export type SetPlanePolicyMutationVariables = Exact<{
  input: PlanePolicyInput;
}>;


export type SetPlanePolicyMutation = { setPlanePolicy: { allowedKinds: Array<FabricPlaneKind>, directAllowed: boolean, changedAt: string | null, refusedConnections: Array<{ id: string, name: string, kind: ConnectionKind }> } };

export type PostureFragment = { day: string, department: string | null, score: number, assets: number, shadow: number, zombie: number, parked: number, unowned: number, findings: number, components: Array<{ code: string, value: number, of: number }>, scan: { id: string, number: number } | null };

export type PostureQueryVariables = Exact<{
  department?: string | null | undefined;
}>;


export type PostureQuery = { posture: Array<{ day: string, department: string | null, score: number, assets: number, shadow: number, zombie: number, parked: number, unowned: number, findings: number, components: Array<{ code: string, value: number, of: number }>, scan: { id: string, number: number } | null }> };

export type PostureByDepartmentQueryVariables = Exact<{ [key: string]: never; }>;


export type PostureByDepartmentQuery = { postureByDepartment: Array<{ day: string, department: string | null, score: number, assets: number, shadow: number, zombie: number, parked: number, unowned: number, findings: number, components: Array<{ code: string, value: number, of: number }>, scan: { id: string, number: number } | null }> };

export type FindingFieldsFragment = { id: string, source: PersonalDataFoundAt, sourceName: string, objectName: string | null, columnName: string | null, type: PersonalDataType, count: number, estimated: boolean, confidence: number, action: PersonalDataAction, firstSeenAt: string, lastSeenAt: string, connection: { id: string } | null };

export type PersonalDataReportQueryVariables = Exact<{
  type?: PersonalDataType | null | undefined;
  connectionId?: string | number | null | undefined;
  first: number;
}>;


export type PersonalDataReportQuery = { personalDataReport: { totalCount: number, nodes: Array<{ id: string, source: PersonalDataFoundAt, sourceName: string, objectName: string | null, columnName: string | null, type: PersonalDataType, count: number, estimated: boolean, confidence: number, action: PersonalDataAction, firstSeenAt: string, lastSeenAt: string, connection: { id: string } | null }> } };

export type PolicyFieldsFragment = { source: PersonalDataSource, connectionKind: string | null, type: PersonalDataType | null, action: PersonalDataAction, updatedAt: string | null, connection: { id: string, name: string } | null, updatedBy: { id: string, displayName: string } | null };

export type PersonalDataPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataPoliciesQuery = { personalDataPolicies: Array<{ source: PersonalDataSource, connectionKind: string | null, type: PersonalDataType | null, action: PersonalDataAction, updatedAt: string | null, connection: { id: string, name: string } | null, updatedBy: { id: string, displayName: string } | null }> };

export type PolicyConnectionsQueryVariables = Exact<{
  first: number;
}>;


export type PolicyConnectionsQuery = { connections: { nodes: Array<{ id: string, name: string, kind: ConnectionKind }> } };

export type SetPersonalDataPolicyMutationVariables = Exact<{
  input: PersonalDataPolicyInput;
}>;


export type SetPersonalDataPolicyMutation = { setPersonalDataPolicy:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'PersonalDataPolicyChanged', effect: string, valuesBefore: number, policies: Array<{ source: PersonalDataSource, connectionKind: string | null, type: PersonalDataType | null, action: PersonalDataAction, updatedAt: string | null, connection: { id: string, name: string } | null, updatedBy: { id: string, displayName: string } | null }>, toSyncAgain: Array<{ id: string, name: string }> }
   };

export type RetentionFieldsFragment = { kind: RetentionKind, title: string, days: number | null, chosen: boolean, minimumDays: number, maximumDays: number, lastRunAt: string | null, lastDeleted: number | null };

export type RetentionRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionRulesQuery = { retentionRules: Array<{ kind: RetentionKind, title: string, days: number | null, chosen: boolean, minimumDays: number, maximumDays: number, lastRunAt: string | null, lastDeleted: number | null }> };

export type SetRetentionRuleMutationVariables = Exact<{
  kind: RetentionKind;
  days?: number | null | undefined;
}>;


export type SetRetentionRuleMutation = { setRetentionRule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RetentionRuleChanged', rule: { kind: RetentionKind, title: string, days: number | null, chosen: boolean, minimumDays: number, maximumDays: number, lastRunAt: string | null, lastDeleted: number | null } }
   };

export type RunRetentionMutationVariables = Exact<{
  dryRun: boolean;
}>;


export type RunRetentionMutation = { runRetention: { runId: string } };

export type ConsentFieldsFragment = { id: string, subject: string, purpose: string, state: ConsentState, legalBasis: LegalBasis, grantedAt: string | null, withdrawnAt: string | null, history: Array<{ id: string, state: ConsentState, source: string, at: string, evidence: string, recordedAt: string, recordedBy: { id: string, displayName: string } | null }> };

export type ConsentsQueryVariables = Exact<{
  subject?: string | null | undefined;
  first: number;
}>;


export type ConsentsQuery = { consents: { totalCount: number, nodes: Array<{ id: string, subject: string, purpose: string, state: ConsentState, legalBasis: LegalBasis, grantedAt: string | null, withdrawnAt: string | null, history: Array<{ id: string, state: ConsentState, source: string, at: string, evidence: string, recordedAt: string, recordedBy: { id: string, displayName: string } | null }> }> } };

export type RecordConsentMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type RecordConsentMutation = { recordConsent:
    | { __typename: 'ConsentRecorded', consent: { id: string, subject: string, purpose: string, state: ConsentState, legalBasis: LegalBasis, grantedAt: string | null, withdrawnAt: string | null, history: Array<{ id: string, state: ConsentState, source: string, at: string, evidence: string, recordedAt: string, recordedBy: { id: string, displayName: string } | null }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type WithdrawConsentMutationVariables = Exact<{
  id: string | number;
  source: string;
  evidence: string;
}>;


export type WithdrawConsentMutation = { withdrawConsent:
    | { __typename: 'ConsentRecorded', consent: { id: string, subject: string, purpose: string, state: ConsentState, legalBasis: LegalBasis, grantedAt: string | null, withdrawnAt: string | null, history: Array<{ id: string, state: ConsentState, source: string, at: string, evidence: string, recordedAt: string, recordedBy: { id: string, displayName: string } | null }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ErasureFieldsFragment = { id: string, status: ErasureStatus, treatment: ErasureTreatment, reason: string, requestedAt: string, confirmedAt: string | null, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, found: Array<{ kind: PersonalDataPlace, title: string, part: string | null, rows: number, rowsByNameOnly: number, changeable: boolean }> | null, requestedBy: { id: string, displayName: string } | null, confirmedBy: { id: string, displayName: string } | null };

export type ErasureRequestsQueryVariables = Exact<{
  first: number;
}>;


export type ErasureRequestsQuery = { erasureRequests: { totalCount: number, nodes: Array<{ id: string, status: ErasureStatus, treatment: ErasureTreatment, requestedAt: string, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, requestedBy: { id: string, displayName: string } | null }> } };

export type ErasureRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type ErasureRequestQuery = { erasureRequest: { id: string, status: ErasureStatus, treatment: ErasureTreatment, reason: string, requestedAt: string, confirmedAt: string | null, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, found: Array<{ kind: PersonalDataPlace, title: string, part: string | null, rows: number, rowsByNameOnly: number, changeable: boolean }> | null, requestedBy: { id: string, displayName: string } | null, confirmedBy: { id: string, displayName: string } | null } | null };

export type ErasureCertificateQueryVariables = Exact<{
  requestId: string | number;
}>;


export type ErasureCertificateQuery = { erasureCertificate: { requestId: string, document: Record<string, unknown>, hash: string, path: string } | null };

export type RequestErasureMutationVariables = Exact<{
  input: RequestErasureInput;
}>;


export type RequestErasureMutation = { requestErasure:
    | { __typename: 'ErasureChanged', request: { id: string, status: ErasureStatus, treatment: ErasureTreatment, reason: string, requestedAt: string, confirmedAt: string | null, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, found: Array<{ kind: PersonalDataPlace, title: string, part: string | null, rows: number, rowsByNameOnly: number, changeable: boolean }> | null, requestedBy: { id: string, displayName: string } | null, confirmedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ConfirmErasureMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmErasureMutation = { confirmErasure:
    | { __typename: 'ErasureChanged', request: { id: string, status: ErasureStatus, treatment: ErasureTreatment, reason: string, requestedAt: string, confirmedAt: string | null, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, found: Array<{ kind: PersonalDataPlace, title: string, part: string | null, rows: number, rowsByNameOnly: number, changeable: boolean }> | null, requestedBy: { id: string, displayName: string } | null, confirmedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type CancelErasureMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelErasureMutation = { cancelErasure:
    | { __typename: 'ErasureChanged', request: { id: string, status: ErasureStatus, treatment: ErasureTreatment, reason: string, requestedAt: string, confirmedAt: string | null, finishedAt: string | null, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, found: Array<{ kind: PersonalDataPlace, title: string, part: string | null, rows: number, rowsByNameOnly: number, changeable: boolean }> | null, requestedBy: { id: string, displayName: string } | null, confirmedBy: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type PersonExportFieldsFragment = { id: string, status: PersonExportStatus, records: number, truncated: boolean, path: string | null, requestedAt: string, expiresAt: string, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, requestedBy: { id: string, displayName: string } | null };

export type PersonExportsQueryVariables = Exact<{
  first: number;
}>;


export type PersonExportsQuery = { personExports: { totalCount: number, nodes: Array<{ id: string, status: PersonExportStatus, records: number, truncated: boolean, path: string | null, requestedAt: string, expiresAt: string, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, requestedBy: { id: string, displayName: string } | null }> } };

export type ExportPersonMutationVariables = Exact<{
  identifiers: Array<IdentifierInput> | IdentifierInput;
}>;


export type ExportPersonMutation = { exportPerson:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'PersonExportStarted', export: { id: string, status: PersonExportStatus, records: number, truncated: boolean, path: string | null, requestedAt: string, expiresAt: string, subject: Array<{ kind: IdentifierKind, shown: string, related: boolean }>, requestedBy: { id: string, displayName: string } | null } }
   };

export type UpdateProfileMutationVariables = Exact<{
  displayName?: string | null | undefined;
  persona?: Persona | null | undefined;
}>;


export type UpdateProfileMutation = { updateProfile:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'User', id: string, displayName: string, persona: Persona | null }
   };

export type QualityQueryVariables = Exact<{
  entityType?: string | null | undefined;
  first: number;
}>;


export type QualityQuery = { dataTests: { totalCount: number, nodes: Array<{ id: string, entityTypeName: string, attribute: string | null, kind: DataTestKind, severity: DataTestSeverity, status: DataTestStatus, enabled: boolean, proposed: boolean, failing: number, checked: number, finding: string | null, failingSince: string | null, lastRunAt: string | null, minimum: string | null, maximum: string | null, maxAgeHours: number | null, tolerance: number }> } };

export type TestFieldsFragment = { id: string, entityTypeName: string, attribute: string | null, kind: DataTestKind, severity: DataTestSeverity, status: DataTestStatus, enabled: boolean, proposed: boolean, failing: number, checked: number, finding: string | null, failingSince: string | null, lastRunAt: string | null, minimum: string | null, maximum: string | null, maxAgeHours: number | null, tolerance: number };

export type QualityOverviewQueryVariables = Exact<{
  first: number;
}>;


export type QualityOverviewQuery = { entityTypes: { nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, recordCount: number, quality: { score: number, failing: number, reasons: Array<string>, changedAt: string } | null, attributes: Array<{ id: string, name: string, label: string }>, relations: Array<{ name: string, label: string }> }> }, connections: { nodes: Array<{ id: string, name: string }> } };

export type FailingRecordsQueryVariables = Exact<{
  entityType: string;
  first: number;
}>;


export type FailingRecordsQuery = { dataTests: { nodes: Array<{ id: string, failingRecords: Array<{ id: string, title: string }> }> } };

export type ControlTotalsQueryVariables = Exact<{
  connectionId: string | number;
  first: number;
}>;


export type ControlTotalsQuery = { controlTotals: { totalCount: number, nodes: Array<{ id: string, objectName: string, entityTypeName: string, measuredAt: string, balanced: boolean, differences: Array<string>, sourceRecords: number | null, landedRecords: number, quarantinedRecords: number, unifiedRecords: number, object: { id: string }, columns: Array<{ column: string, attribute: string, source: number | null, landed: number | null, unified: number | null, setAside: number }> }> } };

export type SaveDataTestMutationVariables = Exact<{
  input: SaveDataTestInput;
}>;


export type SaveDataTestMutation = { saveDataTest:
    | { __typename: 'DataTestSaved', test: { id: string, entityTypeName: string, attribute: string | null, kind: DataTestKind, severity: DataTestSeverity, status: DataTestStatus, enabled: boolean, proposed: boolean, failing: number, checked: number, finding: string | null, failingSince: string | null, lastRunAt: string | null, minimum: string | null, maximum: string | null, maxAgeHours: number | null, tolerance: number } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveDataTestMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDataTestMutation = { removeDataTest: boolean };

export type RunDataTestsMutationVariables = Exact<{
  entityType: string;
}>;


export type RunDataTestsMutation = { runDataTests: Array<{ id: string, entityTypeName: string, attribute: string | null, kind: DataTestKind, severity: DataTestSeverity, status: DataTestStatus, enabled: boolean, proposed: boolean, failing: number, checked: number, finding: string | null, failingSince: string | null, lastRunAt: string | null, minimum: string | null, maximum: string | null, maxAgeHours: number | null, tolerance: number }> | null };

export type QuarantineOverviewQueryVariables = Exact<{
  filter?: QuarantineFilter | null | undefined;
}>;


export type QuarantineOverviewQuery = { quarantineCounts: Array<{ code: string, reason: string, records: number, object: { id: string, name: string, connection: { id: string, name: string, kind: ConnectionKind } } }> };

export type QuarantineEntriesQueryVariables = Exact<{
  filter?: QuarantineFilter | null | undefined;
  first: number;
}>;


export type QuarantineEntriesQuery = { quarantine: { totalCount: number, nodes: Array<{ id: string, line: number, code: string, reason: string, raw: string, since: string, object: { id: string, name: string, connection: { id: string, name: string } } }> } };

export type ReplayQuarantineMutationVariables = Exact<{
  objectId: string | number;
}>;


export type ReplayQuarantineMutation = { replayQuarantine:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'QuarantineReplayed', run: { id: string } }
   };

export type DiscardQuarantinedMutationVariables = Exact<{
  objectId: string | number;
  code?: string | null | undefined;
}>;


export type DiscardQuarantinedMutation = { discardQuarantined:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'QuarantineDiscarded', records: number }
   };

export type RecordDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordDetailQuery = { record: { id: string, title: string, values: Record<string, unknown>, masked: Array<string>, redirectedFrom: string | null, verified: boolean, entityType: { id: string, name: string, label: string, pluralLabel: string, attributes: Array<{ id: string, name: string, label: string, type: AttributeType, unit: string | null }>, relations: Array<{ name: string, label: string, to: { id: string, name: string, label: string } }> }, members: { totalCount: number, nodes: Array<{ id: string, key: string, syncedAt: string | null, values: Record<string, unknown>, connection: { id: string, name: string }, object: { id: string, name: string } }> }, provenance: Array<{ attribute: string, value: string | null, rule: SurvivorshipRule | null, reason: string, fields: Array<string>, member: { id: string, key: string, connection: { id: string, name: string }, object: { id: string, name: string } } | null, overridden: { at: string, by: { id: string, displayName: string } } | null, others: Array<{ value: string, member: { id: string, connection: { id: string, name: string } } }> }>, lineage: { sourceKey: string, connection: { id: string, name: string }, object: { id: string, name: string } }, trace: { id: string, key: string, version: string | null, removed: boolean, modelVersion: number | null, record: { id: string } | null, object: { id: string, name: string, connection: { id: string, name: string } } | null, steps: Array<{ kind: TraceStepKind, title: string, at: string | null, done: boolean, run: { id: string } | null, sync: { id: string } | null }>, runs: Array<{ id: string, title: string, status: RunStatus }> } | null } | null };

export type OverrideValueMutationVariables = Exact<{
  recordId: string | number;
  attribute: string;
  value?: string | null | undefined;
}>;


export type OverrideValueMutation = { overrideValue:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ValueSet', record: { id: string, title: string, values: Record<string, unknown> } }
   };

export type ClearOverrideMutationVariables = Exact<{
  recordId: string | number;
  attribute: string;
}>;


export type ClearOverrideMutation = { clearOverride:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ValueSet', record: { id: string, title: string, values: Record<string, unknown> } }
   };

export type SurvivorshipQueryVariables = Exact<{
  entityType: string;
}>;


export type SurvivorshipQuery = { survivorshipPolicy: { entityType: string, trustByDefault: boolean, updatedAt: string | null, updatedBy: { id: string, displayName: string } | null, trust: Array<{ id: string, name: string }>, rules: Array<{ attribute: string, rule: SurvivorshipRule, byDefault: boolean }> } | null };

export type SetSurvivorshipMutationVariables = Exact<{
  input: SurvivorshipInput;
}>;


export type SetSurvivorshipMutation = { setSurvivorship:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SurvivorshipSet', policy: { entityType: string, trustByDefault: boolean, trust: Array<{ id: string, name: string }>, rules: Array<{ attribute: string, rule: SurvivorshipRule, byDefault: boolean }> } }
   };

export type ResolutionOverviewQueryVariables = Exact<{
  first: number;
}>;


export type ResolutionOverviewQuery = { entityTypes: { totalCount: number, nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, recordCount: number, resolution: { enabled: boolean, clusters: number | null, merged: number | null, possible: number | null } }> } };

export type TypeResolutionQueryVariables = Exact<{
  name: string;
}>;


export type TypeResolutionQuery = { entityType: { id: string, name: string, label: string, pluralLabel: string, recordCount: number, attributes: Array<{ id: string, name: string, label: string }>, relations: Array<{ name: string, label: string }>, resolution: { enabled: boolean, clusters: number | null, merged: number | null, possible: number | null, histogram: Array<{ from: number, to: number, pairs: number }>, model: { learnedAt: string, records: number, matchThreshold: number, possibleThreshold: number, fields: Array<{ name: string, kind: string, most: number, least: number }> } | null, policy: { enabled: boolean | null, withinSource: WithinSource, oneEach: boolean, matchThreshold: number | null, possibleThreshold: number | null, updatedAt: string | null, updatedBy: { id: string, displayName: string } | null } } } | null };

export type PairMemberFragment = { id: string, recordId: string, title: string, values: Record<string, unknown>, masked: Array<string>, lineage: { sourceKey: string, connection: { id: string, name: string }, object: { id: string, name: string } } };

export type ResolutionPairsQueryVariables = Exact<{
  entityType: string;
  status: PairStatus;
  first: number;
}>;


export type ResolutionPairsQuery = { resolutionPairs: { totalCount: number, nodes: Array<{ id: string, status: PairStatus, weight: number | null, probability: number | null, decidedAt: string, decidedBy: { id: string, displayName: string } | null, comparisons: Array<{ field: string, label: string, level: ComparisonLevel, weight: number, sentence: string | null }>, a: { id: string, recordId: string, title: string, values: Record<string, unknown>, masked: Array<string>, lineage: { sourceKey: string, connection: { id: string, name: string }, object: { id: string, name: string } } } | null, b: { id: string, recordId: string, title: string, values: Record<string, unknown>, masked: Array<string>, lineage: { sourceKey: string, connection: { id: string, name: string }, object: { id: string, name: string } } } | null }> } };

export type ChangeFieldsFragment = { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> };

export type ResolutionHistoryQueryVariables = Exact<{
  entityType?: string | null | undefined;
  recordId?: string | number | null | undefined;
  first: number;
}>;


export type ResolutionHistoryQuery = { resolutionHistory: { totalCount: number, nodes: Array<{ id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> }> } };

export type DecidePairMutationVariables = Exact<{
  id: string | number;
  decision: PairDecision;
}>;


export type DecidePairMutation = { decidePair:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionDone', change: { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> } }
   };

export type MergeRecordsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MergeRecordsMutation = { mergeRecords:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionDone', change: { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> } }
   };

export type SplitRecordMutationVariables = Exact<{
  id: string | number;
  members: Array<string | number> | string | number;
}>;


export type SplitRecordMutation = { splitRecord:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionDone', change: { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> } }
   };

export type NeverMergeMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NeverMergeMutation = { neverMerge:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionDone', change: { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> } }
   };

export type UndoResolutionMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoResolutionMutation = { undoResolution:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionDone', change: { id: string, kind: ResolutionChangeKind, at: string, undoneAt: string | null, entityName: string, by: { id: string, displayName: string } | null, undoneBy: { id: string, displayName: string } | null, before: Array<{ recordId: string, members: Array<string> }>, after: Array<{ recordId: string, members: Array<string> }> } }
   };

export type ResolveNowMutationVariables = Exact<{
  entityType: string;
}>;


export type ResolveNowMutation = { resolveNow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionStarted', run: { id: string } }
   };

export type SetResolutionPolicyMutationVariables = Exact<{
  input: ResolutionPolicyInput;
}>;


export type SetResolutionPolicyMutation = { setResolutionPolicy:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ResolutionPolicySet', entityType: { id: string }, run: { id: string } | null }
   };

export type ResolutionClustersQueryVariables = Exact<{
  entityType: string;
  first: number;
}>;


export type ResolutionClustersQuery = { resolutionClusters: { totalCount: number, nodes: Array<{ id: string, memberCount: number, sources: number, verified: boolean, weakest: number | null, record: { id: string, title: string, members: { nodes: Array<{ id: string, key: string, connection: { id: string, name: string } }> } } }> } };

export type VerifyRecordMutationVariables = Exact<{
  id: string | number;
  verified: boolean;
}>;


export type VerifyRecordMutation = { verifyRecord:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RecordVerified', verified: boolean }
   };

export type ComparedRunFieldsFragment = { id: string, title: string, status: RunStatus, mode: RunMode | null, startedAt: string, steps: Array<{ key: string, name: string, status: StepStatus, problem: string | null, input: unknown, output: unknown }> };

export type ComparedRunsQueryVariables = Exact<{
  id: string | number;
  other: string | number;
}>;


export type ComparedRunsQuery = { one: { id: string, title: string, status: RunStatus, mode: RunMode | null, startedAt: string, steps: Array<{ key: string, name: string, status: StepStatus, problem: string | null, input: unknown, output: unknown }> } | null, other: { id: string, title: string, status: RunStatus, mode: RunMode | null, startedAt: string, steps: Array<{ key: string, name: string, status: StepStatus, problem: string | null, input: unknown, output: unknown }> } | null };

export type RunsToCompareQueryVariables = Exact<{
  name: string;
}>;


export type RunsToCompareQuery = { workflow: { id: string, versions: { nodes: Array<{ id: string, version: number }> }, runs: { totalCount: number, nodes: Array<{ id: string, status: RunStatus, mode: RunMode | null, startedAt: string }> } } | null };

export type RunReplayQueryVariables = Exact<{
  runId: string | number;
  version?: number | null | undefined;
}>;


export type RunReplayQuery = { runReplay: { same: boolean, status: RunStatus | null, output: unknown, problem: string | null, run: { id: string, status: RunStatus, output: unknown, problem: string | null }, version: { id: string, version: number }, steps: Array<{ key: string, name: string, change: ReplayChange, status: StepStatus | null, statusBefore: StepStatus | null, input: unknown, inputBefore: unknown, output: unknown, outputBefore: unknown, problem: string | null, problemBefore: string | null }> } | null };

export type RunFieldsFragment = { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> };

export type RunStateFieldsFragment = { id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> };

export type RunStepFieldsFragment = { key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null };

export type RunEventFieldsFragment = { cursor: string, kind: RunEventKind, at: string, step: string | null, status: RunStatus, progress: number, message: string };

export type RunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  status?: RunStatus | null | undefined;
}>;


export type RunsQuery = { runs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> }> } };

export type RunDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type RunDetailQuery = { run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } | null };

export type WorkflowRunQueryVariables = Exact<{
  id: string | number;
}>;


export type WorkflowRunQuery = { run: { id: string, input: unknown, output: unknown, forkedPath: string | null, forkedFrom: { id: string, title: string } | null, parent: { id: string, title: string } | null, workflowVersion: { id: string, version: number, definition: unknown, workflow: { id: string, name: string, title: string } | null } | null, children: { totalCount: number, nodes: Array<{ id: string, title: string, status: RunStatus, startedAt: string }> } } | null };

export type RunStepDataQueryVariables = Exact<{
  id: string | number;
}>;


export type RunStepDataQuery = { run: { id: string, steps: Array<{ input: unknown, output: unknown, problemCode: string | null, key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, childRun: { id: string } | null, approval: { id: string, status: ApprovalStatus } | null }> } | null };

export type RunHistoryQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type RunHistoryQuery = { run: { id: string, events: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ cursor: string, kind: RunEventKind, at: string, step: string | null, status: RunStatus, progress: number, message: string }> } } | null };

export type RunEventsSubscriptionVariables = Exact<{
  runId: string | number;
  after?: string | null | undefined;
}>;


export type RunEventsSubscription = { runEvents: { cursor: string, kind: RunEventKind, at: string, step: string | null, status: RunStatus, progress: number, message: string, run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } } };

export type RunMovesSubscriptionVariables = Exact<{
  runId: string | number;
  after?: string | null | undefined;
}>;


export type RunMovesSubscription = { runEvents: { cursor: string, status: RunStatus, run: { id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, connection: { id: string, status: ConnectionStatus, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } } };

export type CancelRunMutationVariables = Exact<{
  id: string | number;
  hard: boolean;
}>;


export type CancelRunMutation = { cancelRun:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RunChanged', run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } }
   };

export type ResumeRunMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeRunMutation = { resumeRun:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RunChanged', run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } }
   };

export type PauseRunMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseRunMutation = { pauseRun:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RunChanged', run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } }
   };

export type ForkRunMutationVariables = Exact<{
  id: string | number;
  path: string;
  as: string | number;
}>;


export type ForkRunMutation = { forkRun:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RunChanged', run: { title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> } }
   };

export type ScanFieldsFragment = { id: string, number: number, status: ScanStatus, mode: ScanMode, asOf: string | null, policyVersion: number, startedAt: string, finishedAt: string | null, recordsRead: number, recordsTaken: number, recordsKept: number, recordsRefused: number, counts: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number } | null, run: { id: string, progress: number }, problem: { code: string, message: string, todo: string } | null, unfetched: Array<{ message: string, todo: string, feed: { id: string, name: string } }> };

export type ChangedFieldFragment = { field: string, before: string | null, after: string | null };

export type ScansQueryVariables = Exact<{
  first: number;
}>;


export type ScansQuery = { scans: { totalCount: number, nodes: Array<{ id: string, number: number, status: ScanStatus, mode: ScanMode, asOf: string | null, policyVersion: number, startedAt: string, finishedAt: string | null, recordsRead: number, recordsTaken: number, recordsKept: number, recordsRefused: number, counts: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number } | null, run: { id: string, progress: number }, problem: { code: string, message: string, todo: string } | null, unfetched: Array<{ message: string, todo: string, feed: { id: string, name: string } }> }> } };

export type FeedsQueryVariables = Exact<{
  first: number;
}>;


export type FeedsQuery = { telemetryFeeds: { totalCount: number, nodes: Array<{ id: string, name: string, kind: TelemetryFeedKind, address: string | null, header: string | null, createdAt: string, addedBy: { id: string, displayName: string }, lastArrival: { arrivedAt: string | null, problem: { message: string, todo: string } | null } | null, lastCount: { read: number, refused: number } | null }> } };

export type ScanDetailQueryVariables = Exact<{
  id: string | number;
  problems: number;
}>;


export type ScanDetailQuery = { scan: { digest: string | null, id: string, number: number, status: ScanStatus, mode: ScanMode, asOf: string | null, policyVersion: number, startedAt: string, finishedAt: string | null, recordsRead: number, recordsTaken: number, recordsKept: number, recordsRefused: number, startedByUser: { id: string, displayName: string } | null, replay: { id: string, number: number } | null, files: Array<{ name: string, format: string | null, bytes: number, checksum: string, readAgain: boolean, whole: boolean, feed: { id: string, name: string }, lists: Array<{ list: string, read: number, taken: number, kept: number, refused: number }> }>, problems: { totalCount: number, nodes: Array<{ file: string, list: string, record: string, code: string }> }, counts: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number } | null, run: { id: string, progress: number }, problem: { code: string, message: string, todo: string } | null, unfetched: Array<{ message: string, todo: string, feed: { id: string, name: string } }> } | null };

export type ScanDifferenceQueryVariables = Exact<{
  scanId: string | number;
  comparedWith?: string | number | null | undefined;
  kinds?: Array<ScanChangeKind> | ScanChangeKind | null | undefined;
  first: number;
}>;


export type ScanDifferenceQuery = { scanDiff: { added: number, gone: number, changed: number, older: { id: string, number: number, asOf: string | null, policyVersion: number }, newer: { id: string, number: number, asOf: string | null, policyVersion: number }, changes: { totalCount: number, nodes: Array<{ key: string, kind: ScanChangeKind, asset: { id: string, name: string } | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } } };

export type AddTelemetryFeedMutationVariables = Exact<{
  input: AddTelemetryFeedInput;
}>;


export type AddTelemetryFeedMutation = { addTelemetryFeed:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TelemetryFeedAdded', secret: string | null, feed: { id: string, name: string, address: string | null } }
   };

export type ChangeTelemetryFeedMutationVariables = Exact<{
  input: ChangeTelemetryFeedInput;
}>;


export type ChangeTelemetryFeedMutation = { changeTelemetryFeed:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TelemetryFeedChanged', feed: { id: string, name: string, address: string | null } }
   };

export type RotateTelemetryFeedSecretMutationVariables = Exact<{
  id: string | number;
}>;


export type RotateTelemetryFeedSecretMutation = { rotateTelemetryFeedSecret: { secret: string, feed: { id: string, name: string, address: string | null } } };

export type RemoveTelemetryFeedMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveTelemetryFeedMutation = { removeTelemetryFeed: boolean };

export type StartScanMutationVariables = Exact<{
  input?: StartScanInput | null | undefined;
}>;


export type StartScanMutation = { startScan:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScanStarted', scan: { id: string, number: number, status: ScanStatus, mode: ScanMode, asOf: string | null, policyVersion: number, startedAt: string, finishedAt: string | null, recordsRead: number, recordsTaken: number, recordsKept: number, recordsRefused: number, counts: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number } | null, run: { id: string, progress: number }, problem: { code: string, message: string, todo: string } | null, unfetched: Array<{ message: string, todo: string, feed: { id: string, name: string } }> } }
   };

export type CancelScanMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelScanMutation = { cancelScan: { id: string, number: number, status: ScanStatus, mode: ScanMode, asOf: string | null, policyVersion: number, startedAt: string, finishedAt: string | null, recordsRead: number, recordsTaken: number, recordsKept: number, recordsRefused: number, counts: { found: number, admitted: number, shadow: number, zombie: number, parked: number, clean: number } | null, run: { id: string, progress: number }, problem: { code: string, message: string, todo: string } | null, unfetched: Array<{ message: string, todo: string, feed: { id: string, name: string } }> } };

export type ScheduleFiringFieldsFragment = { id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null };

export type AgentScheduleFieldsFragment = { id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } };

export type SchedulesQueryVariables = Exact<{
  first: number;
  agentId?: string | number | null | undefined;
}>;


export type SchedulesQuery = { schedules: { totalCount: number, nodes: Array<{ id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } }> } };

export type SaveScheduleMutationVariables = Exact<{
  input: SaveScheduleInput;
}>;


export type SaveScheduleMutation = { saveSchedule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleSaved', schedule: { id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } } }
   };

export type PauseScheduleMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseScheduleMutation = { pauseSchedule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleSaved', schedule: { id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } } }
   };

export type ResumeScheduleMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeScheduleMutation = { resumeSchedule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleSaved', schedule: { id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } } }
   };

export type RemoveScheduleMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveScheduleMutation = { removeSchedule:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleRemoved', id: string }
   };

export type RunScheduleNowMutationVariables = Exact<{
  id: string | number;
}>;


export type RunScheduleNowMutation = { runScheduleNow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'ScheduleFired', firing: { id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }, schedule: { id: string, name: string, workflow: string, workflowVersion: number | null, input: Record<string, unknown>, dryRun: boolean, timing: ScheduleTiming, at: string | null, everySeconds: number | null, cron: string | null, timeZone: string, on: ScheduleEvent | null, onlyFor: string | null, debounceSeconds: number, eventInput: string | null, misfire: MisfirePolicy, maxCatchUp: number, overlap: OverlapPolicy, maxConcurrent: number, maxQueued: number, status: ScheduleStatus, nextAt: string | null, lastAt: string | null, version: number, nextTimes: Array<string>, agent: { id: string, name: string } | null, problem: { code: string, message: string, todo: string } | null, firings: { totalCount: number, nodes: Array<{ id: string, dueAt: string, at: string, status: FiringStatus, reason: string | null, run: { id: string, title: string, status: RunStatus } | null }> } } }
   };

export type SchedulePreviewQueryVariables = Exact<{
  cron: string;
  timeZone?: string | null | undefined;
}>;


export type SchedulePreviewQuery = { schedulePreview: { times: Array<string>, problem: { code: string, message: string, todo: string } | null } };

export type SecurityQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityQuery = { viewer: { hasPassword: boolean, secondFactor: { since: string, recoveryCodesLeft: number } | null } | null };

export type OpenSessionsQueryVariables = Exact<{
  first: number;
}>;


export type OpenSessionsQuery = { viewer: { sessions: { totalCount: number, nodes: Array<{ id: string, way: SessionWay, device: string, address: string | null, createdAt: string, lastUsedAt: string, expiresAt: string, current: boolean }> } } | null };

export type ChangePasswordMutationVariables = Exact<{
  oldPassword: string;
  newPassword: string;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'PasswordChanged', changed: boolean }
   };

export type StartSecondFactorMutationVariables = Exact<{
  password: string;
}>;


export type StartSecondFactorMutation = { startSecondFactor:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorStarted', secret: string, uri: string }
   };

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmSecondFactorMutation = { confirmSecondFactor:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorConfirmed', recoveryCodes: Array<string> }
   };

export type RemoveSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type RemoveSecondFactorMutation = { removeSecondFactor:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorRemoved', removed: boolean }
   };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SessionsEnded', count: number }
   };

export type LogOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogOutEverywhereMutation = { logOutEverywhere: { count: number } };

export type SessionFieldsFragment = { token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } };

export type ViewerFieldsFragment = { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } };

export type RefusalFragment = { problems: Array<{ code: string, field: string | null, message: string, todo: string }> };

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentViewerQuery = { viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } | null };

export type LogInMutationVariables = Exact<{
  email: string;
  password: string;
  device?: string | null | undefined;
}>;


export type LogInMutation = { logIn:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorRequired', challenge: string, expiresAt: string }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type CompleteSecondFactorMutationVariables = Exact<{
  challenge: string;
  code: string;
}>;


export type CompleteSecondFactorMutation = { completeSecondFactor:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorRequired' }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type RefreshSessionMutationVariables = Exact<{
  refreshToken: string;
}>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'InputRefused' }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null }
   };

export type LogOutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogOutMutation = { logOut: { count: number } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'PasswordResetRequested', minutes: number }
   };

export type ResetPasswordMutationVariables = Exact<{
  code: string;
  newPassword: string;
}>;


export type ResetPasswordMutation = { resetPassword:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'PasswordChanged', changed: boolean }
   };

export type InvitationQueryVariables = Exact<{
  code: string;
}>;


export type InvitationQuery = { invitation: { tenantName: string, email: string, role: Role } | null };

export type AcceptInvitationMutationVariables = Exact<{
  code: string;
  displayName: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type LogInWithLinkMutationVariables = Exact<{
  code: string;
}>;


export type LogInWithLinkMutation = { logInWithLink:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SecondFactorRequired', challenge: string }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type RegisterTenantMutationVariables = Exact<{
  input: RegisterTenantInput;
}>;


export type RegisterTenantMutation = { registerTenant:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type SignInMethodsQueryVariables = Exact<{
  email: string;
}>;


export type SignInMethodsQuery = { signInMethods: { password: boolean, singleSignOn: { name: string, url: string } | null } };

export type SingleSignOnFieldsFragment = { issuer: string, clientId: string, domains: Array<string>, defaultRole: Role, justInTime: boolean, signInUrl: string, redirectUrl: string, updatedAt: string };

export type SingleSignOnQueryVariables = Exact<{ [key: string]: never; }>;


export type SingleSignOnQuery = { singleSignOn: { issuer: string, clientId: string, domains: Array<string>, defaultRole: Role, justInTime: boolean, signInUrl: string, redirectUrl: string, updatedAt: string } | null };

export type ConfigureSingleSignOnMutationVariables = Exact<{
  input: ConfigureSingleSignOnInput;
}>;


export type ConfigureSingleSignOnMutation = { configureSingleSignOn:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SingleSignOn', issuer: string, clientId: string, domains: Array<string>, defaultRole: Role, justInTime: boolean, signInUrl: string, redirectUrl: string, updatedAt: string }
   };

export type RemoveSingleSignOnMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSingleSignOnMutation = { removeSingleSignOn: { removed: boolean } };

export type SlackUserFieldsFragment = { id: string, name: string, slackUserId: string, way: SlackLinkWay, linkedAt: string, member: { id: string, displayName: string } | null };

export type SlackUsersQueryVariables = Exact<{
  first: number;
}>;


export type SlackUsersQuery = { slackUsers: { totalCount: number, nodes: Array<{ id: string, name: string, slackUserId: string, way: SlackLinkWay, linkedAt: string, member: { id: string, displayName: string } | null }> } };

export type SlackLinkOfferQueryVariables = Exact<{
  code: string;
}>;


export type SlackLinkOfferQuery = { slackLinkOffer: { name: string, slackUserId: string, expiresAt: string } | null };

export type LinkSlackUserMutationVariables = Exact<{
  code: string;
}>;


export type LinkSlackUserMutation = { linkSlackUser:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'SlackUserLinked', slackUser: { id: string, name: string, slackUserId: string, way: SlackLinkWay, linkedAt: string, member: { id: string, displayName: string } | null } }
   };

export type UnlinkSlackUserMutationVariables = Exact<{
  id: string | number;
}>;


export type UnlinkSlackUserMutation = { unlinkSlackUser: boolean };

export type TicketFieldsFragment = { id: string, number: number, title: string, text: string, priority: TicketPriority, status: TicketStatus, note: string | null, openedAt: string, closedAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, assignee: { id: string, displayName: string } | null, closedBy: { id: string, displayName: string } | null };

export type TicketsQueryVariables = Exact<{
  first: number;
  status?: TicketStatus | null | undefined;
}>;


export type TicketsQuery = { tickets: { totalCount: number, nodes: Array<{ id: string, number: number, title: string, text: string, priority: TicketPriority, status: TicketStatus, note: string | null, openedAt: string, closedAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, assignee: { id: string, displayName: string } | null, closedBy: { id: string, displayName: string } | null }> } };

export type ChangeTicketMutationVariables = Exact<{
  input: ChangeTicketInput;
}>;


export type ChangeTicketMutation = { changeTicket:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'TicketChanged', ticket: { id: string, number: number, title: string, text: string, priority: TicketPriority, status: TicketStatus, note: string | null, openedAt: string, closedAt: string | null, agent: { id: string, name: string } | null, run: { id: string, title: string } | null, assignee: { id: string, displayName: string } | null, closedBy: { id: string, displayName: string } | null } }
   };

export type TimeMoneyFieldsFragment = { fiscalYearStartMonth: number, fiscalYearNamedBy: FiscalYearNaming, quarters: QuarterMeaning, weekStart: WeekStart, reportingCurrency: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null };

export type TimeMoneyQueryVariables = Exact<{ [key: string]: never; }>;


export type TimeMoneyQuery = { insightsSettings: { fiscalYearStartMonth: number, fiscalYearNamedBy: FiscalYearNaming, quarters: QuarterMeaning, weekStart: WeekStart, reportingCurrency: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null } };

export type CompanyTimeZoneQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyTimeZoneQuery = { tenant: { id: string, timeZone: string } };

export type SetTenantTimeZoneMutationVariables = Exact<{
  timeZone: string;
}>;


export type SetTenantTimeZoneMutation = { setTenantTimeZone:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Tenant', id: string, timeZone: string }
   };

export type ExchangeRatesQueryVariables = Exact<{
  first: number;
}>;


export type ExchangeRatesQuery = { exchangeRates: { totalCount: number, nodes: Array<{ base: string, quote: string, day: string, rate: number, source: string | null }> } };

export type SaveTimeMoneyMutationVariables = Exact<{
  input: InsightsSettingsInput;
}>;


export type SaveTimeMoneyMutation = { saveInsightsSettings:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'InsightsSettingsSaved', settings: { fiscalYearStartMonth: number, fiscalYearNamedBy: FiscalYearNaming, quarters: QuarterMeaning, weekStart: WeekStart, reportingCurrency: string | null, changedAt: string | null, changedBy: { id: string, displayName: string } | null } }
   };

export type SetExchangeRatesMutationVariables = Exact<{
  rates: Array<ExchangeRateInput> | ExchangeRateInput;
}>;


export type SetExchangeRatesMutation = { setExchangeRates:
    | { __typename: 'ExchangeRatesSet', rates: number }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveExchangeRateMutationVariables = Exact<{
  base: string;
  quote: string;
  day: string;
}>;


export type RemoveExchangeRateMutation = { removeExchangeRate: boolean };

export type TriageFieldsFragment = { id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null };

export type AssetFindingsQueryVariables = Exact<{
  filter?: AssetFindingFilter | null | undefined;
  first: number;
}>;


export type AssetFindingsQuery = { assetFindings: { totalCount: number, nodes: Array<{ id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null }> } };

export type AssignFindingMutationVariables = Exact<{
  id: string | number;
  userId?: string | number | null | undefined;
}>;


export type AssignFindingMutation = { assignFinding:
    | { __typename: 'FindingTriaged', finding: { id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type AcceptFindingMutationVariables = Exact<{
  id: string | number;
  reason: string;
  until?: string | null | undefined;
}>;


export type AcceptFindingMutation = { acceptFinding:
    | { __typename: 'FindingTriaged', finding: { id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ResolveFindingMutationVariables = Exact<{
  id: string | number;
  comment?: string | null | undefined;
}>;


export type ResolveFindingMutation = { resolveFinding:
    | { __typename: 'FindingTriaged', finding: { id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type ReopenFindingMutationVariables = Exact<{
  id: string | number;
  comment?: string | null | undefined;
}>;


export type ReopenFindingMutation = { reopenFinding:
    | { __typename: 'FindingTriaged', finding: { id: string, code: string, severity: FindingSeverity, title: string, detail: string, remedy: string | null, status: FindingStatus, acceptedUntil: string | null, comment: string | null, decidedAt: string | null, firstSeenAt: string, lastSeenAt: string, timesOpened: number, evidence: Array<{ plane: string | null, record: string | null, says: string }>, asset: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null, decider: { id: string, displayName: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type LimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type LimitsQuery = { limits: { plan: TenantPlan, ratesEnforced: boolean, rates: Array<{ kind: RateKind, perMinute: number, burst: number, remaining: number, fullAt: string }>, quotas: Array<{ measure: UsageMeasure, period: QuotaPeriod, used: number, maximum: number | null, remaining: number | null, resetsAt: string }> } };

export type UsageQueryVariables = Exact<{
  days: number;
}>;


export type UsageQuery = { usage: Array<{ day: string, requests: number, records: number, runs: number, tokens: number }> };

export type ViewFieldsFragment = { id: string, name: string, version: number, savedAt: string, savedBy: { id: string, displayName: string }, entityType: { id: string, name: string, label: string } | null, fields: Array<{ name: string, path: string, type: AttributeType | null, lost: boolean }>, filter: Array<{ path: string, operator: EntityViewOperator, value: string | null, parameter: string | null, lost: boolean }>, parameters: Array<{ name: string, type: AttributeType, required: boolean }> };

export type EntityViewsQueryVariables = Exact<{
  first: number;
}>;


export type EntityViewsQuery = { entityViews: { totalCount: number, nodes: Array<{ id: string, name: string, savedAt: string, savedBy: { id: string, displayName: string }, entityType: { id: string, label: string } | null, fields: Array<{ name: string, lost: boolean }>, parameters: Array<{ name: string }> }> } };

export type ViewTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewTypesQuery = { entityTypes: { nodes: Array<{ id: string, name: string, label: string, attributes: Array<{ id: string, name: string, label: string, type: AttributeType }> }> } };

export type EntityViewQueryVariables = Exact<{
  id: string | number;
}>;


export type EntityViewQuery = { entityView: { id: string, name: string, version: number, savedAt: string, savedBy: { id: string, displayName: string }, entityType: { id: string, name: string, label: string } | null, fields: Array<{ name: string, path: string, type: AttributeType | null, lost: boolean }>, filter: Array<{ path: string, operator: EntityViewOperator, value: string | null, parameter: string | null, lost: boolean }>, parameters: Array<{ name: string, type: AttributeType, required: boolean }> } | null };

export type EntityViewRowsQueryVariables = Exact<{
  id: string | number;
  first: number;
  arguments?: Record<string, unknown> | null | undefined;
}>;


export type EntityViewRowsQuery = { entityView: { id: string, rows: { totalCount: number, nodes: Array<{ id: string, values: Record<string, unknown> }> } } | null };

export type SaveEntityViewMutationVariables = Exact<{
  input: SaveEntityViewInput;
}>;


export type SaveEntityViewMutation = { saveEntityView:
    | { __typename: 'EntityViewSaved', view: { id: string, name: string, version: number, savedAt: string, savedBy: { id: string, displayName: string }, entityType: { id: string, name: string, label: string } | null, fields: Array<{ name: string, path: string, type: AttributeType | null, lost: boolean }>, filter: Array<{ path: string, operator: EntityViewOperator, value: string | null, parameter: string | null, lost: boolean }>, parameters: Array<{ name: string, type: AttributeType, required: boolean }> } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type RemoveEntityViewMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveEntityViewMutation = { removeEntityView: boolean };

export type WorkflowVersionFieldsFragment = { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null };

export type WorkflowFieldsFragment = { id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null };

export type WorkflowsQueryVariables = Exact<{
  first: number;
}>;


export type WorkflowsQuery = { workflows: { totalCount: number, nodes: Array<{ id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null }> } };

export type WorkflowDetailQueryVariables = Exact<{
  name: string;
  first: number;
}>;


export type WorkflowDetailQuery = { workflow: { id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, versions: { totalCount: number, nodes: Array<{ id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null }> }, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null } | null };

export type WorkflowVersionTextQueryVariables = Exact<{
  workflow: string;
  version: number;
}>;


export type WorkflowVersionTextQuery = { workflowVersion: { text: string, definition: unknown, id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null };

export type CheckWorkflowQueryVariables = Exact<{
  text: string;
}>;


export type CheckWorkflowQuery = { checkWorkflow: { problems: Array<{ code: string, path: string, message: string }> } };

export type SaveWorkflowMutationVariables = Exact<{
  text: string;
  note?: string | null | undefined;
}>;


export type SaveWorkflowMutation = { saveWorkflow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'WorkflowSaved', workflow: { id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null }, version: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } }
   };

export type PublishWorkflowMutationVariables = Exact<{
  workflow: string;
  version: number;
}>;


export type PublishWorkflowMutation = { publishWorkflow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'WorkflowSaved', workflow: { id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null }, version: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } }
   };

export type RetireWorkflowMutationVariables = Exact<{
  workflow: string;
  version: number;
}>;


export type RetireWorkflowMutation = { retireWorkflow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'WorkflowSaved', workflow: { id: string, name: string, title: string, description: string, origin: WorkflowOrigin, changedAt: string, published: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null, latest: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } | null }, version: { id: string, version: number, status: WorkflowVersionStatus, note: string | null, createdAt: string, publishedAt: string | null, createdBy: { id: string, displayName: string } | null } }
   };

export type StartWorkflowMutationVariables = Exact<{
  input: StartWorkflowInput;
}>;


export type StartWorkflowMutation = { startWorkflow:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'RunChanged', run: { id: string, title: string, status: RunStatus } }
   };

export type WorkflowRunsQueryVariables = Exact<{
  name: string;
  first: number;
}>;


export type WorkflowRunsQuery = { workflow: { id: string, runs: { totalCount: number, nodes: Array<{ title: string, workflow: string, startedAt: string, mode: RunMode | null, cause: RunCause | null, costUsd: number | null, tokens: number | null, id: string, status: RunStatus, progress: number, estimatedFinishAt: string | null, attempt: number, finishedAt: string | null, problem: string | null, canCancel: boolean, canResume: boolean, canPause: boolean, paused: boolean, agent: { id: string, name: string }, approval: { id: string, status: ApprovalStatus } | null, connection: { id: string, name: string, status: ConnectionStatus, statusReason: string | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, mode: SyncMode, since: string | null, secondsLeft: number | null, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null } | null, steps: Array<{ key: string, name: string, status: StepStatus, detail: string | null, at: string | null, progress: number | null, attempts: number, startedAt: string | null, finishedAt: string | null, kind: string | null, dependsOn: Array<string>, problem: string | null, costUsd: number | null, tokens: number | null, undoing: StepUndoing | null, carried: boolean, approval: { id: string, status: ApprovalStatus } | null }> }> } } | null };

export type WorkspacesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspacesQuery = { workspaces: Array<{ id: string, name: string, slug: string, kind: TenantKind, demo: boolean }> };

export type WorkspaceFieldsFragment = { id: string, name: string, slug: string, kind: TenantKind, demo: boolean };

export type SwitchWorkspaceMutationVariables = Exact<{
  tenantId: string | number;
}>;


export type SwitchWorkspaceMutation = { switchWorkspace:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type CreateDemoWorkspaceMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateDemoWorkspaceMutation = { createDemoWorkspace:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } }
   };

export type FirstLookQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstLookQuery = { connections: { totalCount: number }, workspaces: Array<{ id: string, name: string, slug: string, kind: TenantKind, demo: boolean }> };

export type DeleteDemoWorkspaceMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteDemoWorkspaceMutation = { deleteDemoWorkspace:
    | { __typename: 'DemoDeleted', deleted: boolean, session: { token: string, expiresAt: string, refreshToken: string | null, refreshExpiresAt: string | null, deviceProof: string | null, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string, persona: Persona | null }, tenant: { id: string, name: string, slug: string, kind: TenantKind, demo: boolean, status: TenantStatus } } } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type LoadingRunsQueryVariables = Exact<{
  first: number;
}>;


export type LoadingRunsQuery = { runs: { nodes: Array<{ id: string, status: RunStatus, progress: number, connection: { id: string } | null }> } };

export type SavedOperationFieldsFragment = { id: string, name: string, document: string, variables: Record<string, unknown>, persona: Persona | null, shared: boolean, editable: boolean, updatedAt: string, createdBy: { id: string, displayName: string } };

export type SavedOperationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SavedOperationsQuery = { savedOperations: { nodes: Array<{ id: string, name: string, document: string, variables: Record<string, unknown>, persona: Persona | null, shared: boolean, editable: boolean, updatedAt: string, createdBy: { id: string, displayName: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SaveOperationMutationVariables = Exact<{
  input: SaveOperationInput;
}>;


export type SaveOperationMutation = { saveOperation:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OperationSaved', operation: { id: string, name: string, document: string, variables: Record<string, unknown>, persona: Persona | null, shared: boolean, editable: boolean, updatedAt: string, createdBy: { id: string, displayName: string } } }
   };

export type RemoveOperationMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveOperationMutation = { removeOperation:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'OperationRemoved', id: string }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ToolHostFieldsFragmentDoc = new TypedDocumentString(`
    fragment ToolHostFields on ToolHost {
  id
  host
  headerNames
  savedAt
}
    `, {"fragmentName":"ToolHostFields"}) as unknown as TypedDocumentString<ToolHostFieldsFragment, unknown>;
export const McpServerFieldsFragmentDoc = new TypedDocumentString(`
    fragment McpServerFields on McpServer {
  id
  name
  url
  hasToken
  allowedTools
  offeredTools
  problem
  askedAt
}
    `, {"fragmentName":"McpServerFields"}) as unknown as TypedDocumentString<McpServerFieldsFragment, unknown>;
export const RaciPartyFieldsFragmentDoc = new TypedDocumentString(`
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
    `, {"fragmentName":"RaciPartyFields"}) as unknown as TypedDocumentString<RaciPartyFieldsFragment, unknown>;
export const AgentFieldsFragmentDoc = new TypedDocumentString(`
    fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}`, {"fragmentName":"AgentFields"}) as unknown as TypedDocumentString<AgentFieldsFragment, unknown>;
export const ApprovalFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
  agent {
    id
    name
  }
  path
  tool
  payload
  editedPayload
  cost
  tokens
  touches
  dueAt
  onExpiry
  canDecide
  needsReason
  whyNot
  canEdit
  canRespond
  startedBy {
    id
    displayName
  }
  escalation {
    level
    at
    to
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
  history {
    at
    kind
    message
    by {
      id
      displayName
    }
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}`, {"fragmentName":"ApprovalFields"}) as unknown as TypedDocumentString<ApprovalFieldsFragment, unknown>;
export const RunFigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunFigureFields on RunFigures {
  started
  succeeded
  failed
  cancelled
  working
  waiting
  steps
  stepsFailed
  medianSeconds
  p95Seconds
}
    `, {"fragmentName":"RunFigureFields"}) as unknown as TypedDocumentString<RunFigureFieldsFragment, unknown>;
export const ContributionFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContributionFields on Contribution {
  dimension
  label
  before
  after
  change
  share
  formattedChange
}
    `, {"fragmentName":"ContributionFields"}) as unknown as TypedDocumentString<ContributionFieldsFragment, unknown>;
export const VerifiedFieldsFragmentDoc = new TypedDocumentString(`
    fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"VerifiedFields"}) as unknown as TypedDocumentString<VerifiedFieldsFragment, unknown>;
export const TrendFieldsFragmentDoc = new TypedDocumentString(`
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
    `, {"fragmentName":"TrendFields"}) as unknown as TypedDocumentString<TrendFieldsFragment, unknown>;
export const ConfidenceFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
    `, {"fragmentName":"ConfidenceFields"}) as unknown as TypedDocumentString<ConfidenceFieldsFragment, unknown>;
export const TokenFieldsFragmentDoc = new TypedDocumentString(`
    fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}
    `, {"fragmentName":"TokenFields"}) as unknown as TypedDocumentString<TokenFieldsFragment, unknown>;
export const GalaxyFieldsFragmentDoc = new TypedDocumentString(`
    fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    period
    sameConditions
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
    correlation {
      r
      changes
    }
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}`, {"fragmentName":"GalaxyFields"}) as unknown as TypedDocumentString<GalaxyFieldsFragment, unknown>;
export const AnswerFieldsFragmentDoc = new TypedDocumentString(`
    fragment AnswerFields on Answer {
  id
  question
  readAs
  persona
  asks
  chart
  text
  verified {
    ...VerifiedFields
  }
  verdict {
    answer
    basis
    text
  }
  label
  value
  unit
  formattedValue
  truncated
  rows
  plan {
    json
  }
  sql
  limitedBy
  followUps
  metric {
    name
    label
    definition
    description
    goodDirection
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  confidence {
    ...ConfidenceFields
  }
  interpretation {
    ...TokenFields
  }
  lineage {
    entity
    columns
    connection {
      id
      name
    }
    object {
      id
      name
    }
    attributes {
      id
      label
    }
  }
  galaxy {
    ...GalaxyFields
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}
fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    period
    sameConditions
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
    correlation {
      r
      changes
    }
  }
}
fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}`, {"fragmentName":"AnswerFields"}) as unknown as TypedDocumentString<AnswerFieldsFragment, unknown>;
export const DeclinedFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}
    fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}`, {"fragmentName":"DeclinedFields"}) as unknown as TypedDocumentString<DeclinedFieldsFragment, unknown>;
export const ClarificationFieldsFragmentDoc = new TypedDocumentString(`
    fragment ClarificationFields on Clarification {
  question
  text
  choices {
    label
    question
  }
  interpretation {
    ...TokenFields
  }
}
    fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}`, {"fragmentName":"ClarificationFields"}) as unknown as TypedDocumentString<ClarificationFieldsFragment, unknown>;
export const ScoreFieldsFragmentDoc = new TypedDocumentString(`
    fragment ScoreFields on AssetScore {
  value
  factors {
    code
    points
    says
  }
}
    `, {"fragmentName":"ScoreFields"}) as unknown as TypedDocumentString<ScoreFieldsFragment, unknown>;
export const EvidenceFieldsFragmentDoc = new TypedDocumentString(`
    fragment EvidenceFields on AssetEvidence {
  plane
  says
  record
  at
  count
}
    `, {"fragmentName":"EvidenceFields"}) as unknown as TypedDocumentString<EvidenceFieldsFragment, unknown>;
export const AssetRowFragmentDoc = new TypedDocumentString(`
    fragment AssetRow on Asset {
  id
  name
  kind
  key
  class
  admission
  activity
  governed
  recordCount
  firstSeenAt
  lastSeenAt
  removedAt
  scores {
    risk {
      value
    }
    cost {
      value
    }
    criticality {
      value
    }
  }
  connection {
    id
    name
  }
  owner {
    id
    displayName
  }
  findings {
    id
    severity
  }
}
    `, {"fragmentName":"AssetRow"}) as unknown as TypedDocumentString<AssetRowFragment, unknown>;
export const BudgetUsageFieldsFragmentDoc = new TypedDocumentString(`
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}
    `, {"fragmentName":"BudgetUsageFields"}) as unknown as TypedDocumentString<BudgetUsageFieldsFragment, unknown>;
export const BudgetFieldsFragmentDoc = new TypedDocumentString(`
    fragment BudgetFields on Budget {
  id
  name
  scope
  window
  timeZone
  limit
  tokenLimit
  onReaching
  enabled
  version
  updatedAt
  updatedBy {
    id
    displayName
  }
  agent {
    id
    name
  }
  usage {
    ...BudgetUsageFields
  }
}
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}`, {"fragmentName":"BudgetFields"}) as unknown as TypedDocumentString<BudgetFieldsFragment, unknown>;
export const HealthFieldsFragmentDoc = new TypedDocumentString(`
    fragment HealthFields on ConnectionHealth {
  status
  reasons {
    code
    message
    todo
  }
  since
  lastSuccessAt
  lastFailureAt
  consecutiveFailures
  freshnessSeconds
  lagSeconds
  expectedEverySeconds
  breaker {
    state
    nextProbeAt
  }
  errorBudget {
    left
    syncs
    failedSyncs
    requests
    failedRequests
  }
  healing {
    attempts
    lastAttemptAt
    nextAttemptAt
    waitsForPerson
  }
}
    `, {"fragmentName":"HealthFields"}) as unknown as TypedDocumentString<HealthFieldsFragment, unknown>;
export const ScheduleFieldsFragmentDoc = new TypedDocumentString(`
    fragment ScheduleFields on SyncSchedule {
  kind
  everyMinutes
  cron
  timeZone
  nextAt
  lastStartedAt
  problem {
    code
    message
    todo
  }
}
    `, {"fragmentName":"ScheduleFields"}) as unknown as TypedDocumentString<ScheduleFieldsFragment, unknown>;
export const ConnectorFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConnectorFields on Connector {
  kind
  label
  description
  category
  verified
  verification
  capabilities {
    incremental
    deletes
    schedules
    live
  }
}
    `, {"fragmentName":"ConnectorFields"}) as unknown as TypedDocumentString<ConnectorFieldsFragment, unknown>;
export const WidgetOutlineFragmentDoc = new TypedDocumentString(`
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
    `, {"fragmentName":"WidgetOutline"}) as unknown as TypedDocumentString<WidgetOutlineFragment, unknown>;
export const DashboardOutlineFragmentDoc = new TypedDocumentString(`
    fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}`, {"fragmentName":"DashboardOutline"}) as unknown as TypedDocumentString<DashboardOutlineFragment, unknown>;
export const DashboardSummaryFragmentDoc = new TypedDocumentString(`
    fragment DashboardSummary on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    id
    title
    kind
    question
    layout {
      x
      y
      w
      h
    }
  }
}
    `, {"fragmentName":"DashboardSummary"}) as unknown as TypedDocumentString<DashboardSummaryFragment, unknown>;
export const WidgetAnswerFieldsFragmentDoc = new TypedDocumentString(`
    fragment WidgetAnswerFields on Answer {
  id
  question
  text
  label
  value
  unit
  formattedValue
  truncated
  rows
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  confidence {
    ...ConfidenceFields
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}`, {"fragmentName":"WidgetAnswerFields"}) as unknown as TypedDocumentString<WidgetAnswerFieldsFragment, unknown>;
export const RowRuleFieldsFragmentDoc = new TypedDocumentString(`
    fragment RowRuleFields on RowRule {
  id
  name
  entityType
  path
  operator
  values
  userAttribute
  audience {
    roles
    groups
    everybodyBut
  }
  cascade
  problem
}
    `, {"fragmentName":"RowRuleFields"}) as unknown as TypedDocumentString<RowRuleFieldsFragment, unknown>;
export const ColumnMaskFieldsFragmentDoc = new TypedDocumentString(`
    fragment ColumnMaskFields on ColumnMask {
  id
  name
  entityType
  attribute
  sensitive
  mode
  audience {
    roles
    groups
    everybodyBut
  }
  problem
}
    `, {"fragmentName":"ColumnMaskFields"}) as unknown as TypedDocumentString<ColumnMaskFieldsFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on ScanCounts {
  found
  admitted
  shadow
  zombie
  parked
  clean
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const DriftFieldsFragmentDoc = new TypedDocumentString(`
    fragment DriftFields on Drift {
  id
  kind
  severity
  status
  field
  summary
  confidence
  holds
  detectedAt
  closedAt
  dependents {
    kind
    name
    label
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  proposal {
    id
    status
    automatic
  }
}
    `, {"fragmentName":"DriftFields"}) as unknown as TypedDocumentString<DriftFieldsFragment, unknown>;
export const RepairFieldsFragmentDoc = new TypedDocumentString(`
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}
    `, {"fragmentName":"RepairFields"}) as unknown as TypedDocumentString<RepairFieldsFragment, unknown>;
export const EffectFieldsFragmentDoc = new TypedDocumentString(`
    fragment EffectFields on Effect {
  id
  path
  tool
  status
  input
  output
  problem
  plannedAt
  settledAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  settledBy {
    id
    displayName
  }
}
    `, {"fragmentName":"EffectFields"}) as unknown as TypedDocumentString<EffectFieldsFragment, unknown>;
export const FarmRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment FarmRunFields on FarmRun {
  id
  name
  seed
  status
  done
  total
  verdict
  foretold
  agrees
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"FarmRunFields"}) as unknown as TypedDocumentString<FarmRunFieldsFragment, unknown>;
export const PilotFindingFieldsFragmentDoc = new TypedDocumentString(`
    fragment PilotFindingFields on PilotFinding {
  id
  kind
  title
  detail
  reasons
  severity
  status
  evidence
  firstSeenAt
  lastSeenAt
  timesSeen
  decidedAt
  doneAt
  resolvedAt
  comment
  agent {
    id
    name
    pilot
  }
  links {
    kind
    id
    label
  }
  proposal {
    action
    intent
    benefit
    benefitUnit
    touches
    reversible
  }
  measure {
    label
    unit
    before
    latest
    after
  }
  run {
    id
    title
    status
  }
}
    `, {"fragmentName":"PilotFindingFields"}) as unknown as TypedDocumentString<PilotFindingFieldsFragment, unknown>;
export const FlagFieldsFragmentDoc = new TypedDocumentString(`
    fragment FlagFields on FeatureFlag {
  key
  area
  description
  enabled
  default
  reason
  changedAt
  changedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"FlagFields"}) as unknown as TypedDocumentString<FlagFieldsFragment, unknown>;
export const GovernanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment GovernanceFields on Governance {
  autonomyMode
  alwaysConfirm
  version
  changedAt
  changedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"GovernanceFields"}) as unknown as TypedDocumentString<GovernanceFieldsFragment, unknown>;
export const ActionPolicyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ActionPolicyFields on ActionPolicy {
  id
  name
  position
  enabled
  pilot
  action
  minComplexity
  maxComplexity
  amountFrom
  amountTo
  withoutAmount
  outcome
  changedAt
  agent {
    id
    name
  }
  changedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"ActionPolicyFields"}) as unknown as TypedDocumentString<ActionPolicyFieldsFragment, unknown>;
export const NotificationPreferenceFieldsFragmentDoc = new TypedDocumentString(`
    fragment NotificationPreferenceFields on NotificationPreference {
  kind
  label
  description
  severity
  inbox
  email
}
    `, {"fragmentName":"NotificationPreferenceFields"}) as unknown as TypedDocumentString<NotificationPreferenceFieldsFragment, unknown>;
export const NotificationChannelFieldsFragmentDoc = new TypedDocumentString(`
    fragment NotificationChannelFields on NotificationChannel {
  id
  kind
  name
  host
  kinds
  minimumSeverity
  paused
  createdAt
  actionsUrl
  takesDecisions
}
    `, {"fragmentName":"NotificationChannelFields"}) as unknown as TypedDocumentString<NotificationChannelFieldsFragment, unknown>;
export const NotificationDeliveryFieldsFragmentDoc = new TypedDocumentString(`
    fragment NotificationDeliveryFields on NotificationDelivery {
  id
  channelId
  kind
  title
  status
  attempts
  replyStatus
  problem
  createdAt
  nextAt
  finishedAt
}
    `, {"fragmentName":"NotificationDeliveryFields"}) as unknown as TypedDocumentString<NotificationDeliveryFieldsFragment, unknown>;
export const ApiKeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyFields on ApiKey {
  id
  name
  start
  scopes
  status
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
  lastUsedFrom
  account {
    id
    displayName
    email
  }
  madeBy {
    id
    displayName
  }
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const TenantExportFieldsFragmentDoc = new TypedDocumentString(`
    fragment TenantExportFields on TenantExport {
  id
  status
  runId
  createdAt
  finishedAt
  expiresAt
  files
  rows
  bytes
  path
}
    `, {"fragmentName":"TenantExportFields"}) as unknown as TypedDocumentString<TenantExportFieldsFragment, unknown>;
export const StepFieldsFragmentDoc = new TypedDocumentString(`
    fragment StepFields on TransformInForce {
  sentence
  step {
    kind
    blanks
    cases {
      from
      to
    }
    columns
    dates
    decimal
    fallback
    from
    fromColumn
    onColumn
    otherwise
    part
    rest
    separator
    to
  }
}
    `, {"fragmentName":"StepFields"}) as unknown as TypedDocumentString<StepFieldsFragment, unknown>;
export const ProposalFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProposalFields on MappingProposal {
  id
  status
  recordsUnified
  createdAt
  decidedAt
  connection {
    id
    name
  }
  problem {
    code
    field
    message
    todo
  }
  tables {
    id
    entityName
    entityLabel
    adopted
    confidence
    evidence
    object {
      id
      name
      rowCount
      quarantinedCount
      schema {
        id
        fields {
          name
          type
          blankCount
          examples
        }
      }
    }
    unpivoted
    suggestedUnpivot {
      confidence
      evidence
      cells
    }
    fields {
      id
      column
      attribute
      attributeLabel
      canonical
      type
      relatesTo
      leftOut
      level
      learned {
        decisions
      }
      confidence
      evidence
      alternatives {
        attribute
        label
        confidence
      }
    }
  }
}
    `, {"fragmentName":"ProposalFields"}) as unknown as TypedDocumentString<ProposalFieldsFragment, unknown>;
export const JobFieldsFragmentDoc = new TypedDocumentString(`
    fragment JobFields on MappingJob {
  id
  status
  progress
  autoAcceptAbove
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
  connections {
    state
    reason
    proposed
    accepted
    left
    landed
    unified
    quarantined
    connection {
      id
      name
    }
  }
}
    `, {"fragmentName":"JobFields"}) as unknown as TypedDocumentString<JobFieldsFragment, unknown>;
export const FlowFieldsFragmentDoc = new TypedDocumentString(`
    fragment FlowFields on Flow {
  at
  minutes
  stages {
    stage
    records
    ratePerMinute
    inFlight
    lagSeconds
    lagP95Seconds
    waitingSeconds
    minutes {
      at
      records
    }
  }
  slowest {
    stage
    seconds
    why
    connection {
      id
      name
    }
  }
}
    `, {"fragmentName":"FlowFields"}) as unknown as TypedDocumentString<FlowFieldsFragment, unknown>;
export const MetricOutlineFragmentDoc = new TypedDocumentString(`
    fragment MetricOutline on Metric {
  name
  label
  description
  source
  unit
  domain
  kind
  origin
  available
  missing
  version
}
    `, {"fragmentName":"MetricOutline"}) as unknown as TypedDocumentString<MetricOutlineFragment, unknown>;
export const MetricSpecFieldsFragmentDoc = new TypedDocumentString(`
    fragment MetricSpecFields on MetricSpec {
  name
  label
  synonyms
  description
  definition
  source
  unit
  goodDirection
  domain
  personas
  formula
  bindings {
    entity
    aggregate
    of
    time
    spanStart
    spanEnd
    overTime
    where {
      attribute
      is
      not
      blank
      above
      daysAgo
    }
  }
}
    `, {"fragmentName":"MetricSpecFields"}) as unknown as TypedDocumentString<MetricSpecFieldsFragment, unknown>;
export const WatchFieldsFragmentDoc = new TypedDocumentString(`
    fragment WatchFields on MetricWatch {
  id
  name
  kind
  direction
  threshold
  grain
  paused
  createdAt
  createdBy {
    id
    displayName
  }
  metric {
    name
    label
    unit
  }
}
    `, {"fragmentName":"WatchFields"}) as unknown as TypedDocumentString<WatchFieldsFragment, unknown>;
export const WhatIfMetricFieldsFragmentDoc = new TypedDocumentString(`
    fragment WhatIfMetricFields on WhatIfMetric {
  metric {
    name
    label
    unit
    goodDirection
  }
  original
  changed
  change
  relative
  formattedOriginal
  formattedChanged
}
    `, {"fragmentName":"WhatIfMetricFields"}) as unknown as TypedDocumentString<WhatIfMetricFieldsFragment, unknown>;
export const ModelProviderFieldsFragmentDoc = new TypedDocumentString(`
    fragment ModelProviderFields on ModelProvider {
  id
  baseUrl
  models
  inputPrice
  outputPrice
  origin
  updatedAt
}
    `, {"fragmentName":"ModelProviderFields"}) as unknown as TypedDocumentString<ModelProviderFieldsFragment, unknown>;
export const DifferenceFragmentDoc = new TypedDocumentString(`
    fragment Difference on OntologyDifference {
  action
  subject
  entityType
  name
  property
  before
  after
}
    `, {"fragmentName":"Difference"}) as unknown as TypedDocumentString<DifferenceFragment, unknown>;
export const RunStepFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
    `, {"fragmentName":"RunStepFields"}) as unknown as TypedDocumentString<RunStepFieldsFragment, unknown>;
export const RunStateFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
    fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`, {"fragmentName":"RunStateFields"}) as unknown as TypedDocumentString<RunStateFieldsFragment, unknown>;
export const SyncFieldsFragmentDoc = new TypedDocumentString(`
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
    `, {"fragmentName":"SyncFields"}) as unknown as TypedDocumentString<SyncFieldsFragment, unknown>;
export const FeedEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment FeedEventFields on FeedEvent {
  id
  cursor
  at
  topic
  severity
  title
  detail
  run {
    ...RunStateFields
    title
  }
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
  approval {
    id
    status
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`, {"fragmentName":"FeedEventFields"}) as unknown as TypedDocumentString<FeedEventFieldsFragment, unknown>;
export const HeadlineFieldsFragmentDoc = new TypedDocumentString(`
    fragment HeadlineFields on Headline {
  metric {
    name
  }
  label
  question
  period
  value
  unit
  formattedValue
  delta {
    absolute
    relative
    previousValue
    versus
  }
  goodDirection
  trend {
    ...TrendFields
  }
  sparkline
  confidence {
    score
    tier
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}`, {"fragmentName":"HeadlineFields"}) as unknown as TypedDocumentString<HeadlineFieldsFragment, unknown>;
export const PlaneFieldsFragmentDoc = new TypedDocumentString(`
    fragment PlaneFields on FabricPlane {
  id
  kind
  name
  address
  status
  statusReason
  latencyMs
  checkedAt
  createdAt
  settings {
    name
    value
  }
}
    `, {"fragmentName":"PlaneFields"}) as unknown as TypedDocumentString<PlaneFieldsFragment, unknown>;
export const PostureFragmentDoc = new TypedDocumentString(`
    fragment Posture on PostureDay {
  day
  department
  score
  components {
    code
    value
    of
  }
  assets
  shadow
  zombie
  parked
  unowned
  findings
  scan {
    id
    number
  }
}
    `, {"fragmentName":"Posture"}) as unknown as TypedDocumentString<PostureFragment, unknown>;
export const FindingFieldsFragmentDoc = new TypedDocumentString(`
    fragment FindingFields on PersonalDataFinding {
  id
  source
  connection {
    id
  }
  sourceName
  objectName
  columnName
  type
  count
  estimated
  confidence
  action
  firstSeenAt
  lastSeenAt
}
    `, {"fragmentName":"FindingFields"}) as unknown as TypedDocumentString<FindingFieldsFragment, unknown>;
export const PolicyFieldsFragmentDoc = new TypedDocumentString(`
    fragment PolicyFields on PersonalDataPolicy {
  source
  connectionKind
  connection {
    id
    name
  }
  type
  action
  updatedAt
  updatedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"PolicyFields"}) as unknown as TypedDocumentString<PolicyFieldsFragment, unknown>;
export const RetentionFieldsFragmentDoc = new TypedDocumentString(`
    fragment RetentionFields on RetentionRule {
  kind
  title
  days
  chosen
  minimumDays
  maximumDays
  lastRunAt
  lastDeleted
}
    `, {"fragmentName":"RetentionFields"}) as unknown as TypedDocumentString<RetentionFieldsFragment, unknown>;
export const ConsentFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConsentFields on Consent {
  id
  subject
  purpose
  state
  legalBasis
  grantedAt
  withdrawnAt
  history {
    id
    state
    source
    at
    evidence
    recordedAt
    recordedBy {
      id
      displayName
    }
  }
}
    `, {"fragmentName":"ConsentFields"}) as unknown as TypedDocumentString<ConsentFieldsFragment, unknown>;
export const ErasureFieldsFragmentDoc = new TypedDocumentString(`
    fragment ErasureFields on ErasureRequest {
  id
  status
  treatment
  reason
  subject {
    kind
    shown
    related
  }
  found {
    kind
    title
    part
    rows
    rowsByNameOnly
    changeable
  }
  requestedBy {
    id
    displayName
  }
  requestedAt
  confirmedBy {
    id
    displayName
  }
  confirmedAt
  finishedAt
}
    `, {"fragmentName":"ErasureFields"}) as unknown as TypedDocumentString<ErasureFieldsFragment, unknown>;
export const PersonExportFieldsFragmentDoc = new TypedDocumentString(`
    fragment PersonExportFields on PersonExport {
  id
  status
  subject {
    kind
    shown
    related
  }
  records
  truncated
  path
  requestedAt
  expiresAt
  requestedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"PersonExportFields"}) as unknown as TypedDocumentString<PersonExportFieldsFragment, unknown>;
export const TestFieldsFragmentDoc = new TypedDocumentString(`
    fragment TestFields on DataTest {
  id
  entityTypeName
  attribute
  kind
  severity
  status
  enabled
  proposed
  failing
  checked
  finding
  failingSince
  lastRunAt
  minimum
  maximum
  maxAgeHours
  tolerance
}
    `, {"fragmentName":"TestFields"}) as unknown as TypedDocumentString<TestFieldsFragment, unknown>;
export const PairMemberFragmentDoc = new TypedDocumentString(`
    fragment PairMember on ResolutionMember {
  id
  recordId
  title
  values
  masked
  lineage {
    sourceKey
    connection {
      id
      name
    }
    object {
      id
      name
    }
  }
}
    `, {"fragmentName":"PairMember"}) as unknown as TypedDocumentString<PairMemberFragment, unknown>;
export const ChangeFieldsFragmentDoc = new TypedDocumentString(`
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
    `, {"fragmentName":"ChangeFields"}) as unknown as TypedDocumentString<ChangeFieldsFragment, unknown>;
export const ComparedRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment ComparedRunFields on Run {
  id
  title
  status
  mode
  startedAt
  steps {
    key
    name
    status
    problem
    input
    output
  }
}
    `, {"fragmentName":"ComparedRunFields"}) as unknown as TypedDocumentString<ComparedRunFieldsFragment, unknown>;
export const RunFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`, {"fragmentName":"RunFields"}) as unknown as TypedDocumentString<RunFieldsFragment, unknown>;
export const RunEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunEventFields on RunEvent {
  cursor
  kind
  at
  step
  status
  progress
  message
}
    `, {"fragmentName":"RunEventFields"}) as unknown as TypedDocumentString<RunEventFieldsFragment, unknown>;
export const ScanFieldsFragmentDoc = new TypedDocumentString(`
    fragment ScanFields on Scan {
  id
  number
  status
  mode
  asOf
  policyVersion
  startedAt
  finishedAt
  recordsRead
  recordsTaken
  recordsKept
  recordsRefused
  counts {
    found
    admitted
    shadow
    zombie
    parked
    clean
  }
  run {
    id
    progress
  }
  problem {
    code
    message
    todo
  }
  unfetched {
    message
    todo
    feed {
      id
      name
    }
  }
}
    `, {"fragmentName":"ScanFields"}) as unknown as TypedDocumentString<ScanFieldsFragment, unknown>;
export const ChangedFieldFragmentDoc = new TypedDocumentString(`
    fragment ChangedField on FieldChange {
  field
  before
  after
}
    `, {"fragmentName":"ChangedField"}) as unknown as TypedDocumentString<ChangedFieldFragment, unknown>;
export const ScheduleFiringFieldsFragmentDoc = new TypedDocumentString(`
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
    `, {"fragmentName":"ScheduleFiringFields"}) as unknown as TypedDocumentString<ScheduleFiringFieldsFragment, unknown>;
export const AgentScheduleFieldsFragmentDoc = new TypedDocumentString(`
    fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}`, {"fragmentName":"AgentScheduleFields"}) as unknown as TypedDocumentString<AgentScheduleFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = new TypedDocumentString(`
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
    `, {"fragmentName":"ViewerFields"}) as unknown as TypedDocumentString<ViewerFieldsFragment, unknown>;
export const SessionFieldsFragmentDoc = new TypedDocumentString(`
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}`, {"fragmentName":"SessionFields"}) as unknown as TypedDocumentString<SessionFieldsFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const SingleSignOnFieldsFragmentDoc = new TypedDocumentString(`
    fragment SingleSignOnFields on SingleSignOn {
  issuer
  clientId
  domains
  defaultRole
  justInTime
  signInUrl
  redirectUrl
  updatedAt
}
    `, {"fragmentName":"SingleSignOnFields"}) as unknown as TypedDocumentString<SingleSignOnFieldsFragment, unknown>;
export const SlackUserFieldsFragmentDoc = new TypedDocumentString(`
    fragment SlackUserFields on SlackUser {
  id
  name
  slackUserId
  way
  linkedAt
  member {
    id
    displayName
  }
}
    `, {"fragmentName":"SlackUserFields"}) as unknown as TypedDocumentString<SlackUserFieldsFragment, unknown>;
export const TicketFieldsFragmentDoc = new TypedDocumentString(`
    fragment TicketFields on Ticket {
  id
  number
  title
  text
  priority
  status
  note
  openedAt
  closedAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  assignee {
    id
    displayName
  }
  closedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"TicketFields"}) as unknown as TypedDocumentString<TicketFieldsFragment, unknown>;
export const TimeMoneyFieldsFragmentDoc = new TypedDocumentString(`
    fragment TimeMoneyFields on InsightsSettings {
  fiscalYearStartMonth
  fiscalYearNamedBy
  quarters
  weekStart
  reportingCurrency
  changedAt
  changedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"TimeMoneyFields"}) as unknown as TypedDocumentString<TimeMoneyFieldsFragment, unknown>;
export const TriageFieldsFragmentDoc = new TypedDocumentString(`
    fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}
    `, {"fragmentName":"TriageFields"}) as unknown as TypedDocumentString<TriageFieldsFragment, unknown>;
export const ViewFieldsFragmentDoc = new TypedDocumentString(`
    fragment ViewFields on EntityView {
  id
  name
  version
  savedAt
  savedBy {
    id
    displayName
  }
  entityType {
    id
    name
    label
  }
  fields {
    name
    path
    type
    lost
  }
  filter {
    path
    operator
    value
    parameter
    lost
  }
  parameters {
    name
    type
    required
  }
}
    `, {"fragmentName":"ViewFields"}) as unknown as TypedDocumentString<ViewFieldsFragment, unknown>;
export const WorkflowVersionFieldsFragmentDoc = new TypedDocumentString(`
    fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
    `, {"fragmentName":"WorkflowVersionFields"}) as unknown as TypedDocumentString<WorkflowVersionFieldsFragment, unknown>;
export const WorkflowFieldsFragmentDoc = new TypedDocumentString(`
    fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}
    fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}`, {"fragmentName":"WorkflowFields"}) as unknown as TypedDocumentString<WorkflowFieldsFragment, unknown>;
export const WorkspaceFieldsFragmentDoc = new TypedDocumentString(`
    fragment WorkspaceFields on Tenant {
  id
  name
  slug
  kind
  demo
}
    `, {"fragmentName":"WorkspaceFields"}) as unknown as TypedDocumentString<WorkspaceFieldsFragment, unknown>;
export const SavedOperationFieldsFragmentDoc = new TypedDocumentString(`
    fragment SavedOperationFields on SavedOperation {
  id
  name
  document
  variables
  persona
  shared
  editable
  updatedAt
  createdBy {
    id
    displayName
  }
}
    `, {"fragmentName":"SavedOperationFields"}) as unknown as TypedDocumentString<SavedOperationFieldsFragment, unknown>;
export const PaletteThingsDocument = new TypedDocumentString(`
    query PaletteThings {
  dashboards(first: 12) {
    nodes {
      id
      title
    }
  }
  runs(first: 8) {
    nodes {
      id
      title
      status
      startedAt
    }
  }
  entityTypes(first: 100) {
    nodes {
      id
      name
      pluralLabel
      recordCount
    }
  }
  connections(first: 50) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteThingsQuery, PaletteThingsQueryVariables>;
export const RaciPeopleDocument = new TypedDocumentString(`
    query RaciPeople {
  tenant {
    id
    members(first: 200) {
      nodes {
        id
        displayName
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RaciPeopleQuery, RaciPeopleQueryVariables>;
export const AgentToolsDocument = new TypedDocumentString(`
    query AgentTools($first: Int!) {
  tools(first: $first) {
    totalCount
    nodes {
      name
      title
      description
      effect
      complexity
    }
  }
}
    `) as unknown as TypedDocumentString<AgentToolsQuery, AgentToolsQueryVariables>;
export const ToolHostsDocument = new TypedDocumentString(`
    query ToolHosts($first: Int!) {
  toolHosts(first: $first) {
    totalCount
    nodes {
      ...ToolHostFields
    }
  }
}
    fragment ToolHostFields on ToolHost {
  id
  host
  headerNames
  savedAt
}`) as unknown as TypedDocumentString<ToolHostsQuery, ToolHostsQueryVariables>;
export const SaveToolHostDocument = new TypedDocumentString(`
    mutation SaveToolHost($input: SaveToolHostInput!) {
  saveToolHost(input: $input) {
    __typename
    ... on ToolHostSaved {
      host {
        ...ToolHostFields
      }
    }
    ...Refusal
  }
}
    fragment ToolHostFields on ToolHost {
  id
  host
  headerNames
  savedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveToolHostMutation, SaveToolHostMutationVariables>;
export const RemoveToolHostDocument = new TypedDocumentString(`
    mutation RemoveToolHost($id: ID!) {
  removeToolHost(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveToolHostMutation, RemoveToolHostMutationVariables>;
export const McpServersDocument = new TypedDocumentString(`
    query McpServers($first: Int!) {
  mcpServers(first: $first) {
    totalCount
    nodes {
      ...McpServerFields
    }
  }
}
    fragment McpServerFields on McpServer {
  id
  name
  url
  hasToken
  allowedTools
  offeredTools
  problem
  askedAt
}`) as unknown as TypedDocumentString<McpServersQuery, McpServersQueryVariables>;
export const SaveMcpServerDocument = new TypedDocumentString(`
    mutation SaveMcpServer($input: SaveMcpServerInput!) {
  saveMcpServer(input: $input) {
    __typename
    ... on McpServerSaved {
      server {
        ...McpServerFields
      }
    }
    ...Refusal
  }
}
    fragment McpServerFields on McpServer {
  id
  name
  url
  hasToken
  allowedTools
  offeredTools
  problem
  askedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveMcpServerMutation, SaveMcpServerMutationVariables>;
export const AskMcpServerDocument = new TypedDocumentString(`
    mutation AskMcpServer($id: ID!) {
  askMcpServer(id: $id) {
    ...McpServerFields
  }
}
    fragment McpServerFields on McpServer {
  id
  name
  url
  hasToken
  allowedTools
  offeredTools
  problem
  askedAt
}`) as unknown as TypedDocumentString<AskMcpServerMutation, AskMcpServerMutationVariables>;
export const RemoveMcpServerDocument = new TypedDocumentString(`
    mutation RemoveMcpServer($id: ID!) {
  removeMcpServer(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveMcpServerMutation, RemoveMcpServerMutationVariables>;
export const AgentDetailDocument = new TypedDocumentString(`
    query AgentDetail($id: ID!) {
  agent(id: $id) {
    ...AgentFields
    outcomes {
      open
      proposed
      done
      resolved
      improvements {
        unit
        findings
        before
        after
      }
    }
    playbooks {
      name
      title
      description
      suggestedSchedule
      analyses {
        name
        title
        description
      }
    }
    runs(first: 10) {
      totalCount
      nodes {
        id
        title
        status
        startedAt
        finishedAt
        problem
      }
    }
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}`) as unknown as TypedDocumentString<AgentDetailQuery, AgentDetailQueryVariables>;
export const AgentVersionsDocument = new TypedDocumentString(`
    query AgentVersions($id: ID!, $first: Int!) {
  agent(id: $id) {
    id
    versions(first: $first) {
      totalCount
      nodes {
        version
        name
        changedAt
        reason
        changedBy {
          id
          displayName
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgentVersionsQuery, AgentVersionsQueryVariables>;
export const CreateAgentDocument = new TypedDocumentString(`
    mutation CreateAgent($input: CreateAgentInput!) {
  createAgent(input: $input) {
    __typename
    ... on AgentSaved {
      agent {
        ...AgentFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CreateAgentMutation, CreateAgentMutationVariables>;
export const UpdateAgentDocument = new TypedDocumentString(`
    mutation UpdateAgent($id: ID!, $version: Int!, $input: UpdateAgentInput!) {
  updateAgent(id: $id, version: $version, input: $input) {
    __typename
    ... on AgentSaved {
      agent {
        ...AgentFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<UpdateAgentMutation, UpdateAgentMutationVariables>;
export const SetAgentMaturityDocument = new TypedDocumentString(`
    mutation SetAgentMaturity($id: ID!, $version: Int!, $maturity: Float!, $reason: String!) {
  setAgentMaturity(
    id: $id
    version: $version
    maturity: $maturity
    reason: $reason
  ) {
    __typename
    ... on AgentSaved {
      agent {
        ...AgentFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetAgentMaturityMutation, SetAgentMaturityMutationVariables>;
export const EnableAgentDocument = new TypedDocumentString(`
    mutation EnableAgent($id: ID!) {
  enableAgent(id: $id) {
    __typename
    ... on AgentSaved {
      agent {
        ...AgentFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<EnableAgentMutation, EnableAgentMutationVariables>;
export const DisableAgentDocument = new TypedDocumentString(`
    mutation DisableAgent($id: ID!) {
  disableAgent(id: $id) {
    __typename
    ... on AgentSaved {
      agent {
        ...AgentFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment AgentFields on Agent {
  id
  name
  pilot
  purpose
  enabled
  version
  maturity
  stage
  instructions
  tools
  changedAt
  changedBy {
    id
    displayName
  }
  limits {
    maxSteps
    maxCost
    maxTokens
    forbidden
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DisableAgentMutation, DisableAgentMutationVariables>;
export const RemoveAgentDocument = new TypedDocumentString(`
    mutation RemoveAgent($id: ID!) {
  removeAgent(id: $id) {
    __typename
    ... on AgentRemoved {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveAgentMutation, RemoveAgentMutationVariables>;
export const ApprovalsDocument = new TypedDocumentString(`
    query Approvals($status: ApprovalStatus, $mine: Boolean!) {
  approvals(status: $status, mine: $mine, first: 50) {
    totalCount
    nodes {
      ...ApprovalFields
    }
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
  agent {
    id
    name
  }
  path
  tool
  payload
  editedPayload
  cost
  tokens
  touches
  dueAt
  onExpiry
  canDecide
  needsReason
  whyNot
  canEdit
  canRespond
  startedBy {
    id
    displayName
  }
  escalation {
    level
    at
    to
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
  history {
    at
    kind
    message
    by {
      id
      displayName
    }
  }
}`) as unknown as TypedDocumentString<ApprovalsQuery, ApprovalsQueryVariables>;
export const ApprovalChangedDocument = new TypedDocumentString(`
    subscription ApprovalChanged($after: String) {
  approvalChanged(after: $after) {
    cursor
    kind
    approvalId
    approval {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ApprovalChangedSubscription, ApprovalChangedSubscriptionVariables>;
export const PendingApprovalsDocument = new TypedDocumentString(`
    query PendingApprovals {
  approvals(status: PENDING, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PendingApprovalsQuery, PendingApprovalsQueryVariables>;
export const DecideApprovalDocument = new TypedDocumentString(`
    mutation DecideApproval($id: ID!, $decision: Decision!, $comment: String, $payload: JSON) {
  decideApproval(
    id: $id
    decision: $decision
    comment: $comment
    payload: $payload
  ) {
    __typename
    ... on ApprovalDecided {
      approval {
        ...ApprovalFields
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
  agent {
    id
    name
  }
  path
  tool
  payload
  editedPayload
  cost
  tokens
  touches
  dueAt
  onExpiry
  canDecide
  needsReason
  whyNot
  canEdit
  canRespond
  startedBy {
    id
    displayName
  }
  escalation {
    level
    at
    to
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
  history {
    at
    kind
    message
    by {
      id
      displayName
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DecideApprovalMutation, DecideApprovalMutationVariables>;
export const DecideApprovalsDocument = new TypedDocumentString(`
    mutation DecideApprovals($ids: [ID!]!, $decision: Decision!, $comment: String) {
  decideApprovals(ids: $ids, decision: $decision, comment: $comment) {
    __typename
    ... on ApprovalsDecided {
      results {
        id
        approval {
          ...ApprovalFields
        }
        problems {
          code
          field
          message
          todo
        }
      }
    }
    ...Refusal
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
  agent {
    id
    name
  }
  path
  tool
  payload
  editedPayload
  cost
  tokens
  touches
  dueAt
  onExpiry
  canDecide
  needsReason
  whyNot
  canEdit
  canRespond
  startedBy {
    id
    displayName
  }
  escalation {
    level
    at
    to
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
  history {
    at
    kind
    message
    by {
      id
      displayName
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DecideApprovalsMutation, DecideApprovalsMutationVariables>;
export const FleetDocument = new TypedDocumentString(`
    query Fleet {
  agents(first: 20) {
    nodes {
      id
      name
      pilot
      purpose
      enabled
      stage
      maturity
      runs(first: 3) {
        totalCount
        nodes {
          id
          title
          status
          startedAt
          finishedAt
          problem
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FleetQuery, FleetQueryVariables>;
export const AgentVitalsDocument = new TypedDocumentString(`
    query AgentVitals($window: VitalsWindow!) {
  agentVitals(window: $window) {
    at
    since
    waitingApprovals
    runs {
      ...RunFigureFields
    }
    agents {
      agent {
        id
        name
      }
      runs {
        ...RunFigureFields
      }
    }
    functions {
      tool
      calls
      failed
      tokens
      cost
      medianSeconds
      p95Seconds
    }
    series {
      at
      started
      succeeded
      failed
      medianSeconds
    }
  }
}
    fragment RunFigureFields on RunFigures {
  started
  succeeded
  failed
  cancelled
  working
  waiting
  steps
  stepsFailed
  medianSeconds
  p95Seconds
}`) as unknown as TypedDocumentString<AgentVitalsQuery, AgentVitalsQueryVariables>;
export const OneApprovalDocument = new TypedDocumentString(`
    query OneApproval($id: ID!) {
  approval(id: $id) {
    ...ApprovalFields
  }
}
    fragment RaciPartyFields on RaciParty {
  kind
  role
  user {
    id
    displayName
  }
  agent {
    id
    name
  }
}
fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
  agent {
    id
    name
  }
  path
  tool
  payload
  editedPayload
  cost
  tokens
  touches
  dueAt
  onExpiry
  canDecide
  needsReason
  whyNot
  canEdit
  canRespond
  startedBy {
    id
    displayName
  }
  escalation {
    level
    at
    to
  }
  raci {
    responsible {
      ...RaciPartyFields
    }
    accountable {
      ...RaciPartyFields
    }
    consulted {
      ...RaciPartyFields
    }
    informed {
      ...RaciPartyFields
    }
  }
  history {
    at
    kind
    message
    by {
      id
      displayName
    }
  }
}`) as unknown as TypedDocumentString<OneApprovalQuery, OneApprovalQueryVariables>;
export const AnswerWhyDocument = new TypedDocumentString(`
    query AnswerWhy($id: ID!) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      why {
        text
        kind
        period
        versus
        change
        splits {
          dimension
          telling
          contributions {
            ...ContributionFields
          }
        }
        components {
          ...ContributionFields
        }
      }
    }
  }
}
    fragment ContributionFields on Contribution {
  dimension
  label
  before
  after
  change
  share
  formattedChange
}`) as unknown as TypedDocumentString<AnswerWhyQuery, AnswerWhyQueryVariables>;
export const AnswerAnomaliesDocument = new TypedDocumentString(`
    query AnswerAnomalies($id: ID!) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      anomalies {
        period
        start
        value
        expected
        good
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerAnomaliesQuery, AnswerAnomaliesQueryVariables>;
export const AnswerForecastDocument = new TypedDocumentString(`
    query AnswerForecast($id: ID!, $periods: Int) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      forecast(periods: $periods) {
        __typename
        ... on Forecast {
          text
          label
          unit
          method
          backTestError
          history
          points {
            period
            start
            value
            low
            high
          }
        }
        ... on NoForecast {
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerForecastQuery, AnswerForecastQueryVariables>;
export const AskDocument = new TypedDocumentString(`
    query Ask($question: String!, $persona: Persona, $after: ID) {
  ask(question: $question, persona: $persona, after: $after) {
    __typename
    ...AnswerFields
    ...DeclinedFields
    ...DashboardOutline
    ...ClarificationFields
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}
fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    period
    sameConditions
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
    correlation {
      r
      changes
    }
  }
}
fragment AnswerFields on Answer {
  id
  question
  readAs
  persona
  asks
  chart
  text
  verified {
    ...VerifiedFields
  }
  verdict {
    answer
    basis
    text
  }
  label
  value
  unit
  formattedValue
  truncated
  rows
  plan {
    json
  }
  sql
  limitedBy
  followUps
  metric {
    name
    label
    definition
    description
    goodDirection
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  confidence {
    ...ConfidenceFields
  }
  interpretation {
    ...TokenFields
  }
  lineage {
    entity
    columns
    connection {
      id
      name
    }
    object {
      id
      name
    }
    attributes {
      id
      label
    }
  }
  galaxy {
    ...GalaxyFields
  }
}
fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}
fragment ClarificationFields on Clarification {
  question
  text
  choices {
    label
    question
  }
  interpretation {
    ...TokenFields
  }
}
fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}
fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<AskQuery, AskQueryVariables>;
export const AskProgressDocument = new TypedDocumentString(`
    query AskProgress($question: String!, $persona: Persona, $follows: ID, $after: String) {
  askProgress(
    question: $question
    persona: $persona
    follows: $follows
    after: $after
  ) {
    cursor
    stage
    steps {
      stage
      beganAt
    }
    written
    result {
      __typename
      ...AnswerFields
      ...DeclinedFields
      ...DashboardOutline
      ...ClarificationFields
    }
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}
fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    period
    sameConditions
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
    correlation {
      r
      changes
    }
  }
}
fragment AnswerFields on Answer {
  id
  question
  readAs
  persona
  asks
  chart
  text
  verified {
    ...VerifiedFields
  }
  verdict {
    answer
    basis
    text
  }
  label
  value
  unit
  formattedValue
  truncated
  rows
  plan {
    json
  }
  sql
  limitedBy
  followUps
  metric {
    name
    label
    definition
    description
    goodDirection
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  confidence {
    ...ConfidenceFields
  }
  interpretation {
    ...TokenFields
  }
  lineage {
    entity
    columns
    connection {
      id
      name
    }
    object {
      id
      name
    }
    attributes {
      id
      label
    }
  }
  galaxy {
    ...GalaxyFields
  }
}
fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}
fragment ClarificationFields on Clarification {
  question
  text
  choices {
    label
    question
  }
  interpretation {
    ...TokenFields
  }
}
fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}
fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<AskProgressQuery, AskProgressQueryVariables>;
export const TokenAlternativesDocument = new TypedDocumentString(`
    query TokenAlternatives($id: ID!) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      interpretation {
        id
        alternatives {
          label
          question
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TokenAlternativesQuery, TokenAlternativesQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $first: Int!) {
  suggest(text: $text, first: $first) {
    text
    completion
    kind
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const SampleQuestionsDocument = new TypedDocumentString(`
    query SampleQuestions($persona: Persona, $first: Int!) {
  sampleQuestions(persona: $persona, first: $first)
}
    `) as unknown as TypedDocumentString<SampleQuestionsQuery, SampleQuestionsQueryVariables>;
export const VerifyAnswerDocument = new TypedDocumentString(`
    mutation VerifyAnswer($id: ID!, $note: String) {
  verifyAnswer(id: $id, note: $note) {
    __typename
    ... on AnswerVerified {
      verified {
        ...VerifiedFields
      }
    }
    ...Refusal
  }
}
    fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<VerifyAnswerMutation, VerifyAnswerMutationVariables>;
export const RemoveVerifiedAnswerDocument = new TypedDocumentString(`
    mutation RemoveVerifiedAnswer($id: ID!) {
  removeVerifiedAnswer(id: $id) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveVerifiedAnswerMutation, RemoveVerifiedAnswerMutationVariables>;
export const RateAnswerDocument = new TypedDocumentString(`
    mutation RateAnswer($id: ID!, $rating: AnswerRating!, $correction: String) {
  rateAnswer(id: $id, rating: $rating, correction: $correction) {
    __typename
    ... on AnswerRated {
      feedback {
        id
        rating
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RateAnswerMutation, RateAnswerMutationVariables>;
export const AnswerOpinionDocument = new TypedDocumentString(`
    query AnswerOpinion($id: ID!) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      opinion {
        kind
        text
        differences
        model
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerOpinionQuery, AnswerOpinionQueryVariables>;
export const AssetMapDocument = new TypedDocumentString(`
    query AssetMap($after: String) {
  assets(
    filter: {kind: APPLICATION}
    order: CRITICALITY
    first: 150
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      class
      scores {
        risk {
          value
        }
        cost {
          value
        }
        criticality {
          value
        }
      }
      relations(first: 20) {
        nodes {
          kind
          direction
          name
          other {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssetMapQuery, AssetMapQueryVariables>;
export const AssetDetailDocument = new TypedDocumentString(`
    query AssetDetail($id: ID!) {
  asset(id: $id) {
    id
    name
    kind
    key
    keyKind
    admitted
    admission
    class
    activity
    governed
    external
    recordCount
    firstSeenAt
    lastSeenAt
    removedAt
    connection {
      id
      name
    }
    object {
      id
    }
    parent {
      id
      name
    }
    governedBy {
      id
      name
    }
    copyOf {
      id
      name
    }
    owner {
      id
      displayName
    }
    scores {
      risk {
        ...ScoreFields
      }
      cost {
        ...ScoreFields
      }
      criticality {
        ...ScoreFields
      }
      systemOfRecord {
        ...ScoreFields
      }
    }
    reasons {
      code
      text
      evidence {
        ...EvidenceFields
      }
    }
    findings {
      ...TriageFields
    }
    ownerSuggestions {
      who
      source
      confidence
      tied
      says
      record
    }
  }
}
    fragment ScoreFields on AssetScore {
  value
  factors {
    code
    points
    says
  }
}
fragment EvidenceFields on AssetEvidence {
  plane
  says
  record
  at
  count
}
fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AssetDetailQuery, AssetDetailQueryVariables>;
export const AssetRelationsDocument = new TypedDocumentString(`
    query AssetRelations($id: ID!, $first: Int!) {
  asset(id: $id) {
    id
    relations(first: $first) {
      totalCount
      nodes {
        kind
        direction
        name
        count
        says
        record
        other {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssetRelationsQuery, AssetRelationsQueryVariables>;
export const AssetEvidenceDocument = new TypedDocumentString(`
    query AssetEvidence($id: ID!, $first: Int!) {
  asset(id: $id) {
    id
    evidence(first: $first) {
      totalCount
      nodes {
        ...EvidenceFields
      }
    }
  }
}
    fragment EvidenceFields on AssetEvidence {
  plane
  says
  record
  at
  count
}`) as unknown as TypedDocumentString<AssetEvidenceQuery, AssetEvidenceQueryVariables>;
export const AssetHistoryDocument = new TypedDocumentString(`
    query AssetHistory($id: ID!, $first: Int!) {
  asset(id: $id) {
    id
    history(first: $first) {
      totalCount
      nodes {
        admitted
        admission
        class
        activity
        scores {
          risk {
            value
          }
          cost {
            value
          }
          criticality {
            value
          }
        }
        since {
          id
          number
          asOf
        }
        until {
          id
          number
        }
        changes {
          ...ChangedField
        }
      }
    }
  }
}
    fragment ChangedField on FieldChange {
  field
  before
  after
}`) as unknown as TypedDocumentString<AssetHistoryQuery, AssetHistoryQueryVariables>;
export const AssignOwnerDocument = new TypedDocumentString(`
    mutation AssignOwner($assetId: ID!, $userId: ID) {
  assignOwner(assetId: $assetId, userId: $userId) {
    __typename
    ... on OwnerAssigned {
      asset {
        id
        owner {
          id
          displayName
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AssignOwnerMutation, AssignOwnerMutationVariables>;
export const AssetsDocument = new TypedDocumentString(`
    query Assets($filter: AssetFilter, $order: AssetOrder!, $first: Int!, $after: String) {
  assets(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AssetRow
    }
  }
}
    fragment AssetRow on Asset {
  id
  name
  kind
  key
  class
  admission
  activity
  governed
  recordCount
  firstSeenAt
  lastSeenAt
  removedAt
  scores {
    risk {
      value
    }
    cost {
      value
    }
    criticality {
      value
    }
  }
  connection {
    id
    name
  }
  owner {
    id
    displayName
  }
  findings {
    id
    severity
  }
}`) as unknown as TypedDocumentString<AssetsQuery, AssetsQueryVariables>;
export const AssetFacetsDocument = new TypedDocumentString(`
    query AssetFacets($filter: AssetFilter) {
  assetFacets(filter: $filter) {
    dimension
    values {
      value
      count
    }
  }
}
    `) as unknown as TypedDocumentString<AssetFacetsQuery, AssetFacetsQueryVariables>;
export const BudgetsDocument = new TypedDocumentString(`
    query Budgets($first: Int!) {
  budgets(first: $first) {
    totalCount
    nodes {
      ...BudgetFields
    }
  }
}
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}
fragment BudgetFields on Budget {
  id
  name
  scope
  window
  timeZone
  limit
  tokenLimit
  onReaching
  enabled
  version
  updatedAt
  updatedBy {
    id
    displayName
  }
  agent {
    id
    name
  }
  usage {
    ...BudgetUsageFields
  }
}`) as unknown as TypedDocumentString<BudgetsQuery, BudgetsQueryVariables>;
export const BudgetDetailDocument = new TypedDocumentString(`
    query BudgetDetail($id: ID!, $first: Int!) {
  budget(id: $id) {
    ...BudgetFields
    usages(first: 50) {
      totalCount
      nodes {
        ...BudgetUsageFields
      }
    }
  }
  ledger(budgetId: $id, first: $first) {
    totalCount
    nodes {
      id
      state
      path
      reserved
      reservedTokens
      spent
      spentTokens
      over
      reservedAt
      settledAt
      agent {
        id
        name
      }
      run {
        id
        title
      }
    }
  }
}
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}
fragment BudgetFields on Budget {
  id
  name
  scope
  window
  timeZone
  limit
  tokenLimit
  onReaching
  enabled
  version
  updatedAt
  updatedBy {
    id
    displayName
  }
  agent {
    id
    name
  }
  usage {
    ...BudgetUsageFields
  }
}`) as unknown as TypedDocumentString<BudgetDetailQuery, BudgetDetailQueryVariables>;
export const BudgetAlertsDocument = new TypedDocumentString(`
    subscription BudgetAlerts($after: String) {
  budgetAlerts(after: $after) {
    cursor
    at
    name
    mark
    refused
    spent
    limit
    agent {
      id
      name
    }
    run {
      id
      title
    }
    budget {
      ...BudgetFields
    }
  }
}
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}
fragment BudgetFields on Budget {
  id
  name
  scope
  window
  timeZone
  limit
  tokenLimit
  onReaching
  enabled
  version
  updatedAt
  updatedBy {
    id
    displayName
  }
  agent {
    id
    name
  }
  usage {
    ...BudgetUsageFields
  }
}`) as unknown as TypedDocumentString<BudgetAlertsSubscription, BudgetAlertsSubscriptionVariables>;
export const AgentNamesDocument = new TypedDocumentString(`
    query AgentNames {
  agents(first: 200) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AgentNamesQuery, AgentNamesQueryVariables>;
export const SaveBudgetDocument = new TypedDocumentString(`
    mutation SaveBudget($input: SaveBudgetInput!) {
  saveBudget(input: $input) {
    __typename
    ... on BudgetSaved {
      budget {
        ...BudgetFields
      }
    }
    ...Refusal
  }
}
    fragment BudgetUsageFields on BudgetUsage {
  startsAt
  endsAt
  spent
  reserved
  left
  spentTokens
  reservedTokens
  leftTokens
  share
  marks
  agent {
    id
    name
  }
  run {
    id
    title
  }
  forecast {
    spent
    tokens
    share
    reachesLimitAt
    basis
  }
}
fragment BudgetFields on Budget {
  id
  name
  scope
  window
  timeZone
  limit
  tokenLimit
  onReaching
  enabled
  version
  updatedAt
  updatedBy {
    id
    displayName
  }
  agent {
    id
    name
  }
  usage {
    ...BudgetUsageFields
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveBudgetMutation, SaveBudgetMutationVariables>;
export const RemoveBudgetDocument = new TypedDocumentString(`
    mutation RemoveBudget($id: ID!) {
  removeBudget(id: $id) {
    __typename
    ... on BudgetRemoved {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveBudgetMutation, RemoveBudgetMutationVariables>;
export const ConnectionsDocument = new TypedDocumentString(`
    query Connections($first: Int!, $after: String) {
  connections(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      kind
      location
      status
      statusReason
      createdAt
      health {
        status
        reasons {
          code
          message
          todo
        }
      }
      schedule {
        kind
        everyMinutes
        cron
      }
      objects(first: 1) {
        totalCount
      }
      latestSync {
        ...SyncFields
      }
      mappingProposal {
        id
        status
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectionsQuery, ConnectionsQueryVariables>;
export const ConnectionDetailDocument = new TypedDocumentString(`
    query ConnectionDetail($id: ID!) {
  connection(id: $id) {
    id
    name
    kind
    location
    status
    statusReason
    createdAt
    createdBy {
      id
      displayName
    }
    settings {
      name
      value
    }
    health {
      ...HealthFields
    }
    schedule {
      ...ScheduleFields
    }
    plane {
      id
      name
      kind
      status
    }
    latestSync {
      ...SyncFields
      objects {
        object {
          id
        }
        name
        status
        records
        changed
        unchanged
        removed
        quarantined
        progress
        problem {
          code
          message
          todo
        }
      }
    }
    mappingProposal {
      id
      status
    }
    entityTypes {
      id
      name
      pluralLabel
      recordCount
    }
    objects(first: 100) {
      totalCount
      nodes {
        id
        name
        path
        status
        statusReason
        rowCount
        quarantinedCount
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment HealthFields on ConnectionHealth {
  status
  reasons {
    code
    message
    todo
  }
  since
  lastSuccessAt
  lastFailureAt
  consecutiveFailures
  freshnessSeconds
  lagSeconds
  expectedEverySeconds
  breaker {
    state
    nextProbeAt
  }
  errorBudget {
    left
    syncs
    failedSyncs
    requests
    failedRequests
  }
  healing {
    attempts
    lastAttemptAt
    nextAttemptAt
    waitsForPerson
  }
}
fragment ScheduleFields on SyncSchedule {
  kind
  everyMinutes
  cron
  timeZone
  nextAt
  lastStartedAt
  problem {
    code
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectionDetailQuery, ConnectionDetailQueryVariables>;
export const QuarantinedRecordsDocument = new TypedDocumentString(`
    query QuarantinedRecords($objectId: ID!, $first: Int!, $after: String) {
  sourceObject(id: $objectId) {
    id
    name
    quarantinedCount
    quarantined(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        line
        code
        reason
        raw
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuarantinedRecordsQuery, QuarantinedRecordsQueryVariables>;
export const ServerFolderDocument = new TypedDocumentString(`
    query ServerFolder($path: String) {
  serverFolder(path: $path) {
    path
    parent
    folders {
      name
      path
      bytes
    }
    files {
      name
      path
      bytes
    }
  }
}
    `) as unknown as TypedDocumentString<ServerFolderQuery, ServerFolderQueryVariables>;
export const CreateUploadDocument = new TypedDocumentString(`
    mutation CreateUpload {
  createUpload {
    id
    path
    maxFileBytes
  }
}
    `) as unknown as TypedDocumentString<CreateUploadMutation, CreateUploadMutationVariables>;
export const ConnectFilesDocument = new TypedDocumentString(`
    mutation ConnectFiles($input: ConnectFilesInput!) {
  connectFiles(input: $input) {
    __typename
    ... on ConnectionStarted {
      connection {
        id
        name
      }
      sync {
        ...SyncFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectFilesMutation, ConnectFilesMutationVariables>;
export const SyncConnectionDocument = new TypedDocumentString(`
    mutation SyncConnection($id: ID!) {
  syncConnection(id: $id) {
    sync {
      ...SyncFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SyncConnectionMutation, SyncConnectionMutationVariables>;
export const RemoveConnectionDocument = new TypedDocumentString(`
    mutation RemoveConnection($id: ID!) {
  removeConnection(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveConnectionMutation, RemoveConnectionMutationVariables>;
export const ChangeConnectionPasswordDocument = new TypedDocumentString(`
    mutation ChangeConnectionPassword($id: ID!, $password: String!) {
  changeConnectionPassword(id: $id, password: $password) {
    __typename
    ... on ConnectionPasswordChanged {
      connection {
        id
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeConnectionPasswordMutation, ChangeConnectionPasswordMutationVariables>;
export const ConnectionSyncsDocument = new TypedDocumentString(`
    query ConnectionSyncs($id: ID!, $first: Int!) {
  connection(id: $id) {
    id
    syncs(first: $first) {
      totalCount
      nodes {
        ...SyncFields
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectionSyncsQuery, ConnectionSyncsQueryVariables>;
export const SourceObjectDetailDocument = new TypedDocumentString(`
    query SourceObjectDetail($id: ID!) {
  sourceObject(id: $id) {
    id
    name
    path
    status
    statusReason
    rowCount
    quarantinedCount
    notes
    reconciliation {
      at
      method
      complete
      finding
    }
    connection {
      id
      name
      kind
    }
    schema {
      id
      discoveredAt
      fingerprint
      primaryKey {
        columns
        evidence
      }
      foreignKeys {
        columns
        targetColumns
        coverage
        target {
          id
          name
        }
      }
      fields {
        name
        type
        nullable
        blankCount
        distinctCount
        examples
        format
        currency
        description
        evidence
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourceObjectDetailQuery, SourceObjectDetailQueryVariables>;
export const SourceObjectSampleDocument = new TypedDocumentString(`
    query SourceObjectSample($id: ID!, $first: Int!) {
  sourceObject(id: $id) {
    id
    sample(first: $first)
  }
}
    `) as unknown as TypedDocumentString<SourceObjectSampleQuery, SourceObjectSampleQueryVariables>;
export const ReconcileConnectionDocument = new TypedDocumentString(`
    mutation ReconcileConnection($id: ID!) {
  reconcileConnection(id: $id) {
    run {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileConnectionMutation, ReconcileConnectionMutationVariables>;
export const ConnectionInboundDocument = new TypedDocumentString(`
    query ConnectionInbound($id: ID!) {
  connection(id: $id) {
    id
    watching
    inbound {
      address
      lastReceivedAt
      received
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectionInboundQuery, ConnectionInboundQueryVariables>;
export const RotateInboundSecretDocument = new TypedDocumentString(`
    mutation RotateInboundSecret($id: ID!) {
  rotateInboundSecret(id: $id) {
    connection {
      id
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateInboundSecretMutation, RotateInboundSecretMutationVariables>;
export const SetWatchingDocument = new TypedDocumentString(`
    mutation SetWatching($connectionId: ID!, $watching: Boolean!) {
  setWatching(connectionId: $connectionId, watching: $watching) {
    __typename
    ... on WatchingSet {
      connection {
        id
        watching
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetWatchingMutation, SetWatchingMutationVariables>;
export const SetScheduleDocument = new TypedDocumentString(`
    mutation SetSchedule($id: ID!, $schedule: ScheduleInput) {
  setSchedule(id: $id, schedule: $schedule) {
    __typename
    ... on ScheduleChanged {
      connection {
        id
        schedule {
          ...ScheduleFields
        }
      }
    }
    ...Refusal
  }
}
    fragment ScheduleFields on SyncSchedule {
  kind
  everyMinutes
  cron
  timeZone
  nextAt
  lastStartedAt
  problem {
    code
    message
    todo
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetScheduleMutation, SetScheduleMutationVariables>;
export const PauseSyncDocument = new TypedDocumentString(`
    mutation PauseSync($id: ID!) {
  pauseSync(id: $id) {
    ...SyncFields
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<PauseSyncMutation, PauseSyncMutationVariables>;
export const ResumeSyncDocument = new TypedDocumentString(`
    mutation ResumeSync($id: ID!) {
  resumeSync(id: $id) {
    ...SyncFields
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ResumeSyncMutation, ResumeSyncMutationVariables>;
export const CancelSyncDocument = new TypedDocumentString(`
    mutation CancelSync($id: ID!) {
  cancelSync(id: $id) {
    ...SyncFields
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CancelSyncMutation, CancelSyncMutationVariables>;
export const BackfillDocument = new TypedDocumentString(`
    mutation Backfill($id: ID!, $since: DateTime, $objects: [ID!]) {
  backfillConnection(id: $id, since: $since, objects: $objects) {
    sync {
      ...SyncFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<BackfillMutation, BackfillMutationVariables>;
export const SetConnectionPlaneDocument = new TypedDocumentString(`
    mutation SetConnectionPlane($id: ID!, $planeId: ID) {
  setConnectionPlane(id: $id, planeId: $planeId) {
    __typename
    ... on ConnectionPlaneSet {
      connection {
        id
        plane {
          id
          name
          kind
          status
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetConnectionPlaneMutation, SetConnectionPlaneMutationVariables>;
export const ConnectorCatalogueDocument = new TypedDocumentString(`
    query ConnectorCatalogue {
  connectors {
    ...ConnectorFields
  }
}
    fragment ConnectorFields on Connector {
  kind
  label
  description
  category
  verified
  verification
  capabilities {
    incremental
    deletes
    schedules
    live
  }
}`) as unknown as TypedDocumentString<ConnectorCatalogueQuery, ConnectorCatalogueQueryVariables>;
export const ConnectorFormsDocument = new TypedDocumentString(`
    query ConnectorForms {
  connectors {
    ...ConnectorFields
    form {
      name
      label
      kind
      required
      help
      where
      fallback
      choices {
        value
        label
      }
    }
  }
  fabricPlanes(first: 100) {
    nodes {
      id
      name
      kind
      status
    }
  }
  fabricPlaneCatalogue {
    kind
    label
    carries
  }
  planePolicy {
    allowedKinds
    directAllowed
  }
}
    fragment ConnectorFields on Connector {
  kind
  label
  description
  category
  verified
  verification
  capabilities {
    incremental
    deletes
    schedules
    live
  }
}`) as unknown as TypedDocumentString<ConnectorFormsQuery, ConnectorFormsQueryVariables>;
export const TestSourceDocument = new TypedDocumentString(`
    mutation TestSource($input: SourceInput!) {
  testSource(input: $input) {
    __typename
    ... on SourceTested {
      objects
      milliseconds
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<TestSourceMutation, TestSourceMutationVariables>;
export const ConnectSourceDocument = new TypedDocumentString(`
    mutation ConnectSource($input: SourceInput!) {
  connectSource(input: $input) {
    __typename
    ... on ConnectionStarted {
      connection {
        id
        name
      }
      sync {
        ...SyncFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectSourceMutation, ConnectSourceMutationVariables>;
export const DashboardsDocument = new TypedDocumentString(`
    query Dashboards($first: Int!, $after: String) {
  dashboards(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DashboardSummary
    }
  }
}
    fragment DashboardSummary on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    id
    title
    kind
    question
    layout {
      x
      y
      w
      h
    }
  }
}`) as unknown as TypedDocumentString<DashboardsQuery, DashboardsQueryVariables>;
export const GenerateDashboardDocument = new TypedDocumentString(`
    query GenerateDashboard($sentence: String!, $persona: Persona) {
  generateDashboard(sentence: $sentence, persona: $persona) {
    __typename
    ...DashboardOutline
    ...DeclinedFields
  }
}
    fragment TokenFields on Token {
  id
  text
  start
  end
  kind
  meaning
}
fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}
fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<GenerateDashboardQuery, GenerateDashboardQueryVariables>;
export const SavedDashboardDocument = new TypedDocumentString(`
    query SavedDashboard($id: ID!) {
  dashboard(id: $id) {
    ...DashboardOutline
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<SavedDashboardQuery, SavedDashboardQueryVariables>;
export const WidgetResultDocument = new TypedDocumentString(`
    query WidgetResult($question: String!, $persona: Persona) {
  ask(question: $question, persona: $persona) {
    __typename
    ...WidgetAnswerFields
    ... on Declined {
      reason
      text
      wouldHelp
      suggestions
    }
    ... on Dashboard {
      id
      title
    }
    ... on Clarification {
      text
      choices {
        label
        question
      }
    }
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment WidgetAnswerFields on Answer {
  id
  question
  text
  label
  value
  unit
  formattedValue
  truncated
  rows
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  confidence {
    ...ConfidenceFields
  }
}`) as unknown as TypedDocumentString<WidgetResultQuery, WidgetResultQueryVariables>;
export const SaveDashboardDocument = new TypedDocumentString(`
    mutation SaveDashboard($input: SaveDashboardInput!) {
  saveDashboard(input: $input) {
    __typename
    ... on DashboardSaved {
      dashboard {
        ...DashboardOutline
      }
    }
    ... on DashboardConflict {
      current {
        ...DashboardOutline
      }
    }
    ... on InputRefused {
      problems {
        code
        message
        todo
      }
    }
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<SaveDashboardMutation, SaveDashboardMutationVariables>;
export const DeleteDashboardDocument = new TypedDocumentString(`
    mutation DeleteDashboard($id: ID!) {
  deleteDashboard(id: $id) {
    __typename
    ... on DashboardDeleted {
      id
    }
    ... on InputRefused {
      problems {
        code
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteDashboardMutation, DeleteDashboardMutationVariables>;
export const RefineDashboardDocument = new TypedDocumentString(`
    query RefineDashboard($input: RefineDashboardInput!) {
  refineDashboard(input: $input) {
    __typename
    ... on RefinedDashboard {
      before
      done
      removed
      dashboard {
        id
        title
      }
      changes {
        was
        kind
        widget {
          ...WidgetOutline
        }
      }
      problems {
        code
        message
        todo
      }
    }
    ... on DashboardConflict {
      current {
        id
        version
      }
    }
    ... on InputRefused {
      problems {
        code
        message
        todo
      }
    }
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}`) as unknown as TypedDocumentString<RefineDashboardQuery, RefineDashboardQueryVariables>;
export const WidgetDimensionsDocument = new TypedDocumentString(`
    query WidgetDimensions($id: ID!) {
  answer(id: $id) {
    __typename
    ... on Answer {
      id
      metric {
        name
        dimensions {
          label
          values
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WidgetDimensionsQuery, WidgetDimensionsQueryVariables>;
export const CrossFilterDocument = new TypedDocumentString(`
    query CrossFilter($input: CrossFilterInput!) {
  crossFilterDashboard(input: $input) {
    __typename
    ... on RefinedDashboard {
      done
      changes {
        was
        kind
        widget {
          ...WidgetOutline
        }
      }
      problems {
        code
        message
        todo
      }
    }
    ... on InputRefused {
      problems {
        code
        message
        todo
      }
    }
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}`) as unknown as TypedDocumentString<CrossFilterQuery, CrossFilterQueryVariables>;
export const DashboardFromOperationDocument = new TypedDocumentString(`
    query DashboardFromOperation($input: DashboardFromOperationInput!) {
  dashboardFromOperation(input: $input) {
    __typename
    ... on Dashboard {
      ...DashboardOutline
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}`) as unknown as TypedDocumentString<DashboardFromOperationQuery, DashboardFromOperationQueryVariables>;
export const DashboardVersionsDocument = new TypedDocumentString(`
    query DashboardVersions($id: ID!, $first: Int!) {
  dashboardVersions(dashboardId: $id, first: $first) {
    totalCount
    nodes {
      version
      title
      note
      savedAt
      savedBy {
        id
        displayName
      }
      dashboard {
        title
        widgets {
          title
          kind
          question
          layout {
            x
            y
            w
            h
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardVersionsQuery, DashboardVersionsQueryVariables>;
export const RestoreDashboardVersionDocument = new TypedDocumentString(`
    mutation RestoreDashboardVersion($id: ID!, $version: Int!, $over: Int!) {
  restoreDashboardVersion(dashboardId: $id, version: $version, over: $over) {
    __typename
    ... on DashboardSaved {
      dashboard {
        ...DashboardOutline
      }
    }
    ... on DashboardConflict {
      current {
        ...DashboardOutline
      }
    }
    ...Refusal
  }
}
    fragment WidgetOutline on Widget {
  id
  title
  kind
  question
  layout {
    x
    y
    w
    h
  }
  operation {
    query
    variables
    operationName
  }
  view {
    path
    label
    series
    aggregate
    values {
      path
      label
      unit
    }
  }
}
fragment DashboardOutline on Dashboard {
  id
  title
  sentence
  persona
  saved
  version
  text
  updatedAt
  createdBy {
    id
    displayName
  }
  widgets {
    ...WidgetOutline
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RestoreDashboardVersionMutation, RestoreDashboardVersionMutationVariables>;
export const DashboardSnapshotsDocument = new TypedDocumentString(`
    query DashboardSnapshots($id: ID!, $first: Int!) {
  dashboard(id: $id) {
    id
    schedule {
      cron
      timeZone
      nextAt
    }
  }
  dashboardSnapshots(dashboardId: $id, first: $first) {
    totalCount
    nodes {
      id
      takenAt
      scheduled
      version
      title
      takenBy {
        id
        displayName
      }
      widgets {
        title
        formattedValue
        text
        answered
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardSnapshotsQuery, DashboardSnapshotsQueryVariables>;
export const TakeDashboardSnapshotDocument = new TypedDocumentString(`
    mutation TakeDashboardSnapshot($id: ID!) {
  takeDashboardSnapshot(dashboardId: $id) {
    __typename
    ... on SnapshotTaken {
      snapshot {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<TakeDashboardSnapshotMutation, TakeDashboardSnapshotMutationVariables>;
export const SetDashboardScheduleDocument = new TypedDocumentString(`
    mutation SetDashboardSchedule($id: ID!, $schedule: DashboardScheduleInput) {
  setDashboardSchedule(dashboardId: $id, schedule: $schedule) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetDashboardScheduleMutation, SetDashboardScheduleMutationVariables>;
export const ExportDashboardDocument = new TypedDocumentString(`
    query ExportDashboard($id: ID!, $format: DashboardExportFormat!) {
  exportDashboard(dashboardId: $id, format: $format) {
    content
    fileName
    mediaType
  }
}
    `) as unknown as TypedDocumentString<ExportDashboardQuery, ExportDashboardQueryVariables>;
export const DashboardTemplatesDocument = new TypedDocumentString(`
    query DashboardTemplates($first: Int!) {
  dashboardTemplates(first: $first) {
    totalCount
    nodes {
      id
      name
      description
      persona
      builtIn
      widgetCount
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardTemplatesQuery, DashboardTemplatesQueryVariables>;
export const UseDashboardTemplateDocument = new TypedDocumentString(`
    query UseDashboardTemplate($id: ID!) {
  useDashboardTemplate(id: $id) {
    __typename
    ... on RefinedDashboard {
      dashboard {
        id
      }
    }
    ... on Declined {
      text
      wouldHelp
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<UseDashboardTemplateQuery, UseDashboardTemplateQueryVariables>;
export const SaveDashboardTemplateDocument = new TypedDocumentString(`
    mutation SaveDashboardTemplate($input: SaveDashboardTemplateInput!) {
  saveDashboardTemplate(input: $input) {
    __typename
    ... on DashboardTemplateSaved {
      template {
        id
        name
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveDashboardTemplateMutation, SaveDashboardTemplateMutationVariables>;
export const RowRulesDocument = new TypedDocumentString(`
    query RowRules($first: Int!) {
  rowRules(first: $first) {
    totalCount
    nodes {
      ...RowRuleFields
    }
  }
}
    fragment RowRuleFields on RowRule {
  id
  name
  entityType
  path
  operator
  values
  userAttribute
  audience {
    roles
    groups
    everybodyBut
  }
  cascade
  problem
}`) as unknown as TypedDocumentString<RowRulesQuery, RowRulesQueryVariables>;
export const ColumnMasksDocument = new TypedDocumentString(`
    query ColumnMasks($first: Int!) {
  columnMasks(first: $first) {
    totalCount
    nodes {
      ...ColumnMaskFields
    }
  }
}
    fragment ColumnMaskFields on ColumnMask {
  id
  name
  entityType
  attribute
  sensitive
  mode
  audience {
    roles
    groups
    everybodyBut
  }
  problem
}`) as unknown as TypedDocumentString<ColumnMasksQuery, ColumnMasksQueryVariables>;
export const DataRuleModelDocument = new TypedDocumentString(`
    query DataRuleModel {
  entityTypes(first: 200) {
    nodes {
      id
      name
      label
      pluralLabel
      attributes {
        id
        name
        label
      }
      relations {
        name
        label
        to {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DataRuleModelQuery, DataRuleModelQueryVariables>;
export const MemberAttributesDocument = new TypedDocumentString(`
    query MemberAttributes($first: Int!) {
  userAttributes(first: $first) {
    totalCount
    nodes {
      user {
        id
        displayName
        email
        role
      }
      groups
      attributes {
        name
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MemberAttributesQuery, MemberAttributesQueryVariables>;
export const DataAccessPreviewDocument = new TypedDocumentString(`
    query DataAccessPreview($userId: ID!, $rowRule: RowRuleInput, $columnMask: ColumnMaskInput) {
  dataAccessPreview(userId: $userId, rowRule: $rowRule, columnMask: $columnMask) {
    restricted
    types {
      entityType
      label
      visible
      total
      rowRules
      masks {
        attribute
        label
        mode
        masks
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DataAccessPreviewQuery, DataAccessPreviewQueryVariables>;
export const SaveRowRuleDocument = new TypedDocumentString(`
    mutation SaveRowRule($input: RowRuleInput!) {
  saveRowRule(input: $input) {
    __typename
    ... on RowRule {
      ...RowRuleFields
    }
    ...Refusal
  }
}
    fragment RowRuleFields on RowRule {
  id
  name
  entityType
  path
  operator
  values
  userAttribute
  audience {
    roles
    groups
    everybodyBut
  }
  cascade
  problem
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveRowRuleMutation, SaveRowRuleMutationVariables>;
export const SaveColumnMaskDocument = new TypedDocumentString(`
    mutation SaveColumnMask($input: ColumnMaskInput!) {
  saveColumnMask(input: $input) {
    __typename
    ... on ColumnMask {
      ...ColumnMaskFields
    }
    ...Refusal
  }
}
    fragment ColumnMaskFields on ColumnMask {
  id
  name
  entityType
  attribute
  sensitive
  mode
  audience {
    roles
    groups
    everybodyBut
  }
  problem
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveColumnMaskMutation, SaveColumnMaskMutationVariables>;
export const RemoveDataRuleDocument = new TypedDocumentString(`
    mutation RemoveDataRule($id: ID!) {
  removeDataRule(id: $id) {
    __typename
    ... on DataRuleRemoved {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveDataRuleMutation, RemoveDataRuleMutationVariables>;
export const SetUserAttributesDocument = new TypedDocumentString(`
    mutation SetUserAttributes($input: UserAttributesInput!) {
  setUserAttributes(input: $input) {
    __typename
    ... on MemberAttributes {
      user {
        id
        displayName
      }
      groups
      attributes {
        name
        values
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetUserAttributesMutation, SetUserAttributesMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($first: Int!) {
  tenant {
    id
    members(first: $first) {
      nodes {
        id
        displayName
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const DiscoveryRulesDocument = new TypedDocumentString(`
    query DiscoveryRules($version: Int) {
  discoveryPolicy(version: $version) {
    version
    policy
    note
    savedAt
    author {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<DiscoveryRulesQuery, DiscoveryRulesQueryVariables>;
export const DiscoveryRuleVersionsDocument = new TypedDocumentString(`
    query DiscoveryRuleVersions($first: Int!) {
  discoveryPolicyVersions(first: $first) {
    totalCount
    nodes {
      version
      note
      savedAt
      author {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DiscoveryRuleVersionsQuery, DiscoveryRuleVersionsQueryVariables>;
export const DiscoveryRulesPreviewDocument = new TypedDocumentString(`
    query DiscoveryRulesPreview($policy: JSON!, $scanId: ID) {
  previewDiscoveryPolicy(policy: $policy, scanId: $scanId) {
    __typename
    ... on DiscoveryPolicyPreview {
      scan {
        id
        number
        asOf
      }
      before {
        ...Counts
      }
      after {
        ...Counts
      }
      changed
      changes {
        key
        kind
        asset {
          id
          name
        }
        changes {
          ...ChangedField
        }
      }
      shownByScanOnly
      ignored
    }
    ...Refusal
  }
}
    fragment Counts on ScanCounts {
  found
  admitted
  shadow
  zombie
  parked
  clean
}
fragment ChangedField on FieldChange {
  field
  before
  after
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DiscoveryRulesPreviewQuery, DiscoveryRulesPreviewQueryVariables>;
export const SaveDiscoveryRulesDocument = new TypedDocumentString(`
    mutation SaveDiscoveryRules($input: SaveDiscoveryPolicyInput!) {
  saveDiscoveryPolicy(input: $input) {
    __typename
    ... on DiscoveryPolicySaved {
      policy {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveDiscoveryRulesMutation, SaveDiscoveryRulesMutationVariables>;
export const DriftsDocument = new TypedDocumentString(`
    query Drifts($filter: DriftFilter, $first: Int!) {
  drifts(filter: $filter, first: $first) {
    totalCount
    nodes {
      ...DriftFields
    }
  }
}
    fragment DriftFields on Drift {
  id
  kind
  severity
  status
  field
  summary
  confidence
  holds
  detectedAt
  closedAt
  dependents {
    kind
    name
    label
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  proposal {
    id
    status
    automatic
  }
}`) as unknown as TypedDocumentString<DriftsQuery, DriftsQueryVariables>;
export const DriftDetailDocument = new TypedDocumentString(`
    query DriftDetail($id: ID!) {
  drift(id: $id) {
    ...DriftFields
    before {
      path
      type
      nullable
      format
      unit
    }
    after {
      path
      type
      nullable
      format
      unit
    }
    evidence
  }
}
    fragment DriftFields on Drift {
  id
  kind
  severity
  status
  field
  summary
  confidence
  holds
  detectedAt
  closedAt
  dependents {
    kind
    name
    label
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  proposal {
    id
    status
    automatic
  }
}`) as unknown as TypedDocumentString<DriftDetailQuery, DriftDetailQueryVariables>;
export const RepairsDocument = new TypedDocumentString(`
    query Repairs($filter: RepairFilter, $first: Int!) {
  repairs(filter: $filter, first: $first) {
    totalCount
    nodes {
      ...RepairFields
    }
  }
}
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}`) as unknown as TypedDocumentString<RepairsQuery, RepairsQueryVariables>;
export const RepairDetailDocument = new TypedDocumentString(`
    query RepairDetail($id: ID!) {
  repair(id: $id) {
    ...RepairFields
    evidence
    available {
      path
      type
    }
    preview {
      before
      after
    }
    drifts {
      id
      kind
      severity
      status
      summary
    }
    approval {
      id
    }
    run {
      id
    }
  }
}
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}`) as unknown as TypedDocumentString<RepairDetailQuery, RepairDetailQueryVariables>;
export const RepairRulesDocument = new TypedDocumentString(`
    query RepairRules {
  repairPolicy {
    automatic
    minimumConfidence
    criticalKeys
    criticalMoney
    criticalEntities
    observeEveryMinutes
  }
  entityTypes(first: 200) {
    nodes {
      id
      name
      pluralLabel
    }
  }
}
    `) as unknown as TypedDocumentString<RepairRulesQuery, RepairRulesQueryVariables>;
export const ObserveConnectionDocument = new TypedDocumentString(`
    mutation ObserveConnection($id: ID!) {
  observeConnection(id: $id) {
    __typename
    ... on ConnectionObserved {
      observedAt
      drifts {
        ...DriftFields
      }
    }
    ...Refusal
  }
}
    fragment DriftFields on Drift {
  id
  kind
  severity
  status
  field
  summary
  confidence
  holds
  detectedAt
  closedAt
  dependents {
    kind
    name
    label
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  proposal {
    id
    status
    automatic
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ObserveConnectionMutation, ObserveConnectionMutationVariables>;
export const DismissDriftDocument = new TypedDocumentString(`
    mutation DismissDrift($id: ID!) {
  dismissDrift(id: $id) {
    __typename
    ... on DriftDismissed {
      drift {
        ...DriftFields
      }
    }
    ...Refusal
  }
}
    fragment DriftFields on Drift {
  id
  kind
  severity
  status
  field
  summary
  confidence
  holds
  detectedAt
  closedAt
  dependents {
    kind
    name
    label
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  proposal {
    id
    status
    automatic
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DismissDriftMutation, DismissDriftMutationVariables>;
export const AcceptRepairDocument = new TypedDocumentString(`
    mutation AcceptRepair($id: ID!, $changes: [RepairChangeInput!]) {
  acceptRepair(id: $id, changes: $changes) {
    __typename
    ... on RepairDecided {
      repair {
        ...RepairFields
        run {
          id
        }
      }
    }
    ...Refusal
  }
}
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AcceptRepairMutation, AcceptRepairMutationVariables>;
export const RejectRepairDocument = new TypedDocumentString(`
    mutation RejectRepair($id: ID!) {
  rejectRepair(id: $id) {
    __typename
    ... on RepairDecided {
      repair {
        ...RepairFields
      }
    }
    ...Refusal
  }
}
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RejectRepairMutation, RejectRepairMutationVariables>;
export const RollBackRepairDocument = new TypedDocumentString(`
    mutation RollBackRepair($id: ID!) {
  rollBackRepair(id: $id) {
    __typename
    ... on RepairDecided {
      repair {
        ...RepairFields
        run {
          id
        }
      }
    }
    ...Refusal
  }
}
    fragment RepairFields on RepairProposal {
  id
  status
  confidence
  automatic
  reason
  affected
  proposedAt
  expiresAt
  decidedAt
  decidedBy {
    id
    displayName
  }
  connection {
    id
    name
    kind
  }
  object {
    id
    name
  }
  changes {
    column
    kind
    from
    how
    confidence
    candidates
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RollBackRepairMutation, RollBackRepairMutationVariables>;
export const SetRepairPolicyDocument = new TypedDocumentString(`
    mutation SetRepairPolicy($input: RepairPolicyInput!) {
  setRepairPolicy(input: $input) {
    __typename
    ... on RepairPolicySet {
      policy {
        automatic
        minimumConfidence
        criticalKeys
        criticalMoney
        criticalEntities
        observeEveryMinutes
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetRepairPolicyMutation, SetRepairPolicyMutationVariables>;
export const EffectsDocument = new TypedDocumentString(`
    query Effects($first: Int!, $runId: ID, $status: EffectStatus) {
  effects(first: $first, runId: $runId, status: $status) {
    totalCount
    nodes {
      ...EffectFields
    }
  }
}
    fragment EffectFields on Effect {
  id
  path
  tool
  status
  input
  output
  problem
  plannedAt
  settledAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  settledBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<EffectsQuery, EffectsQueryVariables>;
export const SettleEffectDocument = new TypedDocumentString(`
    mutation SettleEffect($id: ID!, $outcome: EffectOutcome!) {
  settleEffect(id: $id, outcome: $outcome) {
    __typename
    ... on EffectSettled {
      effect {
        ...EffectFields
      }
    }
    ...Refusal
  }
}
    fragment EffectFields on Effect {
  id
  path
  tool
  status
  input
  output
  problem
  plannedAt
  settledAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  settledBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SettleEffectMutation, SettleEffectMutationVariables>;
export const FarmRunsDocument = new TypedDocumentString(`
    query FarmRuns($first: Int!) {
  farmRuns(first: $first) {
    totalCount
    nodes {
      ...FarmRunFields
    }
  }
}
    fragment FarmRunFields on FarmRun {
  id
  name
  seed
  status
  done
  total
  verdict
  foretold
  agrees
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<FarmRunsQuery, FarmRunsQueryVariables>;
export const FarmRunDetailDocument = new TypedDocumentString(`
    query FarmRunDetail($id: ID!) {
  farmRun(id: $id) {
    ...FarmRunFields
    scenario
    report
    run {
      id
      status
    }
  }
}
    fragment FarmRunFields on FarmRun {
  id
  name
  seed
  status
  done
  total
  verdict
  foretold
  agrees
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<FarmRunDetailQuery, FarmRunDetailQueryVariables>;
export const RunFarmDocument = new TypedDocumentString(`
    mutation RunFarm($scenario: JSONObject!) {
  runFarm(scenario: $scenario) {
    __typename
    ... on FarmStarted {
      farmRun {
        ...FarmRunFields
      }
    }
    ...Refusal
  }
}
    fragment FarmRunFields on FarmRun {
  id
  name
  seed
  status
  done
  total
  verdict
  foretold
  agrees
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RunFarmMutation, RunFarmMutationVariables>;
export const FindingsDocument = new TypedDocumentString(`
    query Findings($first: Int!, $filter: FindingFilter) {
  findings(first: $first, filter: $filter) {
    totalCount
    nodes {
      ...PilotFindingFields
    }
  }
}
    fragment PilotFindingFields on PilotFinding {
  id
  kind
  title
  detail
  reasons
  severity
  status
  evidence
  firstSeenAt
  lastSeenAt
  timesSeen
  decidedAt
  doneAt
  resolvedAt
  comment
  agent {
    id
    name
    pilot
  }
  links {
    kind
    id
    label
  }
  proposal {
    action
    intent
    benefit
    benefitUnit
    touches
    reversible
  }
  measure {
    label
    unit
    before
    latest
    after
  }
  run {
    id
    title
    status
  }
}`) as unknown as TypedDocumentString<FindingsQuery, FindingsQueryVariables>;
export const DismissFindingDocument = new TypedDocumentString(`
    mutation DismissFinding($id: ID!, $reason: String) {
  dismissFinding(id: $id, reason: $reason) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DismissFindingMutation, DismissFindingMutationVariables>;
export const ProposeFindingDocument = new TypedDocumentString(`
    mutation ProposeFinding($id: ID!) {
  proposeFinding(id: $id) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ProposeFindingMutation, ProposeFindingMutationVariables>;
export const FeatureFlagsDocument = new TypedDocumentString(`
    query FeatureFlags {
  featureFlags {
    ...FlagFields
  }
}
    fragment FlagFields on FeatureFlag {
  key
  area
  description
  enabled
  default
  reason
  changedAt
  changedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<FeatureFlagsQuery, FeatureFlagsQueryVariables>;
export const SetFeatureFlagDocument = new TypedDocumentString(`
    mutation SetFeatureFlag($key: String!, $enabled: Boolean, $reason: String!) {
  setFeatureFlag(key: $key, enabled: $enabled, reason: $reason) {
    __typename
    ...FlagFields
    ...Refusal
  }
}
    fragment FlagFields on FeatureFlag {
  key
  area
  description
  enabled
  default
  reason
  changedAt
  changedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetFeatureFlagMutation, SetFeatureFlagMutationVariables>;
export const GovernanceDocument = new TypedDocumentString(`
    query Governance {
  governance {
    ...GovernanceFields
  }
  actionPolicies(first: 200) {
    totalCount
    nodes {
      ...ActionPolicyFields
    }
  }
  policyTemplates(first: 20) {
    nodes {
      key
      title
      description
      rules {
        name
        outcome
      }
    }
  }
}
    fragment GovernanceFields on Governance {
  autonomyMode
  alwaysConfirm
  version
  changedAt
  changedBy {
    id
    displayName
  }
}
fragment ActionPolicyFields on ActionPolicy {
  id
  name
  position
  enabled
  pilot
  action
  minComplexity
  maxComplexity
  amountFrom
  amountTo
  withoutAmount
  outcome
  changedAt
  agent {
    id
    name
  }
  changedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<GovernanceQuery, GovernanceQueryVariables>;
export const GovernanceDecisionsDocument = new TypedDocumentString(`
    query GovernanceDecisions($first: Int!, $agentId: ID, $verdict: GovernanceVerdict, $runId: ID) {
  governanceDecisions(
    first: $first
    agentId: $agentId
    verdict: $verdict
    runId: $runId
  ) {
    totalCount
    nodes {
      id
      action
      path
      complexity
      amount
      verdict
      rule
      reason
      version
      findings
      decidedAt
      agent {
        id
        name
      }
      run {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GovernanceDecisionsQuery, GovernanceDecisionsQueryVariables>;
export const SetAutonomyModeDocument = new TypedDocumentString(`
    mutation SetAutonomyMode($mode: AutonomyMode!) {
  setAutonomyMode(mode: $mode) {
    __typename
    ... on GovernanceSaved {
      governance {
        ...GovernanceFields
      }
    }
    ...Refusal
  }
}
    fragment GovernanceFields on Governance {
  autonomyMode
  alwaysConfirm
  version
  changedAt
  changedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetAutonomyModeMutation, SetAutonomyModeMutationVariables>;
export const SetAlwaysConfirmDocument = new TypedDocumentString(`
    mutation SetAlwaysConfirm($actions: [String!]!) {
  setAlwaysConfirm(actions: $actions) {
    __typename
    ... on GovernanceSaved {
      governance {
        ...GovernanceFields
      }
    }
    ...Refusal
  }
}
    fragment GovernanceFields on Governance {
  autonomyMode
  alwaysConfirm
  version
  changedAt
  changedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetAlwaysConfirmMutation, SetAlwaysConfirmMutationVariables>;
export const SaveActionPolicyDocument = new TypedDocumentString(`
    mutation SaveActionPolicy($input: ActionPolicyInput!) {
  saveActionPolicy(input: $input) {
    __typename
    ... on ActionPolicySaved {
      policy {
        ...ActionPolicyFields
      }
    }
    ...Refusal
  }
}
    fragment ActionPolicyFields on ActionPolicy {
  id
  name
  position
  enabled
  pilot
  action
  minComplexity
  maxComplexity
  amountFrom
  amountTo
  withoutAmount
  outcome
  changedAt
  agent {
    id
    name
  }
  changedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveActionPolicyMutation, SaveActionPolicyMutationVariables>;
export const RemoveActionPolicyDocument = new TypedDocumentString(`
    mutation RemoveActionPolicy($id: ID!) {
  removeActionPolicy(id: $id) {
    __typename
    ... on ActionPolicyRemoved {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveActionPolicyMutation, RemoveActionPolicyMutationVariables>;
export const ReorderActionPoliciesDocument = new TypedDocumentString(`
    mutation ReorderActionPolicies($ids: [ID!]!) {
  reorderActionPolicies(ids: $ids) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ReorderActionPoliciesMutation, ReorderActionPoliciesMutationVariables>;
export const ApplyPolicyTemplateDocument = new TypedDocumentString(`
    mutation ApplyPolicyTemplate($key: String!) {
  applyPolicyTemplate(key: $key) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ApplyPolicyTemplateMutation, ApplyPolicyTemplateMutationVariables>;
export const JudgeActionDocument = new TypedDocumentString(`
    query JudgeAction($agentId: ID!, $action: String!, $complexity: Int!, $amount: Float) {
  judgeAction(
    agentId: $agentId
    action: $action
    complexity: $complexity
    amount: $amount
  ) {
    verdict
    reason
    rule
    version
  }
}
    `) as unknown as TypedDocumentString<JudgeActionQuery, JudgeActionQueryVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  connections(first: 20) {
    totalCount
    nodes {
      id
      name
      mappingProposal {
        id
        status
      }
      latestSync {
        id
        status
      }
    }
  }
  entityTypes(first: 1) {
    totalCount
  }
  dashboards(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const QuestionsForDocument = new TypedDocumentString(`
    query QuestionsFor($persona: Persona!) {
  sampleQuestions(persona: $persona, first: 8)
}
    `) as unknown as TypedDocumentString<QuestionsForQuery, QuestionsForQueryVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($first: Int!, $unreadOnly: Boolean!) {
  unreadNotifications
  notifications(first: $first, unreadOnly: $unreadOnly) {
    totalCount
    nodes {
      id
      kind
      severity
      title
      body
      link
      times
      toldAt
      readAt
    }
  }
}
    `) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const MarkNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkNotificationsRead($ids: [ID!]) {
  markNotificationsRead(ids: $ids)
}
    `) as unknown as TypedDocumentString<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const NotificationPreferencesDocument = new TypedDocumentString(`
    query NotificationPreferences {
  notificationPreferences {
    ...NotificationPreferenceFields
  }
}
    fragment NotificationPreferenceFields on NotificationPreference {
  kind
  label
  description
  severity
  inbox
  email
}`) as unknown as TypedDocumentString<NotificationPreferencesQuery, NotificationPreferencesQueryVariables>;
export const SaveNotificationPreferencesDocument = new TypedDocumentString(`
    mutation SaveNotificationPreferences($preferences: [NotificationPreferenceInput!]!) {
  saveNotificationPreferences(preferences: $preferences) {
    __typename
    ... on NotificationPreferencesSaved {
      preferences {
        ...NotificationPreferenceFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment NotificationPreferenceFields on NotificationPreference {
  kind
  label
  description
  severity
  inbox
  email
}`) as unknown as TypedDocumentString<SaveNotificationPreferencesMutation, SaveNotificationPreferencesMutationVariables>;
export const NotificationChannelsDocument = new TypedDocumentString(`
    query NotificationChannels {
  notificationChannels {
    ...NotificationChannelFields
  }
}
    fragment NotificationChannelFields on NotificationChannel {
  id
  kind
  name
  host
  kinds
  minimumSeverity
  paused
  createdAt
  actionsUrl
  takesDecisions
}`) as unknown as TypedDocumentString<NotificationChannelsQuery, NotificationChannelsQueryVariables>;
export const CreateNotificationChannelDocument = new TypedDocumentString(`
    mutation CreateNotificationChannel($input: CreateNotificationChannelInput!) {
  createNotificationChannel(input: $input) {
    __typename
    ... on NotificationChannelMade {
      secret
      channel {
        ...NotificationChannelFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment NotificationChannelFields on NotificationChannel {
  id
  kind
  name
  host
  kinds
  minimumSeverity
  paused
  createdAt
  actionsUrl
  takesDecisions
}`) as unknown as TypedDocumentString<CreateNotificationChannelMutation, CreateNotificationChannelMutationVariables>;
export const ChangeNotificationChannelDocument = new TypedDocumentString(`
    mutation ChangeNotificationChannel($input: ChangeNotificationChannelInput!) {
  changeNotificationChannel(input: $input) {
    __typename
    ... on NotificationChannelChanged {
      channel {
        ...NotificationChannelFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment NotificationChannelFields on NotificationChannel {
  id
  kind
  name
  host
  kinds
  minimumSeverity
  paused
  createdAt
  actionsUrl
  takesDecisions
}`) as unknown as TypedDocumentString<ChangeNotificationChannelMutation, ChangeNotificationChannelMutationVariables>;
export const RemoveNotificationChannelDocument = new TypedDocumentString(`
    mutation RemoveNotificationChannel($id: ID!) {
  removeNotificationChannel(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveNotificationChannelMutation, RemoveNotificationChannelMutationVariables>;
export const TestNotificationChannelDocument = new TypedDocumentString(`
    mutation TestNotificationChannel($id: ID!) {
  testNotificationChannel(id: $id) {
    ...NotificationDeliveryFields
  }
}
    fragment NotificationDeliveryFields on NotificationDelivery {
  id
  channelId
  kind
  title
  status
  attempts
  replyStatus
  problem
  createdAt
  nextAt
  finishedAt
}`) as unknown as TypedDocumentString<TestNotificationChannelMutation, TestNotificationChannelMutationVariables>;
export const NotificationDeliveriesDocument = new TypedDocumentString(`
    query NotificationDeliveries($first: Int!, $status: NotificationDeliveryStatus) {
  notificationDeliveries(first: $first, status: $status) {
    totalCount
    nodes {
      ...NotificationDeliveryFields
    }
  }
}
    fragment NotificationDeliveryFields on NotificationDelivery {
  id
  channelId
  kind
  title
  status
  attempts
  replyStatus
  problem
  createdAt
  nextAt
  finishedAt
}`) as unknown as TypedDocumentString<NotificationDeliveriesQuery, NotificationDeliveriesQueryVariables>;
export const RetryDeliveryDocument = new TypedDocumentString(`
    mutation RetryDelivery($id: ID!) {
  retryDelivery(id: $id) {
    ...NotificationDeliveryFields
  }
}
    fragment NotificationDeliveryFields on NotificationDelivery {
  id
  channelId
  kind
  title
  status
  attempts
  replyStatus
  problem
  createdAt
  nextAt
  finishedAt
}`) as unknown as TypedDocumentString<RetryDeliveryMutation, RetryDeliveryMutationVariables>;
export const JournalDocument = new TypedDocumentString(`
    query Journal($filter: JournalFilter, $first: Int!) {
  journal(filter: $filter, first: $first) {
    totalCount
    nodes {
      id
      sequence
      at
      userId
      user {
        id
        displayName
      }
      credentialKind
      credentialId
      requestId
      traceId
      hash
      address
      transport
      kind
      operation
      documentHash
      outcome
      cost
      durationMs
      touched
    }
  }
}
    `) as unknown as TypedDocumentString<JournalQuery, JournalQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($filter: AuditFilter, $first: Int!) {
  auditTrail(filter: $filter, first: $first) {
    totalCount
    nodes {
      id
      sequence
      at
      userId
      user {
        id
        displayName
      }
      requestId
      hash
      action
      subjectType
      subjectId
      before
      after
      erased
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const VerifyJournalDocument = new TypedDocumentString(`
    query VerifyJournal($chain: JournalChain!, $after: Int!, $known: KnownHeadInput) {
  verifyJournal(chain: $chain, after: $after, known: $known) {
    verified
    erased
    broken {
      sequence
      breach
    }
    next
    deletedUpTo
    head {
      sequence
      hash
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyJournalQuery, VerifyJournalQueryVariables>;
export const JournalPeopleDocument = new TypedDocumentString(`
    query JournalPeople($first: Int!) {
  tenant {
    id
    members(first: $first) {
      nodes {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JournalPeopleQuery, JournalPeopleQueryVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($first: Int!, $working: Boolean!) {
  apiKeys(first: $first, working: $working) {
    totalCount
    nodes {
      ...ApiKeyFields
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  start
  scopes
  status
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
  lastUsedFrom
  account {
    id
    displayName
    email
  }
  madeBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const KeyScopesDocument = new TypedDocumentString(`
    query KeyScopes {
  scopes {
    name
    description
    allowed
  }
}
    `) as unknown as TypedDocumentString<KeyScopesQuery, KeyScopesQueryVariables>;
export const ServiceAccountsDocument = new TypedDocumentString(`
    query ServiceAccounts($first: Int!) {
  serviceAccounts(first: $first) {
    totalCount
    nodes {
      id
      name
      role
      createdAt
      createdBy {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceAccountsQuery, ServiceAccountsQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on ApiKeyMade {
      secret
      key {
        ...ApiKeyFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  start
  scopes
  status
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
  lastUsedFrom
  account {
    id
    displayName
    email
  }
  madeBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = new TypedDocumentString(`
    mutation RotateApiKey($id: ID!, $overlapHours: Int!) {
  rotateApiKey(id: $id, overlapHours: $overlapHours) {
    __typename
    ... on ApiKeyMade {
      secret
      key {
        ...ApiKeyFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  start
  scopes
  status
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
  lastUsedFrom
  account {
    id
    displayName
    email
  }
  madeBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const CreateServiceAccountDocument = new TypedDocumentString(`
    mutation CreateServiceAccount($input: CreateServiceAccountInput!) {
  createServiceAccount(input: $input) {
    __typename
    ... on ServiceAccountSaved {
      account {
        id
        name
        role
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateServiceAccountMutation, CreateServiceAccountMutationVariables>;
export const ChangeServiceAccountDocument = new TypedDocumentString(`
    mutation ChangeServiceAccount($input: ChangeServiceAccountInput!) {
  changeServiceAccount(input: $input) {
    __typename
    ... on ServiceAccountSaved {
      account {
        id
        name
        role
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeServiceAccountMutation, ChangeServiceAccountMutationVariables>;
export const RemoveServiceAccountDocument = new TypedDocumentString(`
    mutation RemoveServiceAccount($id: ID!) {
  removeServiceAccount(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveServiceAccountMutation, RemoveServiceAccountMutationVariables>;
export const FrozenNoteDocument = new TypedDocumentString(`
    query FrozenNote {
  tenant {
    id
    frozenAt
    frozenReason
  }
}
    `) as unknown as TypedDocumentString<FrozenNoteQuery, FrozenNoteQueryVariables>;
export const TenantStandingDocument = new TypedDocumentString(`
    query TenantStanding {
  tenant {
    id
    name
    status
    frozenAt
    frozenReason
  }
}
    `) as unknown as TypedDocumentString<TenantStandingQuery, TenantStandingQueryVariables>;
export const FreezeTenantDocument = new TypedDocumentString(`
    mutation FreezeTenant($reason: String!) {
  freezeTenant(reason: $reason) {
    __typename
    ... on Tenant {
      id
      status
      frozenAt
      frozenReason
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<FreezeTenantMutation, FreezeTenantMutationVariables>;
export const UnfreezeTenantDocument = new TypedDocumentString(`
    mutation UnfreezeTenant {
  unfreezeTenant {
    id
    status
    frozenAt
    frozenReason
  }
}
    `) as unknown as TypedDocumentString<UnfreezeTenantMutation, UnfreezeTenantMutationVariables>;
export const TenantExportsDocument = new TypedDocumentString(`
    query TenantExports {
  tenantExports {
    ...TenantExportFields
  }
}
    fragment TenantExportFields on TenantExport {
  id
  status
  runId
  createdAt
  finishedAt
  expiresAt
  files
  rows
  bytes
  path
}`) as unknown as TypedDocumentString<TenantExportsQuery, TenantExportsQueryVariables>;
export const ExportTenantDocument = new TypedDocumentString(`
    mutation ExportTenant {
  exportTenant {
    __typename
    ...TenantExportFields
    ...Refusal
  }
}
    fragment TenantExportFields on TenantExport {
  id
  status
  runId
  createdAt
  finishedAt
  expiresAt
  files
  rows
  bytes
  path
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ExportTenantMutation, ExportTenantMutationVariables>;
export const CloseTenantDocument = new TypedDocumentString(`
    mutation CloseTenant($confirm: String!, $reason: String, $withoutExport: Boolean!) {
  closeTenant(confirm: $confirm, reason: $reason, withoutExport: $withoutExport) {
    __typename
    ... on TenantClosing {
      receipt
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CloseTenantMutation, CloseTenantMutationVariables>;
export const ClosureProofDocument = new TypedDocumentString(`
    query ClosureProof($receipt: ID!) {
  closureProof(receipt: $receipt) {
    tenantId
    tenantName
    requestedAt
    finishedAt
    before {
      name
      count
    }
    after {
      name
      count
    }
    checks {
      name
      passed
    }
    seal
    genuine
  }
}
    `) as unknown as TypedDocumentString<ClosureProofQuery, ClosureProofQueryVariables>;
export const LineageDocument = new TypedDocumentString(`
    query Lineage($of: LineageSubject!, $direction: LineageDirection!) {
  lineage(of: $of, direction: $direction, depth: 6) {
    truncated
    nodes {
      key
      kind
      id
      label
      detail
      layer
      connection {
        id
      }
      object {
        id
        connection {
          id
        }
      }
      entityType {
        id
        name
        label
      }
    }
    edges {
      from
      to
      label
    }
  }
}
    `) as unknown as TypedDocumentString<LineageQuery, LineageQueryVariables>;
export const LineageStartsDocument = new TypedDocumentString(`
    query LineageStarts {
  entityTypes(first: 60) {
    nodes {
      id
      name
      label
    }
  }
  metrics(first: 100) {
    nodes {
      name
      label
      available
    }
  }
}
    `) as unknown as TypedDocumentString<LineageStartsQuery, LineageStartsQueryVariables>;
export const LineagePartsDocument = new TypedDocumentString(`
    query LineageParts($name: String!) {
  entityType(name: $name) {
    id
    attributes {
      id
      label
      mappings {
        id
        column
        object {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LineagePartsQuery, LineagePartsQueryVariables>;
export const ConnectionProposalDocument = new TypedDocumentString(`
    query ConnectionProposal($connectionId: ID!) {
  connection(id: $connectionId) {
    id
    name
    mappingProposal {
      ...ProposalFields
    }
    objects(first: 100) {
      nodes {
        id
        name
        status
        statusReason
      }
    }
  }
}
    fragment ProposalFields on MappingProposal {
  id
  status
  recordsUnified
  createdAt
  decidedAt
  connection {
    id
    name
  }
  problem {
    code
    field
    message
    todo
  }
  tables {
    id
    entityName
    entityLabel
    adopted
    confidence
    evidence
    object {
      id
      name
      rowCount
      quarantinedCount
      schema {
        id
        fields {
          name
          type
          blankCount
          examples
        }
      }
    }
    unpivoted
    suggestedUnpivot {
      confidence
      evidence
      cells
    }
    fields {
      id
      column
      attribute
      attributeLabel
      canonical
      type
      relatesTo
      leftOut
      level
      learned {
        decisions
      }
      confidence
      evidence
      alternatives {
        attribute
        label
        confidence
      }
    }
  }
}`) as unknown as TypedDocumentString<ConnectionProposalQuery, ConnectionProposalQueryVariables>;
export const ProposalProgressDocument = new TypedDocumentString(`
    query ProposalProgress($id: ID!) {
  mappingProposal(id: $id) {
    id
    status
    recordsUnified
    decidedAt
    problem {
      code
      field
      message
      todo
    }
  }
}
    `) as unknown as TypedDocumentString<ProposalProgressQuery, ProposalProgressQueryVariables>;
export const CanonicalEntitiesDocument = new TypedDocumentString(`
    query CanonicalEntities {
  canonicalEntities {
    name
    label
    description
    attributes {
      name
      label
      type
      description
    }
  }
}
    `) as unknown as TypedDocumentString<CanonicalEntitiesQuery, CanonicalEntitiesQueryVariables>;
export const ReviseMappingDocument = new TypedDocumentString(`
    mutation ReviseMapping($input: ReviseMappingInput!) {
  reviseMapping(input: $input) {
    __typename
    ... on MappingRevised {
      proposal {
        ...ProposalFields
      }
    }
    ...Refusal
  }
}
    fragment ProposalFields on MappingProposal {
  id
  status
  recordsUnified
  createdAt
  decidedAt
  connection {
    id
    name
  }
  problem {
    code
    field
    message
    todo
  }
  tables {
    id
    entityName
    entityLabel
    adopted
    confidence
    evidence
    object {
      id
      name
      rowCount
      quarantinedCount
      schema {
        id
        fields {
          name
          type
          blankCount
          examples
        }
      }
    }
    unpivoted
    suggestedUnpivot {
      confidence
      evidence
      cells
    }
    fields {
      id
      column
      attribute
      attributeLabel
      canonical
      type
      relatesTo
      leftOut
      level
      learned {
        decisions
      }
      confidence
      evidence
      alternatives {
        attribute
        label
        confidence
      }
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ReviseMappingMutation, ReviseMappingMutationVariables>;
export const AcceptMappingDocument = new TypedDocumentString(`
    mutation AcceptMapping($input: AcceptMappingInput!) {
  acceptMapping(input: $input) {
    __typename
    ... on MappingAccepted {
      proposal {
        id
        status
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AcceptMappingMutation, AcceptMappingMutationVariables>;
export const FieldTransformsDocument = new TypedDocumentString(`
    query FieldTransforms($id: ID!) {
  similarPastMappings(fieldId: $id, first: 5) {
    accepted
    similarity
    pair {
      id
      object
      field
      entityType
      attribute
      times
    }
  }
  fieldMapping(id: $id) {
    id
    column
    reasons {
      kind
      text
      weight
    }
    transforms {
      ...StepFields
    }
    suggestedTransforms {
      confidence
      evidence
      type
      transforms {
        ...StepFields
      }
    }
    alsoFeeds {
      attribute
      label
      type
      transforms {
        sentence
      }
    }
  }
}
    fragment StepFields on TransformInForce {
  sentence
  step {
    kind
    blanks
    cases {
      from
      to
    }
    columns
    dates
    decimal
    fallback
    from
    fromColumn
    onColumn
    otherwise
    part
    rest
    separator
    to
  }
}`) as unknown as TypedDocumentString<FieldTransformsQuery, FieldTransformsQueryVariables>;
export const TransformPreviewDocument = new TypedDocumentString(`
    query TransformPreview($fieldId: ID!, $transforms: [TransformStepInput!], $type: AttributeType) {
  transformPreview(fieldId: $fieldId, transforms: $transforms, type: $type) {
    __typename
    ... on TransformPreview {
      records
      blank
      setAside
      values {
        before
        after
        records
        setAside
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<TransformPreviewQuery, TransformPreviewQueryVariables>;
export const MappingsDocument = new TypedDocumentString(`
    query Mappings($first: Int!) {
  mappingProposals(first: $first) {
    totalCount
    nodes {
      id
      status
      recordsUnified
      createdAt
      decidedAt
      decidedBy {
        id
        displayName
      }
      connection {
        id
        name
      }
      tables {
        id
        entityLabel
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MappingsQuery, MappingsQueryVariables>;
export const MappingJobsDocument = new TypedDocumentString(`
    query MappingJobs($first: Int!) {
  mappingJobs(first: $first) {
    totalCount
    nodes {
      ...JobFields
    }
  }
  connections(first: 50) {
    nodes {
      id
      name
    }
  }
}
    fragment JobFields on MappingJob {
  id
  status
  progress
  autoAcceptAbove
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
  connections {
    state
    reason
    proposed
    accepted
    left
    landed
    unified
    quarantined
    connection {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<MappingJobsQuery, MappingJobsQueryVariables>;
export const MappingPolicyDocument = new TypedDocumentString(`
    query MappingPolicy {
  mappingPolicy {
    autoAccept
    changedAt
    thresholds {
      auto
      review
    }
  }
}
    `) as unknown as TypedDocumentString<MappingPolicyQuery, MappingPolicyQueryVariables>;
export const SetMappingPolicyDocument = new TypedDocumentString(`
    mutation SetMappingPolicy($input: MappingPolicyInput!) {
  setMappingPolicy(input: $input) {
    __typename
    ... on MappingPolicySet {
      policy {
        autoAccept
        changedAt
        thresholds {
          auto
          review
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetMappingPolicyMutation, SetMappingPolicyMutationVariables>;
export const StartMappingJobDocument = new TypedDocumentString(`
    mutation StartMappingJob($connectionIds: [ID!]!, $autoAcceptAbove: Float) {
  startMappingJob(
    connectionIds: $connectionIds
    autoAcceptAbove: $autoAcceptAbove
  ) {
    __typename
    ... on MappingJobStarted {
      job {
        ...JobFields
      }
    }
    ...Refusal
  }
}
    fragment JobFields on MappingJob {
  id
  status
  progress
  autoAcceptAbove
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
  connections {
    state
    reason
    proposed
    accepted
    left
    landed
    unified
    quarantined
    connection {
      id
      name
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<StartMappingJobMutation, StartMappingJobMutationVariables>;
export const CancelMappingJobDocument = new TypedDocumentString(`
    mutation CancelMappingJob($id: ID!) {
  cancelMappingJob(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on MappingJob {
  id
  status
  progress
  autoAcceptAbove
  startedAt
  finishedAt
  startedBy {
    id
    displayName
  }
  connections {
    state
    reason
    proposed
    accepted
    left
    landed
    unified
    quarantined
    connection {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<CancelMappingJobMutation, CancelMappingJobMutationVariables>;
export const MappingPairsDocument = new TypedDocumentString(`
    query MappingPairs($first: Int!) {
  mappingPolicy {
    matcher {
      fittedAt
      pairs
      rightBefore
      rightAfter
    }
  }
  mappingPairs(first: $first) {
    totalCount
    nodes {
      id
      object
      field
      entityType
      attribute
      score
      times
      at
    }
  }
}
    `) as unknown as TypedDocumentString<MappingPairsQuery, MappingPairsQueryVariables>;
export const ImportMappingPairsDocument = new TypedDocumentString(`
    mutation ImportMappingPairs($pairs: [MappingPairInput!]!) {
  importMappingPairs(pairs: $pairs) {
    __typename
    ... on MappingPairsImported {
      matcher {
        pairs
        rightBefore
        rightAfter
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ImportMappingPairsMutation, ImportMappingPairsMutationVariables>;
export const RemoveMappingPairsDocument = new TypedDocumentString(`
    mutation RemoveMappingPairs {
  removeMappingPairs {
    changedAt
    matcher {
      fittedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMappingPairsMutation, RemoveMappingPairsMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($first: Int!) {
  tenant {
    id
    members(first: $first) {
      totalCount
      nodes {
        id
        displayName
        email
        role
        createdAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($first: Int!) {
  tenant {
    id
    invitations(first: $first) {
      totalCount
      nodes {
        id
        email
        role
        createdAt
        expiresAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($email: String!, $role: Role!) {
  inviteMember(email: $email, role: $role) {
    __typename
    ... on Invitation {
      id
      email
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  revokeInvitation(id: $id) {
    __typename
    ... on Invitation {
      id
      email
      role
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($userId: ID!, $role: Role!) {
  changeMemberRole(userId: $userId, role: $role) {
    __typename
    ... on User {
      id
      displayName
      role
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($userId: ID!) {
  removeMember(userId: $userId) {
    __typename
    ... on MemberRemoved {
      userId
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const FailedJobsDocument = new TypedDocumentString(`
    query FailedJobs($first: Int!, $connectionId: ID) {
  failedJobs(first: $first, connectionId: $connectionId) {
    totalCount
    nodes {
      id
      code
      message
      todo
      failedAt
      step
      tries
      canRequeue
      superseded
      checkpoint
      run {
        id
        title
        connection {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FailedJobsQuery, FailedJobsQueryVariables>;
export const RequeueJobsDocument = new TypedDocumentString(`
    mutation RequeueJobs($ids: [ID!]!) {
  requeueJobs(ids: $ids) {
    runs {
      id
      status
    }
    refused {
      id
      problem {
        code
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequeueJobsMutation, RequeueJobsMutationVariables>;
export const DiscardJobDocument = new TypedDocumentString(`
    mutation DiscardJob($id: ID!) {
  discardJob(id: $id) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DiscardJobMutation, DiscardJobMutationVariables>;
export const TraceOfRecordDocument = new TypedDocumentString(`
    query TraceOfRecord($objectId: ID!, $key: String!) {
  recordTrace(objectId: $objectId, key: $key) {
    key
    version
    removed
    modelVersion
    object {
      id
      name
      connection {
        id
        name
      }
    }
    record {
      id
    }
    steps {
      kind
      at
      done
      title
      run {
        id
      }
      sync {
        id
      }
    }
    runs {
      id
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<TraceOfRecordQuery, TraceOfRecordQueryVariables>;
export const TraceObjectsDocument = new TypedDocumentString(`
    query TraceObjects($first: Int!) {
  connections(first: $first) {
    nodes {
      id
      name
      objects(first: 20) {
        nodes {
          id
          name
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TraceObjectsQuery, TraceObjectsQueryVariables>;
export const MeshOverviewDocument = new TypedDocumentString(`
    query MeshOverview {
  mesh {
    at
    connections {
      total
      healthy
      degraded
      failing
      unknown
      waitingForPerson
    }
    driftEvents24h
    repairs24h {
      automatic
      approved
      rejected
      rolledBack
      waiting
    }
    healed24h
    freshness {
      p50
      p95
    }
    lag {
      p50
      p95
    }
    errorBudgetLeft
    recordsLanded24h
    quarantined
    vendors {
      kind
      requests
      failures
      retries
      limited
      waitedSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<MeshOverviewQuery, MeshOverviewQueryVariables>;
export const MeshConnectionsDocument = new TypedDocumentString(`
    query MeshConnections($first: Int!) {
  connections(first: $first) {
    totalCount
    nodes {
      id
      name
      kind
      health {
        status
        freshnessSeconds
        reasons {
          code
          message
          todo
        }
        errorBudget {
          left
        }
        healing {
          nextAttemptAt
          waitsForPerson
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeshConnectionsQuery, MeshConnectionsQueryVariables>;
export const RecordFlowDocument = new TypedDocumentString(`
    query RecordFlow($minutes: Int!, $connectionId: ID) {
  flow(minutes: $minutes, connectionId: $connectionId) {
    ...FlowFields
  }
}
    fragment FlowFields on Flow {
  at
  minutes
  stages {
    stage
    records
    ratePerMinute
    inFlight
    lagSeconds
    lagP95Seconds
    waitingSeconds
    minutes {
      at
      records
    }
  }
  slowest {
    stage
    seconds
    why
    connection {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<RecordFlowQuery, RecordFlowQueryVariables>;
export const FlowChangesDocument = new TypedDocumentString(`
    subscription FlowChanges($after: String, $minutes: Int!) {
  flowChanged(after: $after) {
    cursor
    at
    flow(minutes: $minutes) {
      ...FlowFields
    }
  }
}
    fragment FlowFields on Flow {
  at
  minutes
  stages {
    stage
    records
    ratePerMinute
    inFlight
    lagSeconds
    lagP95Seconds
    waitingSeconds
    minutes {
      at
      records
    }
  }
  slowest {
    stage
    seconds
    why
    connection {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<FlowChangesSubscription, FlowChangesSubscriptionVariables>;
export const MetricsDocument = new TypedDocumentString(`
    query Metrics($filter: MetricFilter, $first: Int!) {
  metrics(filter: $filter, first: $first) {
    totalCount
    nodes {
      ...MetricOutline
    }
  }
}
    fragment MetricOutline on Metric {
  name
  label
  description
  source
  unit
  domain
  kind
  origin
  available
  missing
  version
}`) as unknown as TypedDocumentString<MetricsQuery, MetricsQueryVariables>;
export const MetricDetailDocument = new TypedDocumentString(`
    query MetricDetail($name: String!) {
  metric(name: $name) {
    ...MetricOutline
    definition
    goodDirection
    synonyms
    personas
    grain
    note
    scenarios
    dimensions {
      label
      entity
      values
    }
    hierarchies {
      label
      levels
    }
    related {
      name
      label
      relation
      explanation
    }
    spec {
      ...MetricSpecFields
    }
  }
}
    fragment MetricOutline on Metric {
  name
  label
  description
  source
  unit
  domain
  kind
  origin
  available
  missing
  version
}
fragment MetricSpecFields on MetricSpec {
  name
  label
  synonyms
  description
  definition
  source
  unit
  goodDirection
  domain
  personas
  formula
  bindings {
    entity
    aggregate
    of
    time
    spanStart
    spanEnd
    overTime
    where {
      attribute
      is
      not
      blank
      above
      daysAgo
    }
  }
}`) as unknown as TypedDocumentString<MetricDetailQuery, MetricDetailQueryVariables>;
export const MetricVersionsDocument = new TypedDocumentString(`
    query MetricVersions($name: String!, $first: Int!) {
  metricVersions(name: $name, first: $first) {
    totalCount
    nodes {
      version
      changedAt
      changedBy {
        id
        displayName
      }
      spec {
        definition
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricVersionsQuery, MetricVersionsQueryVariables>;
export const TestMetricDocument = new TypedDocumentString(`
    query TestMetric($input: MetricInput!, $from: String, $to: String) {
  testMetric(input: $input, from: $from, to: $to) {
    __typename
    ... on MetricTested {
      formattedValue
      recordCount
      sql
      columns
      rows {
        cells
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<TestMetricQuery, TestMetricQueryVariables>;
export const SaveMetricDocument = new TypedDocumentString(`
    mutation SaveMetric($input: MetricInput!, $version: Int!) {
  saveMetric(input: $input, version: $version) {
    __typename
    ... on MetricSaved {
      metric {
        ...MetricOutline
      }
    }
    ...Refusal
  }
}
    fragment MetricOutline on Metric {
  name
  label
  description
  source
  unit
  domain
  kind
  origin
  available
  missing
  version
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveMetricMutation, SaveMetricMutationVariables>;
export const RestoreMetricDocument = new TypedDocumentString(`
    mutation RestoreMetric($name: String!, $version: Int!) {
  restoreMetric(name: $name, version: $version) {
    __typename
    ... on MetricSaved {
      metric {
        ...MetricOutline
      }
    }
    ...Refusal
  }
}
    fragment MetricOutline on Metric {
  name
  label
  description
  source
  unit
  domain
  kind
  origin
  available
  missing
  version
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RestoreMetricMutation, RestoreMetricMutationVariables>;
export const RemoveMetricDocument = new TypedDocumentString(`
    mutation RemoveMetric($name: String!) {
  removeMetric(name: $name) {
    __typename
    ... on MetricRemoved {
      name
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveMetricMutation, RemoveMetricMutationVariables>;
export const VerifiedAnswersDocument = new TypedDocumentString(`
    query VerifiedAnswers($first: Int!) {
  verifiedAnswers(first: $first) {
    totalCount
    nodes {
      ...VerifiedFields
      persona
    }
  }
}
    fragment VerifiedFields on VerifiedAnswer {
  id
  question
  note
  stale
  verifiedAt
  verifiedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<VerifiedAnswersQuery, VerifiedAnswersQueryVariables>;
export const MetricWatchesDocument = new TypedDocumentString(`
    query MetricWatches($first: Int!) {
  metricWatches(first: $first) {
    totalCount
    nodes {
      ...WatchFields
    }
  }
}
    fragment WatchFields on MetricWatch {
  id
  name
  kind
  direction
  threshold
  grain
  paused
  createdAt
  createdBy {
    id
    displayName
  }
  metric {
    name
    label
    unit
  }
}`) as unknown as TypedDocumentString<MetricWatchesQuery, MetricWatchesQueryVariables>;
export const MetricAlertsDocument = new TypedDocumentString(`
    query MetricAlerts($first: Int!) {
  metricAlerts(first: $first) {
    totalCount
    nodes {
      id
      at
      period
      direction
      text
      watch {
        id
        name
        metric {
          name
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricAlertsQuery, MetricAlertsQueryVariables>;
export const WatchableMetricsDocument = new TypedDocumentString(`
    query WatchableMetrics {
  metrics(filter: {available: true}, first: 300) {
    nodes {
      name
      label
    }
  }
}
    `) as unknown as TypedDocumentString<WatchableMetricsQuery, WatchableMetricsQueryVariables>;
export const SaveMetricWatchDocument = new TypedDocumentString(`
    mutation SaveMetricWatch($input: SaveMetricWatchInput!) {
  saveMetricWatch(input: $input) {
    __typename
    ... on MetricWatchSaved {
      watch {
        ...WatchFields
      }
    }
    ...Refusal
  }
}
    fragment WatchFields on MetricWatch {
  id
  name
  kind
  direction
  threshold
  grain
  paused
  createdAt
  createdBy {
    id
    displayName
  }
  metric {
    name
    label
    unit
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveMetricWatchMutation, SaveMetricWatchMutationVariables>;
export const RemoveMetricWatchDocument = new TypedDocumentString(`
    mutation RemoveMetricWatch($id: ID!) {
  removeMetricWatch(id: $id) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveMetricWatchMutation, RemoveMetricWatchMutationVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($input: WhatIfInput!) {
  whatIf(input: $input) {
    __typename
    ... on WhatIf {
      text
      assumptions
      drivers {
        ...WhatIfMetricFields
      }
      affected {
        ...WhatIfMetricFields
      }
    }
    ...Refusal
  }
}
    fragment WhatIfMetricFields on WhatIfMetric {
  metric {
    name
    label
    unit
    goodDirection
  }
  original
  changed
  change
  relative
  formattedOriginal
  formattedChanged
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;
export const MetricChoicesDocument = new TypedDocumentString(`
    query MetricChoices($first: Int!) {
  metrics(filter: {available: true}, first: $first) {
    nodes {
      name
      label
      unit
    }
  }
}
    `) as unknown as TypedDocumentString<MetricChoicesQuery, MetricChoicesQueryVariables>;
export const ModelProviderDocument = new TypedDocumentString(`
    query ModelProvider {
  modelProvider {
    ...ModelProviderFields
  }
}
    fragment ModelProviderFields on ModelProvider {
  id
  baseUrl
  models
  inputPrice
  outputPrice
  origin
  updatedAt
}`) as unknown as TypedDocumentString<ModelProviderQuery, ModelProviderQueryVariables>;
export const SetModelProviderDocument = new TypedDocumentString(`
    mutation SetModelProvider($input: ModelProviderInput!) {
  setModelProvider(input: $input) {
    __typename
    ... on ModelProviderSet {
      provider {
        ...ModelProviderFields
      }
    }
    ...Refusal
  }
}
    fragment ModelProviderFields on ModelProvider {
  id
  baseUrl
  models
  inputPrice
  outputPrice
  origin
  updatedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetModelProviderMutation, SetModelProviderMutationVariables>;
export const RemoveModelProviderDocument = new TypedDocumentString(`
    mutation RemoveModelProvider {
  removeModelProvider {
    removed
  }
}
    `) as unknown as TypedDocumentString<RemoveModelProviderMutation, RemoveModelProviderMutationVariables>;
export const TestModelProviderDocument = new TypedDocumentString(`
    mutation TestModelProvider {
  testModelProvider {
    works
    text
    model
    milliseconds
  }
}
    `) as unknown as TypedDocumentString<TestModelProviderMutation, TestModelProviderMutationVariables>;
export const OntologyDraftDocument = new TypedDocumentString(`
    query OntologyDraft {
  ontologyDraft {
    id
    revision
    basedOn
    updatedAt
    behind
    diff {
      ...Difference
    }
    problems {
      code
      field
      message
      todo
    }
  }
}
    fragment Difference on OntologyDifference {
  action
  subject
  entityType
  name
  property
  before
  after
}`) as unknown as TypedDocumentString<OntologyDraftQuery, OntologyDraftQueryVariables>;
export const ModelPartsDocument = new TypedDocumentString(`
    query ModelParts {
  entityTypes(first: 60) {
    nodes {
      id
      name
      label
      pluralLabel
      description
      synonyms
      origin
      attributes {
        id
        name
        label
        type
        semantic
        unit
        description
        synonyms
        computed {
          expression
        }
      }
      relations {
        name
        label
        description
        to {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelPartsQuery, ModelPartsQueryVariables>;
export const OntologyVersionsDocument = new TypedDocumentString(`
    query OntologyVersions($first: Int!) {
  ontologyVersions(first: $first) {
    totalCount
    nodes {
      version
      kind
      publishedAt
      note
      restored
      entityTypeCount
      publishedBy {
        id
        displayName
      }
      changes {
        ...Difference
      }
    }
  }
}
    fragment Difference on OntologyDifference {
  action
  subject
  entityType
  name
  property
  before
  after
}`) as unknown as TypedDocumentString<OntologyVersionsQuery, OntologyVersionsQueryVariables>;
export const EditOntologyDocument = new TypedDocumentString(`
    mutation EditOntology($changes: [OntologyChange!]!, $revision: Int) {
  editOntology(changes: $changes, revision: $revision) {
    __typename
    ... on OntologyEdited {
      draft {
        id
        revision
        basedOn
        updatedAt
        behind
        diff {
          ...Difference
        }
        problems {
          code
          field
          message
          todo
        }
      }
    }
    ...Refusal
  }
}
    fragment Difference on OntologyDifference {
  action
  subject
  entityType
  name
  property
  before
  after
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<EditOntologyMutation, EditOntologyMutationVariables>;
export const RebaseOntologyDraftDocument = new TypedDocumentString(`
    mutation RebaseOntologyDraft($keep: OntologyDraftSide!) {
  rebaseOntologyDraft(keep: $keep) {
    __typename
    ... on OntologyEdited {
      draft {
        id
        revision
        behind
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RebaseOntologyDraftMutation, RebaseOntologyDraftMutationVariables>;
export const DiscardOntologyDraftDocument = new TypedDocumentString(`
    mutation DiscardOntologyDraft {
  discardOntologyDraft
}
    `) as unknown as TypedDocumentString<DiscardOntologyDraftMutation, DiscardOntologyDraftMutationVariables>;
export const PublishOntologyDocument = new TypedDocumentString(`
    mutation PublishOntology($note: String) {
  publishOntology(note: $note) {
    __typename
    ... on OntologyPublished {
      version {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<PublishOntologyMutation, PublishOntologyMutationVariables>;
export const RollBackOntologyDocument = new TypedDocumentString(`
    mutation RollBackOntology($version: Int!, $note: String) {
  rollBackOntology(version: $version, note: $note) {
    __typename
    ... on OntologyPublished {
      version {
        version
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RollBackOntologyMutation, RollBackOntologyMutationVariables>;
export const FeedDocument = new TypedDocumentString(`
    query Feed($first: Int!, $after: String) {
  feed(first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...FeedEventFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment FeedEventFields on FeedEvent {
  id
  cursor
  at
  topic
  severity
  title
  detail
  run {
    ...RunStateFields
    title
  }
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
  approval {
    id
    status
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const TenantFeedDocument = new TypedDocumentString(`
    subscription TenantFeed($after: String) {
  tenantFeed(after: $after) {
    ...FeedEventFields
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment FeedEventFields on FeedEvent {
  id
  cursor
  at
  topic
  severity
  title
  detail
  run {
    ...RunStateFields
    title
  }
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
  approval {
    id
    status
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<TenantFeedSubscription, TenantFeedSubscriptionVariables>;
export const EntityTypesDocument = new TypedDocumentString(`
    query EntityTypes {
  entityTypes(first: 100) {
    totalCount
    nodes {
      id
      name
      label
      pluralLabel
      description
      origin
      recordCount
      attributes {
        id
        name
      }
      relations {
        name
        label
        to {
          id
          name
          label
        }
      }
      connections {
        id
        name
      }
    }
  }
  mappingProposals(first: 20) {
    totalCount
    nodes {
      id
      status
      createdAt
      connection {
        id
        name
      }
      tables {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityTypesQuery, EntityTypesQueryVariables>;
export const EntityTypeDetailDocument = new TypedDocumentString(`
    query EntityTypeDetail($name: String!, $first: Int!) {
  entityType(name: $name) {
    id
    name
    label
    pluralLabel
    description
    origin
    recordCount
    limitedBy
    attributes {
      id
      name
      label
      type
      semantic
      unit
      description
      mask
      mappings {
        id
        column
        confidence
        object {
          id
          name
        }
      }
    }
    relations {
      name
      label
      resolvedCount
      nearCount
      unresolvedCount
      to {
        id
        name
        label
      }
      nearMatches(first: 20) {
        value
        matched
        similarity
        records
        evidence
      }
    }
    records(first: $first) {
      totalCount
      nodes {
        id
        title
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityTypeDetailQuery, EntityTypeDetailQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview {
  assets(first: 1) {
    totalCount
  }
  connections(first: 50) {
    totalCount
    nodes {
      id
      name
      status
      objects(first: 1) {
        totalCount
      }
      mappingProposal {
        id
        status
      }
    }
  }
  entityTypes(first: 100) {
    totalCount
    nodes {
      id
      name
      label
      pluralLabel
      recordCount
    }
  }
  metrics(first: 100) {
    totalCount
    nodes {
      name
      available
    }
  }
  approvals(status: PENDING, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const PersonaHeadlinesDocument = new TypedDocumentString(`
    query PersonaHeadlines($persona: Persona!) {
  personaHome(persona: $persona) {
    persona
    headlines {
      ...HeadlineFields
    }
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment HeadlineFields on Headline {
  metric {
    name
  }
  label
  question
  period
  value
  unit
  formattedValue
  delta {
    absolute
    relative
    previousValue
    versus
  }
  goodDirection
  trend {
    ...TrendFields
  }
  sparkline
  confidence {
    score
    tier
  }
}`) as unknown as TypedDocumentString<PersonaHeadlinesQuery, PersonaHeadlinesQueryVariables>;
export const PersonaHomeDocument = new TypedDocumentString(`
    query PersonaHome($persona: Persona!) {
  personaHome(persona: $persona) {
    persona
    title
    cares
    questions {
      question
      about
      answerable
      text
      needs
    }
    samples
    alerts(first: 4) {
      id
      at
      text
      period
      watch {
        id
        metric {
          name
          label
        }
      }
    }
    dashboards(first: 4) {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<PersonaHomeQuery, PersonaHomeQueryVariables>;
export const WaitingForMeDocument = new TypedDocumentString(`
    query WaitingForMe {
  approvals(status: PENDING, first: 4) {
    totalCount
    nodes {
      id
      title
      intent
      requestedAt
      expiresAt
    }
  }
  failedJobs(first: 3) {
    totalCount
    nodes {
      id
      message
      failedAt
      superseded
      run {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WaitingForMeQuery, WaitingForMeQueryVariables>;
export const PlanesDocument = new TypedDocumentString(`
    query Planes($first: Int!) {
  fabricPlanes(first: $first) {
    totalCount
    nodes {
      ...PlaneFields
    }
  }
  planePolicy {
    allowedKinds
    directAllowed
    changedAt
    refusedConnections {
      id
      name
      kind
    }
  }
  fabricPlaneCatalogue {
    kind
    label
    category
    description
    verified
    triedWith
    capabilities
    carries
    form {
      name
      label
      kind
      required
      help
      fallback
      choices
    }
  }
  connections(first: 200) {
    totalCount
    nodes {
      id
      name
      kind
      status
      plane {
        id
      }
    }
  }
}
    fragment PlaneFields on FabricPlane {
  id
  kind
  name
  address
  status
  statusReason
  latencyMs
  checkedAt
  createdAt
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<PlanesQuery, PlanesQueryVariables>;
export const PlaneJobsDocument = new TypedDocumentString(`
    query PlaneJobs($id: ID!) {
  fabricPlane(id: $id) {
    id
    jobs {
      id
      name
      status
      startedAt
      finishedAt
      records
      bytes
      failures
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<PlaneJobsQuery, PlaneJobsQueryVariables>;
export const CreatePlaneDocument = new TypedDocumentString(`
    mutation CreatePlane($input: CreateFabricPlaneInput!) {
  createFabricPlane(input: $input) {
    __typename
    ... on FabricPlaneSaved {
      plane {
        ...PlaneFields
      }
    }
    ...Refusal
  }
}
    fragment PlaneFields on FabricPlane {
  id
  kind
  name
  address
  status
  statusReason
  latencyMs
  checkedAt
  createdAt
  settings {
    name
    value
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CreatePlaneMutation, CreatePlaneMutationVariables>;
export const UpdatePlaneDocument = new TypedDocumentString(`
    mutation UpdatePlane($input: UpdateFabricPlaneInput!) {
  updateFabricPlane(input: $input) {
    __typename
    ... on FabricPlaneSaved {
      plane {
        ...PlaneFields
      }
    }
    ...Refusal
  }
}
    fragment PlaneFields on FabricPlane {
  id
  kind
  name
  address
  status
  statusReason
  latencyMs
  checkedAt
  createdAt
  settings {
    name
    value
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<UpdatePlaneMutation, UpdatePlaneMutationVariables>;
export const RemovePlaneDocument = new TypedDocumentString(`
    mutation RemovePlane($id: ID!) {
  removeFabricPlane(id: $id)
}
    `) as unknown as TypedDocumentString<RemovePlaneMutation, RemovePlaneMutationVariables>;
export const TestPlaneDocument = new TypedDocumentString(`
    mutation TestPlane($id: ID!) {
  testFabricPlane(id: $id) {
    ...PlaneFields
  }
}
    fragment PlaneFields on FabricPlane {
  id
  kind
  name
  address
  status
  statusReason
  latencyMs
  checkedAt
  createdAt
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<TestPlaneMutation, TestPlaneMutationVariables>;
export const SetPlanePolicyDocument = new TypedDocumentString(`
    mutation SetPlanePolicy($input: PlanePolicyInput!) {
  setPlanePolicy(input: $input) {
    allowedKinds
    directAllowed
    changedAt
    refusedConnections {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<SetPlanePolicyMutation, SetPlanePolicyMutationVariables>;
export const PostureDocument = new TypedDocumentString(`
    query Posture($department: String) {
  posture(department: $department, days: 500) {
    ...Posture
  }
}
    fragment Posture on PostureDay {
  day
  department
  score
  components {
    code
    value
    of
  }
  assets
  shadow
  zombie
  parked
  unowned
  findings
  scan {
    id
    number
  }
}`) as unknown as TypedDocumentString<PostureQuery, PostureQueryVariables>;
export const PostureByDepartmentDocument = new TypedDocumentString(`
    query PostureByDepartment {
  postureByDepartment {
    ...Posture
  }
}
    fragment Posture on PostureDay {
  day
  department
  score
  components {
    code
    value
    of
  }
  assets
  shadow
  zombie
  parked
  unowned
  findings
  scan {
    id
    number
  }
}`) as unknown as TypedDocumentString<PostureByDepartmentQuery, PostureByDepartmentQueryVariables>;
export const PersonalDataReportDocument = new TypedDocumentString(`
    query PersonalDataReport($type: PersonalDataType, $connectionId: ID, $first: Int!) {
  personalDataReport(type: $type, connectionId: $connectionId, first: $first) {
    totalCount
    nodes {
      ...FindingFields
    }
  }
}
    fragment FindingFields on PersonalDataFinding {
  id
  source
  connection {
    id
  }
  sourceName
  objectName
  columnName
  type
  count
  estimated
  confidence
  action
  firstSeenAt
  lastSeenAt
}`) as unknown as TypedDocumentString<PersonalDataReportQuery, PersonalDataReportQueryVariables>;
export const PersonalDataPoliciesDocument = new TypedDocumentString(`
    query PersonalDataPolicies {
  personalDataPolicies {
    ...PolicyFields
  }
}
    fragment PolicyFields on PersonalDataPolicy {
  source
  connectionKind
  connection {
    id
    name
  }
  type
  action
  updatedAt
  updatedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<PersonalDataPoliciesQuery, PersonalDataPoliciesQueryVariables>;
export const PolicyConnectionsDocument = new TypedDocumentString(`
    query PolicyConnections($first: Int!) {
  connections(first: $first) {
    nodes {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyConnectionsQuery, PolicyConnectionsQueryVariables>;
export const SetPersonalDataPolicyDocument = new TypedDocumentString(`
    mutation SetPersonalDataPolicy($input: PersonalDataPolicyInput!) {
  setPersonalDataPolicy(input: $input) {
    __typename
    ... on PersonalDataPolicyChanged {
      policies {
        ...PolicyFields
      }
      effect
      valuesBefore
      toSyncAgain {
        id
        name
      }
    }
    ...Refusal
  }
}
    fragment PolicyFields on PersonalDataPolicy {
  source
  connectionKind
  connection {
    id
    name
  }
  type
  action
  updatedAt
  updatedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetPersonalDataPolicyMutation, SetPersonalDataPolicyMutationVariables>;
export const RetentionRulesDocument = new TypedDocumentString(`
    query RetentionRules {
  retentionRules {
    ...RetentionFields
  }
}
    fragment RetentionFields on RetentionRule {
  kind
  title
  days
  chosen
  minimumDays
  maximumDays
  lastRunAt
  lastDeleted
}`) as unknown as TypedDocumentString<RetentionRulesQuery, RetentionRulesQueryVariables>;
export const SetRetentionRuleDocument = new TypedDocumentString(`
    mutation SetRetentionRule($kind: RetentionKind!, $days: Int) {
  setRetentionRule(kind: $kind, days: $days) {
    __typename
    ... on RetentionRuleChanged {
      rule {
        ...RetentionFields
      }
    }
    ...Refusal
  }
}
    fragment RetentionFields on RetentionRule {
  kind
  title
  days
  chosen
  minimumDays
  maximumDays
  lastRunAt
  lastDeleted
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetRetentionRuleMutation, SetRetentionRuleMutationVariables>;
export const RunRetentionDocument = new TypedDocumentString(`
    mutation RunRetention($dryRun: Boolean!) {
  runRetention(dryRun: $dryRun) {
    runId
  }
}
    `) as unknown as TypedDocumentString<RunRetentionMutation, RunRetentionMutationVariables>;
export const ConsentsDocument = new TypedDocumentString(`
    query Consents($subject: String, $first: Int!) {
  consents(subject: $subject, first: $first) {
    totalCount
    nodes {
      ...ConsentFields
    }
  }
}
    fragment ConsentFields on Consent {
  id
  subject
  purpose
  state
  legalBasis
  grantedAt
  withdrawnAt
  history {
    id
    state
    source
    at
    evidence
    recordedAt
    recordedBy {
      id
      displayName
    }
  }
}`) as unknown as TypedDocumentString<ConsentsQuery, ConsentsQueryVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: ConsentInput!) {
  recordConsent(input: $input) {
    __typename
    ... on ConsentRecorded {
      consent {
        ...ConsentFields
      }
    }
    ...Refusal
  }
}
    fragment ConsentFields on Consent {
  id
  subject
  purpose
  state
  legalBasis
  grantedAt
  withdrawnAt
  history {
    id
    state
    source
    at
    evidence
    recordedAt
    recordedBy {
      id
      displayName
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const WithdrawConsentDocument = new TypedDocumentString(`
    mutation WithdrawConsent($id: ID!, $source: String!, $evidence: String!) {
  withdrawConsent(id: $id, source: $source, evidence: $evidence) {
    __typename
    ... on ConsentRecorded {
      consent {
        ...ConsentFields
      }
    }
    ...Refusal
  }
}
    fragment ConsentFields on Consent {
  id
  subject
  purpose
  state
  legalBasis
  grantedAt
  withdrawnAt
  history {
    id
    state
    source
    at
    evidence
    recordedAt
    recordedBy {
      id
      displayName
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const ErasureRequestsDocument = new TypedDocumentString(`
    query ErasureRequests($first: Int!) {
  erasureRequests(first: $first) {
    totalCount
    nodes {
      id
      status
      treatment
      requestedAt
      finishedAt
      subject {
        kind
        shown
        related
      }
      requestedBy {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ErasureRequestsQuery, ErasureRequestsQueryVariables>;
export const ErasureRequestDocument = new TypedDocumentString(`
    query ErasureRequest($id: ID!) {
  erasureRequest(id: $id) {
    ...ErasureFields
  }
}
    fragment ErasureFields on ErasureRequest {
  id
  status
  treatment
  reason
  subject {
    kind
    shown
    related
  }
  found {
    kind
    title
    part
    rows
    rowsByNameOnly
    changeable
  }
  requestedBy {
    id
    displayName
  }
  requestedAt
  confirmedBy {
    id
    displayName
  }
  confirmedAt
  finishedAt
}`) as unknown as TypedDocumentString<ErasureRequestQuery, ErasureRequestQueryVariables>;
export const ErasureCertificateDocument = new TypedDocumentString(`
    query ErasureCertificate($requestId: ID!) {
  erasureCertificate(requestId: $requestId) {
    requestId
    document
    hash
    path
  }
}
    `) as unknown as TypedDocumentString<ErasureCertificateQuery, ErasureCertificateQueryVariables>;
export const RequestErasureDocument = new TypedDocumentString(`
    mutation RequestErasure($input: RequestErasureInput!) {
  requestErasure(input: $input) {
    __typename
    ... on ErasureChanged {
      request {
        ...ErasureFields
      }
    }
    ...Refusal
  }
}
    fragment ErasureFields on ErasureRequest {
  id
  status
  treatment
  reason
  subject {
    kind
    shown
    related
  }
  found {
    kind
    title
    part
    rows
    rowsByNameOnly
    changeable
  }
  requestedBy {
    id
    displayName
  }
  requestedAt
  confirmedBy {
    id
    displayName
  }
  confirmedAt
  finishedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RequestErasureMutation, RequestErasureMutationVariables>;
export const ConfirmErasureDocument = new TypedDocumentString(`
    mutation ConfirmErasure($id: ID!) {
  confirmErasure(id: $id) {
    __typename
    ... on ErasureChanged {
      request {
        ...ErasureFields
      }
    }
    ...Refusal
  }
}
    fragment ErasureFields on ErasureRequest {
  id
  status
  treatment
  reason
  subject {
    kind
    shown
    related
  }
  found {
    kind
    title
    part
    rows
    rowsByNameOnly
    changeable
  }
  requestedBy {
    id
    displayName
  }
  requestedAt
  confirmedBy {
    id
    displayName
  }
  confirmedAt
  finishedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConfirmErasureMutation, ConfirmErasureMutationVariables>;
export const CancelErasureDocument = new TypedDocumentString(`
    mutation CancelErasure($id: ID!) {
  cancelErasure(id: $id) {
    __typename
    ... on ErasureChanged {
      request {
        ...ErasureFields
      }
    }
    ...Refusal
  }
}
    fragment ErasureFields on ErasureRequest {
  id
  status
  treatment
  reason
  subject {
    kind
    shown
    related
  }
  found {
    kind
    title
    part
    rows
    rowsByNameOnly
    changeable
  }
  requestedBy {
    id
    displayName
  }
  requestedAt
  confirmedBy {
    id
    displayName
  }
  confirmedAt
  finishedAt
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CancelErasureMutation, CancelErasureMutationVariables>;
export const PersonExportsDocument = new TypedDocumentString(`
    query PersonExports($first: Int!) {
  personExports(first: $first) {
    totalCount
    nodes {
      ...PersonExportFields
    }
  }
}
    fragment PersonExportFields on PersonExport {
  id
  status
  subject {
    kind
    shown
    related
  }
  records
  truncated
  path
  requestedAt
  expiresAt
  requestedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<PersonExportsQuery, PersonExportsQueryVariables>;
export const ExportPersonDocument = new TypedDocumentString(`
    mutation ExportPerson($identifiers: [IdentifierInput!]!) {
  exportPerson(identifiers: $identifiers) {
    __typename
    ... on PersonExportStarted {
      export {
        ...PersonExportFields
      }
    }
    ...Refusal
  }
}
    fragment PersonExportFields on PersonExport {
  id
  status
  subject {
    kind
    shown
    related
  }
  records
  truncated
  path
  requestedAt
  expiresAt
  requestedBy {
    id
    displayName
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ExportPersonMutation, ExportPersonMutationVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($displayName: String, $persona: Persona) {
  updateProfile(displayName: $displayName, persona: $persona) {
    __typename
    ... on User {
      id
      displayName
      persona
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const QualityDocument = new TypedDocumentString(`
    query Quality($entityType: String, $first: Int!) {
  dataTests(entityType: $entityType, first: $first) {
    totalCount
    nodes {
      ...TestFields
    }
  }
}
    fragment TestFields on DataTest {
  id
  entityTypeName
  attribute
  kind
  severity
  status
  enabled
  proposed
  failing
  checked
  finding
  failingSince
  lastRunAt
  minimum
  maximum
  maxAgeHours
  tolerance
}`) as unknown as TypedDocumentString<QualityQuery, QualityQueryVariables>;
export const QualityOverviewDocument = new TypedDocumentString(`
    query QualityOverview($first: Int!) {
  entityTypes(first: $first) {
    nodes {
      id
      name
      label
      pluralLabel
      recordCount
      quality {
        score
        failing
        reasons
        changedAt
      }
      attributes {
        id
        name
        label
      }
      relations {
        name
        label
      }
    }
  }
  connections(first: 50) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<QualityOverviewQuery, QualityOverviewQueryVariables>;
export const FailingRecordsDocument = new TypedDocumentString(`
    query FailingRecords($entityType: String!, $first: Int!) {
  dataTests(entityType: $entityType, first: $first) {
    nodes {
      id
      failingRecords(first: 10) {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FailingRecordsQuery, FailingRecordsQueryVariables>;
export const ControlTotalsDocument = new TypedDocumentString(`
    query ControlTotals($connectionId: ID!, $first: Int!) {
  controlTotals(connectionId: $connectionId, first: $first) {
    totalCount
    nodes {
      id
      objectName
      entityTypeName
      measuredAt
      balanced
      differences
      sourceRecords
      landedRecords
      quarantinedRecords
      unifiedRecords
      object {
        id
      }
      columns {
        column
        attribute
        source
        landed
        unified
        setAside
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ControlTotalsQuery, ControlTotalsQueryVariables>;
export const SaveDataTestDocument = new TypedDocumentString(`
    mutation SaveDataTest($input: SaveDataTestInput!) {
  saveDataTest(input: $input) {
    __typename
    ... on DataTestSaved {
      test {
        ...TestFields
      }
    }
    ...Refusal
  }
}
    fragment TestFields on DataTest {
  id
  entityTypeName
  attribute
  kind
  severity
  status
  enabled
  proposed
  failing
  checked
  finding
  failingSince
  lastRunAt
  minimum
  maximum
  maxAgeHours
  tolerance
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveDataTestMutation, SaveDataTestMutationVariables>;
export const RemoveDataTestDocument = new TypedDocumentString(`
    mutation RemoveDataTest($id: ID!) {
  removeDataTest(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveDataTestMutation, RemoveDataTestMutationVariables>;
export const RunDataTestsDocument = new TypedDocumentString(`
    mutation RunDataTests($entityType: String!) {
  runDataTests(entityType: $entityType) {
    ...TestFields
  }
}
    fragment TestFields on DataTest {
  id
  entityTypeName
  attribute
  kind
  severity
  status
  enabled
  proposed
  failing
  checked
  finding
  failingSince
  lastRunAt
  minimum
  maximum
  maxAgeHours
  tolerance
}`) as unknown as TypedDocumentString<RunDataTestsMutation, RunDataTestsMutationVariables>;
export const QuarantineOverviewDocument = new TypedDocumentString(`
    query QuarantineOverview($filter: QuarantineFilter) {
  quarantineCounts(filter: $filter) {
    code
    reason
    records
    object {
      id
      name
      connection {
        id
        name
        kind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuarantineOverviewQuery, QuarantineOverviewQueryVariables>;
export const QuarantineEntriesDocument = new TypedDocumentString(`
    query QuarantineEntries($filter: QuarantineFilter, $first: Int!) {
  quarantine(filter: $filter, first: $first) {
    totalCount
    nodes {
      id
      line
      code
      reason
      raw
      since
      object {
        id
        name
        connection {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuarantineEntriesQuery, QuarantineEntriesQueryVariables>;
export const ReplayQuarantineDocument = new TypedDocumentString(`
    mutation ReplayQuarantine($objectId: ID!) {
  replayQuarantine(objectId: $objectId) {
    __typename
    ... on QuarantineReplayed {
      run {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ReplayQuarantineMutation, ReplayQuarantineMutationVariables>;
export const DiscardQuarantinedDocument = new TypedDocumentString(`
    mutation DiscardQuarantined($objectId: ID!, $code: String) {
  discardQuarantined(objectId: $objectId, code: $code) {
    __typename
    ... on QuarantineDiscarded {
      records
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DiscardQuarantinedMutation, DiscardQuarantinedMutationVariables>;
export const RecordDetailDocument = new TypedDocumentString(`
    query RecordDetail($id: ID!) {
  record(id: $id) {
    id
    title
    values
    masked
    redirectedFrom
    verified
    entityType {
      id
      name
      label
      pluralLabel
      attributes {
        id
        name
        label
        type
        unit
      }
      relations {
        name
        label
        to {
          id
          name
          label
        }
      }
    }
    members(first: 50) {
      totalCount
      nodes {
        id
        key
        syncedAt
        values
        connection {
          id
          name
        }
        object {
          id
          name
        }
      }
    }
    provenance {
      attribute
      value
      rule
      reason
      fields
      member {
        id
        key
        connection {
          id
          name
        }
        object {
          id
          name
        }
      }
      overridden {
        at
        by {
          id
          displayName
        }
      }
      others {
        value
        member {
          id
          connection {
            id
            name
          }
        }
      }
    }
    lineage {
      sourceKey
      connection {
        id
        name
      }
      object {
        id
        name
      }
    }
    trace {
      id
      key
      version
      removed
      modelVersion
      record {
        id
      }
      object {
        id
        name
        connection {
          id
          name
        }
      }
      steps {
        kind
        title
        at
        done
        run {
          id
        }
        sync {
          id
        }
      }
      runs {
        id
        title
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordDetailQuery, RecordDetailQueryVariables>;
export const OverrideValueDocument = new TypedDocumentString(`
    mutation OverrideValue($recordId: ID!, $attribute: String!, $value: String) {
  overrideValue(recordId: $recordId, attribute: $attribute, value: $value) {
    __typename
    ... on ValueSet {
      record {
        id
        title
        values
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<OverrideValueMutation, OverrideValueMutationVariables>;
export const ClearOverrideDocument = new TypedDocumentString(`
    mutation ClearOverride($recordId: ID!, $attribute: String!) {
  clearOverride(recordId: $recordId, attribute: $attribute) {
    __typename
    ... on ValueSet {
      record {
        id
        title
        values
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ClearOverrideMutation, ClearOverrideMutationVariables>;
export const SurvivorshipDocument = new TypedDocumentString(`
    query Survivorship($entityType: String!) {
  survivorshipPolicy(entityType: $entityType) {
    entityType
    trustByDefault
    updatedAt
    updatedBy {
      id
      displayName
    }
    trust {
      id
      name
    }
    rules {
      attribute
      rule
      byDefault
    }
  }
}
    `) as unknown as TypedDocumentString<SurvivorshipQuery, SurvivorshipQueryVariables>;
export const SetSurvivorshipDocument = new TypedDocumentString(`
    mutation SetSurvivorship($input: SurvivorshipInput!) {
  setSurvivorship(input: $input) {
    __typename
    ... on SurvivorshipSet {
      policy {
        entityType
        trustByDefault
        trust {
          id
          name
        }
        rules {
          attribute
          rule
          byDefault
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetSurvivorshipMutation, SetSurvivorshipMutationVariables>;
export const ResolutionOverviewDocument = new TypedDocumentString(`
    query ResolutionOverview($first: Int!) {
  entityTypes(first: $first) {
    totalCount
    nodes {
      id
      name
      label
      pluralLabel
      recordCount
      resolution {
        enabled
        clusters
        merged
        possible
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResolutionOverviewQuery, ResolutionOverviewQueryVariables>;
export const TypeResolutionDocument = new TypedDocumentString(`
    query TypeResolution($name: String!) {
  entityType(name: $name) {
    id
    name
    label
    pluralLabel
    recordCount
    attributes {
      id
      name
      label
    }
    relations {
      name
      label
    }
    resolution {
      enabled
      clusters
      merged
      possible
      histogram {
        from
        to
        pairs
      }
      model {
        learnedAt
        records
        matchThreshold
        possibleThreshold
        fields {
          name
          kind
          most
          least
        }
      }
      policy {
        enabled
        withinSource
        oneEach
        matchThreshold
        possibleThreshold
        updatedAt
        updatedBy {
          id
          displayName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TypeResolutionQuery, TypeResolutionQueryVariables>;
export const ResolutionPairsDocument = new TypedDocumentString(`
    query ResolutionPairs($entityType: String!, $status: PairStatus!, $first: Int!) {
  resolutionPairs(entityType: $entityType, status: $status, first: $first) {
    totalCount
    nodes {
      id
      status
      weight
      probability
      decidedAt
      decidedBy {
        id
        displayName
      }
      comparisons {
        field
        label
        level
        weight
        sentence
      }
      a {
        ...PairMember
      }
      b {
        ...PairMember
      }
    }
  }
}
    fragment PairMember on ResolutionMember {
  id
  recordId
  title
  values
  masked
  lineage {
    sourceKey
    connection {
      id
      name
    }
    object {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ResolutionPairsQuery, ResolutionPairsQueryVariables>;
export const ResolutionHistoryDocument = new TypedDocumentString(`
    query ResolutionHistory($entityType: String, $recordId: ID, $first: Int!) {
  resolutionHistory(entityType: $entityType, recordId: $recordId, first: $first) {
    totalCount
    nodes {
      ...ChangeFields
    }
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}`) as unknown as TypedDocumentString<ResolutionHistoryQuery, ResolutionHistoryQueryVariables>;
export const DecidePairDocument = new TypedDocumentString(`
    mutation DecidePair($id: ID!, $decision: PairDecision!) {
  decidePair(id: $id, decision: $decision) {
    __typename
    ... on ResolutionDone {
      change {
        ...ChangeFields
      }
    }
    ...Refusal
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DecidePairMutation, DecidePairMutationVariables>;
export const MergeRecordsDocument = new TypedDocumentString(`
    mutation MergeRecords($ids: [ID!]!) {
  mergeRecords(ids: $ids) {
    __typename
    ... on ResolutionDone {
      change {
        ...ChangeFields
      }
    }
    ...Refusal
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<MergeRecordsMutation, MergeRecordsMutationVariables>;
export const SplitRecordDocument = new TypedDocumentString(`
    mutation SplitRecord($id: ID!, $members: [ID!]!) {
  splitRecord(id: $id, members: $members) {
    __typename
    ... on ResolutionDone {
      change {
        ...ChangeFields
      }
    }
    ...Refusal
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SplitRecordMutation, SplitRecordMutationVariables>;
export const NeverMergeDocument = new TypedDocumentString(`
    mutation NeverMerge($ids: [ID!]!) {
  neverMerge(ids: $ids) {
    __typename
    ... on ResolutionDone {
      change {
        ...ChangeFields
      }
    }
    ...Refusal
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<NeverMergeMutation, NeverMergeMutationVariables>;
export const UndoResolutionDocument = new TypedDocumentString(`
    mutation UndoResolution($id: ID!) {
  undoResolution(id: $id) {
    __typename
    ... on ResolutionDone {
      change {
        ...ChangeFields
      }
    }
    ...Refusal
  }
}
    fragment ChangeFields on ResolutionChange {
  id
  kind
  at
  undoneAt
  entityName
  by {
    id
    displayName
  }
  undoneBy {
    id
    displayName
  }
  before {
    recordId
    members
  }
  after {
    recordId
    members
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<UndoResolutionMutation, UndoResolutionMutationVariables>;
export const ResolveNowDocument = new TypedDocumentString(`
    mutation ResolveNow($entityType: String!) {
  resolveNow(entityType: $entityType) {
    __typename
    ... on ResolutionStarted {
      run {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ResolveNowMutation, ResolveNowMutationVariables>;
export const SetResolutionPolicyDocument = new TypedDocumentString(`
    mutation SetResolutionPolicy($input: ResolutionPolicyInput!) {
  setResolutionPolicy(input: $input) {
    __typename
    ... on ResolutionPolicySet {
      entityType {
        id
      }
      run {
        id
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetResolutionPolicyMutation, SetResolutionPolicyMutationVariables>;
export const ResolutionClustersDocument = new TypedDocumentString(`
    query ResolutionClusters($entityType: String!, $first: Int!) {
  resolutionClusters(entityType: $entityType, first: $first) {
    totalCount
    nodes {
      id
      memberCount
      sources
      verified
      weakest
      record {
        id
        title
        members(first: 4) {
          nodes {
            id
            key
            connection {
              id
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResolutionClustersQuery, ResolutionClustersQueryVariables>;
export const VerifyRecordDocument = new TypedDocumentString(`
    mutation VerifyRecord($id: ID!, $verified: Boolean!) {
  verifyRecord(id: $id, verified: $verified) {
    __typename
    ... on RecordVerified {
      verified
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<VerifyRecordMutation, VerifyRecordMutationVariables>;
export const ComparedRunsDocument = new TypedDocumentString(`
    query ComparedRuns($id: ID!, $other: ID!) {
  one: run(id: $id) {
    ...ComparedRunFields
  }
  other: run(id: $other) {
    ...ComparedRunFields
  }
}
    fragment ComparedRunFields on Run {
  id
  title
  status
  mode
  startedAt
  steps {
    key
    name
    status
    problem
    input
    output
  }
}`) as unknown as TypedDocumentString<ComparedRunsQuery, ComparedRunsQueryVariables>;
export const RunsToCompareDocument = new TypedDocumentString(`
    query RunsToCompare($name: String!) {
  workflow(name: $name) {
    id
    versions(first: 20) {
      nodes {
        id
        version
      }
    }
    runs(first: 50) {
      totalCount
      nodes {
        id
        status
        mode
        startedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunsToCompareQuery, RunsToCompareQueryVariables>;
export const RunReplayDocument = new TypedDocumentString(`
    query RunReplay($runId: ID!, $version: Int) {
  runReplay(runId: $runId, version: $version) {
    same
    status
    output
    problem
    run {
      id
      status
      output
      problem
    }
    version {
      id
      version
    }
    steps {
      key
      name
      change
      status
      statusBefore
      input
      inputBefore
      output
      outputBefore
      problem
      problemBefore
    }
  }
}
    `) as unknown as TypedDocumentString<RunReplayQuery, RunReplayQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($first: Int!, $after: String, $status: RunStatus) {
  runs(first: $first, after: $after, status: $status) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RunFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDetailDocument = new TypedDocumentString(`
    query RunDetail($id: ID!) {
  run(id: $id) {
    ...RunFields
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<RunDetailQuery, RunDetailQueryVariables>;
export const WorkflowRunDocument = new TypedDocumentString(`
    query WorkflowRun($id: ID!) {
  run(id: $id) {
    id
    input
    output
    forkedPath
    forkedFrom {
      id
      title
    }
    parent {
      id
      title
    }
    workflowVersion {
      id
      version
      definition
      workflow {
        id
        name
        title
      }
    }
    children(first: 50) {
      totalCount
      nodes {
        id
        title
        status
        startedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkflowRunQuery, WorkflowRunQueryVariables>;
export const RunStepDataDocument = new TypedDocumentString(`
    query RunStepData($id: ID!) {
  run(id: $id) {
    id
    steps {
      ...RunStepFields
      childRun {
        id
      }
      input
      output
      problemCode
    }
  }
}
    fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<RunStepDataQuery, RunStepDataQueryVariables>;
export const RunHistoryDocument = new TypedDocumentString(`
    query RunHistory($id: ID!, $first: Int!, $after: String) {
  run(id: $id) {
    id
    events(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RunEventFields
      }
    }
  }
}
    fragment RunEventFields on RunEvent {
  cursor
  kind
  at
  step
  status
  progress
  message
}`) as unknown as TypedDocumentString<RunHistoryQuery, RunHistoryQueryVariables>;
export const RunEventsDocument = new TypedDocumentString(`
    subscription RunEvents($runId: ID!, $after: String) {
  runEvents(runId: $runId, after: $after) {
    ...RunEventFields
    run {
      ...RunFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
fragment RunEventFields on RunEvent {
  cursor
  kind
  at
  step
  status
  progress
  message
}`) as unknown as TypedDocumentString<RunEventsSubscription, RunEventsSubscriptionVariables>;
export const RunMovesDocument = new TypedDocumentString(`
    subscription RunMoves($runId: ID!, $after: String) {
  runEvents(runId: $runId, after: $after) {
    cursor
    status
    run {
      ...RunStateFields
      connection {
        id
        status
        latestSync {
          ...SyncFields
        }
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<RunMovesSubscription, RunMovesSubscriptionVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($id: ID!, $hard: Boolean!) {
  cancelRun(id: $id, hard: $hard) {
    __typename
    ... on RunChanged {
      run {
        ...RunFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const ResumeRunDocument = new TypedDocumentString(`
    mutation ResumeRun($id: ID!) {
  resumeRun(id: $id) {
    __typename
    ... on RunChanged {
      run {
        ...RunFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ResumeRunMutation, ResumeRunMutationVariables>;
export const PauseRunDocument = new TypedDocumentString(`
    mutation PauseRun($id: ID!) {
  pauseRun(id: $id) {
    __typename
    ... on RunChanged {
      run {
        ...RunFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<PauseRunMutation, PauseRunMutationVariables>;
export const ForkRunDocument = new TypedDocumentString(`
    mutation ForkRun($id: ID!, $path: String!, $as: ID!) {
  forkRun(id: $id, path: $path, as: $as) {
    __typename
    ... on RunChanged {
      run {
        ...RunFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ForkRunMutation, ForkRunMutationVariables>;
export const ScansDocument = new TypedDocumentString(`
    query Scans($first: Int!) {
  scans(first: $first) {
    totalCount
    nodes {
      ...ScanFields
    }
  }
}
    fragment ScanFields on Scan {
  id
  number
  status
  mode
  asOf
  policyVersion
  startedAt
  finishedAt
  recordsRead
  recordsTaken
  recordsKept
  recordsRefused
  counts {
    found
    admitted
    shadow
    zombie
    parked
    clean
  }
  run {
    id
    progress
  }
  problem {
    code
    message
    todo
  }
  unfetched {
    message
    todo
    feed {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ScansQuery, ScansQueryVariables>;
export const FeedsDocument = new TypedDocumentString(`
    query Feeds($first: Int!) {
  telemetryFeeds(first: $first) {
    totalCount
    nodes {
      id
      name
      kind
      address
      header
      createdAt
      addedBy {
        id
        displayName
      }
      lastArrival {
        arrivedAt
        problem {
          message
          todo
        }
      }
      lastCount {
        read
        refused
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeedsQuery, FeedsQueryVariables>;
export const ScanDetailDocument = new TypedDocumentString(`
    query ScanDetail($id: ID!, $problems: Int!) {
  scan(id: $id) {
    ...ScanFields
    digest
    startedByUser {
      id
      displayName
    }
    replay {
      id
      number
    }
    files {
      name
      format
      bytes
      checksum
      readAgain
      whole
      feed {
        id
        name
      }
      lists {
        list
        read
        taken
        kept
        refused
      }
    }
    problems(first: $problems) {
      totalCount
      nodes {
        file
        list
        record
        code
      }
    }
  }
}
    fragment ScanFields on Scan {
  id
  number
  status
  mode
  asOf
  policyVersion
  startedAt
  finishedAt
  recordsRead
  recordsTaken
  recordsKept
  recordsRefused
  counts {
    found
    admitted
    shadow
    zombie
    parked
    clean
  }
  run {
    id
    progress
  }
  problem {
    code
    message
    todo
  }
  unfetched {
    message
    todo
    feed {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ScanDetailQuery, ScanDetailQueryVariables>;
export const ScanDifferenceDocument = new TypedDocumentString(`
    query ScanDifference($scanId: ID!, $comparedWith: ID, $kinds: [ScanChangeKind!], $first: Int!) {
  scanDiff(scanId: $scanId, comparedWith: $comparedWith) {
    older {
      id
      number
      asOf
      policyVersion
    }
    newer {
      id
      number
      asOf
      policyVersion
    }
    added
    gone
    changed
    changes(kinds: $kinds, first: $first) {
      totalCount
      nodes {
        key
        kind
        asset {
          id
          name
        }
        changes {
          ...ChangedField
        }
      }
    }
  }
}
    fragment ChangedField on FieldChange {
  field
  before
  after
}`) as unknown as TypedDocumentString<ScanDifferenceQuery, ScanDifferenceQueryVariables>;
export const AddTelemetryFeedDocument = new TypedDocumentString(`
    mutation AddTelemetryFeed($input: AddTelemetryFeedInput!) {
  addTelemetryFeed(input: $input) {
    __typename
    ... on TelemetryFeedAdded {
      feed {
        id
        name
        address
      }
      secret
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AddTelemetryFeedMutation, AddTelemetryFeedMutationVariables>;
export const ChangeTelemetryFeedDocument = new TypedDocumentString(`
    mutation ChangeTelemetryFeed($input: ChangeTelemetryFeedInput!) {
  changeTelemetryFeed(input: $input) {
    __typename
    ... on TelemetryFeedChanged {
      feed {
        id
        name
        address
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ChangeTelemetryFeedMutation, ChangeTelemetryFeedMutationVariables>;
export const RotateTelemetryFeedSecretDocument = new TypedDocumentString(`
    mutation RotateTelemetryFeedSecret($id: ID!) {
  rotateTelemetryFeedSecret(id: $id) {
    feed {
      id
      name
      address
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateTelemetryFeedSecretMutation, RotateTelemetryFeedSecretMutationVariables>;
export const RemoveTelemetryFeedDocument = new TypedDocumentString(`
    mutation RemoveTelemetryFeed($id: ID!) {
  removeTelemetryFeed(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveTelemetryFeedMutation, RemoveTelemetryFeedMutationVariables>;
export const StartScanDocument = new TypedDocumentString(`
    mutation StartScan($input: StartScanInput) {
  startScan(input: $input) {
    __typename
    ... on ScanStarted {
      scan {
        ...ScanFields
      }
    }
    ...Refusal
  }
}
    fragment ScanFields on Scan {
  id
  number
  status
  mode
  asOf
  policyVersion
  startedAt
  finishedAt
  recordsRead
  recordsTaken
  recordsKept
  recordsRefused
  counts {
    found
    admitted
    shadow
    zombie
    parked
    clean
  }
  run {
    id
    progress
  }
  problem {
    code
    message
    todo
  }
  unfetched {
    message
    todo
    feed {
      id
      name
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<StartScanMutation, StartScanMutationVariables>;
export const CancelScanDocument = new TypedDocumentString(`
    mutation CancelScan($id: ID!) {
  cancelScan(id: $id) {
    ...ScanFields
  }
}
    fragment ScanFields on Scan {
  id
  number
  status
  mode
  asOf
  policyVersion
  startedAt
  finishedAt
  recordsRead
  recordsTaken
  recordsKept
  recordsRefused
  counts {
    found
    admitted
    shadow
    zombie
    parked
    clean
  }
  run {
    id
    progress
  }
  problem {
    code
    message
    todo
  }
  unfetched {
    message
    todo
    feed {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<CancelScanMutation, CancelScanMutationVariables>;
export const SchedulesDocument = new TypedDocumentString(`
    query Schedules($first: Int!, $agentId: ID) {
  schedules(first: $first, agentId: $agentId) {
    totalCount
    nodes {
      ...AgentScheduleFields
    }
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}`) as unknown as TypedDocumentString<SchedulesQuery, SchedulesQueryVariables>;
export const SaveScheduleDocument = new TypedDocumentString(`
    mutation SaveSchedule($input: SaveScheduleInput!) {
  saveSchedule(input: $input) {
    __typename
    ... on ScheduleSaved {
      schedule {
        ...AgentScheduleFields
      }
    }
    ...Refusal
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const PauseScheduleDocument = new TypedDocumentString(`
    mutation PauseSchedule($id: ID!) {
  pauseSchedule(id: $id) {
    __typename
    ... on ScheduleSaved {
      schedule {
        ...AgentScheduleFields
      }
    }
    ...Refusal
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<PauseScheduleMutation, PauseScheduleMutationVariables>;
export const ResumeScheduleDocument = new TypedDocumentString(`
    mutation ResumeSchedule($id: ID!) {
  resumeSchedule(id: $id) {
    __typename
    ... on ScheduleSaved {
      schedule {
        ...AgentScheduleFields
      }
    }
    ...Refusal
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ResumeScheduleMutation, ResumeScheduleMutationVariables>;
export const RemoveScheduleDocument = new TypedDocumentString(`
    mutation RemoveSchedule($id: ID!) {
  removeSchedule(id: $id) {
    __typename
    ... on ScheduleRemoved {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveScheduleMutation, RemoveScheduleMutationVariables>;
export const RunScheduleNowDocument = new TypedDocumentString(`
    mutation RunScheduleNow($id: ID!) {
  runScheduleNow(id: $id) {
    __typename
    ... on ScheduleFired {
      firing {
        ...ScheduleFiringFields
      }
      schedule {
        ...AgentScheduleFields
      }
    }
    ...Refusal
  }
}
    fragment ScheduleFiringFields on ScheduleFiring {
  id
  dueAt
  at
  status
  reason
  run {
    id
    title
    status
  }
}
fragment AgentScheduleFields on Schedule {
  id
  name
  workflow
  workflowVersion
  input
  dryRun
  timing
  at
  everySeconds
  cron
  timeZone
  on
  onlyFor
  debounceSeconds
  eventInput
  misfire
  maxCatchUp
  overlap
  maxConcurrent
  maxQueued
  status
  nextAt
  lastAt
  version
  nextTimes(count: 5)
  agent {
    id
    name
  }
  problem {
    code
    message
    todo
  }
  firings(first: 5) {
    totalCount
    nodes {
      ...ScheduleFiringFields
    }
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RunScheduleNowMutation, RunScheduleNowMutationVariables>;
export const SchedulePreviewDocument = new TypedDocumentString(`
    query SchedulePreview($cron: String!, $timeZone: String) {
  schedulePreview(cron: $cron, timeZone: $timeZone) {
    times
    problem {
      code
      message
      todo
    }
  }
}
    `) as unknown as TypedDocumentString<SchedulePreviewQuery, SchedulePreviewQueryVariables>;
export const SecurityDocument = new TypedDocumentString(`
    query Security {
  viewer {
    hasPassword
    secondFactor {
      since
      recoveryCodesLeft
    }
  }
}
    `) as unknown as TypedDocumentString<SecurityQuery, SecurityQueryVariables>;
export const OpenSessionsDocument = new TypedDocumentString(`
    query OpenSessions($first: Int!) {
  viewer {
    sessions(first: $first) {
      totalCount
      nodes {
        id
        way
        device
        address
        createdAt
        lastUsedAt
        expiresAt
        current
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenSessionsQuery, OpenSessionsQueryVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($oldPassword: String!, $newPassword: String!) {
  changePassword(oldPassword: $oldPassword, newPassword: $newPassword) {
    __typename
    ... on PasswordChanged {
      changed
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const StartSecondFactorDocument = new TypedDocumentString(`
    mutation StartSecondFactor($password: String!) {
  startSecondFactor(password: $password) {
    __typename
    ... on SecondFactorStarted {
      secret
      uri
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<StartSecondFactorMutation, StartSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = new TypedDocumentString(`
    mutation ConfirmSecondFactor($code: String!) {
  confirmSecondFactor(code: $code) {
    __typename
    ... on SecondFactorConfirmed {
      recoveryCodes
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RemoveSecondFactorDocument = new TypedDocumentString(`
    mutation RemoveSecondFactor($code: String!) {
  removeSecondFactor(code: $code) {
    __typename
    ... on SecondFactorRemoved {
      removed
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id) {
    __typename
    ... on SessionsEnded {
      count
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const LogOutEverywhereDocument = new TypedDocumentString(`
    mutation LogOutEverywhere {
  logOutEverywhere {
    count
  }
}
    `) as unknown as TypedDocumentString<LogOutEverywhereMutation, LogOutEverywhereMutationVariables>;
export const CurrentViewerDocument = new TypedDocumentString(`
    query CurrentViewer {
  viewer {
    ...ViewerFields
  }
}
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}`) as unknown as TypedDocumentString<CurrentViewerQuery, CurrentViewerQueryVariables>;
export const LogInDocument = new TypedDocumentString(`
    mutation LogIn($email: String!, $password: String!, $device: String) {
  logIn(email: $email, password: $password, device: $device) {
    __typename
    ...SessionFields
    ... on SecondFactorRequired {
      challenge
      expiresAt
    }
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<LogInMutation, LogInMutationVariables>;
export const CompleteSecondFactorDocument = new TypedDocumentString(`
    mutation CompleteSecondFactor($challenge: String!, $code: String!) {
  completeSecondFactor(challenge: $challenge, code: $code) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CompleteSecondFactorMutation, CompleteSecondFactorMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession($refreshToken: String!) {
  refreshSession(refreshToken: $refreshToken) {
    __typename
    ... on Session {
      token
      expiresAt
      refreshToken
      refreshExpiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const LogOutDocument = new TypedDocumentString(`
    mutation LogOut {
  logOut {
    count
  }
}
    `) as unknown as TypedDocumentString<LogOutMutation, LogOutMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($email: String!) {
  requestPasswordReset(email: $email) {
    __typename
    ... on PasswordResetRequested {
      minutes
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($code: String!, $newPassword: String!) {
  resetPassword(code: $code, newPassword: $newPassword) {
    __typename
    ... on PasswordChanged {
      changed
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($code: String!) {
  invitation(code: $code) {
    tenantName
    email
    role
  }
}
    `) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($code: String!, $displayName: String!, $password: String!) {
  acceptInvitation(code: $code, displayName: $displayName, password: $password) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const LogInWithLinkDocument = new TypedDocumentString(`
    mutation LogInWithLink($code: String!) {
  logInWithLink(code: $code) {
    __typename
    ...SessionFields
    ... on SecondFactorRequired {
      challenge
    }
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<LogInWithLinkMutation, LogInWithLinkMutationVariables>;
export const RegisterTenantDocument = new TypedDocumentString(`
    mutation RegisterTenant($input: RegisterTenantInput!) {
  registerTenant(input: $input) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RegisterTenantMutation, RegisterTenantMutationVariables>;
export const SignInMethodsDocument = new TypedDocumentString(`
    query SignInMethods($email: String!) {
  signInMethods(email: $email) {
    password
    singleSignOn {
      name
      url
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMethodsQuery, SignInMethodsQueryVariables>;
export const SingleSignOnDocument = new TypedDocumentString(`
    query SingleSignOn {
  singleSignOn {
    ...SingleSignOnFields
  }
}
    fragment SingleSignOnFields on SingleSignOn {
  issuer
  clientId
  domains
  defaultRole
  justInTime
  signInUrl
  redirectUrl
  updatedAt
}`) as unknown as TypedDocumentString<SingleSignOnQuery, SingleSignOnQueryVariables>;
export const ConfigureSingleSignOnDocument = new TypedDocumentString(`
    mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {
  configureSingleSignOn(input: $input) {
    __typename
    ...SingleSignOnFields
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment SingleSignOnFields on SingleSignOn {
  issuer
  clientId
  domains
  defaultRole
  justInTime
  signInUrl
  redirectUrl
  updatedAt
}`) as unknown as TypedDocumentString<ConfigureSingleSignOnMutation, ConfigureSingleSignOnMutationVariables>;
export const RemoveSingleSignOnDocument = new TypedDocumentString(`
    mutation RemoveSingleSignOn {
  removeSingleSignOn {
    removed
  }
}
    `) as unknown as TypedDocumentString<RemoveSingleSignOnMutation, RemoveSingleSignOnMutationVariables>;
export const SlackUsersDocument = new TypedDocumentString(`
    query SlackUsers($first: Int!) {
  slackUsers(first: $first) {
    totalCount
    nodes {
      ...SlackUserFields
    }
  }
}
    fragment SlackUserFields on SlackUser {
  id
  name
  slackUserId
  way
  linkedAt
  member {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SlackUsersQuery, SlackUsersQueryVariables>;
export const SlackLinkOfferDocument = new TypedDocumentString(`
    query SlackLinkOffer($code: String!) {
  slackLinkOffer(code: $code) {
    name
    slackUserId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SlackLinkOfferQuery, SlackLinkOfferQueryVariables>;
export const LinkSlackUserDocument = new TypedDocumentString(`
    mutation LinkSlackUser($code: String!) {
  linkSlackUser(code: $code) {
    __typename
    ... on SlackUserLinked {
      slackUser {
        ...SlackUserFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment SlackUserFields on SlackUser {
  id
  name
  slackUserId
  way
  linkedAt
  member {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<LinkSlackUserMutation, LinkSlackUserMutationVariables>;
export const UnlinkSlackUserDocument = new TypedDocumentString(`
    mutation UnlinkSlackUser($id: ID!) {
  unlinkSlackUser(id: $id)
}
    `) as unknown as TypedDocumentString<UnlinkSlackUserMutation, UnlinkSlackUserMutationVariables>;
export const TicketsDocument = new TypedDocumentString(`
    query Tickets($first: Int!, $status: TicketStatus) {
  tickets(first: $first, status: $status) {
    totalCount
    nodes {
      ...TicketFields
    }
  }
}
    fragment TicketFields on Ticket {
  id
  number
  title
  text
  priority
  status
  note
  openedAt
  closedAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  assignee {
    id
    displayName
  }
  closedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TicketsQuery, TicketsQueryVariables>;
export const ChangeTicketDocument = new TypedDocumentString(`
    mutation ChangeTicket($input: ChangeTicketInput!) {
  changeTicket(input: $input) {
    __typename
    ... on TicketChanged {
      ticket {
        ...TicketFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TicketFields on Ticket {
  id
  number
  title
  text
  priority
  status
  note
  openedAt
  closedAt
  agent {
    id
    name
  }
  run {
    id
    title
  }
  assignee {
    id
    displayName
  }
  closedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ChangeTicketMutation, ChangeTicketMutationVariables>;
export const TimeMoneyDocument = new TypedDocumentString(`
    query TimeMoney {
  insightsSettings {
    ...TimeMoneyFields
  }
}
    fragment TimeMoneyFields on InsightsSettings {
  fiscalYearStartMonth
  fiscalYearNamedBy
  quarters
  weekStart
  reportingCurrency
  changedAt
  changedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TimeMoneyQuery, TimeMoneyQueryVariables>;
export const CompanyTimeZoneDocument = new TypedDocumentString(`
    query CompanyTimeZone {
  tenant {
    id
    timeZone
  }
}
    `) as unknown as TypedDocumentString<CompanyTimeZoneQuery, CompanyTimeZoneQueryVariables>;
export const SetTenantTimeZoneDocument = new TypedDocumentString(`
    mutation SetTenantTimeZone($timeZone: String!) {
  setTenantTimeZone(timeZone: $timeZone) {
    __typename
    ... on Tenant {
      id
      timeZone
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetTenantTimeZoneMutation, SetTenantTimeZoneMutationVariables>;
export const ExchangeRatesDocument = new TypedDocumentString(`
    query ExchangeRates($first: Int!) {
  exchangeRates(first: $first) {
    totalCount
    nodes {
      base
      quote
      day
      rate
      source
    }
  }
}
    `) as unknown as TypedDocumentString<ExchangeRatesQuery, ExchangeRatesQueryVariables>;
export const SaveTimeMoneyDocument = new TypedDocumentString(`
    mutation SaveTimeMoney($input: InsightsSettingsInput!) {
  saveInsightsSettings(input: $input) {
    __typename
    ... on InsightsSettingsSaved {
      settings {
        ...TimeMoneyFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TimeMoneyFields on InsightsSettings {
  fiscalYearStartMonth
  fiscalYearNamedBy
  quarters
  weekStart
  reportingCurrency
  changedAt
  changedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SaveTimeMoneyMutation, SaveTimeMoneyMutationVariables>;
export const SetExchangeRatesDocument = new TypedDocumentString(`
    mutation SetExchangeRates($rates: [ExchangeRateInput!]!) {
  setExchangeRates(rates: $rates) {
    __typename
    ... on ExchangeRatesSet {
      rates
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SetExchangeRatesMutation, SetExchangeRatesMutationVariables>;
export const RemoveExchangeRateDocument = new TypedDocumentString(`
    mutation RemoveExchangeRate($base: String!, $quote: String!, $day: String!) {
  removeExchangeRate(base: $base, quote: $quote, day: $day)
}
    `) as unknown as TypedDocumentString<RemoveExchangeRateMutation, RemoveExchangeRateMutationVariables>;
export const AssetFindingsDocument = new TypedDocumentString(`
    query AssetFindings($filter: AssetFindingFilter, $first: Int!) {
  assetFindings(filter: $filter, first: $first) {
    totalCount
    nodes {
      ...TriageFields
    }
  }
}
    fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AssetFindingsQuery, AssetFindingsQueryVariables>;
export const AssignFindingDocument = new TypedDocumentString(`
    mutation AssignFinding($id: ID!, $userId: ID) {
  assignFinding(id: $id, userId: $userId) {
    __typename
    ... on FindingTriaged {
      finding {
        ...TriageFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AssignFindingMutation, AssignFindingMutationVariables>;
export const AcceptFindingDocument = new TypedDocumentString(`
    mutation AcceptFinding($id: ID!, $reason: String!, $until: DateTime) {
  acceptFinding(id: $id, reason: $reason, until: $until) {
    __typename
    ... on FindingTriaged {
      finding {
        ...TriageFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AcceptFindingMutation, AcceptFindingMutationVariables>;
export const ResolveFindingDocument = new TypedDocumentString(`
    mutation ResolveFinding($id: ID!, $comment: String) {
  resolveFinding(id: $id, comment: $comment) {
    __typename
    ... on FindingTriaged {
      finding {
        ...TriageFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ResolveFindingMutation, ResolveFindingMutationVariables>;
export const ReopenFindingDocument = new TypedDocumentString(`
    mutation ReopenFinding($id: ID!, $comment: String) {
  reopenFinding(id: $id, comment: $comment) {
    __typename
    ... on FindingTriaged {
      finding {
        ...TriageFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment TriageFields on Finding {
  id
  code
  severity
  title
  detail
  remedy
  status
  acceptedUntil
  comment
  decidedAt
  firstSeenAt
  lastSeenAt
  timesOpened
  evidence {
    plane
    record
    says
  }
  asset {
    id
    name
  }
  assignee {
    id
    displayName
  }
  decider {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ReopenFindingMutation, ReopenFindingMutationVariables>;
export const LimitsDocument = new TypedDocumentString(`
    query Limits {
  limits {
    plan
    ratesEnforced
    rates {
      kind
      perMinute
      burst
      remaining
      fullAt
    }
    quotas {
      measure
      period
      used
      maximum
      remaining
      resetsAt
    }
  }
}
    `) as unknown as TypedDocumentString<LimitsQuery, LimitsQueryVariables>;
export const UsageDocument = new TypedDocumentString(`
    query Usage($days: Int!) {
  usage(days: $days) {
    day
    requests
    records
    runs
    tokens
  }
}
    `) as unknown as TypedDocumentString<UsageQuery, UsageQueryVariables>;
export const EntityViewsDocument = new TypedDocumentString(`
    query EntityViews($first: Int!) {
  entityViews(first: $first) {
    totalCount
    nodes {
      id
      name
      savedAt
      savedBy {
        id
        displayName
      }
      entityType {
        id
        label
      }
      fields {
        name
        lost
      }
      parameters {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityViewsQuery, EntityViewsQueryVariables>;
export const ViewTypesDocument = new TypedDocumentString(`
    query ViewTypes {
  entityTypes(first: 60) {
    nodes {
      id
      name
      label
      attributes {
        id
        name
        label
        type
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewTypesQuery, ViewTypesQueryVariables>;
export const EntityViewDocument = new TypedDocumentString(`
    query EntityView($id: ID!) {
  entityView(id: $id) {
    ...ViewFields
  }
}
    fragment ViewFields on EntityView {
  id
  name
  version
  savedAt
  savedBy {
    id
    displayName
  }
  entityType {
    id
    name
    label
  }
  fields {
    name
    path
    type
    lost
  }
  filter {
    path
    operator
    value
    parameter
    lost
  }
  parameters {
    name
    type
    required
  }
}`) as unknown as TypedDocumentString<EntityViewQuery, EntityViewQueryVariables>;
export const EntityViewRowsDocument = new TypedDocumentString(`
    query EntityViewRows($id: ID!, $first: Int!, $arguments: JSONObject) {
  entityView(id: $id) {
    id
    rows(first: $first, arguments: $arguments) {
      totalCount
      nodes {
        id
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityViewRowsQuery, EntityViewRowsQueryVariables>;
export const SaveEntityViewDocument = new TypedDocumentString(`
    mutation SaveEntityView($input: SaveEntityViewInput!) {
  saveEntityView(input: $input) {
    __typename
    ... on EntityViewSaved {
      view {
        ...ViewFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment ViewFields on EntityView {
  id
  name
  version
  savedAt
  savedBy {
    id
    displayName
  }
  entityType {
    id
    name
    label
  }
  fields {
    name
    path
    type
    lost
  }
  filter {
    path
    operator
    value
    parameter
    lost
  }
  parameters {
    name
    type
    required
  }
}`) as unknown as TypedDocumentString<SaveEntityViewMutation, SaveEntityViewMutationVariables>;
export const RemoveEntityViewDocument = new TypedDocumentString(`
    mutation RemoveEntityView($id: ID!) {
  removeEntityView(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveEntityViewMutation, RemoveEntityViewMutationVariables>;
export const WorkflowsDocument = new TypedDocumentString(`
    query Workflows($first: Int!) {
  workflows(first: $first) {
    totalCount
    nodes {
      ...WorkflowFields
    }
  }
}
    fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}`) as unknown as TypedDocumentString<WorkflowsQuery, WorkflowsQueryVariables>;
export const WorkflowDetailDocument = new TypedDocumentString(`
    query WorkflowDetail($name: String!, $first: Int!) {
  workflow(name: $name) {
    ...WorkflowFields
    versions(first: $first) {
      totalCount
      nodes {
        ...WorkflowVersionFields
      }
    }
  }
}
    fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}`) as unknown as TypedDocumentString<WorkflowDetailQuery, WorkflowDetailQueryVariables>;
export const WorkflowVersionTextDocument = new TypedDocumentString(`
    query WorkflowVersionText($workflow: String!, $version: Int!) {
  workflowVersion(workflow: $workflow, version: $version) {
    ...WorkflowVersionFields
    text
    definition
  }
}
    fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<WorkflowVersionTextQuery, WorkflowVersionTextQueryVariables>;
export const CheckWorkflowDocument = new TypedDocumentString(`
    query CheckWorkflow($text: String!) {
  checkWorkflow(text: $text) {
    problems {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CheckWorkflowQuery, CheckWorkflowQueryVariables>;
export const SaveWorkflowDocument = new TypedDocumentString(`
    mutation SaveWorkflow($text: String!, $note: String) {
  saveWorkflow(text: $text, note: $note) {
    __typename
    ... on WorkflowSaved {
      workflow {
        ...WorkflowFields
      }
      version {
        ...WorkflowVersionFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}`) as unknown as TypedDocumentString<SaveWorkflowMutation, SaveWorkflowMutationVariables>;
export const PublishWorkflowDocument = new TypedDocumentString(`
    mutation PublishWorkflow($workflow: String!, $version: Int!) {
  publishWorkflow(workflow: $workflow, version: $version) {
    __typename
    ... on WorkflowSaved {
      workflow {
        ...WorkflowFields
      }
      version {
        ...WorkflowVersionFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}`) as unknown as TypedDocumentString<PublishWorkflowMutation, PublishWorkflowMutationVariables>;
export const RetireWorkflowDocument = new TypedDocumentString(`
    mutation RetireWorkflow($workflow: String!, $version: Int!) {
  retireWorkflow(workflow: $workflow, version: $version) {
    __typename
    ... on WorkflowSaved {
      workflow {
        ...WorkflowFields
      }
      version {
        ...WorkflowVersionFields
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
fragment WorkflowVersionFields on WorkflowVersion {
  id
  version
  status
  note
  createdAt
  publishedAt
  createdBy {
    id
    displayName
  }
}
fragment WorkflowFields on Workflow {
  id
  name
  title
  description
  origin
  changedAt
  published {
    ...WorkflowVersionFields
  }
  latest {
    ...WorkflowVersionFields
  }
}`) as unknown as TypedDocumentString<RetireWorkflowMutation, RetireWorkflowMutationVariables>;
export const StartWorkflowDocument = new TypedDocumentString(`
    mutation StartWorkflow($input: StartWorkflowInput!) {
  startWorkflow(input: $input) {
    __typename
    ... on RunChanged {
      run {
        id
        title
        status
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<StartWorkflowMutation, StartWorkflowMutationVariables>;
export const WorkflowRunsDocument = new TypedDocumentString(`
    query WorkflowRuns($name: String!, $first: Int!) {
  workflow(name: $name) {
    id
    runs(first: $first) {
      totalCount
      nodes {
        ...RunFields
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  mode
  since
  secondsLeft
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment RunFields on Run {
  ...RunStateFields
  title
  workflow
  startedAt
  agent {
    id
    name
  }
  approval {
    id
    status
  }
  mode
  cause
  costUsd
  tokens
  connection {
    id
    name
    status
    statusReason
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
  }
}
fragment RunStateFields on Run {
  id
  status
  progress
  estimatedFinishAt
  attempt
  finishedAt
  problem
  canCancel
  canResume
  canPause
  paused
  steps {
    ...RunStepFields
  }
}
fragment RunStepFields on RunStep {
  key
  name
  status
  detail
  at
  progress
  attempts
  startedAt
  finishedAt
  kind
  dependsOn
  problem
  costUsd
  tokens
  undoing
  carried
  approval {
    id
    status
  }
}`) as unknown as TypedDocumentString<WorkflowRunsQuery, WorkflowRunsQueryVariables>;
export const WorkspacesDocument = new TypedDocumentString(`
    query Workspaces {
  workspaces {
    ...WorkspaceFields
  }
}
    fragment WorkspaceFields on Tenant {
  id
  name
  slug
  kind
  demo
}`) as unknown as TypedDocumentString<WorkspacesQuery, WorkspacesQueryVariables>;
export const SwitchWorkspaceDocument = new TypedDocumentString(`
    mutation SwitchWorkspace($tenantId: ID!) {
  switchWorkspace(tenantId: $tenantId) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SwitchWorkspaceMutation, SwitchWorkspaceMutationVariables>;
export const CreateDemoWorkspaceDocument = new TypedDocumentString(`
    mutation CreateDemoWorkspace {
  createDemoWorkspace {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<CreateDemoWorkspaceMutation, CreateDemoWorkspaceMutationVariables>;
export const FirstLookDocument = new TypedDocumentString(`
    query FirstLook {
  connections(first: 1) {
    totalCount
  }
  workspaces {
    ...WorkspaceFields
  }
}
    fragment WorkspaceFields on Tenant {
  id
  name
  slug
  kind
  demo
}`) as unknown as TypedDocumentString<FirstLookQuery, FirstLookQueryVariables>;
export const DeleteDemoWorkspaceDocument = new TypedDocumentString(`
    mutation DeleteDemoWorkspace {
  deleteDemoWorkspace {
    __typename
    ... on DemoDeleted {
      deleted
      session {
        ...SessionFields
      }
    }
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  refreshToken
  refreshExpiresAt
  deviceProof
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
    persona
  }
  tenant {
    id
    name
    slug
    kind
    demo
    status
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DeleteDemoWorkspaceMutation, DeleteDemoWorkspaceMutationVariables>;
export const LoadingRunsDocument = new TypedDocumentString(`
    query LoadingRuns($first: Int!) {
  runs(first: $first) {
    nodes {
      id
      status
      progress
      connection {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LoadingRunsQuery, LoadingRunsQueryVariables>;
export const SavedOperationsDocument = new TypedDocumentString(`
    query SavedOperations($after: String) {
  savedOperations(first: 100, after: $after) {
    nodes {
      ...SavedOperationFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SavedOperationFields on SavedOperation {
  id
  name
  document
  variables
  persona
  shared
  editable
  updatedAt
  createdBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SavedOperationsQuery, SavedOperationsQueryVariables>;
export const SaveOperationDocument = new TypedDocumentString(`
    mutation SaveOperation($input: SaveOperationInput!) {
  saveOperation(input: $input) {
    __typename
    ... on OperationSaved {
      operation {
        ...SavedOperationFields
      }
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    fragment SavedOperationFields on SavedOperation {
  id
  name
  document
  variables
  persona
  shared
  editable
  updatedAt
  createdBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SaveOperationMutation, SaveOperationMutationVariables>;
export const RemoveOperationDocument = new TypedDocumentString(`
    mutation RemoveOperation($id: ID!) {
  removeOperation(id: $id) {
    __typename
    ... on OperationRemoved {
      id
    }
    ... on InputRefused {
      problems {
        code
        field
        message
        todo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveOperationMutation, RemoveOperationMutationVariables>;