import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import { Connection, User, refer } from '../catalogue/stubs.type.ts';
import { goldenErrors } from './golden.errors.ts';
import { SurvivorshipPolicyRow } from './survivorship.entity.ts';
import { fedAttributes } from './survivor-sql.ts';
import { NO_POLICY, survivorshipOf } from './survivorship.ts';
import { AttributeSurvivorship, type SurvivorshipInput, SurvivorshipPolicy } from './survivorship.type.ts';

/** The only writer of survivorship policies. */
export class SurvivorshipService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The policy in force for an entity type. */
  async policy(tenantId: string, entity: ModelEntity): Promise<SurvivorshipPolicy> {
    const row = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.findOne(SurvivorshipPolicyRow, { tenantId, entityId: entity.id }),
    );
    return shown(entity, row);
  }

  /** Sets what the input names, and has the records worked out by it. Returns everything that is wrong with it, or nothing. */
  async set(
    { tenantId, userId }: { tenantId: string; userId: string },
    entity: ModelEntity,
    input: SurvivorshipInput,
  ): Promise<InputProblem[]> {
    const problems = [...unknownTrust(entity, input.trust ?? []), ...unknownAttributes(entity, input)];
    if (problems.length > 0) return problems;
    const columnOf = (name: string): string => entity.attributes.find((attribute) => attribute.name === name)?.column ?? name;
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      const key = { tenantId, entityId: entity.id };
      const row = await em.findOne(SurvivorshipPolicyRow, key);
      const rules = new Map(Object.entries(row?.rules ?? {}));
      for (const { attribute, rule } of input.rules ?? [])
        if (rule == null) rules.delete(columnOf(attribute));
        else rules.set(columnOf(attribute), rule);
      const set = {
        trust: input.trust ?? row?.trust ?? [],
        rules: Object.fromEntries(rules),
        updatedAt: this.system.clock(),
        updatedBy: userId,
      };
      if (row === null) em.create(SurvivorshipPolicyRow, { ...key, ...set }, { persist: true });
      else Object.assign(row, set);
      unit.emit('ontology.golden-outdated', { entityId: entity.id, recordIds: null, by: userId });
    });
    return [];
  }
}

function unknownTrust({ name, sources }: ModelEntity, trust: readonly string[]): InputProblem[] {
  const feeding = new Set(sources.map(({ connectionId }) => connectionId));
  return trust.flatMap((id, i) =>
    feeding.has(id) && trust.indexOf(id) === i ? [] : [inputProblem(goldenErrors.TRUST_UNKNOWN({ id, entity: name }), `trust.${i}`)],
  );
}

function unknownAttributes({ name: entity, attributes }: ModelEntity, { rules }: SurvivorshipInput): InputProblem[] {
  const known = new Set(fedAttributes({ attributes }).map(({ name }) => name));
  return (rules ?? []).flatMap(({ attribute: name }, i) =>
    known.has(name) ? [] : [inputProblem(goldenErrors.GOLDEN_ATTRIBUTE_UNKNOWN({ entity, name }), `rules.${i}.attribute`)],
  );
}

function shown(entity: ModelEntity, row: SurvivorshipPolicyRow | null): SurvivorshipPolicy {
  const { objects, ruleOf } = survivorshipOf(entity, row ?? NO_POLICY);
  const connectionOf = (objectId: string): string | undefined =>
    entity.sources.find((source) => source.objectId === objectId)?.connectionId;
  const trust = [...new Set(objects.map(connectionOf))].filter((id) => id !== undefined);
  return Object.assign(new SurvivorshipPolicy(), {
    entityType: entity.name,
    trust: trust.map((id) => refer(Connection, id)),
    trustByDefault: (row?.trust ?? []).length === 0,
    rules: fedAttributes(entity).map((attribute) =>
      Object.assign(new AttributeSurvivorship(), {
        attribute: attribute.name,
        rule: ruleOf(attribute),
        byDefault: row?.rules[attribute.column] === undefined,
      }),
    ),
    updatedAt: row?.updatedAt ?? null,
    updatedBy: row === null ? null : refer(User, row.updatedBy),
  });
}
