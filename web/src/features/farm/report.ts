/** On the real executor, with processes that are killed; or rehearsed in one process, in seconds. */
export type FarmForm = 'EXECUTOR' | 'REHEARSAL';
export const FARM_FORMS: readonly FarmForm[] = ['REHEARSAL', 'EXECUTOR'];

/** What a stress test came to, as far as it is known here. */
export interface FarmReport {
  /** On what it ran; null of reports from before that was said. */
  form: FarmForm | null;
  runs: { total: number; succeeded: number; failed: number; stuck: number; different: number };
  approvals: number;
  costMicros: number;
  workersLost: number;
  faults: readonly { kind: string; scheduled: number; tookEffect: number; survived: number }[];
  broken: readonly {
    workflow: string;
    shape: string;
    agent: string;
    problem: string;
    faults: readonly string[];
    differences: readonly string[];
  }[];
}

type Raw = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The report of a stress test; null while there is none. What it does not say is nothing. Pure. */
export function reportOf(value: unknown): FarmReport | null {
  if (typeof value !== 'object' || value === null) return null;
  const raw = recordOf(value);
  const runs = recordOf(raw['runs']);
  return {
    form: FARM_FORMS.find((each) => each === raw['form']) ?? null,
    runs: {
      total: numberOf(runs['total']),
      succeeded: numberOf(runs['succeeded']),
      failed: numberOf(runs['failed']),
      stuck: numberOf(runs['stuck']),
      different: numberOf(runs['different']),
    },
    approvals: numberOf(raw['approvals']),
    costMicros: numberOf(raw['costMicros']),
    workersLost: numberOf(raw['workersLost']),
    faults: listOf(raw['faults']).map((each) => {
      const { kind, scheduled, tookEffect, survived } = recordOf(each);
      return { kind: textOf(kind), scheduled: numberOf(scheduled), tookEffect: numberOf(tookEffect), survived: numberOf(survived) };
    }),
    broken: listOf(raw['broken']).map((each) => {
      const { workflow, shape, agent, problem, faults, differences } = recordOf(each);
      return {
        workflow: textOf(workflow),
        shape: textOf(shape),
        agent: textOf(agent),
        problem: textOf(problem),
        faults: listOf(faults).map(textOf),
        differences: listOf(differences).map(textOf),
      };
    }),
  };
}
