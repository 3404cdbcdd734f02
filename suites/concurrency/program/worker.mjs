// Entry for Cloudflare's workerd.
import { handleRequest } from './handle-request.mjs';

export default {
  /**
   * @param {Request} request
   * @param {unknown} _bindings
   * @param {{ waitUntil(work: Promise<unknown>): void }} context
   */
  fetch: (request, _bindings, context) =>
    handleRequest(request, work => context.waitUntil(work)),
};
