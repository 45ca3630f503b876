import { Field, Float, InputType, Int } from 'type-graphql';
import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { RaciInput, raciFrom } from '../raci/raci.input.ts';
import type { AgentProfile } from './agent.entity.ts';
import { agentErrors } from './agent.errors.ts';
import { micros } from './money.ts';

@InputType({ description: 'How far one run of an agent may go; what is left out stays as it is.' })
export class AgentLimitsInput {
  @Field(() => Int, { nullable: true, description: 'Steps of one run, 1 to 500; 20 of a new agent.' })
  maxSteps!: number | null | undefined;

  @Field(() => Float, { nullable: true, description: 'Dollars that one run may cost; 1 of a new agent.' })
  maxCost!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: 'Tokens that one run may use; 200 000 of a new agent.' })
  maxTokens!: number | null | undefined;

  @Field(() => [String], { nullable: true, description: 'Actions, or patterns of them, that it never does, at most 200.' })
  forbidden!: string[] | null | undefined;
}

@InputType({ description: 'What is said of an agent; what is left out stays as it is.' })
export class UpdateAgentInput {
  @Field(() => String, { nullable: true, description: 'What to call it, 1 to 80 characters.' })
  name!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'What it is there for, 1 to 500 characters.' })
  purpose!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'What a model is told before it works as this agent, at most 20 000 characters.' })
  instructions!: string | null | undefined;

  @Field(() => [String], { nullable: true, description: 'Tools it may use, by name or pattern, at most 200.' })
  tools!: string[] | null | undefined;

  @Field(() => AgentLimitsInput, { nullable: true, description: 'How far one run of it may go.' })
  limits!: AgentLimitsInput | null | undefined;

  @Field(() => RaciInput, { nullable: true, description: 'Who answers for what it does.' })
  raci!: RaciInput | null | undefined;

  @Field(() => String, { nullable: true, description: 'Why it is changed; kept with the version.' })
  reason!: string | null | undefined;
}

@InputType({ description: 'An agent of the tenant’s own. It starts as an intern, with no tools but those given.' })
export class CreateAgentInput {
  @Field(() => String, { description: 'What to call it, 1 to 80 characters; no other agent may be called so.' })
  name!: string;

  @Field(() => String, { description: 'What it is there for, 1 to 500 characters.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'What a model is told before it works as this agent, at most 20 000 characters.' })
  instructions!: string | null | undefined;

  @Field(() => [String], { nullable: true, description: 'Tools it may use, by name or pattern, at most 200.' })
  tools!: string[] | null | undefined;

  @Field(() => AgentLimitsInput, { nullable: true, description: 'How far one run of it may go.' })
  limits!: AgentLimitsInput | null | undefined;

  @Field(() => RaciInput, { nullable: true, description: 'Who answers for what it does.' })
  raci!: RaciInput | null | undefined;
}

/** What was given, as it is kept; or what has to be corrected. */
export function profileFrom(input: Partial<UpdateAgentInput>): Partial<AgentProfile> | InputProblem[] {
  const { name, purpose, instructions, tools, limits, raci: given } = input;
  const raci = given == null ? undefined : raciFrom(given);
  if (typeof raci === 'string') return [inputProblem(agentErrors.AGENT_INVALID({ reason: raci }), 'raci')];
  const says: { [Name in keyof AgentProfile]: AgentProfile[Name] | null | undefined } = {
    name: name?.trim(),
    purpose: purpose?.trim(),
    instructions: instructions?.trim(),
    enabled: undefined,
    maturity: undefined,
    tools: cleaned(tools),
    maxSteps: limits?.maxSteps,
    maxCostMicros: limits?.maxCost == null ? undefined : micros(limits.maxCost),
    maxTokens: limits?.maxTokens,
    forbidden: cleaned(limits?.forbidden),
    raci,
  };
  return Object.fromEntries(Object.entries(says).filter(([, value]) => value !== null && value !== undefined)) as Partial<AgentProfile>;
}

const cleaned = (texts: readonly string[] | null | undefined): string[] | undefined =>
  texts == null ? undefined : [...new Set(texts.map((each) => each.trim()).filter((each) => each !== ''))];
