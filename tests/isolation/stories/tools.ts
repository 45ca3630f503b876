import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { EffectLedger } from '../../../subgraphs/agents/tools/effects/effect-ledger.ts';
import { TicketService } from '../../../subgraphs/agents/tools/tickets/ticket.service.ts';
import type { Story } from './story.ts';

const RUN = 'the run of the tools';
const IN_DOUBT = 'an effect in doubt';
const OPEN = 'an open ticket';

/** What agents did with their tools, the tickets they opened, and what they may call outside. */
export const tools: Story = {
  name: 'tools',
  async live({ canary, run, notes, system, viewer, url, token }) {
    const { database } = system.system;
    const { runs } = await run<{ runs: { nodes: { id: string; agent: { id: string } }[] } }>(
      '{ runs(first: 1) { nodes { id agent { id } } } }',
    );
    const [{ id: runId, agent } = { id: randomUUID(), agent: { id: randomUUID() } }] = runs.nodes;
    notes.set(RUN, runId);
    const ledger = new EffectLedger(() => new Date());
    const tickets = new TicketService(system.system);
    await database.unitOfWork(viewer.tenantId, async (unit) => {
      for (const path of ['done', 'doubted', 'settled']) {
        const key = `${runId}:${path}`;
        const input = { url: `https://${canary}.example.com` };
        await ledger.plan(unit, { key, runId, path: `${canary} ${path}`, agentId: agent.id, tool: `mcp.${canary}.send`, input });
        if (path === 'done') await ledger.done(unit, key, { said: canary });
        else await ledger.doubt(unit, key, `${canary} was cut off`);
      }
      for (const name of ['open', 'closed']) {
        const links = [{ kind: canary, id: canary, label: `${canary} link` }];
        const ticket = { title: `${canary} ${name}`, body: `${canary} to do`, priority: 'HIGH' as const, links, assigneeId: viewer.userId };
        const { id } = await tickets.open(unit, { ...ticket, agentId: agent.id, runId, key: `${runId}:${name}` });
        notes.set(`ticket ${name}`, id);
      }
    });
    // What a step called is known from what was judged of it.
    await database.unitOfWork(viewer.tenantId, (unit) =>
      sql`insert into governance_decision
          (id, tenant_id, agent_id, run_id, path, action, complexity, verdict, rule, reason, version, findings, decided_at)
        values (${randomUUID()}, ${viewer.tenantId}, ${agent.id}, ${notes.get('a run that failed')}, 'fails', ${`mcp.${canary}.send`}, 3, 'EXECUTE',
          ${canary}, ${canary}, 1, '[]', now())`.execute(unit.sql),
    );
    const { effects } = await run<{ effects: { nodes: { id: string; path: string }[] } }>(
      '{ effects(status: IN_DOUBT) { nodes { id path } } }',
    );
    const inDoubt = (path: string): string => effects.nodes.find((each) => each.path === `${canary} ${path}`)?.id ?? '';
    notes.set(IN_DOUBT, inDoubt('doubted'));
    notes.set(OPEN, notes.get('ticket open') ?? '');
    await run('mutation ($id: ID!) { settleEffect(id: $id, outcome: HAPPENED) { __typename } }', { id: inDoubt('settled') });
    await run('mutation ($input: ChangeTicketInput!) { changeTicket(input: $input) { __typename } }', {
      input: { id: notes.get('ticket closed'), status: 'DONE', note: `${canary} is done` },
    });
    for (const [name, path] of [
      ['kept', 'mcp'],
      ['doomed', 'nowhere'],
    ])
      await run('mutation ($input: SaveMcpServerInput!) { saveMcpServer(input: $input) { __typename } }', {
        input: { name: `${canary.toLowerCase()}-${name}`, url: `${url}/${path}`, token, allowedTools: [canary] },
      });
    for (const name of ['kept', 'doomed'])
      await run('mutation ($input: SaveToolHostInput!) { saveToolHost(input: $input) { __typename } }', {
        input: { host: `${canary}-${name}.example.com`, headers: [{ name: `x-${canary}`, value: canary }] },
      });
  },
  recipes: ({ canary, notes, viewer }, known) => ({
    'SaveMcpServerInput.name': [canary.toLowerCase()],
    'SaveMcpServerInput.url': ['http://127.0.0.1:9/mcp'],
    'SaveMcpServerInput.token': [canary],
    'SaveMcpServerInput.allowedTools': [['query']],
    'Mutation.askMcpServer.id': known.of('McpServer.id').slice(0, 1),
    'Mutation.removeMcpServer.id': known.of('McpServer.id').slice(1, 2),
    'Query.effects.runId': [notes.get(RUN) ?? ''],
    'Mutation.settleEffect.id': [notes.get(IN_DOUBT) ?? ''],
    'Mutation.settleEffect.outcome': ['NOT_HAPPENED'],
    'Query.ticket.id': known.of('Ticket.id'),
    'ChangeTicketInput.id': [notes.get(OPEN) ?? ''],
    'ChangeTicketInput.status': ['DROPPED'],
    'ChangeTicketInput.assigneeId': [viewer.userId],
    'ChangeTicketInput.note': [`${canary} note`],
    'SaveToolHostInput.host': [`${canary}-kept.example.com`],
    'SaveToolHostInput.headers': [[{ name: 'x-token', value: canary }]],
    'Mutation.removeToolHost.id': known.of('ToolHost.id').slice(0, 1),
  }),
};
