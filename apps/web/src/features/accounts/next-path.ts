/** Where a person goes after signing in: a path of this site, whatever the address says. */
export function nextPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/home';
}
