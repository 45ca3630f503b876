import type { StepDefinition, Workflow } from './workflow.ts';

/** The workflows this process knows, by name. */
export class WorkflowRegistry {
  readonly #byName = new Map<string, Workflow>();

  /** @throws Error when a name is taken, or a workflow has no step or two of one name */
  add(workflow: Workflow): void {
    if (this.#byName.has(workflow.name)) throw new Error(`two workflows are called ${workflow.name}`);
    const names = new Set(workflow.steps.map(({ name }) => name));
    if (names.size === 0 || names.size !== workflow.steps.length)
      throw new Error(`${workflow.name} needs steps, each with a name of its own`);
    this.#byName.set(workflow.name, workflow);
  }

  get(name: string): Workflow | null {
    return this.#byName.get(name) ?? null;
  }

  step(workflow: string, step: string): StepDefinition | null {
    return this.get(workflow)?.steps.find(({ name }) => name === step) ?? null;
  }
}
