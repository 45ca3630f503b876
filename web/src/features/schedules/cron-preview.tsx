import { SchedulePreviewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSettled } from '../../graph/use-settled.ts';
import { formatMoment } from '../../ui/format.ts';

/** When a cron line comes next, a moment after it was typed; or what is wrong with it. */
export function CronPreview({ cron, timeZone }: { cron: string; timeZone: string }) {
  const [settledCron, settledZone] = [useSettled(cron), useSettled(timeZone)];
  const asked = { cron: settledCron, timeZone: settledZone.trim() === '' ? null : settledZone };
  const [result] = useGraph(SchedulePreviewDocument, asked, { pause: asked.cron.trim() === '', policy: 'cache-first' });
  const preview = known(result)?.schedulePreview ?? null;
  return (
    <div aria-live="polite" className="min-h-6 text-sm text-muted sm:col-span-2" data-cron-preview={preview?.times.length ?? 0}>
      {preview?.problem ? (
        <p className="text-low">
          {preview.problem.message} {preview.problem.todo}
        </p>
      ) : null}
      {preview && preview.times.length > 0 ? (
        <p>
          Next: <span className="text-ink">{preview.times.map(formatMoment).join(', ')}</span>
        </p>
      ) : null}
    </div>
  );
}
