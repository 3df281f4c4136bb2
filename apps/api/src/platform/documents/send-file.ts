import type { Response } from 'express';

/** A finished file as a download that no cache keeps. */
export function sendFile(res: Response, type: string, name: string, bytes: Buffer): void {
  res.setHeader('content-type', type);
  res.setHeader('content-length', bytes.length);
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  res.end(bytes);
}
