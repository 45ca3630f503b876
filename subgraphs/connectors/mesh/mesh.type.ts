import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ConnectionKind } from '../kit/kinds.ts';

@ObjectType({ description: 'How many connections are how well.', simpleResolvers: true })
export class MeshConnections {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'Those that work as they should.' })
  healthy!: number;

  @Field(() => Int, { description: 'Those that work, but not as they should.' })
  degraded!: number;

  @Field(() => Int, { description: 'Those that do not work.' })
  failing!: number;

  @Field(() => Int, { description: 'Those of which no sync has ended yet.' })
  unknown!: number;

  @Field(() => Int, { description: 'Those that wait for a person.' })
  waitingForPerson!: number;
}

@ObjectType({ description: 'What became of repairs within the last day.', simpleResolvers: true })
export class MeshRepairs {
  @Field(() => Int, { description: 'Applied by themselves: safe, and sure enough.' })
  automatic!: number;

  @Field(() => Int, { description: 'Applied because a person approved them.' })
  approved!: number;

  @Field(() => Int, { description: 'Rejected by a person.' })
  rejected!: number;

  @Field(() => Int, { description: 'Taken back after they had been applied.' })
  rolledBack!: number;

  @Field(() => Int, { description: 'Waiting for a decision now, however long.' })
  waiting!: number;
}

@ObjectType({ description: 'How a number of seconds is spread.', simpleResolvers: true })
export class SecondsSpread {
  @Field(() => Float, { nullable: true, description: 'Half of them are at most so many seconds; null when there are none.' })
  p50!: number | null;

  @Field(() => Float, { nullable: true, description: '95 of 100 are at most so many seconds; null when there are none.' })
  p95!: number | null;
}

@ObjectType({ description: 'What was asked of one kind of source within the last day.', simpleResolvers: true })
export class VendorTraffic {
  @Field(() => ConnectionKind, { description: 'Which kind.' })
  kind!: ConnectionKind;

  @Field(() => Int, { description: 'Requests.' })
  requests!: number;

  @Field(() => Int, { description: 'Those that failed.' })
  failures!: number;

  @Field(() => Int, { description: 'Those that had to be sent again.' })
  retries!: number;

  @Field(() => Int, { description: 'Those that were turned away because there were too many (429).' })
  limited!: number;

  @Field(() => Float, { description: 'Seconds waited because sources asked for it.' })
  waitedSeconds!: number;
}

@ObjectType({ description: 'How well the tenant’s connections are, together.', simpleResolvers: true })
export class Mesh {
  @Field(() => GraphQLDateTime, { description: 'As of when.' })
  at!: Date;

  @Field(() => MeshConnections, { description: 'Connections by health.' })
  connections!: MeshConnections;

  @Field(() => Int, { description: 'Drifts that were found within the last day.' })
  driftEvents24h!: number;

  @Field(() => MeshRepairs, { description: 'Repairs within the last day.' })
  repairs24h!: MeshRepairs;

  @Field(() => Int, { description: 'Connections that came back by themselves within the last day.' })
  healed24h!: number;

  @Field(() => Float, { description: 'Records that were new, changed or removed within the last day.' })
  recordsLanded24h!: number;

  @Field(() => Float, { description: 'Records that are set aside now.' })
  quarantined!: number;

  @Field(() => SecondsSpread, { description: 'Age of the connections’ data.' })
  freshness!: SecondsSpread;

  @Field(() => SecondsSpread, { description: 'What records took, or have been waiting, from landing to metrics; by connection.' })
  lag!: SecondsSpread;

  @Field(() => Float, { description: 'How much of what may fail has not failed yet, over all connections, 0 to 1.' })
  errorBudgetLeft!: number;

  @Field(() => [VendorTraffic], { description: 'Requests by kind of source.' })
  vendors!: VendorTraffic[];
}
