import type { GraphQLError } from 'graphql';
import type { EngineRequest } from './engine.ts';
import { addFault } from './failures/faults.ts';
import type { DeferringOperation } from './compile-operation.ts';
import { dataOf, refused, type EngineReply } from './reply.ts';
import { writePart } from './response/compile-response.ts';
import type { Part } from './response/pass.ts';
import type { ResponseData } from './response/response-data.ts';
import { startRun } from './run-operation.ts';
import { Later } from './steps/later.ts';
import type { Run } from './steps/run.ts';
import type { Supergraph } from './supergraph.ts';

/** A response in parts: what is not deferred, then the rest as it becomes ready. */
export interface IncrementalReply {
  initial: EngineReply;
  /** Parts that are still to come. */
  pending: readonly PendingPart[];
  deliveries: AsyncIterableIterator<Delivery>;
}

export interface PendingPart {
  id: string;
  /** The caller's label; null when it gave none. */
  label: string | null;
  /** Where it belongs. */
  path: readonly (string | number)[];
}

export interface Delivery {
  /** Parts of these parts that are still to come. */
  pending: readonly PendingPart[];
  parts: readonly { part: PendingPart; data: ResponseData | null; errors: readonly GraphQLError[] }[];
  hasNext: boolean;
}

/** Carries out an operation of which something is deferred. Nothing is, when every `if` says no: then it is one plain reply. */
export async function runInParts(
  supergraph: Supergraph,
  compiled: DeferringOperation,
  request: EngineRequest,
): Promise<EngineReply | IncrementalReply> {
  const later = new Later();
  const run = startRun(supergraph, compiled, request, later);
  if ('refusals' in run) return { data: undefined, errors: run.refusals };
  const pending = compiled.step?.(run, [run.data]);
  if (pending !== undefined) await pending;
  const parts: Part[] = [];
  const text = compiled.respond(run, (error, path) => addFault(run.errors, error, path), parts);
  const initial = { data: dataOf(text), errors: run.errors };
  if (parts.length === 0) return initial;
  const open = new OpenParts(compiled, run, later, parts);
  return { initial, pending: open.announce(), deliveries: open.deliveries() };
}

interface ReadyPart {
  part: Part;
  pending: PendingPart;
  errors: GraphQLError[];
}

/** The parts of one response that are still to come. */
class OpenParts {
  private readonly compiled: DeferringOperation;
  private readonly run: Run;
  private readonly later: Later;
  private readonly fresh: Part[];
  private open: { part: Part; pending: PendingPart }[] = [];
  private announced = 0;

  constructor(compiled: DeferringOperation, run: Run, later: Later, parts: Part[]) {
    this.compiled = compiled;
    this.run = run;
    this.later = later;
    this.fresh = parts;
  }

  /** Gives the parts that were come by since the last time their ids. */
  announce(): PendingPart[] {
    const parts = this.fresh.splice(0).map((part) => {
      const label = this.compiled.labels.get(part.label) ?? null;
      return { part, pending: { id: String(this.announced++), label, path: part.path } };
    });
    this.open.push(...parts);
    return parts.map(({ pending }) => pending);
  }

  async *deliveries(): AsyncIterableIterator<Delivery> {
    while (this.open.length > 0) {
      const ready = this.takeReady();
      if (ready.length === 0) {
        await this.later.next();
        continue;
      }
      const parts = ready.map((one) => this.written(one));
      const pending = this.announce();
      yield { pending, parts, hasNext: this.open.length > 0 };
    }
  }

  private written({ part, pending, errors }: ReadyPart): Delivery['parts'][number] {
    try {
      const text = writePart(part, this.run.absent, (error, path) => addFault(errors, error, path), this.fresh);
      return { part: pending, data: dataOf(text), errors };
    } catch (error) {
      return { part: pending, data: null, errors: refused(error).errors };
    }
  }

  private takeReady(): ReadyPart[] {
    const all = this.open;
    const ready = Map.groupBy(all, ({ part }) => part.label);
    const taken = [...ready].flatMap(([label, members]) => {
      const errors = this.errorsOf(label);
      return errors === null ? [] : members.map((member, index) => ({ ...member, errors: errorsAt(errors, member.part, index === 0) }));
    });
    const gone = new Set(taken.map(({ pending }) => pending));
    this.open = all.filter(({ pending }) => !gone.has(pending));
    return taken;
  }

  /** Null: not ready. What the plan knows nothing of was fetched with something else. */
  private errorsOf(label: string): GraphQLError[] | null {
    return this.later.take(label) ?? (this.compiled.planned.has(label) && this.later.pending ? null : []);
  }
}

/** The errors below a part's place; the first of equal parts has those that are at none. */
function errorsAt(errors: GraphQLError[], { path }: Part, isFirst: boolean): GraphQLError[] {
  const below = errors.filter((error) => path.every((element, index) => error.path?.[index] === element));
  const elsewhere = isFirst ? errors.filter((error) => error.path === undefined) : [];
  return [...new Set([...below, ...elsewhere])];
}
