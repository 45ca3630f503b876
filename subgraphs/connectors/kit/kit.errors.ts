import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures that any connector may meet. */
export const kitErrors = defineErrors('connectors', {
  TABLE_GONE: {
    message: (d: { table: string }) => `${d.table} was dropped or changed while it was being read.`,
    todo: 'Sync the connection again; the other tables have landed.',
    retry: false,
    status: 409,
  },
});
