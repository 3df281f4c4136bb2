import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '@jihui/domain';

/** A registered contract that a person brought about; the register shows the same of it to everybody. */
export type PersonCase = { number: string; title: string; registeredOn: string };

/**
 * The registered contracts of a person, as a condition on the contract's alias `c`: an expert's are those on achievements that he wrote,
 * a broker's those of talks whose mandate he himself accepted. Nothing is typed in, so nothing can be claimed.
 */
const contractsOf = (user: string): string => `c.status = 'REGISTERED' and (
  exists (select 1 from achievement a where a.id = c."achievementId" and a."createdBy" = ${user})
  or exists (select 1 from mandate m where m."negotiationId" = c."negotiationId" and m."brokerFirmId" = c."brokerId"
    and m.status = 'ACCEPTED' and m."answeredBy" = ${user}))`;

/** How many they are, as SQL. */
export const contractCount = (user: string): string => `(select count(*)::int from technology_contract c where ${contractsOf(user)})`;

/** How many introductions he asked for or accepted that both sides wanted; with whom stays between them. */
export const introductionCount = (user: string): string =>
  `(select count(*)::int from introduction i where i.status = 'ACCEPTED' and (i."requestedBy" = ${user} or i."answeredBy" = ${user}))`;

/** The contracts themselves, the last one first. */
export async function casesOf(em: EntityManager, userId: string): Promise<PersonCase[]> {
  const rows: { number: string; title: string; registeredAt: Date }[] = await em.query(
    `select c."registrationNo" as number, c.title, c."registeredAt" from technology_contract c where ${contractsOf('$1')} order by c."registeredAt" desc limit 50`,
    [userId],
  );
  return rows.map(({ number, title, registeredAt }) => ({ number, title, registeredOn: shanghaiDay(registeredAt) }));
}
