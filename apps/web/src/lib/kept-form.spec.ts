import { keptForm } from './kept-form.js';

describe('a kept form', () => {
  const initial = { summary: '', partners: [], answers: [{ criterion: '可行性', text: '' }], budget: null };

  it('comes back as it was typed, with what has no field of its own', () => {
    keptForm('claim 1', initial).keep({}, { summary: '技术路线', partners: [{ name: '某研究所' }], answers: [{ text: '依据' }] });
    expect(keptForm('claim 1', initial).initial).toEqual({
      summary: '技术路线',
      partners: [{ name: '某研究所' }],
      answers: [{ criterion: '可行性', text: '依据' }],
      budget: null,
    });
    expect(keptForm('claim 2', initial).initial).toEqual(initial);
  });

  it('is forgotten once it was sent, and begins anew where what is stored cannot be read', () => {
    const form = keptForm('claim 3', initial);
    form.keep({}, { summary: '技术路线' });
    form.forget();
    expect(keptForm('claim 3', initial).initial).toEqual(initial);
    sessionStorage.setItem('kept-form claim 3', '{');
    expect(keptForm('claim 3', initial).initial).toEqual(initial);
  });
});
