import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';

const reply = z.object({ createLogInLink: z.object({ code: z.string(), expiresAt: z.iso.datetime({ offset: true }) }) });

/** `autonomos link`: a fresh address that logs the owner in, once, within its time. */
export async function linkCommand(options: ServerOptions, terminal: Terminal): Promise<number> {
  const { server, client } = await connectToServer(options, terminal);
  const { createLogInLink: link } = await client.request('mutation CreateLogInLink { createLogInLink { code expiresAt } }', {}, reply);
  terminal.note(`open this address; it works once, until ${new Date(link.expiresAt).toLocaleTimeString()}`);
  terminal.print(`${server.url.replace(/\/$/, '')}/welcome#${link.code}`);
  return EXIT.OK;
}
