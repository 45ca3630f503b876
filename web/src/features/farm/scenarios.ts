import type { FarmForm } from './report.ts';

/** Stress tests to begin with. */
export const SCENARIOS = [
  {
    key: 'small',
    label: 'Small',
    scenario: { name: 'Small fleet', seed: 1, agents: { count: 10 }, workflows: { count: 12 }, faults: { rate: 0.05 } },
  },
  {
    key: 'medium',
    label: 'Medium',
    scenario: { name: 'Medium fleet', seed: 1, agents: { count: 50 }, workflows: { count: 30 }, faults: { rate: 0.2 } },
  },
  {
    key: 'large',
    label: 'Large',
    scenario: { name: 'Large fleet', seed: 1, agents: { count: 100 }, workflows: { count: 50 }, faults: { rate: 0.5 } },
  },
] as const;

function scenarioIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** On what the scenario in a text runs; a rehearsal where it says nothing. Pure. */
export function formIn(text: string): FarmForm {
  return scenarioIn(text)?.['form'] === 'EXECUTOR' ? 'EXECUTOR' : 'REHEARSAL';
}

/** The text with its scenario run on something else; as it is where it cannot be read. Pure. */
export function withForm(text: string, form: FarmForm): string {
  const scenario = scenarioIn(text);
  if (scenario === null) return text;
  const { form: _, ...rest } = scenario;
  return JSON.stringify(form === 'REHEARSAL' ? rest : { ...rest, form }, null, 2);
}
