import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { isThing, rememberPage } from './recent-pages.ts';
import { useViewer } from './viewer.ts';

/** What every page's title ends with. */
const SUFFIX = / · AutonomOS$/;
/** A page that is left sooner was only passed by; some know their name only later. */
const STAYED_MS = [1_500, 5_000] as const;

/** Says to screen readers which page one is on now, once it has its title; and remembers it, when it shows one thing. */
export function Announcer() {
  const { pathname, search } = useLocation();
  const tenantId = useViewer()?.tenant.id;
  const [said, setSaid] = useState('');
  const was = useRef(pathname);
  useEffect(() => {
    if (was.current === pathname) return undefined;
    was.current = pathname;
    const say = () => setSaid(document.title.replace(SUFFIX, ''));
    say();
    const observer = new MutationObserver(say);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [pathname]);
  useEffect(() => {
    const question = pathname === '/ask' ? (new URLSearchParams(search).get('q') ?? '') : '';
    const path = question ? `/ask?${new URLSearchParams({ q: question }).toString()}` : pathname;
    if (!tenantId || !isThing(path)) return undefined;
    const keep = () => rememberPage(tenantId, { path, title: question || document.title.replace(SUFFIX, '') });
    const timers = STAYED_MS.map((ms) => window.setTimeout(keep, ms));
    return () => timers.forEach((timer) => window.clearTimeout(timer));
  }, [tenantId, pathname, search]);
  return (
    <p aria-live="polite" className="sr-only" data-announcer>
      {said}
    </p>
  );
}
