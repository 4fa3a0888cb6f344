/** What kind of error it was, and in which line of which file: no message, since it may quote a name. */
export function placeOf(error: unknown): string {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const [, place = ''] = /([\w.-]+\.m?[jt]s:\d+)/.exec(stack.slice(stack.indexOf('\n    at '))) ?? [];
  return /^\w{1,40}$/.test(name) ? `${name} ${place}`.trim() : place;
}
