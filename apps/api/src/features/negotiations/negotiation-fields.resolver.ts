import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NegotiationAction, negotiationMachine, NegotiationSide, NegotiationStep, nextStepOf, termSheetOf } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Match } from '../matches/match.entity.js';
import { Mandate } from './mandate.entity.js';
import { sideOf, takesPart } from './negotiation-access.js';
import { Negotiation } from './negotiation.entity.js';
import { Parties } from './parties.js';
import { TermWording } from './term-wording.entity.js';

/** What a room shows of itself to those who are in it. */
@Resolver(() => Negotiation)
export class NegotiationFieldsResolver {
  constructor(private readonly parties: Parties) {}

  @ResolveField(() => String, { nullable: true })
  supplierName(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, talk.supplierId);
  }

  @ResolveField(() => String, { nullable: true })
  demanderName(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, talk.demanderId);
  }

  @ResolveField(() => String, { nullable: true })
  brokerName(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, talk.brokerId);
  }

  /** The side of the reader's organisation; null for the broker. */
  @ResolveField(() => gqlEnum(NegotiationSide), { nullable: true })
  mySide(@Parent() talk: Negotiation, @Context() { actor }: GqlContext): NegotiationSide | null {
    return sideOf(actor, talk);
  }

  /** What the reader's side does next. */
  @ResolveField(() => gqlEnum(NegotiationStep))
  async nextStep(@Parent() talk: Negotiation, @Context() { actor, loaders }: GqlContext): Promise<NegotiationStep> {
    const sheet = termSheetOf(await wordingsOf(loaders, talk.id));
    return nextStepOf({ status: talk.status, side: sideOf(actor, talk), sheet, contractId: talk.contractId });
  }

  @ResolveField(() => [gqlEnum(NegotiationAction)])
  availableActions(@Parent() talk: Negotiation, @Context() { actor }: GqlContext): NegotiationAction[] {
    const actions = actionsFor(negotiationMachine, Negotiation, talk, actor);
    // What is agreed has become a contract: from here on its text is what counts.
    return talk.contractId ? actions.filter((a) => a === 'close') : actions;
  }

  /** Whether the reader may write messages and add files. */
  @ResolveField(() => Boolean)
  isWritable(@Parent() talk: Negotiation, @Context() { actor }: GqlContext): boolean {
    return talk.status !== 'CLOSED' && takesPart(actor, talk);
  }

  /** All wordings of all clauses, the first one first: the sheet and its versions follow from them. */
  @ResolveField(() => [TermWording])
  termWordings(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<TermWording[]> {
    return wordingsOf(loaders, talk.id);
  }

  @ResolveField(() => [StoredFile])
  files(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<StoredFile[]> {
    return loaders.batch<StoredFile[]>('negotiation.files', talk.id, async (ids, em) => {
      const files = await em
        .createQueryBuilder(StoredFile, 'f')
        .where(`f.subjectKind = 'negotiation' and f.subjectId in (:...ids)`, { ids: [...ids] })
        .orderBy('f.updatedAt')
        .addOrderBy('f.id')
        .getMany();
      return ids.map((id) => files.filter((f) => f.subjectId === id));
    });
  }

  /** Those that concern the reader's organisation. */
  @ResolveField(() => [Mandate])
  mandates(@Parent() talk: Negotiation, @Context() { actor, loaders }: GqlContext): Promise<Mandate[]> {
    return loaders.batch<Mandate[]>('negotiation.mandates', talk.id, async (ids, em) => {
      const rows = await em
        .createQueryBuilder(Mandate, 'm')
        .where('m.negotiationId in (:...ids)', { ids: [...ids] })
        .orderBy('m.createdAt', 'DESC')
        .getMany();
      return ids.map((id) =>
        rows.filter((m) => m.negotiationId === id && [m.clientId, m.brokerFirmId].includes(actor.organisationId ?? '')),
      );
    });
  }

  @ResolveField(() => DateTime)
  lastActivityAt(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<Date> {
    return loaders.batch<Date>('negotiation.activity', `${talk.id} ${talk.updatedAt.toISOString()}`, async (keys, em) => {
      const ids = keys.map((k) => k.split(' ')[0] ?? '');
      const rows: { id: string; at: Date }[] = await em.query(
        'select "negotiationId" as id, max("createdAt") as at from negotiation_message where "negotiationId" = any($1) group by 1',
        [ids],
      );
      const last = new Map(rows.map((r) => [r.id, r.at]));
      return keys.map((key) => {
        const [id = '', changed = ''] = key.split(' ');
        const [at, written] = [new Date(changed), last.get(id)];
        return written && written > at ? written : at;
      });
    });
  }

  /** Whether the matcher has found these two: then the reader may see why. */
  @ResolveField(() => Boolean)
  async isMatched(@Parent() talk: Negotiation, @Context() { actor, loaders }: GqlContext): Promise<boolean> {
    const { demandId, achievementId } = talk;
    if (!demandId || !achievementId) return false;
    return loaders.batch<boolean>('negotiation.isMatched', `${demandId} ${achievementId}`, async (pairs, em) => {
      const demandIds = pairs.map((p) => p.split(' ')[0] ?? '');
      const rows = await visible(
        em.createQueryBuilder(Match, 'm').where('m.demandId in (:...demandIds)', { demandIds }),
        Match,
        actor,
      ).getMany();
      const found = new Set(rows.map((m) => `${m.demandId} ${m.achievementId}`));
      return pairs.map((pair) => found.has(pair));
    });
  }

  @ResolveField(() => Demand, { nullable: true })
  demand(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<Demand | null> {
    return loaders.byId(Demand, talk.demandId);
  }

  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, talk.achievementId);
  }
}

function wordingsOf(loaders: Loaders, negotiationId: string): Promise<TermWording[]> {
  return loaders.batch<TermWording[]>('negotiation.termWordings', negotiationId, async (ids, em) => {
    const wordings = await em
      .createQueryBuilder(TermWording, 'w')
      .where('w.negotiationId in (:...ids)', { ids: [...ids] })
      .orderBy('w.number')
      .addOrderBy('w.id')
      .getMany();
    return ids.map((id) => wordings.filter((w) => w.negotiationId === id));
  });
}
