import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import type { Once } from '../effects/once.ts';
import type { Tool } from '../tool.ts';
import { TicketPriority } from './ticket.entity.ts';
import type { TicketService } from './ticket.service.ts';

const MAX_LINKS = 20;
const input = z.strictObject({
  title: z.string().trim().min(1).max(200).describe('One line.'),
  text: z.string().trim().min(1).max(5_000).describe('What there is to do, and why.'),
  priority: z.enum(TicketPriority).default('NORMAL').describe('How much it matters.'),
  links: z
    .array(z.strictObject({ kind: z.string().min(1).max(60), id: z.string().min(1).max(200), label: z.string().max(200) }))
    .max(MAX_LINKS)
    .default([])
    .describe('What it is about, by type and id in the graph.'),
  assigneeId: z.uuid().optional().describe('The member who sees to it.'),
});

/** Leaves work to people. */
export function openTicketTool(once: Once, tickets: TicketService): Tool {
  return defineTool({
    name: 'open-ticket',
    title: 'Open a ticket',
    description: 'Leaves something to people: a ticket with what there is to do. Whoever it concerns is notified; channels get it too.',
    complexity: 2,
    effect: 'KEYED',
    input,
    describe: ({ title, priority }) => ({ intent: `Open a ticket (${priority.toLowerCase()}): “${title}”.`, touches: 1 }),
    call: ({ title, text: body, priority, links, assigneeId = null }, call) =>
      once('open-ticket', call, async (unit) => {
        const { agentId, runId, idempotencyKey: key } = call;
        const { id, number } = await tickets.open(unit, { title, body, priority, links, assigneeId, agentId, runId, key });
        return { ticketId: id, number };
      }),
  });
}
