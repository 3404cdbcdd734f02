import { useLayoutEffect, useRef } from 'react';

const NEAR = 80;

/** After these the page may grow because its reader wants it to. */
const ACTS = ['pointerdown', 'keydown'] as const;

/**
 * Shows the end of the page at first, and keeps it in view while `isGrowing`.
 * Who scrolls up is left in peace.
 */
export function useStickToBottom(isGrowing: boolean): void {
  const isAtBottom = useRef(true);

  // The first that is painted is the end.
  useLayoutEffect(() => {
    const page = document.documentElement;
    if (isGrowing) isAtBottom.current = true;

    let before = window.scrollY;
    const remember = () => {
      const { scrollY, innerHeight } = window;
      if (page.scrollHeight - scrollY - innerHeight < NEAR) {
        isAtBottom.current = true;
      } else if (scrollY < before) {
        isAtBottom.current = false;
      }
      before = scrollY;
    };
    const follow = new ResizeObserver(() => {
      if (isAtBottom.current) window.scrollTo({ top: page.scrollHeight });
    });
    window.addEventListener('scroll', remember, { passive: true });
    follow.observe(document.body);

    const stop = () => {
      window.removeEventListener('scroll', remember);
      follow.disconnect();
      for (const act of ACTS) window.removeEventListener(act, stop);
    };
    // What comes last is drawn a moment after it is there.
    if (!isGrowing) for (const act of ACTS) window.addEventListener(act, stop);
    return stop;
  }, [isGrowing]);
}
