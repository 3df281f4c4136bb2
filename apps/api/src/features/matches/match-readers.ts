import type { Actor } from '../../platform/auth/actor.js';
import type { Scope } from '../../platform/db/access.js';

function readers(actor: Actor, sql: string): Scope {
  return { sql, params: { actorOrg: actor.organisationId, actorIsBranch: actor.organisationKind === 'MARKET_OPERATOR' } };
}

const mandates = `from mandate mm join negotiation mn on mn.id = mm."negotiationId" where mm."brokerFirmId" = :actorOrg and mm.status = 'ACCEPTED' and mn.status <> 'CLOSED'`;

/** Who reads the matches of a demand: its owner, the operators of its branch, a broker whom its owner has mandated. */
export function readersOfDemand(column: string, actor: Actor): Scope {
  return readers(
    actor,
    `${column} in (
       select md.id from demand md where md."organisationId" = :actorOrg or (:actorIsBranch and md."branchId" = :actorOrg and md.status <> 'DRAFT')
       union all select mn."demandId" ${mandates} and mn."demandId" is not null and mm."clientId" = mn."demanderId"
       union all select mh."demandId" from mandate mh where mh."brokerFirmId" = :actorOrg and mh.status = 'ACCEPTED' and mh."demandId" is not null and mh.until >= (now() at time zone 'Asia/Shanghai')::date)`,
  );
}

/** The same for an achievement; its branch is that of its unit. */
export function readersOfAchievement(column: string, actor: Actor): Scope {
  return readers(
    actor,
    `${column} in (
       select ma.id from achievement ma where ma."organisationId" = :actorOrg
       union all select ma.id from achievement ma join organisation mo on mo.id = ma."organisationId" where :actorIsBranch and mo."branchId" = :actorOrg and ma.status <> 'DRAFT'
       union all select mn."achievementId" ${mandates} and mn."achievementId" is not null and mm."clientId" = mn."supplierId")`,
  );
}
