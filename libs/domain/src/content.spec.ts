import { z } from 'zod';
import { formContent, recorded } from './content.js';

const row = z.object({ name: z.string(), unit: z.string().nullish() });
const schema = z.object({ title: z.string(), note: z.string().nullish(), due: z.string().nullish(), rows: z.array(row), open: z.boolean() });

describe('a form’s content', () => {
  it('becomes a record whose empty fields are null, and keeps empty what must be a text', () => {
    expect(recorded(schema, { title: '', note: '', rows: [{ name: '线径', unit: '' }], open: false })).toEqual({
      title: '',
      note: null,
      due: null,
      rows: [{ name: '线径', unit: null }],
      open: false,
    });
  });

  it('is read back from a record without what the form does not know', () => {
    const record = { id: '1', version: 3, title: '甲', note: null, due: '2027-01-31', rows: [], open: true };
    expect(formContent(schema, record)).toEqual({ title: '甲', note: null, due: '2027-01-31', rows: [], open: true });
  });
});
