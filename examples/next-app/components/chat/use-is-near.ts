import {
  type RefCallback,
  startTransition,
  useCallback,
  useState,
} from 'react';

/** A screen above and below what is in view. */
const NEAR: IntersectionObserverInit = { rootMargin: '100% 0px' };

/**
 * Whether an element has been in view, or less than a screen away from it.
 *
 * @param initial the answer until the browser has looked.
 */
export function useIsNear(initial: boolean): [RefCallback<Element>, boolean] {
  const [isNear, setIsNear] = useState(initial);
  const ref = useCallback(
    (element: Element | null) => {
      if (isNear || element === null) return;
      const observer = new IntersectionObserver(entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        // Scrolling and typing go first.
        startTransition(() => setIsNear(true));
      }, NEAR);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [isNear],
  );
  return [ref, isNear];
}
