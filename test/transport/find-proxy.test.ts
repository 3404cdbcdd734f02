import { describe, expect, it } from 'vitest';
import { findProxy } from '../../src/transport/find-proxy';

const URL_OF_MODEL = 'https://model-1.api.baseten.co/sync';
const PROXY = 'http://proxy.example:3128';

describe('findProxy', () => {
  it.each<[Record<string, string>, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: PROXY }, 'proxy.example:3128'],
    [{ https_proxy: PROXY }, 'proxy.example:3128'],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'proxy.example:3128'],
    [{ HTTP_PROXY: PROXY }, undefined],
    [{ ALL_PROXY: PROXY }, 'proxy.example:3128'],
    [{ HTTPS_PROXY: '', ALL_PROXY: PROXY }, 'proxy.example:3128'],
    [{ HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: PROXY, NO_PROXY: 'a, .baseten.co' }, undefined],
    [{ HTTPS_PROXY: PROXY, NO_PROXY: '*.api.baseten.co' }, undefined],
    [{ HTTPS_PROXY: PROXY, no_proxy: 'model-1.api.baseten.co' }, undefined],
    [{ HTTPS_PROXY: PROXY, NO_PROXY: 'aseten.co,,' }, 'proxy.example:3128'],
  ])('finds with %j: %s', (variables, host) => {
    expect(findProxy(new URL(URL_OF_MODEL), variables)?.host).toBe(host);
  });

  it('takes another variable for http', () => {
    const url = new URL('http://localhost/sync');

    expect(findProxy(url, { HTTPS_PROXY: PROXY })).toBeUndefined();
    expect(findProxy(url, { HTTP_PROXY: PROXY })?.port).toBe('3128');
  });
});
