import type { ScheduleTiming } from '../../gql/graphql.ts';
import { Choice, Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { CronPreview } from './cron-preview.tsx';
import { UNITS } from './schedule-draft.ts';
import type { ScheduleDraft } from './schedule-draft.ts';
import { cronWords, EVENT_CHOICES } from './timing-words.ts';

const EXAMPLES = ['0 6 * * *', '0 6 * * 1-5', '0 */4 * * *', '0 6 1 * *'] as const;
const TIMINGS: readonly { value: ScheduleTiming; label: string }[] = [
  { value: 'CRON', label: 'At times' },
  { value: 'INTERVAL', label: 'Every…' },
  { value: 'ONCE', label: 'Once' },
  { value: 'EVENT', label: 'When something happens' },
];

interface TimingFieldsProps {
  draft: ScheduleDraft;
  beside: Partial<Record<string, string>>;
  onChange: (next: Partial<ScheduleDraft>) => void;
}

/** When runs begin: at times, every so often, once, or when something happens. */
export function TimingFields({ draft, beside, onChange }: TimingFieldsProps) {
  const words = cronWords(draft.cron);
  return (
    <div className="grid gap-3">
      <Segments<ScheduleTiming>
        label="When runs begin"
        value={draft.timing}
        options={TIMINGS}
        onChange={(timing) => onChange({ timing })}
      />
      {draft.timing === 'CRON' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label="Times, as cron writes them"
            name="cron"
            className="[&_input]:font-mono"
            value={draft.cron}
            problem={beside['cron']}
            hint={words ?? 'Minute, hour, day of the month, month, day of the week.'}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange({ cron: event.target.value })}
          />
          <Zone draft={draft} beside={beside} onChange={onChange} />
          <CronPreview cron={draft.cron} timeZone={draft.timeZone} />
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted sm:col-span-2">
            For example
            {EXAMPLES.map((cron) => (
              <button
                key={cron}
                type="button"
                className="min-h-6 rounded-full border border-control px-2.5 text-xs text-ink hover:bg-raised"
                onClick={() => onChange({ cron })}
              >
                {cronWords(cron)}
              </button>
            ))}
          </p>
        </div>
      ) : null}
      {draft.timing === 'INTERVAL' ? (
        <div className="grid grid-cols-2 gap-3 sm:max-w-sm">
          <Field
            label="Every"
            name="everySeconds"
            inputMode="numeric"
            value={draft.every}
            problem={beside['everySeconds']}
            onChange={(event) => onChange({ every: event.target.value })}
          />
          <Choice label="Unit" value={draft.unit} options={UNITS} onChange={(event) => onChange({ unit: event.target.value })} />
        </div>
      ) : null}
      {draft.timing === 'ONCE' ? (
        <Field
          label="When, in UTC"
          name="at"
          type="datetime-local"
          className="sm:max-w-xs"
          value={draft.at}
          problem={beside['at']}
          onChange={(event) => onChange({ at: event.target.value })}
        />
      ) : null}
      {draft.timing === 'EVENT' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Choice
            label="What happens"
            name="on"
            value={draft.on}
            problem={beside['on']}
            options={EVENT_CHOICES}
            onChange={(event) => onChange({ on: event.target.value })}
          />
          <Field
            label="Only for"
            name="onlyFor"
            value={draft.onlyFor}
            problem={beside['onlyFor']}
            hint="A type of record, a connection or a watch. Left empty: any."
            spellCheck={false}
            onChange={(event) => onChange({ onlyFor: event.target.value })}
          />
          <Field
            label="Give what happened to the input"
            name="eventInput"
            value={draft.eventInput}
            problem={beside['eventInput']}
            hint="Name of an input of the workflow. Left empty: to none."
            spellCheck={false}
            onChange={(event) => onChange({ eventInput: event.target.value })}
          />
        </div>
      ) : null}
    </div>
  );
}

function Zone({ draft, beside, onChange }: TimingFieldsProps) {
  return (
    <Field
      label="Time zone"
      name="timeZone"
      value={draft.timeZone}
      problem={beside['timeZone']}
      hint="Such as Europe/Berlin. Left empty: the company’s."
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange({ timeZone: event.target.value })}
    />
  );
}
