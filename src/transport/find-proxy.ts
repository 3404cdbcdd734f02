/**
 * The proxy that the native client uses for a URL, from the environment variables
 * that it reads, in upper or lower case.
 *
 * @throws TypeError if the variable is not a URL.
 */
export function findProxy(
  { protocol, hostname }: URL,
  variables: Record<string, string | undefined>,
): URL | undefined {
  const read = (name: string) =>
    variables[name] || variables[name.toLowerCase()] || undefined;

  const proxy =
    read(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ??
    read('ALL_PROXY');
  const isExempt = (read('NO_PROXY') ?? '')
    .split(',')
    .map(entry => entry.trim().replace(/^\*?\./, ''))
    .some(
      entry =>
        entry === '*' ||
        (entry !== '' &&
          (hostname === entry || hostname.endsWith(`.${entry}`))),
    );
  return proxy == null || isExempt
    ? undefined
    : new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
}
