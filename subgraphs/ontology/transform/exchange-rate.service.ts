import { sql } from 'kysely';
import { z } from 'zod';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { transformOf } from './steps.ts';

/** Rates of one call, and of a tenant: thirty currencies for thirty years of days. */
export const MAX_RATES = 5_000;
const CURRENCY = /^[A-Z]{3}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOST = 1e9;
/** Characters of what a rate's source is called. */
const LONGEST_SOURCE = 80;

/** One unit of `base` was `rate` units of `quote` on a day. */
export interface Rate {
  readonly base: string;
  readonly quote: string;
  readonly day: string;
  readonly rate: number;
  /** Who said so; null where nobody told. */
  readonly source?: string | null;
}

const rateRow = z.object({ base: z.string(), quote: z.string(), day: z.string(), rate: z.coerce.number(), source: z.string().nullable() });
const cursorKey = z.tuple([z.string().regex(DAY), z.string().regex(CURRENCY), z.string().regex(CURRENCY)]);
const countRow = z.object({ n: z.coerce.number() });

/** Keeps the rates that amounts are converted by, and has what depends on them converted anew. */
export class ExchangeRateService {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly publisher: Publisher;

  constructor(system: System, parts: { publications: PublicationService; publisher: Publisher }) {
    this.system = system;
    this.publications = parts.publications;
    this.publisher = parts.publisher;
  }

  /** Adds rates, or replaces those of the same days. @returns how many, or what has to be corrected */
  async set({ tenantId }: UserViewer, rates: readonly Rate[]): Promise<number | InputProblem[]> {
    const problems = faultsOf(rates);
    if (problems.length > 0) return problems;
    const rows = JSON.stringify(rates);
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      await unit.asTenant((db) =>
        sql`insert into exchange_rate (base, quote, day, rate, source)
          select base, quote, day, rate, nullif(btrim(source), '')
          from jsonb_to_recordset(${rows}::jsonb) as r(base text, quote text, day date, rate numeric, source text)
          on conflict (base, quote, day) do update set rate = excluded.rate, source = excluded.source, set_at = now()`.execute(db),
      );
      unit.audit({
        action: 'exchange-rates.set',
        subject: { type: 'ExchangeRate', id: tenantId },
        before: null,
        after: { rates: rates.length },
      });
    });
    this.convertAnew(tenantId);
    return rates.length;
  }

  /** Takes a rate away. @returns whether there was one */
  async remove({ tenantId }: UserViewer, { base, quote, day }: Omit<Rate, 'rate' | 'source'>): Promise<boolean> {
    if (faultsOf([{ base, quote, day, rate: 1 }]).length > 0) return false;
    const removed = await this.system.database.unitOfWork(tenantId, async (unit) => {
      const gone = await unit.asTenant((db) =>
        sql`delete from exchange_rate where base = ${base} and quote = ${quote} and day = ${day}::date`.execute(db),
      );
      const some = Number(gone.numAffectedRows ?? 0) > 0;
      if (some)
        unit.audit({
          action: 'exchange-rates.removed',
          subject: { type: 'ExchangeRate', id: tenantId },
          before: { base, quote, day },
          after: null,
        });
      return some;
    });
    if (removed) this.convertAnew(tenantId);
    return removed;
  }

  /** Rates, newest day first. */
  page(tenantId: string, page: Page): Promise<ConnectionOf<Rate>> {
    const { data: key, success } = cursorKey.safeParse(page.after);
    if (page.after !== null && !success) throw commonErrors.BAD_CURSOR({});
    const after =
      key === undefined ? sql`true` : sql`(day < ${key[0]}::date or (day = ${key[0]}::date and (base, quote) > (${key[1]}, ${key[2]})))`;
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } =
          await sql`select base, quote, day::text as day, rate, source from exchange_rate where ${after} order by day desc, base, quote limit ${page.limit + 1}`.execute(
            db,
          );
        const counted = await sql`select count(*) as n from exchange_rate`.execute(db);
        return connectionFrom(
          page,
          rows.map((row) => rateRow.parse(row)),
          countRow.parse(counted.rows[0]).n,
          ({ day, base, quote }) => [day, base, quote],
        );
      }),
    );
  }

  /** Fills what is converted anew, behind everything else that fills the tenant's tables. */
  private convertAnew(tenantId: string): void {
    const convert = async (): Promise<void> => {
      const current = await this.publications.current(tenantId);
      const converted = (current?.bindings ?? []).filter(({ fields }) =>
        fields.some(({ transform }) => transformOf(transform).some(({ kind }) => kind === 'CURRENCY')),
      );
      if (current !== null && converted.length > 0)
        await this.publisher.remodelled(tenantId, current, new Set(converted.map(({ objectId }) => objectId)));
    };
    convert().catch((error: unknown) =>
      this.system.logger.error({ err: error, tenantId }, 'amounts could not be converted anew; the next sync or publication does it'),
    );
  }
}

function faultsOf(rates: readonly Rate[]): InputProblem[] {
  const wrong = (reason: string, field: string): InputProblem => inputProblem(commonErrors.INVALID_INPUT({ reason }), field);
  if (rates.length === 0 || rates.length > MAX_RATES) return [wrong(`Give 1 to ${MAX_RATES} rates at once.`, 'rates')];
  return rates
    .flatMap(({ base, quote, day, rate, source }, i): InputProblem[] => {
      if (!CURRENCY.test(base)) return [wrong('A currency is three capital letters.', `rates.${i}.base`)];
      if (!CURRENCY.test(quote) || quote === base)
        return [wrong('A currency is three capital letters, and another one than the base.', `rates.${i}.quote`)];
      if (!DAY.test(day) || !isDay(day)) return [wrong('A day is written as YYYY-MM-DD.', `rates.${i}.day`)];
      if ((source?.length ?? 0) > LONGEST_SOURCE)
        return [wrong(`Name the source in ${LONGEST_SOURCE} characters or fewer.`, `rates.${i}.source`)];
      return rate > 0 && rate < MOST ? [] : [wrong('A rate is more than nought.', `rates.${i}.rate`)];
    })
    .slice(0, 20);
}

/** Whether the calendar has the day: 30 February it has not. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
}
