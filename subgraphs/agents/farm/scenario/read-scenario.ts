import { z } from 'zod';
import { draw, pick } from '../draw.ts';
import {
  FAULTS,
  FORMS,
  RELIABILITY,
  SHAPES,
  TIERS,
  TOOLS,
  type FarmAgent,
  type FarmForm,
  type FarmWorkflow,
  type Reliability,
  type Scenario,
  type Tier,
} from './scenario.ts';

/** What is wrong with a scenario, and where. */
export interface ScenarioProblem {
  path: string;
  message: string;
}
export type ReadScenario = { kind: 'READ'; scenario: Scenario } | { kind: 'FAULTY'; problems: readonly ScenarioProblem[] };

/** Beside its pilots, a company has no more. */
const MAX_AGENTS = 190;
const MAX_WORKFLOWS = 200;
const ID = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/u, 'Lower case letters, digits and hyphens, beginning with a letter.');

/** One of a few names; what else is written is told together with what could be. */
function named<const T extends readonly [string, ...string[]]>(what: string, names: T) {
  return z.enum(names, {
    error: ({ input }) => `There is no ${what} ${JSON.stringify(input) ?? 'of no name'}; there are ${names.join(', ')}.`,
  });
}

const reliability = named('reliability', Object.keys(RELIABILITY) as [Reliability, ...Reliability[]]);
const tier = named('tier', Object.keys(TIERS) as [Tier, ...Tier[]]);
const shape = named('workflow shape', SHAPES);
const tool = named('tool', TOOLS);
const fault = named('fault', FAULTS);
const form = named('form', FORMS);
const size = z.int().min(2).max(40);

const scenarioSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  form: form.optional(),
  agents: z.union([
    z.strictObject({ count: z.int().min(1).max(MAX_AGENTS) }),
    z
      .array(z.strictObject({ id: ID, reliability: reliability.default('USUAL'), tier: tier.default('STANDARD') }))
      .min(1)
      .max(MAX_AGENTS),
  ]),
  workflows: z.union([
    z.strictObject({
      count: z.int().min(1).max(MAX_WORKFLOWS),
      shapes: z
        .array(shape)
        .min(1)
        .default([...SHAPES]),
      size: size.default(6),
    }),
    z
      .array(
        z.strictObject({
          id: ID,
          shape,
          size: size.default(6),
          agent: ID.optional(),
          tools: z
            .array(tool)
            .min(1)
            .max(TOOLS.length)
            .default([...TOOLS]),
        }),
      )
      .min(1)
      .max(MAX_WORKFLOWS),
  ]),
  faults: z
    .strictObject({
      rate: z.number().min(0).max(1),
      kinds: z
        .array(fault)
        .min(1)
        .default([...FAULTS]),
    })
    .default({ rate: 0, kinds: [...FAULTS] }),
});
type Written = z.infer<typeof scenarioSchema>;

/** Reads a scenario from what was parsed of its JSON, and writes out who and what was only counted. @param usual what it runs on when it does not say */
export function readScenario(document: unknown, usual: FarmForm = 'REHEARSAL'): ReadScenario {
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) return { kind: 'FAULTY', problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, [])) };
  const agents = agentsOf(parsed.data);
  const workflows = workflowsOf(parsed.data, agents);
  const problems = [...doubles('agents', agents), ...doubles('workflows', workflows), ...strangers(workflows, agents)];
  const { name, seed, form = usual, faults } = parsed.data;
  return problems.length > 0 ? { kind: 'FAULTY', problems } : { kind: 'READ', scenario: { name, seed, form, agents, workflows, faults } };
}

function agentsOf({ agents, seed }: Written): readonly FarmAgent[] {
  if (Array.isArray(agents)) return agents;
  return Array.from({ length: agents.count }, (_none, at) => ({
    id: `agent-${at + 1}`,
    reliability: pick(['STEADY', 'USUAL', 'USUAL', 'SHAKY'], draw(seed, 'reliability', at)),
    tier: pick(['ECONOMY', 'STANDARD', 'STANDARD', 'PREMIUM'], draw(seed, 'tier', at)),
  }));
}

function workflowsOf({ workflows, seed }: Written, agents: readonly FarmAgent[]): readonly FarmWorkflow[] {
  const agentOf = (id: string): string => agents[Math.floor(draw(seed, 'agent', id) * agents.length)]?.id ?? '';
  if (Array.isArray(workflows)) return workflows.map(({ agent, ...workflow }) => ({ ...workflow, agent: agent ?? agentOf(workflow.id) }));
  return Array.from({ length: workflows.count }, (_none, at) => {
    const id = `workflow-${at + 1}`;
    return {
      id,
      shape: workflows.shapes[at % workflows.shapes.length] ?? 'LINEAR',
      size: workflows.size,
      agent: agentOf(id),
      tools: TOOLS,
    };
  });
}

function doubles(of: string, list: readonly { id: string }[]): readonly ScenarioProblem[] {
  const ids = list.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: `${of}[${at}].id`, message: `Another of them is called ${id} as well.` }],
  );
}

function strangers(workflows: readonly FarmWorkflow[], agents: readonly FarmAgent[]): readonly ScenarioProblem[] {
  const known = new Set(agents.map(({ id }) => id));
  return workflows.flatMap(({ agent }, at) =>
    known.has(agent) ? [] : [{ path: `workflows[${at}].agent`, message: `There is no agent ${agent} in this scenario.` }],
  );
}

function problemsOf(issue: z.core.$ZodIssue, around: readonly PropertyKey[]): readonly ScenarioProblem[] {
  const path = [...around, ...issue.path];
  // Of a count or a list, what is wrong with the one that was meant.
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((issues) => !issues.some(({ path: inner, code }) => inner.length === 0 && code === 'invalid_type'));
    if (meant !== undefined) return meant.flatMap((inner) => problemsOf(inner, path));
  }
  const text = path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`)).join('');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: text, message: `“${key}” means nothing here.` }));
  return [{ path: text, message: issue.message }];
}
