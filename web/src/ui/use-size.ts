import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The size of an element in whole pixels, known before the first paint and followed afterwards. */
export function useSize<E extends Element>(): [RefObject<E | null>, { width: number; height: number } | null] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const next = { width: Math.round(width), height: Math.round(height) };
      setSize((now) => (now && now.width === next.width && now.height === next.height ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
