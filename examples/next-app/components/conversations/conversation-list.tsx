import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import {
  deleteConversation,
  getSummaries,
  watchSummaries,
} from '@/lib/conversations';
import { addressOf } from './address-of';
import { DeleteButton } from './delete-button';

/** The conversations of this browser, and a way to begin another. */
export function ConversationList({
  current,
  onOpen,
  onNew,
}: {
  current: string;
  onOpen?: (() => void) | undefined;
  onNew: () => void;
}) {
  const summaries = useSyncExternalStore(
    watchSummaries,
    getSummaries,
    () => undefined,
  );

  const remove = (id: string) => {
    void deleteConversation(id);
    if (id === current) onNew();
  };

  return (
    <>
      <button type="button" className="button" onClick={onNew}>
        New conversation
      </button>
      {summaries?.length === 0 && (
        <p className="facts">What you talk about is kept in this browser.</p>
      )}
      <ul className="conversations">
        {summaries?.map(({ id, title }) => (
          <li key={id} className="conversation">
            <Link
              href={addressOf(id)}
              aria-current={id === current ? 'page' : undefined}
              onClick={onOpen}
            >
              {title}
            </Link>
            <DeleteButton title={title} onDelete={() => remove(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}
