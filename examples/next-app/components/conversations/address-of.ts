/** The page's address with a conversation open. */
export function addressOf(id: string): string {
  return `/?${new URLSearchParams({ conversation: id })}`;
}
