import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which files to connect: exactly one of folder and uploadId.' })
export class ConnectFilesInput {
  @Field(() => String, { nullable: true, description: 'What to call the connection; the folder’s name when left out.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Absolute path of a folder on the server, below one that its operator allows.' })
  folder?: string | null;

  @Field(() => ID, { nullable: true, description: 'An upload whose files have all been sent.' })
  uploadId?: string | null;
}
