import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { bidderChecks, byRelevance, DomainError, mayBid, relevanceOf, shanghaiDay, type BidderCheck, type BidderFitFilter, type ChallengeStatus, type ProposedFacts, type Relevance, type TechField } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { isOrganiser } from '../challenges/challenge-access.js';
import { ChallengeExperts } from '../challenges/challenge-experts.service.js';
import { ChallengeLists } from '../challenges/challenge-lists.service.js';
import type { Challenge } from '../challenges/challenge.entity.js';
import type { ConflictShown } from '../challenges/conflict-types.js';
import { regionsAbove } from '../organisations/regions-above.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { askedByChallenge, MarketTexts } from './market-texts.service.js';
import { PeopleFit } from './people-fit.service.js';
import { narrowed, unitsBy } from './proposed-facts.js';
import type { AchievementFit, BidderConditionCheck, BidderFits, UnitFit, UnitLeftOut } from './people-match-types.js';

/** From the draft to the end of claiming: before it one finds whom to invite, after it nobody can bid any more. */
const proposedIn: readonly ChallengeStatus[] = ['DRAFT', 'COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED', 'CLAIM_OPEN'];
const most = { units: 10, experts: 10, achievements: 10, through: 3 } as const;

type Ground = { relevance: Relevance; closeness: number; shared: string[]; sameField: boolean; through: string[] };
export type UnitGround = Ground & { organisationId: string };

/** Who could take an item: units, experts, achievements, for its owner and its organiser. */
@Injectable()
export class BidderFit {
  constructor(
    private readonly db: Db,
    private readonly lists: ChallengeLists,
    private readonly conflicts: ChallengeExperts,
    private readonly market: MarketTexts,
    private readonly people: PeopleFit,
  ) {}

  async of(actor: Actor, challengeId: string, filter: BidderFitFilter = {}): Promise<BidderFits> {
    const challenge = await this.lists.byId(challengeId, actor);
    const organises = isOrganiser(actor, challenge);
    if (!organises && challenge.organisationId !== actor.organisationId) throw new DomainError('FORBIDDEN');
    const nothing = { total: 0, left: 0, costs: [] };
    const none: BidderFits = { units: [], experts: [], achievements: [], ofUnits: nothing, ofExperts: nothing, ofAchievements: nothing, leftOut: 0, whoIsLeftOut: organises ? [] : null };
    if (!proposedIn.includes(challenge.status) || !challenge.title.trim()) return none;
    const asked = askedByChallenge(challenge);
    const near = (await this.market.achievementsFor(asked, challenge.organisationId)).flatMap(({ row, shared, closeness, words, inTitles }): (AchievementFit & Ground)[] => {
      const sameField = row.techField !== null && row.techField === challenge.techField;
      const relevance = relevanceOf({ words, inTitles, sameField });
      return relevance ? [{ achievement: row, relevance, closeness, shared, sameField, through: [] }] : [];
    });
    near.sort(byRelevance);
    const experts = (await this.people.near(actor, asked, challenge.techField, challenge.organisationId)).filter((p) => p.role === 'EXPERT');
    const grounds = unitsOf([
      ...near.map((n) => ({ ...n, organisationId: n.achievement.organisationId, through: [n.achievement.title] })),
      // Where somebody works is told only where he tells it.
      ...experts.filter((e) => e.namesOrganisation),
    ]);
    const { units, leftOut } = await this.checked(challenge, grounds);
    const open = new Set(grounds.map((g) => g.organisationId).filter((id) => !leftOut.has(id)));
    const mayCome = await this.people.shown(actor, experts.filter((e) => !leftOut.has(e.organisationId)));
    const offered = near.filter((n) => open.has(n.achievement.organisationId));
    const facts = await this.factsOf(near, units);
    const [ofUnits, ofExperts, ofAchievements] = [
      narrowed(filter, units, facts.unit),
      narrowed(filter, mayCome, await this.people.factsOf(mayCome)),
      narrowed(filter, offered, facts.achievement),
    ];
    return {
      units: ofUnits.kept.slice(0, most.units),
      experts: ofExperts.kept.slice(0, most.experts),
      achievements: ofAchievements.kept.slice(0, most.achievements),
      ofUnits: { total: units.length, left: ofUnits.kept.length, costs: ofUnits.costs },
      ofExperts: { total: mayCome.length, left: ofExperts.kept.length, costs: ofExperts.costs },
      ofAchievements: { total: offered.length, left: ofAchievements.kept.length, costs: ofAchievements.costs },
      leftOut: leftOut.size,
      whoIsLeftOut: organises ? [...leftOut.values()] : null,
    };
  }

