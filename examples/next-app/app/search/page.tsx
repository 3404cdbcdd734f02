import type { Metadata } from 'next';
import { Search } from '@/components/search/search';
import '@/styles/search.css';

export const metadata: Metadata = { title: 'Search' };

export default function SearchPage() {
  return <Search />;
}
