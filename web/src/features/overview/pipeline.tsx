import { Link } from 'react-router';
import { DESTINATIONS } from '../../app/navigation.ts';
import { classes } from '../../ui/classes.ts';
import type { Stage } from './stages.ts';

/** Data on its way through the five stages, with the real count at each. */
export function Pipeline({ stages }: { stages: readonly Stage[] }) {
  return (
    <ol aria-label="From source to action" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
      {stages.map((stage, index) => {
        const Icon = DESTINATIONS.find((each) => each.path === stage.path)?.icon;
        return (
          <li key={stage.code} className="relative max-sm:last:col-span-1">
            {index > 0 ? (
              <span
                aria-hidden
                className={classes(
                  'absolute top-9 -left-3 hidden h-px w-3 lg:block',
                  stages[index - 1]?.alive ? 'bg-accent' : 'bg-control',
                )}
              />
            ) : null}
            <Link
              to={stage.path}
              data-stage={stage.code}
              className="panel grid h-full gap-2 p-4 transition-colors hover:border-control max-sm:grid-cols-[auto_1fr_auto] max-sm:items-center max-sm:gap-3"
            >
              <span className="flex items-center gap-2.5">
                <span
                  className={classes(
                    'grid size-9 place-items-center rounded-full',
                    stage.alive ? 'bg-accent-soft text-accent' : 'bg-raised text-muted',
                  )}
                >
                  {Icon ? <Icon aria-hidden size={18} strokeWidth={1.75} /> : null}
                </span>
                <span className="font-medium max-sm:min-w-16">{stage.label}</span>
                <span className="ml-auto text-xs font-medium tracking-wide text-muted max-sm:hidden">{stage.code}</span>
              </span>
              <span className="max-sm:text-right">
                <span className="text-xl font-semibold tracking-tight">{stage.value}</span> <span className="text-muted">{stage.unit}</span>
                <span className="block text-sm text-muted">{stage.detail}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
