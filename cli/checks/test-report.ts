import { z } from 'zod';

/** How a run of the tests ended, as our reporter writes it into a file. */
export const testReportSchema = z.object({
  files: z.number(),
  passed: z.number(),
  failed: z.array(z.object({ name: z.string(), message: z.string() })),
  skipped: z.array(z.object({ name: z.string(), reason: z.string().nullable() })),
});

export type TestReport = z.infer<typeof testReportSchema>;

/** Names the file that the reporter writes. */
export const REPORT_VARIABLE = 'AUTONOMOS_TEST_REPORT';
