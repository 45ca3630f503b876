import { useEffect, useRef } from 'react';

/** Does something each time a value has become another one; not for the first. */
export function useOnChange(value: string, work: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    work();
  }, [value, work]);
}
