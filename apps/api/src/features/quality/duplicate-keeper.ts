import { In, type EntityManager } from 'typeorm';
import { duplicateMachine, next } from '@jihui/domain';
import type { Rarity } from '@jihui/matching';
import type { Tx } from '../../platform/db/tx.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { Appraised } from './appraiser.js';
import { DuplicatePair } from './duplicate-pair.entity.js';
import { lookalikesOf, type Lookalike } from './duplicate-search.js';
import type { Item } from './published-contents.js';

/** Makes the pairs of one item those that are there now. What a person has said of a pair stays as it is. */
export async function keepPairs(tx: Tx, appraised: Appraised, rarity: Rarity): Promise<void> {
  const { item, ref } = appraised;
  const known = await pairsOf(tx.em, [item.id]);
  const partner = (pair: DuplicatePair): string => (pair.firstId === item.id ? pair.secondId : pair.firstId);
  const found = await lookalikesOf(tx.em, appraised, rarity, known.map(partner));
  const unknown = found.filter((like) => !known.some((p) => partner(p) === like.item.id));
  const owners = unknown.length ? await tx.em.findBy(Organisation, { id: In([item, ...unknown.map((like) => like.item)].map((i) => i.organisationId)) }) : [];
  for (const like of found) {
    const pair = known.find((p) => partner(p) === like.item.id);
    if (!pair) await insertPair(tx, ref.kind, item, like, owners);
    else if (pair.status === 'OPEN' || pair.status === 'CLEARED') await refresh(tx, pair, like);
  }
  const alike = new Set(found.map((f) => f.item.id));
  for (const pair of known) if (pair.status === 'OPEN' && !alike.has(partner(pair))) await clear(tx, pair);
}

/** Pairs of items that are published no more: nothing is left to judge. */
export async function clearPairs(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  for (const pair of await pairsOf(tx.em, ids)) if (pair.status === 'OPEN') await clear(tx, pair);
}

function pairsOf(em: EntityManager, ids: readonly string[]): Promise<DuplicatePair[]> {
  return em.find(DuplicatePair, { where: [{ firstId: In(ids) }, { secondId: In(ids) }], order: { id: 'ASC' } });
}

async function clear(tx: Tx, pair: DuplicatePair): Promise<void> {
  pair.status = next(duplicateMachine, pair.status, 'clear');
  await tx.save(pair);
  await tx.record('duplicate.cleared', pair.id, {});
}

async function refresh(tx: Tx, pair: DuplicatePair, { grounds, resemblance, containment, patents }: Lookalike): Promise<void> {
  const isBack = pair.status === 'CLEARED';
  const isSame = pair.resemblance === resemblance && pair.containment === containment && String(pair.patents) === String(patents) && String(pair.grounds) === String(grounds);
  if (!isBack && isSame) return;
  Object.assign(pair, { grounds, resemblance, containment, patents });
  if (isBack) pair.status = next(duplicateMachine, pair.status, 'findAgain');
  await tx.save(pair);
  if (isBack) await tx.record('duplicate.found', pair.id, { grounds });
}

async function insertPair(tx: Tx, kind: DuplicatePair['kind'], item: Item, like: Lookalike, owners: readonly Organisation[]): Promise<void> {
  const [first, second] = item.id < like.item.id ? [item, like.item] : [like.item, item];
  const branchOf = (of: Item): string | null =>
    (of instanceof Demand ? of.branchId : null) ?? owners.find((o) => o.id === of.organisationId)?.branchId ?? null;
  const { grounds, resemblance, containment, patents } = like;
  const pair = await tx.insert(DuplicatePair, {
    kind,
    firstId: first.id,
    secondId: second.id,
    titles: [first.title, second.title],
    organisationIds: [first.organisationId, second.organisationId],
    branchIds: [branchOf(first), branchOf(second)].filter((id) => id !== null),
    status: duplicateMachine.initial,
    grounds,
    resemblance,
    containment,
    patents,
    reason: null,
    decidedByOrganisation: null,
    decidedAt: null,
  });
  await tx.record('duplicate.found', pair.id, { grounds });
}
