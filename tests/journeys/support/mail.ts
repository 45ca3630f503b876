import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Mails that a product without a mail server has put into its data folder, the newest first, as text. */
function mailsOf(dataFolder: string): string[] {
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'));
  return files
    .toSorted()
    .toReversed()
    .map((name) => readFileSync(join(dataFolder, name), 'utf8').replaceAll(/=\r?\n/g, ''));
}

/** The path with its code that the newest mail to `address` leads to, such as `/invitation#…`; waits until the mail is there. */
export async function mailedPath(dataFolder: string, address: string, page: string): Promise<string> {
  const link = new RegExp(`/${page}#[\\w.-]+`);
  const find = (): string | undefined =>
    link.exec(mailsOf(dataFolder).find((mail) => mail.includes(`To: ${address}`) && link.test(mail)) ?? '')?.[0];
  await expect.poll(find).toBeDefined();
  return find() ?? '';
}
