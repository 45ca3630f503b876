import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { fileMailer } from './file-mailer.ts';
import type { Mailer } from './mail.ts';
import { smtpMailer } from './smtp-mailer.ts';

/** The mail server of the configuration; where none is configured, the folder `mail` of the data folder. */
export function openMailer({ mail, dataFolder }: Pick<Config, 'mail' | 'dataFolder'>): Mailer {
  return mail.smtpUrl === null ? fileMailer(join(dataFolder, 'mail'), mail.from) : smtpMailer(mail.smtpUrl, mail.from);
}
