import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { announcedChallengeStatuses } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { isOrganiser } from './challenge-access.js';
import { ClaimRank } from './challenge-types.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';

/** What the review said of a claim: the organiser reads it from the decision on, the bidder from the public notice on. */
@Resolver(() => Claim)
export class ClaimFieldsResolver {
  @ResolveField(() => Boolean)
  isOwn(@Parent() claim: Claim, @Context() { actor }: GqlContext): boolean {
    return claim.organisationId === actor.organisationId;
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() claim: Claim, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, claim.organisationId);
  }

  @ResolveField(() => ClaimRank, { nullable: true })
  async result(@Parent() claim: Claim, @Context() context: GqlContext): Promise<ClaimRank | null> {
    if (!claim.result || !(await readsOutcome(claim, context))) return null;
    const { dropped, ...rest } = claim.result;
    return { ...rest, droppedCount: dropped.length };
  }

  @ResolveField(() => String, { nullable: true })
  async outcomeReason(@Parent() claim: Claim, @Context() context: GqlContext): Promise<string | null> {
    return (await readsOutcome(claim, context)) ? claim.outcomeReason : null;
  }
}

async function readsOutcome(claim: Claim, { actor, loaders }: GqlContext): Promise<boolean> {
  const challenge = await loaders.byId(Challenge, claim.challengeId);
  if (!challenge) return false;
  if (isOrganiser(actor, challenge)) return true;
  return claim.organisationId === actor.organisationId && (challenge.status === 'TERMINATED' || announcedChallengeStatuses.includes(challenge.status));
}
