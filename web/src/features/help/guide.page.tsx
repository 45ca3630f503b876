import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { classes } from '../../ui/classes.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { BackLink } from './back-link.tsx';
import { Article } from './article.tsx';
import { GUIDE_GROUPS, guideOf, guidePath, loadGuide } from './guides.ts';
import { plainText } from './markdown/blocks.ts';
import type { Block } from './markdown/blocks.ts';
import { useLoaded } from './use-loaded.ts';

const ALL = GUIDE_GROUPS.flatMap(({ title, guides }) => guides.map((guide) => ({ ...guide, group: title })));

/** The guides of one group, at the side. */
function Beside({ slug, group }: { slug: string; group: string }) {
  const guides = GUIDE_GROUPS.find(({ title }) => title === group)?.guides ?? [];
  return (
    <nav aria-label={group} className="grid content-start gap-0.5 max-lg:hidden lg:sticky lg:top-20">
      <p className="px-2.5 pb-1 text-xs font-medium text-muted">{group}</p>
      {guides.map((each) => (
        <Link
          key={each.slug}
          to={guidePath(each.slug)}
          aria-current={each.slug === slug ? 'page' : undefined}
          className={classes(
            'flex min-h-8 items-center rounded-md px-2.5 py-1 transition-colors hover:bg-raised',
            each.slug === slug ? 'bg-accent-soft font-medium' : 'text-muted hover:text-ink',
          )}
        >
          {each.title}
        </Link>
      ))}
    </nav>
  );
}

/** The headings of the guide itself. */
function Parts({ blocks }: { blocks: readonly Block[] }) {
  const parts = blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level === 2);
  if (parts.length < 2) return null;
  return (
    <nav aria-label="On this page" className="grid content-start gap-0.5 text-sm max-xl:hidden xl:sticky xl:top-20">
      <p className="pb-1 text-xs font-medium text-muted">On this page</p>
      {parts.map(({ id, text }) => (
        <Link
          key={id}
          to={`#${id}`}
          className="flex min-h-7 items-center border-l border-line pl-3 text-muted hover:border-accent hover:text-ink"
        >
          {plainText(text)}
        </Link>
      ))}
    </nav>
  );
}

function Neighbours({ slug }: { slug: string }) {
  const at = ALL.findIndex((each) => each.slug === slug);
  const [before, after] = [ALL[at - 1], ALL[at + 1]];
  const look = 'grid gap-0.5 rounded-lg border border-line p-3 transition-colors hover:border-control hover:bg-raised';
  return (
    <nav aria-label="Other guides" className="mt-8 grid gap-3 sm:grid-cols-2">
      {before ? (
        <Link to={guidePath(before.slug)} className={look}>
          <span className="flex items-center gap-1 text-sm text-muted">
            <ChevronLeft aria-hidden size={14} /> Before
          </span>
          <span className="font-medium">{before.title}</span>
        </Link>
      ) : null}
      {after ? (
        <Link to={guidePath(after.slug)} className={classes(look, 'justify-items-end text-right sm:col-start-2')}>
          <span className="flex items-center gap-1 text-sm text-muted">
            Next <ChevronRight aria-hidden size={14} />
          </span>
          <span className="font-medium">{after.title}</span>
        </Link>
      ) : null}
    </nav>
  );
}

/** One guide. */
export default function GuidePage() {
  const { slug = '' } = useParams();
  const { hash } = useLocation();
  const blocks = useLoaded(slug, loadGuide);
  const guide = guideOf(slug);
  useEffect(() => {
    if (blocks === null || hash === '') return;
    const part = document.getElementById(decodeURIComponent(hash.slice(1)));
    part?.scrollIntoView({ block: 'start' });
    part?.focus({ preventScroll: true });
  }, [blocks, hash]);
  if (guide === null) return <NotFoundPage />;
  const group = ALL.find((each) => each.slug === slug)?.group ?? '';
  return (
    <div className="mx-auto w-full max-w-[1360px] lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <div className="pt-6 pl-4 max-lg:hidden">
        <Beside slug={slug} group={group} />
      </div>
      <div className="min-w-0">
        <BackLink to="/help">Help</BackLink>
        <Page key={slug} title={guide.title}>
          <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_200px]">
            <div data-guide={slug}>
              {blocks === null ? <Loading label="Loading the guide" lines={8} /> : <Article blocks={blocks} />}
              <Neighbours slug={slug} />
            </div>
            {blocks === null ? null : <Parts blocks={blocks} />}
          </div>
        </Page>
      </div>
    </div>
  );
}
