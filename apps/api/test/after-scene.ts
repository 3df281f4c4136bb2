import type { ContractView } from './contract-scene.js';
import { completeContent, type ContractScene } from './contract-scene.js';
import type { Member, TestApi } from './start-api.js';

export type Row = { id: string; version: number; status: string; availableActions: string[] };
export const refused = (code: string) => expect.objectContaining({ code });
export const wrong = (path: string, code: string) =>
  expect.objectContaining({ code: 'INVALID_INPUT', params: { issues: expect.arrayContaining([expect.objectContaining({ path, code })]) } });
export const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** What happens to a contract after its registration, over HTTP. */
export function afterScene(api: TestApi, scene: ContractScene) {
  const mutate = async <R = Row>(who: Member, field: string, type: string, input: object, fields = 'id version status availableActions'): Promise<R> => {
    const answer = await who.client.send<Record<string, R>>(`mutation M($input: ${type}!) { ${field}(input: $input) { ${fields} } }`, { input });
    const row = answer[field];
    if (!row) throw new Error(`${field} gave nothing`);
    return row;
  };
  const byId = async (who: Member, field: string, row: { id: string; version: number }, fields = 'id version status availableActions'): Promise<Row> => {
    const answer = await who.client.send<Record<string, Row>>(`mutation M($id: ID!, $version: Int!) { ${field}(id: $id, version: $version) { ${fields} } }`, pick(row));
    const changed = answer[field];
    if (!changed) throw new Error(`${field} gave nothing`);
    return changed;
  };
  const step = (who: Member, field: string, row: Row, more: object = {}): Promise<Row> =>
    field === 'agreeToMatter' || field === 'withdrawMatter'
      ? byId(who, field, row)
      : mutate(who, field, /refile/.test(field) ? 'MatterRefilingInput' : /return|refuse/.test(field) ? 'MatterReasonInput' : 'MatterOpinionInput', { ...pick(row), ...more });
  const paper = async (who: Member, name: string): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(`%PDF-1.4 ${name} ${Math.random()}`))]), name);
    const response = await fetch(`${api.url}/files`, { method: 'POST', body: form, headers: { cookie: who.cookie, 'x-requested-with': 'jihui' } });
    return ((await response.json()) as { id: string }).id;
  };
  return {
    mutate,
    byId,
    step,
    change: (who: Member, contractId: string, content: object, more: object = {}) =>
      mutate(who, 'proposeContractChange', 'ContractChangeInput', { contractId, reason: '双方协商增加一批试验，价款相应调整。', content: { ...completeContent, ...content }, ...more }),
    file: (who: Member, contractId: string, kind: string, ground: string | null = null) =>
      mutate(who, 'fileMatter', 'MatterFilingInput', { contractId, kind, ground, reason: '合同双方已办结，材料附后。' }),
    granted: async (row: Row, of: ContractScene = scene): Promise<Row> => step(of.second, 'grantMatter', await step(of.first, 'examineMatter', row)),
    receive: async (who: Member, { id: contractId }: Pick<ContractView, 'id'>, change: object = {}) =>
      mutate<{ id: string; version: number }>(
        who,
        'enterReceipt',
        'ReceiptInput',
        {
          ...{ contractId, kind: 'PRICE', amount: '60000000', techIncome: '48000000', receivedOn: '2026-06-01', voucherNo: `V${Math.random()}`, invoiceNo: 'F1' },
          ...{ voucherFileId: await paper(who, '回单.pdf'), invoiceFileId: await paper(who, '发票.pdf'), ...change },
        },
        'id version',
      ),
  };
}
export type AfterScene = ReturnType<typeof afterScene>;
