import type { System } from '../../kernel/system.ts';
import type { TrustScreen } from '../trust/screen.ts';
import { trustErrors } from '../trust/trust.errors.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { DecisionLog, type Noted } from './decision-log.ts';
import type { ActionRequest, AgentStanding, Governor, Judgement, Screened, Screening } from './governor.ts';
import { readTenantRules } from './read-rules.ts';
import { RuleBook } from './rule-book.ts';

/** The governor of one process. */
export interface ProcessGovernor extends Governor {
  /** What judges now, for those who show it. @throws when it cannot be found out */
  rules(tenantId: string): CompiledRules | Promise<CompiledRules>;
  /** Reads the tenant's rules anew before they are used again: for the process that has just changed them. */
  forget(tenantId: string): void;
  /** Resolves when every judgement noted by now is written down. */
  written(): Promise<void>;
  close(): Promise<void>;
}

const DENIED: Judgement = Object.freeze({
  verdict: 'DENY',
  rule: 'failure',
  reason: 'What the agent may do could not be found out, so it does nothing.',
  version: 0,
});

/** Judges from memory, reads what it does not have, and denies what it cannot find out. */
export function createGovernor(system: System, trust: TrustScreen): ProcessGovernor {
  const { database, events, logger, clock } = system;
  const book = new RuleBook({ events, read: (tenantId) => readTenantRules(database, tenantId) });
  const log = new DecisionLog({ database, logger, clock });
  const denied = (error: unknown): Judgement => {
    logger.error({ err: error }, 'an action of an agent could not be judged');
    return DENIED;
  };
  const unscreened = (error: unknown): Screening => {
    logger.error({ err: error }, 'what an agent uses could not be screened');
    const { code, message } = trustErrors.AGENT_SCREENING_FAILED({});
    return { kind: 'BLOCKED', code, message };
  };
  const noted = (what: Screened, screening: Screening): Screening => {
    const record = screeningRecord(what, screening);
    if (record !== null) log.note(record);
    return screening;
  };
  return {
    judge(request: ActionRequest): Promise<Judgement> | Judgement {
      try {
        const rules = book.of(request.tenantId);
        return rules instanceof Promise ? rules.then((read) => read.judge(request)).catch(denied) : rules.judge(request);
      } catch (error) {
        return denied(error);
      }
    },
    note: (request, judgement) => log.note({ ...request, ...judgement, findings: [] }),
    screen(what: Screened): Promise<Screening> | Screening {
      try {
        const rules = book.of(what.tenantId);
        const screening = rules instanceof Promise ? rules.then((read) => trust.screen(what, read.rules)) : trust.screen(what, rules.rules);
        return screening instanceof Promise ? screening.catch(unscreened).then((done) => noted(what, done)) : noted(what, screening);
      } catch (error) {
        return noted(what, unscreened(error));
      }
    },
    standing(tenantId, agentId) {
      const of = ({ rules }: CompiledRules): AgentStanding | null => rules.agents.get(agentId) ?? null;
      const rules = book.of(tenantId);
      return rules instanceof Promise ? rules.then(of) : of(rules);
    },
    rules: (tenantId) => book.of(tenantId),
    forget: (tenantId) => book.forget(tenantId),
    written: () => log.flush(),
    async close() {
      book.close();
      await log.close();
    },
  };
}

/** A screening as it is kept among the judgements; null: there is nothing to be said of it. */
function screeningRecord({ tenantId, agentId, action, direction, runId, path }: Screened, screening: Screening): Noted | null {
  const findings = screening.kind === 'BLOCKED' ? [screening.message] : screening.findings;
  if (findings.length === 0) return null;
  const about = { tenantId, agentId, action, runId, path, complexity: null, amountMicros: null, version: 0, findings };
  const rule = `screen:${direction.toLowerCase()}`;
  if (screening.kind === 'BLOCKED') return { ...about, verdict: 'DENY', rule, reason: `${screening.code}: ${screening.message}` };
  return { ...about, verdict: 'EXECUTE', rule, reason: direction === 'INPUT' ? 'It may go to the tool.' : 'It may go to the agent.' };
}
