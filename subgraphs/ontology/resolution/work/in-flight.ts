/**
 * Has `work` done on what comes, some at once, and waits for all of it. After a failure nothing more is begun; what is under way ends first, so that nobody
 * writes behind the back of whoever tries again. @throws the first error
 */
export async function inFlight<Item>(items: AsyncIterable<Item>, most: number, work: (item: Item) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  try {
    for await (const item of items) {
      if (failures.length > 0) break;
      const task: Promise<void> = work(item)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(task));
      running.add(task);
      if (running.size >= most) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
}
