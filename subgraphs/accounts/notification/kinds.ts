/** How much something matters, least first. */
export const SEVERITIES = ['INFO', 'ATTENTION', 'URGENT'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What people are told of. */
export interface Kind {
  label: string;
  description: string;
  severity: Severity;
  /** Whether whoever has said nothing finds it in their inbox, and gets a mail. */
  inbox: boolean;
  email: boolean;
}

/** Every kind of notification there is. Names are kept in rows and preferences: they stay. */
export const KINDS = {
  APPROVAL_WAITING: {
    label: 'An approval waits',
    description: 'An agent asks for a decision.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  SYNC_FAILED: {
    label: 'A sync failed',
    description: 'A source could not be read.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  RECORDS_SET_ASIDE: {
    label: 'Records were set aside',
    description: 'A sync found records it could not take.',
    severity: 'INFO',
    inbox: true,
    email: false,
  },
  SOURCE_CHANGED: {
    label: 'A source changed its shape',
    description: 'What a source holds is no longer what its mapping was made for.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  REPAIR_WAITING: {
    label: 'A repair waits',
    description: 'A source has changed, and somebody has to say how it is read now; its records wait meanwhile.',
    severity: 'URGENT',
    inbox: true,
    email: false,
  },
  REPAIR_APPLIED: {
    label: 'A source was repaired',
    description: 'A source has changed and is read another way, so that nothing changed for those who use it.',
    severity: 'INFO',
    inbox: true,
    email: false,
  },
  CONNECTION_HEALTH: {
    label: 'A connection fails, or works again',
    description: 'A connection does not work and says why, or it has come back.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  PUBLISHING_FAILED: {
    label: 'A mapping could not be published',
    description: 'An accepted mapping did not come into effect.',
    severity: 'URGENT',
    inbox: true,
    email: true,
  },
  DATA_QUALITY: {
    label: 'Data is not as it should be',
    description: 'A test of the data fails, or what was unified does not add up to what its source has.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  METRIC_ALERT: {
    label: 'A watched metric stands out',
    description: 'A metric that you watch is beyond what was set, moved by much, or is unusual.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  BUDGET_MARK: {
    label: 'A budget of agents is being used up',
    description: 'Agents have spent 50, 75, 90 or 100 percent of what they may, or were stopped because nothing is left.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  RUN_FAILED: {
    label: 'A run failed',
    description: 'An agent’s run ended without its result.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  AGENT_NOTICE: {
    label: 'An agent tells something',
    description: 'An agent found something that people should know.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  TICKET_OPENED: {
    label: 'A ticket was opened',
    description: 'An agent found something for people to do.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  INVITATION_ACCEPTED: {
    label: 'An invitation was accepted',
    description: 'Somebody new is in the company.',
    severity: 'INFO',
    inbox: true,
    email: false,
  },
  ROLE_CHANGED: {
    label: 'Your role changed',
    description: 'What you may do is different now.',
    severity: 'ATTENTION',
    inbox: true,
    email: true,
  },
  KEY_MADE: {
    label: 'An API key was made',
    description: 'A program may act for the company.',
    severity: 'INFO',
    inbox: true,
    email: false,
  },
  KEY_EXPIRING: {
    label: 'An API key is about to expire',
    description: 'Programs that use it stop working then.',
    severity: 'ATTENTION',
    inbox: true,
    email: true,
  },
  QUOTA_NEAR: {
    label: 'A limit is near',
    description: 'The company has used most of what its plan allows.',
    severity: 'URGENT',
    inbox: true,
    email: true,
  },
  PERSONAL_DATA_FOUND: {
    label: 'Personal data was found',
    description: 'Something that identifies people came in where it was not known before.',
    severity: 'ATTENTION',
    inbox: true,
    email: false,
  },
  ERASURE_WAITING: {
    label: 'A request to be forgotten waits',
    description: 'A second person has to confirm it.',
    severity: 'URGENT',
    inbox: true,
    email: true,
  },
  WORKSPACE_FROZEN: {
    label: 'The workspace was frozen or thawed',
    description: 'While it is frozen nothing can be changed.',
    severity: 'URGENT',
    inbox: true,
    email: true,
  },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as NotificationKind[];

/** What a test of a channel is called; nobody is told of it elsewhere. */
export const TEST_KIND = 'TEST';

export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(minimum);
}
