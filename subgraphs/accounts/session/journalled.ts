import { DomainError } from '../../kernel/errors/domain-error.ts';
import { recordLogIn, type LogInAttempt } from '../../kernel/journal/record-log-in.ts';
import type { System } from '../../kernel/system.ts';

/** Journals how an attempt of somebody known ends, under its code when it fails. Of nobody there is nothing to journal. */
export async function journalled<T>(
  system: Pick<System, 'journal' | 'clock'>,
  who: { tenantId: string; id: string } | null,
  { operation, address }: Pick<LogInAttempt, 'operation' | 'address'>,
  work: () => Promise<T>,
): Promise<T> {
  const record = (outcome: string): void => {
    if (who !== null) recordLogIn(system, { tenantId: who.tenantId, userId: who.id, operation, outcome, address });
  };
  try {
    const result = await work();
    record('OK');
    return result;
  } catch (error) {
    if (error instanceof DomainError) record(error.code);
    throw error;
  }
}
