/** What pages may ask of the router, which itself knows every page: it is bound here so that nothing runs in a circle. */
type Router = {
  navigate: (path: string, options?: GoOptions) => Promise<unknown>;
  route: { pathname: string; params: Record<string, string | undefined>; search: Record<string, unknown> };
};
type GoOptions = { replace?: boolean; search?: Record<string, string>; scrollToTop?: false };

let router: Router | undefined;

/** Called once, by routes.ts. */
export function bindRouter(made: unknown): void {
  router = made as Router;
}

/** Goes to a page: `go(`/goals/${id}`)`. Links are plain `<a href>`. */
export async function go(path: string, options?: GoOptions): Promise<void> {
  await router?.navigate(path, options);
}

/** The address being shown; reading it in markup or `$derived` follows it. */
export const place = {
  get pathname(): string {
    return router?.route.pathname ?? "/";
  },
  get search(): Record<string, unknown> {
    return router?.route.search ?? {};
  },
};

/** A part of the address by its name in routes.ts: `param("goalId")`. */
export function param(name: string): string {
  const value = router?.route.params[name];
  if (value === undefined) throw new Error(`The address has no ${name}.`);
  return value;
}
