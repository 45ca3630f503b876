import type { RepairRules } from '../repairs/repair-policy.entity.ts';
import { dependsIn } from './known-objects.ts';
import type { Look } from './look.ts';

/** What becomes of an object that has changed. PASS: it is taken as it is now; REPAIR: it is read another way by itself; HOLD: a person decides. */
export type Outcome = { kind: 'PASS' } | { kind: 'REPAIR' } | { kind: 'HOLD'; reason: string; propose: boolean };

/** Decides by the tenant's policy. Whatever is not certain waits; whatever nobody needs passes. */
export function decide(look: Look, policy: RepairRules): Outcome {
  const { judgement } = look;
  if (!judgement.holds && judgement.rules.length === 0) return { kind: 'PASS' };
  const reason = reasonToAsk(look, policy);
  if (reason === null) return { kind: 'REPAIR' };
  return judgement.holds ? { kind: 'HOLD', reason, propose: !look.known.refused.has(look.fingerprint) } : { kind: 'PASS' };
}

/** Why a person has to decide; null when nobody has to. */
function reasonToAsk({ known, judgement, fingerprint }: Look, policy: RepairRules): string | null {
  if (judgement.changes.some(({ from }) => from.length === 0))
    return 'The evidence is too thin to say what took the place of a field that went.';
  if (known.refused.has(fingerprint)) return 'A repair of this change was turned down or taken back.';
  if (judgement.confidence < policy.minimumConfidence)
    return `It is ${percent(judgement.confidence)} sure; the policy asks for ${percent(policy.minimumConfidence)}.`;
  const depends = judgement.changes.map(({ column }) => dependsIn(known, column));
  if (policy.criticalKeys && depends.some(({ key }) => key)) return 'It changes what tells records apart.';
  if (policy.criticalMoney && depends.some(({ money }) => money)) return 'It changes an amount of money.';
  const marked = depends.flatMap(({ entities }) => entities).find((entity) => policy.criticalEntities.includes(entity));
  if (marked !== undefined) return `${marked} is marked as critical.`;
  return policy.automatic ? null : 'Nothing is repaired by itself in this workspace.';
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`;
