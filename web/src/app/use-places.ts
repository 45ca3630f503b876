import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { keepPlace, readPlaces, writePlaces } from './places-kept.ts';
import type { Place } from './places-kept.ts';

/** Without the tabs that are not open: the focus alone would open them. */
const FOCUSABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not([role="tab"][aria-selected="false"])';
/** A page that comes back builds itself up in the meantime. */
const LOOK_EVERY_MS = 50;
const MOST_LOOKS = 80;
const LONGEST_NAME = 120;

function nameOf(element: Element): string {
  const said = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return `${element.tagName} ${element.getAttribute('href') ?? element.getAttribute('name') ?? ''} ${said.trim()}`.slice(0, LONGEST_NAME);
}

const main = () => document.querySelector('#main');

function namesakes(name: string): HTMLElement[] {
  return [...(main()?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((each) => nameOf(each) === name);
}

function focusNow(): Place['focus'] {
  const active = document.activeElement;
  if (!active || !main()?.contains(active) || active.matches('#main, h1')) return null;
  const name = nameOf(active);
  return { name, nth: namesakes(name).indexOf(active as HTMLElement) };
}

/** Goes back to a place as soon as the page is long enough and what had the focus is there; whoever does anything meanwhile is left alone. */
function goBack({ top, focus }: Place): () => void {
  let looks = 0;
  let timer = 0;
  const stop = () => {
    window.clearTimeout(timer);
    for (const sign of ['wheel', 'pointerdown', 'keydown'] as const) window.removeEventListener(sign, stop);
  };
  for (const sign of ['wheel', 'pointerdown', 'keydown'] as const) window.addEventListener(sign, stop, { passive: true });
  const look = () => {
    looks += 1;
    const long = document.documentElement.scrollHeight >= top + window.innerHeight;
    const target = focus ? namesakes(focus.name)[focus.nth] : undefined;
    if (long || looks >= MOST_LOOKS) window.scrollTo(0, top);
    if (target) target.focus({ preventScroll: true });
    if ((long && (focus === null || target)) || looks >= MOST_LOOKS) return stop();
    timer = window.setTimeout(look, LOOK_EVERY_MS);
  };
  look();
  return stop;
}

/** A new page begins at its top; back and forward lead to where one was on it, with the focus where it was. */
export function usePlaces(): void {
  const { key, pathname, search } = useLocation();
  const type = useNavigationType();
  // What is loaded by its address has no key of its own.
  const of = key === 'default' ? `${pathname}${search}` : `${key} ${pathname}`;

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => {
    let place: Place = { top: window.scrollY, focus: null };
    const note = () => {
      place = { top: window.scrollY, focus: focusNow() ?? place.focus };
    };
    const keep = () => writePlaces(keepPlace(readPlaces(), of, place));
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('focusin', note);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('scroll', note);
      window.removeEventListener('focusin', note);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [of]);
  useLayoutEffect(() => {
    if (type === NavigationType.Pop) {
      const place = readPlaces().get(of);
      return place ? goBack(place) : undefined;
    }
    return undefined;
  }, [type, of]);
  useLayoutEffect(() => {
    if (type !== NavigationType.Pop) window.scrollTo(0, 0);
    // Another set of filters is the same page: only another path begins at the top.
    // oxlint-disable-next-line react/exhaustive-deps -- as said
  }, [pathname]);
}
