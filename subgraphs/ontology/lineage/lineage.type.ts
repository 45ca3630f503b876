import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Attribute, EntityType } from '../catalogue/entity-type.type.ts';
import { RecordTrace } from '../catalogue/record-trace.type.ts';
import { Connection, SourceObject } from '../catalogue/stubs.type.ts';
import { LineageKind } from './lineage-graph.ts';
import { LineageDirection } from './walk.ts';

registerEnumType(LineageKind, {
  name: 'LineageKind',
  description: 'What a thing on the way from a source to a number is.',
  valuesConfig: {
    CONNECTION: { description: 'A source that was connected; its id.' },
    OBJECT: { description: 'A table or file of a source; its id.' },
    FIELD: { description: 'A column of it; the id of the object, a colon, and the column.' },
    MAPPING: { description: 'What reads a column into an attribute; the id of the field mapping.' },
    ATTRIBUTE: { description: 'An attribute of an entity type; its id.' },
    RECORD: { description: 'A record of a source; the id of the object, a colon, and its key there.' },
    VALUE: { description: 'One value of a unified record; the id of the record, a colon, and the name of the attribute.' },
    METRIC: { description: 'A metric; its name.' },
  },
});
registerEnumType(LineageDirection, {
  name: 'LineageDirection',
  description: 'Which way lineage is followed.',
  valuesConfig: {
    UP: { description: 'What it comes from.' },
    DOWN: { description: 'What is made of it: what a change of it would touch.' },
    BOTH: { description: 'Both.' },
  },
});

@InputType('LineageSubject', { description: 'What is looked at.' })
export class LineageSubject {
  @Field(() => LineageKind, { description: 'What it is.' })
  kind!: LineageKind;

  @Field(() => ID, { description: 'Which one, as its kind says.' })
  id!: string;
}

@Directive('@key(fields: "name", resolvable: false)')
@ObjectType('Metric', { description: 'A business number with one definition for everybody.', simpleResolvers: true })
export class Metric {
  @Field(() => String, { description: 'Stable name, such as `win_rate`.' })
  name!: string;
}

@ObjectType('LineageNode', { description: 'One thing on the way from a source to a number.', simpleResolvers: true })
export class LineageNode {
  @Field(() => ID, { description: 'Names it within the reply; edges say it.' })
  key!: string;

  @Field(() => LineageKind, { description: 'What it is.' })
  kind!: LineageKind;

  @Field(() => ID, { description: 'Which one it is of its kind: pass kind and id to go on from it.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it stands, or how sure it is; null when the label says all.' })
  detail!: string | null;

  @Field(() => Int, { description: 'Where it stands between sources (0) and numbers (5).' })
  layer!: number;

  @Field(() => Connection, { nullable: true, description: 'The connection, when it is one.' })
  connection!: Connection | null;

  @Field(() => SourceObject, { nullable: true, description: 'The object, when it is one, or the one whose column or record it is.' })
  object!: SourceObject | null;

  @Field(() => Attribute, { nullable: true, description: 'The attribute, when it is one.' })
  attribute!: Attribute | null;

  @Field(() => EntityType, { nullable: true, description: 'The entity type of the attribute or the value.' })
  entityType!: EntityType | null;

  @Field(() => RecordTrace, {
    nullable: true,
    description: 'How the record of the source came here, step by step: the sync that read it, the row of the file.',
  })
  trace!: RecordTrace | null;

  @Field(() => Metric, { nullable: true, description: 'The metric, when it is one.' })
  metric!: Metric | null;
}

@ObjectType('LineageEdge', { description: 'That one thing is made of another.', simpleResolvers: true })
export class LineageEdge {
  @Field(() => ID, { description: 'Key of what stands nearer to the source.' })
  from!: string;

  @Field(() => ID, { description: 'Key of what is made of it.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'How, in a word or two.' })
  label!: string | null;
}

@ObjectType('Lineage', {
  description: 'The ways that lead to a thing and from it; empty when there is no such thing.',
  simpleResolvers: true,
})
export class Lineage {
  @Field(() => [LineageNode], { description: 'The thing itself, and all that was found on its ways; 1 000 at most.' })
  nodes!: LineageNode[];

  @Field(() => [LineageEdge], { description: 'How they hang together.' })
  edges!: LineageEdge[];

  @Field(() => Boolean, { description: 'Whether the ways go on beyond what is told.' })
  truncated!: boolean;
}
