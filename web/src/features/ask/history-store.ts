const MAX_QUESTIONS = 30;
const CHANGED = 'autonomos:history';

const key = (tenantId: string) => `autonomos.history.${tenantId}`;

/** The newest first, every question once, at most 30. Pure. */
export function remember(questions: readonly string[], question: string): readonly string[] {
  const same = question.trim().toLowerCase();
  return [question.trim(), ...questions.filter((each) => each.toLowerCase() !== same)].slice(0, MAX_QUESTIONS);
}

/** The recent questions of one tenant in this browser, as stored text (stable between changes). */
export function readHistory(tenantId: string): string {
  try {
    return localStorage.getItem(key(tenantId)) ?? '[]';
  } catch {
    return '[]';
  }
}

export function parseHistory(text: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string').slice(0, MAX_QUESTIONS) : [];
  } catch {
    return [];
  }
}

export function writeHistory(tenantId: string, questions: readonly string[]): void {
  try {
    localStorage.setItem(key(tenantId), JSON.stringify(questions));
  } catch {
    // Without storage there is no history; asking works all the same.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function watchHistory(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}
