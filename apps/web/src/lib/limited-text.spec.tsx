import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { startI18n } from '../i18n/index.js';
import { LongText, ShortText } from './limited-text.js';

// jsdom matches every rule of antd against every element to compute a style: seconds per field.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);

describe('a text with a limit', () => {
  beforeAll(() => startI18n('zh-CN'));
  afterEach(cleanup);

  it.each([
    ['a line', ShortText],
    ['a longer text', LongText],
  ])('%s keeps what is pasted beyond it, and says how much is too much', (_name, Field) => {
    render(
      <Form>
        <Form.Item name="note" label="备注">
          <Field max={10} />
        </Form.Item>
      </Form>,
    );
    const field = screen.getByLabelText<HTMLInputElement>('备注');
    const paste = (value: string) => fireEvent.change(field, { target: { value } });
    paste('七个字还不用数');
    expect(screen.queryByText(/\/ 10/)).toBeNull();
    paste('八个字时就要数了');
    screen.getByText('8 / 10 字');
    paste('粘贴进来的十三个字一个不少');
    expect(field.value).toHaveLength(13);
    expect(screen.getByRole('status').textContent).toBe('13 / 10 字 · 超出 3 个字，请删减。');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    // The field that shows the line is the one that was typed into.
    expect(screen.getByLabelText('备注')).toBe(field);
    paste('删短了');
    expect(screen.queryByRole('status')).toBeNull();
  });
});
