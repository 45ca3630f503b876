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
