import type { Feature } from '../../kernel/federation/feature.ts';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { McpServerResolver } from '../mcp/mcp-server.resolver.ts';
import { McpServerService } from '../mcp/mcp-server.service.ts';
import { mcpToolSource } from '../mcp/mcp-tool-source.ts';
import { agentsSealed } from '../sealed-columns.ts';
import type { RunService } from '../run/run.service.ts';
import { AgentToolResolver } from './catalogue/agent-tool.resolver.ts';
import type { Effects } from './effects.ts';
import { EffectLedger } from './effects/effect-ledger.ts';
import { EffectResolver } from './effects/effect.resolver.ts';
import { EffectService } from './effects/effect.service.ts';
import { onceIn } from './effects/once.ts';
import { assignOwnerTool } from './graph/assign-owner.ts';
import { graphTools } from './graph/graph-tools.ts';
import { proposeMappingTool } from './graph/propose-mapping.ts';
import { httpTools } from './hosts/http-tools.ts';
import { ToolHostResolver } from './hosts/tool-host.resolver.ts';
import { ToolHostService } from './hosts/tool-host.service.ts';
import { waysOut } from './hosts/ways-out.ts';
import { askInsightsTool } from './talk/ask-insights.ts';
import { askPersonTool } from './talk/ask-person.ts';
import { notifyTool } from './talk/notify.ts';
import { throughDoor, type AskDoor } from './through-door.ts';
import { openTicketTool } from './tickets/open-ticket.ts';
import { TicketResolver } from './tickets/ticket.resolver.ts';
import { TicketService } from './tickets/ticket.service.ts';
import type { Tool, Tools } from './tool.ts';
import { createTools } from './tools.ts';

export interface ToolsFeature {
  tools: Tools;
  effects: Effects;
  /** The way of tools into the graph. */
  ask: AskDoor;
  feature: Feature;
}

/** @param more tools of other features */
export function createToolsFeature(
  system: System,
  services: { agents: AgentService; runs: RunService },
  more: (ask: AskDoor) => readonly Tool[] = () => [],
): ToolsFeature {
  const { database, clock, door } = system;
  const effects = new EffectLedger(clock);
  const tickets = new TicketService(system);
  const once = onceIn(database, effects);
  const ask = throughDoor({ door, actions: () => system.actions });
  const hosts = new ToolHostService(system);
  const wayTo = waysOut(ask, hosts);
  const servers = new McpServerService(system);
  const own = [
    askInsightsTool(ask),
    askPersonTool(),
    proposeMappingTool(ask),
    assignOwnerTool(ask),
    notifyTool(once),
    openTicketTool(once, tickets),
  ];
  const tools = createTools(
    [...graphTools(ask), ...httpTools({ hosts, rules: outboundRules(system), wayTo }), ...own, ...more(ask)],
    [mcpToolSource(servers, wayTo)],
  );
  const feature: Feature = {
    resolvers: [
      new AgentToolResolver(tools),
      new EffectResolver({ effects: new EffectService(system), dataAccess: system.dataAccess, ...services }),
      new TicketResolver({ tickets, ...services }),
      new ToolHostResolver(hosts),
      new McpServerResolver(servers),
    ],
    sealed: agentsSealed,
  };
  return { tools, effects, ask, feature };
}
