import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { Reach } from '../discovery/known/scope-level.ts';

export const ApplicationReach = {
  MAIL: 'MAIL', FILES: 'FILES', CALENDAR: 'CALENDAR', CONTACTS: 'CONTACTS', CHAT: 'CHAT', CODE: 'CODE', CUSTOMERS: 'CUSTOMERS',
  DIRECTORY: 'DIRECTORY', DEVICES: 'DEVICES', CLOUD: 'CLOUD', PROFILE: 'PROFILE', OTHER: 'OTHER',
} as const satisfies { readonly [Of in Reach]: Of }; // prettier-ignore
registerEnumType(ApplicationReach, {
  name: 'ApplicationReach',
  description: 'What scopes that were granted to an application let it read.',
  valuesConfig: {
    MAIL: { description: 'Mail.' },
    FILES: { description: 'Files and documents.' },
    CALENDAR: { description: 'Calendars.' },
    CONTACTS: { description: 'Address books.' },
    CHAT: { description: 'Chats and channels.' },
    CODE: { description: 'Source code.' },
    CUSTOMERS: { description: 'Customers’ records.' },
    DIRECTORY: { description: 'The directory of people and groups.' },
    DEVICES: { description: 'Devices.' },
    CLOUD: { description: 'Cloud resources.' },
    PROFILE: { description: 'Profiles of people.' },
    OTHER: { description: 'Something else.' },
  },
});

@ObjectType('ApplicationSpend', { description: 'What an application costs in one currency.', simpleResolvers: true })
export class ApplicationSpend {
  @Field(() => Float, { description: 'A year: by the contracts that run, or what was paid in the last twelve months where that is more.' })
  amount!: number;

  @Field(() => String, { nullable: true, description: 'ISO 4217; null where no record says which.' })
  currency!: string | null;
}

@ObjectType('ApplicationProfile', { description: 'What all records together say of an application.', simpleResolvers: true })
export class ApplicationProfile {
  @Field(() => String, { description: 'What most records call it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Who makes it, as most records say; null where none does.' })
  vendor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who answers for it by what records say, where that is probable enough to go by; null: nobody knows.',
  })
  likelyOwner!: string | null;

  @Field(() => [String], { description: 'Departments that have to do with it, the one that most records name first.' })
  departments!: string[];

  @Field(() => [String], { description: 'Regions it runs in, the one that most records name first.' })
  regions!: string[];

  @Field(() => [String], { description: 'Environments it runs in, the one that most records name first.' })
  environments!: string[];

  @Field(() => [ApplicationSpend], { description: 'What it costs, the most first; amounts of different currencies are never added up.' })
  spend!: ApplicationSpend[];

  @Field(() => Float, { description: 'Most people who used it in one of the last three months.' })
  activeUsers!: number;

  @Field(() => [ApplicationReach], { description: 'What it may read, beyond who signs in.' })
  reads!: Reach[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the last scan found it and the one before did not; null while there was but one.',
  })
  isNew!: boolean | null;
}
