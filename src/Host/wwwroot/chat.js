// The chat page: keeps what the shopper says until the shop has it, and shows what the shop says as it comes.
import { drawFate, drawOwn, drawShop, element } from './drawing.js';
import { STORE, forgetAll, keep, load } from './keeping.js';

const PATIENCE = 15_000;     // ms for one request, and for the typing sign
const ATTEMPTS = 3;          // of one message while the shop says it is busy

const find = id => document.getElementById(id);
const [scroll, log, typing, notice, box, count, forget] = ['scroll', 'log', 'typing', 'notice', 'text', 'cart-count', 'forget'].map(find);
const pause = ms => new Promise(done => setTimeout(done, ms));
const save = () => keep(state);

let state = load();
let words;
let source;                  // the open event stream
let renewal;                 // a new session on its way
let sending = false;
let stalled = false;         // the last attempt failed: unsent messages offer to be sent again
let typingTimer, awayTimer, delay = 1_000;

/* ---------- showing ---------- */

function draw(entry) {
  const node = entry.divider ? element('p', { class: 'divider' }, words.renewed)
    : entry.own ? drawOwn(entry, { words })
    : drawShop(entry.message, { words, choose, grown: follow });
  log.append(node);
  if (entry.own) showFate(entry);
  return node;
}

const showFate = entry => drawFate(entry, { words, retry: stalled && deliverAll });

function redraw() {
  log.setAttribute('aria-live', 'off');     // what was heard before is not read out again
  log.replaceChildren();
  state.entries.forEach(draw);
  showTallies();
  follow();
  setTimeout(() => log.setAttribute('aria-live', 'polite'));
}

function add(entry) {
  state.entries.push(entry);
  save();
  draw(entry).classList.add('new');
  showTallies();
}

function showTallies() {
  count.textContent = state.cart;
  count.hidden = !state.cart;
  forget.hidden = !state.entries.length;
}

function showTyping(on) {
  clearTimeout(typingTimer);
  typing.hidden = !on;
  if (!on) return;
  typingTimer = setTimeout(() => showTyping(false), PATIENCE);
  follow();
}

function showAway(away) {
  clearTimeout(awayTimer);
  if (!away) notice.textContent = '';
  else awayTimer = setTimeout(() => { notice.textContent = words.away; }, 2_000);   // a short gap is nobody's business
}

/** Shows the newest words, but never pushes the shopper's own last message out of sight. */
function follow() {
  const own = [...log.querySelectorAll('.you')].at(-1);
  const bottom = scroll.scrollHeight - scroll.clientHeight;
  scroll.scrollTo({ top: own ? Math.min(bottom, own.offsetTop - 16) : bottom });
}

/* ---------- saying ---------- */

function say(text, action) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  add({ own: true, id, text, action, sent: false });
  follow();
  deliverAll();
}

function choose(button, action, title) {
  if (state.entries.at(-1)?.action === action) return;   // a double click is one choice
  for (const other of button.closest('.message').querySelectorAll('.chosen')) other.classList.remove('chosen');
  button.classList.add('chosen');
  say(title, action);
}

const unsent = () => state.entries.filter(entry => entry.own && !entry.sent);

/** One at a time and in order: the shop answers in the order of its acknowledgements. */
async function deliverAll() {
  if (sending || !state.token) return;
  sending = true;
  setStalled(false);
  try {
    for (let next; (next = unsent()[0]);) {
      if (!await deliver(next)) return setStalled(true);
      save();
      showFate(next);
    }
  } finally {
    sending = false;
  }
}

function setStalled(value) {
  stalled = value;
  unsent().forEach(showFate);
  if (value) showTyping(false);
}

/** True once the shop has the message or has refused it for good. The id stays the same, so a repeat has no second effect. */
async function deliver(entry) {
  const { id, text, action } = entry;
  const body = JSON.stringify(action ? { id, action } : { id, text });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { token } = state;
    const answer = await post(`/chat/sessions/${token}/messages`, body);
    if (!answer) return false;
    if (answer.status === 404) {
      if (!await renew(token)) return false;
      continue;
    }
    if (answer.status === 429 || answer.status >= 500) {
      await pause(Math.min(30, Number(answer.headers.get('Retry-After')) || 2 ** attempt) * 1_000);
      continue;
    }
    entry.sent = true;
    if (!answer.ok) entry.refused = await reason(answer);
    else if (state.entries.at(-1).own) showTyping(true);   // else the reply was faster than the acknowledgement
    return true;
  }
  return false;
}

/** What the shop's problem report says is wrong, in its own words. */
async function reason(answer) {
  const problem = await answer.json().catch(() => ({}));
  return Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || words.refused;
}

