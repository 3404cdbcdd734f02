'use client';

import { type FormEvent, useRef, useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import type { SearchAnswer } from '@/lib/search-corpus';
import { fetchAnswer } from './fetch-answer';
import { Results } from './results';
import { Suggestions } from './suggestions';

type State =
  | { status: 'idle' | 'searching' }
  | { status: 'found'; query: string; answer: SearchAnswer }
  | { status: 'failed'; error: Error };

export function Search() {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<State>({ status: 'idle' });
  const running = useRef<AbortController>(null);

  const search = async (text: string) => {
    // A newer search takes the place of one that is under way.
    running.current?.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    setQuery(text);
    setState({ status: 'searching' });
    try {
      const answer = await fetchAnswer(text, signal);
      setState({ status: 'found', query: text, answer });
    } catch (error) {
      if (!signal.aborted) {
        setState({
          status: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        });
      }
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (query.trim() !== '') void search(query);
  };

  return (
    <div className="search">
      <h1>Small wonders</h1>
      <p className="lead">
        Ask in your own words. Embeddings find the texts that are near, and a
        reranking model puts the best first.
      </p>

      <search>
        <form className="search-form" onSubmit={submit}>
          <label className="visually-hidden" htmlFor="query">
            What are you looking for?
          </label>
          <input
            id="query"
            type="search"
            placeholder="What are you looking for?"
            autoComplete="off"
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
          <button type="submit" className="button primary">
            Search
          </button>
        </form>
      </search>

      {state.status === 'idle' && <Suggestions onChoose={search} />}
      <p className="visually-hidden" role="status">
        {state.status === 'searching' && 'Searching'}
        {state.status === 'found' &&
          `${state.answer.results.length} results for ${state.query}`}
      </p>
      {state.status === 'searching' && (
        <p className="pending" aria-hidden="true">
          Searching
        </p>
      )}
      {state.status === 'failed' && (
        <ErrorNotice error={state.error} onRetry={() => search(query)} />
      )}
      {state.status === 'found' && <Results answer={state.answer} />}
    </div>
  );
}
