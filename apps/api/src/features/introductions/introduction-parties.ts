import { DomainError, shanghaiDay, supplierKinds } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/db/tx.js';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';
import { Mandate } from '../negotiations/mandate.entity.js';

export type IntroductionParties = {
  requesterId: string;
  answererId: string;
  supplierId: string;
  demanderId: string;
  brokerId: string | null;
};

/**
 * Who asks whom. With both items the owners are the two sides and the asker is one of them, or the broker of exactly one. With one item
 * the asker is the side that it lacks: a unit asks on a demand, an enterprise on an achievement.
 */
export async function partiesOf(tx: Tx, demand: Demand | null, achievement: Achievement | null): Promise<IntroductionParties> {
  const { actor } = tx;
  const own = actor.organisationId ?? '';
  const supplierId = achievement?.organisationId ?? (suppliesTechnology(actor) ? own : null);
  const demanderId = demand?.organisationId ?? (actor.organisationKind === 'ENTERPRISE' ? own : null);
  if (supplierId !== null && supplierId === demanderId) throw new DomainError('OWN_ORGANISATION');
  // One's own item alone names nobody to ask.
  if (demand ? !achievement && demand.organisationId === own : achievement?.organisationId === own)
    throw new DomainError('OWN_ORGANISATION');
  if (supplierId === null || demanderId === null) throw new DomainError('FORBIDDEN');
  const sides = { supplierId, demanderId };
  if (own === supplierId) return { ...sides, requesterId: supplierId, answererId: demanderId, brokerId: null };
  if (own === demanderId) return { ...sides, requesterId: demanderId, answererId: supplierId, brokerId: null };
  const client = await clientOf(tx, [supplierId, demanderId], demand?.id ?? null);
  return { ...sides, requesterId: client, answererId: client === supplierId ? demanderId : supplierId, brokerId: own };
}

const suppliesTechnology = (actor: Actor): boolean => actor.organisationKind !== null && supplierKinds.includes(actor.organisationKind);

async function clientOf(tx: Tx, sides: readonly string[], demandId: string | null): Promise<string> {
  if (tx.actor.organisationKind !== 'BROKER_FIRM') throw new DomainError('FORBIDDEN');
  const mandates = await tx.em.findBy(
    Mandate,
    sides.map((clientId) => ({ clientId, brokerFirmId: tx.actor.organisationId ?? '', status: 'ACCEPTED' as const })),
  );
  // A mandate for one demand speaks for that one, and as long as it was given.
  const standing = mandates.filter((m) => m.demandId === null || (m.demandId === demandId && (m.until ?? '') >= shanghaiDay(tx.now)));
  const [client, ...others] = new Set(standing.map((m) => m.clientId));
  // Of both sides at once a broker cannot ask for one.
  if (!client || others.length) throw new DomainError('FORBIDDEN');
  return client;
}
