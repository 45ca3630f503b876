import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { agentLoader } from '../../agent/agent.loader.ts';
import type { AgentService } from '../../agent/agent.service.ts';
import { Agent } from '../../agent/agent.type.ts';
import { runLoader } from '../../run/run.loader.ts';
import type { RunService } from '../../run/run.service.ts';
import { Run } from '../../run/run.type.ts';
import { referTo, User } from '../../run/stubs.type.ts';
import type { TicketService } from './ticket.service.ts';
import { ChangeTicketInput, ChangeTicketResult, Ticket, TicketChanged, TicketConnection, TicketStatus } from './ticket.type.ts';

@Resolver(() => Ticket)
export class TicketResolver {
  readonly #tickets: TicketService;
  readonly #runs: RunService;
  readonly #agents: AgentService;

  constructor({ tickets, runs, agents }: { tickets: TicketService; runs: RunService; agents: AgentService }) {
    this.#tickets = tickets;
    this.#runs = runs;
    this.#agents = agents;
  }

  @Query(() => TicketConnection, { description: 'Work for people that agents found, newest first.' })
  tickets(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('status', () => TicketStatus, { nullable: true, description: 'Only those that stand so.' }) status: TicketStatus | null,
  ): Promise<ConnectionOf<Ticket>> {
    return this.#tickets.page(requireUser(viewer), status ?? null, pageOf(first, after));
  }

  @Query(() => Ticket, { nullable: true, description: 'One ticket; null when there is none with this id.' })
  ticket(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Id of the ticket.' }) id: string): Promise<Ticket | null> {
    return this.#tickets.find(requireUser(viewer), id);
  }

  @Mutation(() => ChangeTicketResult, { description: 'Gives a ticket to somebody, closes it, or opens it again.' })
  changeTicket(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ChangeTicketInput, { description: 'What it is to be.' }) input: ChangeTicketInput,
  ): Promise<TicketChanged | InputRefused> {
    const { id, status = null, assigneeId = null, note = null } = input;
    return refusalAsResult(async () => {
      const ticket = await this.#tickets.change(requireUser(viewer), id, { status, assigneeId, note });
      return Object.assign(new TicketChanged(), { ticket });
    });
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who sees to it; null while nobody does.' })
  assignee(@Root() { ownerId }: Ticket): User | null {
    return ownerId === null ? null : referTo(User, ownerId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who closed it; null while it is open.' })
  closedBy(@Root() { closerId }: Ticket): User | null {
    return closerId === null ? null : referTo(User, closerId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that opened it; null when that is no longer kept.' })
  run(@Root() { runId }: Ticket, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.#runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent that opened it; null when it is no longer there.' })
  agent(@Root() { agentId }: Ticket, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.#agents, requireUser(viewer)).load(agentId);
  }
}
