/** An answer: its status, its JSON body (null without one; the bytes of a file) and its headers. */
// biome-ignore lint/suspicious/noExplicitAny: bodies are asserted, not typed, as a foreign client would see them.
export type Answer = { status: number; body: any; headers: Headers };

type Options = { headers?: Record<string, string>; raw?: string | Buffer };

/** A browser of one person: keeps cookies, sends JSON. */
export class Client {
  private readonly cookies = new Map<string, string>();
  private readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  /** Keeps a cookie that no answer set. */
  keep = (name: string, value: string) => this.cookies.set(name, value);

  /** The header in which its cookies are sent. */
  get cookie(): string {
    return [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  }

  get = (path: string, options?: Options) => this.call('GET', path, undefined, options);
  post = (path: string, body?: unknown, options?: Options) => this.call('POST', path, body, options);
  /** Sends a file as the body. */
  upload = (path: string, type: string, content: string | Buffer, headers: Record<string, string> = {}) =>
    this.call('POST', path, undefined, { raw: content, headers: { 'Content-Type': type, ...headers } });
  put = (path: string, body?: unknown, options?: Options) => this.call('PUT', path, body, options);
  patch = (path: string, version: number | null, body?: unknown) =>
    this.call('PATCH', path, body, version === null ? {} : { headers: { 'If-Match': `"${version}"` } });
  delete = (path: string, version: number | null) =>
    this.call('DELETE', path, undefined, version === null ? {} : { headers: { 'If-Match': `"${version}"` } });

  async call(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, raw }: Options = {},
  ): Promise<Answer> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(this.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookies.size > 0 ? { Cookie: this.cookie } : {}),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';');
      const [name = '', ...value] = pair.split('=');
      if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) this.cookies.delete(name);
      else this.cookies.set(name, value.join('='));
    }
    const { status, headers: answered } = response;
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length === 0) return { status, body: null, headers: answered };
    const isJson = /json/.test(answered.get('content-type') ?? '');
    return { status, body: isJson ? JSON.parse(bytes.toString()) : bytes, headers: answered };
  }
}
