import { applyPolicy } from '../personal-data/apply-policy.ts';
import { detectPersonalData } from '../personal-data/detect.ts';
import type { Finding, PersonalDataType } from '../personal-data/finding.ts';
import { createPseudonyms } from '../personal-data/pseudonym.ts';
import type { System } from '../system.ts';
import { type FoundThere, TELLING_TYPES, recordFindings } from './findings.ts';
import { policyAt, readPolicies, type EffectivePolicy } from './policies.ts';
import type { PolicyAction } from './privacy.entity.ts';
import { ErasedPersons } from './screening/erased-persons.ts';
import { readSuppressed } from './suppression.ts';
import { tenantKey } from './tenant-key.ts';

/** Where people write something. */
export type TextIngress = 'QUESTIONS' | 'AGENT_INPUTS';

/** Texts as they may be used; or the types for which they are refused. */
export type ScreenedTexts = { kind: 'PASSED'; texts: string[] } | { kind: 'BLOCKED'; types: PersonalDataType[] };

const NAMES: Readonly<Record<TextIngress, string>> = { QUESTIONS: 'Questions and dashboards', AGENT_INPUTS: 'What agents are told' };

/**
 * What people write, under the tenant's policies, before it is stored or read by anything: blocked, with pseudonyms for what is redacted, or as it is.
 * Nothing is asked of the database where nothing is found. `kept`: it is going to be stored, so the forgotten are taken out of it, too.
 */
export async function screenTexts(
  { database, secrets, clock }: Pick<System, 'database' | 'secrets' | 'clock'>,
  tenantId: string,
  ingress: TextIngress,
  texts: readonly string[],
  kept = false,
): Promise<ScreenedTexts> {
  const found = texts.flatMap((text) => detectPersonalData(text));
  if (found.length === 0 && !kept) return { kind: 'PASSED', texts: [...texts] };
  return database.unitOfWork(tenantId, async (unit) => {
    const policy = policyAt(await readPolicies(unit), { kind: ingress });
    const actionOf = (type: PersonalDataType): PolicyAction => actionIn(policy, type);
    await recordFindings(unit, reported(ingress, found, actionOf), 'ADD', clock());
    const blocked = [...new Set(found.map(({ type }) => type))].filter((type) => actionOf(type) === 'BLOCK');
    if (blocked.length > 0) return { kind: 'BLOCKED', types: blocked };
    const erased = kept ? await readSuppressed(unit) : [];
    if (erased.length === 0 && !found.some(({ type }) => actionOf(type) === 'REDACT')) return { kind: 'PASSED', texts: [...texts] };
    const key = await tenantKey(unit, secrets.vault);
    const pseudonym = createPseudonyms(key);
    const forgotten = new ErasedPersons(erased, key, pseudonym);
    return { kind: 'PASSED', texts: texts.map((text) => applyPolicy(forgotten.text(text)?.text ?? text, { actionOf }, pseudonym).text) };
  });
}

const actionIn = (policy: EffectivePolicy, type: PersonalDataType): PolicyAction =>
  TELLING_TYPES.has(type) || policy.named.has(type) ? policy.actionOf(type) : 'ALLOW';

function reported(source: TextIngress, found: readonly Finding[], actionOf: (type: PersonalDataType) => PolicyAction): FoundThere[] {
  return [...new Set(found.map(({ type }) => type))].map((type) => {
    const own = found.filter((finding) => finding.type === type);
    const confidence = Math.max(...own.map((finding) => finding.confidence));
    const nowhere = { sourceId: null, objectId: null, objectName: null, columnName: null };
    return { source, sourceName: NAMES[source], ...nowhere, type, count: own.length, estimated: false, confidence, action: actionOf(type) };
  });
}
