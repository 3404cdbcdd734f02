'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const PAGES = [
  { path: '/', name: 'Chat' },
  { path: '/search', name: 'Search' },
];

export function Navigation() {
  const current = usePathname();

  return (
    <nav className="navigation" aria-label="Pages">
      {PAGES.map(({ path, name }) => (
        <Link
          key={path}
          href={path}
          aria-current={path === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
