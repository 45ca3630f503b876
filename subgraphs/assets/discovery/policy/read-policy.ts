import { z } from 'zod';
import { type Policy, policySchema } from './policy.ts';

const list = z.array(z.string());
const record = z.record(z.string(), z.unknown());

/** The form in which discovery exports write policies: sections in snake case. Fields that are not named here are of no consequence to judgement. */
const exportedSchema = z.looseObject({
  admission: z
    .looseObject({ noise_floor: z.int(), zombie_window_days: z.int(), activity_window_days: z.int(), minimum_spend: z.number() })
    .partial()
    .optional(),
  scope: z.looseObject({ include_infra: z.boolean(), include_infrastructure: z.boolean() }).partial().optional(),
  secondary_gates: z
    .looseObject({
      require_sso_for_idp: z.boolean(),
      require_valid_ci_type: z.boolean(),
      require_valid_lifecycle: z.boolean(),
      require_cmdb_corroboration: z.boolean(),
      enable_vendor_propagation: z.boolean(),
      valid_ci_types: list,
      valid_lifecycle_states: list,
      invalid_lifecycle_states: list,
    })
    .partial()
    .optional(),
  exclusions: z.union([list, record]).optional(),
  infrastructure_seeds: list.optional(),
  infrastructure_domains: list.optional(),
  corporate_root_domains: list.optional(),
  banned_domains: list.optional(),
  aliases: z.record(z.string(), z.string()).optional(),
  domain_aliases: z.record(z.string(), z.string()).optional(),
});

/** What only the exported form has. */
const MARKS = ['secondary_gates', 'scope', 'infrastructure_seeds', 'corporate_root_domains', 'banned_domains'];

/** Reads a policy in our own form or the exported one. @throws z.ZodError that names what is wrong and where */
export function readPolicy(value: unknown): Policy {
  const fields = record.safeParse(value);
  const admission = record.safeParse(fields.data?.['admission']);
  const exported =
    fields.success && (MARKS.some((mark) => mark in fields.data) || Object.keys(admission.data ?? {}).some((key) => key.includes('_')));
  return policySchema.parse(exported ? ownForm(exportedSchema.parse(value)) : value);
}

function ownForm(given: z.infer<typeof exportedSchema>): unknown {
  const { admission = {}, scope = {}, secondary_gates: gates = {} } = given;
  return defined({
    admission: defined({ noiseFloor: admission.noise_floor }),
    activityWindowDays: admission.activity_window_days ?? admission.zombie_window_days,
    identity: defined({ requireSso: gates.require_sso_for_idp }),
    cmdb: defined({
      requireLifecycle: gates.require_valid_lifecycle,
      requireType: gates.require_valid_ci_type,
      corroborated: gates.require_cmdb_corroboration,
      lifecycles: gates.valid_lifecycle_states,
      retired: gates.invalid_lifecycle_states,
      types: gates.valid_ci_types,
    }),
    vendorPropagation: gates.enable_vendor_propagation,
    exclusions: Array.isArray(given.exclusions)
      ? given.exclusions
      : Object.values(given.exclusions ?? {}).flatMap((each) => list.safeParse(each).data ?? []),
    banned: given.banned_domains,
    infrastructure: defined({
      domains: given.infrastructure_domains ?? given.infrastructure_seeds,
      included: scope.include_infra ?? scope.include_infrastructure,
    }),
    aliases: given.aliases ?? given.domain_aliases,
    ownDomains: given.corporate_root_domains,
    finance: defined({ minimumYearlySpend: admission.minimum_spend }),
  });
}

/** Without the fields that are not given: those have their defaults. */
const defined = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
