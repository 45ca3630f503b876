/** What a step of a workflow is, as far as it can be drawn. */
export interface ShapedStep {
  /** Unique within its list. */
  id: string;
  /** Unique within the workflow: `outer.inner`. */
  path: string;
  kind: string;
  title: string;
  dependsOn: readonly string[];
  /** The tool, the other workflow, or what else it is about; empty when nothing is said. */
  about: string;
  /** Steps within it: of a map or a repeat one list, of parallel branches one each. */
  inner: readonly (readonly ShapedStep[])[];
  /** Steps that a condition leads to, by how it turns out. */
  leads: { yes: readonly string[]; no: readonly string[] };
  /** Everything that is said of it but its inner steps, for comparing. */
  said: Readonly<Record<string, unknown>>;
}

/** A workflow as far as it can be drawn and compared. */
export interface Shape {
  name: string;
  title: string;
  description: string;
  steps: readonly ShapedStep[];
  /** Everything that is said of it but its steps. */
  said: Readonly<Record<string, unknown>>;
}

type Raw = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const namesOf = (value: unknown): readonly string[] => listOf(value).filter((each) => typeof each === 'string');

/** Deeper than this nothing is drawn; the server refuses it anyway. */
const DEEPEST = 8;

function aboutOf(step: Raw): string {
  const { tool, workflow, kind, maxRounds, join } = step;
  if (typeof tool === 'string') return tool;
  if (typeof workflow === 'string') return workflow;
  if (kind === 'REPEAT' && typeof maxRounds === 'number') return `at most ${maxRounds} rounds`;
  if (kind === 'PARALLEL' && typeof join === 'string') return join === 'ANY' ? 'the first that succeeds' : 'all branches';
  return '';
}

function stepOf(value: unknown, above: string, depth: number): ShapedStep[] {
  if (!isRecord(value) || textOf(value['id']) === '' || depth > DEEPEST) return [];
  const { steps, branches, ...said } = value;
  const id = textOf(value['id']);
  const path = `${above}${id}`;
  const within = (list: unknown, prefix: string) => listOf(list).flatMap((each) => stepOf(each, prefix, depth + 1));
  const sides = listOf(branches).flatMap((branch) =>
    isRecord(branch) ? [within(branch['steps'], `${path}.${textOf(branch['id'])}.`)] : [],
  );
  const own = within(steps, `${path}.`);
  return [
    {
      id,
      path,
      kind: textOf(value['kind']).toUpperCase() || 'TOOL',
      title: textOf(value['title']) || id,
      dependsOn: namesOf(value['dependsOn']),
      about: aboutOf(value),
      inner: [...(own.length > 0 ? [own] : []), ...sides],
      leads: { yes: namesOf(value['then']), no: namesOf(value['else']) },
      said,
    },
  ];
}

/** What can be drawn of a definition, however unfinished it is; null when it is none. Pure. */
export function shapeOf(value: unknown): Shape | null {
  if (!isRecord(value)) return null;
  const { steps, ...said } = value;
  return {
    name: textOf(value['name']),
    title: textOf(value['title']) || textOf(value['name']),
    description: textOf(value['description']),
    steps: listOf(steps).flatMap((each) => stepOf(each, '', 1)),
    said,
  };
}

/** All steps, outer before inner. */
export function allSteps(steps: readonly ShapedStep[]): readonly ShapedStep[] {
  return steps.flatMap((step) => [step, ...step.inner.flatMap((list) => allSteps(list))]);
}
