/** The one-time token after `#`, taken out of the address so that it is neither shared nor kept in the history. */
export function hashToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
