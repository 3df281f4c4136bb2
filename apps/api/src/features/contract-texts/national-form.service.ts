import { Injectable } from '@nestjs/common';
import { DomainError, nationalForm, type FormField, type FormParty } from '@jihui/domain';
import { In } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Region } from '../organisations/region.entity.js';

export type FormOf = { contract: TechnologyContract; fields: FormField[] };

/** 技术合同登记表, filled from the register, to be typed or imported into the national system. */
@Injectable()
export class NationalForms {
  constructor(private readonly db: Db) {}

  /** The form of a contract that the actor sees. */
  async of(actor: Actor, contractId: string): Promise<FormOf> {
    const query = this.db.em.createQueryBuilder(TechnologyContract, 'c').where('c.id = :contractId', { contractId });
    const contract = await visible(query, TechnologyContract, actor).getOne();
    if (!contract) throw new DomainError('NOT_FOUND');
    const ids = [contract.sellerId, contract.buyerId, ...(contract.brokerId ? [contract.brokerId] : [])];
    const parties = new Map((await this.db.em.findBy(Organisation, { id: In(ids) })).map((o) => [o.id, o]));
    const regions = new Map((await this.db.em.find(Region)).map((r) => [r.code, r]));
    const placeOf = (code: string | null): string => {
      const region = code ? regions.get(code) : undefined;
      return region ? `${placeOf(region.parentCode)}${region.name}` : '';
    };
    /** A zone without a code of GB/T 2260 is filed under the place that has one. */
    const gbCodeOf = (code: string | null): string | null => {
      const region = code ? regions.get(code) : undefined;
      return region ? (region.gbCode ?? gbCodeOf(region.parentCode)) : null;
    };
    const partyOf = (id: string): FormParty => {
      const party = parties.get(id);
      if (!party) throw new Error('a contract without one of its parties');
      const { name, uscc, kind, regionCode } = party;
      return { name, uscc, kind, place: placeOf(regionCode), gbCode: gbCodeOf(regionCode) };
    };
    const broker = contract.brokerId ? (parties.get(contract.brokerId)?.name ?? null) : null;
    const fields = nationalForm({ content: contract, seller: partyOf(contract.sellerId), buyer: partyOf(contract.buyerId), broker, platformNo: contract.registrationNo, nationalNo: contract.nationalNo });
    return { contract, fields };
  }
}
