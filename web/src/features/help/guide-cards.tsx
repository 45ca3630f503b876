import { Link } from 'react-router';
import { GUIDE_GROUPS, guidePath } from './guides.ts';

/** Every guide, by what it belongs to. */
export function GuideCards() {
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {GUIDE_GROUPS.map(({ title, guides }) => (
        <section key={title} className="panel p-5" aria-label={title}>
          <h3 className="mb-2 text-md font-semibold">{title}</h3>
          <ul className="-mx-2 grid">
            {guides.map((guide) => (
              <li key={guide.slug}>
                <Link
                  to={guidePath(guide.slug)}
                  title={guide.intro}
                  className="flex min-h-8 items-center rounded-md px-2 py-1 text-muted transition-colors hover:bg-raised hover:text-ink"
                >
                  {guide.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
