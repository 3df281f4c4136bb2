import { print } from 'graphql';
import type { ErrorCode, Issue } from '@jihui/domain';
import type { TadaDocumentNode } from '@jihui/gql';

/** A refusal as the API gave it. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | string,
    readonly params: { issues?: Issue[] } & Record<string, unknown>,
    readonly path: readonly (string | number)[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

type Answer<R> = { data?: R; errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; params?: Record<string, unknown> } }[] };

/** GraphQL over HTTP as one person in one browser. */
export class ApiClient {
  constructor(
    readonly url: string,
    public cookie = '',
  ) {}

  /** The result of a typed document; an ApiError with the first refusal's code otherwise. */
  async run<R, V extends object>(document: TadaDocumentNode<R, V>, ...[variables]: Record<string, never> extends V ? [V?] : [V]): Promise<R> {
    return this.send<R>(print(document), variables ?? {});
  }

  async send<R = Record<string, unknown>>(query: string, variables: object = {}): Promise<R> {
    const answer = await this.raw<R>(query, variables);
    const [error] = answer.errors ?? [];
    if (error) throw new ApiError(error.extensions?.code ?? error.message, error.extensions?.params ?? {}, error.path);
    if (!answer.data) throw new Error('the answer has no data');
    return answer.data;
  }

  /** The whole answer, refusals included. */
  async raw<R>(query: string, variables: object = {}): Promise<Answer<R>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.getSetCookie().find((c) => c.startsWith('jihui_session='));
    if (set) this.cookie = set.split(';')[0] ?? '';
    return (await response.json()) as Answer<R>;
  }

  /** Uploads one file as a browser does and gives its id. */
  async upload(name: string, bytes: Uint8Array | string, type = 'application/octet-stream'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name);
    const response = await fetch(`${this.url}/files`, { method: 'POST', headers: { cookie: this.cookie, 'x-requested-with': 'jihui' }, body: form });
    const body = (await response.json()) as { id?: string; code?: string; params?: Record<string, unknown> };
    if (!body.id) throw new ApiError(body.code ?? String(response.status), body.params ?? {});
    return body.id;
  }
}
