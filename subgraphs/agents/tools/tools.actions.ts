import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const toolsActions = defineActions({
  'tools.read': {
    description: 'reading what agents can do, and the tickets they opened',
    audience: MEMBERS,
    covers: [
      'Query.tools',
      'AgentTool',
      'AgentToolConnection',
      'AgentToolEdge',
      'Query.tickets',
      'Query.ticket',
      'Ticket',
      'TicketLink',
      'TicketConnection',
      'TicketEdge',
    ],
  },
  'tickets.change': {
    description: 'assigning and closing tickets',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.changeTicket', 'TicketChanged'],
  },
  'tool-hosts.manage': {
    description: 'deciding what agents may call outside',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Query.toolHosts',
      'ToolHost',
      'ToolHostConnection',
      'ToolHostEdge',
      'Mutation.saveToolHost',
      'ToolHostSaved',
      'Mutation.removeToolHost',
      'Query.mcpServers',
      'McpServer',
      'McpServerConnection',
      'McpServerEdge',
      'Mutation.saveMcpServer',
      'McpServerSaved',
      'Mutation.askMcpServer',
      'Mutation.removeMcpServer',
    ],
  },
  'effects.read': {
    description: 'reading what agents did with their tools',
    audience: OPERATORS,
    covers: ['Query.effects', 'Effect', 'EffectConnection', 'EffectEdge'],
  },
  'effects.settle': {
    description: 'saying what became of what an agent did',
    audience: OPERATORS,
    covers: ['Mutation.settleEffect', 'EffectSettled'],
  },
});
