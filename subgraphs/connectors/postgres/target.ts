import { assertAllowedAddress, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import type { SourceRef } from '../kit/connector.ts';
import { readDatabaseUrl } from './address.ts';
import type { Target } from './session.ts';
import { databaseSettingsSchema } from './settings.ts';

/** Whom to reach for a connection: its host was looked up and allowed. @throws HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED */
export async function targetOf(system: Pick<System, 'topology' | 'config'>, { location, secret, settings }: SourceRef): Promise<Target> {
  const { sslMode } = databaseSettingsSchema.parse(settings);
  const database = readDatabaseUrl(location);
  const { address } = await assertAllowedAddress(database.host, outboundRules(system));
  return { ...database, password: secret, sslMode, address };
}
