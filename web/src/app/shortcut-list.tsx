import { SHORTCUTS } from './shortcuts.ts';

/** Every shortcut, grouped. */
export function ShortcutList() {
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {SHORTCUTS.map((group) => (
        <section key={group.title}>
          <h3 className="mb-2 text-sm font-semibold text-muted">{group.title}</h3>
          <dl className="grid gap-1.5">
            {group.keys.map(([keys, does]) => (
              <div key={does} className="flex items-center justify-between gap-4">
                <dt className="text-base">{does}</dt>
                <dd className="flex shrink-0 gap-1">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-6 rounded-sm border border-control bg-raised px-1.5 py-0.5 text-center font-sans text-xs"
                    >
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
