import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const ScanStatus = { RUNNING: 'RUNNING', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED', CANCELLED: 'CANCELLED' } as const;
export type ScanStatus = (typeof ScanStatus)[keyof typeof ScanStatus];
registerEnumType(ScanStatus, {
  name: 'ScanStatus',
  description: 'How a scan goes.',
  valuesConfig: {
    RUNNING: { description: 'It runs, or waits for its turn.' },
    SUCCEEDED: { description: 'What it found is in the graph.' },
    FAILED: { description: 'It came to no end; see its problem.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
  },
});

export const ScanMode = { FULL: 'FULL', INCREMENTAL: 'INCREMENTAL' } as const;
export type ScanMode = (typeof ScanMode)[keyof typeof ScanMode];
registerEnumType(ScanMode, {
  name: 'ScanMode',
  description: 'What a scan reads.',
  valuesConfig: {
    FULL: { description: 'All telemetry there is.' },
    INCREMENTAL: { description: 'Only files that have come since the scan before; what that one knew is kept.' },
  },
});

@ObjectType('ScanCounts', { description: 'How many applications a scan found.', simpleResolvers: true })
export class ScanCounts {
  @Field(() => Int, { description: 'All, also rejected ones.' })
  found!: number;

  @Field(() => Int, { description: 'Those that are part of the graph.' })
  admitted!: number;

  @Field(() => Int, { description: 'Admitted ones that are shadow IT.' })
  shadow!: number;

  @Field(() => Int, { description: 'Admitted ones that are governed, not used any more, and still paid for.' })
  zombie!: number;

  @Field(() => Int, { description: 'Admitted ones that nobody governs and nobody uses any more.' })
  parked!: number;

  @Field(() => Int, { description: 'Admitted ones with nothing the matter.' })
  clean!: number;
}

@ObjectType('ScanListCount', {
  description: 'The records of one list of a file: every one that was read is taken, kept or refused.',
  simpleResolvers: true,
})
export class ScanListCount {
  @Field(() => String, { description: 'What the list is called in the file, such as `finance.contracts`.' })
  list!: string;

  @Field(() => Int, { description: 'Records read.' })
  read!: number;

  @Field(() => Int, { description: 'Those taken as evidence of what runs.' })
  taken!: number;

  @Field(() => Int, { description: 'Those that say nothing of what runs and are only kept.' })
  kept!: number;

  @Field(() => Int, { description: 'Those kept out of the graph; see `problems`.' })
  refused!: number;
}

@ObjectType('ScanFile', { description: 'A file that a scan went by.', simpleResolvers: true })
export class ScanFile {
  @Field(() => String, { description: 'Its name within its feed.' })
  name!: string;

  @Field(() => Float, { description: 'Its size in bytes.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal: a replay reads the very same.' })
  checksum!: string;

  @Field(() => Boolean, { description: 'false: what it says was known from the scan before.' })
  readAgain!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its format, such as ZEEK; null when it is none that can be read, or was not read again.',
  })
  format?: string | null | undefined;

  @Field(() => Boolean, { description: 'false: it breaks off; what was complete in it counts.' })
  whole!: boolean;

  @Field(() => [ScanListCount], { description: 'Its records, list by list.' })
  lists!: ScanListCount[];

  /** Behind the computed fields; not part of the graph. */
  feedId!: string;
}

@ObjectType('ScanProblem', { description: 'A record that is kept out of the graph.', simpleResolvers: true })
export class ScanProblem {
  @Field(() => String, { description: 'Name of the file.' })
  file!: string;

  @Field(() => String, { description: 'The list that it is in.' })
  list!: string;

  @Field(() => String, { description: 'Its id, or its number in the list where it has none.' })
  record!: string;

  @Field(() => String, {
    description:
      'Why: NO_IDENTITY, FUTURE_TIME, NOT_JSON, NOT_AN_OBJECT, TOO_LONG, DUPLICATE_ID, TRUNCATED, or what its format has of its own.',
  })
  code!: string;

  /** Behind its cursor; not part of the graph. */
  position!: number;
}

export const ScanProblemConnection = relayConnection('ScanProblem', ScanProblem);

@ObjectType('UnfetchedFeed', {
  description: 'A feed that a scan could not fetch: it went by what had come from there before, if anything had.',
  simpleResolvers: true,
})
export class UnfetchedFeed {
  @Field(() => String, { description: 'Code of the error catalogue (docs/errors.md).' })
  code!: string;

  @Field(() => String, { description: 'Why, in a sentence.' })
  message!: string;

  @Field(() => String, { description: 'What to do about it, in a sentence.' })
  todo!: string;

  /** Behind the computed field; not part of the graph. */
  feedId!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Scan', {
  description: 'One look at all telemetry: what runs, as of a moment and by one version of the policy.',
  simpleResolvers: true,
})
export class Scan {
  @Field(() => ID, { description: 'Identifies the scan for good.' })
  id!: string;

  @Field(() => Int, { description: 'Its number: the tenant’s scans count from 1.' })
  number!: number;

  @Field(() => ScanStatus, { description: 'How it goes.' })
  status!: ScanStatus;

  @Field(() => ScanMode, { description: 'What it reads; an incremental scan that cannot be one becomes a full one.' })
  mode!: ScanMode;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The moment it judges as of; null until that is known from the telemetry.' })
  asOf?: Date | null | undefined;

  @Field(() => Int, { description: 'Version of the policy it goes by; 0 is the default.' })
  policyVersion!: number;

  @Field(() => GraphQLDateTime, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt?: Date | null | undefined;

  @Field(() => Float, { description: 'Records read; each was taken, kept or refused.' })
  recordsRead!: number;

  @Field(() => Float, { description: 'Records taken as evidence.' })
  recordsTaken!: number;

  @Field(() => Float, { description: 'Records that say nothing of what runs and are only kept.' })
  recordsKept!: number;

  @Field(() => Float, { description: 'Records kept out of the graph; see `problems`.' })
  recordsRefused!: number;

  @Field(() => [UnfetchedFeed], { description: 'Feeds that it could not fetch.' })
  unfetched!: readonly UnfetchedFeed[];

  @Field(() => ScanCounts, { nullable: true, description: 'What it found; null until it has judged.' })
  counts?: ScanCounts | null | undefined;

  @Field(() => String, { nullable: true, description: 'The same for the same judgements: a replay has the digest of what it repeats.' })
  digest?: string | null | undefined;

  /** Behind the computed fields; not part of the graph. */
  startedBy?: string | null | undefined;
  replayOf?: string | null | undefined;
  problem?: Pick<InputProblem, 'code' | 'message' | 'todo'> | null | undefined;
}

export const ScanConnection = relayConnection('Scan', Scan);

@InputType({ description: 'How to scan; without anything all telemetry is read, as of the moment it says.' })
export class StartScanInput {
  @Field(() => ScanMode, { nullable: true, description: 'What to read; left out: FULL.' })
  mode?: ScanMode | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment to judge as of; left out: the latest that the telemetry says to be of, or came at, else now.',
  })
  asOf?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A scan to repeat: the same files, moment and version of the policy, which gives the same digest. Nothing else may be given.',
  })
  replayOf?: string | null;
}

@ObjectType({ description: 'A scan was started.', simpleResolvers: true })
export class ScanStarted {
  @Field(() => Scan, { description: 'The scan that runs now.' })
  scan!: Scan;
}

export const StartScanResult = createUnionType({
  name: 'StartScanResult',
  description: 'The scan, or what stands against it.',
  types: () => [ScanStarted, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : ScanStarted),
});
