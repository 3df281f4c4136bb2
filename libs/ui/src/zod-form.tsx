import { Alert, Button, Flex, Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { z } from 'zod';
import { issuesOf, type Issue } from '@jihui/domain';
import { keptForm } from './kept-form.js';
import { KeptNotice } from './kept-notice.js';

/** Chinese has a colon of its own width. */
const labelled = (label: string, sentence: string): string => `${label}${/[^\x20-\x7e]/.test(label) ? '：' : ': '}${sentence}`;

/** A refusal that names fields: what the API throws, and what the form itself finds. */
export type Refusal = { issues: Issue[]; sentence: string | null };
type Props<S extends z.ZodType> = {
  schema: S;
  /** Names what is typed, until it is sent; with the record's version where the form begins with the record's content. null: never kept (passwords), or kept as a draft by the page itself. */
  keptAs: string | null;
  form?: FormInstance;
  initialValues?: object;
  /** May throw whatever `refusalOf` understands. */
  onSubmit: (values: z.output<S>) => Promise<unknown>;
  /** What is wrong beyond the schema, found together with what the schema finds. */
  moreIssues?: (values: unknown) => Issue[];
  refusalOf: (error: unknown) => Refusal;
  sentenceOf: (issue: Issue) => string;
  labelOf: (path: string) => string;
  summaryTitle: string;
  submitText: string;
  onValuesChange?: (changed: object, all: object) => void;
  /** A form that stays for the next entry. */
  emptiesWhenSent?: boolean;
  extraActions?: ReactNode;
  children: ReactNode;
  disabled?: boolean;
  /** Not the last page of a form of several: the button and the enter key lead on instead of sending. */
  next?: { text: string; go: () => void };
  /** Before the list at the top jumps to a field, which may stand on another page of the form. */
  onJump?: (path: string) => void;
};

const pathOf = (path: string): (string | number)[] => path.split('.').map((p) => (/^\d+$/.test(p) ? Number(p) : p));
const idOf = (path: string): string => path.replaceAll('.', '_');

/** A form whose check is the API's own zod schema: errors stand at the fields, a list at the top jumps to them, and what was typed stays. */
export function ZodForm<S extends z.ZodType>(props: Props<S>) {
  const [own] = Form.useForm();
  const form = props.form ?? own;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sending, setSending] = useState(false);
  const [kept] = useState(() => keptForm(props.keptAs, props.initialValues ?? {}));
  const [isRestored, setRestored] = useState(kept.isRestored);
  const [emptied, setEmptied] = useState(0);
  const top = useRef<HTMLDivElement>(null);

  // After the rendering that gave the form its own beginning again.
  useEffect(() => (emptied ? form.resetFields() : undefined), [emptied, form]);
  const startAnew = () => {
    kept.forget();
    setRestored(false);
    setRefusal(null);
    setEmptied((n) => n + 1);
  };

  const show = (found: Refusal) => {
    setRefusal(found);
    form.setFields(found.issues.map((i) => ({ name: pathOf(i.path), errors: [props.sentenceOf(i)] })));
    requestAnimationFrame(() => top.current?.focus());
  };
  const submit = async () => {
    const values: unknown = form.getFieldsValue(true);
    const result = props.schema.safeParse(values, { reportInput: true });
    const found = [...(result.success ? [] : issuesOf(result.error)), ...(props.moreIssues?.(values) ?? [])];
    form.setFields(form.getFieldsError().map((f) => ({ name: f.name, errors: [] })));
    if (!result.success || found.length) return show({ issues: found.filter((i, n) => found.findIndex((o) => o.path === i.path) === n), sentence: null });
    setRefusal(null);
    setSending(true);
    try {
      await props.onSubmit(result.data);
      if (props.emptiesWhenSent) startAnew();
      kept.forget();
      setRestored(false);
    } catch (error) {
      show(props.refusalOf(error));
    } finally {
      setSending(false);
    }
  };

  const jump = (event: MouseEvent, path: string) => {
    if (!props.onJump) return;
    event.preventDefault();
    props.onJump(path);
  };

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={emptied ? props.initialValues : kept.initial}
      onFinish={() => (props.next ? props.next.go() : void submit())}
      onValuesChange={(changed: object, all: object) => {
        props.onValuesChange?.(changed, all);
        // Read after the page has had its say: one field may have filled in another.
        kept.keep(form.getFieldsValue());
      }}
      disabled={props.disabled}
      requiredMark={false}
      // Our schema checks and words it; the browser's own bubble would come first, in its own language.
      noValidate
      scrollToFirstError
    >
      {refusal ? (
        <div ref={top} tabIndex={-1} role="alert" style={{ outline: 'none', marginBottom: 16 }}>
          <Alert
            // Told once: the frame around it, which takes the focus, is the alert.
            role="none"
            type="error"
            showIcon
            title={refusal.sentence ?? props.summaryTitle}
            description={
              refusal.issues.length ? (
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {refusal.issues.map((i) => (
                    <li key={`${i.path} ${i.code}`}>
                      <a href={`#${idOf(i.path)}`} onClick={(e) => jump(e, i.path)}>{labelled(props.labelOf(i.path), props.sentenceOf(i))}</a>
                    </li>
                  ))}
                </ul>
              ) : undefined
            }
          />
        </div>
      ) : null}
      {isRestored ? <KeptNotice onStartAnew={startAnew} /> : null}
      {props.children}
      <Flex gap={8} wrap>
        <Button type="primary" htmlType="submit" loading={sending}>
          {props.next?.text ?? props.submitText}
        </Button>
        {props.extraActions}
      </Flex>
    </Form>
  );
}
