import { useEffect, useState } from 'react';

/** What `load` gives for `key`, once it has come; null until then. */
export function useLoaded<Value>(key: string, load: (key: string) => Promise<Value>): Value | null {
  const [loaded, setLoaded] = useState<{ key: string; value: Value } | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const value = await load(key);
      if (wanted) setLoaded({ key, value });
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [key, load]);
  return loaded?.key === key ? loaded.value : null;
}
