import { EXIT } from '../exit-codes.mjs';
import { serverEnvironment, type ServerOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos vault rotate`: a new key for the secrets of sources and channels; the next start of the server seals all of them anew. */
export async function vaultCommand(options: ServerOptions, terminal: Terminal): Promise<number> {
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const { rotateVaultKey } = await import('../../embedded/keys.ts');
  const config = loadConfig(serverEnvironment(options, terminal.environment));
  if (config.vaultKey !== null) {
    terminal.note(
      'the key comes from VAULT_KEY: set VAULT_KEY to a new one (openssl rand -base64 32), VAULT_KEYS_OLD to the old one, and restart',
    );
    return EXIT.FAILED;
  }
  if (!(await rotateVaultKey(config.dataFolder))) {
    terminal.note(`there is no vault.key in ${config.dataFolder}; the first start makes one`);
    return EXIT.FAILED;
  }
  terminal.print('A new vault key was made; the old one is kept in vault.old.keys.');
  terminal.print('Restart the server: it seals every secret with the new key, also when it is stopped in between.');
  return EXIT.OK;
}
