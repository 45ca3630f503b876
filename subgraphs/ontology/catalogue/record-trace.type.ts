import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('RecordTrace', { description: 'The way of one record.', simpleResolvers: true })
export class RecordTrace {
  @Field(() => ID, { description: 'Names the record: the id of what it was read from, a colon, and its key there.' })
  id!: string;
}

/** A reference to the way of a record. */
export const traceOf = (id: string): RecordTrace => Object.assign(new RecordTrace(), { id });
