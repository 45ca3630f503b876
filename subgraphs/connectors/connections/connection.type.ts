import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { CONNECTION_KINDS, ConnectionKind } from '../kit/kinds.ts';
import { SyncRun } from '../syncs/sync-run.type.ts';

registerEnumType(ConnectionKind, {
  name: 'ConnectionKind',
  description: 'What kind of source a connection reaches.',
  valuesConfig: Object.fromEntries(Object.entries(CONNECTION_KINDS).map(([kind, description]) => [kind, { description }])),
});

export const ConnectionStatus = {
  DISCOVERING: 'DISCOVERING',
  SYNCING: 'SYNCING',
  PAUSED: 'PAUSED',
  READY: 'READY',
  FAILED: 'FAILED',
} as const;
export type ConnectionStatus = (typeof ConnectionStatus)[keyof typeof ConnectionStatus];
registerEnumType(ConnectionStatus, {
  name: 'ConnectionStatus',
  description: 'How a connection is.',
  valuesConfig: {
    DISCOVERING: { description: 'Its objects and their columns are being found out.' },
    SYNCING: { description: 'Its records are landing.' },
    PAUSED: { description: 'Its sync was paused and waits to be resumed.' },
    READY: { description: 'The last sync succeeded.' },
    FAILED: { description: 'The last sync failed; statusReason says why.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Connection', { description: 'A source of data that the tenant has connected.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'Identifies the connection for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => ConnectionKind, { description: 'What kind of source it reaches.' })
  kind!: ConnectionKind;

  @Field(() => String, { description: 'Where the source is: a folder on the server, `upload:…`, or an address without its password.' })
  location!: string;

  @Field(() => ConnectionStatus, { description: 'How it is.' })
  status!: ConnectionStatus;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise.' })
  statusReason?: string | null | undefined;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  /** Resolved to a reference. */
  createdBy?: string | null | undefined;
}

export const ConnectionConnection = relayConnection('Connection', Connection);

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { description: 'A person (or a program) that belongs to a tenant.', simpleResolvers: true })
export class User {
  @Field(() => ID, { description: 'Identifies the user for good.' })
  id!: string;
}

@ObjectType({ description: 'A connection was made and its first sync runs.', simpleResolvers: true })
export class ConnectionStarted {
  @Field(() => Connection, { description: 'The new connection.' })
  connection!: Connection;

  @Field(() => SyncRun, { description: 'Its first sync.' })
  sync!: SyncRun;
}

/** What connecting a source gives. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the union's type cannot be written down
const connectResult = (name: string) =>
  createUnionType({
    name,
    description: 'The connection, or what has to be corrected first.',
    types: () => [ConnectionStarted, InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : ConnectionStarted),
  });

export const ConnectFilesResult = connectResult('ConnectFilesResult');
export const ConnectPostgresResult = connectResult('ConnectPostgresResult');
