import { Injectable } from '@nestjs/common';
import { bidderChecks, byRelevance, relevanceOf } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { ChallengeExperts } from '../challenges/challenge-experts.service.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { BidderFit, withPath } from './bidder-fit.service.js';
import { askedByChallenge, MarketTexts, publicText } from './market-texts.service.js';
import type { ChallengeFits } from './people-match-types.js';

const most = { achievements: 300, challenges: 500, listed: 10, through: 3 } as const;

/** Open items that fit what the actor's unit has published: 适合我单位的榜单. */
@Injectable()
export class ChallengeFit {
  constructor(
    private readonly db: Db,
    private readonly conflicts: ChallengeExperts,
    private readonly market: MarketTexts,
    private readonly bidders: BidderFit,
  ) {}

  async ofUnit(actor: Actor): Promise<ChallengeFits> {
    const unit = await this.db.em.findOneBy(Organisation, { id: actor.organisationId ?? '' });
    if (!unit) return { barredUntil: null, compared: 0, items: [] };
    const barredUntil = (await this.bidders.barsOf([unit.id])).get(unit.id) ?? null;
    const own = await this.market.ownAchievements(actor, most.achievements);
    const market = await this.market.current();
    const open = this.db.em.createQueryBuilder(Challenge, 'c').where(`c.status = 'CLAIM_OPEN' and c.claimsCloseAt > now() and c.organisationId <> :unit`, { unit: unit.id });
    const challenges = await visible(open, Challenge, actor).orderBy('c.claimsCloseAt', 'ASC').limit(most.challenges).getMany();
    const found = challenges.flatMap((challenge) => {
      const asked = askedByChallenge(challenge);
      const terms = market.keyTerms(asked);
      const near = own
        // Most of a unit's items share no weighty word with most of the board: those are not worth the arithmetic.
        .filter((a) => terms.some((t) => `${a.title}\n${a.keywords.join('\n')}\n${a.summary}`.toLowerCase().includes(t)))
        .flatMap((a) => {
          const { shared, closeness, words, inTitles } = market.nearness(asked, publicText(a));
          const sameField = a.techField !== null && a.techField === challenge.techField;
          const relevance = relevanceOf({ words, inTitles, sameField });
          return relevance ? [{ relevance, closeness, shared, sameField, title: a.title }] : [];
        })
        .sort(byRelevance);
      const [best] = near;
      return best ? [{ challenge, ...best, through: near.slice(0, most.through).map((n) => n.title) }] : [];
    });
    const items = found.sort(byRelevance).slice(0, most.listed);
    const shown = await Promise.all(
      items.map(async (item) => {
        const [tie] = (await this.conflicts.ownerTies(this.db.em, item.challenge, [unit])).get(unit.id) ?? [];
        const checks = bidderChecks(item.challenge, { verified: unit.status === 'VERIFIED', barredUntil, conflict: tie?.severity ?? null });
        return { ...item, checks: withPath(checks, tie) };
      }),
    );
    return { barredUntil, compared: own.length, items: shown };
  }
}
