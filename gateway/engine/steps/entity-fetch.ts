import type { GraphQLFormattedError } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import { reportErrors, reportFailure } from '../failures/report.ts';
import { Batch, type Representing } from './batch.ts';
import { ask, variablesOf, type Fetch } from './fetch.ts';
import { askUnknown, type Answered } from './known-answers.ts';
import { copyOf, merge } from './merge.ts';
import { whenAll } from './order.ts';
import { visitAt, type Segment } from './path.ts';
import type { Rewrite } from './rewrites.ts';
import { isEntity, type Entity, type Run, type Step } from './run.ts';

/** What a subgraph said of entities, in the order they were asked for; null: it does not know it. */
export interface Answers {
  entities: readonly (Entity | null)[];
  errors: readonly GraphQLFormattedError[];
}

/** A fetch of what one subgraph knows of entities that others have named. */
export interface EntityFetch extends Fetch, Representing {
  /** From the step's cursor to the entities. */
  way: readonly Segment[];
  /** Fetches of the same class ask the same of an entity, so that one may use what another was told; null: there is no other, or it may not. */
  kin: number | null;
  isObjectType: (typename: string) => boolean;
}

/** Flatten and fetch in one step. */
export function compileEntityFetch(fetch: EntityFetch): Step {
  return (run, cursor) => {
    const batch = new Batch(fetch, run);
    visitAt(cursor, fetch.way, run.shared.size > 0, (object, holder, key) => batch.add(object, holder, key));
    return fetchBatch(run, fetch, batch, null);
  };
}

/** Fetches what the subgraph knows of the entities of a batch. @param context variables that are not the caller's */
export function fetchBatch(run: Run, fetch: EntityFetch, batch: Batch, context: Entity | null): Promise<void> | undefined {
  const { kin } = fetch;
  if (batch.representations.length === 0) return undefined;
  if (kin === null) return settle(run, fetch, batch, askEntities(run, fetch, batch.representations, batch.firsts, context), null);
  let known = run.known.get(kin);
  if (known === undefined) run.known.set(kin, (known = new Map()));
  const replies = askUnknown(batch, known, (representations, firsts) => askEntities(run, fetch, representations, firsts, context));
  return whenAll([...replies].map(([reply, answered]) => settle(run, fetch, batch, reply, answered)));
}

function settle(run: Run, fetch: EntityFetch, batch: Batch, reply: Promise<Answers>, answered: Answered | null): Promise<void> {
  return reply.then(
    (answers) => take(run, fetch, batch, answers, answered),
    (error: unknown) => reportFailure(run, fetch, error, objectsOf(batch, answered)),
  );
}

function askEntities(
  run: Run,
  fetch: EntityFetch,
  representations: Entity[],
  firsts: readonly Entity[],
  context: Entity | null,
): Promise<Answers> {
  const variables = variablesOf(fetch, run);
  if (context !== null) Object.assign(variables, context);
  variables['representations'] = representations;
  return ask(fetch, variables, run).then(({ data, errors }) => {
    const entities = data?.['_entities'];
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      if (errors.length === 0) throw engineErrors.SUBGRAPH_REPLY_INVALID({ subgraph: fetch.source.name });
      return { entities: [], errors };
    }
    if (fetch.rewrite !== null) rewriteAll(fetch.rewrite, entities, firsts);
    return { entities: entities as (Entity | null)[], errors };
  });
}

/** The planner's rewrites ask for types, which are those of the objects that the answers are about. */
function rewriteAll(rewrite: Rewrite, entities: readonly unknown[], firsts: readonly Entity[]): void {
  for (const [index, entity] of entities.entries()) {
    if (!isEntity(entity)) continue;
    entity['__typename'] ??= firsts[index]?.['__typename'];
    rewrite(entity);
  }
}

function take(run: Run, fetch: EntityFetch, batch: Batch, { entities, errors }: Answers, answered: Answered | null): void {
  if (errors.length > 0) reportErrors(run, fetch, errors, objectsBy(batch, answered));
  if (answered === null) for (let at = 0; at < entities.length; at++) give(run, fetch, batch, at, entities[at]);
  // Others are given the same answer, and what is merged into it below them may be something else.
  else for (const { at, index } of answered) give(run, fetch, batch, at, copyOf(entities[index]));
}

function give(run: Run, fetch: EntityFetch, batch: Batch, at: number, entity: unknown): void {
  const first = batch.firsts[at];
  if (first === undefined) return;
  if (!isEntity(entity)) {
    for (const object of objectsAt(batch, at)) run.absent.add(object);
    return;
  }
  keepType(fetch, first, entity);
  merge(first, entity);
  for (const other of batch.others[at] ?? []) merge(other, fetch.sharing ? entity : copyOf(entity));
}

/** A subgraph that knows an interface as one object says the interface's name for the type; whoever knows better, keeps it. */
function keepType(fetch: EntityFetch, known: Entity, entity: Entity): void {
  const before = known['__typename'];
  const after = entity['__typename'];
  if (typeof before === 'string' && typeof after === 'string' && before !== after && !fetch.isObjectType(after))
    entity['__typename'] = before;
}

function objectsOf(batch: Batch, answered: Answered | null): Entity[] {
  const indexes = answered === null ? batch.firsts.keys() : answered.map(({ at }) => at);
  return [...indexes].flatMap((at) => objectsAt(batch, at));
}

/** By index in the reply: the objects that stand for it. */
function objectsBy(batch: Batch, answered: Answered | null): (index: number) => Entity[] {
  if (answered === null) return (index) => objectsAt(batch, index);
  const places = new Map(answered.map(({ at, index }) => [index, at]));
  return (index) => objectsAt(batch, places.get(index) ?? -1);
}

function objectsAt(batch: Batch, at: number): Entity[] {
  const first = batch.firsts[at];
  return first === undefined ? [] : [first, ...(batch.others[at] ?? [])];
}
