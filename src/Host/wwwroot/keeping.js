// What this device keeps of the chat, for a reload. It holds no more than the page shows.

export const STORE = 'shop-chat';
const KEPT = 200;   // entries

/**
 * `token` of the session, `shop` as the session gave it, `last` event id heard, pieces in the `cart`, and what was said, oldest first:
 * an entry is { message } of the shop, { own, id, text, action, sent, refused } of the shopper, or { divider } between two sessions.
 */
const blank = () => ({ token: null, shop: null, last: null, cart: 0, entries: [] });

export function load() {
  try {
    return { ...blank(), ...JSON.parse(localStorage.getItem(STORE)) };
  } catch {
    return blank();
  }
}

export function keep(state) {
  state.entries = state.entries.slice(-KEPT);
  try {
    localStorage.setItem(STORE, JSON.stringify(state));
  } catch {
    // A full or forbidden store costs the redraw after a reload, not the conversation.
  }
}

export const forgetAll = () => localStorage.removeItem(STORE);
