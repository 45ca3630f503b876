/** A letter to one person, in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Hands mails on to where they are delivered. */
export interface Mailer {
  /** Resolves when the mail was taken. `id` is the same when one is handed over again. @throws MailRefused when it never will be; anything else may be tried again */
  send(mail: Mail, id: string): Promise<void>;
  close(): void;
}

/** The receiving side will not take this mail, however often it is tried. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
