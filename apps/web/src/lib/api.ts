import { print } from '@0no-co/graphql.web';
import { QueryClient } from '@tanstack/react-query';
import type { ErrorCode, Issue } from '@jihui/domain';
import type { TadaDocumentNode } from '@jihui/gql';

export type ApiErrorParams = { issues?: Issue[] } & Record<string, unknown>;

/** A refusal by the server: the code, and the figures for its sentence. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ApiErrorParams = {},
    readonly requestId: string | null = null,
  ) {
    super(code);
  }
}

type Answer<R> = { data?: R | null; errors?: { message: string; extensions?: { code?: ErrorCode; params?: ApiErrorParams } }[] };

/** Runs a typed document. Throws ApiError; a network that is down is UNAVAILABLE. */
export async function request<R, V extends object>(document: TadaDocumentNode<R, V>, ...[variables]: Record<string, never> extends V ? [V?] : [V]): Promise<R> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document as never), variables: variables ?? {} }),
  }).catch(() => {
    throw new ApiError('UNAVAILABLE');
  });
  const id = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => ({}))) as Answer<R>;
  const [error] = answer.errors ?? [];
  if (error) throw new ApiError(error.extensions?.code ?? 'INTERNAL', error.extensions?.params, id);
  if (!answer.data) throw new ApiError('UNAVAILABLE', {}, id);
  return answer.data;
}

/** Uploads one file with progress (0–1); the id goes into a mutation. */
export function upload(file: File, onProgress?: (share: number) => void): Promise<{ id: string; name: string; size: number }> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const send = new XMLHttpRequest();
    send.open('POST', '/files');
    send.setRequestHeader('x-requested-with', 'jihui');
    send.responseType = 'json';
    send.upload.onprogress = (e) => e.lengthComputable && onProgress?.(e.loaded / e.total);
    send.onerror = () => reject(new ApiError('UNAVAILABLE'));
    send.onload = () => {
      const body = send.response as { id?: string; name: string; size: number; code?: ErrorCode; params?: ApiErrorParams } | null;
      if (send.status < 300 && body?.id) resolve({ id: body.id, name: body.name, size: body.size });
      else reject(new ApiError(body?.code ?? (send.status === 413 ? 'FILE_TOO_LARGE' : 'INTERNAL'), body?.params));
    };
    send.send(form);
  });
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, refetchOnWindowFocus: false, retry: (count, error) => count < 2 && error instanceof ApiError && error.code === 'UNAVAILABLE' } },
});
