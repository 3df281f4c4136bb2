import { Injectable } from '@nestjs/common';
import { DomainError, excessesOf, formatYuan, registeredStatuses, shanghaiDay, type IncomeKind, type Issue, type ReceiptEntry, type ReceiptState } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { system } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractReceipt } from './contract-receipt.entity.js';

/** 到账 of a contract, entered by the seller with voucher and invoice. */
@Injectable()
export class Receipts {
  constructor(private readonly files: FilesService) {}

  /** One amount that came in: no more than the contract and its confirmed royalties without a reason, and never twice. */
  async enter(tx: Tx, input: ReceiptEntry): Promise<ContractReceipt> {
    const contract = await this.contractOf(tx, input.contractId);
    const state = await receiptState(tx.em, contract);
    const excesses = excessesOf(input, state).filter((e) => e.path === 'techIncome' || !input.excessReason);
    const issues: Issue[] = excesses.map(({ path, most }) => ({ path, code: path === 'amount' ? 'beyond_contract' : 'beyond_tech', params: { most: formatYuan(most) } }));
    if (input.receivedOn > shanghaiDay(tx.now)) issues.push({ path: 'receivedOn', code: 'in_future' });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const { contractId, voucherNo, invoiceNo } = input;
    const same = await tx.em.createQueryBuilder(ContractReceipt, 'r').where('r.sellerId = :sellerId and r.voucherNo = :voucherNo and r.invoiceNo = :invoiceNo and r.voidedAt is null', { sellerId: contract.sellerId, voucherNo, invoiceNo }).getExists();
    if (same) throw new DomainError('ALREADY_EXISTS');
    const { kind, amount, techIncome, receivedOn, voucherFileId, invoiceFileId, note, excessReason } = input;
    const row = await tx.insert(ContractReceipt, {
      ...{ contractId, sellerId: contract.sellerId, buyerId: contract.buyerId, branchId: contract.branchId },
      ...{ kind, amount, techIncome, receivedOn, voucherNo, invoiceNo, voucherFileId, invoiceFileId },
      ...{ note: note || null, excessReason: excessReason || null, enteredBy: tx.actor.userId, voidedAt: null, voidReason: null },
    });
    for (const id of [voucherFileId, invoiceFileId]) await this.files.attach(tx, id, 'receipt', row.id);
    await tx.record('contract.receiptEntered', contractId, { amount, receivedOn });
    return row;
  }

  /** What was wrong stays readable, with the reason; it counts no more. */
  async void(tx: Tx, ref: Ref, reason: string): Promise<ContractReceipt> {
    const row = await tx.lock(ContractReceipt, ref, 'receipt.write');
    if (row.voidedAt) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'receipt', state: 'VOIDED', action: 'void' });
    Object.assign(row, { voidedAt: tx.now, voidReason: reason });
    await tx.save(row);
    await tx.record('contract.receiptVoided', row.contractId, { reason });
    return row;
  }

  /** The seller's own registered contract, locked: two receipts at once see each other. */
  private async contractOf(tx: Tx, id: string): Promise<TechnologyContract> {
    tx.demand('receipt.write');
    const { sellerId, status } = await tx.see(TechnologyContract, id);
    if (sellerId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    if (!registeredStatuses.includes(status)) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'contract', state: status, action: 'receive' });
    return tx.with({ actor: system }).lock(TechnologyContract, { id }, 'receipt.write');
  }
}

/** What has come in for a contract so far; what was voided does not count. */
export async function receiptState(em: EntityManager, { id, totalAmount, techAmount }: Pick<TechnologyContract, 'id' | 'totalAmount' | 'techAmount'>): Promise<ReceiptState> {
  const sums: { kind: IncomeKind; amount: string; tech: string }[] = await em.query(
    `select kind, sum(amount)::text as amount, sum("techIncome")::text as tech from contract_receipt where "contractId" = $1 and "voidedAt" is null group by kind`,
    [id],
  );
  const [{ royalties } = { royalties: '0' }]: { royalties: string }[] = await em.query(
    `select coalesce(sum(royalty), 0)::text as royalties from royalty_statement where "contractId" = $1 and status = 'CONFIRMED'`,
    [id],
  );
  const of = (kind: IncomeKind, field: 'amount' | 'tech'): string => sums.find((s) => s.kind === kind)?.[field] ?? '0';
  return {
    ...{ totalAmount: totalAmount ?? '0', techAmount: techAmount ?? '0', royalties },
    received: { PRICE: of('PRICE', 'amount'), ROYALTY: of('ROYALTY', 'amount') },
    techIncome: { PRICE: of('PRICE', 'tech'), ROYALTY: of('ROYALTY', 'tech') },
  };
}
