import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { LocalNotice } from '@/components/local-notice';
import { Navigation } from '@/components/navigation';
import '@/styles/base.css';
import '@/styles/layout.css';
import '@/styles/controls.css';
import '@/styles/dialog.css';

export const metadata: Metadata = {
  title: { default: 'Chat · Baseten', template: '%s · Baseten' },
  description: 'Chat and semantic search with Baseten and the AI SDK.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#151513' },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <header className="header">
          <p className="brand">Baseten example</p>
          <Navigation />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <LocalNotice />
      </body>
    </html>
  );
}
