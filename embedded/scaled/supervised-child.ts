import { spawn, type ChildProcess } from 'node:child_process';
import { nextChildState, type ChildCommand, type ChildEvent, type ChildState } from './child-state.ts';

/** How long a process that was told to stop may take, before it is ended. */
const STOP_PATIENCE_MS = 20_000;

/** One process to be kept running. */
export interface ProcessPlan {
  /** Unique among them: `gateway-1`. */
  name: string;
  args: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Where it answers for its health. */
  origin: string;
}

/** Keeps a process running until it is told to stop: another one is started when it dies. */
export class SupervisedChild {
  readonly plan: ProcessPlan;
  private readonly options: { program: string; write: (line: string) => void; restarted: (how: string) => void };
  private state: ChildState = { kind: 'RUNNING', startedAt: performance.now(), failures: 0 };
  private child: ChildProcess | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly ended = Promise.withResolvers<void>();

  constructor(plan: ProcessPlan, options: SupervisedChild['options']) {
    this.plan = plan;
    this.options = options;
    this.spawn();
  }

  /** Deaths in a row. */
  get failures(): number {
    return 'failures' in this.state ? this.state.failures : 0;
  }

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Resolves when it has ended; what takes longer than 20 s is killed. */
  async stop(): Promise<void> {
    this.handle({ kind: 'STOP' });
    const force = setTimeout(() => this.child?.kill('SIGKILL'), STOP_PATIENCE_MS);
    await this.ended.promise.finally(() => clearTimeout(force));
  }

  private handle(event: ChildEvent): void {
    const [state, commands] = nextChildState(this.state, event);
    this.state = state;
    for (const command of commands) this.run(command);
    if (state.kind === 'ENDED') this.ended.resolve();
  }

  private run(command: ChildCommand): void {
    switch (command.kind) {
      case 'SPAWN':
        this.spawn();
        return;
      case 'PAUSE':
        this.timer = setTimeout(() => this.handle({ kind: 'PAUSE_OVER', at: performance.now() }), command.ms);
        return;
      case 'TERMINATE':
        this.child?.kill('SIGTERM');
    }
  }

  private spawn(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    const { program, write, restarted } = this.options;
    // Over the channel a child notices that we are gone, and stops as well.
    const child = spawn(process.execPath, [program, ...this.plan.args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: this.plan.environment,
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write);
    let over = false;
    const exited = (how: string): void => {
      if (over) return;
      over = true;
      if (this.state.kind === 'RUNNING') restarted(how);
      this.handle({ kind: 'EXITED', at: performance.now() });
    };
    child.once('error', (error) => exited(error.message));
    child.once('exit', (code, signal) => exited(signal ?? `exit code ${code}`));
  }
}
