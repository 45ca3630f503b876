import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { type VendorField, field } from '../records/field.ts';
import type { VendorSession } from '../vendor.ts';

const MAX_FIELDS = 200;
const TYPES: Readonly<Record<string, ColumnType>> = { integer: 'INTEGER', decimal: 'DECIMAL', checkbox: 'BOOLEAN', date: 'DATE' };
const reply = z.object({
  ticket_fields: z.array(z.object({ id: z.number(), type: z.string(), title: z.string(), active: z.boolean().default(true), removable: z.boolean().default(true) })), // prettier-ignore
});

/** Fields of tickets that the customer made, under their titles; none where they may not be seen. */
export async function ownTicketFields({ http, signal }: VendorSession, taken: ReadonlySet<string>): Promise<VendorField[]> {
  try {
    const { ticket_fields: fields } = await http.json({ path: '/api/v2/ticket_fields.json' }, reply, signal);
    const names = new Set(taken);
    return fields.filter(({ active, removable }) => active && removable).slice(0, MAX_FIELDS).map(({ id, type, title }) => {
      const short = title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^_|_$/gu, '');
      const name = short === '' || names.has(short) ? `custom_${id}` : short;
      names.add(name);
      return { ...field(name, TYPES[type] ?? 'TEXT', { description: title }), path: ['custom', String(id)] };
    }); // prettier-ignore
  } catch (error) {
    if (error instanceof DomainError && ['VENDOR_FORBIDDEN', 'VENDOR_REPLY_UNKNOWN'].includes(error.code)) return [];
    throw error;
  }
}
