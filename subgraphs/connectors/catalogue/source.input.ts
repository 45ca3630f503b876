import { Field, ID, InputType } from 'type-graphql';
import { ConnectionKind } from '../kit/kinds.ts';

@InputType({ description: 'A value of a connector’s form.' })
export class FormValueInput {
  @Field(() => String, { description: 'The field’s name.' })
  name!: string;

  @Field(() => String, { description: 'Its value; numbers and truth values as text.' })
  value!: string;
}

@InputType({ description: 'Which source to try or to connect: a connector’s form, filled in.' })
export class SourceInput {
  @Field(() => ConnectionKind, { description: 'Which kind of source.' })
  kind!: ConnectionKind;

  @Field(() => String, { nullable: true, description: 'What to call the connection; a usual name when left out.' })
  name?: string | null;

  @Field(() => [FormValueInput], { description: 'The form’s values; secrets are sealed and never shown again.' })
  values!: FormValueInput[];

  @Field(() => ID, { nullable: true, description: 'The fabric plane to go through; directly when left out.' })
  planeId?: string | null;
}
