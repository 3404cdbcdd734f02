import { useEffect } from 'react';

const NEAR = 80;

/** The last words of an answer are drawn a moment after its end. */
const LINGER_MILLISECONDS = 300;

/**
 * Keeps the end of the page in view while `isActive`, as the page grows. Who
 * scrolls up is left in peace.
 */
export function useStickToBottom(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const page = document.documentElement;
    let isAtBottom = true;

    const remember = () => {
      isAtBottom =
        page.scrollHeight - window.scrollY - window.innerHeight < NEAR;
    };
    const follow = new ResizeObserver(() => {
      if (isAtBottom) window.scrollTo({ top: page.scrollHeight });
    });
    window.addEventListener('scroll', remember, { passive: true });
    follow.observe(document.body);
    const stop = () => {
      window.removeEventListener('scroll', remember);
      follow.disconnect();
    };
    return () => {
      setTimeout(stop, LINGER_MILLISECONDS);
    };
  }, [isActive]);
}
