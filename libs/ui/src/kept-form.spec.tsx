import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, Input } from 'antd';
import { z } from 'zod';
import { keptForm, keptFormsOf, useKept } from './kept-form.js';
import { KeptWords } from './kept-notice.js';
import { ZodForm } from './zod-form.js';

// jsdom matches every rule of antd against every element to compute a style: seconds per form.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);
const typed = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.change(typed(label), { target: { value } });
afterEach(() => (cleanup(), sessionStorage.clear()));

describe('a kept form', () => {
  const initial = { summary: '', partners: [], answers: [{ criterion: '可行性', text: '' }], budget: null };

  it('comes back as it was typed, with what has no field of its own, and without passwords', () => {
    keptForm('claim 1', initial).keep({ summary: '技术路线', partners: [{ name: '某研究所' }], answers: [{ text: '依据' }], password: 'x', newPassword: 'y' });
    expect(keptForm('claim 1', initial)).toMatchObject({ isRestored: true });
    expect(keptForm('claim 1', initial).initial).toEqual({
      summary: '技术路线',
      partners: [{ name: '某研究所' }],
      answers: [{ criterion: '可行性', text: '依据' }],
      budget: null,
    });
    expect(keptForm('claim 2', initial)).toMatchObject({ initial, isRestored: false });
    keptForm(null, initial).keep({ summary: '技术路线' });
    expect(keptForm(null, initial)).toMatchObject({ initial, isRestored: false });
  });

  it('is forgotten once it was sent, and begins anew where what is stored cannot be read', () => {
    const form = keptForm('claim 3', initial);
    form.keep({ summary: '技术路线' });
    form.forget();
    expect(keptForm('claim 3', initial).initial).toEqual(initial);
    sessionStorage.setItem('kept-form claim 3', '{');
    expect(keptForm('claim 3', initial).initial).toEqual(initial);
  });

  it('waits for who typed it, through an ended session, and is nothing for another person', () => {
    const kept = () => keptForm('claim 4', initial).isRestored;
    keptForm('claim 4', initial).keep({ summary: '技术路线' });
    for (const user of [null, 'a', null, 'a']) keptFormsOf(user);
    expect(kept()).toBe(true);
    keptFormsOf('b');
    expect(kept()).toBe(false);
  });
});

describe('what is typed', () => {
  let sent: object[] = [];
  const dialog = (id = '7') => (
    <KeptWords value={{ restored: '已恢复', startAnew: '清空重填' }}>
      <ZodForm
        schema={z.object({ id: z.string(), title: z.string(), note: z.string().min(2).optional() })}
        keptAs={`paper ${id}`}
        initialValues={{ id, title: '原题' }}
        onSubmit={async (values) => void sent.push(values)}
        refusalOf={() => ({ issues: [], sentence: '拒绝' })}
        sentenceOf={() => '有误'}
        labelOf={(path) => path}
        summaryTitle="请改正"
        submitText="发送说明"
      >
        <Form.Item name="title" label="标题">
          <Input />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input />
        </Form.Item>
      </ZodForm>
    </KeptWords>
  );
  beforeEach(() => void (sent = []));

  it('is there when the dialog is opened again, is emptied on request, and is gone when it was sent', async () => {
    const first = render(dialog());
    expect(screen.queryByText('已恢复')).toBeNull();
    type('说明', '两次进账');
    first.unmount();
    render(dialog('8'));
    expect(typed('说明').value).toBe('');
    cleanup();
    render(dialog());
    expect([typed('标题').value, typed('说明').value]).toEqual(['原题', '两次进账']);
    fireEvent.click(screen.getByText('清空重填'));
    await waitFor(() => expect(typed('说明').value).toBe(''));
    expect(screen.queryByText('已恢复')).toBeNull();
    type('标题', '新题');
    cleanup();
    render(dialog());
    fireEvent.click(screen.getByText('发送说明'));
    await waitFor(() => expect(sent).toEqual([{ id: '7', title: '新题' }]));
    cleanup();
    render(dialog());
    expect(typed('标题').value).toBe('原题');
  });

  it('outside a form belongs to its record too', () => {
    function Opinion({ id }: { id: string }) {
      const { value, put, forget } = useKept(`opinion ${id}`, '');
      return (
        <>
          <input aria-label="意见" value={value} onChange={(e) => put(e.target.value)} />
          <button onClick={forget}>发送</button>
        </>
      );
    }
    const { rerender } = render(<Opinion id="1" />);
    type('意见', '同意');
    rerender(<Opinion id="2" />);
    expect(typed('意见').value).toBe('');
    rerender(<Opinion id="1" />);
    expect(typed('意见').value).toBe('同意');
    fireEvent.click(screen.getByText('发送'));
    cleanup();
    render(<Opinion id="1" />);
    expect(typed('意见').value).toBe('');
  });
});
