/** Name of the one durable workflow that carries out all workflows of agents. */
export const AGENT_WORKFLOW = 'agents.workflow';
