// Messages as elements. Whatever a message holds becomes text: nothing here reads markup, and only http(s) becomes a link or a picture.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value) node.setAttribute(name, value);
  node.append(...children.filter(Boolean));
  return node;
}

function address(text) {
  if (!text || !URL.canParse(text, location.origin)) return null;
  const url = new URL(text, location.origin);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

// Decimals by ISO 4217 where they are not two. Intl's own are those of daily life: none for HUF or IDR, whose prices do come in hundredths.
const DECIMALS = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3]),
]);

/** Minor units as people of this page's language write them. */
function money({ amount, currency }) {
  const digits = DECIMALS.get(currency) ?? 2;
  const style = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(amount / 10 ** digits);
}

function note(speaker, text) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((piece, index) =>
    index % 2 ? element('a', { href: address(piece), target: '_blank', rel: 'noopener' }, piece) : piece);
  return element('p', { class: 'note' }, element('span', { class: 'unseen' }, `${speaker} `), ...pieces);
}

/**
 * A message of the shop, in the shape its type asks for.
 * @param hooks `words`; `choose(button, action, title)` when something is picked; `grown()` when a picture has changed the height.
 */
export function drawShop({ type, text, options = [], products = [], url, label }, { words, choose, grown }) {
  const href = address(url);
  const choice = (kind, action, title, ...content) => element('button', {
    type: 'button', class: kind, 'data-testid': kind, click: event => choose(event.currentTarget, action, title),
  }, ...content);

  const product = ({ id, title, price, description, imageUrl }) => {
    const src = address(imageUrl);
    return element('li', {}, choice('tag', `product:${id}`, title, element('span', { class: 'tag-paper' },
      element('span', { class: 'tag-picture', 'aria-hidden': 'true' }, title.charAt(0),
        src && element('img', { src, alt: '', error: event => event.target.remove() })),
      element('span', { class: 'tag-title' }, title),
      description && element('span', { class: 'tag-about' }, description),
      element('span', { class: 'tag-price', 'data-testid': 'price' }, money(price)))));
  };
  const row = ({ id, title, description }) =>
    element('li', {}, choice('row', id, title, element('b', {}, title), description && element('small', {}, description)));
  const answers = () => type === 'list'
    ? element('ul', { class: 'rows', 'aria-label': label ?? words.answers }, ...options.map(row))
    : element('div', { class: 'options', role: 'group', 'aria-label': words.answers },
      ...options.map(({ id, title }) => choice('option', id, title, title)));

  return element('div', { class: `message shop ${type}`, 'data-testid': 'message', 'data-from': 'shop' },
    type === 'image' && href
      && element('img', { class: 'picture', src: href, alt: '', load: grown, error: event => event.target.remove() }),
    text && note(words.shopSays, text),
    products.length > 0 && element('ul', { class: 'shelf', 'aria-label': words.products }, ...products.map(product)),
    options.length > 0 && answers(),
    type === 'link' && href && element('a', { class: 'go', href, target: '_blank', rel: 'noopener', 'data-testid': 'link' },
      label ?? href, element('span', { class: 'unseen' }, ` ${words.newTab}`)));
}

/** A message of the shopper; what became of it is told below by `drawFate`. */
export const drawOwn = ({ id, text }, { words }) =>
  element('div', { class: 'message you', id: `own-${id}`, 'data-testid': 'message', 'data-from': 'you' },
    note(words.youSay, text), element('p', { class: 'fate' }));

/** @param retry sends what is unsent; given only when the last attempt failed. */
export function drawFate({ id, sent, refused }, { words, retry }) {
  const node = document.getElementById(`own-${id}`);
  if (!node) return;
  node.classList.toggle('waiting', !sent && !retry);
  const fate = node.querySelector('.fate');
  if (refused) fate.replaceChildren(refused);
  else if (sent || !retry) fate.replaceChildren();
  else fate.replaceChildren(words.notSent, element('button', { type: 'button', 'data-testid': 'retry', click: retry }, words.retry));
}
