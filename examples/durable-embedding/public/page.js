const numbers = new Intl.NumberFormat('en');
const element = id => document.getElementById(id);

/** Of the last seconds, from which the rate is computed. */
let samples = [];

async function showProgress() {
  try {
    const { texts, vectors, workers } = await getJson('/api/progress');
    const now = performance.now();
    samples = [...samples, { now, vectors }].slice(-20);
    const [first] = samples;
    const seconds = (now - first.now) / 1000;
    const rate = seconds > 0 ? (vectors - first.vectors) / seconds : 0;

    element('bar').max = Math.max(texts, 1);
    element('bar').value = vectors;
    const percentage = `${Math.floor((100 * vectors) / Math.max(texts, 1))}%`;
    element('percentage').textContent = percentage;
    // Seen in the browser's tab while another one is open.
    document.title = `${percentage} embedded`;
    element('embedded').textContent =
      `${numbers.format(vectors)} of ${numbers.format(texts)}`;
    element('rate').textContent =
      seconds > 0 ? numbers.format(Math.round(rate)) : '–';
    element('left').textContent = formatTimeLeft(texts - vectors, rate);
    element('workers').textContent = String(workers.length);
  } catch {
    // The worker behind this page may have been killed: it comes back.
    element('workers').textContent = 'This one does not answer';
  }
  setTimeout(showProgress, 500);
}

function formatTimeLeft(texts, rate) {
  if (texts === 0) return 'Done';
  if (rate === 0) return '–';
  const seconds = texts / rate;
  return seconds < 90
    ? `${Math.ceil(seconds)} s`
    : `${numbers.format(Math.ceil(seconds / 60))} min`;
}

async function search(query) {
  element('status').textContent = 'Searching …';
  try {
    const start = performance.now();
    const hits = await getJson(`/api/search?${new URLSearchParams({ query })}`);
    element('hits').replaceChildren(...hits.map(createHit));
    element('status').textContent =
      hits.length === 0
        ? 'Nothing is stored yet.'
        : `The nearest ${hits.length}, in ${Math.round(performance.now() - start)} ms`;
  } catch {
    element('hits').replaceChildren();
    element('status').textContent = 'The search failed. Try it again.';
  }
}

function createHit({ body, similarity }) {
  const item = document.createElement('li');
  const score = document.createElement('data');
  score.value = similarity;
  score.title = 'Cosine similarity';
  score.textContent = similarity.toFixed(2);
  const text = document.createElement('span');
  text.textContent = body;
  item.append(score, text);
  return item;
}

async function getJson(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return await response.json();
}

document.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  void search(new FormData(event.target).get('query'));
});
void showProgress();
