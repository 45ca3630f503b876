import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Which database to connect.' })
export class ConnectPostgresInput {
  @Field(() => String, {
    description:
      'postgres://user:password@host:port/database, optionally with ?sslmode=disable, prefer (the default), require, verify-ca, verify-full or no-verify. The password is sealed and never shown again.',
  })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What to call the connection; the database’s name when left out.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only these schemas; all that the login may read when left out.' })
  schemas?: string[] | null;
}
