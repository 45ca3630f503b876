import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import type { Mailer } from './mail.ts';
import { hostOf } from './smtp-mailer.ts';

/** Mails that are kept; older ones are removed. */
const MAX_KEPT = 200;
const SUFFIX = '.eml';

/** Puts mails into a folder instead of sending them, as files that any mail program opens. For machines without a mail server. */
export function fileMailer(folder: string, from: string): Mailer {
  // Quoted-printable at most, so that addresses in the text can be read in the file.
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send({ to, subject, text }, id) {
      assertOutsideUnitOfWork('writing a mail');
      const { message } = await transport.sendMail({
        from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${hostOf(from)}>`, textEncoding: 'quoted-printable',
      }); // prettier-ignore
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${id}${SUFFIX}`;
      const part = join(folder, `.${id}.part`);
      await writeFile(part, message as Buffer, { mode: 0o600 });
      await rename(part, join(folder, name));
      await removeOld(folder);
    },
    close: () => transport.close(),
  };
}

async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).toSorted();
  await Promise.all(names.slice(0, Math.max(0, names.length - MAX_KEPT)).map((name) => rm(join(folder, name), { force: true })));
}
