import { challengeDraft, type ChallengeMode } from '@jihui/domain';
import { ChallengeDrafting } from '../src/features/challenges/challenge-drafting.service.js';
import { anonymous, system, type Actor } from '../src/platform/auth/actor.js';
import { actorOf } from './challenge-awarded.js';
import { contentOf, type ModelWorld } from './challenge-model-world.js';
import { challengeInput, type ChallengeScene } from './challenge-scene.js';

/** Everybody who has a part in the model's items. */
export async function modelWorld(scene: ChallengeScene): Promise<ModelWorld> {
  const { api } = scene;
  const place = await api.organisation('UNIVERSITY');
  const expert = async (): Promise<Actor> => actorOf(await api.member(place, ['EXPERT']), ['EXPERT']);
  const [bidder, rival] = [await api.member('UNIVERSITY', ['UNIT_TTO']), await api.member('UNIVERSITY', ['UNIT_TTO'])];
  const people = {
    owner: actorOf(scene.owner, ['ENTERPRISE_USER']),
    bidder: actorOf(bidder, ['UNIT_TTO']),
    rival: actorOf(rival, ['UNIT_TTO']),
    first: actorOf(scene.first, ['OPERATOR_L1']),
    second: actorOf(scene.second, ['OPERATOR_L2']),
    head: actorOf(scene.head, ['BRANCH_ADMIN']),
    ...{ e1: await expert(), e2: await expert(), e3: await expert(), e4: await expert() },
    visitor: anonymous(),
    clock: system,
  };
  const drafting = api.app.get(ChallengeDrafting, { strict: false });
  const readers = { visitor: api.visitor(), bidder: bidder.client, rival: rival.client, owner: scene.owner.client };
  const world: ModelWorld = {
    ...{ api, people, readers, content: challengeDraft.parse(challengeInput), item: '', now: new Date() },
    create: async (mode: ChallengeMode) => {
      world.now = new Date();
      world.content = challengeDraft.parse({ ...challengeInput, ...contentOf(mode, world.now) });
      return (await api.db.run(people.owner, (tx) => drafting.create(tx, world.content), { now: world.now, silent: true })).id;
    },
  };
  return world;
}

/** The same numbers every time for the same seed. */
export function seeded(from: number): () => number {
  let seed = from;
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
}
