import { z } from 'zod';

const text = z.union([
  z.string(),
  z.object({ domain: z.string() }).transform(({ domain }) => domain),
  z.object({ name: z.string() }).transform(({ name }) => name),
]);
const list = z.array(text);
const lists = z.union([
  list,
  z
    .record(z.string(), z.union([list, z.boolean()]))
    .transform((named) => Object.values(named).flatMap((each) => (Array.isArray(each) ? each : []))),
]);
const yes = z.boolean();

/** The form in which discovery exports write policies: sections in snake case, of which any may be missing. */
const exportedSchema = z
  .object({
    admission: z
      .object({ noise_floor: z.int(), zombie_window_days: z.int(), activity_window_days: z.int(), minimum_spend: z.number() })
      .partial(),
    scope: z.object({ include_infra: yes, include_infrastructure: yes }).partial(),
    secondary_gates: z
      .object({
        require_sso_for_idp: yes,
        require_valid_ci_type: yes,
        require_valid_lifecycle: yes,
        require_cmdb_corroboration: yes,
        enable_vendor_propagation: yes,
        valid_ci_types: list,
        valid_lifecycle_states: list,
        invalid_lifecycle_states: list,
      })
      .partial(),
    exclusions: lists,
    infrastructure_seeds: list,
    infrastructure_domains: list,
    corporate_root_domains: list,
    banned_domains: list,
    aliases: z.record(z.string(), z.string()),
    domain_aliases: z.record(z.string(), z.string()),
  })
  .partial();

type Exported = z.infer<typeof exportedSchema>;

/** What only the exported form has. */
const MARKS = ['secondary_gates', 'scope', 'infrastructure_seeds', 'infrastructure_domains', 'corporate_root_domains', 'banned_domains'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a policy is written in the form of exports. */
export function isExported(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const { admission } = value as { admission?: unknown };
  return MARKS.some((mark) => mark in value) || (isFields(admission) && Object.keys(admission).some((key) => key.includes('_')));
}

/** An exported policy in our own form, and the fields of it that are of no consequence to judgement. @throws z.ZodError that names what is wrong and where */
export function fromExported(value: Fields): { own: unknown; ignored: string[] } {
  return { own: ownForm(exportedSchema.parse(said(value))), ignored: ignoredIn(value) };
}

/** Without what is null: that is not given. */
const said = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, isFields(value) ? said(value) : value]])),
  );

function ignoredIn(value: Fields): string[] {
  const { shape } = exportedSchema;
  return Object.entries(value).flatMap(([name, given]) => {
    const known = name in shape ? shape[name as keyof typeof shape].unwrap() : null;
    if (known === null) return [name];
    if (!isFields(given) || !('shape' in known)) return [];
    return Object.keys(given).flatMap((inner) => (inner in known.shape ? [] : [`${name}.${inner}`]));
  });
}

function ownForm({ admission = {}, scope = {}, secondary_gates: gates = {}, ...given }: Exported): unknown {
  return defined({
    admission: defined({ noiseFloor: admission.noise_floor }),
    activityWindowDays: admission.activity_window_days ?? admission.zombie_window_days,
    identity: defined({ requireSso: gates.require_sso_for_idp }),
    cmdb: defined({
      requireLifecycle: gates.require_valid_lifecycle,
      requireType: gates.require_valid_ci_type,
      corroborated: gates.require_cmdb_corroboration,
      lifecycles: gates.valid_lifecycle_states,
      // Where no life-cycle is asked for, none is held against a record either.
      retired: gates.invalid_lifecycle_states ?? (gates.require_valid_lifecycle === false ? [] : undefined),
      types: gates.valid_ci_types,
    }),
    vendorPropagation: gates.enable_vendor_propagation,
    exclusions: given.exclusions,
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