const post = (path, body) => fetch(path, {
  method: 'POST', body, headers: body ? { 'Content-Type': 'application/json' } : {}, signal: AbortSignal.timeout(PATIENCE),
}).catch(() => null);

/* ---------- hearing ---------- */

async function openSession() {
  const answer = await post('/chat/sessions');
  if (!answer?.ok) return false;
  const { token, shop } = await answer.json();
  Object.assign(state, { token, shop, last: null, cart: 0 });
  save();
  return true;
}

/** The session is gone (its time is over, or the shop forgot it): go on in a new one, and in one only, whoever notices first. */
function renew(gone) {
  if (state.token !== gone) return true;
  return renewal ??= beginAnew().finally(() => { renewal = null; });
}

async function beginAnew() {
  if (!await openSession()) return false;
  const first = state.entries.indexOf(unsent()[0]);
  state.entries.splice(first < 0 ? state.entries.length : first, 0, { divider: true });
  save();
  redraw();
  listen();
  return true;
}

function listen() {
  source?.close();
  const after = state.last ? `?after=${encodeURIComponent(state.last)}` : '';
  const stream = source = new EventSource(`/chat/sessions/${state.token}/events${after}`);
  stream.onopen = () => {
    showAway(false);
    delay = 1_000;
    deliverAll();
  };
  stream.onmessage = event => hear(event.lastEventId, JSON.parse(event.data));
  stream.addEventListener('typing', event => showTyping(JSON.parse(event.data).on));
  stream.addEventListener('cart', event => {
    state.cart = JSON.parse(event.data).count;
    save();
    showTallies();
  });
  stream.onerror = () => {
    showAway(true);
    if (stream.readyState === EventSource.CLOSED && stream === source) listenAgain();
  };
}

/** EventSource gives up on an answer that is no stream and hides its status: ask for it. */
async function listenAgain() {
  const closed = source;
  await backOff();
  if (source !== closed) return;
  const { token } = state;
  const asked = new AbortController();
  const answer = await fetch(closed.url, { signal: asked.signal }).catch(() => null);
  asked.abort();
  if (answer?.status !== 404 || !await renew(token)) listen();
}

function backOff() {
  delay = Math.min(30_000, delay * 2);
  return pause(delay / 2);
}

/** A reconnected stream may repeat itself; a message is shown once. Ids are the session's own, so only what it said counts. */
function hear(eventId, message) {
  state.last = eventId;
  const heard = state.entries.slice(state.entries.findLastIndex(entry => entry.divider) + 1);
  if (heard.some(entry => entry.message && entry.message.id === message.id)) return save();
  showTyping(false);
  add({ message });
  follow();
  if (document.hidden) document.title = `● ${state.shop.name}`;
}

/* ---------- the page ---------- */

/** The first of the shopper's languages that the shop speaks. */
function dress(all) {
  const spoken = (state.shop?.languages ?? ['en']).map(code => code.slice(0, 2)).filter(code => all[code]);
  const language = navigator.languages.find(wanted => spoken.includes(wanted.slice(0, 2))) ?? spoken[0] ?? 'en';
  words = all[language.slice(0, 2)];
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = words[node.dataset.word];
  for (const node of document.querySelectorAll('[data-word-label]')) node.setAttribute('aria-label', words[node.dataset.wordLabel]);
  box.placeholder = words[box.dataset.wordPlaceholder];
  if (state.shop) document.title = find('shop-name').textContent = state.shop.name;
}

async function submit(event) {
  event.preventDefault();
  await ready;
  const text = box.value.trim();
  if (text) say(text);
  box.value = '';
  box.focus();
}

// Listening comes before anything is fetched: what an eager shopper sends while the words are on their way is not lost.
const { promise: ready, resolve: begin } = Promise.withResolvers();
find('composer').addEventListener('submit', submit);
box.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
});
for (const button of document.querySelectorAll('[data-say]')) button.addEventListener('click', async () => {
  await ready;
  say(words[button.dataset.say]);
});
forget.addEventListener('click', () => {
  if (!confirm(words.forgetSure)) return;
  forgetAll();
  location.reload();
});
addEventListener('online', deliverAll);
addEventListener('visibilitychange', () => { document.title = state.shop?.name ?? document.title; });
addEventListener('storage', event => {       // the same chat in another tab
  const other = event.key === STORE && words && !sending && load();
  if (!other || JSON.stringify(other.entries) === JSON.stringify(state.entries)) return;
  const moved = other.token !== state.token;
  state = other;
  redraw();
  if (moved) listen();
});

const vocabulary = await (await fetch('/words.json')).json();
dress(vocabulary);
redraw();
begin();

while (!state.token && !await openSession()) {
  showAway(true);
  await backOff();
}
dress(vocabulary);
listen();
