import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { User, refer } from '../../catalogue/stubs.type.ts';
import { ChangeKind, type ChangeRow, type Group } from '../store/changes.ts';

registerEnumType(ChangeKind, {
  name: 'ResolutionChangeKind',
  description: 'What became of golden records.',
  valuesConfig: {
    MERGED: { description: 'Several became one.' },
    SPLIT: { description: 'One became several.' },
    NEVER: { description: 'They were declared never to be one.' },
    DECIDED: { description: 'Pairs were decided.' },
    UNDONE: { description: 'An earlier change was taken back.' },
  },
});

@ObjectType('ResolutionGroup', { description: 'A golden record and what it is made of.', simpleResolvers: true })
export class ResolutionGroup {
  @Field(() => ID, { description: 'Id of the golden record.' })
  recordId!: string;

  @Field(() => [ID], { description: 'Ids of the records of sources it is made of.' })
  members!: string[];
}

@ObjectType('ResolutionChange', {
  description: 'What became of golden records at one time, and what takes it back.',
  simpleResolvers: true,
})
export class ResolutionChange {
  @Field(() => ID, { description: 'Identifies the change; undoResolution takes it.' })
  id!: string;

  @Field(() => String, { description: 'Name of the entity type.' })
  entityName!: string;

  @Field(() => ChangeKind, { description: 'What happened.' })
  kind!: ChangeKind;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;

  @Field(() => User, { nullable: true, description: 'Who did it; null: nobody but the scores.' })
  by!: User | null;

  @Field(() => [ResolutionGroup], { description: 'The golden records before.' })
  before!: ResolutionGroup[];

  @Field(() => [ResolutionGroup], { description: 'The golden records after.' })
  after!: ResolutionGroup[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back; null: it stands.' })
  undoneAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who took it back.' })
  undoneBy!: User | null;
}

export const ResolutionChangeConnection = relayConnection('ResolutionChange', ResolutionChange);

/** The graph's view of a change. */
export function changeOf(row: ChangeRow): ResolutionChange {
  const user = (id: string | null): User | null => (id === null ? null : refer(User, id));
  return Object.assign(new ResolutionChange(), {
    id: row.id,
    entityName: row.entity,
    kind: row.kind,
    at: row.at,
    by: user(row.decided_by),
    before: row.before.map(groupOf),
    after: row.after.map(groupOf),
    undoneAt: row.undone_at,
    undoneBy: user(row.undone_by),
  });
}

function groupOf({ golden, members }: Group): ResolutionGroup {
  return Object.assign(new ResolutionGroup(), { recordId: golden, members });
}
