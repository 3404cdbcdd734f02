import type { Page } from 'playwright-core';

const CODE = '```ts\nconst answer: number = 6 * 7;\n```';
const TABLE = '| one | two |\n|---|---|\n| 1 | 2 |';

/**
 * Puts a conversation where the example keeps its own.
 *
 * @returns the path at which it opens.
 */
export async function storeConversation(
  page: Page,
  length: number,
): Promise<string> {
  const messages = Array.from({ length }, (_, index) => ({
    id: `message-${index}`,
    role: index % 2 === 0 ? 'user' : 'assistant',
    parts: [
      {
        type: 'text',
        text:
          index % 2 === 0
            ? `Question ${index}?`
            : `**Answer ${index}.** Some words about it.\n\n${CODE}\n\n${TABLE}`,
      },
    ],
  }));
  const id = `of-${length}`;
  const summary = { id, title: `${length} messages`, updatedAt: 0 };

  await page.evaluate(
    entries =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('baseten-example');
        request.onerror = () => reject(request.error);
        request.onupgradeneeded = () =>
          request.result.createObjectStore('conversations');
        request.onsuccess = () => {
          const transaction = request.result.transaction(
            'conversations',
            'readwrite',
          );
          const store = transaction.objectStore('conversations');
          for (const [key, value] of entries) store.put(value, key);
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    Object.entries({ [`messages:${id}`]: messages, list: [summary] }),
  );
  return `/?conversation=${id}`;
}
