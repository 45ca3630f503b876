import { useState } from 'react';

/** The time when the component first appeared; enough for "3 minutes ago". */
export function useNow(): Date {
  const [now] = useState(() => new Date());
  return now;
}
