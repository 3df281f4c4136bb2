import type { Response } from 'express';

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Says that a download of that name follows, which no cache keeps. */
export function announceFile(res: Response, type: string, name: string): void {
  res.setHeader('content-type', type);
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
}

/** A finished file as a download. */
export function sendFile(res: Response, type: string, name: string, bytes: Uint8Array): void {
  announceFile(res, type, name);
  res.setHeader('content-length', bytes.length);
  res.end(bytes);
}
