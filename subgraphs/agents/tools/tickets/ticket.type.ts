import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { TicketPriority, TicketStatus } from './ticket.entity.ts';

export { TicketStatus };

registerEnumType(TicketStatus, {
  name: 'TicketStatus',
  description: 'How a ticket stands.',
  valuesConfig: {
    OPEN: { description: 'Somebody has to see to it.' },
    DONE: { description: 'It was seen to.' },
    DROPPED: { description: 'Nobody will see to it.' },
  },
});
registerEnumType(TicketPriority, {
  name: 'TicketPriority',
  description: 'How much a ticket matters.',
  valuesConfig: {
    LOW: { description: 'When there is time.' },
    NORMAL: { description: 'In its turn.' },
    HIGH: { description: 'Before the others.' },
  },
});

@ObjectType('TicketLink', { description: 'Something that a ticket is about.', simpleResolvers: true })
export class LinkOfTicket {
  @Field(() => String, { description: 'Name of its type in the graph, where it has one.' })
  kind!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;
}

@ObjectType({ description: 'Work for people that an agent found.', simpleResolvers: true })
export class Ticket {
  @Field(() => ID, { description: 'Identifies the ticket for good.' })
  id!: string;

  @Field(() => Int, { description: 'Counts within the company, from 1.' })
  number!: number;

  @Field(() => String, { description: 'One line.' })
  title!: string;

  @Field(() => String, { description: 'What there is to do, and why.' })
  text!: string;

  @Field(() => TicketPriority, { description: 'How much it matters.' })
  priority!: TicketPriority;

  @Field(() => TicketStatus, { description: 'How it stands.' })
  status!: TicketStatus;

  @Field(() => [LinkOfTicket], { description: 'What it is about, at most 20.' })
  links!: LinkOfTicket[];

  @Field(() => String, { nullable: true, description: 'What whoever changed it last said.' })
  note!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  runId!: string;
  agentId!: string;
  ownerId!: string | null;
  closerId!: string | null;
}

export const TicketConnection = relayConnection('Ticket', Ticket);

@InputType({ description: 'What a ticket is to be; what is left out stays as it is.' })
export class ChangeTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;

  @Field(() => TicketStatus, { nullable: true, description: 'How it stands.' })
  status?: TicketStatus | null;

  @Field(() => ID, { nullable: true, description: 'The member who sees to it.' })
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to say about that, at most 1 000 characters.' })
  note?: string | null;
}

@ObjectType({ description: 'A ticket was changed.', simpleResolvers: true })
export class TicketChanged {
  @Field(() => Ticket, { description: 'The ticket as it is now.' })
  ticket!: Ticket;
}

export const ChangeTicketResult = createUnionType({
  name: 'ChangeTicketResult',
  description: 'The ticket, or what to correct.',
  types: () => [TicketChanged, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : TicketChanged),
});
