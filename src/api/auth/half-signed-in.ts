/**
 * The headers of a call without the session's cookie: the second step of a sign-in is for who is half way there. To
 * who is signed in, the library would confirm an app that he is only about to enrol.
 */
export function halfSignedIn(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => !/(^|\.)session_token=/.test(cookie));
  const rest = new Headers(headers);
  rest.set('cookie', cookies.join('; '));
  return rest;
}
