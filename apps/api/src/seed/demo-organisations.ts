import { Injectable } from '@nestjs/common';
import { demoPassword, type DemoData } from '@jihui/seeds';
import { Passwords } from '../features/accounts/passwords.js';
import { Registration } from '../features/organisations/registration.js';
import { system, type Actor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/db/tx.js';
import { Cast } from './cast.js';

/** The demo's organisations and their people, who all have the one password that the README prints. */
@Injectable()
export class DemoOrganisations {
  constructor(
    private readonly passwords: Passwords,
    private readonly registration: Registration,
  ) {}

  async load(as: (actor: Actor, now: Date) => Tx, data: DemoData): Promise<Cast> {
    const cast = new Cast(as);
    const passwordHash = await this.passwords.hash(demoPassword);
    const tx = cast.as(system, cast.daysAgo(330));
    for (const { key, industry, intro, ...values } of data.organisations) {
      cast.organisations.set(key, await this.registration.createVerified(tx, { ...values, intro: intro ?? industry ?? '', isDemo: true }));
    }
    for (const { key, organisationKey, ...member } of data.people) {
      cast.join(
        key,
        organisationKey,
        await this.registration.addMember(tx, cast.organisation(organisationKey), { ...member, passwordHash }),
      );
    }
    return cast;
  }
}
