import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  defaultPreferences,
  type Preferences,
  readPreferences,
  writePreferences,
} from '@/lib/preferences';

const KEY = 'preferences';

/** Preferences that this browser keeps. */
export function usePreferences(): [
  Preferences,
  (changes: Partial<Preferences>) => void,
] {
  const stored = useSyncExternalStore(subscribe, read, () => undefined);
  const preferences = useMemo(
    () => (stored === undefined ? defaultPreferences : readPreferences(stored)),
    [stored],
  );
  const change = useCallback((changes: Partial<Preferences>) => {
    const next = { ...readPreferences(read()), ...changes };
    write(writePreferences(next));
    for (const listener of listeners) listener();
  }, []);
  return [preferences, change];
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Other tabs tell of their changes.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

// A browser that keeps nothing can still chat.
let unkept: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return unkept;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    unkept = text;
  }
}
