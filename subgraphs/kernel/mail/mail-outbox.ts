import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { defineConsumer, type Consumer } from '../outbox/consumer.ts';
import type { Secrets } from '../system.ts';
import type { Logger } from '../telemetry/logger.ts';
import { openSecret, sealSecret, type SecretContext } from '../vault/vault.ts';
import { MailRefused, type Mail, type Mailer } from './mail.ts';

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

type Sealing = Pick<Secrets, 'vault'>;

/** Has a mail sent once this unit of work is committed, and not before. What it says is sealed: the event log holds no code and no address. */
export function requestMail(unit: UnitOfWork, secrets: Sealing, mail: Mail): void {
  const mailId = randomUUID();
  const sealed = sealSecret(JSON.stringify(mail), secrets.vault, contextOf(unit.tenantId, mailId));
  unit.emit('accounts.mail-requested', { mailId, sealed });
}

/** Sends what was requested. A server that is away is tried again by the event log; what is refused for good, or is parked, is in the log. */
export function mailConsumer({ secrets, logger }: { secrets: Sealing; logger: Logger }, mailer: Mailer): Consumer {
  return defineConsumer('accounts.mail', {
    async 'accounts.mail-requested'({ tenantId, payload: { mailId, sealed } }) {
      const mail = mailSchema.parse(JSON.parse(openSecret(sealed, secrets.vault, contextOf(tenantId, mailId))));
      try {
        await mailer.send(mail, mailId);
      } catch (error) {
        if (!(error instanceof MailRefused)) throw error;
        logger.error({ err: error, mailId, tenantId }, 'a mail was refused for good and is not sent');
      }
    },
  });
}

function contextOf(tenantId: string, mailId: string): SecretContext {
  return { tenantId, purpose: `mail:${mailId}` };
}
