import { companyAsOf } from './company/company.ts';
import { liveCompany } from './company/live-company.ts';
import { vendorsOfCompany } from './halyard.ts';
import { type Sandbox, startSandbox } from './http/server.ts';

/** How often a request is refused with 429: often enough to be seen, seldom enough not to be waited for. */
const LIMIT_EVERY = 60;

/**
 * A process that serves the company's systems on a port, told by its first message `{port}`. It answers `{port}` when it serves, `{error}` when it
 * cannot, and ends with its parent. Days go by, fields drift and requests fail when its control routes are told so.
 */
let started = false;
process.on('message', (message: { port: number }) => {
  if (started) return;
  started = true;
  serve(message.port).then(
    ({ port }) => process.send?.({ port }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

function serve(port: number): Promise<Sandbox> {
  const company = liveCompany(companyAsOf(new Date()));
  return startSandbox({ vendors: vendorsOfCompany(company), port, limitEvery: LIMIT_EVERY, growth: company });
}