  /** A unit is of the fields of what it has published near the item; where it lies and what it is, it says itself. */
  private async factsOf(
    near: readonly AchievementFit[],
    units: readonly UnitFit[],
  ): Promise<{ unit: (fit: UnitFit) => ProposedFacts; achievement: (fit: AchievementFit) => ProposedFacts }> {
    const known = await unitsBy(this.db, [...near.map((n) => n.achievement.organisationId), ...units.map((u) => u.organisationId)]);
    const above = await regionsAbove(this.db.em);
    const ofUnit = (id: string, fields: readonly TechField[]): ProposedFacts => {
      const unit = known.get(id);
      return { role: null, cases: null, regions: unit?.regionCode ? above(unit.regionCode) : null, unitKind: unit?.kind ?? null, fields: fields.length ? fields : null };
    };
    return {
      unit: ({ organisationId }) => ofUnit(organisationId, near.flatMap((n) => (n.achievement.organisationId === organisationId ? (n.achievement.techField ?? []) : []))),
      achievement: ({ achievement: a }) => ({ ...ofUnit(a.organisationId, a.techField ? [a.techField] : []), regions: above(a.regionCode) }),
    };
  }

  /** Each unit with the answer to every condition; who fails one is left out, with the reason. */
  async checked(challenge: Challenge, grounds: readonly UnitGround[]): Promise<{ units: UnitFit[]; leftOut: Map<string, UnitLeftOut> }> {
    const rows = await this.db.em.findBy(Organisation, { id: In(grounds.map((g) => g.organisationId)) });
    const bars = await this.barsOf(rows.map((o) => o.id));
    const ties = await this.conflicts.ownerTies(this.db.em, challenge, rows);
    const units: UnitFit[] = [];
    const leftOut = new Map<string, UnitLeftOut>();
    for (const ground of grounds) {
      const unit = rows.find((o) => o.id === ground.organisationId);
      // A broker firm brings others together and does not bid.
      if (!unit || unit.kind === 'BROKER_FIRM' || unit.kind === 'MARKET_OPERATOR') continue;
      const [tie] = ties.get(unit.id) ?? [];
      const conflict = tie?.severity ?? null;
      const checks = bidderChecks(challenge, { verified: unit.status === 'VERIFIED', barredUntil: bars.get(unit.id) ?? null, conflict });
      const shown = withPath(checks, tie);
      if (mayBid(checks)) units.push({ ...ground, organisationName: unit.name, checks: shown });
      else {
        const [failed] = shown.filter((c) => c.verdict === 'FAILED');
        if (failed) leftOut.set(unit.id, { organisationName: unit.name, condition: failed.condition, path: failed.path });
      }
    }
    return { units, leftOut };
  }

  /** The last day of each unit's bar, for those that are barred today. */
  async barsOf(organisationIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; until: string }[] = await this.db.em.query(
      `select "organisationId" as id, max(until)::text as until from challenge_bar where "organisationId" = any($1) and until >= $2 group by 1`,
      [organisationIds, shanghaiDay(new Date())],
    );
    return new Map(rows.map((r) => [r.id, r.until]));
  }
}

export function withPath(checks: readonly BidderCheck[], conflict: ConflictShown | undefined): BidderConditionCheck[] {
  const path = conflict ? [conflict.path[0]?.from ?? '', ...conflict.path.map((p) => p.to)].join(' → ') : null;
  return checks.map((c) => ({ ...c, path: c.condition === 'NO_CONFLICT' ? path : null }));
}

/** A unit is as near as the nearest that it has; its items are named, the best first. */
export function unitsOf(grounds: readonly UnitGround[]): UnitGround[] {
  const units = new Map<string, UnitGround>();
  for (const ground of [...grounds].sort(byRelevance)) {
    const unit = units.get(ground.organisationId);
    if (!unit) {
      units.set(ground.organisationId, { ...ground, shared: [...ground.shared], through: [...ground.through] });
      continue;
    }
    if (unit.through.length < most.through) unit.through.push(...ground.through.filter((t) => !unit.through.includes(t)));
    unit.sameField ||= ground.sameField;
  }
  return [...units.values()].sort(byRelevance);
}
