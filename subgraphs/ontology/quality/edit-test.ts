import { randomUUID } from 'node:crypto';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { keyOf } from '../model/names.ts';
import { isUuid } from '../uuids.ts';
import { DataTestRow, type DataTestKind } from './quality.entity.ts';
import { qualityErrors } from './quality.errors.ts';
import { bindTest } from './test-sql.ts';
import { MAX_TESTS } from './tests.service.ts';

/** A test as a person wants it; `id` null: a new one. */
export interface WantedTest {
  readonly id: string | null;
  readonly entityType: string;
  readonly kind: DataTestKind;
  readonly attribute: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly maxAgeHours: number | null;
  readonly tolerance: number | null;
  readonly severity: 'WARNING' | 'CRITICAL' | null;
  readonly enabled: boolean | null;
}

const MAX_AGE_HOURS = 24 * 366 * 5;

type Saved = { readonly kind: 'saved'; readonly test: DataTestRow } | { readonly kind: 'refused'; readonly problems: InputProblem[] };

/** Keeps a test as a person wants it, or says what is wrong with it. */
export async function saveTest(system: System, { tenantId, userId }: UserViewer, model: SemanticModel, wanted: WantedTest): Promise<Saved> {
  const entity = model.entities.find(({ name }) => name === wanted.entityType);
  if (entity === undefined) return refused(qualityErrors.TEST_WITHOUT_TYPE({ name: wanted.entityType }), 'entityType');
  const part = [...entity.attributes, ...entity.relations].find(({ name }) => name === wanted.attribute);
  const attribute = part === undefined ? wanted.attribute : keyOf(part);
  const rule = { ...wanted, attribute, tolerance: wanted.tolerance ?? 0 };
  const fault = faultOf(rule, entity, system.clock());
  if (fault !== null) return refused(qualityErrors.TEST_UNFIT({ reason: fault.reason }), fault.field);
  return system.database.unitOfWork(tenantId, async ({ em }): Promise<Saved> => {
    const known = wanted.id !== null && isUuid(wanted.id) ? await em.findOne(DataTestRow, { tenantId, id: wanted.id }) : null;
    if (wanted.id !== null && known === null) return refused(qualityErrors.TEST_NOT_FOUND({}), 'id');
    if (known === null && (await em.count(DataTestRow, { tenantId, entityName: keyOf(entity) })) >= MAX_TESTS)
      return refused(qualityErrors.TEST_UNFIT({ reason: `An entity type has ${MAX_TESTS} tests at most.` }), 'entityType');
    const rest = {
      entityName: keyOf(entity), kind: wanted.kind, attribute, minimum: wanted.minimum, maximum: wanted.maximum,
      maxAgeHours: wanted.maxAgeHours, tolerance: rule.tolerance, severity: wanted.severity ?? known?.severity ?? 'WARNING',
      enabled: wanted.enabled ?? known?.enabled ?? true, status: 'UNKNOWN' as const, checked: 0, failing: 0, lastRunAt: null, failingSince: null, origin: 'PERSON' as const,
    }; // prettier-ignore
    const test = known ?? em.create(DataTestRow, { id: randomUUID(), tenantId, createdAt: system.clock(), createdBy: userId, ...rest });
    Object.assign(test, rest);
    await em.persist(test).flush();
    return { kind: 'saved', test };
  });
}

/** Takes a test away; one that was proposed is switched off, so that it is not proposed again. @returns the type it was of; null when there is none */
export function removeTest(system: System, { tenantId }: UserViewer, id: string): Promise<string | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return system.database.unitOfWork(tenantId, async ({ em }) => {
    const test = await em.findOne(DataTestRow, { tenantId, id });
    if (test === null) return null;
    if (test.origin === 'PROPOSED') test.enabled = false;
    else em.remove(test);
    await em.flush();
    return test.entityName;
  });
}

function faultOf(rule: WantedTest & { tolerance: number }, entity: ModelEntity, now: Date): { reason: string; field: string } | null {
  if (!(rule.tolerance >= 0 && rule.tolerance < 1))
    return { reason: 'The tolerance is a share from 0 to less than 1.', field: 'tolerance' };
  if (rule.maxAgeHours !== null && (rule.maxAgeHours < 1 || rule.maxAgeHours > MAX_AGE_HOURS))
    return { reason: 'An age is at least one hour.', field: 'maxAgeHours' };
  const known = rule.attribute === null || [...entity.attributes, ...entity.relations].some((each) => keyOf(each) === rule.attribute);
  if (!known) return { reason: `${entity.label} has no attribute or relation “${rule.attribute ?? ''}”.`, field: 'attribute' };
  if (bindTest(rule, entity, now) !== null) return null;
  const needs: Record<DataTestKind, string> = {
    UNIQUE: 'It needs an attribute.',
    REQUIRED: 'It needs an attribute or a relation.',
    REFERENTIAL: 'It needs a relation.',
    RANGE: 'It needs an attribute of numbers or days, and a least or most: a number, a day as YYYY-MM-DD, or TODAY.',
    FRESHNESS: 'It needs an attribute of days, and `maxAgeHours`.',
    VOLUME: 'It needs a least or most number of records.',
  };
  return { reason: needs[rule.kind], field: rule.kind === 'RANGE' || rule.kind === 'VOLUME' ? 'minimum' : 'attribute' };
}

const refused = (error: Parameters<typeof inputProblem>[0], field: string): Saved => ({
  kind: 'refused',
  problems: [inputProblem(error, field)],
});
