import { issuesOf } from '../issues.js';
import { papersOf } from './file-versions.js';
import { termsInput, termsOfValues, valuesOfTerms, type Terms } from './terms.js';

const faults = (terms: object) => {
  const result = termsInput.safeParse(terms, { reportInput: true });
  return result.success ? [] : issuesOf(result.error).map((i) => `${i.path} ${i.code}`);
};

describe('proposed terms', () => {
  it('may be one clause, and what is empty is not proposed', () => {
    expect(faults({ ipOwnership: '归双方共有', title: '', paymentTerms: '' })).toEqual([]);
    expect([...valuesOfTerms({ ipOwnership: '归双方共有', title: '' }).keys()]).toEqual(['ipOwnership']);
  });
  it('name a price with its payment', () => {
    expect(faults({ totalAmount: '100' })).toEqual(['paymentMode required', 'paymentTerms required']);
    expect(faults({ paymentTerms: '签约付清' })).toEqual(['totalAmount required', 'paymentMode required']);
  });
  it('say enough for a contract', () => {
    expect(faults({ subject: '太短', title: '短', acceptance: '无' })).toEqual(['title too_small.string', 'subject too_small.string', 'acceptance too_small.string']);
    expect(faults({ termMonths: 0 })).toEqual(['termMonths too_small.number']);
  });
  it('come back from their clauses unchanged', () => {
    const terms: Terms = { type: 'SERVICE', title: '镀层检测服务', totalAmount: '9007199254740993', paymentMode: 'LUMP_SUM', paymentTerms: '付清', termMonths: 6, plan: '三个月', risk: '无' };
    expect(termsOfValues(valuesOfTerms(terms))).toEqual(terms);
  });
});

it('a file of the same name is the next version of the paper, and the earlier one is kept', () => {
  const files = ['方案.docx', '报价.xlsx', '方案.DOCX', ' 方案.docx'].map((name, i) => ({ name, id: i }));
  expect(papersOf(files).map((p) => [p.name, p.versions.map((v) => [v.number, v.file.id])])).toEqual([
    [' 方案.docx', [[3, 3], [2, 2], [1, 0]]],
    ['报价.xlsx', [[1, 1]]],
  ]);
});
