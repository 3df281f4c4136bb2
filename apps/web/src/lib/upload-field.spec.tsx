import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, type FormInstance } from 'antd';
import { startI18n } from '../i18n/index.js';
import { UploadField, UploadOne } from './upload-field.js';

// jsdom matches every rule of antd against every element to compute a style: seconds per field.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);

/** An upload that answers when the test says so. */
class SlowUpload {
  static sent: SlowUpload[] = [];
  upload = {};
  status = 0;
  response: object | null = null;
  onload = () => undefined;
  open() {}
  setRequestHeader() {}
  send() {
    SlowUpload.sent.push(this);
  }
  async answer(status: number, response: object) {
    Object.assign(this, { status, response });
    await act(async () => this.onload());
  }
}
Object.defineProperty(globalThis, 'XMLHttpRequest', { value: SlowUpload });

let form: FormInstance;
function Shown({ one = false }: { one?: boolean }) {
  [form] = Form.useForm();
  return (
    <Form form={form}>
      <Form.Item name="files">{one ? <UploadOne /> : <UploadField />}</Form.Item>
    </Form>
  );
}
const choose = async (...files: string[]) => {
  for (const [n, name] of files.entries()) {
    // Each choice makes a new input.
    const input = document.querySelector('input[type=file]');
    if (input) fireEvent.change(input, { target: { files: [new File(['x'], name)] } });
    await waitFor(() => expect(SlowUpload.sent).toHaveLength(n + 1));
  }
  return SlowUpload.sent;
};
const names = () => [...document.querySelectorAll('.ant-upload-list-item-name')].map((n) => n.textContent);

describe('files of a form', () => {
  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => void (SlowUpload.sent = []));
  afterEach(() => (cleanup(), sessionStorage.clear()));

  it('keeps both of two that are uploaded at once, whichever answers first, and shows what is on its way', async () => {
    render(<Shown />);
    const [first, second] = await choose('甲.pdf', '乙.pdf');
    expect(names()).toEqual(['甲.pdf', '乙.pdf']);
    expect(form.getFieldValue('files')).toBeUndefined();
    await second?.answer(201, { id: 'f2', name: '乙.pdf', size: 1 });
    await first?.answer(201, { id: 'f1', name: '甲.pdf', size: 1 });
    expect(form.getFieldValue('files')).toEqual(['f2', 'f1']);
    // A list that comes back after a reload has the ids alone.
    cleanup();
    render(<UploadField value={['f1']} />);
    expect(names()).toEqual(['甲.pdf']);
  });

  it('says which upload was refused and keeps the other; of one file the last takes the place', async () => {
    render(<Shown one />);
    const [first, second, third] = await choose('甲.pdf', '乙.pdf', '丙.pdf');
    await first?.answer(201, { id: 'f1', name: '甲.pdf', size: 1 });
    await second?.answer(400, { code: 'FILE_TOO_LARGE' });
    expect(screen.getByRole('alert').textContent).not.toBe('');
    await third?.answer(201, { id: 'f3', name: '丙.pdf', size: 1 });
    expect(form.getFieldValue('files')).toBe('f3');
  });
});
