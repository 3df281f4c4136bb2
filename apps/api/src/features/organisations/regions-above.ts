import type { EntityManager } from 'typeorm';
import { Region } from './region.entity.js';

/** For a region's code: itself and every region that holds it. */
export async function regionsAbove(em: EntityManager): Promise<(code: string) => string[]> {
  const parents = new Map((await em.find(Region)).map((r) => [r.code, r.parentCode]));
  return (code) => {
    const above: string[] = [];
    for (let at: string | null = code; at && !above.includes(at); at = parents.get(at) ?? null) above.push(at);
    return above;
  };
}
