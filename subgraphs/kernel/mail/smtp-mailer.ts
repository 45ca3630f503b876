import { createTransport } from 'nodemailer';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import { MailRefused, type Mailer } from './mail.ts';

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
const MAX_CONNECTIONS = 2;
/** Replies of SMTP from 500 on are final (RFC 5321, section 4.2.1). */
const FINAL = 500;

/** Sends over SMTP. `url`: `smtp://user:password@host:587`, or `smtps://…` with TLS from the start. `from`: who the mails are from. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  return {
    async send({ to, subject, text }, id) {
      assertOutsideUnitOfWork('sending a mail');
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${hostOf(from)}>` });
      } catch (error) {
        if (isFinal(error)) throw new MailRefused('the mail server refused the mail for good', { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** Whether it is this mail that is refused; a password that is not taken can be mended. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'responseCode' in error)) return false;
  const { code, responseCode } = error;
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= FINAL;
}

/** The domain of the sender, for message ids. */
export function hostOf(from: string): string {
  return from.match(/@([\w.-]+)>?\s*$/u)?.[1] ?? 'localhost';
}
