import { nationalForm, type FormParty, type FormSource } from './form.js';

const party = (name: string, kind: FormParty['kind'], gbCode: string | null): FormParty => ({ name, kind, gbCode, uscc: '91110000802100433B', place: '河南省郑州市' });
const content: FormSource['content'] = {
  ...{ type: 'TRANSFER_SECRET', title: '底漆配方技术秘密转让', subject: '', techField: 'NEW_MATERIALS', paymentMode: 'UPFRONT_ROYALTY', paymentTerms: '' },
  ...{ totalAmount: '65000000', techAmount: '60000001', signedOn: '2026-11-20', startsOn: '2026-11-20', endsOn: null, ipOwnership: '', acceptance: '', confidentiality: '' },
};
const source = { content, seller: party('甲研究所', 'RESEARCH_INSTITUTE', '410100'), buyer: party('乙公司', 'ENTERPRISE', null), broker: null, platformNo: 'JHZZ-2026-000001', nationalNo: null };

describe('the national form', () => {
  const fields = new Map(nationalForm(source).map((f) => [f.code, f]));
  it.each([
    ['title', '底漆配方技术秘密转让'],
    ['class', '技术转让'],
    ['subclass', '技术秘密转让'],
    ['totalWanYuan', '65'],
    ['techWanYuan', '60.000001'],
    ['payment', '入门费+提成'],
    ['sellerRegion', '410100'],
    ['sellerNature', '021 科研机构'],
    ['ipType', '技术秘密'],
    ['broker', '无'],
    ['flow', '河南省郑州市'],
  ])('%s is %s', (code, value) => expect(fields.get(code)).toMatchObject({ value, isOpen: false }));
  it('has one name per field, so that its row can be imported', () => {
    const names = nationalForm(source).map((f) => f.name);
    expect(new Set(names).size).toBe(names.length);
  });
  it('takes the national number over once it was typed in', () =>
    expect(nationalForm({ ...source, nationalNo: '2026410107000123' })[0]).toMatchObject({ code: 'nationalNo', value: '2026410107000123', isOpen: false }));
  it('never gives the number of the national system, and says what is open', () => {
    expect(fields.get('nationalNo')).toMatchObject({ value: '', isOpen: true });
    expect(nationalForm(source).filter((f) => f.isOpen).map((f) => f.code)).toEqual(expect.arrayContaining(['endsOn', 'buyerRegion', 'plan', 'goal', 'related']));
  });
});
