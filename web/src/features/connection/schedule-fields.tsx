import { Choice, Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { EVERY } from '../connect/schedule-words.ts';

export type ScheduleMode = 'none' | 'every' | 'cron';

/** When a source is read, as somebody is setting it. */
export interface ScheduleDraft {
  mode: ScheduleMode;
  everyMinutes: string;
  cron: string;
  timeZone: string;
}

const EXAMPLES = [
  { cron: '0 6 * * *', words: 'every day at 6' },
  { cron: '0 6 * * 1-5', words: 'at 6, Monday to Friday' },
  { cron: '0 */4 * * *', words: 'every four hours' },
] as const;

interface ScheduleFieldsProps {
  draft: ScheduleDraft;
  beside: Partial<Record<string, string>>;
  onChange: (draft: ScheduleDraft) => void;
}

/** When a source is read: on demand, every so often, or at times of its own. */
export function ScheduleFields({ draft, beside, onChange }: ScheduleFieldsProps) {
  const known = EVERY.some((each) => each.value === draft.everyMinutes);
  return (
    <div className="grid justify-items-start gap-3">
      <Segments<ScheduleMode>
        label="When it is read"
        value={draft.mode}
        onChange={(mode) => onChange({ ...draft, mode })}
        options={[
          { value: 'none', label: 'On demand' },
          { value: 'every', label: 'Every…' },
          { value: 'cron', label: 'At times' },
        ]}
      />
      {draft.mode === 'none' ? <p className="text-sm text-muted">It is read only when somebody asks for it.</p> : null}
      {draft.mode === 'every' ? (
        <Choice
          label="It is read every"
          name="everyMinutes"
          className="w-full sm:w-56"
          value={draft.everyMinutes}
          problem={beside['everyMinutes']}
          onChange={(event) => onChange({ ...draft, everyMinutes: event.target.value })}
          options={known ? EVERY : [{ value: draft.everyMinutes, label: `${draft.everyMinutes} minutes` }, ...EVERY]}
        />
      ) : null}
      {draft.mode === 'cron' ? (
        <div className="grid w-full gap-3 sm:grid-cols-2">
          <Field
            label="Times, as cron writes them"
            name="cron"
            className="[&_input]:font-mono"
            value={draft.cron}
            problem={beside['cron']}
            hint="Minute, hour, day of the month, month, day of the week."
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, cron: event.target.value })}
          />
          <Field
            label="Time zone"
            name="timeZone"
            value={draft.timeZone}
            problem={beside['timeZone']}
            hint="Such as Europe/Berlin."
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, timeZone: event.target.value })}
          />
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted sm:col-span-2">
            For example
            {EXAMPLES.map(({ cron, words }) => (
              <button
                key={cron}
                type="button"
                className="min-h-6 rounded-full border border-control px-2.5 text-xs text-ink hover:bg-raised"
                onClick={() => onChange({ ...draft, cron })}
              >
                {words}
              </button>
            ))}
          </p>
        </div>
      ) : null}
    </div>
  );
}
