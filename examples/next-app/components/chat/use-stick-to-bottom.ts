import { useEffect, useRef } from 'react';

const NEAR = 80;

/** What comes last is drawn a moment after it is there. */
const LINGER_MILLISECONDS = 1000;

/**
 * Shows the end of the page at first, and keeps it in view while `isGrowing`.
 * Who scrolls up is left in peace.
 */
export function useStickToBottom(isGrowing: boolean): void {
  const isAtBottom = useRef(true);

  useEffect(() => {
    const page = document.documentElement;
    if (isGrowing) isAtBottom.current = true;

    const remember = () => {
      isAtBottom.current =
        page.scrollHeight - window.scrollY - window.innerHeight < NEAR;
    };
    const follow = new ResizeObserver(() => {
      if (isAtBottom.current) window.scrollTo({ top: page.scrollHeight });
    });
    window.addEventListener('scroll', remember, { passive: true });
    follow.observe(document.body);

    const stop = () => {
      window.removeEventListener('scroll', remember);
      follow.disconnect();
    };
    const timer = isGrowing ? undefined : setTimeout(stop, LINGER_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isGrowing]);
}
