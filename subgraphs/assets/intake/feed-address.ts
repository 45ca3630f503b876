import { allowedService } from '../../kernel/outbound/guarded-fetch.ts';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { maySend } from '../../kernel/outbound/sent-header.ts';
import type { System } from '../../kernel/system.ts';
import type { SealedColumn } from '../../kernel/vault/sealed-column.ts';
import { openSecret, type SecretContext, sealSecret } from '../../kernel/vault/vault.ts';
import { intakeErrors } from './intake.errors.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';
import type { TelemetryAddressInput } from './telemetry-feed.type.ts';

const AUTHORIZATION = 'authorization';
const purposeOf = (id: string): string => `telemetry-feed:${id}`;

/** Where a feed's secrets are sealed for. */
export const feedSecretContext = ({ id, tenantId }: Place): SecretContext => ({ tenantId, purpose: purposeOf(id) });

export const feedSealed: SealedColumn = {
  table: 'telemetry_feed',
  column: 'secret_sealed',
  rowId: ['id'],
  purposeOf: (id = '') => purposeOf(id),
};

/** What a feed's row says of its address. */
export type FeedAddress = Pick<TelemetryFeedRow, 'location' | 'header' | 'secretSealed'>;
type Place = Pick<TelemetryFeedRow, 'id' | 'tenantId'>;

/**
 * The address as a feed keeps it, its secret sealed.
 * @param before what the feed had; its secret stays where none is given and it is still the same service
 * @throws FEED_ADDRESS_INVALID, FEED_HEADER_INVALID, HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED
 */
export async function feedAddress(
  system: System,
  place: Place,
  given: TelemetryAddressInput,
  before: FeedAddress | null,
): Promise<FeedAddress> {
  const url = URL.canParse(given.address) ? new URL(given.address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw intakeErrors.FEED_ADDRESS_INVALID({});
  url.hash = '';
  await allowedService(url, outboundRules(system));
  const location = url.href;
  const secret = given.secret?.trim() ?? '';
  const header = (given.header ?? AUTHORIZATION).trim().toLowerCase();
  if (secret !== '') {
    if (!maySend(header, secret)) throw intakeErrors.FEED_HEADER_INVALID({});
    return {
      location,
      header,
      secretSealed: sealSecret(secret, system.secrets.vault, feedSecretContext(place)),
    };
  }
  // A secret is for whom it was given: another service does not get it.
  if (before?.secretSealed == null || new URL(before.location).origin !== url.origin) return { location, header: null, secretSealed: null };
  if (given.header != null && !maySend(header, 'a')) throw intakeErrors.FEED_HEADER_INVALID({});
  return { location, header: given.header == null ? (before.header ?? AUTHORIZATION) : header, secretSealed: before.secretSealed };
}

/** What is sent to a feed's address. */
export function feedHeaders(
  { secrets }: Pick<System, 'secrets'>,
  { id, tenantId, header, secretSealed }: TelemetryFeedRow,
): Record<string, string> {
  if (header == null || secretSealed == null) return {};
  const secret = openSecret(secretSealed, secrets.vault, feedSecretContext({ id, tenantId }));
  return { [header]: header === AUTHORIZATION && !secret.includes(' ') ? `Bearer ${secret}` : secret };
}
