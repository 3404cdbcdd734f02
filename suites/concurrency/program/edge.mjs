// Entry for Vercel's Edge Runtime.
import { handleRequest } from './handle-request.mjs';

addEventListener('fetch', event => {
  const { request, respondWith, waitUntil } = Object(event);
  respondWith.call(
    event,
    handleRequest(request, work => waitUntil.call(event, work)),
  );
});
