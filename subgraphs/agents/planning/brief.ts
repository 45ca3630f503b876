import type { AgentStanding } from '../governance/governor.ts';
import type { Json } from '../workflows/json.ts';
import { json } from '../workflows/json-schema.ts';
import { toolsForPlans, type Planner } from './check-plan.ts';

const MAX_TOOLS = 60;
const MAX_SCHEMA_CHARACTERS = 1_500;
const MAX_CHARACTERS = 40_000;

/** How workflows are written, for whoever has never seen one. */
const FORMAT = `A workflow is {name, title, description, input, steps, onFailure}. name is "plan-" and lower case words with hyphens. input is {} or
{<name>: {type: STRING|NUMBER|BOOLEAN|JSON, description, required, default}}. onFailure is STOP, or COMPENSATE to undo what was done.
Every step has id (lower case, hyphens), title, kind, dependsOn (ids of steps of the same list that come before), and may have when (a condition) and
onError (FAIL or SKIP). Kinds: TOOL {tool, input}; MODEL {instructions, text, form (JSON Schema), maxTokens, withoutModel};
APPROVAL {intent, evidence, payload}, whose output is {decision, comment, payload}; WAIT {forMs};
MAP {over, maxItems, steps}, whose steps see item; REPEAT {until, maxRounds, steps}; PARALLEL {branches: [{id, steps}]};
CONDITION {if, then, else}, which name steps that depend on it. Texts may hold paths: "{{steps.<id>.output.<path>}}", "{{input.<name>}}"; only of steps
that dependsOn names. A path that may lead nowhere ends with ?. Conditions: {left, is: EQ|NE|GT|GTE|LT|LTE|CONTAINS|IN, right}, {exists: "steps.…"},
{all: […]}, {any: […]}, {not: …}.`;

/** What somebody who plans for an agent needs to know: the format, the tools, the limits. @param playbook what there is without a plan */
export function briefOf(planner: Planner & { agent: Pick<AgentStanding, 'instructions'> }, playbook: string | null): Json {
  const { agent } = planner;
  const tools: Json[] = [];
  let characters = 0;
  for (const { name, description, complexity, schema } of toolsForPlans(planner).slice(0, MAX_TOOLS)) {
    const input = JSON.stringify(schema).length <= MAX_SCHEMA_CHARACTERS ? json.parse(schema) : null;
    const tool = { name, description, complexity, input };
    characters += JSON.stringify(tool).length;
    if (characters > MAX_CHARACTERS) break;
    tools.push(tool);
  }
  return { agent: agent.name, instructions: agent.instructions, playbook, format: FORMAT, maxSteps: agent.limits.maxSteps, tools };
}
